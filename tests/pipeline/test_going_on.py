"""What goes on with what was said: "neither … nor", the second half of a quotation, and in whose view something is."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        # source, target, polarity, modality, who says so
        (
            "Oman neither recognises nor trades with Israel.",
            "cooperates.supports",
            ("Oman", "Israel", "negated", "actual", None),
        ),
        (
            "Oman neither recognises nor trades with Israel.",
            "cooperates.collaborates",
            ("Oman", "Israel", "negated", "actual", None),
        ),
        (
            "Togo neither armed nor trained the rebels.",
            "cooperates.aids",
            ("Togo", "rebels", "negated", "actual", None),
        ),
        (
            "Cuba financed, armed and later betrayed the rebels.",
            "cooperates.aids",
            ("Cuba", "rebels", "affirmed", "actual", None),
        ),
        (
            "Spain will go on training Malian officers.",
            "cooperates.aids",
            ("Spain", "Mali", "affirmed", "actual", None),
        ),
        ("In Rabat's view, Algeria attacked Mali.", "fights", ("Algeria", "Mali", "affirmed", "actual", "Morocco")),
        (
            "In the eyes of Rabat, Algeria attacked Mali.",
            "fights",
            ("Algeria", "Mali", "affirmed", "actual", "Morocco"),
        ),
        (
            "Algeria attacked Mali (which in Rabat's eyes was no state) in May.",
            "fights",
            ("Algeria", "Mali", "affirmed", "actual", None),
        ),
        ("In view of the drought, Algeria attacked Mali.", "fights", ("Algeria", "Mali", "affirmed", "actual", None)),
        (
            "Papers carried claims, never proved, that Peru attacked Chile.",
            "fights",
            ("Peru", "Chile", "affirmed", "actual", "claims"),
        ),
        (
            "Visiting Oslo a day after Danish police arrested a Swedish author, Ulf Dahl demanded an apology.",
            "restrains",
            ("Denmark", "Sweden", "affirmed", "actual", None),
        ),
        (
            '"It attacked Chile," Ana Kahn added, "and Peru looked away."',
            "fights",
            None,
        ),
    ],
)
def test_going_on(text, family, expected):
    found = [
        (r.source, r.target, r.polarity, r.modality, r.attribution) for r in said(text) if family in (r.family, r.type)
    ]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Poland drove Iraqi families back into the forest.", "fights", ("Poland", "Iraq")),
        ("Malta returned forty migrants to Libya.", "cooperates", ("Malta", "Libya")),
    ],
)
def test_who_is_turned_back_is_not_attacked(text, family, pair):
    assert pair not in {(r.source, r.target) for r in said(text) if r.family == family}
    assert "restrains.limits" in {r.type for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the Serbs rather than the Croats who shelled Pristina.", ("Serbia", "Kosovo", None)),
        ("The court ruled that Serbia had shelled Pristina.", ("Serbia", "Kosovo", "court")),
        ("The inspectors found that Serbia had shelled Pristina.", ("Serbia", "Kosovo", "inspectors")),
    ],
)
def test_who_it_was_and_who_found_it(text, expected):
    assert [(r.source, r.target, r.attribution) for r in said(text) if r.family == "fights"] == [expected]


def test_what_is_opposed_to_something_opposes_nobody():
    assert {r.type for r in said("As opposed to Spain, Portugal recognised Kosovo.")} == {"cooperates.supports"}
