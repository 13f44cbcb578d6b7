"""Where pictures are drawn: on axes that are given, or on a figure of their own that pyplot knows nothing of."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from relgraph.errors import UsageError
from relgraph.graph.query import Relations
from relgraph.graph.table import listed

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.legend import Legend
    from matplotlib.transforms import Bbox

SMALL = "small"
NONE = "no relation meets the conditions"
_PIXELS = 2
"""Pixels of a notebook's picture for each that it takes up there, so that it is sharp on any screen."""


class PlotAxes(Axes):
    """Axes of a figure of its own, which a notebook shows though pyplot does not know it."""

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        figure = self.get_figure(root=True)
        assert figure is not None
        dpi, stream = figure.get_dpi(), BytesIO()
        figure.savefig(stream, format="png", dpi=_PIXELS * dpi)
        width, height = (round(inches * dpi) for inches in figure.get_size_inches())
        return stream.getvalue(), {"width": width, "height": height}


def axes_to_draw_on(ax: Axes | None, width: float, height: float) -> Axes:
    """Return the given axes, or those of a new figure of a width and height in inches; raises `UsageError`."""
    if ax is None:
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        return figure.add_subplot(axes_class=PlotAxes)
    if not isinstance(ax, Axes) or ax.get_figure() is None:
        raise UsageError(f"ax={ax!r} is no Axes of matplotlib; give those of `plt.subplots()`, or nothing")
    return ax


def laid_out(ax: Axes) -> None:
    """Let the figure put everything in its place, so that it can be measured."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()


def without_axes(ax: Axes) -> None:
    """Take away the ticks and the frame; the label below stays."""
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)


def explained(ax: Axes, *notes: str) -> None:
    """Write below the axes what is drawn and what is left out, in lines as long as the axes are wide."""
    ax.set_xlabel("")
    laid_out(ax)
    told = "; ".join(filter(None, notes))
    text = ax.set_xlabel(told, loc="left", fontsize=SMALL, in_layout=False)
    characters = int(ax.get_window_extent().width / measured(text) * len(told))
    text.set(text=fill(told, max(characters, 20)), in_layout=True)
    laid_out(ax)


def nothing_drawn(ax: Axes | None, why: str, *notes: str) -> Axes:
    """Say in the middle of the axes that there is nothing to draw, and why."""
    ax = axes_to_draw_on(ax, 9, 1.6)
    without_axes(ax)
    lines = "\n".join(filter(None, (f"Nothing to draw: {why}", *notes)))
    ax.text(0.5, 0.5, lines, transform=ax.transAxes, ha="center", va="center", wrap=True)
    return ax


def set_aside(relations: Relations) -> str:
    """Return in words what is set aside of the relations; empty if nothing is."""
    aside = listed(relations.set_aside)
    return f"set aside: {aside}" if aside else ""


def check_most(most: int) -> None:
    """Raise `UsageError` if a number of things to draw is none."""
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise UsageError(f"most={most!r} is no whole number from 1")


def width_in_points(ax: Axes) -> float:
    """Return how wide the axes are, in points."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return float(ax.get_window_extent().width) * 72 / figure.get_dpi()


def height_in_points(ax: Axes) -> float:
    """Return how high the axes are, in points."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return float(ax.get_window_extent().height) * 72 / figure.get_dpi()


def measured(text: Text) -> float:
    """Return how wide a text is on its axes' figure, in pixels."""
    return float(Text.get_window_extent(text).width)  # an annotation of a point out of sight has no width


def legend_at_the_right(ax: Axes, entries: Sequence[Artist]) -> Legend:
    """Draw a legend of numbers of relations in the upper right corner."""
    legend = ax.legend(
        handles=entries,
        title="relations",
        loc="upper right",
        fontsize=SMALL,
        title_fontsize=SMALL,
        alignment="left",
        frameon=False,
        borderaxespad=0,
    )
    legend.set_in_layout(False)  # it lies inside
    return legend


def beside_legend(ax: Axes, legend: Legend, margin: float) -> None:
    """Set the limits so that what lies between 0 and 1 leaves a margin and does not reach the legend at the right."""
    taken = min(legend.get_window_extent().width / room_of(ax).width, 0.6)
    ax.set(xlim=(-margin, (1 + 2 * margin) / (1 - taken) - margin), ylim=(-margin / 2, 1 + margin / 2))


def room_of(ax: Axes) -> Bbox:
    """Return the room that the figure gives to the axes, in pixels, though their aspect may not let them fill it."""
    figure = ax.get_figure(root=False)
    assert figure is not None
    return ax.get_position(original=True).transformed(figure.transSubfigure)


def in_pixels(ax: Axes, points: float) -> float:
    """Return how many pixels some points are."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return points * figure.get_dpi() / 72


def make_high(ax: Axes, points: float) -> None:
    """Make the figure so high that its axes, the only ones, have a height in points."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    width, height = figure.get_size_inches()
    figure.set_size_inches(width, height + (points - height_in_points(ax)) / 72)
    laid_out(ax)


def dots(ax: Axes, points: Sequence[tuple[float, float]], radius: float) -> None:
    """Draw a dot of a radius in points at each of some points, in the colour of texts."""
    across, up = ([point[side] for point in points] for side in (0, 1))
    ax.scatter(across, up, s=(2 * radius) ** 2, linewidths=0, color=rcParams["text.color"], zorder=5)
