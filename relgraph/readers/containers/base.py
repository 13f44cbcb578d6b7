"""What a container is, and what it is taken apart into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Protocol, runtime_checkable

from relgraph.readers.containers.columns import Columns
from relgraph.readers.inputs import FailedInput, Input, PassedOver


@dataclass
class Run:
    """What is the same for all sources that are read together: what the user said, and which ids were given."""

    columns: Columns = field(default_factory=Columns)
    encoding: str | None = None
    ids: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Where:
    """Where in a collection one is: `name` for the user, `kind` a file name whose suffix says what is there."""

    name: str
    kind: str
    run: Run
    depth: int = 0

    def inside(self, member: str) -> Where:
        """Return the place of a member of an archive."""
        shown = "".join(one if one.isprintable() else "\ufffd" for one in member)
        return replace(self, name=f"{self.name}!/{shown}", kind=PurePosixPath(shown).name, depth=self.depth + 1)

    def unpacked(self, kind: str) -> Where:
        """Return the place of what is in a compressed file."""
        return replace(self, kind=kind, depth=self.depth + 1)

    def part(self, number: int | str) -> str:
        """Return the name of a row or record."""
        return f"{self.name}#{number}"

    def failed(self, problem: str) -> FailedInput:
        """Return the input for what cannot be read here."""
        return FailedInput(self.name, problem)

    def passed_over(self, problem: str) -> PassedOver:
        """Return the input for what is no document here."""
        return PassedOver(self.name, problem)


@dataclass(frozen=True)
class Member:
    """A file in a container, which may be one document or again a container. Its stream lasts until the next one."""

    where: Where
    stream: BufferedReader


Part = Input | Member

GRAPH = "this is a graph and no text to read; relgraph.read_graph(…) and `relgraph query` open it"
"""What is said of a graph where articles are expected."""


@runtime_checkable
class Container(Protocol):
    """The face of a container; a module with these two names is one.

    It may also have ``MAGIC``, the bytes that its files begin with: these are then known whatever they are called.
    """

    SUFFIXES: Sequence[str]
    """The file suffixes of these containers, lower case, with the dot."""

    def parts(self, stream: BufferedReader, where: Where) -> Iterator[Part]:
        """Yield what is in it, reading the stream as it goes; raise `ReadError` where it cannot go on.

        A part that cannot be read while others can is a `FailedInput`.
        """
        ...
