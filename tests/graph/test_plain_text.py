"""Reprs in a terminal: what is long is cut where it matters least, and nothing acts on the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import clause, extraction

from relgraph.graph import RelationGraph
from relgraph.graph.table import shortened, shortened_around, table
from relgraph.graph.visible import UNSEEN, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x00\x7f\x9b", "␀␡⟦U+009B⟧"),
        ("\u202edrow\u202c", "⟦RLO⟧drow⟦PDF⟧"),
        ("\u2067a\u2069", "⟦RLI⟧a⟦PDI⟧"),
        ("می‌خواهم עברית\u200f", "می‌خواهم עברית\u200f"),
        ("\ud800 \ufffe \U0010ffff", "\ufffd \ufffd \ufffd"),
    ],
)
def test_what_would_not_be_seen_is_seen(text, shown):
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_what_is_made_visible_can_be_printed_and_stays(text):
    shown = visible(text)
    shown.encode("utf-8")
    assert not UNSEEN.search(shown)
    assert visible(shown) == shown


def test_no_name_or_sentence_acts_on_the_terminal():
    made = extraction(
        clause("Russia", "cooperates.supports", "Syria", words="\x1b[31mbacks\u202e"), id="d", title="a\x1bb"
    )
    actors = tuple(each.model_copy(update={"name": f"\x1b]0;{each.name}\x07"}) for each in made.actors)
    graph = RelationGraph([made.model_copy(update={"actors": actors})])
    relations = graph.relations()
    for value in (graph, relations, relations.first, relations.ties(), relations.ties()[0], graph.show_text()):
        assert "␛" in repr(value)
        assert not UNSEEN.search(repr(value))


def test_columns_stand_under_each_other_in_any_script():
    rows = [("俄罗斯", "a"), ("Russia", "b"), ("e\u0301te\u0301", "c")]
    lines = table(("name", "x"), rows, width=60).splitlines()
    assert lines == ["name    x", "俄罗斯  a", "Russia  b", "e\u0301te\u0301     c"]
    assert shortened("俄罗斯联邦", 6) == "俄罗…"


def test_the_words_that_matter_are_in_sight():
    sentence = "After many years of talks that led nowhere the two sides signed a treaty on gas and on much else"
    start = sentence.index("signed")
    assert shortened_around(sentence, start, start + 6, 40) == "…the two sides signed a treaty on gas a…"
    assert shortened_around(sentence, start, start + 6, 70) == shortened(sentence, 70)
    assert shortened_around(sentence, start, start + 6, 200) == sentence
    assert shortened_around("Iran backs Syria", 5, 10, 11) == "Iran backs…"


@given(
    st.lists(st.sampled_from(["a", "bcd", " ", "\n ", "efghij klm", "俄"]), max_size=40), st.data(), st.integers(16, 60)
)
def test_a_place_is_in_sight_if_there_is_room(pieces, data, width):
    before, after = "".join(pieces[::2]), "".join(pieces[1::2])
    place = data.draw(st.sampled_from(["X", "XYZ", "XYZXYZ"]))
    shown = shortened_around(before + place + after, len(before), len(before + place), width)
    assert place in shown
    assert shown == shortened(shown, width)


def test_a_table_of_relations_shows_what_states_them():
    words = "after many years of talks that led nowhere and of threats that nobody believed finally bombs"
    graph = RelationGraph([extraction(clause("Russia", "fights.attacks", "Syria", words=words), id="d")])
    (relation,) = graph.relations()
    wide = relation.relation.evidence[0]
    start = wide.sentence.text.index("bombs")
    trigger = wide.trigger.model_copy(update={"start": start, "end": start + 5, "text": "bombs"})
    exact = relation.relation.model_copy(update={"evidence": (wide.model_copy(update={"trigger": trigger}),)})
    made = next(iter(graph.extractions())).model_copy(update={"relations": (exact,)})
    found = RelationGraph([made]).relations()
    assert repr(found).splitlines()[-1].endswith("finally bombs Syria.")
    assert repr(found.first).endswith("finally bombs Syria.”")


def test_places_outside_the_text_are_no_trouble():
    assert shortened_around("Peru met Chile.", 40, 60, 10) == "…"
    assert shortened_around("Peru met Chile " * 9, 400, 420, 12).startswith("…")
