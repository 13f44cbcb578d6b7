"""What came of a run over a cluster."""

from __future__ import annotations

from dataclasses import dataclass, fields

from relgraph.graph.table import counted

_KEPT = 100
_SHOWN = 10


@dataclass(frozen=True)
class DatasetReport:
    """What a run has read and written so far.

    Attributes:
        documents: How many documents were read.
        relations: How many relations were found in them.
        without_relations: How many of the documents had none.
        skipped: How many inputs could not be read.
        known: How many inputs had been done by an earlier run.
        errors: The first hundred skipped inputs with the reasons; the dataset has all (`read_inputs`).
        failed: Partitions of a bag whose workers died; a rerun tries them again.
    """

    documents: int = 0
    relations: int = 0
    without_relations: int = 0
    skipped: int = 0
    known: int = 0
    errors: tuple[tuple[str, str], ...] = ()
    failed: tuple[str, ...] = ()

    def __add__(self, other: DatasetReport) -> DatasetReport:
        summed = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        return DatasetReport(**{**summed, "errors": summed["errors"][:_KEPT]})

    def __str__(self) -> str:
        parts = [
            f"{counted(self.documents, 'document')} read, {counted(self.relations, 'relation')}",
            f"{self.without_relations:,} without any" if self.without_relations else "",
            f"{self.skipped:,} skipped" if self.skipped else "",
            f"{self.known:,} known from an earlier run" if self.known else "",
        ]
        lines = ["; ".join(filter(None, parts))]
        lines.extend(f"  {name}: {why}" for name, why in self.errors[:_SHOWN])
        if self.skipped > _SHOWN:
            lines.append(f"  … and {self.skipped - _SHOWN:,} more, which read_inputs tells of")
        return "\n".join([*lines, *(f"  not done: {each}" for each in self.failed)])
