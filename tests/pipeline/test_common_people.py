"""People and bodies that only a common noun names: who attacks, accuses, orders and suffers without a name."""

import pytest
from said import said

FIGHT = "fights.attacks"
FORCED = "restrains.coerces"
DEMAND = "disputes.demands"
ACCUSED = "disputes.accuses"
PROMISED = "cooperates.agrees"
PROTEST = "disputes.protests"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops fired on crowds that had gathered at the port.", ("troops", FIGHT, "crowds")),
        ("Parents of the girls asked the mayor to resign.", ("parents", DEMAND, "mayor")),
        ("Mothers of the missing begged the junta for news.", ("mothers", DEMAND, "junta")),
        ("Locals accused the diggers of poisoning the river.", ("locals", ACCUSED, "diggers")),
        ("Marines used tear gas to disperse the crowd outside the palace.", ("marines", FORCED, "crowd")),
        ("Jailers beat inmates after a riot.", ("Jailers", FIGHT, "inmates")),
        ("Strikers threw bottles at policemen.", ("strikers", FIGHT, "policemen")),
        # a plural at the head of the sentence that the tagger takes for a name
        ("Wardens beat two detainees to death.", ("wardens", FIGHT, "detainees")),
        ("Colonels criticised the prime minister.", ("colonels", ACCUSED, "prime minister")),
        # nouns in lower case that it takes for names
        ("Judges in Zambia ordered the electoral commission to count again.", ("Zambia", DEMAND, "Zambia")),
        ("Nepalese teachers accused the anti-corruption commission of harassment.", ("Nepal", ACCUSED, "Nepal")),
        # to whom something is promised
        ("A colonel promised the refugees protection.", ("colonel", PROMISED, "refugees")),
        ("The mayor offered striking nurses a deal.", ("mayor", PROMISED, "nurses")),
        ("Pensioners booed the finance secretary at a meeting.", ("pensioners", PROTEST, "finance secretary")),
        # somebody's people, of whom only a pronoun says so
        ("The junta closed the radio and jailed its reporters.", ("junta", FORCED, "reporters")),
        ("Colombia arrested a retired general.", ("Colombia", FORCED, "retired general")),
        ("Malian soldiers burned two villages.", ("Mali", FIGHT, "Mali")),
        ("Rebels shot down a drone.", ("rebels", FIGHT, "drone")),
    ],
)
def test_common_people(text, expected):
    assert expected in {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad is massing troops near the Libyan border.", ("Chad", "fights.mobilizes", "Libya")),
        (
            "Norway and Iceland list the Houthis, who have 900 fighters, as terrorists.",
            ("Norway", "restrains.sanctions", "Houthis"),
        ),
        ("China criticised a trip to Taipei by a group of Czech senators.", ("China", ACCUSED, "Czechia")),
        ("Guatemala regards Belize as its own province.", ("Guatemala", "disputes.rivals", "Belize")),
    ],
)
def test_verbs_and_doers_that_the_parser_lost(text, expected):
    assert expected in {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Crowds lined the streets of the town.",
        "The parents of the twins live in the valley.",
        "Washington prepared to defend his forces.",
        "The farmers market sold the children a cake.",
        "Troops were deployed near the palace.",
    ],
)
def test_nothing_political(text):
    assert not said(text)
