"""Long reports on a war: its two sides, its coalition, the government that fights at home, what is no longer held."""

import pytest
from said import said


def told(text):
    return {(s.source, s.family, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        # the two sides of the war, not two who back one of them
        (
            "The army is fighting the RSF in Sudan. Egypt and Qatar back the army. The two sides signed a truce.",
            {("Sudan", "Rapid Support Forces"), ("Rapid Support Forces", "Sudan")},
            {("Egypt", "Qatar"), ("Qatar", "Egypt")},
        ),
        (
            "Ethiopia bombed bases of the TPLF. Eritrea and Somalia denied taking part. The two sides agreed to talks.",
            {("Ethiopia", "Tigray People's Liberation Front"), ("Tigray People's Liberation Front", "Ethiopia")},
            {("Eritrea", "Somalia"), ("Somalia", "Eritrea")},
        ),
        (
            "Chad and Niger signed a treaty. Mali bombed Benin in 1990. Both sides praised the treaty.",
            {("Chad", "Niger"), ("Niger", "Chad")},
            set(),
        ),
    ],
)
def test_the_two_sides_are_those_who_fight(text, wanted, unwanted):
    pairs = {(source, target) for source, family, target in told(text) if family == "cooperates"}
    assert pairs & wanted
    assert not pairs & unwanted


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A coalition led by Saudi Arabia bombed the Houthis. The coalition praised Chad.", "Saudi-led coalition"),
        (
            "Saudi Arabia began an air campaign against the Houthis in Yemen. The Houthis shelled Aden, where "
            "Islamic State is active, too. The coalition praised Chad.",
            "Saudi-led coalition",
        ),
        ("Islamic State lost Raqqa. The coalition praised Chad.", "Global Coalition"),
        ("A US-led coalition bombed the Houthis in the Red Sea. The coalition praised Chad.", "US-led coalition"),
    ],
)
def test_the_coalition_is_that_of_the_war(text, actor):
    assert (actor, "cooperates", "Chad") in told(text)


def test_a_bystander_lends_no_coalition_its_name():
    text = (
        "Boko Haram attacked Chad. Boko Haram bombed Niger. Boko Haram raided Mali. "
        "The coalition drove back Boko Haram, which is loyal to Islamic State."
    )
    assert not any("Global Coalition" in (source, target) for source, _, target in told(text))


def test_the_army_is_that_of_the_country_at_war_with_its_own_groups():
    text = (
        "Sudan is at war. Sudan's army fights the RSF in Khartoum. The US says the RSF is guilty of genocide. "
        "The army accuses Kenya of arming the RSF."
    )
    assert ("Sudan", "disputes", "Kenya") in told(text)
    assert not any(source == "United States" for source, _, target in told(text) if target == "Kenya")


@pytest.mark.parametrize(
    "text",
    [
        "France accused Turkey of breaking the arms embargo.",
        "Ukrainian troops halted Russia's advance on Kyiv.",
        "The rebels' march on Aden was stopped by Saudi Arabia.",
    ],
)
def test_who_breaks_a_rule_or_is_beaten_back_yields_nothing(text):
    assert not any(family == "cooperates" for _, family, _ in told(text))


def test_who_ends_his_own_attack_yields():
    assert ("Russia", "cooperates", "Ukraine") in told("Russia halted its attacks on Ukraine.")


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia has designated the TPLF a terrorist group.",
        "The TPLF, which Ethiopia has designated a terrorist group, attacked Chad.",
        "The TPLF was designated a terrorist organisation by Ethiopia.",
    ],
)
def test_what_somebody_is_designated_is_nobody(text):
    assert {target for source, _, target in told(text) if source == "Ethiopia"} == {"Tigray People's Liberation Front"}


def test_a_group_itself_is_designated():
    assert {target for _, _, target in told("India proscribed a terrorist group.")} == {"terrorist group"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Ethiopia attacked the Tigray People's Liberation Front. Chad accused the party of theft.",
            ("Chad", "disputes", "Tigray People's Liberation Front"),
        ),
        ("Chad bombed the Houthis. Mali accuses them of theft.", ("Mali", "disputes", "Houthis")),
        (
            "Rebels took the largest city, Goma, from the Congolese army.",
            ("rebels", "fights", "Democratic Republic of the Congo"),
        ),
    ],
)
def test_who_is_meant_in_a_war(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The rebel Houthi movement fights Yemen. The STC is at odds with Yemen. Iran arms the rebels.", "Houthis"),
        (
            "The separatist STC fought Yemen. The Houthis shelled Aden. Iran arms the separatists.",
            "Southern Transitional Council",
        ),
        ("The paramilitary Rapid Support Forces fight Sudan. Iran arms the paramilitaries.", "Rapid Support Forces"),
    ],
)
def test_what_fighters_were_called(text, relation):
    assert ("Iran", "cooperates", relation) in told(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Kenya sent soldiers, who fought al-Shabab.", ("Kenya", "fights", "al-Shabaab")),
        ("France sent 4,000 troops, who drove the militants out.", ("France", "fights", "militants")),
        ("A war between forces loyal to Chad's government and the M23 goes on.", ("Chad", "fights", "M23")),
    ],
)
def test_who_fights_by_others(text, relation):
    assert relation in told(text)


def test_what_is_only_hit_is_no_side():
    text = "Houthi rebels struck a tanker. Aid groups accuse both sides of crimes."
    assert not any("tanker" in target for _, family, target in told(text) if family == "disputes")


def test_pushed_aside_is_not_pressed():
    assert not any(family == "disputes" for _, family, _ in told("Ansar Dine pushed Tuareg rebels aside."))


def test_the_regime_has_its_backers():
    text = "Myanmar's army bombed villages. Myanmar's army is weak. The regime's main backer is Russia."
    assert ("Russia", "cooperates", "Myanmar") in told(text)


def test_hosts_of_failed_talks_do_not_meet_each_other():
    text = "The US and Oman hosted talks between Chad and Libya, but these failed after each blamed the other."
    pairs = {frozenset((source, target)) for source, family, target in told(text) if family == "cooperates"}
    assert frozenset(("Chad", "Libya")) in pairs
    assert frozenset(("United States", "Oman")) not in pairs


def test_most_of_what_is_given_ends():
    assert told("Britain suspended most of its aid to Rwanda.") == {("United Kingdom", "restrains", "Rwanda")}
    assert ("Peru", "cooperates", "Chile") in told("Peru lifted most of its sanctions against Chile.")


def test_who_is_brought_together_is_no_part():
    assert not any(family == "affiliated" for _, family, _ in told("Oman brought Chad and Libya together."))


def test_two_groups_of_rebels_are_not_told_apart():
    text = "Farc rebels signed a deal. The ELN, a smaller rebel group, kidnapped soldiers. Chad condemned the rebels."
    assert ("Chad", "disputes", "FARC") not in told(text)
