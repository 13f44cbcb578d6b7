"""Whose act a noun names: not theirs who find or measure it, and not of those who are only named beside it."""

import pytest
from said import said

BACKED = "cooperates.supports"
MET = "cooperates.consults"
BLAMED = "disputes.accuses"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana offered strong support for Togo.", ("Ghana", BACKED, "Togo")),
        ("Queen Margarethe showed support for Iceland.", ("Margarethe", BACKED, "Iceland")),
        ("Norway, a supporter of Palestine, sent money.", ("Norway", BACKED, "Palestine")),
        ("Investigators linked Keller to the militia.", ("Keller", "affiliated.aligned", "militia")),
        ("Chile repeated its accusations against Peru.", ("Chile", BLAMED, "Peru")),
        ("Cuba barred trade with Haiti.", ("Cuba", "restrains.sanctions", "Haiti")),
    ],
)
def test_who_does_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        # what is found out about others
        ("A poll by the Dawnlight Institute showed 60% support for Keller.", ("Dawnlight Institute", BACKED, "Keller")),
        (
            "After commissioning a survey which found strong support for Minister Okoye, the Tribune fell silent.",
            ("Tribune", BACKED, "Okoye"),
        ),
        ("The Herald identified a dozen meetings with donors.", ("Herald", MET, "donors")),
        # supporters of somebody, and advocates of one thing, who need not back each other
        ("Locals looked forward to welcoming Serbia supporters.", ("Serbia", BACKED, "locals")),
        ("A group of advocates including Nestle, Ford and Shell opposed the plan.", ("Nestle", BACKED, "Ford")),
        # who links others is not tied to them
        ("Ivanov linked the accusations to Keller.", ("Ivanov", "affiliated.aligned", "Keller")),
        ("Dutch researchers measured hostility toward Poland.", ("Netherlands", "disputes.rivals", "Poland")),
    ],
)
def test_who_does_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)
