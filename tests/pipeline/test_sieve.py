from __future__ import annotations

import pytest

from relgraph import ActorIndex, Document, Extractor, FrameSet
from relgraph.pipeline.nlp.sieve import Sieve
from relgraph.pipeline.words import grammar

LISTINGS = [
    "Sunny at first, cloudy later. Cold again at night.",
    "ABC 12.40 +0.2\n\nDEF 3.10 -0.4",
    "Peru is cold and wet. A new garden will be nice.",
]


@pytest.fixture(scope="module")
def sieve(nlp):
    return Sieve(FrameSet.default(), ActorIndex.default(), grammar(), nlp)


def test_every_example_of_a_frame_passes(sieve):
    held_back = [
        text.text for frame in FrameSet.default() for text in frame.examples if not sieve.lets_through(text.text)
    ]
    assert held_back == []


@pytest.mark.parametrize("text", LISTINGS)
def test_what_names_no_two_is_held_back(sieve, text):
    assert not sieve.lets_through(text)


@pytest.mark.parametrize(
    "text",
    [
        "They accused it.",
        "Both sides withdrew.",
        "Peru-backed rebels won.",
        "It was cold. Peru struck Chile.",
        "The U.S. Government fought on.",
        "Carter rejected this.",
    ],
)
def test_irregular_forms_pronouns_and_joined_names_pass(sieve, text):
    assert sieve.lets_through(text)


def test_thorough_reads_every_text(extractor):
    documents = [Document(text="Iceland is cold.\n\nA garden grew."), Document(text="Peru attacked Chile.")]
    quick, thorough = extractor, Extractor(thorough=True)
    assert [len(found.mentions) for found in quick.extractions(documents)] == [0, 2]
    assert [len(found.mentions) > 0 for found in thorough.extractions(documents)] == [True, True]
    assert [found.relations for found in quick.extractions(documents)] == [
        found.relations for found in thorough.extractions(documents)
    ]
    assert quick.extract_document(documents[0]) == thorough.extract_document(documents[0])
