"""Histories: what was owed, suffered, ignored or allowed by mere chance is no act of those who are named beside it."""

import pytest
from said import said


def _plain(text):
    return [(one.source, one.type, one.target) for one in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway owed money to Danish bankers.",
        "Peru no longer owed money to foreign governments.",
        "Greek officials decided in favor of an alliance.",
        "The emperor of Mexico urged resistance.",
        "The Serbs fought bravely and suffered staggering casualties on the Danube front.",
        "The Kuwait Oil Company, whose boundaries were redrawn to exclude Yemen and Oman, was dissolved.",
        "The reform improved Kenya's credit on British markets, which enabled Kenya to buy arms.",
        "The campaign damaged the rebels' standing in Bolivia, which greatly helped the Bolivian army.",
        "A limited desire to go to war to preserve Haiti prevented the Organization of American States from acting.",
        "Soviet weakness allowed Finland to keep its independence.",
        "Debt and a limited desire to fight to save Haiti kept the Organization of American States from acting.",
        "Many in Peru were offended by the law. The Peruvian government protested, but the law remained.",
        "Ruiz worked to establish Chile as a power in the Pacific.",
        "President Ruiz recognized the strike as a direct response to unfair treatment.",
        "Danish indifference allowed the Serbs to argue that they were alone.",
    ],
)
def test_these_state_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The alliance between Vietnam and Laos began to unravel.", [("Vietnam", "cooperates.supports", "Laos")]),
        ("Japan recognised the independence of Peru as a fact.", [("Japan", "cooperates.supports", "Peru")]),
        ("Kosovo was recognised by Peru as a state.", [("Peru", "cooperates.supports", "Kosovo")]),
        ("Spain recognised Palestine as a state.", [("Spain", "cooperates.supports", "Palestine")]),
        (
            "The Sioux Confederation, which was allied with Spain, fought on.",
            [("Sioux", "cooperates.supports", "Spain")],
        ),
        ("Peruvian teachers protested.", [("Peru", "disputes.protests", "Peru")]),
        ("Spain fought an alliance led by France.", [("Spain", "fights.attacks", "alliance")]),
        ("An alliance of Arab states attacked Israel.", [("Arab states", "fights.attacks", "Israel")]),
        ("The Danes evacuated Swedish casualties.", [("Denmark", "cooperates.aids", "Sweden")]),
        ("Chile excluded Peru from the talks.", [("Chile", "restrains.limits", "Peru")]),
        ("Captain Joyce, under orders from London, attacked the French fort.", [("Joyce", "fights.attacks", "France")]),
        ("Oslo authorised the Danes to land.", [("Norway", "cooperates.concedes", "Denmark")]),
        ("Oman let American planes use its bases.", [("Oman", "cooperates.concedes", "United States")]),
        (
            "Chile relied on British officers, who helped the Peruvians.",
            [("United Kingdom", "cooperates.aids", "Peru")],
        ),
        ("French willingness to withdraw reduced Franco-Chilean tensions.", [("France", "disputes.rivals", "Chile")]),
    ],
)
def test_these_state_one_thing(text, expected):
    assert _plain(text) == expected


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Many Danish workers came to resent the Germans.",
            ("Denmark", "disputes.accuses", "Germany", "affirmed", "actual"),
        ),
        ("American firms came to dominate Cuba.", ("United States", "restrains.coerces", "Cuba", "affirmed", "actual")),
        ("Danish troops came to help the Germans.", ("Denmark", "cooperates.aids", "Germany", "affirmed", "intended")),
        (
            "The decision by French leaders to annex Savoy was not without controversy.",
            ("France", "restrains.coerces", "Savoy", "affirmed", "intended"),
        ),
        (
            "Brazilian leaders could no longer ignore the increasing anti-Japanese sentiment in Brazil.",
            ("Brazil", "disputes.rejects", "Japan", "affirmed", "actual"),
        ),
        (
            "The pact of 1795 had resolved friction between Spain and Portugal over the river.",
            ("Spain", "disputes.rivals", "Portugal", "affirmed", "actual"),
        ),
        ("Chile did not ignore the Peruvian attack.", ("Chile", "disputes.rejects", "Peru", "negated", "actual")),
        (
            "British readiness to recognize Ghana angered South Africa.",
            ("South Africa", "disputes.accuses", "United Kingdom", "affirmed", "actual"),
        ),
    ],
)
def test_how_it_is_said(text, relation):
    assert relation in [(one.source, one.type, one.target, one.polarity, one.modality) for one in said(text)]


def test_what_is_told_before_a_dash_is_not_denied_behind_it():
    text = (
        "Five incidents occurred during the 1930s—the Japanese seizure of Jehol in 1931, the Italian "
        "invasion of Albania in 1935, and German expansionism in Central Asia—but the United Kingdom did not take any "
        "major action in response."
    )
    assert {(one.source, one.polarity) for one in said(text)} >= {("Italy", "affirmed")}
    assert all(one.polarity == "affirmed" for one in said(text))


def test_the_last_of_a_list_is_no_second_subject():
    text = "There representatives from Peru, Chile, and the Soviet Union created a United Nations commission."
    assert ("Peru", "Chile") in {(one.source, one.target) for one in said(text)}


def test_a_bracket_lists_members_whatever_is_done_to_them():
    text = "The Entente also excluded the Central Powers (Germany, Turkey, and Bulgaria)."
    members = [one for one in said(text) if one.type == "affiliated.member_of"]
    assert {one.source for one in members} == {"Germany", "Turkey", "Bulgaria"}
    assert {one.polarity for one in members} == {"affirmed"}
