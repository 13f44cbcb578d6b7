"""From the rows of any table to inputs: which cell is what, and what is wrong with a row."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice

from relgraph.errors import ReadError
from relgraph.model import content_hash
from relgraph.readers.containers.base import Where
from relgraph.readers.containers.days import day_of
from relgraph.readers.dates import day_comes_first
from relgraph.readers.decode import decode, normalise
from relgraph.readers.inputs import LARGEST, FailedInput, Input, RowInput

AHEAD = 500
"""Rows that are looked at before the first is given out: whether any has a text, and how 3/4/2021 is meant."""
_AHEAD_CHARACTERS = 4_000_000
_KNOWN = 100
"""How many sets of columns are kept with what they mean; the rows of a table have one, or a few."""


@dataclass(frozen=True)
class Row:
    """A row: its number and the cells by column; or, where it cannot be read, what is the problem.

    `size` says about how many characters it has. A cell may raise `ReadError` when it is looked at.
    """

    number: int
    cells: Mapping[str, object]
    problem: str | None = None
    size: int = 0


def inputs_of(rows: Iterable[Row], where: Where) -> Iterator[Input]:
    """Yield one input for each row; raises `ReadError` if no row has the columns that are needed."""
    rows = iter(rows)
    first: list[Row] = []
    end: ReadError | None = None
    size = 0
    try:
        for row in islice(rows, AHEAD):
            first.append(row)
            size += row.size
            if size > _AHEAD_CHARACTERS:
                break
    except ReadError as error:
        end = error  # the rows before it are good
    maker = _Maker(where)
    maker.look(first)
    yield from map(maker.input_of, first)
    if end is not None:
        raise end
    yield from map(maker.input_of, rows)


class _Maker:
    """Makes inputs of rows, knowing what the first rows say of the table."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self._run = where.run
        self._day_first: bool | None = None
        self._known: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def look(self, rows: list[Row]) -> None:
        """Look at the first rows; raises `ReadError` if none of them has the columns that are needed."""
        readable = [row.cells for row in rows if row.problem is None]
        if not readable:
            return
        available = dict.fromkeys(column for cells in readable for column in cells)
        for column in self._run.columns.all_named:
            if column not in available and any(_cell(cells, column) is not None for cells in readable):
                available[column] = None
        self._run.columns.check(list(available))
        dates: list[str] = []
        for cells in readable:
            with suppress(ReadError):
                dates += [str(_cell(cells, column)) for column in self._columns(cells).get("published", ())]
        self._day_first = day_comes_first(dates)

    def input_of(self, row: Row) -> Input:
        name = self._where.part(row.number)
        if row.problem is not None:
            return FailedInput(name, row.problem)
        try:
            return self._made(name, row.cells)
        except ReadError as error:
            return FailedInput(name, str(error))

    def _made(self, name: str, cells: Mapping[str, object]) -> RowInput:
        columns = self._columns(cells)
        text = self._text(cells, columns["text"])
        published, note = self._published(cells, columns.get("published", ()))
        fields = {
            "title": _line(cells, columns.get("title", ())),
            "published": published,
            "source": self._source(cells, columns.get("source", ())),
            "authors": _names(cells, columns.get("authors", ())),
            "issuer": _line(cells, columns.get("issuer", ())),
            "language": _line(cells, columns.get("language", ())),
            "id": self._id(_line(cells, columns.get("id", ())), text),
        }
        return RowInput(name, text, {field: value for field, value in fields.items() if value}, note=note)

    def _columns(self, cells: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        key = tuple(cells)
        found = self._known.get(key)
        if found is None:
            found = self._run.columns.found_in(key)
            if len(self._known) < _KNOWN:
                self._known[key] = found
        return found

    def _text(self, cells: Mapping[str, object], columns: tuple[str, ...]) -> str:
        pieces = [_piece(_cell(cells, column), column) for column in columns]
        text = "\n\n".join(piece for piece in pieces if piece and not piece.isspace())
        if not text:
            raise ReadError(f"there is no text in {' or '.join(map(repr, columns))}")
        if len(text) > LARGEST:
            raise ReadError(f"the text is larger than {LARGEST // 1_000_000} MB, too large for one; split it")
        return text

    def _published(self, cells: Mapping[str, object], columns: tuple[str, ...]) -> tuple[date | None, str | None]:
        for column in columns:
            value = _cell(cells, column)
            if value is None or (isinstance(value, str) and not value.strip()):
                continue
            found = day_of(value, self._day_first)
            if found is not None:
                return found, None
            return None, f"the date {str(value)[:40]!r} was left out: it is none, or could be one of two"
        return None, None

    def _source(self, cells: Mapping[str, object], columns: tuple[str, ...]) -> str | None:
        found = _line(cells, columns)
        if found and "source" not in self._run.columns.named and ("/" not in found or " " in found):
            return None  # the name of a newspaper, say, which does not tell where the text is
        return found

    def _id(self, given: str | None, text: str) -> str | None:
        """Return an id that no other text of this run has."""
        if given is None:
            return None
        if self._is_new(given):
            return given
        distinct = f"{given}~{content_hash(text)[:8]}"
        self._is_new(distinct)
        return distinct

    def _is_new(self, identifier: str) -> bool:
        key = int.from_bytes(hashlib.blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        if key in self._run.ids:
            return False
        self._run.ids.add(key)
        return True


def _cell(cells: Mapping[str, object], column: str) -> object:
    """Return a cell, or None; ``meta.url`` may also be ``url`` in the object ``meta``."""
    if column in cells or "." not in column:
        value = cells.get(column)
        return None if isinstance(value, float) and math.isnan(value) else value
    first, _, rest = column.partition(".")
    inside = cells.get(first)
    return _cell(inside, rest) if isinstance(inside, Mapping) else None


def _piece(value: object, column: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return decode(value)
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return "\n\n".join(value)
    raise ReadError(f"{column!r} holds no text but {_kind(value)}")


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", dict: "an object", list: "a list"}
    return kinds.get(type(value), f"a value of the type {type(value).__name__}")


def _line(cells: Mapping[str, object], columns: tuple[str, ...]) -> str | None:
    """Return the cells as one line of text, or None if they are empty."""
    values = [_cell(cells, column) for column in columns]
    words = [str(value) for value in values if isinstance(value, str | int | float)]
    return " ".join(normalise(" ".join(words)).split()) or None if words else None


def _names(cells: Mapping[str, object], columns: tuple[str, ...]) -> tuple[str, ...]:
    names: list[str] = []
    for column in columns:
        value = _cell(cells, column)
        several = value if isinstance(value, list | tuple) else str(value).split(";") if isinstance(value, str) else ()
        names += [" ".join(normalise(each).split()) for each in several if isinstance(each, str)]
    return tuple(dict.fromkeys(name for name in names if name))
