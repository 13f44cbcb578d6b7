"""Under whom a country acts, what a quarrel led to, trust and views that two share, who is behind what spreads."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # under whose rule
        ("The Polish cabinet under Jan Kowal rejected the plan.", ("Jan Kowal", "affiliated.leads", "Poland")),
        ("The Bolivian army under Hans Kundt marched north.", ("Hans Kundt", "affiliated.leads", "Bolivia")),
        ("Under the leadership of Pedro Alva, Ecuador armed its navy.", ("Pedro Alva", "affiliated.leads", "Ecuador")),
        ("Pedro Alva came to power in 1930. Under his leadership Ecuador moved closer to Peru.",
         ("Pedro Alva", "affiliated.leads", "Ecuador")),
        ("Pedro Alva seized power. During his rule Ecuador demanded the canal.",
         ("Pedro Alva", "affiliated.leads", "Ecuador")),
        ("A Belgian mission, led by Jan Claes, trained the Persian army.", ("Belgium", "affiliated.leads", "Belgium")),
        ("The Ottoman Grand Vizier promised a loan to Bulgaria.",
         ("Ottoman Empire", "cooperates.agrees", "Bulgaria")),
        # what a quarrel led to
        ("Rivalry between Libya and Chad turned into open war.", ("Libya", "fights.attacks", "Chad")),
        ("Tensions between Peru and Chile in the 1970s resulted in armed conflict over the border.",
         ("Peru", "fights.attacks", "Chile")),
        ("Tensions between the People's Republic of China and the Republic of China led to a war.",
         ("China", "fights.attacks", "Taiwan")),
        # trust, and views of another
        ("Trust between Nepal and Bhutan grew.", ("Nepal", "cooperates.supports", "Bhutan")),
        ("Trust between Nepal and Bhutan quickly broke down.", ("Nepal", "disputes.rivals", "Bhutan")),
        ("Relations between Nepal and Bhutan collapsed.", ("Nepal", "disputes.rivals", "Bhutan")),
        ("Italy shared the French view that the mandate should end.", ("Italy", "cooperates.supports", "France")),
        ("Sweden shared the concern voiced by Norway.", ("Sweden", "cooperates.supports", "Norway")),
        # dealings
        ("Dutch dealings with Persia grew complex and contentious.", ("Netherlands", "disputes.rivals", "Persia")),
        ("Danish contacts with Norway became strained.", ("Denmark", "disputes.rivals", "Norway")),
        ("Danish consuls took up residence in the ports of Siam.", ("Denmark", "cooperates.consults", "Siam")),
        # what is not accepted
        ("Denmark told Sweden that Norway would not accept Swedish rule.", ("Norway", "disputes.rejects", "Sweden")),
        ("Chile did not accept Peruvian attempts at annexation.", ("Chile", "disputes.rejects", "Peru")),
        # who is behind what spreads
        ("Jordan wants to curb Iranian-backed extremism.", ("Jordan", "restrains.limits", "Iran")),
        ("Kenya worked to check the spread of Soviet-directed communism.",
         ("Kenya", "restrains.limits", "Soviet Union")),
        # a second clause
        ("Danish traders built a post in Siam and their dealings with Siamese officials became contentious.",
         ("Denmark", "disputes.rivals", "Siam")),
        ("In 1904 Norway was able to confirm an alliance with Sweden.", ("Norway", "cooperates.agrees", "Sweden")),
        # who is the only one of a people
        ("The Dutch were the only Europeans allowed to trade with Japan.",
         ("Netherlands", "cooperates.collaborates", "Japan")),
        ("The French were among the few Europeans who traded with Siam.",
         ("France", "cooperates.collaborates", "Siam")),
        # what one is told
        ("Belgium made clear to France that it would stay neutral.", ("Belgium", "cooperates.consults", "France")),
        ("Italy explained to Austria that its fleet would stay.", ("Italy", "cooperates.consults", "Austria")),
        ("Togo persuaded Benin's king that war was near.", ("Togo", "cooperates.consults", "Benin")),
        ("French commissioners convinced the rebel chief, Jean Dupont, that Paris would end slavery.",
         ("France", "cooperates.consults", "Jean Dupont")),
        ("In exchange for bases, Norway transferred ten destroyers to Finland.",
         ("Norway", "cooperates.aids", "Finland")),
        ("Chad's opening to Libya was bold.", ("Chad", "cooperates.agrees", "Libya")),
        ("French support for Poland strained relations with Russia.", ("France", "cooperates.supports", "Poland")),
        ("Greece turned to Sweden for officers.", ("Greece", "disputes.demands", "Sweden")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "The government under attack was Libya's.",
        "The Danish army under heavy fire withdrew.",
        "During Lincoln's tenure as a lawyer Canada grew.",
        "The rift between the brothers led to war.",
        "The fence between Peru and Chile broke down.",
        "Trust between buyers and sellers grew in Peru.",
        "Dutch traders took up residence in Smyrna.",
        "The bank did not accept Russian cards.",
        "Kenya bought Chinese-backed bonds.",
        "The French defeat in 1871 enabled Italy to grow.",
        "Sweden compelled the abbot to cede land to Norway.",
        "The weather convinced Chile that the harvest would fail.",
    ],
)
def test_is_not_read(text):
    assert not triples(text)


def test_a_rule_is_no_law_for_the_ruled():
    found = triples("Pedro Alva won the election. Under his rule, Ecuador expelled foreign companies.")
    assert ("Ecuador", "restrains.limits", "Ecuador") not in found


def test_a_republic_is_no_part_of_another_by_its_name():
    assert triples("Talks between the People's Republic of China (PRC) and the Republic of China (ROC) failed.") == {
        ("China", "cooperates.consults", "Taiwan")
    }
