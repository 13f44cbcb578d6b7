"""Who strikes whom in reports of wars: whose ground is taken, who fights beside whom, what is weakened or laid down."""

import pytest
from said import said


def fought(text):
    return {(s.source, s.target) for s in said(text) if s.type == "fights.attacks" and s.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        # strikes that weaken
        ("Ethiopian shelling weakened the Tigrayan rebels.", "Ethiopia", "Tigrayan rebels"),
        ("Al-Shabab was crippled by Kenyan air raids.", "Kenya", "al-Shabaab"),
        ("French airstrikes have degraded Boko Haram.", "France", "Boko Haram"),
        ("The Afghan garrison beat back two Taliban attacks overnight.", "Afghanistan", "Taliban"),
        ("There were serious clashes between Indian and Pakistani troops.", "India", "Pakistan"),
        # plurals that the parser takes for verbs
        ("A string of precision U.S. airstrikes against Hamas operatives killed ten men.", "United States", "Hamas"),
        # one word in quotation marks
        ("Nigerian troops 'liberate' three towns from Boko Haram", "Nigeria", "Boko Haram"),
        ("Syria conflict: Turkey ‘shells’ Kurdish positions", "Turkey", "Kurds"),
        # from whom ground is taken
        ("The Philippine army captured the mosque where Abu Sayyaf had its headquarters.", "Philippines", "Abu Sayyaf"),
        ("Somali forces seized the port from which al-Shabab had launched raids.", "Somalia", "al-Shabaab"),
        ("Iraqi troops have captured the mosque in Mosul from where ISIL ruled the town.", "Iraq", "Islamic State"),
        ("Chadian troops took the town in which Boko Haram was founded.", "Chad", "Boko Haram"),
        ("Iraqi troops stormed the hospital where ISIL fighters were holed up.", "Iraq", "Islamic State"),
        ("Libyan troops have been trying to retake Sirte, the last stronghold of ISIL.", "Libya", "Islamic State"),
        # who fights beside another
        ("Kurdish fighters battled Islamic State alongside Iraqi troops.", "Iraq", "Islamic State"),
        ("Wagner men fought JNIM side by side with Malian troops.", "Mali", "Jama'at Nusrat al-Islam wal-Muslimin"),
        # who has done what he is charged with
        ("Kenya accused al-Shabab of an attack that killed 12 Ugandan soldiers.", "al-Shabaab", "Uganda"),
        ("Turkey blamed Syria for a raid that killed nine Turks.", "Syria", "Turkey"),
        ("Israel has apologised for a strike that killed five Egyptian guards.", "Israel", "Egypt"),
        ("Kenyan soldiers were accused of abuses during operations against al-Shabab.", "Kenya", "al-Shabaab"),
        # who gives to a war
        ("Burundi contributes 5,000 troops to the fight against al-Shabab.", "Burundi", "al-Shabaab"),
        # what is only to stop goes on
        ("Russia must stop its bombardment of Ukrainian cities, Germany said.", "Russia", "Ukraine"),
        ("Macron pressed Putin to halt the strikes on Ukrainian hospitals.", "Putin", "Ukraine"),
        # what two lay down
        ("Chad and Sudan signed a truce to end weeks of fighting near Adre.", "Chad", "Sudan"),
        ("Israel and Hamas agreed a truce after eleven days of fighting.", "Israel", "Hamas"),
    ],
)
def test_a_blow(text, source, target):
    assert (source, target) in fought(text)


@pytest.mark.parametrize(
    "text",
    [
        "A strike of Peruvian miners hurt Chile.",
        "Peruvian sanctions weakened Chile.",
        "Mali and Niger agreed to help end the fighting.",
        "The United States and Russia brokered a ceasefire to end the fighting.",
        "After the war, Chile and Peru signed a trade treaty.",
        "Doctors visited a hospital where Hamas fighters were treated.",
        "Peru bought the building where Hamas had met.",
        "India retaliated for the raid that killed 40 Pakistani policemen.",
        "Niger condemned the attack that killed 12 Malian soldiers.",
        "The Turkish president called ISIS the likely perpetrator of an attack that killed 50 Kurds.",
        "Amnesty documented crimes during the operations against Boko Haram.",
        "Greece, alongside Cyprus, fought the Turkish plan in court.",
    ],
)
def test_no_blow(text):
    assert not fought(text)


def test_fighters_are_those_of_the_group_that_is_struck():
    assert fought("Turkish strikes on the PKK killed 12 fighters, Ankara said.") == {("Turkey", "PKK")}
    assert ("Egypt", "militants") in fought("Egypt fought the Islamic State and Hamas and killed 20 militants.")


def test_nobody_fights_where_it_is_denied_that_another_fights_beside_him():
    text = "Rwanda denied that its soldiers had fought alongside the M23 against the Congolese army."
    assert not fought(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Macron urged the United States to lift its sanctions on Iran.", "restrains.sanctions"),
        ("Egypt wants Israel to lift the siege of Gaza.", "restrains.coerces"),
    ],
)
def test_a_measure_that_others_want_to_end_is_in_force(text, type_):
    found = {s.type for s in said(text)}
    assert type_ in found
    assert "cooperates.concedes" not in found
