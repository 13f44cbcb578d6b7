"""Whom a noun phrase stands for when it acts, and when it is acted on."""

import pytest
from said import extraction, said, who


def weak(reason: str, *values):
    """A phrase that the engine reads wrongly, with the reason."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason), id=values[0][:60])


def accusers(text: str) -> set[str]:
    return {source for source, target in who(text, "disputes.accuses") if target == "Togo"}


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        # names, adjectives, possessives, of
        ("Iran", "Iran"),
        ("The Islamic Republic of Iran", "Iran"),
        ("The Iranians", "Iran"),
        ("The Iranian government", "Iran"),
        ("The government of Iran", "Iran"),
        ("Iran's government", "Iran"),
        ("The Iranian parliament", "Iran"),
        ("The parliament of Iran", "Iran"),
        ("Iran's army", "Iran"),
        ("Iranian diplomats", "Iran"),
        ("Senior Iranian officials", "Iran"),
        ("The foreign ministry of Iran", "Iran"),
        ("The US State Department", "United States"),
        # seats and capitals
        ("The Kremlin", "Russia"),
        ("The White House", "United States"),
        ("Moscow", "Russia"),
        ("Tehran", "Iran"),
        ("Downing Street", "United Kingdom"),
        # partitives
        ("Dozens of Iranians", "Iran"),
        ("A group of Iranian lawmakers", "Iran"),
        ("Some of Iran's ministers", "Iran"),
        ("Three Iranian ministers", "Iran"),
        ("Most of the rebels", "rebels"),
        # persons
        ("Iranian Foreign Minister Javad Zarif", "Iran"),
        ("President Vladimir Putin of Russia", "Russia"),
        ("Russian President Vladimir Putin", "Russia"),
        ("The president of Peru, Ana Brown,", "Peru"),
        ("Ana Brown, the president of Peru,", "Peru"),
        ("Peru's foreign minister, Ana Brown,", "Peru"),
        # organisations
        ("NATO", "NATO"),
        ("The UN Security Council", "United Nations"),
        ("Hezbollah", "Hezbollah"),
        ("Hezbollah fighters", "Hezbollah"),
        ("Hezbollah's leader", "Hezbollah"),
        ("The European Commission", "European Union"),
        # generic groups
        ("Journalists", "journalists"),
        ("Foreign workers", "foreign workers"),
        ("Rebels", "rebels"),
        # what was made is its maker's
        ("A resolution drafted by France", "France"),
        ("The Iranian resolution", "Iran"),
    ],
)
def test_who_acts(phrase, actor):
    assert accusers(f"{phrase} condemned Togo.") == {actor}


@pytest.mark.parametrize(
    "phrase",
    [
        "The report",
        "Everybody",
        "Iran's enemies",
        "Iran's neighbours",
        "The opponents of Iran",
        "A newspaper in Tehran",
    ],
)
def test_who_does_not_act(phrase):
    assert "Iran" not in accusers(f"{phrase} condemned Togo.")


@pytest.mark.parametrize(
    "text",
    [
        "In Moscow, Peru condemned Togo.",
        "Peru condemned Togo in Moscow.",
        "Peru condemned Togo at a meeting in Moscow.",
        "Peru's embassy in Moscow condemned Togo.",
        "Peru, whose minister was in Moscow, condemned Togo.",
    ],
)
def test_a_capital_after_in_is_only_a_place(text):
    assert accusers(text) == {"Peru"}
    assert not any("Russia" in pair for pair in who(text, "disputes"))


@pytest.mark.parametrize(
    "text",
    [
        "Peru held talks in Damascus.",
        "Peru invested in Damascus.",
        "Peru attacked rebels in Damascus.",
        "Peru met with Iran in Damascus.",
    ],
)
def test_nothing_is_done_to_a_country_in_whose_capital_it_is_done(text):
    assert "Syria" not in {one.target for one in said(text)} | {one.source for one in said(text)}


def test_a_place_before_a_meeting_does_not_take_part():
    assert who("The Vienna talks between Iran and Togo failed.", "cooperates.consults") == {
        ("Iran", "Togo"),
        ("Togo", "Iran"),
    }


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Peru attacked Iranian ships.", "fights", ("Peru", "Iran")),
        ("Peru attacked ships of Iran.", "fights", ("Peru", "Iran")),
        ("Peru attacked Iran's ports.", "fights", ("Peru", "Iran")),
        ("Peru attacked ISIL-held areas.", "fights", ("Peru", "Islamic State")),
        ("Peru attacked Houthi-controlled ports.", "fights", ("Peru", "Houthis")),
        ("Peru bombed Damascus.", "fights", ("Peru", "Syria")),
        ("Peru's minister visited Moscow.", "cooperates.consults", ("Peru", "Russia")),
        ("Peru sent a message to Jerusalem.", "cooperates", ("Peru", "Israel")),
        ("Peru arrested journalists.", "restrains.coerces", ("Peru", "journalists")),
        ("Peru killed an Iranian general.", "fights", ("Peru", "Iran")),
        ("American sanctions on Iran hurt.", "restrains.sanctions", ("United States", "Iran")),
        ("Police arrested students in Nepal.", "restrains.coerces", ("Nepal", "Nepal")),
    ],
)
def test_who_is_acted_on(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize("people", ["Protesters", "Protesters in Moscow", "Demonstrators"])
def test_unnamed_people_act_on_the_only_country_of_the_text(people):
    assert accusers(f"{people} condemned Togo.") != set()


def ids(text: str) -> set[str]:
    found = extraction(text)
    return {mention.actor for relation in found.relations for mention in (relation.source, relation.target)}


def test_the_specific_actor_is_kept_below_the_country():
    assert "person/sergey-lavrov" in ids("Sergey Lavrov condemned Togo.")
    assert "igo/NATO" in ids("NATO condemned Togo.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pro-Iranian militias attacked Israel.", "militias"),
        ("Saudi-backed rebels attacked Israel.", "rebels"),
    ],
)
def test_a_group_is_one_actor_in_all_relations_of_its_sentence(text, name):
    assert len([actor for actor in ids(text) if name in actor]) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Iranian parliament condemned Togo.", "Iranian parliament"),
        ("Dozens of Iranians condemned Togo.", "Dozens of Iranians"),
        ("Iranian Foreign Minister Javad Zarif condemned Togo.", "Iranian Foreign Minister Javad Zarif"),
        ("Hezbollah fighters condemned Togo.", "Hezbollah fighters"),
        ("Moscow condemned Togo.", "Moscow"),
    ],
)
def test_the_words_of_the_actor_are_the_whole_phrase(text, source):
    spans = {r.source.span.text for r in extraction(text).relations if r.type == "disputes.accuses"}
    assert spans == {source}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Journalists condemned Togo.", "group"),
        ("The Kremlin condemned Togo.", "country"),
        ("NATO condemned Togo.", "igo"),
    ],
)
def test_kinds(text, kind):
    found = extraction(text)
    kinds = {actor.id: actor.kind for actor in found.actors}
    assert {kinds[relation.source.actor] for relation in found.relations} == {kind}
