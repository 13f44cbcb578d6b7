"""What became of many inputs: counted while they are read, and told at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from relgraph.graph.table import counted


class Skipped(NamedTuple):
    """An input that gave no document, and why."""

    name: str
    reason: str


class Copy(NamedTuple):
    """An input whose text is that of an earlier document, or nearly so."""

    name: str
    places: tuple[str, ...]
    """Where it was read: paths or URLs."""
    document: str
    """The id of the document that it is a copy of."""


@dataclass
class Report:
    """How many inputs there were and what became of them; it grows while they are read.

    Attributes:
        documents: How many documents were read.
        relations: How many relations were found in them.
        without_relations: How many of the documents had none.
        known: How many inputs had been done by an earlier run.
        skipped: The inputs that could not be read, with the reasons.
        copies: The copies of documents that were read before.
        seconds: The time it took.
    """

    documents: int = 0
    relations: int = 0
    without_relations: int = 0
    known: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.documents + len(self.skipped) + len(self.copies) + self.known

    def __str__(self) -> str:
        parts = [
            f"{counted(self.documents, 'document')} read, {counted(self.relations, 'relation')}",
            f"{self.without_relations:,} without any" if self.without_relations else "",
            f"{counted(len(self.copies), 'copy', 'copies')} counted once" if self.copies else "",
            f"{len(self.skipped):,} skipped" if self.skipped else "",
            f"{self.known:,} known from an earlier run" if self.known else "",
        ]
        return "; ".join(filter(None, parts))
