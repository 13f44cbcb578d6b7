from __future__ import annotations

import numpy as np
import pytest

from relgraph.pipeline.nlp import embedding
from relgraph.pipeline.nlp.embedding import WordVectors, remember_words

TEXTS = ["Peru's envoys don't trust Blorvikian claims.", "", "Chile   can't say who'll come, can it?\n\nPeru can."]


@pytest.fixture(scope="module")
def layer(nlp):
    """The plain embedding layer of the tagger and parser."""
    remembered = next(node for node in nlp.get_pipe("tok2vec").model.walk() if node.name == "remembered")
    return remembered.layers[0]


def same(one, other) -> bool:
    return len(one) == len(other) and all(np.allclose(a, b, atol=1e-5) for a, b in zip(one, other, strict=True))


def test_vectors_are_those_of_the_layer_the_first_time_and_again(nlp, layer):
    vectors = WordVectors(layer)
    docs = [nlp.make_doc(text) for text in TEXTS]
    plain = layer.predict(docs)
    assert same(vectors.of(docs), plain)
    assert same(vectors.of(docs[::-1]), plain[::-1])
    assert same(
        vectors.of([nlp.make_doc("Chile can't trust envoys.")]),
        layer.predict([nlp.make_doc("Chile can't trust envoys.")]),
    )


def test_a_word_has_the_same_vector_in_all_company(nlp, layer):
    one, other = WordVectors(layer), WordVectors(layer)
    alone = one.of([nlp.make_doc("Peru")])[0][0]
    among = other.of([nlp.make_doc("We know that Chile, Bolivia and Peru")])[0][-1]
    assert np.array_equal(alone, among)


def test_forgets_when_it_knows_too_much(nlp, layer, monkeypatch):
    monkeypatch.setattr(embedding, "_MOST", 8)
    vectors = WordVectors(layer)
    docs = [nlp.make_doc(text) for text in TEXTS]
    assert same(vectors.of(docs), layer.predict(docs))
    assert same(vectors.of(docs), layer.predict(docs))
    assert len(vectors._row) < 40


def test_texts_without_a_token(nlp, layer):
    assert [len(rows) for rows in WordVectors(layer).of([nlp.make_doc("")])] == [0]
    assert WordVectors(layer).of([]) == []


def test_every_network_with_an_embedding_of_its_own_remembers(nlp):
    for name in ("tok2vec", "ner"):
        assert [node.name for node in nlp.get_pipe(name).model.walk()].count("remembered") == 1
    remember_words(nlp)  # a second time changes nothing that is computed
    assert nlp("Peru thanked Chile.")[1].tag_ == "VBD"
