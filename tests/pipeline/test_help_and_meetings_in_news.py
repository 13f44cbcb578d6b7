"""Who sends, helps, lets go, gives way and meets in the news, and whom those are who speak for others."""

import pytest
from said import said, who

AID = "cooperates.aids"
MEET = "cooperates.consults"
YIELD = "cooperates.concedes"
BACK = "cooperates.supports"
MEMBER = "affiliated.member_of"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # peacekeepers, wherever the words put them
        ("Kenya sent 400 soldiers in Haiti to serve as a peacekeeping force.", ("Kenya", AID, "Haiti")),
        ("Ireland sent officers to Kosovo to monitor the truce.", ("Ireland", AID, "Kosovo")),
        (
            "About 900 Fijian soldiers were deployed as peacekeepers along the border between Israel and Egypt.",
            ("Fiji", AID, "Egypt"),
        ),
        ("Two hundred Indian peacekeepers bound for South Sudan left Delhi on Monday.", ("India", AID, "South Sudan")),
        ("The UN peacekeeping force in Mali was enlarged.", ("United Nations", AID, "Mali")),
        (
            "Nepal is sending men to the United Nations peacekeeping force in South Sudan.",
            ("United Nations", AID, "South Sudan"),
        ),
        # what help is meant for
        ("USAID provided tents to 20,000 people after the earthquake in Nepal.", ("United States", AID, "people")),
        ("Norway announced an increase in funding to fight cholera in Mozambique.", ("Norway", AID, "Mozambique")),
        ("China sent a relief package aimed at easing hunger in Sudan.", ("China", AID, "Sudan")),
        ("Spain sent planes to fight the wildfires in Portugal.", ("Spain", AID, "Portugal")),
        ("The people evacuated by Italy from Niger are safe.", ("Italy", AID, "Niger")),
        ("Canada supports schools in Chad.", ("Canada", BACK, "Chad")),
        # two who are helped to do something
        (
            "Algeria launched a mediation effort meant to help Mali and the Tuareg rebels reach a truce.",
            ("Algeria", MEET, "Mali"),
        ),
        # who held them lets them go
        ("Canada's premier announced the release of a Canadian nurse held in Mali.", ("Mali", YIELD, "Canada")),
        ("Madrid welcomed the release of a Spanish nurse held by the Houthis.", ("Houthis", YIELD, "Spain")),
        ("The release of three Poles held by Belarus came on Monday.", ("Belarus", YIELD, "Poland")),
        # what is called by another name for whom it is against
        (
            "The European Union has dropped the investigation of dumping, a probe aimed mainly at Chinese steelmakers.",
            ("European Union", YIELD, "China"),
        ),
        ("Canada closed an inquiry, one aimed at Danish firms.", ("Canada", YIELD, "Denmark")),
        ("Chad ended a boycott directed against Sudanese goods.", ("Chad", YIELD, "Sudan")),
        ("The EU imposed a tariff aimed at Chinese cars.", ("European Union", "restrains.sanctions", "China")),
        ("Peru lifted a ban Friday on women entering temples.", ("Peru", YIELD, "women")),
        (
            "The court has closed its inquiry into killings, a case directed against Israeli officers.",
            ("court", YIELD, "Israel"),
        ),
        # what one gives way to
        ("The junta bowed to demands that exiled Malians be let home.", ("junta", YIELD, "Mali")),
        ("Chad gave in to demands that two Danes be freed.", ("Chad", YIELD, "Denmark")),
        ("Peru yielded to an appeal to free Chile's envoy.", ("Peru", YIELD, "Chile")),
        # what is given back
        ("Mali agreed to give back the trucks it took from Niger.", ("Mali", YIELD, "Niger")),
        ("Russia returned the ship that it had captured from Estonia.", ("Russia", YIELD, "Estonia")),
        (
            "ICE returned a dagger engraved with the image of Julius the Great to Italian authorities.",
            ("United States", YIELD, "Italy"),
        ),
        # whom those fight who lay down arms
        (
            "The Ethiopian army fighting Tigrayan rebels has declared a ceasefire.",
            ("Ethiopia", YIELD, "Tigrayan rebels"),
        ),
        ("The rebels, who fight the Malian army, announced a truce.", ("rebels", YIELD, "Mali")),
        # pardons, and help that others back
        ("Peru's court approved a pardon for two Danes.", ("Peru", YIELD, "Denmark")),
        ("Canada has long supported military aid to Ukraine.", ("Canada", BACK, "Ukraine")),
        ("Japan promised its support for efforts at expanding the Iraqi economy.", ("Japan", BACK, "Iraq")),
        # counterparts, and letters
        (
            "The Danish premier will meet his counterpart Italian President Sergio Mattarella at a working lunch.",
            ("Denmark", MEET, "Italy"),
        ),
        ("Sergey Lavrov called his counterpart, Chinese Foreign Minister Wang Yi.", ("Sergey Lavrov", MEET, "China")),
        ("The Chadian minister said he received a warm letter from Mali's president.", ("Mali", MEET, "Chad")),
        # for whom somebody speaks
        (
            'The Kenyan minister said it supports the African Union\'s effort to "bring the parties together quickly."',
            ("Kenya", BACK, "African Union"),
        ),
        ("The Danish envoy said it will back Chad's plan.", ("Denmark", BACK, "Chad")),
        ("Chile told Peru that it supports Peru's claim.", ("Chile", BACK, "Peru")),
        ("Germany's UN ambassador Christoph Heusgen met the envoy.", ("Christoph Heusgen", MEMBER, "Germany")),
        ("UN envoy Geir Pedersen arrived in Damascus.", ("Geir Pedersen", MEMBER, "United Nations")),
    ],
)
def test_it_is_said(text, expected):
    # a person is named as himself where he is who is a member of something
    found = {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}
    if expected[1] == MEMBER:
        expected = (expected[2], MEMBER, expected[2])
    assert expected in found


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("German troops served in Poland during the war.", AID, ("Germany", "Poland")),
        ("Russia deployed its soldiers along the border between Ukraine and Moldova.", AID, ("Russia", "Ukraine")),
        ("Two hundred Indian tourists bound for South Sudan were on the plane.", AID, ("India", "South Sudan")),
        ("Norway announced a cut in funding to fight cholera in Mozambique.", AID, ("Norway", "Mozambique")),
        ("Russia sent planes to support the rebels in Chad.", AID, ("Russia", "rebels")),
        ("UN peacekeepers in Mali were shot.", MEMBER, ("UN peacekeepers", "Mali")),
        ("Denmark demanded the release of two Danish sailors held in Libya.", YIELD, ("Libya", "Denmark")),
        ("Chad gave in to demands that the Danes be jailed.", YIELD, ("Chad", "Denmark")),
        ("The junta bowed to demands that exiled Malians be let home.", "disputes", ("junta", "Mali")),
        ("Chad gave way to attacks on Mali.", "fights", ("Chad", "Mali")),
        ("Germany's UN ambassador Christoph Heusgen met the envoy.", MEMBER, ("Germany", "United Nations")),
        ("Italy supports the UN's aid to Chad.", BACK, ("Italy", "Chad")),
        ("Norway backs sanctions on Russia.", BACK, ("Norway", "Russia")),
        ("Chad supports efforts to remove Mali's president.", BACK, ("Chad", "Mali")),
        ("The army battling Boko Haram declared victory.", YIELD, ("army", "Boko Haram")),
        ("Oman received a threat from Iran.", MEET, ("Oman", "Iran")),
        ("Ivan Kahn's mother fell ill, and Peru helped her.", AID, ("Peru", "Ivan Kahn")),
        ("Chile told Peru that it supports Peru's claim.", BACK, ("Peru", "Peru")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


def test_a_pardon_is_granted_by_who_signs_it():
    found = said("The Emir of Qatar granted an amnesty to 30 Indians.")
    assert ("Qatar", YIELD, "India", "actual") in {(r.source, r.type, r.target, r.modality) for r in found}
