"""Whose act "the attack" and "the move" are, after the text has said who did it."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the same deed by a noun of its class
        ("Turkey shelled the town of Afrin. The attack killed 12 Syrian soldiers.", "fights", ("Turkey", "Syria")),
        ("French jets carried out nine raids. The raids killed Hezbollah fighters.", "fights", ("France", "Hezbollah")),
        ("French jets made strikes.\n\nNear Gao, one raid hit a Boko Haram base.", "fights", ("France", "Boko Haram")),
        ("Chad bombed a depot. These strikes against Hezbollah will go on.", "fights", ("Chad", "Hezbollah")),
        ("India banned 59 apps. China criticised the ban.", "disputes", ("China", "India")),
        ("Peru accused Chile of theft. Chile rejected the accusations.", "disputes", ("Chile", "Peru")),
        # what the clause before says
        ("Sudan expelled three Kenyan diplomats. The move angered Kenya.", "disputes", ("Kenya", "Sudan")),
        ("Sudan closed the border, a move that angered Kenya.", "disputes", ("Kenya", "Sudan")),
        ("Sudan closed the border, in a move condemned by Kenya.", "disputes", ("Kenya", "Sudan")),
        ("Sudan expelled the envoy of Kenya, which condemned the move.", "disputes", ("Kenya", "Sudan")),
        ("Sudan closed its airspace, and Kenya condemned the decision.", "disputes", ("Kenya", "Sudan")),
        ("Sudan said that it would close the border. Kenya condemned the decision.", "disputes", ("Kenya", "Sudan")),
    ],
)  # fmt: skip
def test_the_doer_of_an_event_named_again(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Turkey shelled a hill. An attack by Chad killed 12 Syrian soldiers.", {("Chad", "Syria")}),
        ("Turkey praised Chad. The attack killed 12 Syrian soldiers.", set()),  # nobody's yet
        ("The European Union adopted sanctions. The sanctions hit Turkish banks.", set()),  # no blow
    ],
)
def test_no_attacker_is_made_up(text, families):
    assert who(text, "fights") == families


def test_what_was_judged_is_not_the_judges():
    assert ("Peru", "Turkey") not in who("Turkey condemned the arrests. Peru criticised these measures.", "disputes")
