"""Who gives, mediates, calls or works together, and who fights, where the sentence is no plain one."""

import pytest
from said import said


def orders(text):
    return {(*order, relation.type) for relation in said(text) for order in relation.orders}


@pytest.mark.parametrize(
    ("text", "source", "type_", "target"),
    [
        # one list of what is given serves giving and receiving
        ("Ukraine received 40 howitzers from Poland.", "Poland", "cooperates.aids", "Ukraine"),
        ("Chad got tractors from Norway.", "Norway", "cooperates.aids", "Chad"),
        # a reflexive subject is the subject above
        ("Chad found itself forced to support Niger.", "Chad", "cooperates.supports", "Niger"),
        ("The Danes found themselves fighting Sweden.", "Denmark", "fights.attacks", "Sweden"),
        # who mediates, and those of the sentence between whom he does
        ("The war between Chad and Libya ended with UN mediation.", "United Nations", "cooperates.consults", "Libya"),
        ("The first Chad-Libya war ended with French mediation.", "France", "cooperates.consults", "Chad"),
        # pushed towards a war or an alliance
        ("The incident pushed Chile toward war with Peru.", "Chile", "fights.attacks", "Peru"),
        ("Spain was drifting toward war with Morocco.", "Spain", "fights.attacks", "Morocco"),
        # said to somebody by wire, to an assembly, with one's papers
        ("Putin told Erdogan in a phone call that the deal held.", "Putin", "cooperates.consults", "Erdogan"),
        ("Norway's premier addressed the Danish parliament.", "Norway", "cooperates.consults", "Denmark"),
        ("The envoy of Chile handed his credentials to Peru's president.", "Chile", "cooperates.consults", "Peru"),
        ("Sweden's premier attended the Danish king's funeral.", "Sweden", "cooperates.consults", "Denmark"),
        # what two make that is one thing
        ("The buffer zone set up by France and Togo was quiet.", "France", "cooperates.collaborates", "Togo"),
        # who strikes no longer yields to whom he comes to terms with
        ("The teachers called off their strike after Chad raised wages.", "teachers", "cooperates.concedes", "Chad"),
        (
            "Indian miners called off a strike after a deal with the Indian government.",
            "India",
            "cooperates.concedes",
            "India",
        ),
        # what somebody hopes for or attains from another
        ("The rebels attained recognition by Peru.", "Peru", "cooperates.supports", "rebels"),
        ("Chad hoped for help from Libya.", "Libya", "cooperates.aids", "Chad"),
        ("Britain gave Japan a grace period.", "United Kingdom", "cooperates.concedes", "Japan"),
        # a preposition that shares the object of the next
        (
            "Chad carried out raids coordinated with and in support of Niger.",
            "Chad",
            "cooperates.collaborates",
            "Niger",
        ),
        # forces moved to somebody's alarm
        ("Iraq massed troops on the ridge, threatening Kuwait.", "Iraq", "fights.mobilizes", "Kuwait"),
        # attacks of other kinds
        ("Chile launched cyber attacks on Peru.", "Chile", "fights.attacks", "Peru"),
        ("Tanzania toppled the government of Uganda.", "Tanzania", "fights.attacks", "Uganda"),
        ("British forces tried to expel the French.", "United Kingdom", "fights.attacks", "France"),
        ("The Saudi-led military intervention against the Houthis began.", "Saudi Arabia", "fights.attacks", "Houthis"),
        ("Egypt opened hostilities against Israel.", "Egypt", "fights.attacks", "Israel"),
    ],
)
def test_is_read(text, source, type_, target):
    assert (source, target, type_) in orders(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Israeli doctors treated wounded Syrians in Galilee.", "fights", ("Israel", "Syria")),
        ("Chinese peacekeepers who are part of a Kenyan mission left.", "cooperates", ("China", "Kenya")),
        ("Biden told reporters in a phone call that Iran would pay.", "cooperates", ("Biden", "reporters")),
        ("Chad and Mali issued passports.", "cooperates", ("Chad", "Mali")),
        ("The dockers called off the strike after the king of Norway died.", "cooperates", ("dockers", "Norway")),
        ("Chad called for help from Libya.", "cooperates", ("Libya", "Chad")),
        ("Peru closed the mine, threatening Chilean firms.", "fights", ("Peru", "Chile")),
    ],
)
def test_is_not_read(text, family, pair):
    assert (*pair, family) not in {(source, target, type_.split(".")[0]) for source, target, type_ in orders(text)}
