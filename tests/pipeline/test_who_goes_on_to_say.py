"""What a speaker says after what he has reported: "said Keller should go, *accusing* him"."""

import pytest
from said import said

BLAMED = "disputes.accuses"
ASKED = "disputes.demands"
FOUGHT = "fights.attacks"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states."""
    return {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Tanaka said Keller should dismiss Ortega, accusing him of fraud.", ("Tanaka", BLAMED, "Keller")),
        (
            "Orlova acknowledged that voters were tired and said Serbia should work with Albania.",
            ("Orlova", ASKED, "Serbia"),
        ),
        (
            "Keller said Ortega was no longer welcome in the party and advised him to give up his seat.",
            ("Keller", ASKED, "Ortega"),
        ),
        (
            "The Norwegian government said the ship must leave at once, blaming Denmark for the delay.",
            ("Norway", BLAMED, "Denmark"),
        ),
        ("The rebels said the talks would go on and accused Chad of stalling.", ("rebels", BLAMED, "Chad")),
        ("Costa said the border would stay shut, urging Bolivia to send doctors.", ("Costa", ASKED, "Bolivia")),
        (
            "President Hassan of Chad declared that the vote was a farce and condemned Turkey.",
            ("Chad", BLAMED, "Turkey"),
        ),
        # what others do stays theirs
        (
            "Chile said that the militia had attacked a bus, killing three Peruvian nurses.",
            ("militia", FOUGHT, "Peru"),
        ),
        (
            "Vargas said that Portugal was angry and had recalled its envoy from Angola.",
            ("Portugal", "restrains.sanctions", "Angola"),
        ),
        ("Sweden claimed that Estonia would attack Latvia and seize Riga.", ("Estonia", "restrains.coerces", "Latvia")),
    ],
)
def test_who_says_so(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Minister Tanaka said Keller should dismiss Ortega, accusing him of fraud.", ("Keller", BLAMED, "Tanaka")),
        (
            "Orlova acknowledged that voters were tired and said Serbia should work with Albania.",
            ("voters", ASKED, "Serbia"),
        ),
    ],
)
def test_who_does_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)
