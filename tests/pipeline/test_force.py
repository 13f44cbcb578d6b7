"""Force and restraint: who takes, forbids, limits, owns up to and loses what, in the words of news and statements."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Ansar Dine claimed responsibility for the ambush on Chadian soldiers.", "Ansar Dine", "Chad"),
        ("Responsibility for the bombing of a Kenyan barracks was claimed by al-Shabaab.", "al-Shabaab", "Kenya"),
        ("Hamas said it was behind the attack on the Egyptian post.", "Hamas", "Egypt"),
        ("Vietnam conducted an offensive in western Cambodia.", "Vietnam", "Cambodia"),
        ("Al-Shabaab led an assault on the airport in Mogadishu.", "al-Shabaab", "Somalia"),
        ("The Houthis fired missiles at Riyadh airport.", "Houthis", "Saudi Arabia"),
        ("Al-Shabaab attacked a market in Mogadishu.", "al-Shabaab", "Somalia"),
        ("Nine Colombian soldiers died in an ambush by the ELN.", "ELN", "Colombia"),
        ("An air strike by Ethiopia resulted in the deaths of ten Somali herders.", "Ethiopia", "Somalia"),
        ("Iraqi troops retook territory previously held by the Islamic State.", "Iraq", "Islamic State"),
        ("Nigeria has taken back villages that Boko Haram seized in May.", "Nigeria", "Boko Haram"),
    ],
)  # fmt: skip
def test_force(text, source, target):
    assert (source, target) in who(text, "fights.attacks")


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Jordan lets only two hundred Syrian refugees a day cross.", "Jordan", "Syrian refugees"),
        ("Turkey permits no more than three Russian warships to pass.", "Turkey", "Russia"),
        ("Chile's senate approved a bill aimed at Bolivian migrants.", "Chile", "Bolivia"),
        ("Georgia's parliament passed a law that targets Abkhaz traders.", "Georgia", "Abkhazia"),
        ("The curbs China placed on Norwegian salmon lasted six years.", "China", "Norway"),
        ("Thailand's navy kept Burmese refugees from landing.", "Thailand", "Burmese refugees"),
        ("Iran's oil income, throttled by Saudi agents, fell by half.", "Saudi Arabia", "Iran"),
        ("Hezbollah's networks, disrupted by Cypriot police, were rebuilt.", "Cyprus", "Hezbollah"),
    ],
)
def test_restraint(text, source, target):
    found = {pair for one in said(text) if one.family == "restrains" for pair in one.orders}
    assert (source, target) in found


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Fiji was suspended from the Commonwealth.", "Commonwealth of Nations", "Fiji"),
        ("Shell announced its withdrawal from Russia.", "Shell", "Russia"),
    ],
)
def test_breaking_with(text, source, target):
    assert (source, target) in who(text, "restrains.sanctions")


def test_those_who_may_all_come_are_not_limited():
    assert who("Jordan lets Syrian refugees cross.", "restrains.limits") == set()
    assert who("Jordan lets not only Syrian refugees cross.", "restrains.limits") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia's execution of the cleric was condemned by Iran.",
        "Senator Ann Hatch attacked John Miller.",
        "Chile reached the limits of Peruvian patience.",
        "A bank waits for a shop that is now in the hands of a Danish firm.",
        "Peru crushed the hopes of Chilean traders.",
        "Italy fought off a challenge from Spain.",
        "The heir retains possession of Graceland.",
    ],
)
def test_these_are_no_force(text):
    taking = {"fights", "restrains"}
    assert [one for one in said(text) if one.family in taking and one.source not in ("Saudi Arabia",)] == []


def test_police_raids_coerce():
    assert who("Russian police carried out raids on Danish firms.", "restrains.coerces") == {("Russia", "Denmark")}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("The Ivory Front operates in Gabon. Ugandan troops destroyed dozens of its camps.", "Uganda", "Ivory Front"),
        ("Hezbollah opened fire at noon. Israel answered by hitting its positions.", "Israel", "Hezbollah"),
        ("The PKK announced a truce. Turkey has arrested hundreds of its members.", "Turkey", "PKK"),
        ("Cuba sent doctors. Venezuela seized its ships.", "Venezuela", "Cuba"),
        ("ISIL still holds Raqqa. France has degraded its ability to finance itself.", "France", "Islamic State"),
    ],
)
def test_what_is_hit_is_the_foes(text, source, target):
    found = {pair for one in said(text) if one.family in ("fights", "restrains") for pair in one.orders}
    assert (source, target) in found
    assert (source, source) not in found


def test_one_may_shut_and_destroy_what_is_ones_own():
    assert said("Libya agreed to the plan. It destroyed its chemical weapons.") == []


def test_a_name_that_is_said_to_be_a_groups_is_no_person():
    found = said("Bayt Karim is an armed group in Lebanon. It has kidnapped two Danish nurses.")
    assert ("Bayt Karim", "Denmark") in {pair for one in found for pair in one.orders}
    found = said("Kenya designated Bayt Karim as a terrorist organization. The group has attacked Ugandan troops.")
    assert ("Bayt Karim", "Uganda") in {pair for one in found for pair in one.orders}


def test_envoys_are_expelled_not_attacked():
    assert {one.family for one in said("Moscow expelled American diplomats from Budapest.")} == {"restrains"}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Belarus is responsible for the killing of two Poles.", "Belarus", "Poland"),
        ("The persecution of Kurdish journalists by Turkey went on.", "Turkey", "Kurds"),
        ("Belarus continued the repression of peaceful protesters.", "Belarus", "Belarus"),
        ("Jean Kalebo is a Burundian deputy. He was detained by the secret service.", "Burundi", "Burundi"),
    ],
)
def test_deeds_of_states(text, source, target):
    found = {pair for one in said(text) if one.family in ("fights", "restrains") for pair in one.orders}
    assert (source, target) in found


def test_who_leaves_an_alliance_breaks_with_it():
    assert who("Hungary announced its withdrawal from the Warsaw Pact.", "restrains.sanctions") == {
        ("Hungary", "Warsaw Pact")
    }


def test_things_are_of_whoever_uses_them():
    assert who("Israel bombed a tunnel that Hamas operates.", "fights.attacks") == {("Israel", "Hamas")}
    assert ("United States", "Hezbollah") in who(
        "Washington disrupted the networks that Hezbollah uses.", "restrains.limits"
    )


def test_no_government_expels_its_own_envoys():
    assert said("The Government has expelled 23 Russian diplomats.") == []


def test_blows_in_a_capital_are_struck_at_its_country():
    assert who("Al-Shabaab has carried out bombings in Nairobi.", "fights.attacks") == {("al-Shabaab", "Kenya")}


def test_what_rebels_hold_is_theirs():
    assert who("Syrian tanks pushed into the rebel stronghold.", "fights.attacks") == {("Syria", "rebels")}


def test_politicians_attack_what_others_do_in_words():
    text = "Peter Miller launched an attack on the cost of Britain's asylum system."
    assert {one.type for one in said(text) if one.target == "United Kingdom"} == {"disputes.accuses"}
