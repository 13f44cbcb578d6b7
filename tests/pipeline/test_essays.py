"""Constructions that history essays are full of, each with sentences of its own."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("The talks led to closer ties between Eastern and Western Europe.",
         ("Eastern Europe", "cooperates.supports", "Western Europe")),
        ("North and South Korea signed a pact.", ("North Korea", "cooperates.agrees", "South Korea")),
        ("A rash answer might drive Turkey to align itself with Iran.", ("Turkey", "cooperates.supports", "Iran")),
        ("Bolivia agreed to most of the terms that Chile had proposed.", ("Bolivia", "cooperates.concedes", "Chile")),
        ("The incident helped push Ecuador and Peru into war.", ("Ecuador", "fights.attacks", "Peru")),
        ("The decree drove Portugal into an alliance with Denmark.", ("Portugal", "cooperates.supports", "Denmark")),
        ("Some in Norway criticized France for its weakness.", ("Norway", "disputes.accuses", "France")),
        ("With Syria unwilling to talk with Israel, the envoy went home.", ("Syria", "disputes.rejects", "Israel")),
        ("Sweden prohibited the sale of weapons to Chad.", ("Sweden", "restrains.sanctions", "Chad")),
        ("Sweden restricted exports of chips to Chad.", ("Sweden", "restrains.limits", "Chad")),
        ("Germany forced upon Romania a harsh treaty.", ("Germany", "restrains.coerces", "Romania")),
        ("Anti-American protests in Cairo worried the envoy.", ("Egypt", "disputes.protests", "United States")),
        ("Anti-Japanese riots broke out in Panama.", ("Panama", "disputes.protests", "Japan")),
        ("Franco-German antagonism shaped the age.", ("France", "disputes.rivals", "Germany")),
        ("Chile protested against the move, which prompted Peru to break diplomatic relations.",
         ("Peru", "restrains.sanctions", "Chile")),
        ("Socialist leaders in Sweden criticized Poland.", ("Sweden", "disputes.accuses", "Poland")),
        ("Congress ratified the pact against the protests of the Colombian senators.",
         ("Colombia", "disputes.rejects", "United States")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Presidents Juan Perez and Ana Silva argued that the fort should be sold.",
        "Opposition from the bank forced Chile to back down.",
        "The alliance between the two was old. It began to unravel in the United Nations.",
        "Chad and Mali were reluctant to enter such talks.",
    ],
)
def test_says_nothing(text):
    assert not triples(text)


def test_a_nation_is_shared_by_those_who_are_joined():
    found = triples("Danes found themselves in competition with Dutch sailors and merchants.")
    assert {target for _, _, target in found} == {"Netherlands"}


def test_who_proposes_something_of_his_own_demands_nothing():
    assert not triples("Egypt proposed that Egypt would reopen the canal.")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Peruvian visit occupied the Chilean officials' attention.", ("Peru", "Chile")),
        ("In spite of French weakness, Perez warned the nation to avoid alliances.", ("Perez", "France")),
        ("Chad lost. The arbitration commission rejected Libyan claims.", ("Chad", "Libya")),
    ],
)
def test_is_not_said_of_them(text, pair):
    assert not {(source, target) for source, _, target in triples(text)} & {pair}
