"""Kinds of false relations that texts of all sorts brought up, each with sentences of its own."""

import pytest
from said import said, who

_SPORT = (
    "The midfielder scored in the semi-final. Kenya will meet Ghana in the final. The striker missed a match. "
    "The rugby squad clashed with Fiji. The goalkeeper and the coach praised the tournament."
)


def relations(text):
    return {(s.source, s.target, s.type, s.polarity) for s in said(text)}


def pairs(text):
    return {(source, target) for source, target, _, _ in relations(text)}


def test_sport_is_no_politics():
    assert not relations(_SPORT)
    assert relations("Kenya will meet Ghana in the final round of talks.")


@pytest.mark.parametrize(
    "text",
    [
        "I agree with Antonio Costa. Portugal lost its way. Portugal forgot us, and we know it.",
        "Chile put the Peruvian offer back on the table.",
        "The envoy told the BBC that it had not negotiated with Iran.",
        "Spain set up a bank. Republic of Ireland; Czech Republic.",
        "Marco Silva, the Africa minister, spoke.",
        "Her claims were denied by Norway's envoy.",
        "The French Canadian population paid the tax during the war.",
    ],
)
def test_nothing_is_read(text):
    assert not relations(text)


def test_parts_of_a_treaty_name_say_nothing():
    found = relations("Norway, Denmark and Sweden signed a Treaty of Friendship and Commerce with Iceland.")
    assert {(s, t) for s, t, _, _ in found} == {("Norway", "Iceland"), ("Denmark", "Iceland"), ("Sweden", "Iceland")}
    assert {type_ for _, _, type_, _ in found} == {"cooperates.agrees"}


def test_the_war_is_of_those_who_are_helped():
    found = relations("Norway helped Poland and Latvia in any war against Sweden.")
    assert {(s, t) for s, t, type_, _ in found if type_ == "fights.attacks"} == {
        ("Poland", "Sweden"),
        ("Latvia", "Sweden"),
    }


def test_a_quarrel_that_nobody_settled_is_one():
    text = "The mediators failed to resolve the war between Chile and Peru."
    assert ("Chile", "Peru", "fights.attacks", "affirmed") in relations(text)


def test_brussels_is_the_seat_of_the_union_too():
    text = "The European Union and Japan argue over steel. Japan accused Brussels of delay."
    assert ("Japan", "European Union") in who(text, "disputes")
    assert ("Japan", "Belgium") in who("Belgium wrote to Japan. Japan accused Brussels of delay.", "disputes")


def test_indians_beside_settlers_are_native():
    text = "Tribes of American Indians lived there. Settlers attacked the Indian villages."
    assert ("settlers", "Native Americans") in pairs(text)
    assert ("settlers", "India") in pairs("American Indians came. India spoke. Settlers attacked the Indian villages.")


def test_bodies_that_every_state_has_are_those_of_the_country_spoken_of():
    text = (
        "Norway held a vote. Norway is calm. Norway has a king. Norway sells oil. Norway builds ships. "
        "The Supreme Court condemned Chad."
    )
    assert ("Norway", "Chad") in pairs(text)


def test_a_party_is_no_part_of_a_name():
    assert ("Anna Lowe", "Peru") in pairs("Lib Dem Anna Lowe accused the government of Peru.")


def test_the_last_of_a_list_has_the_title():
    text = "The ruling was challenged by Danske Bank and Sevgaz, a unit of Gazprom."
    assert who(text, "affiliated") == {("Sevgaz", "Gazprom")}


def test_a_title_before_an_owner_s_name_is_somebody_else_s():
    assert ("Ivo Kahn", "Matrix Group") not in pairs(
        "Ann Poole, a member of Ivo Kahn's Matrix Group, criticised Spain."
    )
    assert ("Peru", "Peru") in who("Peruvian President Rosa Pinto's visit to Chile ended.", "affiliated")


def test_not_having_to_is_no_demand_and_must_not_is_one():
    found = relations("Kenya said Uganda must not attack the camp.")
    assert ("Kenya", "Uganda", "disputes.demands", "affirmed") in found
    assert not relations("Togo is small. The unions should be putting the government under pressure. We know it.")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are fighting for Togo's independence.",
        "I listen to Wagner and to Chopin.",
        "Mali negotiated with nobody for Cuban help.",
    ],
)
def test_words_for_other_things(text):
    assert not relations(text)


def test_offices_are_no_bodies_but_some_have_one_country():
    assert pairs("Transportation Secretary Ann Lee criticised Chile.") == {("Ann Lee", "Chile")} or pairs(
        "Transportation Secretary Ann Lee criticised Chile."
    ) == {("United States", "Chile")}
    assert not who("Solicitor General Mary Poole criticised Chile.", "affiliated")


def test_names_are_no_idioms():
    found = relations("Carlos Rey was held by the United States at Guantanamo Bay.")
    assert "restrains.limits" not in {type_ for _, _, type_, _ in found}


def test_a_shadow_office_is_no_country_s():
    assert ("Dan Grieve", "Chad") in pairs("Shadow attorney general Dan Grieve criticised Chad.")
