"""Words that a line end or invisible characters take apart: put together for the parser, and found again in the text.

A word that is broken at the end of a line ("Hez-", "bollah") becomes whole, and so does one with soft hyphens or
zero-width characters in it, or with accents that are characters of their own. So do the letters of a name that were set
apart: "U. S.". What is taken out comes back as blanks at the end of the line, so that the length stays and only the
offsets up to there shift; `Origin` undoes that.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from relgraph.model import Document, Span, trusted

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_LETTER = r"[^\W\d_]"
_GAP = re.compile(
    rf"(?<={_LETTER})(?P<hyphen>[-\u2010\u00ad])[ \t]*\r?\n[ \t]*(?={_LETTER})"
    rf"|(?<=\bU\.) (?=[SNK]\.)|(?<=\bE\.) (?=U\.)|(?<=\bD\.) (?=C\.)"
    rf"|[{_UNSEEN}]+|{_LETTER}(?P<accents>[\u0300-\u036f]+)"
)
_LINE = re.compile(r"\s*\n")
_LAST_WORD = re.compile(rf"{_LETTER}+\Z")
_FIRST_WORD = re.compile(rf"{_LETTER}+")
_LONGEST_WORD = 60


class Shift(NamedTuple):
    """A stretch of a joined text (end excluded) whose characters stand `by` further on in the original."""

    start: int
    end: int
    by: int


class Joined(NamedTuple):
    """A text with whole words, and where its characters come from. It is as long as the original."""

    text: str
    shifts: tuple[Shift, ...] = ()

    def inward(self, at: int) -> int:
        """Return where a character of the original stands in the joined text."""
        i = bisect_right(self.shifts, at, key=lambda shift: shift.start + shift.by) - 1
        return at - self.shifts[i].by if i >= 0 and at < self.shifts[i].end + self.shifts[i].by else at


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a parsed text comes from: it begins at `offset` of the document's text, which was joined with `shifts`."""

    document: Document
    offset: int = 0
    shifts: tuple[Shift, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of the document that two offsets of the parsed text mean; it must not be empty."""
        start, end = self._place(self.offset + start), self._place(self.offset + end - 1) + 1
        return trusted(Span, start=start, end=end, text=self.document.text[start:end])

    def _place(self, at: int) -> int:
        i = bisect_right(self.shifts, at, key=lambda shift: shift.start) - 1
        return at + self.shifts[i].by if i >= 0 and at < self.shifts[i].end else at


def join_words(text: str, common: Container[str] = (), endings: Container[str] = ()) -> Joined:
    """Return `text` with whole words.

    A hyphen at a line end stays where it belongs to the word: before a capital ("al-Sudani"), before one of `endings`
    ("Iran-backed"), between two words of `common`, or where the text has the hyphenated word elsewhere.
    """
    parts: list[str] = []
    shifts: list[Shift] = []
    done = owed = 0
    lower: str | None = None
    for gap in _GAP.finditer(text):
        lower = text.lower() if lower is None else lower
        kept = _kept(gap, text, lower, common, endings)
        owed = _add(text[done : gap.start()] + kept, done, owed, parts, shifts) + len(gap[0]) - len(kept)
        done = gap.end()
    if not parts:
        return Joined(text)
    parts.append(" " * _add(text[done:], done, owed, parts, shifts))
    return Joined("".join(parts), tuple(shifts))


def _add(piece: str, start: int, owed: int, parts: list[str], shifts: list[Shift]) -> int:
    """Add a piece that began at `start`, with the blanks that are owed at its line end; return how many still are."""
    if owed and piece:
        line = _LINE.search(piece)
        length = line.start() if line else len(piece)
        shifts.append(Shift(start - owed, start - owed + length, owed))
        if line:
            piece = piece[:length] + " " * owed + piece[length:]
            owed = 0
    parts.append(piece)
    return owed


def _kept(gap: re.Match[str], text: str, lower: str, common: Container[str], endings: Container[str]) -> str:
    """Return what stays of a gap: the hyphen if it is the word's own, a letter with its accents as one character."""
    if gap["accents"]:
        whole = unicodedata.normalize("NFC", gap[0])
        return whole if len(whole) < len(gap[0]) else gap[0]
    return "-" if gap["hyphen"] and _is_own(gap, text, lower, common, endings) else ""


def _is_own(gap: re.Match[str], text: str, lower: str, common: Container[str], endings: Container[str]) -> bool:
    """Tell whether the hyphen at a line end is the word's own."""
    before = _LAST_WORD.search(text[max(0, gap.start() - _LONGEST_WORD) : gap.start()])
    after = _FIRST_WORD.match(text, gap.end())
    if gap["hyphen"] == "\u00ad" or before is None or after is None:
        return False
    first, second = before[0].lower(), after[0].lower()
    whole = first + second
    if whole in common or re.search(rf"\b{whole}\b", lower):
        return False
    if after[0][0].isupper() or second in endings or re.search(rf"\b{first}-{second}\b", lower):
        return True
    return first in common and second in common
