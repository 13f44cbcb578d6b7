"""Streams that refuse what would harm whoever parses them, while a parser reads from them.

Parsers of RDF are made for well-meant files. These let them read only what can neither blow up in memory, overflow the
stack of the process nor make them fetch something. Each has a `read` like that of a file and passes on what it read.
"""

from __future__ import annotations

import re
from typing import IO, Protocol
from xml.parsers import expat

from relgraph.errors import FormatError

DEEPEST = 64
"""How deeply elements, objects and triple terms may be nested; files of relgraph have a depth of about four."""


class Guard(Protocol):
    """What a parser reads from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, or all; raises `FormatError` if they are harmful."""


class XmlGuard:
    """Refuses document types, by which a file could fetch others or grow without end, and deep nesting."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._depth = 0
        self._ended = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises `FormatError` if they are harmful or no XML."""
        chunk = b"" if self._ended else self._stream.read(size)
        try:
            if not self._ended:
                self._ended = not chunk or size < 0
                self._parser.Parse(chunk, self._ended)
        except expat.ExpatError as error:
            raise FormatError(f"not well-formed XML: {error}") from None
        return chunk

    def _begin(self, *_: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise nested("the XML has elements in elements")

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _refuse(self, *_: object) -> None:
        raise FormatError("the XML has a document type (DOCTYPE), which no file of relgraph has and which may do harm")


class TripleTermGuard:
    """Refuses Turtle, TriG and N-Triples in which triple terms stand in triple terms without end.

    It counts ``<<`` and ``>>`` wherever they stand: relgraph writes no ``<<`` in strings, and other writers would have
    to have it there, and not its counterpart, very often.
    """

    _MOST = 1000
    _BRACKETS = re.compile(rb"<<|>>")

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._depth = 0
        self._half = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises `FormatError` if they are too deeply nested."""
        chunk = self._stream.read(size)
        text = self._half + chunk
        end = 0
        for bracket in self._BRACKETS.finditer(text):
            end = bracket.end()
            self._depth = max(0, self._depth + (1 if bracket[0] == b"<<" else -1))
            if self._depth > self._MOST:
                raise nested("the file has triple terms in triple terms")
        self._half = text[-1:] if end < len(text) and text[-1:] in (b"<", b">") else b""
        return chunk


def nested(what: str) -> FormatError:
    """Return the error for what is nested too deeply."""
    return FormatError(f"{what} without end, which no file of relgraph has")
