"""Files whose suffix says another format than they have: read as what they are where that is certain."""

from __future__ import annotations

from relgraph.errors import ReadError
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import kind_of_binary
from relgraph.readers.registry import sniffing_reader

_OLD_WORD = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
_LOCKED = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


def read_bytes(data: bytes, expected: str, *, keep: Keep, encoding: str | None) -> Reading:
    """Read bytes that are not the `expected` format ("a PDF file") by the reader that knows them.

    Raises `ReadError`, saying what they are, if there is none.
    """
    if not data.strip():
        raise ReadError("there is no text in this: it is empty or white space only")
    reader = sniffing_reader(data)
    if reader is not None:
        return reader.read_bytes(data, keep=keep, encoding=encoding)
    kind = kind_of_binary(data)
    if kind is not None and _LOCKED in data:
        raise ReadError("this is an Office document that is locked with a password; save it without one, and read that")
    if kind is not None and _OLD_WORD in data:
        raise ReadError(
            "this is an old Word document (.doc); save it as .docx, for example with LibreOffice, and read that"
        )
    raise ReadError(
        f"this is not {expected}, as its name says, but {kind or 'something else'}; give it its right suffix"
    )
