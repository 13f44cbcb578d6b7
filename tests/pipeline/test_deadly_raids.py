"""What an attack did and whom it struck, single people of whom nothing else is said, words with a hyphen."""

import pytest
from said import said

FOUGHT = "fights.attacks"
SEIZED = "restrains.coerces"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # it is the attack that killed, not what was attacked
        (
            "Al-Shabaab claimed a bomb attack on a hotel in Mogadishu's port district that killed eleven Kenyans.",
            ("al-Shabaab", FOUGHT, "Kenya"),
        ),
        (
            "Turkey launched an airstrike against a town in Syria which wounded two Americans.",
            ("Turkey", FOUGHT, "United States"),
        ),
        ("Hamas led an attack on Israel that killed some 1,200 people.", ("Hamas", FOUGHT, "people")),
        # but fighters kill themselves
        (
            "The army launched an attack on the militia that killed two French tourists.",
            ("militia", FOUGHT, "France"),
        ),
        # a man or woman
        ("Israeli soldiers shot and killed a man who had stabbed two of them.", ("Israel", FOUGHT, "man")),
        ("A man stabbed a British MP to death.", ("man", FOUGHT, "United Kingdom")),
        ("Iran released a woman it had held for three years.", ("Iran", SEIZED, "woman")),
        # words with a hyphen
        ("Coal miners clashed with strike-breakers outside Lima.", ("coal miners", FOUGHT, "strike-breakers")),
        ("Rebel war-lords attacked Chad.", ("rebel war-lords", FOUGHT, "Chad")),
        (
            "Turkey bought the missiles in defiance of a warning from Washington.",
            ("Turkey", "disputes.rejects", "United States"),
        ),
    ],
)
def test_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("The rebels staged an attack on Uganda's border post that killed three Kenyans.", ("Uganda", FOUGHT, "Kenya")),
        ("Malta elected a woman as president.", ("Malta", "cooperates.supports", "woman")),
        (
            "Shopkeepers in Nairobi closed their stores to protest the killing of a Chadian.",
            ("Kenya", SEIZED, "Chad"),
        ),
    ],
)
def test_not_said(text: str, unexpected: tuple[str, str, str]) -> None:
    assert unexpected not in stated(text)
