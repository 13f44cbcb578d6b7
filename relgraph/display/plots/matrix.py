"""Who does it to whom: a heat map of sources and targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy
from matplotlib import rcParams
from matplotlib.colors import LinearSegmentedColormap, PowerNorm, to_rgb

from relgraph.display.plots import canvas, look
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.query import Relations
from relgraph.graph.table import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from relgraph.graph.names import Names

_CELL, _LETTER = 0.42, 0.09
"""How large a cell and how wide a letter is, in inches."""

_NARROW = 13.0
_DARK = 0.55
_NEUTRAL = "#0072b2"
_TYPES = 4


def plot_matrix(names: Names, relations: Relations, ax: Axes | None, most: int) -> Axes:
    """Draw who does it to whom; `Plotted.plot_matrix` explains it."""
    canvas.check_most(most)
    counts, types = _counts(relations)
    if not counts:
        return canvas.nothing_drawn(ax, canvas.NONE, canvas.set_aside(relations))
    actors = names.content.actors
    totals: Counter[str] = Counter()
    for (source, target), number in counts.items():
        totals.update({source: number, target: number})
    ranked = sorted(totals, key=lambda id_: (-totals[id_], actors[id_].name, id_))
    if ax is not None:
        canvas.axes_to_draw_on(ax, 0, 0)
        canvas.laid_out(ax)
        most = min(most, max(1, int(min(canvas.width_in_points(ax), canvas.height_in_points(ax)) / _NARROW)))
    shown = _strongest(counts, ranked, most)
    rows, columns = ([id_ for id_ in ranked if any(pair[side] == id_ for pair in shown)] for side in (0, 1))
    told = [[look.label(actors[id_].name) for id_ in side] for side in (rows, columns)]
    wide, long = (_LETTER * max(map(len, side)) for side in told)
    ax = canvas.axes_to_draw_on(
        ax, max(5, 1.2 + wide + _CELL * len(columns) + 0.7 * long), max(2.5, 1.4 + _CELL * len(rows) + 0.7 * long)
    )
    _draw(ax, shown, rows, columns, _colours(types))
    ax.set_yticks(range(len(told[0])), told[0])
    ax.set_xticks(range(len(told[1])), told[1], rotation=45, ha="left", rotation_mode="anchor")
    canvas.explained(ax, *_notes(types, shown, counts), canvas.set_aside(relations))
    return ax


def _counts(relations: Relations) -> tuple[dict[tuple[str, str], int], Counter[str]]:
    """Return how many relations go from whom to whom, a mutual one both ways, and how many there are of each type."""

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[str, str, str, bool]]:
        return ((hit.source, hit.target, facts.type(hit.relation), facts.symmetric(hit.relation)),)

    counts: Counter[tuple[str, str]] = Counter()
    types: Counter[str] = Counter()
    for (source, target, type, symmetric), places in relations.places_by(keys).items():
        if source == target:
            continue
        types[type] += len(places)
        counts[source, target] += len(places)
        if symmetric:
            counts[target, source] += len(places)
    return dict(counts), types


def _strongest(counts: Mapping[tuple[str, str], int], ranked: Sequence[str], most: int) -> dict[tuple[str, str], int]:
    """Return the numbers between the first actors, or else the greatest number, so that there is something to see."""
    kept = set(ranked[:most])
    found = {pair: number for pair, number in counts.items() if kept.issuperset(pair)}
    if not found:
        pair = max(counts, key=lambda pair: counts[pair])
        found = {pair: counts[pair]}
    return found


def _colours(types: Mapping[str, int]) -> LinearSegmentedColormap:
    """Return colours from next to white to that of the family, or to blue if there are several."""
    families = {type.partition(".")[0] for type in types}
    full = to_rgb(look.family_colour(families.pop()) if len(families) == 1 else _NEUTRAL)
    light = [1 - (1 - part) * 0.12 for part in full]
    return LinearSegmentedColormap.from_list("relgraph", [light, full])


def _draw(
    ax: Axes,
    shown: Mapping[tuple[str, str], int],
    rows: Sequence[str],
    columns: Sequence[str],
    colours: LinearSegmentedColormap,
) -> None:
    cells = numpy.full((len(rows), len(columns)), numpy.nan)
    for (source, target), number in shown.items():
        cells[rows.index(source), columns.index(target)] = number
    norm = PowerNorm(0.5, vmin=0, vmax=max(shown.values()))
    ax.imshow(cells, cmap=colours, norm=norm, aspect="auto")
    for (source, target), number in shown.items():
        red, green, blue, _ = colours(norm(number))
        dark = 0.299 * red + 0.587 * green + 0.114 * blue < _DARK
        at = columns.index(target), rows.index(source)
        ax.text(*at, f"{number:,}", ha="center", va="center", color="white" if dark else "black", fontsize=canvas.SMALL)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.spines[:].set(color=rcParams["grid.color"], linewidth=0.6)
    # Lines between the cells, so that the eye finds the row of a name.
    for side, size in ((ax.xaxis, len(columns)), (ax.yaxis, len(rows))):
        side.set_ticks([place - 0.5 for place in range(size + 1)], minor=True)
    ax.grid(which="minor", color=rcParams["grid.color"], linewidth=0.6)
    ax.grid(which="major", visible=False)
    ax.tick_params(which="minor", length=0)
    ax.set_ylabel("who")
    ax.set_title("to whom", fontsize=rcParams["axes.labelsize"])


def _notes(
    types: Mapping[str, int],
    shown: Mapping[tuple[str, str], int],
    counts: Mapping[tuple[str, str], int],
) -> list[str]:
    what = ", ".join(look.label(type) for type, _ in Counter(types).most_common(_TYPES))
    more = f" and {len(types) - _TYPES} more types" if len(types) > _TYPES else ""
    notes = [f"numbers of relations: {what}{more}"]
    if any((target, source) in counts for source, target in counts):
        notes.append("what is mutual counts both ways")
    if len(shown) < len(counts):
        actors = {id_ for pair in counts for id_ in pair} - {id_ for pair in shown for id_ in pair}
        notes.append(f"left out: {counted(len(actors), 'actor')} with fewer")
    return notes
