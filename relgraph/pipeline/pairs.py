"""Typing a given pair: which relation a text states between two spans that somebody else found.

Grammar is asked first: the two spans are put in as mentions and the frames that then join them answer. The frames'
words around the two are weighed by where they stand, and decide where grammar finds nothing. Both follow the codebooks
of the field in what is said but not done: a refusal to help is a rejection, a plan to help an agreement, a plan to
strike a threat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from relgraph.errors import UsageError
from relgraph.frames import Frame, WordClass
from relgraph.model import Document, Value
from relgraph.pipeline.context import Context
from relgraph.pipeline.reader import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from relgraph.pipeline.reader import Knowledge

_BY_WORDS = 0.6
"""What a word near both is worth beside a frame whose slots both fill."""

_BACKWARDS = 0.7
_AFFILIATION = 0.4
_RUNNER_UP = 0.15
"""How much a type gains by each further word that speaks for it."""

_CLASSES: dict[str, tuple[tuple[WordClass, float], ...]] = {
    "VERB": (("verb", 1.0), ("adjective", 0.5)),
    "AUX": (("verb", 1.0),),
    "NOUN": (("noun", 0.9),),
    "PROPN": (("noun", 0.6),),
    "ADJ": (("adjective", 0.7), ("verb", 0.4)),
}
_HOSTILE = frozenset({"restrains", "fights"})
_PROMISED = frozenset({"cooperates.aids", "cooperates.collaborates", "cooperates.concedes", "cooperates.consults"})
"""What is only an agreement while it is intended; support is given by saying so."""

_DECIDING = ("'to'", "'decid", "'order", "'authori", "'approv", "'permi")
"""Beginnings of reasons that make an intention as good as the deed: purposes and decisions."""


class PairGuess(Value):
    """A type that the pair may have, with a score between 0 and 1 and the reason in words."""

    type: str
    score: float = Field(ge=0, le=1)
    reason: str


class PairAnswer(Value):
    """What a text says about two spans: the guesses, best first; none if no word speaks for any type."""

    ranked: tuple[PairGuess, ...] = ()

    @property
    def best(self) -> str | None:
        """The type with the highest score, or None."""
        return self.ranked[0].type if self.ranked else None


def relate(
    doc: Doc, document: Document, knowledge: Knowledge, source: tuple[int, int], target: tuple[int, int]
) -> PairAnswer:
    """Return the types that the parsed text gives to the relation of `source` to `target`, best first.

    Both are character offsets, start and end, into the text. Raises `UsageError` if one is empty or outside the text,
    or if they overlap.
    """
    given = tuple(_tokens(doc, span) for span in (source, target))
    if given[0][0] < given[1][1] and given[1][0] < given[0][1]:
        raise UsageError(f"source {source} and target {target} overlap")
    return PairReader(Reading(doc, document, knowledge, given=given), knowledge, *given).answer()


def _tokens(doc: Doc, span: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens that a span of characters touches."""
    start, end = span
    if not 0 <= start < end <= len(doc.text) or doc.text[start:end].isspace():
        raise UsageError(f"{span} are no offsets of words in a text of {len(doc.text)} characters")
    found = doc.char_span(start, end, alignment_mode="expand")
    assert found is not None
    return found.start, found.end


class PairReader:
    """Types one pair in one reading."""

    def __init__(
        self, reading: Reading, knowledge: Knowledge, source: tuple[int, int], target: tuple[int, int]
    ) -> None:
        """`source` and `target` are token offsets that `reading` took for mentions."""
        self._reading = reading
        self._frames = knowledge.frames
        self._inflected = knowledge.lexicon.inflected
        self._source, self._target = source, target
        doc = reading.doc
        self._path = _path(doc[source[0] : source[1]].root, doc[target[0] : target[1]].root)

    def answer(self) -> PairAnswer:
        """Return the guesses, best first."""
        evidence: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        for type_, score, reason in self._by_grammar():
            evidence[type_].append((score, reason))
        for type_, score, reason in self._by_words():
            evidence[type_].append((_BY_WORDS * score, reason))
        guesses = []
        for type_, found in evidence.items():
            found.sort(key=lambda one: (-one[0], one[1]))
            score, reason = found[0]
            for further, _ in found[1:3]:
                score += _RUNNER_UP * further * (1 - score)
            guesses.append(PairGuess(type=type_, score=round(min(score, 1.0), 3), reason=reason))
        guesses.sort(key=lambda guess: (-guess.score, guess.type))
        return PairAnswer(ranked=tuple(guesses))

    def _by_grammar(self) -> Iterator[tuple[str, float, str]]:
        """Yield what the frames say whose slots the two spans fill."""
        for candidate in self._reading.found:
            way = (candidate.source.start, candidate.source.end), (candidate.target.start, candidate.target.end)
            straight = _meet(way[0], self._source) and _meet(way[1], self._target)
            backwards = _meet(way[0], self._target) and _meet(way[1], self._source)
            if not straight and not backwards:
                continue
            score = candidate.confidence
            if not straight and not candidate.symmetric:
                score *= _BACKWARDS
            if candidate.type.startswith("affiliated."):
                score *= _AFFILIATION
            context = self._reading.context(candidate)
            type_, why = as_coded(candidate.type, context)
            yield type_, score, f"frame {candidate.frame.name} at {candidate.trigger.text!r}{why}"

    def _by_words(self) -> Iterator[tuple[str, float, str]]:
        """Yield what the frames' words say that stand in the sentences of the two, by where they stand."""
        doc = self._reading.doc
        first, last = sorted((doc[self._source[0]].sent, doc[self._target[0]].sent), key=lambda sent: sent.start)
        for token in doc[first.start : last.end]:
            if any(start <= token.i < end for start, end in (self._source, self._target)):
                continue
            near = self._nearness(token)
            for word_class, weight in _CLASSES.get(token.pos_, ()):
                for frame, fit in self._entries(token, word_class):
                    if frame.type.startswith("affiliated."):
                        continue
                    score = min(1.0, frame.confidence * weight * near * fit)
                    context = self._reading.contexts.read(token, polarity=frame.polarity, modality=frame.modality)
                    type_, why = as_coded(frame.type, context)
                    yield type_, score, f"word {token.text!r} of frame {frame.name}{why}"

    def _entries(self, token: Token, word_class: WordClass) -> Iterator[tuple[Frame, float]]:
        """Yield the frames whose words stand here, each with how well its other words and prepositions fit."""
        heads = [token.lemma_.lower()]
        if word_class == "verb":
            heads.append(self._inflected.get(token.lower_, heads[0]))
        if word_class == "adjective":
            heads.append(token.lower_)
        around = {word.lower_ for word in token.subtree} | {word.lemma_.lower() for word in token.subtree}
        for frame, parts in {entry: None for head in heads for entry in self._frames.lookup(word_class, head)}:
            others = [part for part in parts if part not in heads]
            if any(part not in around for part in others):
                continue
            if frame.companions and not any(set(words.split()) <= around for words in frame.companions):
                continue
            specific = 1.15 if others or frame.companions else 1.0
            yield frame, specific * self._fit(token, frame)

    def _fit(self, token: Token, frame: Frame) -> float:
        """Tell whether the target stands where the frame wants it."""
        wanted = {word for slot in frame.target for word in slot.split()}
        prepositions = {child.lower_ for child in token.children if child.dep_ in ("prep", "agent", "dative", "prt")}
        link = self._link(token)
        if link is not None:
            if link in wanted:
                return 1.3
            if link == "object":
                return 1.2 if wanted & {"object", "indirect", "clause", "statement"} else 0.8
        return 1.0 if wanted & (prepositions | {"object", "owner", "clause", "statement"}) else 0.75

    def _link(self, token: Token) -> str | None:
        """Return how the target hangs on a word: "object", the preposition, or None if it does not."""
        start, end = self._target
        current = self._reading.doc[start:end].root
        for _ in range(6):
            head = current.head
            if head.i == current.i:
                return None
            if head.i == token.i:
                if current.dep_ in ("prep", "agent", "dative"):
                    return current.lower_
                return "object" if current.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp", "dative") else None
            current = head
        return None

    def _nearness(self, token: Token) -> float:
        """Return how surely a word speaks of both: on the way between them in the parse, between them in the text."""
        score = 0.25
        if token.i in self._path:
            score = 0.9
        elif token.head.i in self._path:
            score = 0.75
        elif any(ancestor.i in self._path for ancestor in token.ancestors):
            score = 0.5
        left, right = sorted((self._source, self._target))
        if left[1] <= token.i < right[0]:
            score = max(score, 0.6) + 0.1 - 0.01 * min(token.i - left[1], 10)
        return score


def as_coded(type_: str, context: Context) -> tuple[str, str]:
    """Return the type under which codebooks file a statement that is denied or intended, and why in words."""
    family = type_.partition(".")[0]
    if context.negated:
        if family == "cooperates":
            return "disputes.rejects", ", negated"
        if family in _HOSTILE:
            return "cooperates.concedes", ", negated"
    elif context.modality == "intended" and not _is_done(context):
        if type_ in _PROMISED:
            return "cooperates.agrees", ", intended"
        if family in _HOSTILE:
            return "disputes.threatens", ", intended"
    return type_, ""


def _is_done(context: Context) -> bool:
    """Tell whether what is intended counts as done: what is done "to help" is help, a release ordered one."""
    return any(reason.startswith(_DECIDING) for reason in context.reasons)


def _path(one: Token, other: Token) -> frozenset[int]:
    """Return the indices of the tokens on the way from one to the other in the parse, both ends excluded."""
    first, second = ([token, *token.ancestors] for token in (one, other))
    shared = {token.i for token in first} & {token.i for token in second}
    way: set[int] = set()
    for chain in (first, second):
        for token in chain:
            way.add(token.i)
            if token.i in shared:
                break
    return frozenset(way - {one.i, other.i})


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
