"""Numbers as bars and sparklines made of characters."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from relgraph.display.terminal.console import FRIENDLY, HOSTILE

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "·▁▂▃▄▅▆▇█"


def bar(number: int, most: int, width: int) -> str:
    """Return a bar as long as a number is beside the largest one, which has `width` columns; any number is seen."""
    if number <= 0 or most <= 0:
        return ""
    eighths = max(1, round(8 * width * number / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def balance_bar(friendly: int, hostile: int, most: int, width: int) -> Text:
    """Return a bar of what is friendly and what is hostile, in different shades since colours may be missing."""
    lengths = (max(number > 0, round(width * number / most)) for number in (friendly, hostile))
    return Text.assemble(*zip(("█" * next(lengths), "░" * next(lengths)), (FRIENDLY, HOSTILE), strict=True))


def sparkline(numbers: Sequence[int], most: int | None = None) -> str:
    """Return a column for each number, as high as it is beside the largest; nothing is a dot, anything is seen."""
    most = most or max(numbers, default=0)
    return "".join(
        _HEIGHTS[min(8, max(1, round(8 * number / most)))] if number > 0 else _HEIGHTS[0] for number in numbers
    )
