"""Plain-text tables that fit the width of the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate, takewhile
from shutil import get_terminal_size

from relgraph.graph.visible import visible

ROWS = 20
_GAP = "  "
_WIDEST = 28
_NARROWEST_LAST = 16


def shortened(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` columns, with an ellipsis if something is left out."""
    line = visible(" ".join(text.split()))
    return line if _columns(line) <= width else f"{_cut(line, max(width - 1, 0)).rstrip()}…"


def shortened_around(text: str, start: int, end: int, width: int) -> str:
    """Return `text` on one line of at most `width` columns, cut so that what stands between two places is seen.

    The places may lie outside the text, as those of somebody's own evidence can.
    """
    start, end = min(start, len(text)), min(end, len(text))
    if _columns(shortened(text[:end], len(text) + 1)) < width:
        return shortened(text, width)
    room = max(0, (width - _columns(text[start:end]) - 2) // 2)
    first = start
    while first > 0 and start - first < room:
        first -= 1
    while first < start and not text[first - 1].isspace():
        first += 1
    return shortened(f"…{text[first:]}" if first > 0 else text, width)


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_column, text))


def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))


def _cut(text: str, width: int) -> str:
    """Return as much of the beginning of a text as there is room for."""
    ends = accumulate(map(_column, text))
    return text[: sum(1 for _ in takewhile(lambda end: end <= width, ends))]


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int | None = None,
    *,
    in_sight: Sequence[tuple[int, int]] = (),
) -> str:
    """Return the rows under their header; columns that are empty throughout are left out, the last takes what is left.

    `width` is that of the terminal unless given; `in_sight` has for each row what must be seen of its last cell.
    """
    width = width or get_terminal_size((110, 24)).columns
    last = len(header) - 1
    used = [column for column in range(len(header)) if column == last or any(row[column] for row in rows)]
    lines = [[header[column] for column in used], *([row[column] for column in used] for row in rows)]
    widths = [min(_WIDEST, max(_columns(line[column]) for line in lines)) for column in range(len(used) - 1)]
    widths.append(max(_NARROWEST_LAST, width - sum(widths) - len(_GAP) * len(widths)))
    for line, (start, end) in zip(lines[1:], in_sight, strict=False):
        line[-1] = shortened_around(line[-1], start, end, widths[-1])
    return "\n".join(
        _GAP.join(_filled(shortened(cell, room), room) for cell, room in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: ``1 relation``, ``2,000 relations``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(counts: Mapping[str, int]) -> str:
    """Return counts in words: ``3 possible, 1 conditional``."""
    return ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
