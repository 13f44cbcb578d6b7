"""Kinds of sentences in prose on foreign relations: whose measures and wars they are, what is made or seen as what."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a thing that is meant to do harm
        ("Ghana took a number of measures intended to weaken the Portuguese.",
         ("Ghana", "restrains.limits", "Portugal")),
        ("Peru took steps aimed at weakening Chile.", ("Peru", "restrains.limits", "Chile")),
        # what somebody is made or seen as
        ("The treaty made Spain an ally of France.", ("Spain", "cooperates.supports", "France")),
        ("That pact turned Bulgaria into an ally of Germany.", ("Bulgaria", "cooperates.supports", "Germany")),
        ("Laos saw Thailand as a growing threat.", ("Thailand", "disputes.threatens", "Laos")),
        # answers
        ("The Dutch were reluctant to consider Indonesian demands.", ("Netherlands", "disputes.rejects", "Indonesia")),
        ("Dutch unwillingness to respond to Indonesian demands led to war.",
         ("Netherlands", "disputes.rejects", "Indonesia")),
        ("The Danish Parliament would not accept Icelandic demands.", ("Denmark", "disputes.rejects", "Iceland")),
        ("Norway vowed never to attack Sweden.", ("Norway", "cooperates.agrees", "Sweden")),
        # who shares what is done
        ("Kenya joined Uganda in the war against Rwanda.", ("Uganda", "fights.attacks", "Rwanda")),
        ("Talks with Rwanda failed because Uganda would not withdraw.", ("Uganda", "cooperates.consults", "Rwanda")),
        ("The crisis pushed Chile to the verge of war with Argentina.", ("Chile", "fights.attacks", "Argentina")),
        ("The affair brought Spain closer to war with Morocco.", ("Spain", "fights.attacks", "Morocco")),
        ("The Anglo-American forces invaded Italy.", ("United Kingdom", "fights.attacks", "Italy")),
        ("Talks between Danish premier Hans Berg and Swedish foreign minister Lars Lund failed.",
         ("Denmark", "cooperates.consults", "Sweden")),
        # whose it is
        ("In 1962 Italy criticized the policy of Vietnam.", ("Italy", "disputes.accuses", "Vietnam")),
        ("The army of Sudan crushed the protests.", ("Sudan", "restrains.coerces", "Sudan")),
        ("Portugal struggled to control its colonies in Angola.", ("Portugal", "restrains.coerces", "Angola")),
        ("With the Danish army unwilling to help Sweden, the king fled.", ("Denmark", "disputes.rejects", "Sweden")),
        ("The Chadian raids of the Libyan coast went on.", ("Chad", "fights.attacks", "Libya")),
        ("U.S. forces retook the towns that the Viet Cong had secured.",
         ("United States", "restrains.coerces", "Viet Cong")),
        ("The arrival of a Danish fleet forced Norway to sign.", ("Denmark", "restrains.coerces", "Norway")),
        ("The war left Paraguay at odds with Bolivia.", ("Paraguay", "disputes.rivals", "Bolivia")),
        ("Public opinion in Britain favored Denmark.", ("United Kingdom", "cooperates.supports", "Denmark")),
        ("After a swift victory over Spain, the United States left the islands.",
         ("United States", "fights.attacks", "Spain")),
        ("Hostility toward Russia united Britain and Turkey.", ("United Kingdom", "cooperates.supports", "Turkey")),
        ("The greatest danger facing Finland was Russia.", ("Russia", "disputes.threatens", "Finland")),
        ("Norway welcomed several steps, including the Danish offer.", ("Norway", "cooperates.supports", "Denmark")),
        # a class by its names
        ("Oman invited its rivals in the Gulf, Iran and Iraq, to talks.", ("Oman", "cooperates.agrees", "Iraq")),
        ("Norway criticized the powers that had troops in China, including Russia and Japan.",
         ("Norway", "disputes.accuses", "Japan")),
        ("Brazil competed with its main rival in the coffee trade, Colombia.",
         ("Brazil", "disputes.rivals", "Colombia")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    turned = (triple[2], triple[1], triple[0])
    found = {(s.source, s.type, s.target): s for s in said(text)}
    assert triple in found or (turned in found and found[turned].symmetric)


@pytest.mark.parametrize(
    "text",
    [
        "Of its rivals in the Gulf, Iran and Iraq were the strongest.",
        "The Sudanese army crushed the uprising.",
        "A joint Jordanian delegation took part.",
        "Chile and Peru had an interest in Bolivia.",
    ],
)
def test_says_nothing(text):
    assert not triples(text)


def test_a_treaty_that_is_torn_up_is_not_made():
    assert {type_ for _, type_, _ in triples("Germany tore up its treaty with Poland.")} == {"restrains.sanctions"}


def test_people_of_two_nations_are_of_the_second():
    assert {source for source, _, _ in triples("Anglo-American settlers met Mexicans.")} == {"United States"}
