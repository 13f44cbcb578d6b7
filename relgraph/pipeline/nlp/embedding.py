"""Word embeddings with a memory: what a model computes of a word alone, it computes once.

The first layers of spaCy's networks look up a token's form, prefix, suffix and shape and mix them to one vector,
before any neighbour is seen. This is a good third of the time that a network takes, and the same for a word each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    Vectors = NDArray[np.float32]
    Forward = tuple[list[Vectors], Callable[[Any], Any]]

_OF_WORD = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
_MOST = 16_000
_TOGETHER = 32
"""New words are computed in groups of this size, so that how sums are rounded does not depend on the company."""
_NORM_FACTOR, _SPACE_FACTOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


class WordVectors:
    """Remembers the vectors of words that an embedding layer has computed; `layer` takes Docs and gives their rows."""

    def __init__(self, layer: Model[list[Doc], list[Any]]) -> None:
        self._layer = layer
        self._row: dict[int, int] = {}
        # all of it is taken at once, so that memory does not grow with the texts
        self._rows: Vectors = np.full((_MOST + _MOST // 4, layer.get_dim("nO")), np.float32(0))

    def of(self, docs: list[Doc]) -> list[Vectors]:
        """Return one row a token for each Doc."""
        if len(self._row) > _MOST:
            self._row = {}
        keys = [_keys(doc) for doc in docs]
        self._learn(docs, keys)
        places = (np.asarray([self._row[key] for key in each], dtype="int64") for each in keys)
        return [self._rows[rows] for rows in places]

    def _learn(self, docs: list[Doc], keys: list[list[int]]) -> None:
        new = {key: (doc, i) for doc, each in zip(docs, keys, strict=True) for i, key in enumerate(each)}
        for key in [key for key in new if key in self._row]:
            del new[key]
        if not new:
            return
        places = list(new.values())
        places += [places[0]] * (-len(places) % _TOGETHER)
        found = np.concatenate(self._layer.predict([_doc(places[i : i + _TOGETHER]) for i in _steps(places)]))
        known = len(self._row)
        while len(self._rows) < known + len(new):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[known : known + len(new)] = found[: len(new)]
        self._row.update(zip(new, range(known, known + len(new)), strict=True))


def remember_words(nlp: Language) -> None:
    """Let the networks of a pipeline remember their embeddings, where these depend on nothing but the word."""
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            for parent, at in list(_embeddings(network)):
                parent.layers[at] = _remembering(parent.layers[at])


def _embeddings(network: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], int]]:
    for parent in network.walk():
        for at, layer in enumerate(parent.layers):
            if layer.layers and layer.layers[-1].name == "ragged2list" and _is_of_word(layer):
                yield parent, at


def _is_of_word(layer: Model[Any, Any]) -> bool:
    """Tell whether a layer starts from attributes of single words and looks at no neighbour."""
    parts = list(layer.walk())
    columns = [name for part in parts if part.name == "extract_features" for name in part.attrs["columns"]]
    keys = [part.attrs["key_attr"] for part in parts if part.name == "static_vectors"]
    looks_aside = any(part.name == "expand_window" for part in parts)
    return bool(columns) and not looks_aside and {*columns, *keys} <= _OF_WORD


def _remembering(layer: Model[Any, Any]) -> Model[Any, Any]:
    vectors = WordVectors(layer)

    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Forward:
        if is_train:
            return layer(docs, is_train=True)
        return vectors.of(docs), _no_way_back

    return Model("remembered", forward, layers=[layer])


def _no_way_back(gradient: object) -> object:
    raise NotImplementedError("what was remembered was computed without a way back for gradients")


def _keys(doc: Doc) -> list[int]:
    """Return a number for each token that tells all that an embedding sees of it."""
    seen: NDArray[np.uint64] = doc.to_array([ORTH, NORM, SPACY])  # type: ignore[assignment]
    orth, norm, space = seen.T
    keys: list[int] = (orth ^ (norm * _NORM_FACTOR) ^ (space * _SPACE_FACTOR)).tolist()
    return keys


def _doc(places: list[tuple[Doc, int]]) -> Doc:
    tokens = [doc[i] for doc, i in places]
    doc = Doc(
        tokens[0].vocab, words=[token.text for token in tokens], spaces=[bool(token.whitespace_) for token in tokens]
    )
    norms: Any = np.asarray([[token.norm] for token in tokens], dtype="uint64")
    doc.from_array([NORM], norms)
    return doc


def _steps(places: list[tuple[Doc, int]]) -> range:
    return range(0, len(places), _TOGETHER)
