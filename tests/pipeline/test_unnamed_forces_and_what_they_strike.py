"""Forces without a land are those of the one spoken of, things without an owner those of the striker's foe."""

import pytest
from said import said, who

ATTACKS = "fights.attacks"
MOBILIZES = "fights.mobilizes"
COERCES = "restrains.coerces"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Border guards detained four smugglers near the Latvian town of Ludza.", ("Latvia", COERCES, "smugglers")),
        ("Police arrested two British tourists in Kenya.", ("Kenya", COERCES, "United Kingdom")),
        ("Police shot two Danes outside the French consulate in Dakar.", ("Senegal", ATTACKS, "Denmark")),
        ("Crowds marched through Quito, and police fired on two Danes.", ("Ecuador", ATTACKS, "Denmark")),
        ("Troops opened fire on demonstrators in the Togolese capital.", ("Togo", ATTACKS, "Togo")),
        (
            "Togo has been in turmoil since April. The gendarmerie arrested two Danes on Friday.",
            ("Togo", COERCES, "Denmark"),
        ),
        ("Ethiopian troops advanced, and jets bombed the Tigrayan rebels.", ("Ethiopia", ATTACKS, "Tigrayan rebels")),
        (
            "Kenya's defence ministry said that helicopters had pursued al-Shabaab raiders into Somalia.",
            ("Kenya", ATTACKS, "al-Shabaab"),
        ),
    ],
)
def test_forces_are_those_of_the_land_spoken_of(text, expected):
    assert {(r.source, r.type, r.target) for r in said(text) if r.type[:3] in ("fig", "res")} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkey is at war with the PKK in the hills. Its aircraft bombed two depots and a tunnel on Monday.",
            ("Turkey", ATTACKS, "PKK"),
        ),
        (
            "Iraqi forces clashed with Islamic State near Kirkuk and captured a weapons factory.",
            ("Iraq", COERCES, "Islamic State"),
        ),
        (
            "China bombed Vietnam. Vietnamese gunners shot down a cargo plane near the border.",
            ("Vietnam", ATTACKS, "China"),
        ),
        (
            "Mali quarrelled with Niger, and Malian divisions were drawn up along the frontier.",
            ("Mali", MOBILIZES, "Niger"),
        ),
        (
            "Colombia broke relations with Peru, and its president sent nine thousand soldiers to the frontier.",
            ("Colombia", MOBILIZES, "Peru"),
        ),
        (
            "Kenya called for talks with Somalia. It keeps two battalions on the border.",
            ("Kenya", MOBILIZES, "Somalia"),
        ),
        (
            "A fire destroyed a Russian oil refinery after a drone strike blamed on Ukraine.",
            ("Ukraine", ATTACKS, "Russia"),
        ),
    ],
)
def test_things_are_those_of_the_foe(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text)}


def test_the_forces_of_several_are_massed_against_one():
    text = "Mali quarrelled with Niger, and Malian and Chadian divisions were drawn up along the frontier."
    assert who(text, "fights") == {("Mali", "Niger"), ("Chad", "Niger")}


@pytest.mark.parametrize(
    "text",
    [
        "Helicopters landed in the Kenyan town of Isiolo.",
        "Norwegian police helicopters searched for the missing boat.",
        "Togo and Benin signed a treaty. Togolese police searched two depots.",
        "Kenya and Uganda met in May. Kenyan firemen saved a warehouse.",
        "Iran was accused of moving a factory.",
    ],
)
def test_nobody_is_struck(text):
    assert not who(text, "fights") | who(text, "restrains")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas kidnapped seven oil workers.", ("guerrillas", COERCES, "oil workers")),
        ("Israeli troops fired on protesting farmers.", ("Israel", ATTACKS, "protesting farmers")),
        ("Soldiers shot at fleeing villagers in Burundi.", ("Burundi", ATTACKS, "Burundi")),
    ],
)
def test_people_are_read(text, expected):
    assert {(r.source, r.type, r.target) for r in said(text)} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru lost two ironclads to the Chilean fleet off Arica.", {("Chile", ATTACKS, "Peru")}),
        (
            "Peru repelled two assaults by Chilean marines.",
            {("Chile", ATTACKS, "Peru"), ("Peru", ATTACKS, "Chile")},
        ),
        (
            "A Swiss engineer spent 40 days in the hands of kidnappers in Mali.",
            {("kidnappers", COERCES, "Switzerland")},
        ),
        (
            "Thai fishermen were freed after a year in the hands of Somali pirates.",
            {("Somali pirates", COERCES, "Thailand")},
        ),
        ("Officers took power from the elected government of Niger.", {("officers", COERCES, "Niger")}),
        ("Spanish police dismantled a cell loyal to Islamic State.", {("Spain", "restrains.limits", "Islamic State")}),
        ("Pirates hijacked a bulk carrier off Somalia.", {("pirates", COERCES, "bulk carrier")}),
        (
            "It took the army of Chad three days to retake the town from Boko Haram.",
            {("Chad", ATTACKS, "Boko Haram")},
        ),
        (
            "India struck Muridke. Pakistan replied with artillery fire on border villages.",
            {("India", ATTACKS, "Pakistan"), ("Pakistan", ATTACKS, "India")},
        ),
        ("Belarus is massing tanks on the border, Lithuania said.", {("Belarus", MOBILIZES, "Lithuania")}),
        ("Taiwan tracked 12 Chinese warplanes near the island on Sunday.", {("China", MOBILIZES, "Taiwan")}),
        ("Norway tracked a Russian submarine for a week.", {("Norway", MOBILIZES, "Russia")}),
        ("Drones hit an oil terminal at the Russian port of Novorossiysk.", {("drones", ATTACKS, "Russia")}),
        (
            "The army clashed with Boko Haram in northern Nigeria and burned two villages.",
            {("Nigeria", ATTACKS, "Boko Haram"), ("Nigeria", ATTACKS, "Nigeria")},
        ),
        (
            "The African Union suspended Madagascar five days after soldiers overthrew the elected president.",
            {("African Union", "restrains.sanctions", "Madagascar"), ("soldiers", ATTACKS, "Madagascar")},
        ),
        (
            "The coast guard fired water cannon at a Philippine boat, Manila said.",
            {("coast guard", COERCES, "Philippines")},
        ),
        (
            "Border guards shot dead two smugglers on the Tajik-Afghan frontier.",
            {("border guards", ATTACKS, "smugglers")},
        ),
        ("Chad said that drones had hit two of its bases.", {("drones", ATTACKS, "Chad")}),
    ],
)
def test_blows_and_captivity(text, expected):
    assert {(r.source, r.type, r.target) for r in said(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Togo lost the final to Benin.",
        "Ghana lost two helicopters to rust.",
        "A Dane spent a week in the hands of doctors.",
        "It took courage to accuse nobody in Russia.",
        "Norway closed a bridge on the border.",
        "Peru met nobody. Peruvian fans crossed the border.",
    ],
)
def test_no_blow_is_told(text):
    assert not who(text, "fights") | who(text, "restrains")
