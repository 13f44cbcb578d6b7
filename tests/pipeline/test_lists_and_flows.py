"""Classes that a list makes up, what flows to whom, and words beside an act that name nobody it is done to."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("The Baltic states of Estonia and Latvia joined NATO.", ("Latvia", "affiliated.member_of", "NATO")),
        ("Norway armed the African nations of Chad and Mali.", ("Norway", "cooperates.aids", "Mali")),
        ("Peru opened relations with its old rivals: Cuba, in 1990, and Chile, in 1992.",
         ("Peru", "cooperates.supports", "Chile")),
        ("The two Koreas signed a pact.", ("South Korea", "cooperates.agrees", "North Korea")),
        ("Chad and other countries already at war with Libya wavered.", ("Chad", "fights.attacks", "Libya")),
        ("Soviet weapons flowed to Egypt.", ("Soviet Union", "cooperates.aids", "Egypt")),
        ("Most of the Danish aid went to Kenya.", ("Denmark", "cooperates.aids", "Kenya")),
        ("Norway began a program to rebuild Greece.", ("Norway", "cooperates.aids", "Greece")),
        ("Egypt accepted the PLO as a partner.", ("Egypt", "cooperates.supports", "Palestine Liberation Organization")),
        ("A new round of Greek-Turkish violence began.", ("Greece", "fights.attacks", "Turkey")),
        ("The canal brought Peru into conflict with Chile.", ("Peru", "disputes.rivals", "Chile")),
        ("The Germans out-produced the French.", ("Germany", "disputes.rivals", "France")),
        ("China outspent India on ships.", ("China", "disputes.rivals", "India")),
        ("Ghana threatened to call on the United Nations to fine Togo.",
         ("Ghana", "disputes.demands", "United Nations")),
        ("Ali went to Oslo to secure Danish recognition of Biafra.", ("Denmark", "cooperates.supports", "Biafra")),
        ("Guerillas shelled a Peruvian camp.", ("guerillas", "fights.attacks", "Peru")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    source, kind, target = triple
    assert triple in triples(text) or (target, kind, source) in triples(text)


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("In exchange, Chad, Mali and Niger would supply fuel.", ("Chad", "Mali")),
        ("The raid could draw Turkey into the war on behalf of Cyprus.", ("Turkey", "Cyprus")),
        ("Libya exported revolution to Chad.", ("Libya", "Chad")),
        ("Merkel argued for a German role in the movement.", ("Germany", "Germany")),
        ("Peru threatened war if Chile went to the United Nations.", ("Peru", "United Nations")),
        ("Peru established relations with the foes of Chile: Cuba and Bolivia.", ("Peru", "Chile")),
        ("It met with a divided Congress and doubts in Peru.", ("Congress", "Peru")),
        ("Canadian money poured into Chile.", ("Chile", "Canada")),
    ],
)
def test_is_not_between(text, two):
    assert two not in {(source, target) for source, _, target in triples(text)}


def test_who_is_to_be_asked_does_not_threaten():
    assert all(
        "United Nations" not in (source, target)
        for source, kind, target in triples("Ghana threatened to call on the United Nations to fine Togo.")
        if kind == "disputes.threatens"
    )


def test_troops_that_land_pay_no_visit():
    assert all(kind != "cooperates.consults" for _, kind, _ in triples("Canadian troopships landed in Norway."))


def test_money_that_pours_in_is_no_attack():
    assert ("Canada", "cooperates.aids", "Chile") in triples("Canadian money poured into Chile.")
