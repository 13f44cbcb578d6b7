"""What came of a run over a cluster."""

from __future__ import annotations

from dataclasses import dataclass, fields

_SHOWN = 100
"""Errors that a report keeps: all are in the dataset."""


@dataclass(frozen=True)
class DatasetReport:
    """What a run has read and written so far.

    `documents` were read, of which `silent` ones gave no relation; `skipped` inputs could not be read, and `errors` has
    the first hundred of them, each with the reason (the dataset has all, see `read_inputs`). `resumed` inputs were done
    by an earlier run. `failed` names partitions of a bag that could not be done; a rerun tries them again.
    """

    documents: int = 0
    relations: int = 0
    silent: int = 0
    skipped: int = 0
    resumed: int = 0
    errors: tuple[tuple[str, str], ...] = ()
    failed: tuple[str, ...] = ()

    def __add__(self, other: DatasetReport) -> DatasetReport:
        summed = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        return DatasetReport(**{**summed, "errors": summed["errors"][:_SHOWN]})

    def __str__(self) -> str:
        lines = [f"{self.documents:,} documents read, {self.silent:,} of them without a relation"]
        lines.append(f"{self.relations:,} relations")
        if self.resumed:
            lines.append(f"{self.resumed:,} inputs were done before")
        if self.skipped:
            lines.append(f"{self.skipped:,} inputs skipped:")
            lines.extend(f"  {name}: {why}" for name, why in self.errors)
            if self.skipped > len(self.errors):
                lines.append(f"  … and {self.skipped - len(self.errors):,} more")
        lines.extend(f"not done: {each}" for each in self.failed)
        return "\n".join(lines)
