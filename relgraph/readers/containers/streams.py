"""Streams that say what is wrong with a file as a `ReadError`, and stop what would swell without end."""

from __future__ import annotations

import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader, BytesIO, RawIOBase, TextIOWrapper
from typing import IO, Any

from relgraph.errors import ReadError
from relgraph.readers.decode import utf8_of
from relgraph.readers.inputs import LARGEST

CHUNK = 1 << 16
HEAD = 1 << 13
"""Bytes by which a file is known."""

RATIO = 250
"""How many times larger unpacked text may be than packed: text shrinks to a fifth, seldom to a fiftieth."""
FREE = 32_000_000
"""Bytes that may be unpacked before the ratio is looked at."""
IN_MEMORY = 32_000_000
"""Bytes of an archive in an archive above which it is kept in an unnamed temporary file."""

DAMAGED = (
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the libraries for archives raise for files that are damaged or of a kind that they do not know."""


class Guarded(RawIOBase):
    """A stream out of a file or an archive: its errors become a `ReadError`, and it may not swell.

    `read` gives up to so many bytes, none at the end; `packed` tells of how many bytes of the archive they were made.
    """

    def __init__(self, read: Callable[[int], bytes], packed: Callable[[], int] | None, what: str) -> None:
        self._read = read
        self._packed = packed
        self._what = what
        self._unpacked = 0
        self._error: ReadError | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 (bytearray, memoryview …)
        """Read the next bytes, as many as there are of those asked for; raises `ReadError`.

        What stands before some damage is given out first.
        """
        filled = 0
        while filled < len(buffer) and self._error is None:
            try:
                data = self._read(len(buffer) - filled)
            except DAMAGED as error:
                self._error = ReadError(f"{self._what} is damaged: {str(error) or type(error).__name__}")
            except ReadError as error:
                self._error = error
            else:
                if not data:
                    return filled
                buffer[filled : filled + len(data)] = data
                filled += len(data)
                self._count(len(data))
        if self._error is not None and not filled:
            raised, self._error = self._error, None
            raise raised
        return filled

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._packed is not None and self._unpacked > FREE and self._unpacked > RATIO * self._packed():
            self._error = ReadError(
                f"this unpacks to more than {RATIO} times its size ({self._unpacked // 1_000_000} MB so far), as a zip "
                "bomb does; unpack it with another program if it is meant so"
            )


def buffered(stream: RawIOBase) -> BufferedReader:
    """Return a stream that can be peeked into and read by lines."""
    return BufferedReader(stream, CHUNK)


def buffered_bytes(data: bytes) -> BufferedReader:
    """Return bytes as such a stream."""
    return BufferedReader(BytesIO(data), CHUNK)


def head_of(stream: BufferedReader) -> bytes:
    """Return the first bytes of a stream, which are still to be read."""
    return stream.peek(HEAD)[:HEAD]


@contextmanager
def characters(stream: BufferedReader, encoding: str) -> Iterator[TextIOWrapper]:
    """Give the characters of a stream, line ends as they are; the stream is left open."""
    text = TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield text
    finally:
        with suppress(ValueError):  # closed by whoever has opened it
            text.detach()


def whole(stream: BufferedReader) -> bytes:
    """Return all bytes of one document; raises `ReadError` if they are too many for one."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(f"this is larger than {LARGEST // 1_000_000} MB, too large for one text; split it")
    return data


@contextmanager
def seekable(stream: BufferedReader) -> Iterator[IO[bytes]]:
    """Give the stream, or a copy of it, in which one can go back."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        while chunk := stream.read(CHUNK):
            copy.write(chunk)
        copy.seek(0)
        yield copy


class OpenFile(Guarded):
    """A file that a user has opened; `is_text` says after the first read that it is text, which comes out as UTF-8."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 (anything that has read())
        super().__init__(self._next, None, "the open file")
        self._file = file
        self._waiting = b""
        self.is_text = False

    def _next(self, size: int) -> bytes:
        if not self._waiting:
            try:
                data = self._file.read(size)
            except UnicodeDecodeError as error:
                raise ReadError(f"it is not {error.encoding}; open it in binary mode or with its encoding") from error
            self.is_text = isinstance(data, str)
            self._waiting = utf8_of(data) if isinstance(data, str) else bytes(data or b"")
        data, self._waiting = self._waiting[:size], self._waiting[size:]
        return data
