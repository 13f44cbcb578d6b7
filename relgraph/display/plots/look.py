"""How families, signs and numbers look.

The colours are those of Okabe and Ito (2008: Color universal design), which people with any kind of colour vision tell
apart, each as near as can be to what notebooks show for the family; friendly and hostile ties differ in dashes, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING

from matplotlib import rcParams
from matplotlib.lines import Line2D

from relgraph.display.html.style import family_look
from relgraph.graph.table import shortened
from relgraph.graph.visible import UNSEEN

if TYPE_CHECKING:
    from matplotlib.artist import Artist

_COLOURS = {
    "family1": "#009e73",
    "family2": "#0072b2",
    "family3": "#e69f00",
    "family4": "#cc79a7",
    "family5": "#d55e00",
    "family6": "#56b4e9",
    "family7": "#882255",
    "family8": "#999933",
    "family9": "#4d5561",
}
FRIENDLY, HOSTILE = _COLOURS["family1"], _COLOURS["family5"]
_THIN, _WIDE = 1.0, 6.5
_NAME = 30


def family_colour(family: str) -> str:
    """Return the colour of a family."""
    return _COLOURS[family_look(family)]


def label(name: str, width: int = _NAME) -> str:
    """Return a name as it can stand in a picture: short, on one line, and no formula of matplotlib's.

    What is not seen is shown by the one sign for it that fonts have.
    """
    return shortened(UNSEEN.sub("\ufffd", name), width).replace("$", r"\$")


def line_width(number: int, most: int) -> float:
    """Return how wide a line is for a number of relations, in points: its area grows with the number."""
    return _THIN if most <= 1 else _THIN + (_WIDE - _THIN) * (sqrt(number) - 1) / (sqrt(most) - 1)


def families_legend(counts: Mapping[str, int]) -> list[Artist]:
    """Return the entries of a legend for families with their numbers of relations."""
    return [
        Line2D([], [], color=family_colour(family), linewidth=4, label=f"{label(family)} ({number:,})")
        for family, number in counts.items()
    ]


def widths_legend(numbers: Iterable[int]) -> list[Artist]:
    """Return the entries of a legend for the widths of lines: the least and most relations, and one between."""
    found = sorted(set(numbers))
    most = found[-1]
    middle = min(found, key=lambda number: abs(sqrt(number) - (1 + sqrt(most)) / 2))
    return [
        Line2D([], [], color=rcParams["text.color"], alpha=0.3, linewidth=line_width(number, most), label=f"{number:,}")
        for number in sorted({found[0], middle, most})
    ]
