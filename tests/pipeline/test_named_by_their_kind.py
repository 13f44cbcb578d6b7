"""Groups whose names nobody knows, named by the word beside them."""

import pytest
from said import said

FOUGHT = "fights.attacks"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed ten men of the Sombra Negra militia.", ("army", FOUGHT, "Sombra Negra")),
        ("Peru accused the Sombra Verde cartel of theft.", ("Peru", "disputes.accuses", "Sombra Verde")),
        ("Chad was attacked by members of the Bloque Tolima.", ("Bloque Tolima", FOUGHT, "Chad")),
        ("The Herero people accuse Germany of genocide.", ("Herero", "disputes.accuses", "Germany")),
        # what strikes a force of the state strikes the state whose rebels do it
        ("The Tamil Tigers ambushed a navy convoy.", ("Liberation Tigers of Tamil Eelam", FOUGHT, "Sri Lanka")),
        (
            "The Kachin Independence Army overran the last junta outpost.",
            ("Kachin Independence Army", FOUGHT, "Myanmar"),
        ),
        # agencies with members of their own, branches that act for themselves
        ("The IAEA accused Iran of lying.", ("International Atomic Energy Agency", "disputes.accuses", "Iran")),
        ("ISWAP attacked Niger.", ("Islamic State West Africa Province", FOUGHT, "Niger")),
        ("UNICEF accused Mali of neglect.", ("United Nations", "disputes.accuses", "Mali")),
    ],
)
def test_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize("text", ["The Shia militia attacked Chad.", "Christian militiamen attacked Chad."])
def test_a_creed_is_no_name(text: str) -> None:
    assert all(source in ("militia", "christian militiamen") for source, _, _ in stated(text))
