"""Critics of a government are not its country's side, and clashes with lawmakers are no fights."""

import pytest
from said import said

BLAMED = "disputes.accuses"
FOUGHT = "fights.attacks"
VIED = "disputes.rivals"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz is accused by some Kremlin critics of fraud.", ("critics", BLAMED, "Ana Ruiz")),
        ("White House critics praised Norway.", ("critics", "cooperates.supports", "Norway")),
        ("Russian critics praised Norway.", ("Russia", "cooperates.supports", "Norway")),
        ("Kremlin officials praised Norway.", ("Russia", "cooperates.supports", "Norway")),
        ("The mayor clashed with senators in May.", ("mayor", VIED, "senators")),
        ("Ivo Kahn clashed with Danish lawmakers early in his term.", ("Ivo Kahn", VIED, "Denmark")),
        ("Gunmen clashed with lawmakers, killing two.", ("gunmen", FOUGHT, "lawmakers")),
        ("Chadian soldiers clashed with the rebels.", ("Chad", FOUGHT, "rebels")),
    ],
)
def test_what_is_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Ana Ruiz is accused by some Kremlin critics of fraud.", ("Russia", BLAMED, "Ana Ruiz")),
        ("The mayor clashed with senators in May.", ("mayor", FOUGHT, "senators")),
    ],
)
def test_what_is_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)
