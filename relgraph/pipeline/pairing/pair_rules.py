"""What the frames say about a given pair: those that join it, and those whose words stand near it.

Both follow the codebooks of the field in what is said but not done: a refusal to help is a rejection, a plan to help
an agreement, a plan to strike a threat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.frames import Frame, WordClass
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.qualifying.qualification import Context
from relgraph.pipeline.reader import Reading

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.reader import Knowledge

_BY_WORDS = 0.6
"""What a word near both is worth beside a frame whose slots both fill."""

_BACKWARDS = 0.7
_AFFILIATION = 0.4

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


@dataclass(frozen=True, slots=True)
class Clue:
    """One frame that speaks about the pair.

    `plain` is the frame's type, or what grammar made of it; `type` the one under which codebooks file what is denied or
    intended. `nearness` is 1 for a frame that joins the two.
    """

    frame: Frame
    trigger: Token
    plain: str
    type: str
    score: float
    nearness: float
    context: Context
    reason: str


class Pair:
    """Two spans in one reading.

    `verb` governs both, `does` says what the source does, and `path` is the way between them in the parse.
    They stand in one phrase if that way has no verb: "Lavrov, the foreign minister of Russia".
    """

    def __init__(
        self, reading: Reading, knowledge: Knowledge, source: tuple[int, int], target: tuple[int, int]
    ) -> None:
        """`source` and `target` are token offsets that `reading` took for mentions."""
        self.reading = reading
        self.doc: Doc = reading.doc
        self.frames = knowledge.frames
        self.inflected = knowledge.lexicon.inflected
        self.source, self.target = source, target
        self.source_root: Token = self.doc[source[0] : source[1]].root
        self.target_root: Token = self.doc[target[0] : target[1]].root
        self.verb = _verb_of_both(self.source_root, self.target_root)
        self.does = _does(self.source_root, self.target_root)
        self.path = _path(self.source_root, self.target_root)
        self.in_one_phrase = not any(token.pos_ in VERBAL for token in self.path)
        if self.verb is not None and self.in_one_phrase:
            self.path = (*self.path, self.verb)  # "Chad and Mali met": their verb stands above the way between them
        self.on_path = frozenset(token.i for token in self.path)

    def holds(self, token: Token) -> bool:
        """Tell whether a token is part of one of the two spans."""
        return any(start <= token.i < end for start, end in (self.source, self.target))

    def words(self) -> Iterator[Token]:
        """Yield the tokens of the sentences of the two, without theirs."""
        first, last = sorted((self.source_root.sent, self.target_root.sent), key=lambda sent: sent.start)
        for token in self.doc[first.start : last.end]:
            if not self.holds(token):
                yield token

    def is_between(self, token: Token) -> bool:
        """Tell whether a token stands between the two in the text."""
        left, right = sorted((self.source, self.target))
        return left[1] <= token.i < right[0]

    def nearness(self, token: Token) -> float:
        """Return how surely a word speaks of both: on the way between them in the parse, between them in the text."""
        score = 0.25
        if token.i in self.on_path:
            score = 0.9
        elif token.head.i in self.on_path:
            score = 0.75
        elif any(ancestor.i in self.on_path for ancestor in token.ancestors):
            score = 0.5
        if self.is_between(token):
            left = min(self.source, self.target)
            score = max(score, 0.6) + 0.1 - 0.01 * min(token.i - left[1], 10)
        return score


def find_clues(pair: Pair) -> list[Clue]:
    """Return all clues about a pair, the surest first."""
    finder = _ClueFinder(pair)
    found = [*finder.by_grammar(), *finder.by_words()]
    return sorted(found, key=lambda clue: (-clue.score, clue.type, clue.frame.name, clue.reason))


class _ClueFinder:
    """Finds the clues about one pair."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._reading = pair.reading

    def by_grammar(self) -> Iterator[Clue]:
        """Yield what the frames say whose slots the two spans fill."""
        pair = self._pair
        for candidate in self._reading.found:
            way = (candidate.source.start, candidate.source.end), (candidate.target.start, candidate.target.end)
            straight = _meet(way[0], pair.source) and _meet(way[1], pair.target)
            backwards = _meet(way[0], pair.target) and _meet(way[1], pair.source)
            if not straight and not backwards:
                continue
            score = candidate.confidence
            if not straight and not candidate.symmetric:
                score *= _BACKWARDS
            if candidate.type.startswith("affiliated."):
                score *= _AFFILIATION
            context = self._reading.context(candidate)
            type_, why = as_coded(candidate.type, context)
            reason = f"frame {candidate.frame.name} at {candidate.trigger.text!r}{why}"
            yield Clue(candidate.frame, candidate.trigger, candidate.type, type_, score, 1.0, context, reason)

    def by_words(self) -> Iterator[Clue]:
        """Yield what the frames' words say that stand in the sentences of the two, by where they stand."""
        for token in self._pair.words():
            near = self._pair.nearness(token)
            for word_class, weight in _CLASSES.get(token.pos_, ()):
                for frame, fit in self._entries(token, word_class):
                    if frame.type.startswith("affiliated."):
                        continue
                    score = _BY_WORDS * min(1.0, frame.confidence * weight * near * fit)
                    context = self._reading.contexts.read(token, polarity=frame.polarity, modality=frame.modality)
                    type_, why = as_coded(frame.type, context)
                    reason = f"word {token.text!r} of frame {frame.name}{why}"
                    yield Clue(frame, token, frame.type, type_, score, near, context, reason)

    def _entries(self, token: Token, word_class: WordClass) -> Iterator[tuple[Frame, float]]:
        """Yield the frames whose words stand here, each with how well its other words and prepositions fit."""
        heads = [token.base]
        if word_class == "verb":
            heads.append(self._pair.inflected.get(token.lower_, heads[0]))
        if word_class == "adjective":
            heads.append(token.lower_)
        found = {entry: None for head in heads for entry in self._pair.frames.lookup(word_class, head)}
        if not found:
            return
        around = {word.lower_ for word in token.subtree} | {word.base for word in token.subtree}
        for frame, parts in found:
            others = [part for part in parts if part not in heads]
            if any(part not in around for part in others):
                continue
            if frame.companions and not any(set(words.split()) - {"*"} <= around for words in frame.companions):
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
        current = self._pair.target_root
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


def _path(one: Token, other: Token) -> tuple[Token, ...]:
    """Return the tokens on the way from one to the other in the parse, in its order, both ends excluded."""
    first, second = ([token, *token.ancestors] for token in (one, other))
    shared = {token.i for token in first} & {token.i for token in second}
    up, down = ([*_until(chain, shared)] for chain in (first, second))
    way = [*up, *reversed(down)] if not (up and down and up[-1].i == down[-1].i) else [*up, *reversed(down[:-1])]
    return tuple(token for token in way if token.i not in (one.i, other.i))


def _does(source: Token, target: Token) -> Token | None:
    """Return the verb that says what the source does: its own, or what it says or wants to do: "said it would"."""
    verb = next((token for token in source.ancestors if token.pos_ in VERBAL), None)
    above = {token.i for token in (target, *target.ancestors)}
    while verb is not None:
        inside = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i in above]
        if not inside or _has_other_subject(inside[0]):
            break
        verb = inside[0]
    return verb


def _has_other_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.pos_ != "PRON" for child in verb.children)


def _verb_of_both(one: Token, other: Token) -> Token | None:
    """Return the lowest verb that governs both."""
    above = {token.i for token in (other, *other.ancestors)}
    for token in (one, *one.ancestors):
        if token.i in above and token.pos_ in VERBAL:
            return token
    return None


def _until(chain: list[Token], shared: set[int]) -> Iterator[Token]:
    for token in chain:
        yield token
        if token.i in shared:
            return


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
