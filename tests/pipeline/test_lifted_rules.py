"""Rules that are lifted, adjectives of degree inside phrases, and what a thing is called in quotation marks."""

import pytest
from said import said

YIELDED = "cooperates.concedes"
CURBED = "restrains.limits"
BACKED = "cooperates.supports"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever ends a rule yields to those whom it limited
        ("Ecuador lifted the rules that kept Peruvians from owning land.", ("Ecuador", YIELDED, "Peru")),
        ("Libya abolished a decree banning Egyptians from entering the country.", ("Libya", YIELDED, "Egypt")),
        ("Morocco scrapped a rule that kept out Algerians.", ("Morocco", YIELDED, "Algeria")),
        ("Japan ended restrictions that blocked Korean imports.", ("Japan", YIELDED, "South Korea")),
        ("Iran introduced a law that bars Israelis from sport.", ("Iran", CURBED, "Israel")),
        # how much or how openly is an aside
        ("Chad joined the pact with the full support of Libya.", ("Libya", BACKED, "Chad")),
        ("Peru signed the treaty with the tacit approval of Washington.", ("United States", BACKED, "Peru")),
        (
            "Kenya renewed the act over strong objections from the Chinese government.",
            ("China", "disputes.rejects", "Kenya"),
        ),
        ("Iraq took Kuwait by force.", ("Iraq", "restrains.coerces", "Kuwait")),
    ],
)
def test_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Ecuador lifted the rules that kept Peruvians from owning land.", ("Ecuador", CURBED, "Peru")),
        ("Peru signed the treaty with the tacit approval of Washington.", ("Peru", BACKED, "United States")),
        ("Togo stood on the other side of Ghana.", ("Togo", BACKED, "Ghana")),
        ("Togo acted with little support from Ghana.", ("Togo", BACKED, "Ghana")),
    ],
)
def test_not_said(text: str, unexpected: tuple[str, str, str]) -> None:
    assert unexpected not in stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody calls it may stand in quotation marks behind all that is said of it
        ("Rengo's head called Nissan's plan to shut the plant \"a betrayal\".", ("Rengo", "Nissan")),
        ('Ankara described the Greek decision to send ships as "a provocation".', ("Turkey", "Greece")),
        ("The Kremlin called Ukraine's offer to talk “a bluff”.", ("Russia", "Ukraine")),
        ('Seoul dismissed as a "pipe dream" a proposal by Tokyo to talk.', ("South Korea", "Japan")),
        ("Greece denounced as illegal a plan by Turkey to drill for gas.", ("Greece", "Turkey")),
        ("Samoa's premier called the visit by the American vice-president disrespectful.", ("Samoa", "United States")),
    ],
)
def test_called(text: str, expected: tuple[str, str]) -> None:
    assert {(expected[0], kind, expected[1]) for kind in ("disputes.accuses", "disputes.rejects")} & stated(text)


def test_who_acts_along_with_him() -> None:
    found = stated("The UK has today, together with Canada, sanctioned four Russian generals.")
    assert ("Canada", "restrains.sanctions", "Russia") in found


def test_called_well() -> None:
    assert not any(r.family == "disputes" for r in said('Kenya called its talks with Somalia "a success".'))
