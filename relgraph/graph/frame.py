"""Rows of plain values as data frames of pandas and polars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from relgraph.errors import MissingDependencyError
from relgraph.graph.view import Plain

if TYPE_CHECKING:
    import pandas
    import polars

NUMBERS = frozenset({"confidence", "betweenness", "share_before", "share_after", "score"})
COUNTS = frozenset(
    (
        *("count", "documents", "sentence_start"),
        *("camp", "friendly_inside", "hostile_inside", "friendly_outside", "hostile_outside"),
        *("net_first_second", "net_first_third", "net_second_third", "strength"),
        *("friendly", "hostile", "other_relations", "net", "ambivalence"),
        *("partners", "open_pairs", "foes_between", "before", "after", "affirmed", "denied"),
    )
)
TRUTHS = frozenset({"symmetric", "balanced"})
DATES = frozenset({"start", "end", "published", "first", "last"})
"""The columns that do not hold strings."""


def pandas_frame(rows: Iterable[Mapping[str, Plain]], columns: Sequence[str]) -> pandas.DataFrame:
    """Return a pandas DataFrame with these columns; raises `MissingDependencyError` without pandas."""
    try:
        import pandas  # noqa: PLC0415 -- optional, and slow to load
    except ImportError:
        raise MissingDependencyError.named("pandas", "pandas") from None
    frame = pandas.DataFrame(_legal(rows, columns), columns=list(columns))
    for column in DATES.intersection(columns):
        # Seconds reach as far back as any text; the nanoseconds of older defaults end in 1677.
        frame[column] = frame[column].astype("datetime64[s]")
    return frame


def polars_frame(rows: Iterable[Mapping[str, Plain]], columns: Sequence[str]) -> polars.DataFrame:
    """Return a polars DataFrame with these columns; raises `MissingDependencyError` without polars."""
    try:
        import polars  # noqa: PLC0415 -- optional, and slow to load
    except ImportError:
        raise MissingDependencyError.named("polars", "polars") from None
    kinds: dict[str, type[polars.DataType]] = {
        **dict.fromkeys(NUMBERS, polars.Float64),
        **dict.fromkeys(COUNTS, polars.Int64),
        **dict.fromkeys(TRUTHS, polars.Boolean),
    }
    schema = {column: kinds.get(column, polars.String) for column in columns}
    frame = polars.DataFrame(_legal(rows, columns), schema=schema, orient="row")
    return frame.with_columns(polars.col(name).str.to_date("%Y-%m-%d") for name in columns if name in DATES)


def _legal(rows: Iterable[Mapping[str, Plain]], columns: Sequence[str]) -> list[list[Plain]]:
    """Return the cells row by row, with U+FFFD for lone surrogates, which strings of Arrow cannot hold."""
    return [[_encodable(row[column]) for column in columns] for row in rows]


def _encodable(value: Plain) -> Plain:
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
