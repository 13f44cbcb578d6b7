"""The records of a WARC file one by one, and how to go on where one is damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from relgraph.errors import ReadError
from relgraph.readers.containers.compressed import Unpacked
from relgraph.readers.inputs import LARGEST

_VERSION = re.compile(rb"WARC/\d")
_HEADER = 64_000
_CHUNK = 1 << 16
_NEXT = b"\r\n\r\nWARC/1."


@dataclass(frozen=True)
class RawRecord:
    """A record as it stands in the file: its headers in small letters, all its bytes; or what is the problem with it.

    `head` are the bytes of the headers, `body` those of the content.
    """

    number: int
    headers: dict[str, str]
    head: bytes = b""
    body: bytes = b""
    problem: str | None = None


class _HeaderError(ReadError):
    """The headers of a record are damaged, and the stream is not."""


class RawRecords:
    """Yields the records of a file; behind a damaged one it looks for the next."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._again = b""
        self._number = 0
        self._error: ReadError | None = None

    def __iter__(self) -> Iterator[RawRecord]:
        damaged = False
        while True:
            record, resumed = self._next(told=damaged)
            if record is not None:
                yield record
                damaged = record.problem is not None
            if not resumed:
                return

    def _next(self, *, told: bool) -> tuple[RawRecord | None, bool]:
        """Return the next record, and whether there may be more; `told` if it is known that something is lost here."""
        headers: dict[str, str] = {}
        try:
            if self._error is not None:
                error, self._error = self._error, None
                raise error
            head, lost = self._head()
            if lost and not told:
                self._again = head + self._again
                return self._failed({}, "what stands before this record is no record"), True
            if not head:
                return None, False
            self._number += 1
            headers = _headers(head)
            return self._record(head, headers), True
        except _HeaderError as error:
            self._number += 1
            return self._failed({}, str(error)), True
        except ReadError as error:
            self._number += not headers
            return self._failed(headers, str(error)), self._resume()

    def _resume(self) -> bool:
        raw = self._stream.raw
        self._again = b""
        return isinstance(raw, Unpacked) and raw.resume()

    def _failed(self, headers: dict[str, str], problem: str) -> RawRecord:
        return RawRecord(max(self._number, 1), headers, problem=problem)

    def _record(self, head: bytes, headers: dict[str, str]) -> RawRecord:
        given = headers.get("content-length", "")
        if not given.isascii() or not given.isdigit() or len(given) > 15:
            return self._failed(headers, f"its Content-Length is no number: {given[:40]!r}")
        length = int(given)
        if length > LARGEST:
            return self._too_large(headers, length)
        body = self._read(length)
        if len(body) < length:
            self._look_again_in(body)
            return self._failed(headers, "it was cut off, or its Content-Length is wrong")
        if not self._ends_here():
            self._look_again_in(body)
            return self._failed(headers, "its Content-Length is wrong")
        return RawRecord(self._number, headers, head, body)

    def _too_large(self, headers: dict[str, str], length: int) -> RawRecord:
        while length > 0 and (chunk := self._read(min(length, _CHUNK))):
            length -= len(chunk)
        return self._failed(headers, f"it is larger than {LARGEST // 1_000_000} MB, or its Content-Length is wrong")

    def _look_again_in(self, body: bytes) -> None:
        found = body.find(_NEXT)
        if found >= 0:
            self._again = body[found:] + self._again

    def _ends_here(self) -> bool:
        """Whether nothing but blank lines stands before the next record."""
        try:
            while line := self._line():
                if line.strip():
                    self._again = line + self._again
                    return _VERSION.match(line) is not None
        except ReadError as error:
            self._error = error  # the next record's
        return True

    def _head(self) -> tuple[bytes, bool]:
        """Return the headers of the next record, none at the end, and whether something else stood before them."""
        lost = False
        while (line := self._line()) and not _VERSION.match(line):
            lost = lost or bool(line.strip())
        lines = [line]
        size = len(line)
        while line and (line := self._line()).strip():
            lines.append(line)
            size += len(line)
            if size > _HEADER:
                raise _HeaderError("its headers are too long")
        if len(lines) > 1 and not line:
            raise _HeaderError("it was cut off")
        return b"".join(lines) + line, lost

    def _line(self) -> bytes:
        if not self._again:
            return self._stream.readline(_HEADER)
        line, end, self._again = self._again.partition(b"\n")
        return line + end if end else line + self._stream.readline(_HEADER)

    def _read(self, size: int) -> bytes:
        data, self._again = self._again[:size], self._again[size:]
        return data + self._stream.read(size - len(data)) if len(data) < size else data


def _headers(head: bytes) -> dict[str, str]:
    """Return the headers of a record by name, in small letters."""
    headers: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers
