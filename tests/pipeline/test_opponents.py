"""Whom words mean that depend on who is against whom: "both sides", "the belligerents", "the enemy", "the invaders"."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        # the two that have clashed, whom a third one addresses
        ("Thai soldiers and Cambodian troops clashed on Friday. China urged both sides to talk.", "disputes",
         {("China", "Thailand"), ("China", "Cambodia")}),
        # of whom one has accused the other
        ("Bolivia accused Chile of theft. An envoy of Kenya visited both capitals.", "cooperates",
         {("Kenya", "Bolivia"), ("Kenya", "Chile")}),
        # none of those who address them, though these are a pair
        ("Peru accused Chile of theft. France and Kenya, which are mediating, appealed to both sides to stop.",
         "disputes.demands", {("France", "Peru"), ("France", "Chile"), ("Kenya", "Peru"), ("Kenya", "Chile")}),
        # who does not recognise the other
        ("Serbia does not recognise Kosovo. Kenya has visited both capitals.", "cooperates",
         {("Serbia", "Kosovo"), ("Kenya", "Serbia"), ("Kenya", "Kosovo")}),
        # who fight
        ("Mali fought Niger for five days. Kenya condemned the warring parties.", "disputes",
         {("Kenya", "Mali"), ("Kenya", "Niger")}),
        # a power and no firm
        ("Kenya sued Siemens. Chad bombed Libya. Peru condemned both sides.", "disputes",
         {("Kenya", "Siemens"), ("Peru", "Chad"), ("Peru", "Libya")}),
    ],
)  # fmt: skip
def test_two_at_odds(text, family, pairs):
    assert who(text, family) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked Mali while Peru attacked Chile. Kenya condemned both sides.",  # which of them
        "Chad arrived. Kenya condemned the belligerents.",
        "Kenya signed a pact with Chad. Peru condemned the warring parties.",  # who fights
    ],
)
def test_nobody_where_no_two_stand_out(text):
    assert not {target for _, target in who(text, "disputes")} & {"Chad", "Mali", "Peru", "Chile", "Kenya"}


def test_both_sides_of_an_agreement_are_the_pair_named_together():
    text = "Chad and Libya held talks. Peru had accused Libya of fraud. Both sides signed a treaty."
    assert ("Chad", "Libya") in who(text, "cooperates.agrees")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Germany invaded Norway in April. The Norwegian army fought the invaders for months.", "fights",
         ("Norway", "Germany")),
        ("Iraq annexed Kuwait in August. Kuwaiti cells attacked the occupiers.", "fights", ("Kuwait", "Iraq")),
        ("The Turkish army occupied the north of Cyprus. The Cypriot government condemned the occupying power.",
         "disputes", ("Cyprus", "Turkey")),
        ("Morocco attacked Algerian posts in October. Cuba condemned the aggressor.", "disputes",
         ("Cuba", "Morocco")),
        ("Ethiopia mourned. The Italian invasion had lasted months. Peru condemned the aggressor.", "disputes",
         ("Peru", "Italy")),
        # of two who attack each other, the one that came
        ("Chad invaded Libya. Libya bombed Chad. Peru condemned the invaders.", "disputes", ("Peru", "Chad")),
        # the foe of whoever acts
        ("Paraguay went to war with Bolivia. Asunción accused Siemens of selling fuel to the enemy.", "cooperates",
         ("Siemens", "Bolivia")),
    ],
)  # fmt: skip
def test_those_who_attack(text, family, pair):
    assert pair in who(text, family)


def test_the_enemy_is_the_issuers():
    text = "Azerbaijani forces opened fire on Armenian positions near Goris. The enemy shelled our positions."
    assert ("Azerbaijan", "Armenia") in who(text, "fights", issuer="Armenia")
    assert ("Armenia", "Azerbaijan") in who(text + " Our units killed ten of the enemy.", "fights", issuer="Armenia")


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked Mali. Peru attacked Chile. Kenya condemned the attackers.",  # which of them
        "Chad met Mali. Kenya condemned the invaders.",
        "Chad invaded Mali. Kenya condemned any future invaders.",
        "Chad invaded Mali. Kenya condemned the invaders of Iraq.",
    ],
)
def test_unsure_who_attacks(text):
    assert not {target for _, target in who(text, "disputes")} & {"Chad", "Mali", "Peru", "Chile"}


def test_two_who_were_just_named_together_are_the_sides_though_a_third_threatens_one() -> None:
    text = (
        "Iceland accused Norway of theft, and Norway recalled its envoy. The European Union may impose sanctions on "
        "Iceland. Both Iceland and Norway are members of NATO. Denmark called on both sides to talk."
    )
    assert {pair for pair in who(text, "disputes") if pair[0] == "Denmark"} == {
        ("Denmark", "Iceland"),
        ("Denmark", "Norway"),
    }
