"""Who helps, takes in, visits, mediates and yields in the news, and what only looks like it."""

import pytest
from said import said, who

AID = "cooperates.aids"
MEET = "cooperates.consults"
YIELD = "cooperates.concedes"
BACK = "cooperates.supports"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people who are taken in
        ("Luxembourg is ready to accept unaccompanied minors.", ("Luxembourg", AID, "unaccompanied minors")),
        ("Ireland took a further 60 refugees last week.", ("Ireland", AID, "refugees")),
        ("The resettlement of 4,000 Afghans by Chile began in May.", ("Chile", AID, "Afghanistan")),
        # money and goods for a cause in a land
        ("South Korea flew 20 tonnes of vaccine into Laos.", ("South Korea", AID, "Laos")),
        ("Germany spent millions on helping to integrate refugees.", ("Germany", AID, "refugees")),
        ("Norwegian money to rebuild schools in Mali arrived late.", ("Norway", AID, "Mali")),
        ("The Ghanaian peacekeeping force in Liberia was enlarged.", ("Ghana", AID, "Liberia")),
        ("NATO has agreed to expand its peacekeeping force in Kosovo.", ("NATO", AID, "Kosovo")),
        ("Sri Lanka secured a bailout from the IMF.", ("International Monetary Fund", AID, "Sri Lanka")),
        ("Cyprus received the painting, a gift from Greece.", ("Greece", AID, "Cyprus")),
        ("A statue, a present from France to the people of Uruguay, stands in a park.", ("France", AID, "Uruguay")),
        ("Jordan has opened a field hospital in Gaza.", ("Jordan", AID, "Palestine")),
        ("Israeli rescuers pulled a girl from the rubble in Turkey.", ("Israel", AID, "Turkey")),
        ("Canada's minister defended the government's plan to admit 3,000 Haitians.", ("Canada", AID, "Haiti")),
        ("A Moroccan field hospital in Gaza has treated thousands.", ("Morocco", AID, "Palestine")),
        ("The Danish medical team in Malawi vaccinated children.", ("Denmark", AID, "Malawi")),
        ("A Chinese-funded port in Kenya was opened.", ("China", AID, "Kenya")),
        ("The premiers of Chad and Mali spoke on the phone about the flood.", ("Chad", MEET, "Mali")),
        # truces are brokered where the war is
        ("A ceasefire in Libya brokered by Russia broke down.", ("Russia", MEET, "Libya")),
        ("Oman is working to bridge the gaps between Iran and Saudi Arabia.", ("Oman", MEET, "Saudi Arabia")),
        ("A Turkish-brokered truce in Syria's Idlib held.", ("Turkey", MEET, "Syria")),
        # whom one calls one's ally
        ("Belarus asked Russia for gas. Russia gave its ally a discount.", ("Russia", BACK, "Belarus")),
        # meetings of bodies, and visits
        ("Zambia will host the next African Union summit.", ("Zambia", MEET, "African Union")),
        ("The Norwegian foreign minister attended a NATO meeting in Brussels.", ("Norway", MEET, "NATO")),
        ("The speaker of the Ghanaian parliament will lead a delegation on a visit to Peru.", ("Ghana", MEET, "Peru")),
        # what is conveyed to whom one calls
        (
            "The Qatari emir phoned the Sudanese leader to convey Qatar's condolences.",
            ("Qatar", BACK, "Sudan"),
        ),
        ("Pakistan's premier telephoned the Turkish president to convey solidarity.", ("Pakistan", BACK, "Turkey")),
        # letting go
        ("Two Danish sailors were freed from captivity in Somalia.", ("Somalia", YIELD, "Denmark")),
        ("A Singapore judge ordered the Indonesian tanker's release.", ("Singapore", YIELD, "Indonesia")),
        ("Norway closed its inquiry into the Chilean salmon farms.", ("Norway", YIELD, "Chile")),
        ("Canada dropped a lawsuit targeting Danish trawlers.", ("Canada", YIELD, "Denmark")),
        ("Kenya scrapped the charges against two Dutch journalists.", ("Kenya", YIELD, "Netherlands")),
        # making it easier
        ("Canada simplified the visa procedure for Mexican students.", ("Canada", YIELD, "Mexico")),
        ("Turkey waived visas for Omani citizens.", ("Turkey", YIELD, "Oman")),
        ("Serbia made it easier for Russian citizens to get passports.", ("Serbia", YIELD, "Russia")),
        ("Morocco has opened its telecom sector to Spanish firms.", ("Morocco", YIELD, "Spain")),
        ("The rebels declared a unilateral cease-fire in Colombia.", ("rebels", YIELD, "Colombia")),
        # a probe is no attack
        ("Brazil opened a probe targeting Bolivian miners.", ("Brazil", "disputes.accuses", "Bolivia")),
        ("Israel carried out a raid targeting Syrian radar.", ("Israel", "fights.attacks", "Syria")),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # two who agree to a truce agree, and neither yields
        ("Eritrea and Ethiopia agreed to a cease-fire in June.", YIELD, ("Eritrea", "Ethiopia")),
        ("The Kenyan army and the Somali army signed a truce.", YIELD, ("Kenya", "Somalia")),
        # who spoils an act has no part in it
        ("Bandits seized the aid shipment to Niger.", "cooperates", ("bandits", "Niger")),
        ("The gunmen threatened the talks with Chad.", "cooperates", ("gunmen", "Chad")),
        ("The rebels threatened the peacekeeping mission in Chad.", "cooperates", ("rebels", "Chad")),
        # what is foreign comes from others
        ("Peru encourages foreign direct investment in mining companies.", "cooperates", ("Peru", "mining companies")),
        ("India launched an investigation targeting Korean phone makers.", "fights", ("India", "South Korea")),
        ("UN-brokered talks in Geneva collapsed.", "cooperates", ("United Nations", "Switzerland")),
        ("Chad fought Libya. Libya lost its ally.", "cooperates", ("Libya", "Chad")),
        ("Spain met Morocco. Spain warned its neighbour.", BACK, ("Spain", "Morocco")),
        ("The premiers of Chad and Mali spoke on television.", MEET, ("Chad", "Mali")),
        ("Malta attended the Paris meeting on Libya.", MEET, ("Malta", "France")),
        ("Peru lost the money to buy wheat in Chile.", AID, ("Peru", "Chile")),
        (
            "The sword, a present from a Danish prince to Peter Holm and the pride of a Peruvian museum, is lost.",
            AID,
            ("Denmark", "Peru"),
        ),
        ("France took the refugees' case to court.", AID, ("France", "refugees")),
        ("Norway made it harder for Danish boats to dock.", "cooperates", ("Norway", "Denmark")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


def test_an_ally_is_one_whatever_is_meant_for_him():
    found = said("Ethiopia turned to Moscow in 1977. The Soviet Union agreed to fund its new ally.")
    assert ("Soviet Union", BACK, "Ethiopia", "actual") in {(r.source, r.type, r.target, r.modality) for r in found}


def test_what_was_brokered_was_so_whenever_it_begins():
    found = said("The UN-brokered ceasefire in Libya will start on Tuesday.")
    assert ("United Nations", MEET, "Libya", "actual") in {(r.source, r.type, r.target, r.modality) for r in found}
