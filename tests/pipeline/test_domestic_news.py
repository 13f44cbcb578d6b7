"""Domestic news: vehicles and houses that are hit, relatives who speak, whose links are whose, what is no measure."""

import pytest
from said import said

FIGHT = "fights.attacks"
FORCED = "restrains.coerces"
ACCUSED = "disputes.accuses"


def _triples(text):
    return {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever owns what is hit
        ("Smugglers rammed a police car.", ("smugglers", FIGHT, "police")),
        ("Fishermen rammed a coast guard vessel.", ("fishermen", FIGHT, "coast guard")),
        ("Demonstrators torched a government building.", ("demonstrators", FIGHT, "government")),
        ("Arsonists set fire to the party headquarters.", ("arsonists", FIGHT, "party")),
        # what is nobody's
        ("Residents of the valley blocked a convoy of mining trucks.", ("residents", FORCED, "convoy")),
        ("Settlers stoned a bus.", ("settlers", FIGHT, "bus")),
        # people of a place that is nobody's
        ("Residents of the valley accused the ministry of ignoring them.", ("residents", ACCUSED, "ministry")),
        ("Citizens of the republic condemned the junta.", ("citizens", ACCUSED, "junta")),
        # relatives speak for themselves
        ("The mother of a dead soldier accused the army of lying.", ("mother", ACCUSED, "army")),
        # whose links are whose
        ("Oman revoked the visa of a banker with links to Iran.", ("banker", "cooperates.supports", "Iran")),
        ("Mediators from Oman brought officials and rebels together.", ("Oman", "cooperates.consults", "rebels")),
        ("Estonia caught three agents working for Russia.", ("Estonia", FORCED, "agents")),
        ("Finland will leave the treaty, citing the threat from Russia.", ("Russia", "disputes.threatens", "Finland")),
        ("Kenya and Uganda began a joint inquiry.", ("Kenya", "cooperates.collaborates", "Uganda")),
    ],
)
def test_domestic_news(text, expected):
    assert expected in _triples(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Oman revoked the visa of a banker with links to Iran.", ("Oman", "cooperates.supports", "Iran")),
        ("France keeps 900 soldiers in Niger.", ("France", FORCED, "soldiers")),
        ("Norway was worried about the safety of fishermen.", ("Norway", ACCUSED, "fishermen")),
        ("Iran readmitted U.N. inspectors to its mines.", ("United Nations", "affiliated.member_of", "Iran")),
        ("Japan repeated its offer of doctors.", ("Japan", "cooperates.agrees", "doctors")),
        ("Mali left, as did Niger, which is ruled by soldiers.", ("Mali", "affiliated.leads", "Niger")),
        ("Peru and Chile signed a pact that obliges each to help.", ("Peru", "disputes.demands", "Chile")),
    ],
)
def test_what_is_not_said(text, wrong):
    assert wrong not in _triples(text)
