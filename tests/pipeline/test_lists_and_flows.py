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
        ("Egypt accepted the PLO as a partner.", ("Egypt", "cooperates.supports", "PLO")),
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


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Norway sent aid to Kenya. Much of this aid went to Chad.", ("Norway", "cooperates.aids", "Chad")),
        ("German submarines sank Allied ships.", ("Germany", "fights.attacks", "the Allies")),
        ("Sweden tried to settle the war between Chad and Mali.", ("Sweden", "cooperates.consults", "Mali")),
        ("Prussia drew Italy into a pact.", ("Prussia", "cooperates.supports", "Italy")),
        ("French diplomats clashed with Spain over the tariff.", ("France", "disputes.rivals", "Spain")),
        ("Peru sent troops into Chile at the request of its generals.", ("Peru", "cooperates.aids", "Chile")),
        ("Norway answered. It sent troops into Chad.", ("Norway", "fights.attacks", "Chad")),
        ("Angola began an offensive aided by Cuban advisers.", ("Cuba", "cooperates.aids", "Angola")),
        ("Peru lent arms to Chad and other nations at war with Libya.", ("Chad", "fights.attacks", "Libya")),
        ("The king of Spain appointed Ana Silva as foreign minister.", ("Spain", "affiliated.leads", "Spain")),
    ],
)
def test_is_read_with_what_stands_around(text, triple):
    source, kind, target = triple
    assert triple in triples(text) or (target, kind, source) in triples(text)


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Peru lent arms to Chad and other nations at war with Libya.", ("Peru", "fights.attacks", "Libya")),
        ("Iran feared that Iraq was able to monitor Kurdish forces.", ("Iraq", "fights.mobilizes", "Kurds")),
        ("Cuban concern over Danish plans and the refusal of Cuba grew.", ("Cuba", "disputes.accuses", "Cuba")),
        ("The Peruvian police named Juan Perez as leader of the gang.", ("Juan Perez", "affiliated.leads", "Peru")),
    ],
)
def test_is_not_read(text, two):
    assert two not in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Mali and Niger would enforce peace as the policemen of the region.",
        "Peru and Chile hoped to keep the peace.",
        "Reagan's aides sold the treaty to Congress.",
        "Peru and Chile issued a call for a new charter.",
    ],
)
def test_says_nothing_of_two(text):
    assert not triples(text)


def test_what_is_done_by_one_befalls_whose_it_is():
    assert ("France", "cooperates.supports", "Mali") in triples("Mali's recognition by France pleased the envoys.")
    found = triples("In response to Chad's absorption by Mali, Niger closed the border.")
    assert {(source, target) for source, kind, target in found if kind == "restrains.coerces"} == {("Mali", "Chad")}


@pytest.mark.parametrize(
    "text",
    [
        "Iran's threat sparked a quarrel over Taiwan.",
        "A panel settled areas along the border (as drawn by the 1783 Treaty of Paris) between Peru and Chile.",
        "The treaty bound Peru. The United States annexed Texas in a hurry.",
        "Merkel whipped up a crowd in Chad.",
    ],
)
def test_two_are_not_joined_by_what_stands_apart(text):
    assert not triples(text)


def test_who_is_sent_as_minister_belongs_to_his_sender():
    found = triples("Norway dispatched Jens Holm as minister to Peru.")
    assert ("Jens Holm", "affiliated.member_of", "Norway") in found


def test_states_are_of_the_kind_that_a_participle_says():
    found = triples("Norway gave aid to developing countries.")
    assert ("Norway", "cooperates.aids", "developing countries") in found
    assert not triples("The developing crisis worried Peru.")


def test_the_name_of_an_alliance_says_nothing_of_its_leaders():
    text = "The Allied leaders – the Danish premier Jens Holm and the Greek premier Ion Rallis – slept in Paris."
    assert not {kind for _, kind, _ in triples(text) if kind.startswith("cooperates.")}
    assert ("Peru", "cooperates.supports", "Chile") in triples("Peru and Chile are allied.")


def test_nobody_claims_what_is_his():
    found = triples("The United States claimed Pacific territories, including Palau and Guam.")
    assert found == {("United States", "disputes.demands", "Palau")}
