"""CSV and TSV: one article a row, under a line of column names.

A file is taken apart as Latin-1, in which every byte is a character, and each cell that is needed is then decoded by
itself: so what is wrong with the encoding of a cell is an error of its row, and not of the file.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import BufferedReader

from relgraph.errors import ReadError
from relgraph.readers.containers.base import GRAPH, Part, Where
from relgraph.readers.containers.records import Records
from relgraph.readers.containers.rows import Row, inputs_of
from relgraph.readers.containers.streams import characters, head_of
from relgraph.readers.decode import decode

SUFFIXES = (".csv", ".tsv", ".tab")

_DELIMITERS = (",", ";", "\t", "|")
_OF_GRAPH = {"source_actor_id", "target_actor_id", "trigger", "evidence_count"}
_RAW = "latin-1"


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield one input for each row; raises `ReadError` if there is none, no column has the text, or it is a graph."""
    head = head_of(stream)
    encoding = where.run.encoding
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    if encoding is not None and not _is_plain(encoding):
        return inputs_of(_all_or_nothing(stream, encoding), where)
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    return inputs_of(_rows(stream, _RAW, _Decoder(encoding)), where)


class _Decoder:
    """Decodes the cells of a row that were read as Latin-1, unless they are no longer `raw`."""

    def __init__(self, encoding: str | None, *, raw: bool = True) -> None:
        self._encoding = encoding
        self._raw = raw

    def __call__(self, cells: Sequence[str], number: int) -> str:
        """Return a cell; raises `ReadError` if the encoding is unclear, for which all of the row is looked at."""
        cell = cells[number]
        if cell.isascii() or not self._raw:
            return cell
        data = cell.encode(_RAW)
        if self._encoding is not None:
            return decode(data, self._encoding)
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8")
        row = "\n".join(cells).encode(_RAW)
        with suppress(ReadError, UnicodeDecodeError):
            if decode(row) == row.decode("cp1252"):
                return data.decode("cp1252")
        return decode(data)


class _Cells(Mapping[str, object]):
    """The cells of a row by column; they are decoded when they are asked for."""

    def __init__(self, columns: Mapping[str, int], cells: Sequence[str], decoder: _Decoder) -> None:
        self._columns = columns
        self._cells = cells
        self._decoder = decoder

    def __getitem__(self, column: str) -> str:
        number = self._columns[column]
        if number >= len(self._cells):
            return ""
        try:
            return self._decoder(self._cells, number)
        except ReadError as error:
            raise ReadError(f"column {column!r}: {error}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def _rows(stream: BufferedReader, encoding: str, decoder: _Decoder) -> Iterator[Row]:
    with characters(stream, encoding) as text:
        yield from _rows_of(Records(text), decoder)


def _rows_of(found: Records, decoder: _Decoder) -> Iterator[Row]:
    found.delimiter = _delimiter(found)
    records = iter(found)
    header = next(records, None)
    if header is None:
        raise ReadError("there is no text in this: it is empty or white space only")
    if header.problem is not None:
        raise ReadError(f"the names of the columns cannot be read: {header.problem}")
    columns: dict[str, int] = {}
    for position in range(len(header.cells)):
        columns.setdefault(decoder(header.cells, position).strip(), position)
    if columns.keys() >= _OF_GRAPH:
        raise ReadError(GRAPH)
    width = len(header.cells)
    for number, record in enumerate(records, 1):
        problem = record.problem
        if problem is None and any(record.cells[width:]):
            problem = f"there are {len(record.cells)} cells, but {width} columns"
        size = sum(map(len, record.cells))
        if problem is None:
            yield Row(number, _Cells(columns, record.cells, decoder), size=size)
        else:
            yield Row(number, {}, f"line {record.line}: {problem}", size=size)


def _delimiter(records: Records) -> str:
    """Return what parts the cells of the first line, which may say so: ``sep=;``."""
    line = records.first_line()
    said = line.strip().lower()
    if said.startswith("sep=") and len(said) == 5:
        records.skip_line()
        return said[-1]
    return max(_DELIMITERS, key=lambda delimiter: len(next(csv.reader([line], delimiter=delimiter), [])))


def _is_plain(encoding: str) -> bool:
    """Whether ASCII stands in an encoding as it does in Latin-1; raises `ReadError` if there is no such encoding."""
    ascii_bytes = bytes(range(128))
    try:
        return ascii_bytes.decode(encoding) == ascii_bytes.decode("ascii")
    except UnicodeError:
        return False
    except LookupError:
        raise ReadError(f"there is no encoding {encoding!r}; try encoding='utf-8' or encoding='cp1252'") from None


def _all_or_nothing(stream: BufferedReader, encoding: str) -> Iterator[Row]:
    """Yield the rows of a file in UTF-16 and the like, which can only be decoded as a whole."""
    try:
        yield from _rows(stream, encoding, _Decoder(None, raw=False))
    except UnicodeError as error:
        raise ReadError(f"this is not {encoding}: {error}; name the right encoding with encoding=") from error
