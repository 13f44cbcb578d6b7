"""Two states that one sentence names: whom "the two countries" mean, and which of them ends or says what."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        (
            "Peru and Chile are at odds. Bolivia, an ally of Brazil since the two countries signed a pact, left.",
            "cooperates.agrees",
            {"Bolivia", "Brazil"},
        ),
        (
            "Iran and Oman met. France, an ally of Ghana although the two countries distrust each other, protested.",
            "disputes.rivals",
            {"France", "Ghana"},
        ),
    ],
)
def test_they_are_those_of_the_clause_around_them(text, type_, pair):
    assert {one.source for one in said(text) if one.type == type_} | {
        one.target for one in said(text) if one.type == type_
    } == pair


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger quarrelled. Niger will suspend the joint patrols that the two armies carried out.",
        "Chad and Niger share a border. Niger cancelled a meeting between the two presidents.",
    ],
)
def test_who_ends_what_two_share_is_the_source(text):
    ended = [(one.source, one.target) for one in said(text) if one.type in ("restrains.sanctions", "disputes.rejects")]
    assert ended == [("Niger", "Chad")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile recalled its ambassador from Bolivia; Peru said nothing.",
        "Chile recalled its ambassador from Bolivia; Peru did not comment.",
        "Chile recalled its ambassador from Bolivia; so far Peru has not commented.",
    ],
)
def test_silence_reports_nothing(text):
    assert [(one.source, one.target, one.attribution) for one in said(text)] == [("Chile", "Bolivia", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya condemned the raid, but Uganda declined to comment.",
        "Kenya condemned the raid. Uganda declined to say whether it would help Kenya.",
    ],
)
def test_who_declines_to_comment_rejects_nobody(text):
    assert not [one for one in said(text) if one.source == "Uganda" and one.type == "disputes.rejects"]


@pytest.mark.parametrize(
    ("text", "threatened"),
    [
        ("President Macron of France threatened to withdraw French troops from Mali.", {"Mali"}),
        ("Germany threatened to sell German gold.", set()),
        ("President Lukashenko of Belarus threatened to crush the opposition.", {"Belarus"}),
    ],
)
def test_what_one_does_with_ones_own_threatens_not_oneself(text, threatened):
    assert {one.target for one in said(text) if one.type == "disputes.threatens"} == threatened


def test_a_group_named_by_its_loyalty_is_not_the_place_where_it_is():
    found = said("Hezbollah comprises dozens of pro-Syrian militias in Lebanon.")
    assert ("pro-Syrian militias", "Hezbollah") in {(one.source, one.target) for one in found}
    assert "Lebanon" not in {one.source for one in found}


def test_he_may_name_the_state_that_he_speaks_for():
    text = (
        "Denmark called for talks. Its premier met Icelandic officials. "
        '"Norway does not threaten Iceland," the Norwegian premier said, but he warned that Norway would limit trade.'
    )
    assert "Denmark" not in {one.attribution for one in said(text)}
