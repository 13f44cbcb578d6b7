"""The camps of a signed graph, and the ties between and within them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from math import asin, cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch

from relgraph.display.plots import canvas, look
from relgraph.display.plots.labels import Curve, Labels, Point, middle_of
from relgraph.graph.camps import Camps
from relgraph.graph.table import counted

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.legend import Legend

_DOT = 4.0
_ROOM = 0.75
"""How far a member is from the next, and a camp from its outermost member, in units of the picture."""

_GAP = 1.0
_GOLDEN = pi * (3 - sqrt(5))
_BEND = 0.12
_EDGE = 0.7
_FEW = 6
_FEW_CAMPS = 3
_COLOURS = {1: look.FRIENDLY, -1: look.HOSTILE}
_DASHES = {1: "-", -1: (0, (3, 1.2))}
_MARK: dict[str, Any] = {
    "marker": "X",
    "markersize": 9,
    "markerfacecolor": "white",
    "markeredgecolor": "black",
    "markeredgewidth": 1.1,
    "zorder": 4,
}


class Disc(NamedTuple):
    """Where a camp is drawn."""

    centre: Point
    radius: float


class Line(NamedTuple):
    """The friendly or the hostile relations of a pair."""

    one: str
    other: str
    number: int
    sign: int
    against: bool


def plot_balance(camps: Camps, ax: Axes | None, most: int) -> Axes:
    """Draw the camps; `Plotted.plot_balance` explains it."""
    canvas.check_most(most)
    if not camps:
        return canvas.nothing_drawn(ax, "no relation that is found is friendly or hostile", camps.notes)
    ax = canvas.axes_to_draw_on(ax, 10, 7.5)
    lines = _lines(camps)
    drawn = sorted(lines, key=lambda line: (-line.number, line.against))[:most]
    members = _members(camps, drawn)
    discs = _discs([len(ids) for ids in members.values()])
    points: dict[str, Point] = {}
    for ids, disc in zip(members.values(), discs, strict=True):
        points.update(zip(ids, _places(disc, len(ids)), strict=True))
    canvas.without_axes(ax)
    canvas.explained(ax, camps.title, *_left_out(camps, lines, drawn, points), camps.notes)
    ax.set_aspect("equal")
    blocks = _name_discs(ax, members, discs)
    curves = _draw(ax, points, drawn)
    legend = canvas.legend_at_the_right(ax, _legend(drawn))
    names = [look.label(actor.name) for camp in camps for actor in camp.members if actor.id in points]
    labels = Labels(ax, list(points.values()), names, _DOT, partial(_limits, ax, discs, legend))
    labels.keep_off(curves, [legend, *blocks])
    return ax


def _lines(camps: Camps) -> list[Line]:
    """Return the friendly and the hostile relations of each pair."""
    camp_of = {actor.id: camp.number for camp in camps for actor in camp.members}
    found = []
    for dyad in camps.dyads:
        inside = camp_of[dyad.one.id] == camp_of[dyad.other.id]
        for sign, relations in ((1, dyad.friendly), (-1, dyad.hostile)):
            if relations:
                found.append(Line(dyad.one.id, dyad.other.id, len(relations), sign, inside == (sign < 0)))
    return found


def _members(camps: Camps, lines: Sequence[Line]) -> dict[int, list[str]]:
    """Return the ids of the actors that have lines, by the numbers of their camps."""
    kept = {id_ for line in lines for id_ in (line.one, line.other)}
    found = {camp.number: [actor.id for actor in camp.members if actor.id in kept] for camp in camps}
    return {camp: ids for camp, ids in found.items() if ids}


def _discs(sizes: Sequence[int]) -> list[Disc]:
    """Return a disc for each camp: in a ring, around the largest one if it is larger than all others together."""
    radii = [_ROOM + _ROOM * sqrt(size - 1) * 1.15 for size in sizes]
    if len(radii) == 1:
        return [Disc((0.0, 0.0), radii[0])]
    middle = 1 if len(radii) > _FEW_CAMPS and radii[0] * 1.6 > sum(radii[1:]) else 0
    ring = radii[middle:]
    reach = [radius + _GAP / 2 for radius in ring]
    least = radii[0] + _GAP + max(ring) if middle else max(reach)
    far = max(least, _ring(reach))
    # What room is left is shared out, so that the ring closes.
    halves = [asin(min(1.0, radius / far)) for radius in reach]
    spare = (2 * pi - 2 * sum(halves)) / len(ring)
    discs, angle = [Disc((0.0, 0.0), radii[0])][:middle], pi + halves[0] + spare / 2
    for radius, half in zip(ring, halves, strict=True):
        angle -= half + spare / 2
        discs.append(Disc((far * cos(angle), far * sin(angle)), radius))
        angle -= half + spare / 2
    return discs


def _ring(radii: Sequence[float]) -> float:
    """Return how large a ring must be for discs of some radii to stand side by side on it."""
    low, high = max(radii), sum(radii) + max(radii)
    for _ in range(60):
        middle = (low + high) / 2
        if 2 * sum(asin(min(1.0, radius / middle)) for radius in radii) > 2 * pi:
            low = middle
        else:
            high = middle
    return high


def _places(disc: Disc, number: int) -> list[Point]:
    """Return places in a disc, from its middle outwards as the seeds of a sunflower stand (Vogel 1979)."""
    (x, y), radius = disc
    if number == 1:
        return [(x, y)]
    inner = radius - _ROOM * 0.8
    if number <= _FEW:
        angles = [pi + 2 * pi * place / number for place in range(number)]
        return [(x + inner * cos(angle), y + inner * sin(angle)) for angle in angles]
    return [
        (
            x + inner * sqrt((place + 0.5) / (number - 0.5)) * cos(place * _GOLDEN),
            y + inner * sqrt((place + 0.5) / (number - 0.5)) * sin(place * _GOLDEN),
        )
        for place in range(number)
    ]


def _name_discs(ax: Axes, members: Mapping[int, Sequence[str]], discs: Sequence[Disc]) -> list[Artist]:
    """Draw the discs and return their names."""
    names: list[Artist] = []
    for number, disc in zip(members, discs, strict=True):
        face = {"facecolor": ("0.5", 0.12), "edgecolor": "0.6", "linewidth": 0.8, "zorder": 0}
        ax.add_patch(Circle(disc.centre, disc.radius, **face))
        below = disc.centre[0], disc.centre[1] - disc.radius
        text: dict[str, Any] = {"ha": "center", "va": "top", "fontsize": canvas.SMALL, "color": "0.45"}
        name = ax.annotate(f"camp {number}", below, (0, -2), textcoords="offset points", **text)
        name.set_in_layout(False)
        names.append(name)
    return names


def _draw(ax: Axes, points: Mapping[str, Point], lines: Sequence[Line]) -> list[Curve]:
    most = max(line.number for line in lines)
    curves = []
    for line in lines:
        curve = points[line.one], points[line.other], line.sign * _BEND
        ax.add_patch(_patch(line, curve, most))
        if line.against:
            x, y = middle_of(curve)
            ax.plot([x], [y], **_MARK)
        curves.append(curve)
    canvas.dots(ax, list(points.values()), _DOT)
    return curves


def _patch(line: Line, curve: Curve, most: int) -> FancyArrowPatch:
    return FancyArrowPatch(
        *curve[:2],
        arrowstyle="-",
        connectionstyle=f"arc3,rad={curve[2]}",
        linewidth=look.line_width(line.number, most),
        linestyle=_DASHES[line.sign],
        color=_COLOURS[line.sign],
        alpha=0.95 if line.against else 0.6,
        shrinkA=_DOT,
        shrinkB=_DOT,
        zorder=3 if line.against else 2,
    )


def _legend(lines: Sequence[Line]) -> list[Artist]:
    entries: list[Artist] = []
    for sign, word in ((1, "friendly"), (-1, "hostile")):
        if total := sum(line.number for line in lines if line.sign == sign):
            look_of_it: dict[str, Any] = {"color": _COLOURS[sign], "linestyle": _DASHES[sign], "linewidth": 3}
            entries.append(Line2D([], [], label=f"{word} ({total:,})", **look_of_it))
    if against := sum(line.number for line in lines if line.against):
        entries.append(Line2D([], [], linestyle="", label=f"goes against the camps ({against:,})", **_MARK))
    return [*entries, *look.widths_legend(line.number for line in lines)] if lines else entries


def _left_out(camps: Camps, lines: Sequence[Line], drawn: Sequence[Line], points: Mapping[str, Point]) -> list[str]:
    if len(drawn) == len(lines):
        return []
    rest = sum(map(len, camps)) - len(points)
    actors = f" and {counted(rest, 'actor')}" if rest else ""
    return [f"left out: {counted(len(lines) - len(drawn), 'weaker tie')}{actors}"]


def _limits(ax: Axes, discs: Sequence[Disc], legend: Legend) -> None:
    """Set limits in which circles are round, and which leave the legend its room at the right."""
    left, bottom = (min(disc.centre[side] - disc.radius for disc in discs) - _EDGE for side in (0, 1))
    right, top = (max(disc.centre[side] + disc.radius for disc in discs) + _EDGE for side in (0, 1))
    box = canvas.room_of(ax)
    free = max(box.width - legend.get_window_extent().width, 0.4 * box.width)
    a_pixel = max((right - left) / free, (top - bottom) / box.height)
    start = (left + right) / 2 - free * a_pixel / 2
    middle = (bottom + top) / 2
    ax.set(
        xlim=(start, start + box.width * a_pixel),
        ylim=(middle - box.height * a_pixel / 2, middle + box.height * a_pixel / 2),
    )
