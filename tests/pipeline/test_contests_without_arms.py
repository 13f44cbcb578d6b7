"""Contests that are not fought with arms, and words that demand or lead nothing: "a *trade* war", "a *guilty* plea"."""

import pytest
from said import said

FOUGHT = "fights.attacks"
VIED = "disputes.rivals"
LED = "affiliated.leads"
ASKED = "disputes.demands"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan would be a fool to launch a trade war against China.", ("Japan", VIED, "China")),
        ("Ivo Kahn and Ana Ruiz met in a battle for the nomination.", ("Ivo Kahn", VIED, "Ana Ruiz")),
        ("Sudan launched a war against Chad.", ("Sudan", FOUGHT, "Chad")),
        ("The boycott answered Norway's attack on the values of Denmark.", ("Norway", "disputes.accuses", "Denmark")),
        ("Norway's assault on the Danish port angered Peru.", ("Norway", FOUGHT, "Denmark")),
        ("Ana Ruiz leads the Alba Fund.", ("Ana Ruiz", LED, "Alba Fund")),
        ("Chad's plea to Mali for help was heard.", ("Chad", ASKED, "Mali")),
        ("The tension that is in contention between Danes and Swedes grew.", ("Denmark", VIED, "Sweden")),
    ],
)
def test_what_is_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Japan would be a fool to launch a trade war against China.", ("Japan", FOUGHT, "China")),
        ("The boycott answered Norway's attack on the values of Denmark.", ("Norway", FOUGHT, "Denmark")),
        ("Ivo Kahn leads Peter Morales by seven points.", ("Ivo Kahn", LED, "Peter Morales")),
        ("A new poll has Ivo Kahn leading Peter Morales in Texas.", ("Ivo Kahn", LED, "Peter Morales")),
        ("Critics accuse Ivo Kahn of leading Peru toward ruin.", ("Ivo Kahn", LED, "Peru")),
        ("The Danes and the Swedes can be in contention in the spring.", ("Denmark", VIED, "Sweden")),
        (
            "The lawyer announced a guilty plea by a Chinese businessman with ties to Ivo Kahn.",
            ("China", ASKED, "Ivo Kahn"),
        ),
        ("Peru will not accept the Chilean immigration order.", ("Chile", ASKED, "Peru")),
    ],
)
def test_what_is_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)
