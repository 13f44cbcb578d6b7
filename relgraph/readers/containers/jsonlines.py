"""JSON Lines, one article a line; and JSON files that hold an article, or an array of them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from relgraph.errors import ReadError
from relgraph.readers.containers.base import GRAPH, Part, Where
from relgraph.readers.containers.rows import Row, inputs_of
from relgraph.readers.containers.streams import characters, head_of
from relgraph.readers.decode import decode

SUFFIXES = (".jsonl", ".ndjson", ".json")

LONGEST = 64_000_000
"""Bytes of a line, or characters of a value in an array, that are taken into memory."""
_CHUNK = 1 << 16
_BROKEN = (RecursionError, ValueError)
"""What JSON that is damaged, nested without end or full of endless numbers raises."""


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield one input for each object; raises `ReadError` for a graph."""
    head = head_of(stream)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if wide or start[:1] == b"[" or (where.kind.lower().endswith(".json") and not _are_lines(start)):
        encoding = "utf-16" if wide else where.run.encoding or "utf-8-sig"
        return inputs_of(_rows_of_values(stream, encoding), where)
    return inputs_of(_rows_of_lines(stream, where.run.encoding), where)


def _are_lines(start: bytes) -> bool:
    """Whether an object ends with the first line and another begins with the second, as in JSON Lines."""
    first, _, rest = start.partition(b"\n")
    return first.rstrip()[-1:] == b"}" and rest.lstrip()[:1] == b"{"


def _rows_of_lines(stream: BufferedReader, encoding: str | None) -> Iterator[Row]:
    for number, given in enumerate(_lines(stream), 1):
        if given is None:
            yield Row(number, {}, f"line {number} is longer than {LONGEST // 1_000_000} MB")
            continue
        line = given.removeprefix(codecs.BOM_UTF8) if number == 1 else given
        if not line.strip():
            continue
        try:
            value: object = json.loads(_decoded(line, encoding))
        except json.JSONDecodeError as error:
            yield Row(number, {}, f"line {number}, column {error.colno}: this is no JSON ({error.msg})")
        except (ReadError, *_BROKEN) as error:
            yield Row(number, {}, f"line {number}: {error}")
        else:
            yield _row(number, value, f"line {number}", len(line))


def _lines(stream: BufferedReader) -> Iterator[bytes | None]:
    """Yield the lines; None for one that is too long."""
    while line := stream.readline(LONGEST):
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def _decoded(line: bytes, encoding: str | None) -> str:
    if encoding is None:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return decode(line, encoding)


def _row(number: int, value: object, place: str, size: int = 0) -> Row:
    if not isinstance(value, dict):
        return Row(number, {}, f"{place}: this is no object with a text in it but {json.dumps(value)[:40]}")
    if number == 1 and "relgraph" in value:
        raise ReadError(GRAPH)
    return Row(number, value, size=size)


def _rows_of_values(stream: BufferedReader, encoding: str) -> Iterator[Row]:
    try:
        with characters(stream, encoding) as text:
            values = _Values(text)
            for number, (line, value) in enumerate(values, 1):
                held = _held(value) if number == 1 and not values.in_array else None
                if held is None:
                    yield _row(number, value, f"line {line}", values.size)
                    continue
                for inner, each in enumerate(held, 1):
                    yield _row(inner, each, f"article {inner}")
    except (LookupError, UnicodeError) as error:
        raise ReadError(f"this is not {encoding}: {error}; name the right encoding with encoding=") from error


def _held(value: object) -> list[object] | None:
    """Return the articles in ``{"articles": [{…}, …]}``, or None if an object is one itself."""
    if not isinstance(value, dict):
        return None
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    texts = any(isinstance(each, str) and len(each) > 200 for each in value.values())
    return lists[0] if len(lists) == 1 and not texts else None


class _Values:
    """The values of an array, or that follow each other, each with the line on which it begins."""

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._line, self._column = 1, 0
        self._decoder = json.JSONDecoder()
        self.in_array = False
        self.size = 0

    def __iter__(self) -> Iterator[tuple[int, object]]:
        if self._next() == "[":
            self.in_array = True
            self._at += 1
        while (mark := self._next()) and not (self.in_array and mark == "]"):
            line, _ = self._position(self._at)
            yield line, self._value()
            if self._next() == "," and self.in_array:
                self._at += 1
            elif self.in_array and self._next() != "]":
                raise self._error(self._at, "a comma or ] is missing" if self._next() else "it was cut off")
        if self.in_array and not mark:
            raise self._error(self._at, "it was cut off")

    def _next(self) -> str:
        """Return the next character that is no space, without taking it; none at the end."""
        while True:
            rest = self._text[self._at : self._at + 1]
            if rest and not rest.isspace():
                return rest
            if rest:
                self._at += 1
            elif not self._more(_CHUNK):
                return ""

    def _value(self) -> object:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                waiting = len(self._text) - self._at
                damage = self._error(error.pos, error.msg)
                if waiting > LONGEST or not self._more(max(waiting, _CHUNK)):
                    raise damage from None
            except _BROKEN as error:
                raise self._error(self._at, str(error)) from None
            else:
                if end < len(self._text) or isinstance(value, dict | list) or not self._more(_CHUNK):
                    self.size = end - self._at
                    self._at = end
                    return value

    def _more(self, size: int) -> bool:
        """Take so many more characters into memory, and let go of those that were read."""
        self._line, self._column = self._position(self._at)
        self._column -= 1
        self._text = self._text[self._at :]
        self._at = 0
        more = self._stream.read(size)
        self._text += more
        return bool(more)

    def _position(self, at: int) -> tuple[int, int]:
        lines = self._text.count("\n", 0, at)
        if not lines:
            return self._line, self._column + at + 1
        return self._line + lines, at - self._text.rindex("\n", 0, at)

    def _error(self, at: int, problem: str) -> ReadError:
        line, column = self._position(at)
        return ReadError(
            f"line {line}, column {column}: this is no JSON ({problem}); what stands behind it could not be read"
        )
