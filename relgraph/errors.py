"""Every error that relgraph raises on purpose.

::

    RelgraphError
    ├── UsageError            you called something wrongly (also a ValueError)
    │   ├── UnknownActorError
    │   ├── UnknownTypeError
    │   └── UnknownFormatError
    ├── ReadError             an input cannot be read as a text
    ├── DataError             a data file (relations, actors) breaks its schema
    ├── FormatError           a graph file is damaged or not what its suffix says
    └── MissingDependencyError

Each message says what is wrong and what to do. Errors are built by the named constructors, so that the same
mistake reads the same wherever it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache, partial
from typing import Self


class RelgraphError(Exception):
    """Base class of all errors of relgraph."""


class UsageError(RelgraphError, ValueError):
    """A function was called with a value that it cannot take."""


class _UnknownNameError(UsageError):
    """A name that is not among those known; the closest of them are looked for when somebody reads the message.

    To find them among all actors takes a tenth of a second, and who tries many names does without.
    """

    what = "name"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self._suggest: Callable[[], str] = str

    @classmethod
    def named(cls, name: str, known: Iterable[str]) -> Self:
        """Build the error for `name`, suggesting the closest of the `known` ones."""
        error = cls(f"unknown {cls.what} {name!r}")
        error._suggest = cache(partial(_suggest, name, tuple(known)))
        return error

    def __str__(self) -> str:
        return super().__str__() + self._suggest()

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (str(self),)


class UnknownActorError(_UnknownNameError):
    """A query names an actor that the graph or the index does not know."""

    what = "actor"


class UnknownTypeError(_UnknownNameError):
    """A query or a frame names a relation type that does not exist."""

    what = "relation type"


class UnknownFormatError(UsageError):
    """A file's suffix belongs to no registered format."""

    @classmethod
    def named(cls, suffix: str, known: Iterable[str]) -> UnknownFormatError:
        """Build the error for `suffix`, listing the `known` suffixes."""
        return cls(f"no format for the suffix {suffix!r}; there are {', '.join(sorted(known))}")


class ReadError(RelgraphError):
    """An input is empty, binary, wrongly encoded, in another language or otherwise no text that can be read."""


class DataError(RelgraphError):
    """A data file of relations or actors breaks its schema; the message names file, entry and key."""


class FormatError(RelgraphError):
    """A graph file cannot be read: damaged, or not of the format that its suffix says."""


class MissingDependencyError(RelgraphError, ImportError):
    """An optional dependency is not installed."""

    @classmethod
    def named(cls, package: str, extra: str) -> MissingDependencyError:
        """Build the error for `package`, which the given `extra` of relgraph installs."""
        return cls(f"this needs {package}, which is not installed: pip install 'relgraph[{extra}]'")


def _suggest(name: str, known: Iterable[str]) -> str:
    by_folded: dict[str, str] = {}
    for candidate in sorted(known):
        by_folded.setdefault(candidate.casefold(), candidate)
    close = [by_folded[key] for key in get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.6)]
    if close:
        return f"; did you mean {' or '.join(repr(candidate) for candidate in close)}?"
    return f"; there are {len(by_folded)} known ones, none close to it"
