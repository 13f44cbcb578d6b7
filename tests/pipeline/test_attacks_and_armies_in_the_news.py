"""Reports of attacks: whose soldiers are hit, what an attack does, whose army tells of it, and who is judged for it."""

import pytest
from said import said

HIT = "fights.attacks"
KEPT = "restrains.limits"
LED = "affiliated.leads"
MET = "cooperates.consults"
BLAMED = "disputes.accuses"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # soldiers are of the country that is struck, not of the one across the border
        (
            "Gunmen raided a barracks in Benin near the frontier with Burkina Faso, killing six soldiers.",
            ("gunmen", HIT, "Benin"),
        ),
        (
            "Militants ambushed a patrol in Ecuador close to the border with Colombia, wounding four policemen.",
            ("militants", HIT, "Ecuador"),
        ),
        ("Insurgents shelled a Chadian post near the Libyan border, killing a soldier.", ("insurgents", HIT, "Chad")),
        # what an attack does, and not the place or the man that it hits
        (
            "ETA launched an attack on Spain's interior ministry and the home of Jon Larrea that killed ten people.",
            ("ETA", HIT, "people"),
        ),
        (
            "Al-Shabaab staged an attack on a hotel in Mogadishu that killed two tourists.",
            ("al-Shabaab", HIT, "tourists"),
        ),
        (
            "Rebels carried out a raid on Peru's palace and the shrine of Juan Torre in May that killed two guards.",
            ("rebels", HIT, "guards"),
        ),
        (
            "The Eritrean army imposed a blockade in parts of Tigray that prevented aid agencies from delivering food.",
            ("Eritrea", KEPT, "aid agencies"),
        ),
        # those who fight do it themselves
        ("The army launched raids on the Karen militia, which killed nine monks.", ("Karen people", HIT, "monks")),
        # who is judged after an attack has made it
        ("NATO condemned Russia after its invasion of Georgia.", ("Russia", HIT, "Georgia")),
        ("Japan criticised Burma following its killing of monks.", ("Myanmar", HIT, "monks")),
        ("Brazil condemned Chile after its meeting with Peru.", ("Brazil", MET, "Peru")),
        # a state that is no more beside one that is
        ("Russian Foreign Minister Sergey Lavrov visited three post-Soviet states.", ("Russia", LED, "Russia")),
        ("Russian President Vladimir Putin flew to Kazakhstan, a former Soviet republic.", ("Russia", LED, "Russia")),
        # a meeting is the two's
        ("The Kenyan foreign minister will meet Anwar Ibrahim in Kampala for talks.", ("Anwar Ibrahim", MET, "Kenya")),
        # who hears a complaint is not complained of
        ("Sudan filed a complaint to the African Union against Ethiopia.", ("Sudan", BLAMED, "Ethiopia")),
        ("Tokyo submitted a protest to Seoul over the visit.", ("Japan", BLAMED, "South Korea")),
    ],
)
def test_it_is_read(text, expected):
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Al-Shabaab staged an attack on a hotel in Mogadishu that killed two tourists.", ("Somalia", HIT, "tourists")),
        (
            "Rebels carried out a raid on Peru's palace and the shrine of Juan Torre in May that killed two guards.",
            ("Juan Torre", HIT, "guards"),
        ),
        ("NATO condemned Russia after its invasion of Georgia.", ("NATO", HIT, "Georgia")),
        ("Lebanon filed a complaint to the UN Security Council over the raids.", ("Lebanon", BLAMED, "United Nations")),
    ],
)
def test_it_is_not_read(text, wrong):
    assert wrong not in stated(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("French jets hit Islamist camps in Mali's Mopti region, the army said.", "army"),
        ("Chadian troops killed nine fighters in Niger's Diffa region, the government announced.", "Chad"),
    ],
)
def test_a_region_named_with_its_country_does_not_make_the_text_its_own(text, speaker):
    assert [r.attribution for r in said(text)] == [speaker]
