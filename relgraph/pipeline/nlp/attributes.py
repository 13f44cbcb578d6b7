"""The attribute ruler of a model (parts of speech and their exceptions), with a memory.

spaCy's `AttributeRuler` runs a matcher over every text, though nearly all of its rules look at one token only: at its
form, its tag and its dependency. What they made of such a token once they make of it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Key = tuple[int, int, int]
"""A token as rules see it: its form, tag and dependency."""

_NAME = "relgraph_attributes"
_GIVEN = (ORTH, TAG, DEP)
_MADE = (TAG, DEP, POS, MORPH, LEMMA)
_SET = frozenset({"TAG", "DEP", "POS", "MORPH", "LEMMA"})
_OF_FORM = frozenset({"ORTH", "TEXT", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "LENGTH", "TAG", "DEP"})
_MOST = 12_000
"""Runs of tokens that are remembered before those that were not seen again are forgotten: twice as many at most, which
are nearly all tokens of a text and take few megabytes."""


class RememberingRuler:
    """Does what an attribute ruler does, asking it only for tokens that it has not seen yet.

    Where rules look at several tokens, runs of tokens that could be theirs are remembered as a whole.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._vocab = ruler.vocab
        self._beside = Matcher(ruler.vocab)
        for pattern in _patterns(ruler):
            if len(pattern) > 1:
                self._beside.add("beside", [[token] for token in pattern])
        self._made: dict[tuple[Key, ...], list[list[int]]] = {}
        self._before: dict[tuple[Key, ...], list[list[int]]] = {}
        self._shared: dict[Key, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech, morphology and the rules' exceptions."""
        if not len(doc):
            return doc
        if len(self._made) > _MOST:
            self._before, self._made = self._made, {}
            self._shared.clear()
        rows: list[list[int]] = []
        for start, keys in self._runs(doc):
            made = self._made.get(keys)
            if made is None:
                made = self._made[keys] = self._before.get(keys) or self._ruled(doc, start, keys)
            rows.extend(made)
        doc.from_array(list(_MADE), _array(rows))
        return doc

    def _runs(self, doc: Doc) -> Iterator[tuple[int, tuple[Key, ...]]]:
        """Yield the tokens with their offset: one by one, but together where a rule of several may match."""
        given: list[Key] = list(map(tuple, doc.to_array(list(_GIVEN)).tolist()))
        start = 0
        for shared, run in groupby(given, self._is_shared if len(self._beside) else _never):
            keys = tuple(run)
            if shared:
                yield start, keys
            else:
                yield from ((start + i, (key,)) for i, key in enumerate(keys))
            start += len(keys)

    def _is_shared(self, key: Key) -> bool:
        """Tell whether some rule for several tokens may match at this one."""
        known = self._shared.get(key)
        if known is None:
            known = self._shared[key] = bool(self._beside(self._doc([self._vocab.strings[key[0]]], (key,))))
        return known

    def _ruled(self, doc: Doc, start: int, keys: tuple[Key, ...]) -> list[list[int]]:
        ruled = self._ruler(self._doc([doc[start + i].text for i in range(len(keys))], keys))
        rows: list[list[int]] = ruled.to_array(list(_MADE)).tolist()
        return rows

    def _doc(self, words: list[str], keys: Iterable[Key]) -> Doc:
        doc = Doc(self._vocab, words=words)
        doc.from_array([TAG, DEP], _array([key[1:] for key in keys]))
        return doc


@Language.factory(_NAME, assigns=["token.pos", "token.morph"])
def _create(nlp: Language, name: str) -> RememberingRuler:
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        raise TypeError(f"{name} remembers what an attribute ruler says, and this pipeline has none")
    return RememberingRuler(ruler)


def remember_attributes(nlp: Language) -> None:
    """Let a pipeline remember what its attribute ruler says, if its rules look at nothing but what is remembered."""
    ruler = nlp.get_pipe("attribute_ruler")
    if isinstance(ruler, AttributeRuler) and _is_of_form(ruler):
        nlp.add_pipe(_NAME, after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")


def _is_of_form(ruler: AttributeRuler) -> bool:
    """Tell whether all rules depend on forms, tags and dependencies alone and match a fixed number of tokens."""
    looked_at = {attribute.upper() for pattern in _patterns(ruler) for token in pattern for attribute in token}
    known = all(name in _OF_FORM or name.startswith(("IS_", "LIKE_")) for name in looked_at)
    return known and "IS_SENT_START" not in looked_at and all(set(rule["attrs"]) <= _SET for rule in _rules(ruler))


def _rules(ruler: AttributeRuler) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = ruler.patterns  # spaCy's own annotation says less
    return rules


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    for rule in _rules(ruler):
        yield from rule["patterns"]


def _array(rows: Sequence[Sequence[int]]) -> Any:  # noqa: ANN401 -- spaCy asks for a type of thinc's
    return np.asarray(rows, dtype="uint64")


def _never(key: Key) -> bool:
    return False
