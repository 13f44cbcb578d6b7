"""What the lexicon gathers from frames, so that a word is asked for once for all its frames."""

import pytest

from relgraph.frames import Frame, FrameSet
from relgraph.ontology import Ontology
from relgraph.pipeline.lexicon import Lexicon
from relgraph.pipeline.nlp.inflection import with_silent_e
from relgraph.pipeline.words import grammar

DEFYING = Frame(id="defying", type="disputes.rejects", phrase=("notwithstanding", "notwithstanding the wrath of"))


@pytest.fixture(scope="module")
def frames() -> FrameSet:
    return FrameSet([*FrameSet.default(), DEFYING], Ontology.default())


@pytest.fixture(scope="module")
def lexicon(frames) -> Lexicon:
    return Lexicon.of(frames, grammar())


def test_every_phrase_is_found_by_its_first_two_words_or_its_only_one(frames, lexicon):
    listed = [entry for head in sorted(frames.heads("phrase")) for entry in frames.lookup("phrase", head)]
    assert sorted(parts for entries in lexicon.phrases.values() for _, parts in entries) == sorted(
        parts for _, parts in listed
    )
    assert lexicon.phrases["notwithstanding",] == ((DEFYING, ("notwithstanding",)),)
    assert lexicon.phrases["notwithstanding", "the"] == ((DEFYING, ("notwithstanding", "the", "wrath", "of")),)


def test_phrases_with_the_same_beginning_keep_their_order(frames, lexicon):
    order = [(frame.name, parts) for frame, parts in frames.lookup("phrase", "in")]
    for (first, *_), entries in lexicon.phrases.items():
        if first == "in":
            places = [order.index((frame.name, parts)) for frame, parts in entries]
            assert places == sorted(places)


def test_all_that_a_frame_looks_for_is_wanted_of_its_verbs(frames, lexicon):
    asking = 0
    for head in frames.heads("verb"):
        wanted = {f"{before} {word}".strip() for before, words in lexicon.wanted[head].items() for word in words}
        for frame, _ in frames.lookup("verb", head):
            for ranks in (lexicon.companions, lexicon.excluded, lexicon.things):
                asked = ranks.get(frame.name, {}).keys()
                assert asked <= wanted
                asking += bool(asked)
    assert asking > 100


@pytest.mark.parametrize(
    ("lemma", "form", "right"),
    [
        ("hop", "hoped", "hope"),
        ("hop", "hopes", "hope"),
        ("wag", "waging", "wage"),
        ("hop", "hopped", "hop"),
        ("hop", "hops", "hop"),
        ("visit", "visited", "visit"),
        ("look", "looked", "look"),
        ("gas", "gases", "gas"),
        ("vow", "vowed", "vow"),
    ],
)
def test_a_silent_e_comes_back(lemma, form, right):
    assert with_silent_e(lemma, form) == right
