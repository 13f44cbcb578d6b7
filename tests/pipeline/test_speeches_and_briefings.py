"""Who speaks in reports, press conferences and speeches, and what they demand, judge and fight in words."""

import pytest
from said import said, who

ESTONIA = "Statement by Hana Vik, Foreign Minister of Estonia\n\n"
UNION = "Statement by the High Representative on behalf of the European Union\n\n"
BRIEFING = (
    "Foreign Ministry Spokesperson Liu Fang's Regular Press Conference\n\n"
    "AFP: The Australian government says that two Chinese ships entered its waters. What is your comment?\n\n"
    "Liu Fang: China has lodged representations with Australia. We urge Canberra to stop.\n\n"
    "Reuters: Does the ministry support the truce? Our editors condemned Togo.\n\n"
    "Liu Fang: We oppose the sale of arms by Washington to Taiwan."
)
ARMY = (
    "Evening Report of the Army Command of Armenia\n\n"
    "The enemy shelled our positions near Vardenis. Azerbaijani units attacked our post at noon."
)
DEMANDED = "disputes.demands"
REFUSED = "disputes.rejects"
BLAMED = "disputes.accuses"
HIT = "fights.attacks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARMY, ("Azerbaijan", HIT, "Armenia")),
        (BRIEFING, ("China", DEMANDED, "Australia")),
        (BRIEFING, ("China", REFUSED, "United States")),
        # what is wished is demanded
        (ESTONIA + "Let Moscow release our four sailors.", ("Estonia", DEMANDED, "Russia")),
        (
            ESTONIA + "Let no one doubt that Latvia is our friend. Let Belarus open it.",
            ("Estonia", DEMANDED, "Belarus"),
        ),
        ('"Let Israel lift the siege," the Turkish minister said.', ("Turkey", DEMANDED, "Israel")),
        (UNION + "Serbia is expected to cooperate fully with the court.", ("European Union", DEMANDED, "Serbia")),
        # whose deed is judged
        ("Egypt deplored the bombing in which Israel killed forty refugees.", ("Egypt", BLAMED, "Israel")),
        # papers and plans are fought in words
        ("Hungary fought the draft of Sweden line by line.", ("Hungary", REFUSED, "Sweden")),
        ("Canberra fought the Fijian draft line by line.", ("Australia", REFUSED, "Fiji")),
        ("Israel destroyed the Syrian camp house by house.", ("Israel", HIT, "Syria")),
        ("France fought Britain's entry into the Community.", ("France", REFUSED, "United Kingdom")),
        ("Chad fought Libya in 1987.", ("Chad", HIT, "Libya")),
        # whose guns they are, and what is given and still goes on
        ("The guns of the Japanese navy shelled the Chinese fort.", ("Japan", HIT, "China")),
        ("The aid that Japan gave Laos was spent.", ("Japan", "cooperates.aids", "Laos")),
        (
            "Algeria voiced concern at the mistrust prevailing between Mali and Niger.",
            ("Mali", "disputes.rivals", "Niger"),
        ),
        (
            "Combatants of the M23 overran the Congolese town of Lubero.",
            ("M23", HIT, "Democratic Republic of the Congo"),
        ),
        (
            "The M23 took Goma. According to the Group of Experts, Rwandan officers fired in support of that movement.",
            ("Rwanda", "cooperates.supports", "M23"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        (BRIEFING, "disputes", ("China", "Togo")),
        ("Analysts said that Ghana is expected to join the pact.", "disputes", ("analysts", "Ghana")),
        (ESTONIA + "Let no one doubt that Latvia is our friend.", "disputes", ("Estonia", "Latvia")),
        ("Poland let Ukraine use its rails.", "disputes", ("Poland", "Ukraine")),
        ("Hungary fought the draft of Sweden line by line.", "fights", ("Hungary", "Sweden")),
        ("We demand that Manila respect our waters.", "disputes", ("Philippines", "Philippines")),
        (
            "Statement by the Ministry of Foreign Affairs of Norway\n\nGovernment forces shelled a camp in Myanmar.",
            "fights",
            ("Norway", "Myanmar"),
        ),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
