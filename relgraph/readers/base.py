"""What a reader is, and what it hands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, runtime_checkable

Keep = Literal["article", "all"]
"""How much of an input is kept: the article in it, or everything."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of one input: the text, normalised, and what the input itself says about it."""

    text: str
    title: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    """The address that the input says it was saved from; without one, the source is its path."""


@runtime_checkable
class Reader(Protocol):
    """The face of a reader; a module with these two names is one.

    A reader in another package is published as an entry point of the group ``relgraph.readers`` that names such a
    module. A reader may also have ``sniff(data: bytes) -> bool``: it is then asked first for inputs of no suffix, or of
    a suffix of plain text, that are really in its format.
    """

    SUFFIXES: Sequence[str]
    """The file suffixes that this reader is for, lower case, with the dot."""

    def read_bytes(self, data: bytes, *, keep: Keep, encoding: str | None) -> Reading:
        """Read the content of one file; raise `ReadError` if it cannot be read."""
        ...
