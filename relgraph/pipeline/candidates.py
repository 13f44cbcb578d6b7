"""Relations found by a frame, before their context is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token


Doubt = tuple[str, float]
"""A reason for less confidence, and the factor by which it lowers it."""
ANSWERS = "the target is who answers"
"""The doubt about a target that is named only as the one who answers."""
_LONGEST = 6


@dataclass(slots=True)
class Candidate:
    """A frame that fired: who, whom, and the words that say so.

    `trigger` is the head word, `start` and `end` the tokens of the whole trigger. `type` is the frame's unless grammar
    composed another one (ending an embargo). `doubts` are reasons for less confidence, each with its factor. `turned`
    says that its polarity is the opposite of its trigger's ("but Peru does not"), `ongoing` that somebody only asks to
    end it ("demanded an end to the siege"): it is done as yet; `denied` that it is the deed that is not done, beside
    its refusal.
    """

    frame: Frame
    source: Party
    target: Party
    trigger: Token
    start: int
    end: int
    type: str
    symmetric: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    composed: bool = False
    turned: bool = False
    ongoing: bool = False
    denied: bool = False

    @property
    def source_word(self) -> Token:
        """The head of the words that name the source."""
        return self.trigger.doc[self.source.start : self.source.end].root

    @property
    def target_word(self) -> Token:
        """The head of the words that name the target."""
        return self.trigger.doc[self.target.start : self.target.end].root

    @property
    def confidence(self) -> float:
        """The frame's prior times every doubt."""
        value = self.frame.confidence
        for _, factor in self.doubts:
            value *= factor
        return round(value, 3)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words on which a frame fires: `head`, and all of them as `words`."""

    frame: Frame
    head: Token
    words: list[Token]

    def links(
        self, source: Party, target: Party, *, symmetric: bool | None = None, doubts: Iterable[Doubt] = ()
    ) -> Candidate:
        """Return a candidate between two parties; it is symmetric as the frame says unless `symmetric` is given."""
        start = min(word.i for word in self.words)
        end = max(word.i for word in self.words) + 1
        if end - start > _LONGEST:
            near = [word.i for word in self.words if self.head.i <= word.i < self.head.i + _LONGEST]
            start, end = self.head.i, max(near) + 1
        frame = self.frame
        is_symmetric = frame.symmetric if symmetric is None else symmetric
        return Candidate(frame, source, target, self.head, start, end, frame.type, is_symmetric, list(doubts))


def most_specific(matches: Iterable[tuple[Frame, Iterator[Candidate]]]) -> Iterator[Candidate]:
    """Yield what the most specific frames of one word find; a plainer frame adds only pairs that they left out.

    Frames come most specific first: "logistical support" is aid, and then no longer mere support for the same pair.
    """
    taken: set[tuple[str, str]] = set()
    for frame, found in matches:
        pairs: set[tuple[str, str]] = set()
        for candidate in found:
            pair = candidate.source.actor, candidate.target.actor
            if pair in taken or (frame.symmetric and pair[::-1] in taken):
                continue
            pairs.add(pair)
            yield candidate
        taken |= pairs


def paired(sources: list[Party], targets: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Yield every source with every target, never a mention with itself or the same actor named once.

    What several do to one of them, the others do: "Chile and Peru called for a Chilean withdrawal".
    """
    for source in sources:
        apart = any(one.actor != source.actor and not one.overlaps(source) for one in sources)
        for target in targets:
            same = source.actor == target.actor
            if not (same and apart) and ((source.start, source.end) != (target.start, target.end) or not same):
                yield source, target


def pairs_among(parties: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Yield every two different parties of one list, in their order."""
    for first, second in combinations(parties, 2):
        if first.actor != second.actor or first.start != second.start:
            yield first, second
