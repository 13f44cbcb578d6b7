"""Files compressed by gzip, bzip2 or xz: one file, which may be a document or a container."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any

from relgraph.errors import ReadError
from relgraph.readers.containers.base import Member, Part, Where
from relgraph.readers.containers.streams import CHUNK, Guarded, buffered

_XZ_MEMORY = 256_000_000
"""Bytes that an xz file may ask for: its highest level needs 65 million."""
_OPENERS: dict[bytes, Callable[[], Any]] = {
    b"\x1f\x8b\x08": lambda: zlib.decompressobj(wbits=31),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
}
_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}

MAGIC = (b"\x1f\x8b\x08", b"\xfd7zXZ\x00", *(b"BZh%d1AY&SY" % level for level in range(1, 10)))
SUFFIXES = (".gz", ".bz2", ".xz", *_SHORT)


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield the file in it."""
    yield Member(where.unpacked(inner_name(where.kind)), buffered(Unpacked(stream, "the compressed file")))


def inner_name(name: str) -> str:
    """Return what the file in a compressed file is called."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    return path.stem + _SHORT.get(suffix, "") if suffix in SUFFIXES else name


class Unpacked(Guarded):
    """The content of a compressed stream, which may be several compressed parts one after the other."""

    def __init__(self, stream: BufferedReader, what: str) -> None:
        super().__init__(self._unpack, lambda: self._packed_bytes, what)
        self._stream = stream
        self._packed_bytes = 0
        self._waiting = b""
        self._opener: Any = None

    def resume(self) -> bool:
        """Go on behind the damage, at the next compressed part; whether there is one (only gzip can tell)."""
        self._opener = None
        waiting = self._waiting[1:]
        while True:
            start = waiting.find(MAGIC[0])
            if start >= 0:
                self._waiting = waiting[start:]
                return True
            chunk = self._fetch()
            if not chunk:
                self._waiting = b""
                return False
            waiting = waiting[-2:] + chunk

    def _unpack(self, size: int) -> bytes:
        """Return up to so many bytes; none at the end."""
        while True:
            if self._opener is None and not self._open():
                return b""
            if not self._waiting and getattr(self._opener, "needs_input", True):
                self._waiting = self._fetch()
                if not self._waiting:
                    raise EOFError("it ends too early; it was cut off")
            before, self._waiting = self._waiting, b""
            try:
                data: bytes = self._opener.decompress(before, size)
            except BaseException:
                self._waiting = before
                raise
            self._waiting = getattr(self._opener, "unconsumed_tail", b"")
            if self._opener.eof:
                self._waiting = self._opener.unused_data
                self._opener = None
            if data:
                return data

    def _open(self) -> bool:
        """Begin with the next compressed part; whether there is one."""
        first = self._packed_bytes == 0
        while len(self._waiting) < 6 and (chunk := self._fetch()):
            self._waiting += chunk
        if not first and not self._waiting.strip(b"\0"):
            self._waiting = b""
            return False
        for magic, opener in _OPENERS.items():
            if self._waiting.startswith(magic):
                self._opener = opener()
                return True
        raise EOFError("there is something else behind it") if not first else ReadError("this is not compressed")

    def _fetch(self) -> bytes:
        chunk = self._stream.read1(CHUNK)
        self._packed_bytes += len(chunk)
        return chunk
