"""Relations summed up: which actor stands to which in a relation of a type, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING, Self, overload

from relgraph.graph.frame import pandas_frame, polars_frame
from relgraph.graph.showing import Shown
from relgraph.graph.table import ROWS, counted, table
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor

if TYPE_CHECKING:
    import pandas
    import polars

    from relgraph.graph.query import Relations

SumKey = tuple[str, str, str, bool]
"""Ids of source and target with the type between them, and whether it is symmetric."""

Places = MutableSequence[int]
"""Where the relations of a sum stand among those that are summed up."""

Sum = tuple[SumKey, Places]


@dataclass(frozen=True, slots=True, repr=False)
class Tie(Shown):
    """All relations of one type from one actor to another, summed up.

    Attributes:
        source: Who does it.
        type: What.
        target: To whom.
        relations: The relations.
        symmetric: Whether both do it to each other.
    """

    source: Actor
    type: str
    target: Actor
    relations: Relations
    symmetric: bool = False

    @property
    def count(self) -> int:
        """How many relations there are."""
        return len(self.relations)

    @property
    def first(self) -> date | None:
        """The day of the earliest relation that has one."""
        return min((day for view in self.relations if (day := view.day)), default=None)

    @property
    def last(self) -> date | None:
        """The last day of the latest relation that has one."""
        return max((day for view in self.relations if (day := view.last_day)), default=None)

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents, sorted."""
        return tuple(sorted({view.document.id for view in self.relations}))

    @property
    def confidence(self) -> float:
        """The highest of any relation."""
        return max((view.confidence for view in self.relations), default=0.0)

    def __hash__(self) -> int:
        return hash((self.source.id, self.type, self.target.id, self.symmetric, self.count))

    def __repr__(self) -> str:
        arrow = f"{'←' if self.symmetric else '—'}{self.type}→"
        return visible(f"{self.source.name} {arrow} {self.target.name}  ×{self.count}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the tie as one flat row of plain values; days are ISO strings, `documents` is their number."""
        return {
            "source": self.source.name,
            "type": self.type,
            "target": self.target.name,
            "symmetric": self.symmetric,
            "count": self.count,
            "documents": len(self.documents),
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "confidence": self.confidence,
            "source_id": self.source.id,
            "target_id": self.target.id,
        }


TIE_COLUMNS = (
    "source", "type", "target", "symmetric", "count", "documents", "first", "last", "confidence",
    "source_id", "target_id",
)  # fmt: skip


class Ties(Shown, Sequence[Tie]):
    """An immutable sequence of ties: the most frequent first, then by the names of source and target and by type.

    They are sums of relations, by source, type, target and whether it is symmetric; a tie is made when it is asked for.
    """

    __slots__ = ("_relations", "_sums")

    def __init__(self, relations: Relations, sums: Sequence[Sum]) -> None:
        self._relations = relations
        self._sums = sums

    @overload
    def __getitem__(self, index: int) -> Tie: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Tie | Self:
        if isinstance(index, slice):
            return type(self)(self._relations, self._sums[index])
        return self._relations.tie(*self._sums[index])

    def __len__(self) -> int:
        return len(self._sums)

    def __iter__(self) -> Iterator[Tie]:
        return (self._relations.tie(*each) for each in self._sums)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ties):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        lines = [counted(len(self), "tie")]
        if self:
            header = ("source", "type", "target", "count", "documents", "first", "last")
            rows = [
                (
                    tie.source.name,
                    f"{tie.type} ↔" if tie.symmetric else tie.type,
                    tie.target.name,
                    str(tie.count),
                    str(len(tie.documents)),
                    str(tie.first or ""),
                    str(tie.last or ""),
                )
                for tie in self[:ROWS]
            ]
            lines.append(table(header, rows))
        if len(self) > ROWS:
            lines.append(f"… and {len(self) - ROWS:,} more")
        return "\n".join(lines)

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a list of flat rows of plain values, ready for JSON or CSV."""
        return [tie.to_dict() for tie in self]

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, one row a tie; raises `MissingDependencyError` without pandas."""
        return pandas_frame(self.to_dicts(), TIE_COLUMNS)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame, one row a tie; raises `MissingDependencyError` without polars."""
        return polars_frame(self.to_dicts(), TIE_COLUMNS)


def in_order(sums: Mapping[SumKey, Places], actors: Mapping[str, Actor], most: int | None = None) -> list[Sum]:
    """Return the sums in the order of ties, only the first ones if it is said how many."""
    found: Iterable[Sum] = sums.items()
    if most is not None:
        least = min(nlargest(most, map(len, sums.values())), default=0)
        found = [each for each in found if len(each[1]) >= least]
    names = {id_: actors[id_].name for (source, _, target, _), _ in found for id_ in (source, target)}

    def order(each: Sum) -> tuple[int, str, str, str, str, str, bool]:
        (source, kind, target, symmetric), places = each
        return -len(places), names[source], names[target], kind, source, target, symmetric

    return sorted(found, key=order)[:most]
