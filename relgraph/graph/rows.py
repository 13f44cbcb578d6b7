"""Results of an analysis: a sequence of small values that is also a table, on the screen and as a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar, overload

from relgraph.graph.frame import pandas_frame, polars_frame
from relgraph.graph.showing import Shown
from relgraph.graph.table import ROWS, table
from relgraph.graph.view import Plain

if TYPE_CHECKING:
    import pandas
    import polars


class Row(Protocol):
    """A value that is a row of a table."""

    def to_dict(self) -> dict[str, Plain]:
        """Return the value as one flat row of plain values."""


T = TypeVar("T", bound=Row)


class Rows(Shown, Sequence[T], Generic[T]):
    """An immutable sequence of values, equal to another of its kind with equal values.

    A kind says what `columns` its frames have, the `header` of its table on the screen, and in `cells` what that shows
    of a value. A slice is a tuple.
    """

    __slots__ = ("_rows",)

    columns: ClassVar[tuple[str, ...]]
    header: ClassVar[tuple[str, ...]]

    def __init__(self, rows: Iterable[T]) -> None:
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows) or type(other) is not type(self):
            return NotImplemented
        return self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    @property
    def title(self) -> str:
        """What there is, in a line."""
        raise NotImplementedError

    @property
    def notes(self) -> str:
        """What was left out or is to be known, in a line; empty if there is nothing to say."""
        return ""

    def cells(self, row: T) -> tuple[str, ...]:
        """Return what a table shows of a value, a cell for each word of the `header`."""
        raise NotImplementedError

    def __repr__(self) -> str:
        lines = [self.title]
        if self._rows:
            lines.append(table(self.header, [self.cells(row) for row in self._rows[:ROWS]]))
        if len(self._rows) > ROWS:
            lines.append(f"… and {len(self._rows) - ROWS:,} more")
        return "\n".join([*lines, self.notes] if self.notes else lines)

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a list of flat rows of plain values, ready for JSON or CSV."""
        return [row.to_dict() for row in self._rows]

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame of the rows; raises `MissingDependencyError` without pandas."""
        return pandas_frame(self.to_dicts(), self.columns)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame of the rows; raises `MissingDependencyError` without polars."""
        return polars_frame(self.to_dicts(), self.columns)
