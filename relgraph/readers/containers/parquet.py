"""Parquet: one article a row; only the columns that are needed are read, a few rows at a time. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers.containers.base import GRAPH, Part, Where
from relgraph.readers.containers.rows import Row, inputs_of
from relgraph.readers.containers.streams import seekable

MAGIC = (b"PAR1",)
SUFFIXES = (".parquet", ".pq")

_ROWS = 64
_BUFFER = 1 << 20
"""Bytes of a column that are read at once; without a number it is all that a group of rows has."""
_GRAPH_MARK = b"relgraph"


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield one input for each row; raises `ReadError` if it is damaged, no column has the text, or it is a graph.

    Raises `MissingDependencyError` without pyarrow.
    """
    try:
        import pyarrow  # noqa: PLC0415 - optional, and slow to load
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - as above
    except ImportError:
        raise MissingDependencyError.named("pyarrow", "parquet") from None
    try:
        with seekable(stream) as source, ParquetFile(source, buffer_size=_BUFFER) as file:
            if _GRAPH_MARK in (file.schema_arrow.metadata or {}):
                raise ReadError(GRAPH)
            yield from inputs_of(_rows(file, where), where)
    except (pyarrow.ArrowException, OSError, OverflowError, ValueError) as error:
        raise ReadError(f"this Parquet file is damaged or was cut off: {error}") from error


def _rows(file: Any, where: Where) -> Iterator[Row]:  # noqa: ANN401 - a class without types
    columns = where.run.columns
    available = file.schema_arrow.names
    deep = [name for name in columns.all_named if name not in available and name.partition(".")[0] in available]
    columns.check([*available, *deep])
    needed = {
        name.partition(".")[0] if name in deep else name
        for several in columns.found_in(available).values()
        for name in several
    }
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=sorted(needed), use_threads=False):
        for cells in zip(*map(_plain, batch.columns), strict=True):
            number += 1
            yield Row(number, dict(zip(batch.schema.names, cells, strict=True)), size=batch.nbytes // _ROWS)


def _plain(column: Any) -> list[object]:  # noqa: ANN401 - a class without types
    """Return the cells of a column; times as text, for Python has none of year 10000 or of nanoseconds."""
    from pyarrow import string, types  # noqa: PLC0415 - optional

    cells: list[object] = (column.cast(string()) if types.is_temporal(column.type) else column).to_pylist()
    return cells
