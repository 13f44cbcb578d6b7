"""Names of people in what others are called, and family names that are those of nations: "Julian *German*"."""

import pytest
from said import said


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julian German accused Chile.", ("Julian German", "disputes.accuses", "Chile")),
        ("Robert French met Peru's envoy.", ("Robert French", "cooperates.consults", "Peru")),
        ("Keller invited Peter Polish, the owner of Vega.", ("Peter Polish", "affiliated.leads", "Vega")),
        ("On Monday Mark German troops attacked Chile.", ("Germany", "fights.attacks", "Chile")),
        (
            "Keller, the owner of the Tampa Bulls and a prominent Sousa critic, was invited.",
            ("Keller", "disputes.accuses", "Sousa"),
        ),
        ("Mayer, a Graz resident and early Sousa backer, joined the club.", ("Mayer", "cooperates.supports", "Sousa")),
        ("The founder of the Alba Fund, Ana Ruiz, accused Chile.", ("Ana Ruiz", "affiliated.leads", "Alba Fund")),
    ],
)
def test_who_it_is(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        (
            "Keller, the owner of the Tampa Bulls and a prominent Sousa critic, was invited.",
            ("Sousa", "affiliated.leads", "Tampa Bulls"),
        ),
        (
            "Ivo Kahn, head of the Oil Institute and a longtime Petrov adviser, met Serbia's envoy.",
            ("Petrov", "affiliated.leads", "Oil Institute"),
        ),
    ],
)
def test_who_it_is_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)


def test_nobody_is_called_early() -> None:
    found = said("Mayer, a Graz resident and early Sousa backer, joined the club.")
    assert not any("early" in name for r in found for name in (r.source, r.target))


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peter Keller was angry. Ivo Kahn and Jan Novak condemned his order.", "Ivo Kahn", "Peter Keller"),
        (
            "Owners Ivo Kahn and Jan Novak gave money to Peter Keller, and issued statements condemning his order.",
            "Jan Novak",
            "Peter Keller",
        ),
    ],
)
def test_he_is_none_of_several_who_act_together(text: str, source: str, target: str) -> None:
    found = {(r.source, r.target) for r in said(text) if r.type == "disputes.accuses"}
    assert (source, target) in found
    assert not any(end in ("Ivo Kahn", "Jan Novak") for _, end in found)
