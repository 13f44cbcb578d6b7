"""Whom definite nouns mean: by kind, part of the world, number, office and what was named last."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the country: the one named last that is not the subject of the clause itself
        ("Peru issued an ultimatum to Chad: if the country attacks Niger, it will act.", "fights", ("Chad", "Niger")),
        ("The war brought Selim to power in Chad. Peru condemned the new leadership.", "disputes", ("Peru", "Chad")),
        # by its part of the world
        ("France met Kenya. The east African nation condemned Chile.", "disputes", ("Kenya", "Chile")),
        ("Norway met Peru. Chile condemned the Nordic state.", "disputes", ("Chile", "Norway")),
        ("Peru met Kenya. Chile condemned the Andean country.", "disputes", ("Chile", "Peru")),
        ("Chad condemned the Apartheid regime.", "disputes", ("Chad", "South Africa")),
        # by number
        ("Chad, Niger and Mali met in Bamako. The three countries condemned Chile.", "disputes", ("Niger", "Chile")),
        # a firm is no league
        ("OPEC sued Siemens. Chile condemned the company.", "disputes", ("Chile", "Siemens")),
        # an office
        ("President Eli Ross of Fiji met Prime Minister Ana Brown of Peru. The prime minister condemned Chile.",
         "disputes", ("Peru", "Chile")),
        # one of two
        ("Turkey and Iran signed a pact. The latter condemned Chile.", "disputes", ("Iran", "Chile")),
        ("Rwanda denied it. Kenya condemned its neighbour.", "disputes", ("Kenya", "Rwanda")),
    ],
)  # fmt: skip
def test_who_is_meant(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Peru arrived. Chad condemned the Mengistu regime.",  # whose regime is not known
        "Peru met Chile. Chad condemned the Nordic state.",  # no country of the north was named
        "OPEC met on Monday. Chad condemned the company.",
    ],
)
def test_unsure_means_nobody(text):
    assert not {target for _, target in who(text, "disputes")} & {"Peru", "Chile", "OPEC", "Chad"}


def test_a_region_in_a_reference_acts_not():
    text = "Chad was calm. Peru condemned the central African nation's army."
    assert who(text, "disputes") == {("Peru", "Chad")}


def test_sanctions_on_the_only_other_country():
    text = "South Africa held elections. The United States lifted sanctions."
    assert who(text, "cooperates.concedes") == {("United States", "South Africa")}
    two = "South Africa and Mali held elections. The United States lifted sanctions."
    assert not who(two, "cooperates.concedes")


def test_whose_campaign_it_is():
    text = "Elsewhere in the campaign to defeat Hamas, Egyptian forces took a village."
    assert who(text, "fights") == {("Egypt", "Hamas")}


def test_an_offer_refused_is_not_the_refusers():
    text = "Peru offered to mediate. Hamas refused the offer."
    assert ("Hamas", "Peru") in who(text, "disputes")
