"""Who decides, who is asked and who is to hold an office: "the decision by *the court* to free her"."""

import pytest
from said import said


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ruiz welcomed a ruling by a Danish court to free the Polish captain.",
            ("Denmark", "cooperates.concedes", "Poland"),
        ),
        (
            "Kenya reacted to the move on Friday by Uganda to arrest the Rwandan pilot.",
            ("Uganda", "restrains.coerces", "Rwanda"),
        ),
        (
            "Peru protested after the attempt by Chilean divers to seize an Ecuadorian ship.",
            ("Chile", "restrains.coerces", "Ecuador"),
        ),
        ("Ivo Kahn asked Peter Ruiz if he was worried about Chad.", ("Peter Ruiz", "disputes.accuses", "Chad")),
        (
            "Ivo Kahn asked Ana Ruiz whether she had met the Chadian envoy.",
            ("Ana Ruiz", "cooperates.consults", "Chad"),
        ),
        (
            "Ana Ruiz is the nominee to head the Health Ministry.",
            ("Ana Ruiz", "affiliated.leads", "Health Ministry"),
        ),
    ],
)
def test_who_it_is(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        (
            "Ana Ruiz welcomed a ruling by a Danish court to free the Polish captain.",
            ("Ana Ruiz", "cooperates.concedes", "Poland"),
        ),
        (
            "Ivo Kahn praised Ana Ruiz's nominee to head the Health Ministry.",
            ("Ana Ruiz", "affiliated.leads", "Health Ministry"),
        ),
        ("Ivo Kahn asked Peter Ruiz if he was worried about Chad.", ("Ivo Kahn", "disputes.accuses", "Chad")),
    ],
)
def test_who_it_is_not(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)
