"""Named entities by the model's own weights, found without asking for every token which moves are allowed.

spaCy's recogniser moves through a text token by token: it begins, goes on with, ends or leaves out an entity. It
checks all moves of all labels at each token, and most of its time goes into these checks. But as long as no entity is
open, what it does at a token depends on that token alone. So all these scores come from one multiplication of matrices,
and only within entities is it done step by step. The result is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Found = tuple[int, int, str]

_NAME = "relgraph_entities"
_FEATURES = 3
"""What the network sees of a state: the token, the first token of the open entity, and the token before."""
_PADDING = 0
"""The row of features that stands for a token that is not there; those of the text follow."""
_OUT, _BEGIN, _IN, _LAST, _UNIT = "O", "B-", "I-", "L-", "U-"


@dataclass(frozen=True)
class Moves:
    """The places of the moves among the network's scores; `unit` moves begin and end an entity at once."""

    out: int
    begin: dict[int, str]
    unit: dict[int, str]
    inside: dict[str, int]
    last: dict[str, int]

    @classmethod
    def of(cls, names: Sequence[str]) -> Self:
        """Sort the names of moves ("B-ORG"), which come in the order of their scores."""
        by_kind: dict[str, dict[int, str]] = {_BEGIN: {}, _IN: {}, _LAST: {}, _UNIT: {}}
        for place, name in enumerate(names):
            if name[:2] in by_kind and name[2:]:
                by_kind[name[:2]][place] = name[2:]
        inside, last = ({label: place for place, label in by_kind[kind].items()} for kind in (_IN, _LAST))
        return cls(names.index(_OUT), by_kind[_BEGIN], by_kind[_UNIT], inside, last)


class QuickRecognizer:
    """Does what an entity recogniser does, for texts in which no entity is set yet; others it leaves to it."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        model = recognizer.model
        self._tokens, self._lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._bias: Floats = self._lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._offsets: Floats = upper.get_param("b").copy()
        # not `move_names`, which leaves out a move and so shifts those after it
        self._moves = Moves.of([recognizer.moves.get_class_name(place) for place in range(len(self._offsets))])
        for unseen in model.attrs.get("unseen_classes", ()):
            self._offsets[unseen] = -np.inf
        never = np.ones(len(self._offsets), dtype=bool)
        never[[self._moves.out, *self._moves.begin, *self._moves.unit]] = False
        self._when_closed = np.where(never, np.float32(-np.inf), self._offsets)
        self._begins, self._units = list(self._moves.begin), list(self._moves.unit)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 8) -> Iterator[Doc]:
        """Set the entities of many texts, so many at once."""
        given = iter(docs)
        while batch := list(islice(given, batch_size)):
            if any(len(doc) == 0 or doc.to_array(ENT_IOB).any() for doc in batch):
                yield from self._recognizer.pipe(batch, batch_size=batch_size)
                continue
            self._recognize(batch)
            yield from batch

    def _recognize(self, docs: Sequence[Doc]) -> None:
        features: Floats = self._lower.predict(self._tokens.predict(docs))
        closed = self._scores(features[1:, 0] + (features[_PADDING, 1] + features[_PADDING, 2]), self._when_closed)
        first = 0
        for doc in docs:
            end = first + len(doc)
            found = self._entities(doc, features[first + 1 : end + 1], closed[first:end])
            doc.set_ents([Span(doc, start, stop, label=label) for start, stop, label in found])
            first = end

    def _entities(self, doc: Doc, features: Floats, scores: Floats) -> Iterator[Found]:
        """Yield the entities of a text: `scores` are those of each token's moves while no entity is open."""
        space, starts = (doc.to_array(attribute) == 1 for attribute in (IS_SPACE, SENT_START))
        ends = np.append(starts[1:], True)  # an entity lies within a sentence
        for forbidden, moves in ((space | ends, self._begins), (space, self._units)):
            scores[np.ix_(forbidden, moves)] = -np.inf
        best = scores.argmax(axis=1)
        free = 0
        for i in map(int, (best != self._moves.out).nonzero()[0]):
            move = int(best[i])
            if i < free:
                continue
            if move in self._moves.unit:
                yield i, i + 1, self._moves.unit[move]
                continue
            label = self._moves.begin[move]
            free = self._end(i, label, features, ends)
            yield i, free, label

    def _end(self, start: int, label: str, features: Floats, ends: NDArray[np.bool_]) -> int:
        """Return where an entity ends that begins at a token."""
        on, last = self._moves.inside[label], self._moves.last[label]
        i = start + 1
        while not ends[i]:
            seen = features[i, 0] + features[start, 1] + features[i - 1, 2]
            going, ending = self._scores(seen[None], self._offsets)[0, [on, last]]
            if ending > going or (ending == going and last < on):
                break
            i += 1
        return i + 1

    def _scores(self, features: Floats, offsets: Floats) -> Floats:
        """Return the scores of all moves from summed features of shape (states, hidden, pieces)."""
        hidden: Floats = (features + self._bias).max(axis=-1)
        return hidden @ self._weights.T + offsets


@Language.factory(_NAME, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def _create(nlp: Language, name: str) -> QuickRecognizer:
    recognizer = nlp.get_pipe("ner")
    if not isinstance(recognizer, EntityRecognizer):
        raise TypeError(f"{name} needs the weights of an entity recogniser, and this pipeline has none")
    return QuickRecognizer(recognizer)


def recognize_quickly(nlp: Language) -> None:
    """Let a pipeline find its entities the quick way, if its recogniser is spaCy's with the usual network."""
    if nlp.has_pipe("ner") and _is_usual(nlp.get_pipe("ner")):
        nlp.add_pipe(_NAME, after="ner")
        nlp.disable_pipe("ner")


def _is_usual(recognizer: Any) -> bool:  # noqa: ANN401 -- any component can bear the name
    if type(recognizer) is not EntityRecognizer:
        return False
    model = recognizer.model
    if not all(model.has_ref(name) is True for name in ("tok2vec", "lower", "upper")):
        return False
    lower = model.get_ref("lower")
    return bool(lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)
