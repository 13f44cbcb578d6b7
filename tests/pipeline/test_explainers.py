"""What explainers of conflicts say: whose government acts, who flees, whose plan is answered, which land is struck."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Nicolas Maduro's government denies that it harbours the guerrillas of the ELN.",
            "cooperates.aids",
            ("Venezuela", "ELN"),
        ),
        (
            "Colombia has long accused Venezuela. Chávez's government denied that it armed the FARC.",
            "cooperates.aids",
            ("Venezuela", "FARC"),
        ),
        (
            "More than 700,000 Rohingya fled to Bangladesh after a brutal crackdown by the Burmese army.",
            "restrains.coerces",
            ("Myanmar", "Rohingya"),
        ),
        (
            "Thousands of Yazidis fled their homes after an attack by Islamic State.",
            "fights.attacks",
            ("Islamic State", "Yazidis"),
        ),
        (
            "Ukraine wants the OSCE to deploy armed police in the east, but Russia rejects the idea.",
            "disputes.rejects",
            ("Russia", "Ukraine"),
        ),
        (
            "Egypt proposed that the African Union send observers, but Ethiopia dismissed the idea.",
            "disputes.rejects",
            ("Ethiopia", "Egypt"),
        ),
        ("Iran took Armenia's side in the dispute with Azerbaijan.", "cooperates.supports", ("Iran", "Armenia")),
        (
            "The US and Saudi Arabia hosted talks between Sudan and the RSF, but they collapsed after each "
            "accused the other of breaking a truce.",
            "disputes.accuses",
            ("Sudan", "Rapid Support Forces"),
        ),
        (
            "Pro-Russian rebels have been fighting government forces in eastern Ukraine since 2014.",
            "fights.attacks",
            ("Pro-Russian rebels", "Ukraine"),
        ),
        (
            "The Three Brotherhood Alliance, made up of the Arakan Army and the Kachin Army, launched an "
            "offensive against the military in Myanmar.",
            "affiliated.part_of",
            ("Arakan Army", "Three Brotherhood Alliance"),
        ),
        ("Nicolas Maduro's government denies that it harbours the ELN.", "cooperates.aids", ("Venezuela", "ELN")),
        (
            "Colombia has long accused Venezuela. Nicolas Maduro's government denied that it armed the FARC.",
            "cooperates.aids",
            ("Venezuela", "FARC"),
        ),
        ("Assad's government denied that it had bombed Turkey.", "fights.attacks", ("Syria", "Turkey")),
        (
            "The government of Nicolas Maduro said it would expel the Colombian envoy.",
            "restrains.sanctions",
            ("Venezuela", "Colombia"),
        ),
        ("Karzai's cabinet accused Pakistan of raids.", "disputes.accuses", ("Afghanistan", "Pakistan")),
        (
            "The administration of President Eisenhower armed Pakistan.",
            "cooperates.aids",
            ("United States", "Pakistan"),
        ),
        ("Mubarak's dictatorship jailed the Muslim Brotherhood.", "restrains.coerces", ("Egypt", "Muslim Brotherhood")),
        ("Thousands of Kurds were displaced during an offensive by Turkey.", "fights.attacks", ("Turkey", "Kurds")),
        ("Amid raids by Islamic State, Kurds fled to Turkey.", "fights.attacks", ("Islamic State", "Kurds")),
        (
            "France urged the UN to send troops to Haiti, and Canada welcomed the plan.",
            "cooperates.agrees",
            ("Canada", "France"),
        ),
        (
            "Colombia asked Brazil to host the talks, but Venezuela opposed the idea.",
            "disputes.rejects",
            ("Venezuela", "Colombia"),
        ),
        (
            "Colombia asked Brazil to host the talks, but Brazil opposed the idea.",
            "disputes.rejects",
            ("Brazil", "Colombia"),
        ),
        (
            "Rebels backed by Russia fought government forces in eastern Ukraine.",
            "fights.attacks",
            ("rebels", "Ukraine"),
        ),
        (
            "Pro-Iranian militias attacked government forces in Iraq.",
            "fights.attacks",
            ("pro-iranian militias", "Iraq"),
        ),
        (
            "Turkish-backed rebels attacked government positions in Syria.",
            "fights.attacks",
            ("turkish-backed rebels", "Syria"),
        ),
        (
            "Rwanda sent soldiers to fight alongside the army in Mozambique.",
            "cooperates.collaborates",
            ("Rwanda", "Mozambique"),
        ),
        ("French jets bombed government troops in Libya.", "fights.attacks", ("France", "Libya")),
        ("Chad criticised the government over the arrests in Sudan.", "disputes.accuses", ("Chad", "Sudan")),
        (
            "Rwanda trained the army in the Central African Republic.",
            "cooperates.aids",
            ("Rwanda", "Central African Republic"),
        ),
        (
            "The United States supports the government in its war with rebels in Colombia.",
            "fights.attacks",
            ("Colombia", "rebels"),
        ),
    ],
)
def test_who_does_what(text, kind, pair):
    assert pair in who(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Colombia has long accused Venezuela. Chávez's government denied that it armed the FARC.",
            "cooperates.aids",
            ("Colombia", "FARC"),
        ),
        (
            "The US and Saudi Arabia hosted talks between Sudan and the RSF, but they collapsed after each "
            "accused the other of breaking a truce.",
            "disputes.accuses",
            ("United States", "Saudi Arabia"),
        ),
        (
            "Pro-Russian rebels have been fighting government forces in eastern Ukraine since 2014.",
            "fights.attacks",
            ("Pro-Russian rebels", "Russia"),
        ),
        ("The gang pays young men to kill police officers in Peru.", "cooperates.aids", ("gang", "young men")),
        (
            "The Gulf Clan, the successor of the AUC, smuggles drugs.",
            "affiliated.part_of",
            ("Clan del Golfo", "United Self-Defense Forces of Colombia"),
        ),
        (
            "The rebels besieged el-Fasher, the Sudanese army's last stronghold in Darfur.",
            "restrains.coerces",
            ("Sudan", "Darfur"),
        ),
        (
            "The UN has appealed to Egypt and Turkey to stop supplying weapons to Libya.",
            "restrains.limits",
            ("Egypt", "Libya"),
        ),
        (
            "Colombia has long accused Venezuela. Nicolas Maduro's government denied that it armed the FARC.",
            "cooperates.aids",
            ("Colombia", "FARC"),
        ),
        ("Karzai's cabinet accused Pakistan of raids.", "disputes.accuses", ("Karzai", "Pakistan")),
        ("The administration of President Eisenhower armed Pakistan.", "cooperates.aids", ("Eisenhower", "Pakistan")),
        ("Under Gaddafi's rule Libya armed the IRA.", "restrains.limits", ("Libya", "Libya")),
        (
            "Mubarak's dictatorship jailed the Muslim Brotherhood.",
            "restrains.coerces",
            ("Mubarak", "Muslim Brotherhood"),
        ),
        (
            "Rebels backed by Russia fought government forces in eastern Ukraine.",
            "fights.attacks",
            ("rebels", "Russia"),
        ),
        (
            "Pro-Iranian militias attacked government forces in Iraq.",
            "fights.attacks",
            ("pro-iranian militias", "Iran"),
        ),
        (
            "Turkish-backed rebels attacked government positions in Syria.",
            "fights.attacks",
            ("turkish-backed rebels", "Turkey"),
        ),
        ("French jets bombed government troops in Libya.", "fights.attacks", ("France", "France")),
        ("Chad criticised the government over the arrests in Sudan.", "disputes.accuses", ("Chad", "Chad")),
        (
            "The United States supports the government in its war with rebels in Colombia.",
            "fights.attacks",
            ("United States", "rebels"),
        ),
    ],
)
def test_not_who_does_what(text, kind, pair):
    assert pair not in who(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Portugal feared that Prussia would blockade its coast, and it turned to Great Britain for help.",
            "disputes.demands",
            {("Portugal", "United Kingdom")},
        ),
        ("Chad said that Mali had lied, and it sanctioned Togo.", "restrains.sanctions", {("Chad", "Togo")}),
        ("The African Union sent observers. Last week its fighters attacked Togo.", "fights.attacks", set()),
        ("Hamas refused the offer. Its fighters attacked Israel.", "fights.attacks", {("Hamas", "Israel")}),
    ],
)
def test_whom_a_pronoun_goes_on_from(text, kind, expected):
    assert who(text, kind) == expected
