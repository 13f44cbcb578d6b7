"""Who arranges, carries and helps in asides; what the clause before decided; what one has done before one acts."""

import pytest
from said import said, who

TALKS = "cooperates.consults"
REJECTS = "disputes.rejects"
AIDS = "cooperates.aids"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos and Thailand signed a truce in June, brokered by Japan.", ("Japan", TALKS, "Laos")),
        ("Laos and Thailand reached an accord in Kyoto in 1988, mediated by Japan.", ("Japan", TALKS, "Thailand")),
        ("Austrian diplomats carried messages between Serbia and Albania.", ("Austria", TALKS, "Serbia")),
        (
            "With the consent of Spain and the help of Portugal, Moroccan engineers dug the tunnel.",
            ("Portugal", AIDS, "Morocco"),
        ),
        (
            "Finland, having signed a naval accord with Cyprus, sent officers and money.",
            ("Finland", AIDS, "Cyprus"),
        ),
        ("Norway gave Chad military support.", ("Norway", AIDS, "Chad")),
        ("The United Nations adopted a resolution on the river. Laos opposed it.", ("Laos", REJECTS, "United Nations")),
        ("NATO urged Serbia to withdraw, an appeal that Belgrade ignored.", ("Serbia", REJECTS, "NATO")),
        (
            "The United Nations concluded that Burundi had armed the rebels, a conclusion that Gitega disputed.",
            ("Burundi", REJECTS, "United Nations"),
        ),
    ],
)
def test_it_is_said(text, expected):
    found = {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}
    assert expected in found or (expected[2], expected[1], expected[0]) in found


def test_far_from_helping_is_no_help():
    (help_,) = [r for r in said("Far from helping Laos, Thailand armed the rebels.") if r.target == "Laos"]
    assert help_.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Laos's refusal to hold a vote gave Thailand its chance.", "disputes", ("Laos", "Thailand")),
        ("Laos signed a truce in June, tired by war.", "cooperates", ("Laos", "June")),
        ("NATO urged Serbia to withdraw, a town that Belgrade ignored.", "disputes", ("Serbia", "NATO")),
        ("Laos moved its court far from Thailand to help Japan.", "cooperates", ("Laos", "Thailand")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
