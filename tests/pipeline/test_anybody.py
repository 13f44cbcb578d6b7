"""States, bodies and people without a name: when they act, and when they are a country's."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Peru strove to prevent other nations from recognizing Chile.", "restrains", {("Peru", "other nations")}),
        ("Kenya ignored its treaties with other countries.", "disputes", {("Kenya", "countries")}),
        ("Many nations condemned Togo.", "disputes", {("nations", "Togo")}),
        ("Egypt has released 40 bakers.", "cooperates", {("Egypt", "bakers")}),
        ("China will punish violators of the law.", "restrains", {("China", "violators")}),
        ("Brazil imported tractors and computers.", "cooperates", set()),
        ("Norway is one of the richest countries in the world.", "cooperates", set()),
        ("Chile was ahead of most nations in building railways.", "disputes", set()),
        ("Chile was proud of the powers of its president.", "cooperates", set()),
    ],
)
def test_states_and_people_of_whom_nothing_is_said_act(text, family, expected):
    last = {(source.split()[-1], target.split()[-1]) for source, target in who(text, family)}
    assert last == {(source.split()[-1], target.split()[-1]) for source, target in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels killed dozens of people.", {("rebels", "people")}),
        ("The rebels killed 11 people, including one hostage.", {("rebels", "people")}),
        ("Hundreds of people live in the town near a base of Chile.", set()),
    ],
)
def test_people_are_certain_ones_if_a_noun_counts_them(text, expected):
    assert who(text, "fights") == expected


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Peru aided friendly regimes in the region.", "cooperates", {("Peru", "friendly regimes")}),
        ("Venezuela's parliament met. Other parliaments sued Maduro.", "disputes", {("parliaments", "Venezuela")}),
        ("Chile's cabinet fell. Successive governments had sued Bolivia.", "disputes", {("Chile", "Bolivia")}),
    ],
)
def test_several_governments_are_several_countries(text, family, expected):
    assert who(text, family) == expected


def test_people_are_where_the_words_behind_them_say():
    text = "Soviet tanks crushed demonstrators in East Berlin in 1953, and in Hungary in 1956. The Soviet Union ruled."
    assert ("Soviet Union", "East Germany") in who(text, "restrains")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkcell sought a stake in the network of Iran. A parliamentary commission has rejected Turkcell's bid.",
            ("Iran", "Turkcell"),
        ),
        ("Chile deplored the events in Iran after lawmakers there condemned Shell.", ("Iran", "Shell")),
    ],
)
def test_a_body_is_the_state_s_if_its_words_say_so(text, expected):
    assert expected in who(text, "disputes")


def test_a_force_of_fighters_is_somebody():
    assert who("Chad armed a guerrilla force in Libya.", "cooperates") == {("Chad", "guerrilla force")}
    assert who("Peru was a driving force in the talks.", "cooperates") == set()
