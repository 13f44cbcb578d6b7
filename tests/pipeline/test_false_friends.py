"""Words that only look like an act between two: who is no party to it, and what is meant by other words."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "doer", "other"),
    [
        ("Gunmen loyal to the Islamic State killed five Nigerian soldiers.", "gunmen", "Nigeria"),
        (
            "Masked men loyal to the Serb politician Radoje Milic ambushed a patrol of the Kosovo Police.",
            None,
            "Kosovo",
        ),
        ("Forces loyal to Khalifa Haftar shelled a Turkish convoy.", "Khalifa Haftar", "Turkey"),
    ],
)
def test_only_forces_act_for_whom_they_are_loyal_to(text, doer, other):
    found = who(text, "fights")
    assert {target for _, target in found} == {other}
    assert {"Islamic State", "Serbia"}.isdisjoint(source for source, _ in found)
    assert doer is None or {doer} == {source for source, _ in found}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Israel bombed Gaza. The Israeli army shelled Rafah. A Thai court ordered the government to act.", "Thailand"),
        ("American troops left Iraq. Jamaica's opposition accused the government of corruption.", "Jamaica"),
        (
            "Mali accused Chad. Malian troops shelled the rebels. Lebanon's cabinet told the army to withdraw.",
            "Lebanon",
        ),
    ],
)
def test_bodies_of_one_country_have_to_do_with_its_own(text, pair):
    assert (pair, pair) in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("In Sudan, the army fought rebels. The US ambassador urged the government to stop the fighting.", "Sudan"),
        ("Sudan's army shelled villages in Darfur. American lawmakers accused the government of genocide.", "Sudan"),
    ],
)
def test_rulers_of_another_country_may_mean_the_government_that_was_spoken_of(text, others):
    assert {target for _, target in who(text, "disputes")} == {others}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Mali and Niger exchanged fire. Togo and Benin appealed to both sides to stop.", {"Mali", "Niger"}),
        ("Mali and Niger exchanged fire. Togo spoke to both sides.", {"Mali", "Niger"}),
        ("Togo and Benin observed the vote. Togo spoke to both sides.", set()),
    ],
)
def test_who_deals_with_both_sides_is_neither(text, pair):
    found = {order for family in ("disputes", "cooperates") for order in who(text, family)}
    assert {name for order in found for name in order} - {"Togo", "Benin"} == pair
    assert ("Togo", "Benin") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Pretoria provided oil, credit and two thousand policemen.",
        "Cuba sent doctors.",
        "Canada offered troops and nurses.",
        "Benin withdrew its offer of 2,000 soldiers.",
        "Peru called up reservists.",
    ],
)
def test_people_who_are_sent_are_no_party(text):
    assert not said(text)


def test_they_go_to_somebody():
    assert ("Cuba", "Angola") in who("Cuba sent teachers to Angola.", "cooperates")
    assert ("Germany", "refugees") in who("Germany provided refugees with tents.", "cooperates")


@pytest.mark.parametrize(
    ("text", "given_up"),
    [
        ("The treaty compelled the Spanish to relinquish claims on Cuba.", "Cuba"),
        ("Serbia gave up control of Kosovo.", "Kosovo"),
        ("Mexico dropped its demands on Belize.", "Belize"),
    ],
)
def test_what_is_given_up_is_not_said_besides(text, given_up):
    assert {one.family for one in said(text) if one.target == given_up} == {"cooperates"}


def test_a_body_that_reports_on_treaties_has_signed_none():
    assert not said("Free trade agreements with the US contributed to growth in the region, the World Bank said.")
    found = who("Relations with Chile soured as Peru armed.", "disputes")
    assert ("Peru", "Chile") in found


def test_what_is_sold_or_returned_is_not_dealt_with():
    found = said("Spain agreed to sell the Philippines to the United States.")
    assert {one.target for one in found} == {"United States"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Spanish minister demanded that the prisoners be released.", set()),
        ("Norway called for the release of the journalists.", set()),
        ("Austria demanded the evacuation of Serbia.", set()),
        ("Kenya called for the release of its pilots by South Sudan.", {"South Sudan"}),
        ("Egypt appealed for the release of nuns kidnapped by separatists.", {"separatists"}),
        ("Qatar said that the hostages must be released by Hamas.", {"Hamas"}),
        ("Japan demanded the withdrawal of Chinese ships.", {"China"}),
        ("Italy demanded that Libyan boats be seized.", {"Libya"}),
    ],
)
def test_nothing_is_asked_of_those_who_are_to_be_freed(text, asked):
    assert {target for _, target in who(text, "disputes")} == asked


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("France and Belgium met the deadline.", None),
        ("France and Belgium met in Lille.", ("France", "Belgium")),
        ("France and Britain resurrected the link between reparations and war debts.", None),
        ("Iran and Iraq praised the links between trade and peace.", None),
        ("Kenya and Uganda discussed relations between the two countries.", ("Kenya", "Uganda")),
    ],
)
def test_two_share_only_what_is_between_them(text, pair):
    found = who(text, "cooperates")
    assert pair in found if pair else not found


@pytest.mark.parametrize(
    "text",
    ["U.S. financier Jonas Morgan floated the loan.", "The Yemeni importer Anwar Saeed petitioned for a review."],
)
def test_a_nation_is_not_the_customer_of_its_own(text):
    assert not who(text, "cooperates")


def test_who_pays_for_a_group_helps_it():
    assert ("Ali Saleh", "Hamas") in who("The Hamas financier Ali Saleh was arrested.", "cooperates")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Sweden, Spain and Colombia have spoken in the same sense.", None),
        ("Macron and Scholz spoke by telephone.", ("Macron", "Scholz")),
        ("Nigeria and Libya tried in vain to arrange a truce.", None),
        ("Iran and Iraq signed a truce.", ("Iran", "Iraq")),
        ("It landed under cover of a truce which the British and American consuls had procured.", None),
        ("Saudi Arabia and Oman said they hoped for a compromise.", None),
        ("France and Germany called for talks.", None),
        ("France and Germany held talks.", ("France", "Germany")),
        ("Egypt and Qatar, the sponsors of the negotiations, left Cairo.", None),
    ],
)
def test_who_brings_something_about_has_no_part_in_it(text, pair):
    found = who(text, "cooperates")
    assert pair in found if pair else not found


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The Dominican Republic, which shares the island with Haiti, closed a road.", "cooperates"),
        ("Peru shares a language with Chile.", "cooperates"),
        ("A bridge connects Denmark with Sweden.", "affiliated"),
        ("Estonia repaired a cable that links it with Finland.", "affiliated"),
        ("French troops captured a hill overlooking the Yemeni port of Hodeidah.", "disputes"),
        ("The European Court ruled EU countries could not suspend the pact.", "affiliated"),
        ("The commandos take orders from the Somali government.", "cooperates"),
    ],
)
def test_things_that_lie_there_are_no_act(text, family):
    assert not who(text, family)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway shares intelligence with Sweden.", "cooperates"),
        ("Three men linked to Hezbollah were held.", "affiliated"),
        ("Norway overlooked Swedish objections.", "disputes"),
        ("Three colonels led the junta of Mali. Moussa Keita ruled Mali for decades.", "affiliated.leads"),
    ],
)
def test_acts_in_the_same_words_are(text, type_):
    assert who(text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Chilean ambassador called on the Peruvian president yesterday.", "cooperates.consults"),
        ("Chile called on Peru to withdraw.", "disputes.demands"),
        ("Germany plans to station a brigade in Lithuania to protect it.", "cooperates.aids"),
        ("Germany plans to station a brigade in Lithuania.", "fights.mobilizes"),
    ],
)
def test_what_follows_says_what_is_meant(text, type_):
    assert {one.type for one in said(text)} == {type_}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A faction under Hashim Salamat, which accused the Philippines of fraud, broke away.", "faction"),
        ("Kenya praised Ahmed Musa, who accused the Philippines of fraud.", "Ahmed Musa"),
    ],
)
def test_no_person_is_which(text, doer):
    assert (doer, "Philippines") in who(text, "disputes")
    assert {source for source, target in who(text, "disputes") if target == "Philippines"} == {doer}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("U.S. marines and paratroopers landed on the Caribbean island of Grenada.", ("United States", "Grenada")),
        ("French troops invaded the African kingdom of Morocco.", ("France", "Morocco")),
    ],
)
def test_lands_and_their_people(text, pair):
    assert who(text, "fights") == {pair}


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Tokyo removed South Korea from its list of trusted partners.", "restrains.sanctions", "South Korea"),
        ("The United States removed Sudan from its list of sponsors of terror.", "cooperates.concedes", "Sudan"),
    ],
)
def test_what_a_list_is_of_says_what_it_is_to_be_off_it(text, type_, target):
    assert {(one.type, one.target) for one in said(text)} == {(type_, target)}


def test_whom_one_meets_is_not_the_men():
    assert not who("Kissinger met both men.", "cooperates")
    assert who("Kissinger met Zambian farmers.", "cooperates")


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Mali urged Chad to stop its pressure on Togo.", "cooperates", {("Chad", "Togo")}),
        ("We thank the gunners of our Dutch and Swedish partners.", "cooperates", set()),
        ("Egypt will join no military action against the Houthis in Yemen.", "fights", {("Egypt", "Houthis")}),
        ("France received the mission of the Pacific Islands Forum.", "fights", set()),
        ("Mali sent troops. He is not an official of any government.", "affiliated", set()),
    ],
)
def test_whose_it_is(text, family, pairs):
    assert who(text, family) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Kazakh and Uzbek engineers have begun joint work on a canal.", {("Kazakhstan", "Uzbekistan")}),
        ("It was a step that Hezbollah called a gift to Israel.", set()),
        ("Iran called a truce with Iraq.", {("Iran", "Iraq")}),
    ],
)
def test_who_works_together_and_who_only_calls_it_so(text, pairs):
    found = {(one.source, one.target) for one in said(text) if one.family == "cooperates"}
    assert found == pairs


def test_two_who_meet_and_do_something_together_met() -> None:
    text = "President Franklin Roosevelt and British Prime Minister Winston Churchill met and wrote a charter."
    assert "cooperates.consults" in {one.type for one in said(text)}
