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


class RawRecords:
    """Yields the records of a file; behind a damaged one it looks for the next."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._again = b""
        self._number = 0

    def __iter__(self) -> Iterator[RawRecord]:
        while True:
            headers: dict[str, str] = {}
            try:
                head, lost = self._head()
                if lost:
                    yield self._failed({}, "what stands before this record is damaged")
                if not head:
                    return
                self._number += 1
                headers = _headers(head)
                record = self._record(head, headers)
            except ReadError as error:
                yield self._failed(headers, str(error))
                if not self._resume():
                    return
            else:
                yield record

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
        while line := self._line():
            if line.strip():
                self._again = line + self._again
                return _VERSION.match(line) is not None
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
                raise ReadError("its headers are too long")
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
