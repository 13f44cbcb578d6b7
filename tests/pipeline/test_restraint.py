"""What states no relation, or another one than its words say at first sight."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    "text",
    [
        "Delegates from Chile and Ghana were seated in the second row.",
        "Chile won the cup four times in a row, Ghana never.",
        "The bill has been met through help from Asian and African nations.",
        "Britain and France remained neutral, and later in the war found oil in Egypt.",
        "At the start of the session, Chile and Peru withdrew their bids.",
        "Mr Blair visited the tomb of Yasser Arafat.",
        "The city of Lima will host the World Social Forum.",
        "The Portuguese word is close to the Spanish one.",
        "The Italian restaurant stands beside a Turkish bakery.",
        "The king had gone back to Norway.",
        "Kenya expressed its anger at the attack on the Thai embassy.",
        "The War Department had warned President Truman that the Soviets would not last.",
        "In 1977, the Soviet Union began to deploy new missiles in Eastern Europe.",
        "Titan pleaded guilty to violating US tax laws.",
        "Mr Blair lost trust after his claims over Iraqi weapons.",
        "Chinese goods flooded the markets of Kenya.",
        "More American consumers were hitting the shops.",
        "Both actors have odds of 4-1.",
        "The Arsenal striker shrugged off Bianchi. The goalless match was a quarter-final.",
    ],
)
def test_these_state_nothing(text):
    assert [one for one in said(text) if one.family != "affiliated"] == []


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Nepal withdrew its objections to the Indian dam.", "cooperates.concedes", ("Nepal", "India")),
        ("Bulgaria lifted its veto on North Macedonia's bid.", "cooperates.concedes", ("Bulgaria", "North Macedonia")),
        ("Vietnam and Thailand settled their dispute.", "cooperates.agrees", ("Thailand", "Vietnam")),
        ("Iceland and Britain ended their cod war.", "cooperates.agrees", ("Iceland", "United Kingdom")),
        ("The talks ended a recent thaw in Turkish-Greek relations.", "disputes.rivals", ("Greece", "Turkey")),
        ("Relations between Jordan and Qatar have gone from bad to worse.", "disputes.rivals", ("Jordan", "Qatar")),
        ("Ministers in Norway attacked Danish plans for a tax.", "disputes.accuses", ("Norway", "Denmark")),
        ("Peru attacked Chile over its record on human rights.", "disputes.accuses", ("Peru", "Chile")),
        ("Turkey attacked Greece over the weekend.", "fights.attacks", ("Turkey", "Greece")),
        ("Police warned Bulgarian tourists to avoid the harbour.", "disputes.demands", ("police", "Bulgaria")),
        ("Israel warned Lebanon that it would strike.", "disputes.threatens", ("Israel", "Lebanon")),
        ("Norway deported terror suspects to Chad.", "restrains.coerces", ("Norway", "terror suspects")),
        ("Ivo Kahn, chief UK economist at Delta Bank, left.", "affiliated.member_of", ("Ivo Kahn", "Delta Bank")),
        ("Norwegian envoys told the Danish government that Russia had massed troops near Finland.",
         "fights.mobilizes", ("Russia", "Finland")),
    ],
)  # fmt: skip
def test_the_type_is_that_of_the_whole(text, type, expected):
    assert expected in who(text, type)


def test_a_third_party_blocks_what_others_give():
    found = who("Hungary blocked European aid to Ukraine.", "restrains.sanctions")
    assert ("Hungary", "Ukraine") in found
    assert ("Europe", "Ukraine") not in found


def test_lists_are_meant_in_order_where_the_sentence_says_so():
    found = who("Chile and Peru sent aid to Haiti and Cuba respectively.", "cooperates.aids")
    assert set(found) == {("Chile", "Haiti"), ("Peru", "Cuba")}


def test_shadow_offices_are_of_no_state():
    text = "Shadow Foreign Secretary Ana Ruiz is glad that Britain will be at the fair."
    assert ("Ana Ruiz", "United Kingdom") not in who(text, "affiliated.leads")


def test_a_doctrine_does_not_rename_a_person():
    text = "Truman met Attlee in May. The Truman Doctrine was announced in 1947. Truman promised Greece aid."
    assert not any("Doctrine" in name for pair in who(text, "cooperates") for name in pair)


def test_who_is_sent_is_not_helped():
    found = who("Eisenhower responded by sending U.S. troops into Lebanon.", "cooperates.aids")
    assert all(target != "United States" for _, target in found)


def test_a_namesake_is_not_the_country():
    assert ("Johnson", "Cuba") not in who("Johnson sent troops to Haiti to prevent another Cuba.", "restrains")


def test_what_does_not_follow_is_denied():
    (one,) = said("The move did not mean that Libya had cut its ties with Peru.")
    assert (one.polarity, one.modality) == ("negated", "actual")


@pytest.mark.parametrize(
    "text",
    [
        "The Herald's music critic Paul Connolly liked the band.",
        "Matt Williams must be wondering what happened, said Ana Ruiz of Bolivia.",
        "Nanjing Auto plans to shift production of the car to China.",
        "The ruling dealt a major blow to the Danish government's policy.",
        "They were then trounced 45-6 by New Zealand in the semi-final.",
        "Riccardo Rinaldi, the European marketing manager of Creative, left.",
    ],
)
def test_everyday_words_state_nothing_political(text):
    assert [one for one in said(text) if one.target in ("Herald", "Europe") or one.family != "affiliated"] == []


def test_a_prince_is_not_his_namesake():
    text = "Charles Kennedy spoke first. Prince Charles met the Danish queen."
    assert ("Charles Kennedy", "Denmark") not in who(text, "cooperates")


@pytest.mark.parametrize(
    "text",
    [
        "There was no reply to the Chadian attack on Mali.",
        "The lack of a strong response to the Chadian invasion of Mali surprised everybody.",
    ],
)
def test_what_nobody_reacts_to_happened(text):
    assert ("Chad", "Mali", "affirmed") in {(one.source, one.target, one.polarity) for one in said(text)}


def test_a_war_of_words_is_fought_without_arms():
    text = "The war of words between the Argentine and British governments went on."
    assert {one.type for one in said(text)} == {"disputes.rivals"}


def test_an_event_that_moves_somebody_demands_nothing():
    assert who("Germany's annexation of Austria encouraged Japan to arm.", "disputes.demands") == set()
    assert who("The American government encouraged Greece to sign.", "disputes.demands") == {
        ("United States", "Greece")
    }


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Lebanon attacked Syria for its silence.", "disputes"),
        ("Lebanon attacked Syria for wanting to leave.", "disputes"),
        ("Lebanon attacked Syria for hours.", "fights"),
        ("Boko Haram attacked Chad for its support of Niger.", "fights"),
        ("Lebanon plotted to attack Syria for its silence.", "fights"),
    ],
)
def test_an_attack_for_what_one_did_is_one_of_words(text, family):
    assert {one.family for one in said(text) if one.target in ("Syria", "Chad")} == {family}


def test_what_one_does_not_apologise_for_was_done():
    (one,) = said("Chad did not apologise for bombing Mali.")
    assert (one.type, one.polarity) == ("fights.attacks", "affirmed")


def test_scores_are_of_matches():
    assert said("The American overcame Germany's Tommy Haas 7-6 6-3.") == []


def test_what_is_suggested_is_intended():
    (one,) = [one for one in said("Chile suggested that Peru send troops to Haiti.") if one.source == "Peru"]
    assert one.modality == "intended"


def test_missiles_that_come_closer_befriend_nobody():
    assert who("Soviet efforts to move missiles closer to Norway failed.", "cooperates.supports") == set()
    assert who("Serbia moved closer to Russia.", "cooperates.supports") == {("Serbia", "Russia")}


def test_items_of_a_list_have_no_common_owner():
    text = (
        "The results included free elections, a new office of the Polish President, and the recognition of Solidarity."
    )
    assert who(text, "cooperates.supports") == set()


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        # a measure is its maker's, also where a pronoun or a clause comes back to it
        ("One effect of the Dutch tax was that it made it more difficult for Belgian brewers to export hops.",
         "restrains.limits", ("Netherlands", "Belgium")),
        ("Lima argued for a blockade, which would prevent foreign governments from helping Ecuador.",
         "restrains.limits", ("Peru", "foreign governments")),
        ("The colonists protested against the Townshend Acts.", "disputes.protests", ("colonists", "United Kingdom")),
        ("The Smoot-Hawley Tariff hurt Canadian farmers.", "restrains.limits", ("United States", "Canada")),
        # what somebody does or has succeeds, is used or comes in waves
        ("The success of Iranian efforts prevented Oman from joining the pact.", "restrains.limits", ("Iran", "Oman")),
        ("The use of British troops stopped the Boers from crossing the river.",
         "restrains.limits", ("United Kingdom", "Boers")),
        ("Chilean trade was made impossible by the intense rhetoric flowing from Peru.",
         "restrains.limits", ("Peru", "Chile")),
        # words for what is checked, grounded or wrung from somebody
        ("Norway scotched Danish hopes for a port.", "restrains.limits", ("Norway", "Denmark")),
        ("Kenya averted a Somali attack.", "restrains.limits", ("Kenya", "Somalia")),
        ("Dewey's squadron forced the surrender of the Spanish fleet while Chile wrung a treaty from Peru.",
         "restrains.coerces", ("Chile", "Peru")),
        # whose advance it is says the word before it
        ("Laos failed to halt the communist infiltration of its villages.",
         "restrains.limits", ("Laos", "communists")),
        ("The United States wanted to contain communist expansion in Asia.",
         "restrains.limits", ("United States", "communists")),
        # who wants it done, hopes for it, or uses something for it
        ("Lima hoped that the sanctions would weaken Chile.", "restrains.limits", ("Peru", "Chile")),
        ("Ghana saw the pact as a way to contain Togo.", "restrains.limits", ("Ghana", "Togo")),
        ("The Soviets viewed the treaty as an instrument for isolating China.",
         "restrains.limits", ("Soviet Union", "China")),
        ("Dutch deputies want Turkish influence in the mosques curbed.", "restrains.limits", ("Netherlands", "Turkey")),
        # one state that dominates another does not head it
        ("Prussia dominated Saxony and Denmark.", "restrains.coerces", ("Prussia", "Denmark")),
        ("Soviet leaders dreamed of dominating Eastern Europe.",
         "restrains.coerces", ("Soviet Union", "Eastern Europe")),
        ("The Soviet Union used the alliance to contain unrest in its European satellites.",
         "restrains.limits", ("Soviet Union", "satellites")),
    ],
)  # fmt: skip
def test_the_maker_of_a_measure_restrains(text, type, expected):
    assert expected in who(text, type)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Lima argued for a blockade, which would prevent foreign governments from helping Ecuador.",
         "restrains.coerces", ("Peru", "foreign governments")),
        ("The king wanted a communist school in Laos closed.", "restrains.limits", ("king", "Laos")),
        ("Communists dominate the Peruvian miners' union.", "restrains", ("communists", "Peru")),
        ("Congress passed the Chinese Exclusion Act in 1882.", "restrains", ("United States", "United States")),
        ("Mali feared that the pact would isolate Niger.", "restrains", ("Mali", "Niger")),
        ("The use of salt kept the Chilean fish from rotting.", "restrains", ("salt", "Chile")),
    ],
)  # fmt: skip
def test_nobody_is_restrained_by_it(text, family, pair):
    assert pair not in who(text, family)
