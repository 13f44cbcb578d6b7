"""Which formats there are: found by looking, never registered.

A format is a module with the members of `Format`, and of `ReadableFormat` if a graph can be read back from it; it may
have the marks of `Marks`. Every module of this folder that has them is a format; so is every module (or object) that an
installed package names in an entry point of the group ``relgraph.formats``. Such modules import heavy libraries inside
their functions, because looking for a format loads all of them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import IO, TYPE_CHECKING, Protocol, runtime_checkable

import relgraph.formats
from relgraph.errors import FormatError, UnknownFormatError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

GROUP = "relgraph.formats"
"""The group of the entry points that add formats."""


@runtime_checkable
class Format(Protocol):
    """The shape of a format module."""

    NAME: str
    """How users name it: ``write_graph(graph, path, format="jsonl")``."""
    SUFFIXES: tuple[str, ...]
    """The suffixes of its files, lower case and with the dot."""

    def write(self, graph: RelationGraph, stream: IO[bytes], **options: object) -> None:
        """Write the graph to a binary stream, equal graphs as equal bytes. Options are keyword-only with defaults."""


@runtime_checkable
class ReadableFormat(Format, Protocol):
    """The shape of a format module that can also read."""

    def read(self, stream: IO[bytes]) -> RelationGraph:
        """Return the graph in a binary stream; raises `FormatError` if it is damaged or something else."""


class Marks:
    """What a format module may say of itself; these are the defaults."""

    LOSSLESS = False
    """Whether reading a file gives the identical graph."""
    BINARY = False
    """Whether its files are no text in UTF-8."""
    OMITS = ""
    """What of a graph its files do not hold, in words that end the sentence "it does not hold …"."""


@dataclass(frozen=True)
class FormatInfo:
    """What there is to know about a format before using it.

    Attributes:
        name: The name of the format.
        suffixes: The suffixes of its files.
        readable: Whether `read_graph` takes them.
        description: What it is for.
        lossless: Whether reading gives the identical graph.
        binary: Whether its files are no text.
        omits: What is lost otherwise; empty if nothing is, or if the format does not say.
    """

    name: str
    suffixes: tuple[str, ...]
    readable: bool
    description: str
    lossless: bool = False
    binary: bool = False
    omits: str = ""


def formats() -> tuple[FormatInfo, ...]:
    """Return all formats, sorted by name."""
    return tuple(map(info_of, _load().values()))


def info_of(found: Format) -> FormatInfo:
    """Return what there is to know about a format."""
    return FormatInfo(
        name=found.NAME,
        suffixes=tuple(found.SUFFIXES),
        readable=isinstance(found, ReadableFormat),
        description=(found.__doc__ or "").strip().partition("\n")[0],
        lossless=getattr(found, "LOSSLESS", Marks.LOSSLESS),
        binary=getattr(found, "BINARY", Marks.BINARY),
        omits=getattr(found, "OMITS", Marks.OMITS),
    )


def by_name(name: str) -> Format:
    """Return the format called `name` (or with that suffix, without its dot); raises `UnknownFormatError`."""
    known = _load()
    if name in known:
        return known[name]
    suffix = f".{name.lower().lstrip('.')}"
    for found in known.values():
        if suffix in found.SUFFIXES:
            return found
    raise UnknownFormatError(f"no format is called {name!r}; there are {', '.join(known)}")


def by_filename(name: str) -> Format:
    """Return the format whose suffix ends the file name, the longest if several do; raises `UnknownFormatError`."""
    by_suffix = {suffix: found for found in _load().values() for suffix in found.SUFFIXES}
    for suffix in sorted(by_suffix, key=len, reverse=True):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return by_suffix[suffix]
    _, dot, end = name.rpartition(".")
    raise UnknownFormatError.named(dot + end if dot else "", by_suffix)


def readable(found: Format) -> ReadableFormat:
    """Return the format if it can be read back; raises `FormatError` naming those that can."""
    if isinstance(found, ReadableFormat):
        return found
    others = ", ".join(info.name for info in formats() if info.readable)
    raise FormatError(
        f"{found.NAME} can be written but not read back, as it does not hold all of a graph; use {others}"
    )


def _load() -> Mapping[str, Format]:
    """Find all formats anew: an installed package shows up at once, and there is no state to go stale."""
    found: dict[str, tuple[str, Format]] = {}
    owners: dict[str, str] = {}
    for origin, candidate in _candidates():
        if candidate.NAME in found and found[candidate.NAME][1] is not candidate:
            raise FormatError(f"two formats are called {candidate.NAME!r}: {found[candidate.NAME][0]} and {origin}")
        found[candidate.NAME] = (origin, candidate)
        for suffix in candidate.SUFFIXES:
            other = owners.setdefault(suffix, candidate.NAME)
            if other != candidate.NAME:
                raise FormatError(f"{other} and {candidate.NAME} both have the suffix {suffix!r}")
    return {name: found[name][1] for name in sorted(found)}


def _candidates() -> Iterator[tuple[str, Format]]:
    for module in sorted(pkgutil.iter_modules(relgraph.formats.__path__), key=lambda info: info.name):
        candidate = import_module(f"{relgraph.formats.__name__}.{module.name}")
        if isinstance(candidate, Format):
            yield module.name, candidate
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        candidate = point.load()
        if not isinstance(candidate, Format):
            raise FormatError(
                f"the entry point {point.name} = {point.value!r} is no format: it needs NAME, SUFFIXES, write()"
            )
        yield point.value, candidate
