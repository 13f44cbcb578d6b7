"""Labels of points that cover neither each other nor the points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy
from matplotlib.artist import Artist
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox, Transform

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase

Point = tuple[float, float]
Curve = tuple[Point, Point, float]
"""From where to where, and how far it bends, as ``arc3`` of matplotlib takes it."""

_DISTANCES = (2.0, 8.0, 16.0, 26.0, 40.0, 60.0, 85.0)
_SIDES = (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 5, 11, 13)
"""Directions in sixteenths of a turn, to the right first: names read on from their points."""

_FAR = 20.0
_PAD = 1.5
_STEP = 5.0


Boxes = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]
"""Boxes in pixels, a row each: left, bottom, right and top."""


class Room(NamedTuple):
    """Where labels may stand: the whole room, what is taken, the points of lines, and how many pixels a point is."""

    whole: Bbox
    taken: list[Bbox]
    lines: list[Point]
    scale: float

    def costs(self, boxes: Boxes) -> Boxes:
        """Return how many points of lines each box covers, infinite for those that cover something or stick out."""
        x0, y0, x1, y1 = boxes.T[:, :, None]
        taken = numpy.array([box.extents for box in self.taken]).reshape(-1, 4)
        left, low, right, high = taken.T[:, None]
        covers = ((x0 < right) & (left < x1) & (y0 < high) & (low < y1)).any(axis=1)
        whole = self.whole
        out = ((x0 < whole.x0) | (x1 > whole.x1) | (y0 < whole.y0) | (y1 > whole.y1)).any(axis=1)
        x, y = numpy.array(self.lines).reshape(-1, 2).T[:, None]
        crossed = ((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)).sum(axis=1)
        return numpy.where(covers | out, numpy.inf, crossed.astype(float))


class Labels(Artist):
    """Labels of points, which are put in their places whenever they are drawn: the size of a figure may change.

    A label keeps clear of points and of labels before it, and of lines as far as it can; one that stands away from its
    point is tied to it by a thin line. What finds no place at all is not shown, nor is that of a point out of sight.
    `fit` sets the limits of the axes as their size asks for.
    """

    def __init__(
        self, ax: Axes, points: Sequence[Point], names: Sequence[str], radius: float, fit: Callable[[], None]
    ) -> None:
        super().__init__()
        self._fit = fit
        self._fitted: tuple[Any, ...] = ()
        self._points = points
        self._radius = radius
        self._curves: list[Curve] = []
        self._blocks: list[Artist] = []
        self._before: tuple[Any, ...] = ()
        halo = [withStroke(linewidth=2.5, foreground=ax.get_facecolor())]
        self.texts = [
            ax.annotate(
                name,
                point,
                (0, 0),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize="small",
                zorder=6,
                path_effects=halo,
                arrowprops={"arrowstyle": "-", "color": "0.5", "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0},
            )
            for name, point in zip(names, points, strict=True)
        ]
        for text in self.texts:
            text.set_in_layout(False)
        self.set_in_layout(False)
        ax.add_artist(self)
        self.set_zorder(-1)  # before the texts, which it puts in their places

    def keep_off(self, curves: Iterable[Curve] = (), blocks: Iterable[Artist] = ()) -> None:
        """Keep off some curves as far as possible, and off some blocks in any case."""
        self._curves.extend(curves)
        self._blocks.extend(blocks)

    def draw(self, renderer: RendererBase, *args: object, **keywords: object) -> None:
        """Put the labels in their places; the axes draw them."""
        axes, figure = self.axes, self.get_figure(root=True)
        if axes is None or figure is None or not self.get_visible():
            return
        scale = figure.get_dpi() / 72
        sizes = tuple(_size_of(text, renderer) for text in self.texts)
        size = (scale, *axes.get_position(original=True).bounds, *figure.get_size_inches())
        if size != self._fitted:  # but not if somebody zooms in
            self._fit()
            axes.apply_aspect()
            self._fitted = size
        room = axes.get_window_extent()
        state = (scale, sizes, tuple(room.bounds), tuple(axes.viewLim.bounds))
        if state != self._before:
            blocks = [block.get_window_extent(renderer) for block in self._blocks]
            self._place(Room(room, blocks, [], scale), axes.transData, sizes)
            self._before = state

    def _place(self, room: Room, pixels: Transform, sizes: Sequence[Point]) -> None:
        at = [_pixel(pixels, point) for point in self._points]
        radius = self._radius * room.scale
        room.taken.extend(_box(point, (0.0, 0.0), radius) for point in at)
        room.lines.extend(point for curve in self._curves for point in _along(pixels, curve))
        for text, (x, y), size in zip(self.texts, at, sizes, strict=True):
            found = _best(room, (x, y), radius, size) if room.whole.contains(x, y) else None
            text.set_visible(found is not None)
            if found is not None:
                middle, far = found
                text.set_position(((middle[0] - x) / room.scale, (middle[1] - y) / room.scale))
                room.taken.append(_box(middle, size, _PAD * room.scale))
                if text.arrow_patch is not None:
                    text.arrow_patch.set_visible(far)


def _size_of(text: Annotation, renderer: RendererBase) -> Point:
    shown = text.get_visible()
    text.set_visible(True)  # what is not seen has no size
    box = Text.get_window_extent(text, renderer)
    text.set_visible(shown)
    return float(box.width), float(box.height)


def _best(room: Room, point: Point, radius: float, size: Point) -> tuple[Point, bool] | None:
    """Return the middle of the best free place for a label of a size, and whether it is far from its point."""
    tried = list(product(_DISTANCES, range(len(_SIDES))))
    middles = [
        _beside(point, radius + distance * room.scale, size, 2 * pi * _SIDES[side] / len(_SIDES))
        for distance, side in tried
    ]
    costs = room.costs(numpy.array([_box(middle, size, 0.0).extents for middle in middles]))
    costs += [distance / 4 + side / 40 for distance, side in tried]
    best = int(costs.argmin())
    return (middles[best], tried[best][0] > _FAR) if numpy.isfinite(costs[best]) else None


def _pixel(pixels: Transform, point: Point) -> Point:
    x, y = pixels.transform(point)
    return float(x), float(y)


def _beside(point: Point, away: float, size: Point, angle: float) -> Point:
    """Return the middle of a box that stands in a direction from a point, its edge so far away."""
    x, y = cos(angle), sin(angle)
    return point[0] + away * x + size[0] / 2 * _eased(x), point[1] + away * y + size[1] / 2 * _eased(y)


def _eased(part: float) -> float:
    """Return how far a box moves aside: fully in the main directions, where it is centred on the other axis."""
    return max(-1.0, min(1.0, 1.4 * part)) if abs(part) > 1e-9 else 0.0


def _box(middle: Point, size: Point, pad: float) -> Bbox:
    x, y, width, height = *middle, size[0] / 2 + pad, size[1] / 2 + pad
    return Bbox.from_extents(x - width, y - height, x + width, y + height)


def _along(pixels: Transform, curve: Curve) -> list[Point]:
    """Return points along a curve, in pixels."""
    (x0, y0), (x1, y1) = (_pixel(pixels, end) for end in curve[:2])
    bend = curve[2]
    middle = (x0 + x1) / 2 + bend * (y1 - y0), (y0 + y1) / 2 - bend * (x1 - x0)
    pieces = max(2, round(hypot(x1 - x0, y1 - y0) / _STEP))
    return [_between((x0, y0), middle, (x1, y1), piece / pieces) for piece in range(1, pieces)]


def _between(start: Point, middle: Point, end: Point, part: float) -> Point:
    """Return a point of the curve that matplotlib's ``arc3`` draws."""
    a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
    return a * start[0] + b * middle[0] + c * end[0], a * start[1] + b * middle[1] + c * end[1]


def middle_of(curve: Curve) -> Point:
    """Return the middle of a curve where a unit is as long upwards as to the right."""
    (x0, y0), (x1, y1), bend = curve
    middle = (x0 + x1) / 2 + bend * (y1 - y0), (y0 + y1) / 2 - bend * (x1 - x0)
    return _between((x0, y0), middle, (x1, y1), 0.5)
