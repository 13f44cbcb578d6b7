"""Lines: the runs of a page joined where they belong together, with note marks and rises dealt with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from relgraph.readers.paged.glyphs import Run
from relgraph.readers.paged.words import is_word

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None, "\u200b": None}
)
_NOTE_MARK = re.compile(
    r"^(?:\[?\d{1,3}[\])]?|[*∗†‡§¶‖]{1,3}|[ivx]{1,4}\)?|[a-z]\)?)(?:\s?[,;–-]\s?(?:\d{1,3}|[*∗†‡§¶]+))*$"
)
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcm]?m|ft|CO|10)$")
_ORDINAL = re.compile(r"\d$")


class Cell(NamedTuple):
    """A part of a line between wide gaps."""

    left: float
    right: float
    text: str


@dataclass(slots=True)
class Line:
    """One line of text of one column, or a part of it with a wide gap at its side; `top` counts down the page."""

    left: float
    right: float
    top: float
    size: float
    bold: bool
    text: str
    mark: str = ""
    """The raised number or sign that it begins with, as footnotes do."""
    cells: tuple[Cell, ...] = ()
    """Its parts, if wide gaps separate them."""


@dataclass(slots=True)
class Page:
    """One page: its lines in the order of the file, and what could not be read as such."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    is_image: bool = False


def make_page(number: int, width: float, height: float, runs: Sequence[Run], is_image: bool) -> Page:
    """Return the page that runs make."""
    shown = [run for run in runs if run[5].strip()]
    if not shown:
        return Page(number, width, height, [], is_image)
    return Page(number, width, height, _with_initials(_joined(_lines(shown))))


def body_size(pages: Iterable[Page]) -> float:
    """Return the size of type in which most of the text is."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 4) / 4] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _lines(runs: Sequence[Run]) -> list[Line]:
    """Return the runs as lines; a raised number is taken off the word before it."""
    lines: list[Line] = []
    waiting: Line | None = None  # a raised mark that stands before its line
    for left, right, baseline, size, bold, text in runs:
        line = Line(left, right, -baseline, size, bold, text.translate(_LIGATURES))
        if waiting is not None:
            if _stands_raised(waiting, line) and -0.5 * line.size < line.left - waiting.right < 2 * line.size:
                line.mark, line.left = waiting.text.strip(), waiting.left
            else:
                lines.append(waiting)
            waiting = None
        before = lines[-1] if lines else None
        if before is not None and _touches(before, line):
            if _stands_raised(line, before):
                _take_raised(before, line)
                continue
            if abs(line.top - before.top) <= 0.12 * before.size or _stands_lowered(line, before):
                _append(before, line)
                continue
        if _NOTE_MARK.match(line.text.strip()) and len(line.text.strip()) <= 4:
            waiting = line
            continue
        lines.append(line)
    if waiting is not None:
        lines.append(waiting)
    return lines


def _touches(before: Line, line: Line, reach: float = 0.35) -> bool:
    return -1.3 * before.size < line.left - before.right < reach * max(before.size, line.size)


def _stands_raised(small: Line, line: Line) -> bool:
    rise = line.top - small.top
    return 0.45 * line.size < small.size < 0.85 * line.size and 0.12 * line.size < rise < 0.8 * line.size


def _stands_lowered(small: Line, line: Line) -> bool:
    return 0.45 * line.size < small.size < 0.85 * line.size and 0.0 < small.top - line.top < 0.4 * line.size


def _take_raised(line: Line, raised: Line) -> None:
    mark = raised.text.strip()
    if not _NOTE_MARK.match(mark) or _UNIT.search(line.text) or (_ORDINAL.search(line.text) and mark.isalpha()):
        line.text += raised.text
    elif raised.text.endswith(" ") and not line.text.endswith(" "):
        line.text += " "
    line.right = max(line.right, raised.right)


def _append(line: Line, following: Line) -> None:
    gap = following.left - line.right
    spaced = line.text.endswith(" ") or following.text.startswith(" ") or gap < 0.2 * line.size
    line.text += following.text if spaced else f" {following.text}"
    line.bold = line.bold and following.bold
    line.size = max(line.size, following.size)
    line.right = max(line.right, following.right)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those joined that lie close together though the file has them apart."""
    found: list[Line] = []
    large = 1.25 * body_size([Page(0, 0.0, 0.0, list(lines))])
    for line in sorted(lines, key=lambda line: (round(line.top), line.left)):
        # a heading may be spaced out, and is no row of a table
        before = next(
            (
                other
                for other in reversed(found[-8:])
                if abs(other.top - line.top) < 0.2 * line.size
                and _touches(other, line, 1.2 if min(line.size, other.size) > large else 0.35)
            ),
            None,
        )
        if before is None:
            found.append(line)
        else:
            _append(before, line)
    for line in found:
        line.text = " ".join(line.text.split())
    return [line for line in found if line.text]


def _with_initials(lines: list[Line]) -> list[Line]:
    """Return the lines with large first letters, that stand beside two or more lines, put before their words."""
    kept = []
    for initial in lines:
        beside = _beside(initial, lines) if len(initial.text) == 1 and initial.text.isupper() else []
        if not beside:
            kept.append(initial)
            continue
        first = min(beside, key=lambda line: line.top)
        word = re.match(r"[^\W\d_]*", first.text)
        alone = initial.text in "AI" and word is not None and not is_word((initial.text + word[0]).lower())
        first.text = f"{initial.text}{' ' * alone}{first.text}"
        for line in beside:
            line.left = initial.left
    return kept


def _beside(initial: Line, lines: Sequence[Line]) -> list[Line]:
    return [
        line
        for line in lines
        if initial.size > 1.6 * line.size
        and -0.3 * line.size < line.left - initial.right < 1.5 * line.size
        and -0.95 * initial.size < line.top - initial.top < 0.1 * line.size
    ]
