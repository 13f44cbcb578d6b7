"""Constructions that leave words out or put them where the parser does not look: each with sentences of its own."""

import pytest
from said import said


def relations(text):
    return {(s.source, s.target, s.type, s.polarity) for s in said(text)}


def pairs(text):
    return {(s.source, s.target) for s in said(text)} | {(s.target, s.source) for s in said(text) if s.symmetric}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Greece supported Serbia, as did Cyprus.", {("Greece", "Serbia"), ("Cyprus", "Serbia")}),
        ("Bahrain cut ties with Qatar and so did Egypt.", {("Bahrain", "Qatar"), ("Egypt", "Qatar")}),
        ("Latvia has banned Russian tankers, and Estonia has too.", {("Latvia", "Russia"), ("Estonia", "Russia")}),
        ("Japan sanctioned Moscow and South Korea did so too.", {("Japan", "Russia"), ("South Korea", "Russia")}),
        ("China invaded Vietnam, and Vietnam Cambodia.", {("China", "Vietnam"), ("Vietnam", "Cambodia")}),
        ("Rome blames Tripoli and Tripoli Rome.", {("Italy", "Libya"), ("Libya", "Italy")}),
        ("Denmark expelled 15 Russian diplomats, Norway three.", {("Denmark", "Russia"), ("Norway", "Russia")}),
        ("Mali criticises France more often than Chad does.", {("Mali", "France")}),
        ("Iran did what it could to help Iraq.", {("Iran", "Iraq")}),
    ],
)
def test_a_clause_without_a_verb_has_the_one_before(text, expected):
    assert pairs(text) == expected


def test_a_left_out_verb_may_be_denied():
    found = relations("Paraguay backs Taiwan but Honduras no longer does.")
    assert found == {
        ("Paraguay", "Taiwan", "cooperates.supports", "affirmed"),
        ("Honduras", "Taiwan", "cooperates.supports", "negated"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is Ankara, not Athens, that has blocked Sweden's accession.", ("Turkey", "Sweden")),
        ("It was not France but Britain that recognised the Saudis first.", ("United Kingdom", "Saudi Arabia")),
        ("What Beijing did was threaten Taiwan with a blockade.", ("China", "Taiwan")),
        ("Who supplied the missiles to the Houthis was Iran, the panel found.", ("Iran", "Houthis")),
        ("Also sanctioned by Canada were two Haitian politicians.", ("Canada", "Haiti")),
        ("From Libya Chad received weapons.", ("Libya", "Chad")),
        ("Between Sudan and Chad there have been many battles.", ("Sudan", "Chad")),
        ("Nigeria, Abuja's envoy told reporters, would not attack Niger.", ("Nigeria", "Niger")),
        ("Moscow is easy for Yerevan to criticise.", ("Armenia", "Russia")),
        ("Sweden (but not Finland) was blocked by Turkey.", ("Turkey", "Sweden")),
        ("Mexico thanks Cuba for doctors", ("Mexico", "Cuba")),
        ("Thai, Cambodian troops exchange fire at temple", ("Thailand", "Cambodia")),
        ("Hamas chief killed in Israeli raid", ("Israel", "Hamas")),
        ("Norway suspended aid to the Syrian group known as the White Helmets.", ("Norway", "White Helmets")),
        ("Israel shelled the positions of Hezbollah.", ("Israel", "Hezbollah")),
    ],
)
def test_subjects_and_objects_are_found_where_they_stand(text, expected):
    found = pairs(text)
    assert expected in found
    assert found <= {expected, expected[::-1]}


def test_an_answer_is_for_whom_it_answers():
    found = relations("Beijing suspended imports in retaliation for Canadian sanctions.")
    assert {(s, t, type_) for s, t, type_, _ in found} == {
        ("China", "Canada", "restrains.sanctions"),
        ("Canada", "China", "restrains.sanctions"),
    }
    assert ("Iran", "Israel") in pairs("Iran retaliated for the Israeli attack on its consulate.")
    assert not pairs("In response to the Kenyan president's speech, farmers gathered in Nairobi.")


def test_what_is_refused_or_denied_is_said_once():
    found = relations("Chad refused to respond to a request from France.")
    assert ("Chad", "France", "disputes.rejects", "affirmed") in found
    assert ("France", "Chad", "disputes.demands", "affirmed") in found
    denied = relations("Manila rejected the claim that Filipino boats had rammed a Chinese ship.")
    assert {polarity for *_, polarity in denied} == {"negated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia had its wine banned by Russia.", {("Russia", "Georgia")}),
        ("Ukraine had two ships seized by Russia.", {("Russia", "Ukraine")}),
        ("Kuwait had two Iranian diplomats expelled.", {("Kuwait", "Iran")}),
        ("Hundreds of tonnes of wheat donated by Turkey reached Chad.", {("Turkey", "Chad")}),
        ("Turkey trained, armed and then abandoned the Kurds.", {("Turkey", "Kurds")}),
        ("Iran cooperates with and supports the Houthis.", {("Iran", "Houthis")}),
        ("Israel carries out strikes in Syria.", {("Israel", "Syria")}),
        ("Turkish raids in Iraq hit the PKK.", {("Turkey", "PKK")}),
        (
            "The EU and the Mercosur bloc of South American countries have agreed on a deal.",
            {("European Union", "Mercosur")},
        ),
        ("Washington would consider it should Huawei be given a role, the minister said.", set()),
    ],
)
def test_who_has_it_done_to_him(text, expected):
    found = pairs(text)
    assert {min(pair, pair[::-1]) for pair in found} == {min(pair, pair[::-1]) for pair in expected}


def test_who_is_loyal_to_somebody_acts_for_him():
    found = relations("In Libya, the government attacked forces loyal to Khalifa Haftar.")
    assert ("Libya", "Khalifa Haftar", "fights.attacks", "affirmed") in found
    assert not any(source == target for source, target, _, _ in found)


def test_a_mediator_helps_those_whose_quarrel_it_is():
    found = relations(
        "Egypt has launched a mediation effort to try to prevent a confrontation between Turkey and Syria."
    )
    assert {("Egypt", "Turkey"), ("Egypt", "Syria")} <= {(s, t) for s, t, _, _ in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merkel, French president meet in Lyon", ("France", "Merkel")),
        ("In return for Cuban aid, Angola supplied oil.", ("Cuba", "Angola")),
        ("Kabul repeated its charge that Pakistan shelters the Haqqani network.", ("Pakistan", "Haqqani network")),
        ("Reports that Pakistan had armed the rebels were denied.", ("Pakistan", "rebels")),
        (
            "The Afghan accusation that Pakistan armed the rebels was rejected.",
            ("Pakistan", "rebels"),
        ),
    ],
)
def test_misread_heads_and_clauses(text, expected):
    assert expected in pairs(text)


def test_a_report_strikes_nobody():
    assert not pairs("Irish company hit by Iraqi report")
    assert not pairs("In exchange for a promise to defend the island, Chad agreed to withdraw its troops.")


def test_who_is_arrested_is_not_who_arrests():
    assert not pairs("Kenya arrested the man who had sold rifles to the militia.")
    found = relations("Chile imposed tariffs that hit Peruvian growers.")
    assert found == {("Chile", "Peru", "restrains.sanctions", "affirmed")}
