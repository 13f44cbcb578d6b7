"""Relations found by a frame, before their context is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from spacy.tokens import Token

from relgraph.frames import Frame
from relgraph.model import Modality
from relgraph.pipeline.parties import Party


@dataclass(slots=True)
class Candidate:
    """A frame that fired: who, whom, and the words that say so.

    `trigger` is the head word, `start` and `end` the tokens of the whole trigger. `type` is the frame's unless grammar composed
    another one (ending an embargo). `doubts` are reasons for less confidence, each with its factor.
    """

    frame: Frame
    source: Party
    target: Party
    trigger: Token
    start: int
    end: int
    type: str
    symmetric: bool = False
    doubts: list[tuple[str, float]] = field(default_factory=list)
    modality: Modality | None = None
    composed: bool = False

    @property
    def confidence(self) -> float:
        """The frame's prior times every doubt."""
        value = self.frame.confidence
        for _, factor in self.doubts:
            value *= factor
        return round(value, 3)


def paired(sources: list[Party], targets: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Yield every source with every target, never a mention with itself or the same actor named once."""
    for source in sources:
        for target in targets:
            if (source.start, source.end) != (target.start, target.end) or source.actor != target.actor:
                yield source, target


def pairs_among(parties: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Yield every two different parties of one list, in their order."""
    for first, second in combinations(parties, 2):
        if first.actor != second.actor or first.start != second.start:
            yield first, second
