"""Plain-text tables that fit the width of the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import get_terminal_size

ROWS = 20
_GAP = "  "
_WIDEST = 28
_NARROWEST_LAST = 16


def shortened(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` characters, with an ellipsis if something is left out."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Return the rows under their header; columns that are empty throughout are left out, the last takes what is left.

    `width` is that of the terminal unless given.
    """
    width = width or get_terminal_size((110, 24)).columns
    last = len(header) - 1
    used = [column for column in range(len(header)) if column == last or any(row[column] for row in rows)]
    lines = [[header[column] for column in used], *([row[column] for column in used] for row in rows)]
    widths = [min(_WIDEST, max(len(line[column]) for line in lines)) for column in range(len(used) - 1)]
    widths.append(max(_NARROWEST_LAST, width - sum(widths) - len(_GAP) * len(widths)))
    return "\n".join(
        _GAP.join(shortened(cell, room).ljust(room) for cell, room in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: ``1 relation``, ``2,000 relations``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(counts: Mapping[str, int]) -> str:
    """Return counts in words: ``3 possible, 1 conditional``."""
    return ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
