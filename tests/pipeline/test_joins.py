"""Words that are put together for the parser: which hyphen stays, and where every character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import extractor

import relgraph as rg
from relgraph.pipeline.nlp.joins import Origin, join_words

COMMON = frozenset({"cease", "fire", "long", "term", "into", "in", "to"})
ENDINGS = frozenset({"backed", "led"})
PIECES = ["Hez", "bollah", "-\n", "-\r\n", "\u00ad", "\u200b", " ", "\n", "-", ".", "e\u0301", "\u0301", "x", "Al"]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Hez-\nbollah met.", "Hezbollah met.  "),
        ("Hez-\r\n  bollah met.", "Hezbollah met.     "),
        ("Hez\u00ad\nbollah met.", "Hezbollah met.  "),
        ("Hez-\nbollah met\nIran.", "Hezbollah met  \nIran."),
        ("Hez-\nbol-\nlah", "Hezbollah    "),
        ("He\u200bz\u00adbo", "Hezbo  "),
        ("Cafe\u0301 met", "Café met "),
        ("al-\nSudani met", "al-Sudani met "),
        ("Iran-\nbacked men", "Iran-backed men "),
        ("a cease-\nfire now", "a cease-fire now "),
        ("in-\nto the sea", "into the sea  "),
        ("a co-op of co-\nops and co-ops", "a co-op of co-ops and co-ops "),
        ("whole co\u00ad\nops", "whole coops  "),
        ("a sub-\nway, a subway", "a subway, a subway  "),
        ("1990-\n1995", "1990-\n1995"),
        ("Iran -\nand", "Iran -\nand"),
        ("Iran--\nand", "Iran--\nand"),
        ("Iran-\n\nand", "Iran-\n\nand"),
        ("a-b and c-d", "a-b and c-d"),
        ("", ""),
    ],
)
def test_which_hyphens_go(text: str, joined: str):
    assert join_words(text, COMMON, ENDINGS).text == joined


@given(texts)
def test_the_length_stays_and_every_character_is_found_again(text: str):
    joined = join_words(text, COMMON, ENDINGS)
    origin = Origin(rg.Document(text=text), shifts=joined.shifts)
    assert len(joined.text) == len(text)
    for at, char in enumerate(joined.text):
        span = origin.span(at, at + 1)
        if not char.isspace() and char.isascii():
            assert span.text == char
            assert joined.inward(span.start) == at


@given(texts, texts)
def test_a_piece_of_a_text_has_the_same_places(before: str, after: str):
    text = f"{before}\n\n{after}"
    joined = join_words(text, COMMON, ENDINGS)
    cut = len(before) // 2
    whole, piece = (Origin(rg.Document(text=text), offset, joined.shifts) for offset in (0, cut))
    assert [piece.span(at, at + 1) for at in range(len(text) - cut)] == [
        whole.span(at, at + 1) for at in range(cut, len(text))
    ]


def test_a_pair_in_a_broken_text_is_read_as_in_a_whole_one():
    whole, broken = "Azerbaijan attacked Armenia.", "Azer-\nbaijan at-\ntacked Arme-\nnia."
    answer = extractor().relate(whole, source=(0, 10), target=(20, 27))
    assert answer.best == "fights.attacks"
    assert extractor().relate(broken, source=(0, 12), target=(24, len(broken) - 1)) == answer


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The militias fought the U. S. military in the desert.", "United States", "U. S. military"),
        ("The U. N. condemned Israel.", "United Nations", "U. N."),
        ("The U. K. expelled the Iranian envoy.", "United Kingdom", "U. K."),
        ("Moscow meddled in either the German or U. S. elections.", "United States", "U. S. elections"),
    ],
)
def test_letters_set_apart_are_one_name(text: str, name: str, words: str) -> None:
    found = extractor().extract_document(rg.Document(text=text))
    by_id = {actor.id: actor for actor in found.actors}
    ends = {
        (by_id[by_id[end.actor].parent or end.actor].name, text[end.span.start : end.span.end])
        for r in found.relations
        for end in (r.source, r.target)
    }
    assert (name, words) in ends
