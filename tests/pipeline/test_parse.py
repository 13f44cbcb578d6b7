"""A parse in plain Python says of every token, span and sentence what spaCy's own objects say."""

import pytest
import spacy
from spacy import tokens as spacy_tokens

from relgraph.pipeline.nlp.parse import Doc, hang, take_place

TEXT = (
    "The so-called “Northern Pact” (signed in Lima) didn't help: Chile's army, which Peru and Bolivia had armed, "
    "attacked U.S. troops.\n\nWhat   did Foreign Minister Ana Ruiz say? “We reject it”, she told the Lima Herald on "
    "3 May 2019, and left.\n- No comment\n"
)
VALUES = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_alpha is_lower is_upper is_title "
    "is_space is_punct is_quote is_sent_start"
)
TOKENS = "head left_edge right_edge"
SEQUENCES = "children lefts rights ancestors subtree conjuncts"


@pytest.fixture(scope="module")
def original(nlp) -> spacy_tokens.Doc:
    return nlp(TEXT)


@pytest.fixture(scope="module")
def doc(original) -> Doc:
    return Doc(original)


def places(tokens) -> list[int]:
    return [token.i for token in tokens]


def test_the_text_is_worth_comparing(original):
    assert len(list(original.sents)) > 3
    assert len(original.ents) > 3
    assert any(token.conjuncts for token in original)


@pytest.mark.parametrize("name", VALUES.split())
def test_tokens_have_the_same_values(doc, original, name):
    assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in original]


@pytest.mark.parametrize("name", TOKENS.split())
def test_tokens_lead_to_the_same_tokens(doc, original, name):
    assert places(getattr(token, name) for token in doc) == places(getattr(token, name) for token in original)


@pytest.mark.parametrize("name", SEQUENCES.split())
def test_tokens_lead_to_the_same_sequences(doc, original, name):
    assert [places(getattr(t, name)) for t in doc] == [places(getattr(t, name)) for t in original]


def test_ancestry_is_the_same(doc, original):
    assert [[a.is_ancestor(b) for a in doc] for b in doc] == [[a.is_ancestor(b) for a in original] for b in original]


def test_sentences_and_entities_are_the_same(doc, original):
    assert [(s.start, s.end, s.text, s.root.i) for s in doc.sents] == [
        (s.start, s.end, s.text, s.root.i) for s in original.sents
    ]
    assert [(token.sent.start, token.sent.end) for token in doc] == [(t.sent.start, t.sent.end) for t in original]
    assert [(e.start, e.end, e.label_, e.text) for e in doc.ents] == [
        (e.start, e.end, e.label_, e.text) for e in original.ents
    ]


def test_every_span_has_the_same_text_and_root(doc, original):
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            ours, theirs = doc[start:end], original[start:end]
            assert (len(ours), ours.text, ours.start_char) == (len(theirs), theirs.text, theirs.start_char)
            assert ours.root.i == theirs.root.i, ours.text


def test_indices_and_slices_count_from_either_end(doc, original):
    assert len(doc) == len(original)
    assert doc[-1].i == original[-1].i
    assert [doc[5:-3][-1].i, doc[5:-3][1:4][0].i] == [original[5:-3][-1].i, original[5:-3][1:4][0].i]
    assert [len(doc[9:5]), len(doc[:0]), len(doc[3:9][4:2])] == [0, 0, 0]
    assert doc[9:5].text == ""
    with pytest.raises(IndexError):
        doc[len(doc)]


def test_neighbours_end_with_the_text(doc):
    assert doc[3].nbor().i == 4
    assert doc[3].nbor(-3).i == 0
    for beyond in (doc[3].nbor(-4), doc[len(doc) - 1].nbor()):
        assert (beyond.text, beyond.lower_, beyond.base, beyond.tag_, beyond.dep_) == ("",) * 5
        assert beyond.head is beyond
        assert not beyond.children


def test_characters_lead_to_the_tokens_that_they_touch(doc):
    start = TEXT.index("thern")
    touched = doc.touched(start, start + 8)
    assert touched is not None
    assert touched.text == "Northern Pact"
    assert doc.touched(len(TEXT) + 1, len(TEXT) + 2) is None


def test_words_are_found_in_the_order_of_the_text(doc):
    assert [token.text for token in doc.occurrences(["Lima", "Peru", "lima", "Lima"])] == ["Lima", "Peru", "Lima"]
    assert doc.occurrences(["Ecuador"]) == []


def test_an_empty_text_has_no_sentences():
    empty = Doc(spacy_tokens.Doc(spacy.blank("en").vocab))
    assert (len(empty), empty.sents, empty.ents, empty.text) == (0, [], [], "")


def of_names(nlp, heads) -> Doc:
    words = ["Kazakh", "and", "Uzbek", "engineers"]
    return Doc(spacy_tokens.Doc(nlp.vocab, words, heads=heads, deps=["ROOT", "cc", "conj", "conj"], pos=["PROPN"] * 4))


def test_nothing_is_hung_below_itself(nlp):
    first, _, second, people = of_names(nlp, [0, 0, 0, 2])
    hang(first, people)
    assert [token.head.i for token in (first, second, people)] == [0, 0, 2]


def test_what_takes_the_place_of_a_root_is_one(nlp):
    first, _, _, people = of_names(nlp, [0, 0, 0, 0])
    take_place(people, first)
    hang(first, people, "amod")
    assert people.head is people
    assert people.dep_ == "ROOT"
    assert list(first.ancestors) == [people]
