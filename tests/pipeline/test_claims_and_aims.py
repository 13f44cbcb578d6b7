"""What sums up a claim or a deed, what is only tried or not helped with, calls that are waved away, joint speakers."""

import pytest
from said import said

ATTACK = "fights.attacks"
ACCUSE = "disputes.accuses"
REJECT = "disputes.rejects"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a claim is his who makes it, a deed his who does it, whatever name stands before the word
        (
            "Kyiv accused Minsk of letting Russia fire missiles from its soil, an accusation Belarus rejected.",
            ("Belarus", REJECT, "Ukraine"),
        ),
        (
            "UN experts concluded that Uganda had armed the rebels of Gulu, a finding that Kampala dismissed.",
            ("Uganda", REJECT, "United Nations"),
        ),
        ("Libya attacked a base in Niger, an attack that Algeria condemned.", ("Algeria", ACCUSE, "Libya")),
        ("Moldova banned wine from Georgia, a ban that Romania denounced.", ("Romania", ACCUSE, "Moldova")),
        (
            "Oman seized a tanker flying the flag of Liberia, a seizure London condemned.",
            ("United Kingdom", ACCUSE, "Oman"),
        ),
        # an alliance's allies are its members
        ("The NATO allies condemned Belarus.", ("NATO", ACCUSE, "Belarus")),
        ("G7 allies blamed Tehran for the attack.", ("G7", ACCUSE, "Iran")),
        # a deed taken for what describes its object
        ("In 1721 Sweden ceded Livonia, Estonia and Ingria to Russia.", ("Sweden", "cooperates.concedes", "Russia")),
        ("In 1504 Burgundy attacked Denmark.", ("Burgundy", ATTACK, "Denmark")),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "pair", "polarity", "modality"),
    [
        # who is not helped may do it all the same
        ("ECOWAS failed to help Mali fight Libya.", ("Mali", "Libya"), "affirmed", "intended"),
        ("France did not help Chad defeat Libya.", ("Chad", "Libya"), "affirmed", "intended"),
        ("France helped Chad defeat Libya.", ("Chad", "Libya"), "affirmed", "actual"),
        ("Russia refused to let Chad attack Sudan.", ("Chad", "Sudan"), "negated", "actual"),
        ("Russia let Chad attack Sudan.", ("Chad", "Sudan"), "affirmed", "actual"),
        # what one only tries to make another one do
        ("Turkey tried to force Iran to attack Oman.", ("Iran", "Oman"), "affirmed", "intended"),
        ("Turkey attempted to lure Iran into attacking Oman.", ("Iran", "Oman"), "affirmed", "intended"),
        ("Turkey persuaded Iran to attack Oman.", ("Iran", "Oman"), "affirmed", "actual"),
        ("Turkey managed to persuade Iran to attack Oman.", ("Iran", "Oman"), "affirmed", "actual"),
        ("Turkey tried to persuade Iran to attack Oman.", ("Iran", "Oman"), "affirmed", "intended"),
        ("Turkey forced Iran to attack Oman.", ("Iran", "Oman"), "affirmed", "actual"),
        # calls and plans that are waved away
        ("Turkey rejected calls to attack Oman.", ("Turkey", "Oman"), "negated", "intended"),
        ("Turkey turned down an appeal to attack Oman.", ("Turkey", "Oman"), "negated", "intended"),
        ("Turkey resisted pressure to attack Oman.", ("Turkey", "Oman"), "negated", "intended"),
        ("Turkey vetoed a plan to attack Oman.", ("Turkey", "Oman"), "negated", "intended"),
        ("Turkey considered a plan to attack Oman.", ("Turkey", "Oman"), "affirmed", "intended"),
        ("Turkey heeded calls to attack Oman.", ("Turkey", "Oman"), "affirmed", "intended"),
    ],
)
def test_how_it_is_said(text, pair, polarity, modality):
    (found,) = (r for r in said(text) if r.type == ATTACK)
    assert ((found.source, found.target), found.polarity, found.modality) == (pair, polarity, modality)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rulers of Mali and Niger said they had armed Burkina Faso, accusing Benin of lying.",
            {("Mali", ACCUSE, None), ("Niger", ACCUSE, None)},
        ),
        (
            "Iran and Iraq said that they had signed a pact with Oman.",
            {("Iran", "cooperates.agrees", "Iran"), ("Iraq", "cooperates.agrees", "Iraq")},
        ),
        ("Chile and Peru said that Bolivia had attacked Brazil.", {("Bolivia", ATTACK, "Chile")}),
        ("President Ruto accused the opposition of bombing Uganda.", {("Kenya", ATTACK, "Ruto")}),
    ],
)
def test_who_says_so(text, expected):
    assert expected <= {(r.source, r.type, r.attribution) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ghanaian troops retook the main port of Togo from pirates.", {"Ghana", "Togo"}),
        ("Peru defeated Chile. Duke Charles fled to Bender, where the sultan sheltered him.", {"Peru", "Charles"}),
        (
            "The ban could hurt trade with Ghana and Togo. The African Union offered to mediate.",
            {"African Union", "Togo"},
        ),
        ("Serbian premier rebuffs EU call to sanction Russia", {"Serbia", "Russia", "disputes.rejects"}),
    ],
)
def test_it_is_not_said(text, pair):
    assert not [r for r in said(text) if pair <= {r.source, r.target, r.type} and r.polarity == "affirmed"]


def test_the_two_are_those_of_the_title():
    text = (
        "Hungary–Romania relations\n\nHungary and Romania fought on both sides. Romania drove out the Hungarians and "
        "the Germans. Under communism the two states were allies."
    )
    allies = [{r.source, r.target} for r in said(text) if r.type == "cooperates.supports"]
    assert allies == [{"Hungary", "Romania"}]
