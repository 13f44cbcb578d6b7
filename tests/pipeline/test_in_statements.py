"""What resolutions, communiqués and briefings say: times inside deeds, refused requests, rights, the use of arms."""

import pytest
from said import said, who

AU = "Communiqué of the Peace and Security Council of the African Union on Togo\n\nThe Peace and Security Council,\n\n"
BRIEFING = "Daily Press Briefing by the Office of the Spokesperson for the Secretary-General\n\n"
FORCED = "restrains.coerces"
REFUSED = "disputes.rejects"
BACKED = "cooperates.supports"
HIT = "fights.attacks"
LIMITED = "restrains.limits"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a time between a deed and whom it befalls
        (
            "Norway deplored the seizure last week of a Norwegian trawler by the Russian coast guard.",
            ("Russia", FORCED, "Norway"),
        ),
        (
            "Kenya is displeased at the continued detention, since March, of two Kenyan teachers by Burundi's police.",
            ("Burundi", FORCED, "Kenya"),
        ),
        (
            "Chile protested at the arrest, on Friday, of three Chilean sailors by the Peruvian navy.",
            ("Peru", FORCED, "Chile"),
        ),
        ("They denounced the expulsion on Monday of three Danes by Iran.", ("Iran", "restrains.sanctions", "Denmark")),
        (
            "Ottawa condemned the shelling, late on Tuesday, of Lebanese villages by Israel.",
            ("Israel", HIT, "Lebanon"),
        ),
        (
            "The meeting on Tuesday of the Indian and Chinese ministers lasted an hour.",
            ("India", "cooperates.consults", "China"),
        ),
        # what was asked for is not given
        ("Canada requested consular visits, which Beijing declined to allow.", ("China", REFUSED, "Canada")),
        (
            "Ethiopia asked for access to the prisoners, which Asmara has so far refused to grant.",
            ("Eritrea", REFUSED, "Ethiopia"),
        ),
        ("Norway sought a seat at the table, which Russia would not grant.", ("Russia", REFUSED, "Norway")),
        (
            "The European Union asked for a copy of the treaty, which Belgrade was unwilling to provide.",
            ("Serbia", REFUSED, "European Union"),
        ),
        # whose post it is
        ("The Swedish truck was turned away at an Israeli checkpoint.", ("Israel", LIMITED, "Sweden")),
        ("Four Danish journalists were arrested at a Russian checkpoint.", ("Russia", FORCED, "Denmark")),
        # arms, and what is short of them
        ("London denounced the use of nerve gas by Syria against Kurds.", ("Syria", HIT, "Kurds")),
        (
            "Canberra condemned the use of water cannon by the Chinese coast guard against Philippine boats.",
            ("China", FORCED, "Philippines"),
        ),
        ("Pretoria called for restraint on the part of Rwanda.", ("South Africa", LIMITED, "Rwanda")),
        # who is said to have a right is backed
        (
            "Statement by the Ministry of Foreign Affairs of Latvia\n\nWe stress that Moldova has every right to "
            "defend itself.",
            ("Latvia", BACKED, "Moldova"),
        ),
        ("The Egyptian minister said Ethiopia had the right to develop.", ("Egypt", BACKED, "Ethiopia")),
        # the Secretary-General is "he"
        (
            BRIEFING + "The Secretary-General spoke with the king of Jordan. He urges Israel to step back.",
            ("United Nations", "disputes.demands", "Israel"),
        ),
        (
            "The Secretary-General will host the presidents of Guyana and Venezuela in New York.",
            ("United Nations", "cooperates.consults", "Guyana"),
        ),
        (
            AU
            + "1. Deplores the raid;\n2. Pays tribute to the nurses of Lomé, and deplores the arrest of nine by Benin;",
            ("African Union", "disputes.accuses", "Benin"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        (
            "On the last day of the visit by Chile, nothing happened in the port of Peru.",
            "cooperates",
            ("Chile", "Peru"),
        ),
        ("Jordan asked for water, which Israel agreed to supply.", "disputes", ("Israel", "Jordan")),
        (
            "The truck was turned away at the Hungarian border by officers of Serbia.",
            "restrains",
            ("Hungary", "Serbia"),
        ),
        ("Macron said that Iran has no right to close the strait.", "cooperates", ("France", "Iran")),
        ("Lavrov asked whether Kosovo has a right to secede.", "cooperates", ("Russia", "Kosovo")),
        ("The use of drones by Rwanda to bring medicine impressed Ghana.", "fights", ("Rwanda", "Ghana")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
