"""Which columns of a table hold the text, the title, the date …: those the user names, or those of usual names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from relgraph.errors import ReadError, UsageError

FIELDS = ("text", "title", "published", "source", "id", "authors", "issuer", "language")
"""What a column can give."""

USUAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *("text", "body", "content", "fulltext", "articletext", "articlebody", "bodytext", "maintext"),
            *("article", "plaintext", "rawtext", "story", "contents", "cleantext", "textcontent"),
        ),
        "title": ("title", "headline", "heading", "articletitle"),
        "published": (
            *("published", "publishedat", "publishedon", "datepublished", "publisheddate", "publicationdate"),
            *("publishdate", "datepublish", "publishedtime", "pubdate", "date", "datetime"),
        ),
        "source": ("url", "link", "articleurl", "sourceurl", "weburl", "permalink", "canonicalurl", "uri", "source"),
        "authors": ("authors", "author", "byline"),
        "issuer": ("issuer",),
    }
)
"""The usual names, the best first, in small letters and without marks. There are none for `id`: numbers such as 1, 2, 3
come again in the next table, and two texts cannot have one id; nor for `language`, which switches off a check."""


@dataclass(frozen=True)
class Columns:
    """The columns that the user named, by field; each is one or several that are joined."""

    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Mapping[str, str | Sequence[str]] | None) -> Columns:
        """Return what is given; raises `UsageError` for a field that is none."""
        named: dict[str, tuple[str, ...]] = {}
        for name, column in (given or {}).items():
            if name not in FIELDS:
                close = difflib.get_close_matches(name, FIELDS, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                raise UsageError(f"columns: there is no field {name!r}, only {', '.join(FIELDS)}{hint}")
            several = (column,) if isinstance(column, str) else tuple(column)
            if not several or not all(isinstance(each, str) and each for each in several):
                raise UsageError(f"columns: {name!r} takes the name of a column, or several, not {column!r}")
            named[name] = several
        return cls(named)

    @property
    def all_named(self) -> tuple[str, ...]:
        """All columns that the user named."""
        return tuple(column for several in self.named.values() for column in several)

    def check(self, available: Sequence[str]) -> None:
        """Raise `ReadError`, which lists the columns there are, if a named one is missing or none has the text."""
        for column in self.all_named:
            if column not in available:
                raise ReadError(f"there is no column {column!r}; {listed(available)}")
        self.found_in(available)

    def found_in(self, available: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the columns to take, by field: the named ones, and others of usual names if they are available.

        Raises `ReadError` if none is for the text.
        """
        found = dict(self.named)
        plain = {_plain(column): column for column in reversed(available) if column not in self.all_named}
        for name, usual in USUAL.items():
            match = next((plain[each] for each in usual if each in plain), None)
            if name not in found and match is not None:
                found[name] = (match,)
        if "text" not in found:
            raise ReadError(
                f"no column has a usual name for the text; {listed(available)}; name it: columns={{'text': …}}, or "
                "--columns text=…"
            )
        return found


def listed(available: Iterable[str]) -> str:
    """Return the columns there are, in words."""
    names = [each if len(each) < 40 else f"{each[:39]}…" for each in available]
    shown = ", ".join(map(repr, names[:30])) + (f" and {len(names) - 30} more" if len(names) > 30 else "")
    return f"the columns are {shown}" if names else "there are no columns"


def _plain(column: str) -> str:
    return re.sub(r"[\W_]+", "", column).lower()
