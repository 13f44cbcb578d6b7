"""What news tells in a line: whose embassy is struck, shots from over a border, claimed deeds, people in need."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Indigenous groups in Peru accused the government of ignoring their complaints.",
            "disputes.accuses",
            ("Peru", "Peru"),
        ),
        (
            "Coffee farmers in Honduras marched on the presidential palace.",
            "disputes.protests",
            ("Honduras", "Honduras"),
        ),
        (
            "Sweden will provide food to people facing famine in South Sudan.",
            "cooperates.aids",
            ("Sweden", "South Sudan"),
        ),
        (
            "A Yemeni rebel spokesman accused Saudi Arabia of breaking the truce.",
            "disputes.accuses",
            ("Yemeni rebels", "Saudi Arabia"),
        ),
        (
            "Amnesty International called for an arms embargo on South Sudan.",
            "disputes.demands",
            ("Amnesty International", "South Sudan"),
        ),
        ("Lithuania pushed for a ban on Russian coal.", "disputes.demands", ("Lithuania", "Russia")),
        (
            "Ecuador expelled the Mexican ambassador, accusing her of meddling in the election.",
            "disputes.accuses",
            ("Ecuador", "Mexico"),
        ),
        (
            "Mali arrested 49 soldiers from Ivory Coast, accusing them of being mercenaries.",
            "disputes.accuses",
            ("Mali", "Ivory Coast"),
        ),
        (
            "Vietnam freed the American pastor after holding him for two years.",
            "restrains.coerces",
            ("Vietnam", "United States"),
        ),
        ("Tonga thanked Australia for its help after the tsunami.", "cooperates.aids", ("Australia", "Tonga")),
        ("Cuba thanked China for its donation of vaccines.", "cooperates.aids", ("China", "Cuba")),
        ("The Ukrainian minister thanked Estonia for its military aid.", "cooperates.aids", ("Estonia", "Ukraine")),
        ("Kiribati expressed gratitude to Beijing for its support.", "cooperates.supports", ("China", "Kiribati")),
        ("Mortar shells fired from Syria hit a village in Turkey.", "fights.attacks", ("Syria", "Turkey")),
        (
            "A rocket fired by Palestinian militants landed near the Israeli city of Ashkelon.",
            "fights.attacks",
            ("Palestinian militants", "Israel"),
        ),
        ("A missile launched from Yemen struck the Saudi city of Jizan.", "fights.attacks", ("Yemen", "Saudi Arabia")),
        ("Shells from Pakistan killed two Indian villagers in Poonch.", "fights.attacks", ("Pakistan", "India")),
        ("US-led warplanes hit a school in the Syrian town of Mansoura.", "fights.attacks", ("United States", "Syria")),
        (
            "The attack, which left 30 Afghan soldiers dead, was claimed by the Taliban.",
            "fights.attacks",
            ("Taliban", "Afghanistan"),
        ),
        (
            "A bombing that killed three Kenyan policemen was claimed by al-Shabab.",
            "fights.attacks",
            ("al-Shabaab", "Kenya"),
        ),
        ("Ukraine accused Russia of massing tanks near its border.", "fights.mobilizes", ("Russia", "Ukraine")),
        ("Guyana said Venezuela had sent soldiers to its border.", "fights.mobilizes", ("Venezuela", "Guyana")),
        ("Kosovo said that Serbia had deployed 48 tanks near its frontier.", "fights.mobilizes", ("Serbia", "Kosovo")),
        ("Sudan said Ethiopian soldiers had entered its territory.", "fights.mobilizes", ("Ethiopia", "Sudan")),
        (
            "Iran's ambassador was called in to the foreign ministry in Copenhagen.",
            "disputes.accuses",
            ("Denmark", "Iran"),
        ),
        (
            "The Burmese ambassador in London was summoned over the coup.",
            "disputes.accuses",
            ("United Kingdom", "Myanmar"),
        ),
        ("Ukraine blamed Moscow for a cyber attack on its power grid.", "fights.attacks", ("Russia", "Ukraine")),
        (
            "Albania cut ties with Iran after accusing it of a cyber attack on government websites.",
            "disputes.accuses",
            ("Albania", "Iran"),
        ),
        (
            "Ukraine said Russia had amassed 90,000 soldiers near its borders.",
            "fights.mobilizes",
            ("Russia", "Ukraine"),
        ),
        (
            "Taiwan's military said 20 Chinese warplanes had entered its air defence zone.",
            "fights.mobilizes",
            ("China", "Taiwan"),
        ),
        ("Estonia blamed Russia for a cyber attack on its ministries.", "fights.attacks", ("Russia", "Estonia")),
        ("Chad said Sudan was behind an attack on its capital.", "fights.attacks", ("Sudan", "Chad")),
        (
            "South Korea suspects that the North was behind a cyber attack on its banks.",
            "fights.attacks",
            ("North Korea", "South Korea"),
        ),
        ("Mali said that Algeria had carried out a raid on its outpost.", "fights.attacks", ("Algeria", "Mali")),
        ("Pakistan condemned India for the shelling of its village.", "fights.attacks", ("India", "Pakistan")),
        ("Armenia accuses Azerbaijan of advancing into its territory.", "fights.attacks", ("Azerbaijan", "Armenia")),
        ("Rockets fired by Hezbollah landed in northern Israel.", "fights.attacks", ("Hezbollah", "Israel")),
        ("Rocket fire from Gaza hit the Israeli town of Sderot.", "fights.attacks", ("Palestine", "Israel")),
        ("Rockets from Lebanon killed two Israelis.", "fights.attacks", ("Lebanon", "Israel")),
        (
            "Shelling from Syria killed five people in the Turkish town of Akcakale.",
            "fights.attacks",
            ("Syria", "Turkey"),
        ),
        ("Mortar shells from Syria landed in Turkey.", "fights.attacks", ("Syria", "Turkey")),
        ("Saudi-led jets bombed a market in the Yemeni town of Dahyan.", "fights.attacks", ("Saudi Arabia", "Yemen")),
        (
            "The bombing, which killed 12 Indian soldiers, was claimed by Jaish-e-Mohammed.",
            "fights.attacks",
            ("Jaish-e-Mohammed", "India"),
        ),
        ("Norway gave 20 million dollars to flood victims in Pakistan.", "cooperates.aids", ("Norway", "Pakistan")),
        (
            "The European Union sent tents to families displaced by floods in Mozambique.",
            "cooperates.aids",
            ("European Union", "Mozambique"),
        ),
        ("Japan will help villagers affected by the eruption in Tonga.", "cooperates.aids", ("Japan", "Tonga")),
        (
            "Student groups in Thailand demanded that the prime minister step down.",
            "disputes.demands",
            ("Thailand", "Thailand"),
        ),
        ("Families in Gaza received food from Jordan.", "cooperates.aids", ("Jordan", "Palestine")),
        (
            "A senior Libyan militia commander met the Italian interior minister in Tunis.",
            "cooperates.consults",
            ("Libyan militia", "Italy"),
        ),
        (
            "Iran's supreme leader has held talks with a senior Yemeni rebel official.",
            "cooperates.consults",
            ("Iran", "Yemeni rebels"),
        ),
        ("Ukraine killed a Russian separatist commander.", "fights.attacks", ("Ukraine", "Russian separatists")),
        ("Human Rights Watch called for sanctions on Eritrea.", "disputes.demands", ("Human Rights Watch", "Eritrea")),
        ("Japan called for curbs on North Korea's missile programme.", "disputes.demands", ("Japan", "North Korea")),
        (
            "Bolivia expelled the US ambassador, accusing him of inciting unrest.",
            "disputes.accuses",
            ("Bolivia", "United States"),
        ),
        (
            "Rebels freed six Chinese oil workers after holding them for a month.",
            "restrains.coerces",
            ("rebels", "China"),
        ),
        ("Mali arrested eight men from Niger.", "restrains.coerces", ("Mali", "Niger")),
        (
            "Saudi-led warplanes bombed a wedding in the Yemeni province of Hajjah.",
            "fights.attacks",
            ("Saudi Arabia", "Yemen"),
        ),
        (
            "An Ethiopian rebel leader returned to Addis Ababa after talks with the government.",
            "cooperates.consults",
            ("Ethiopian rebels", "Ethiopia"),
        ),
        (
            "The Chinese ambassador was summoned to the foreign ministry in Prague.",
            "disputes.accuses",
            ("Czechia", "China"),
        ),
        (
            "Indigenous groups in Ecuador accused the government of ignoring their demands.",
            "disputes.accuses",
            ("Ecuador", "Ecuador"),
        ),
        (
            "Norway pledged 20 million dollars to flood victims in Pakistan.",
            "cooperates.agrees",
            ("Norway", "Pakistan"),
        ),
        (
            "Under pressure from Washington, Panama cut ties with the Chinese company.",
            "restrains.sanctions",
            ("Panama", "China"),
        ),
    ],
)
def test_who_does_what_to_whom_in_one_line_of_news(text, kind, pair):
    assert pair in who(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rwandan troops arrived in Mozambique to fight Islamist insurgents.", "fights.mobilizes"),
        ("Ugandan soldiers crossed into Congo to help the army against ADF rebels.", "fights.attacks"),
        (
            "Prosecutors in Rome opened an investigation into the killing of an Italian diplomat in Congo.",
            "fights.attacks",
        ),
        ("Chile accused Peru of breaking its promises.", "fights.attacks"),
        ("The ambassador of Chad was summoned to the palace by the king.", "fights.attacks"),
        ("Chad blamed Sudan for a delay in its talks.", "fights.attacks"),
        ("Trucks from Syria arrived in Turkey.", "fights.attacks"),
    ],
)
def test_what_news_does_not_say(text, kind):
    assert who(text, kind) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chadian troops crossed into Nigeria to fight Boko Haram.",
        "Chadian troops crossed into Nigeria in pursuit of Boko Haram.",
    ],
)
def test_who_only_passes_through_a_land_does_not_attack_it(text):
    assert who(text, "fights.attacks") == {("Chad", "Boko Haram")}
