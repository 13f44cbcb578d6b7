"""Single values as SQLite holds them.

SQLite's text is UTF-8, which cannot hold the lone surrogates that a Python string may have: such a string becomes the
bytes that ``surrogatepass`` gives. Columns of strings have no type for that reason.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import get_args

from relgraph.model import Modality, Polarity, Via

try:  # the same format, in a third of the time, where there is a build of it for the machine
    from isal.isal_zlib import compress
except ImportError:  # pragma: no cover - depends on the machine
    from zlib import compress

Cell = str | bytes | int | float | None

VIAS: tuple[Via, ...] = get_args(Via)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
"""Coded by their place here: new ones may only be added at the end."""

_HALF = 1 << 63
_LAST_DAY = date.max.toordinal()
_ID_BYTES = 5
_HEAD = struct.Struct("<BI")
_TYPES = {1: "B", 2: "H", 4: "I" if array("I").itemsize == 4 else "L"}
_LEVEL = 1
"""Of zlib: the higher ones save 3% of a text and take more than twice the time."""


def put_text(text: str) -> str | bytes:
    """Return the cell of a string."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def get_text(cell: str | bytes) -> str:
    """Return the string of a cell."""
    return cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else cell


def put_maybe(text: str | None) -> str | bytes | None:
    """Return the cell of a string that may be missing."""
    return None if text is None else put_text(text)


def get_maybe(cell: str | bytes | None) -> str | None:
    """Return the string of a cell that may be empty."""
    return None if cell is None else get_text(cell)


def put_id(id_: str) -> int | str | bytes:
    """Return the cell of a relation's id: of a content hash the number that its hexadecimal digits are."""
    if len(id_) == 16:
        try:
            number = int(id_, 16)
        except ValueError:
            return put_text(id_)
        if f"{number:016x}" == id_:
            return number - _HALF
    return put_text(id_)


def put_hash(id_: str) -> int:
    """Return the cell of a relation's id that is a content hash."""
    return int(id_, 16) - _HALF


def get_id(cell: int | str | bytes) -> str:
    """Return the relation's id of a cell."""
    return f"{cell + _HALF:016x}" if isinstance(cell, int) else get_text(cell)


def put_day(day: date | None) -> int | None:
    """Return the cell of a day."""
    return None if day is None else day.toordinal()


def get_day(cell: int | None) -> date | None:
    """Return the day of a cell."""
    return None if cell is None else date.fromordinal(cell)


def put_instant(time: datetime | None) -> str | None:
    """Return the cell of a point of time."""
    return None if time is None else time.isoformat()


def put_strings(strings: Sequence[str]) -> str | None:
    """Return the cell of several strings; empty if there are none."""
    return json.dumps(strings) if strings else None


def get_strings(cell: str | None) -> tuple[str, ...]:
    """Return the several strings of a cell."""
    return tuple(json.loads(cell)) if cell else ()


def put_words(text: str) -> bytes:
    """Return the cell of a document's text, compressed."""
    return compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def get_words(cell: bytes) -> str:
    """Return the text of a cell; raises `zlib.error` or `UnicodeDecodeError` if it is damaged."""
    return zlib.decompress(cell).decode("utf-8", "surrogatepass")


def put_columns(columns: Iterable[Sequence[int]]) -> bytes:
    """Return the cell of columns of numbers from 0 to 2**32 - 1, each in as few bytes a number as its largest needs."""
    parts = []
    for column in columns:
        try:
            width, numbers = 1, bytes(column)
        except ValueError:
            width = 2 if max(column) < 1 << 16 else 4
            numbers = _in_order(array(_TYPES[width], column)).tobytes()
        parts.append(_HEAD.pack(width, len(column)))
        parts.append(numbers)
    return b"".join(parts)


def get_columns(cell: bytes) -> list[Sequence[int]]:
    """Return the columns of a cell; raises `struct.error` or `KeyError` if it is damaged."""
    columns: list[Sequence[int]] = []
    at = 0
    while at < len(cell):
        width, length = _HEAD.unpack_from(cell, at)
        start, at = at + _HEAD.size, at + _HEAD.size + width * length
        column = array(_TYPES[width])
        column.frombytes(cell[start:at])
        columns.append(_in_order(column))
    return columns


def _in_order(column: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover - a store is the same on all machines
        column.byteswap()
    return column


def place_in_order(published: date | None, document: str) -> int:
    """Return a number by which relations of different documents stand in order: by day, then by the document's id.

    Only the beginning of the id goes into it, so that documents with equal numbers must be compared by their ids.
    """
    day = _LAST_DAY if published is None else published.toordinal()
    start = document[:_ID_BYTES].encode("utf-8", "surrogatepass")[:_ID_BYTES]
    return (day << 8 * _ID_BYTES) | int.from_bytes(start.ljust(_ID_BYTES, b"\0"), "big")
