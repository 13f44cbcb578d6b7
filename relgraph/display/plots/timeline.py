"""Relations over time: a lane for each family, and in it what happened on a day and what is said of a span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from matplotlib import rcParams
from matplotlib.dates import AutoDateFormatter, AutoDateLocator, date2num
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from relgraph.display.plots import canvas, look
from relgraph.display.plots.events import Event, Period, events_of
from relgraph.graph.query import Relations
from relgraph.graph.table import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

    from relgraph.model import Actor

_ROW, _FONT = 16.0, 8.5
"""How high a row is and how large its words are, in points, where there is room."""

_LEAST = 11.5
_GAP = 7.0
_HEAD = 1.3
"""Rows that a line of the legend takes, above the first row."""

_TICK = 75.0


class Words(NamedTuple):
    """Where words begin and end, in days, and how they are put there: so many points beside a day."""

    start: float
    end: float
    day: float
    beside: float
    side: Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Place:
    """The row of an event within its lane, where its bar begins and ends, in days, and its words."""

    row: int
    bar: tuple[float, float]
    words: Words


Lanes = Mapping[str, Mapping[Event, Place]]
"""The places of the events of each family."""


def number(day: date) -> float:
    """Return a day as a number on the axis."""
    return float(date2num(day))


def plot_timeline(relations: Relations, pair: Sequence[Actor], ax: Axes | None, most: int) -> Axes:
    """Draw relations by their time; `Plotted.plot_timeline` explains it."""
    canvas.check_most(most)
    dated = [view for view in relations if view.day is not None]
    if not dated:
        why = "no relation that is found has a date" if len(relations) else canvas.NONE
        return canvas.nothing_drawn(ax, why, canvas.set_aside(relations))
    own, ax = ax is None, canvas.axes_to_draw_on(ax, 10, 4)
    events = events_of(dated, pair)
    kept = events[:most]
    while True:
        notes = (*_notes(relations, dated, kept, pair), canvas.set_aside(relations))
        head = _prepare(ax, kept, notes)
        texts = {
            event: ax.annotate(event.words, (0, 0), (0, 0), textcoords="offset points", va="center", fontsize=_FONT)
            for event in kept
        }
        for text in texts.values():
            text.set(in_layout=False, annotation_clip=False, zorder=4)
        lanes = _lanes(ax, texts)
        rows = head + sum(map(_rows, lanes.values()))
        if own or len(kept) == 1 or canvas.height_in_points(ax) / rows >= _LEAST:
            break
        for text in texts.values():
            text.remove()
        kept = kept[: max(1, len(kept) * 4 // 5)]
    if own:
        canvas.make_high(ax, rows * _ROW)
    _draw(ax, lanes, texts, head)
    return ax


def _notes(relations: Relations, dated: Sequence[object], kept: Sequence[Event], pair: Sequence[Actor]) -> list[str]:
    shown = sum(event.count for event in kept)
    names = [look.label(actor.name) for actor in pair]
    who = f"{' and '.join(names)}: " if names else ""
    notes = [f"{who}{counted(shown, 'relation')}"]
    if len(names) == 2:
        notes.append(f"→ {names[0]} to {names[1]}, ← back, ↔ both")
    if shown < len(dated):
        notes.append(f"left out: {counted(len(dated) - shown, 'further relation')}")
    if undated := len(relations) - len(dated):
        notes.append(f"{undated:,} without a date")
    return notes


def _prepare(ax: Axes, events: Sequence[Event], notes: Iterable[str]) -> float:
    """Set up the axis of days and all else that takes room, and return how many rows the legend takes."""
    days = [number(day) for event in events for day in (event.period.first, event.period.last) if day is not None]
    first, last = min(days), max(days) + 1
    room = max(last - first, 7.0)
    ax.set_xlim(first - 0.03 * room, last + 0.12 * room)
    counts = _families(events)
    ax.set_yticks(range(len(counts)), _ticks(counts))
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "left", "right"]].set_visible(False)
    canvas.explained(ax, *notes)
    locator = AutoDateLocator(minticks=4, maxticks=int(max(4, min(8, canvas.width_in_points(ax) / _TICK))))
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(AutoDateFormatter(locator))
    return _draw_legend(ax, events)


def _families(events: Iterable[Event]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for event in events:
        counts[event.family] += event.count
    return dict(counts.most_common())


def _ticks(counts: Mapping[str, int]) -> list[str]:
    return [f"{look.label(family)} ({count:,})" for family, count in counts.items()]


def _lanes(ax: Axes, texts: Mapping[Event, Annotation]) -> Lanes:
    """Return a place for each event so that in no row one covers another."""
    (left, right), pixels = ax.get_xlim(), ax.get_window_extent().width
    a_pixel = (right - left) / pixels
    gap = a_pixel * canvas.in_pixels(ax, _GAP)
    lanes: dict[str, dict[Event, Place]] = {family: {} for family in _families(texts)}
    ends: dict[str, list[float]] = {family: [] for family in lanes}
    for event in sorted(texts, key=lambda event: (_bar(event.period, left, right), event.words)):
        bar = _bar(event.period, left, right)
        words = _beside(bar, a_pixel * canvas.measured(texts[event]), gap, (left, right))
        taken, lane = ends[event.family], lanes[event.family]
        start = min(bar[0], words.start)
        row = next((row for row, end in enumerate(taken) if end + gap <= start), len(taken))
        taken[row : row + 1] = [max(bar[1], words.end)]
        lane[event] = Place(row, bar, words)
    return lanes


def _bar(period: Period, left: float, right: float) -> tuple[float, float]:
    start = left if period.first is None else number(period.first)
    end = right if period.last is None else number(period.last)
    # A span ends with its last day, a day is a point.
    return start, max(start, end + (period.last is not None and period.first != period.last))


def _beside(bar: tuple[float, float], width: float, gap: float, room: tuple[float, float]) -> Words:
    """Return where words stand: inside of a bar if it is wide enough, else after it, else before it."""
    start, end = bar
    if end - start >= width + gap:
        return Words(start, start + gap / 2 + width, start, _GAP / 2, "left")
    if end + gap + width <= room[1]:
        return Words(end, end + gap + width, end, _GAP, "left")
    if start - gap - width >= room[0]:
        return Words(start - gap - width, start, start, -_GAP, "right")
    begin = max(room[0], room[1] - width)
    return Words(begin, begin + width, begin, 0, "left")


def _rows(lane: Mapping[Event, Place]) -> int:
    return 1 + max(place.row for place in lane.values())


def _draw(ax: Axes, lanes: Lanes, texts: Mapping[Event, Annotation], head: float) -> None:
    row = canvas.height_in_points(ax) / (head + sum(map(_rows, lanes.values())))
    size, above, middles = min(_FONT, 0.55 * row), 0, []
    for family, lane in lanes.items():
        colour = look.family_colour(family)
        for event, place in lane.items():
            y = above + place.row + 0.5
            words, text = place.words, texts[event]
            text.xy = words.day, y
            text.set(position=(words.beside, 0), horizontalalignment=words.side, fontsize=size)
            if event.on_a_day:
                face = colour if event.period.stated else ax.get_facecolor()
                ax.plot([place.bar[0]], [y], "o", color=colour, markerfacecolor=face, markersize=0.45 * row, zorder=3)
            else:
                ax.add_patch(_span(place.bar, y, colour))
        middles.append(above + _rows(lane) / 2)
        above += _rows(lane)
        ax.axhline(above, color=rcParams["grid.color"], linewidth=0.8, zorder=0)
    ax.axhline(0, color=rcParams["grid.color"], linewidth=0.8, zorder=0)
    ax.set_ylim(above, -head)
    ax.set_yticks(middles, _ticks(_families(texts)))


def _span(bar: tuple[float, float], y: float, colour: str) -> Rectangle:
    return Rectangle(
        (bar[0], y - 0.4), bar[1] - bar[0], 0.8, facecolor=(colour, 0.3), edgecolor=colour, linewidth=0.9, zorder=2
    )


def _draw_legend(ax: Axes, events: Iterable[Event]) -> float:
    """Draw the legend, in one line if there is room, and return how many rows of events it takes."""
    entries = _legend(ax, events)
    kept: dict[str, Any] = {"frameon": False, "fontsize": canvas.SMALL, "borderpad": 0, "borderaxespad": 0.2}
    legend = ax.legend(handles=entries, loc="upper left", ncols=len(entries), **kept)
    lines = 1
    if legend.get_window_extent().width > ax.get_window_extent().width:
        legend = ax.legend(handles=entries, loc="upper left", **kept)
        lines = len(entries)
    legend.set_in_layout(False)
    return 0.3 + _HEAD * lines


def _legend(ax: Axes, events: Iterable[Event]) -> list[Line2D | Patch]:
    dot: dict[str, Any] = {"marker": "o", "linestyle": "", "color": "0.4", "markersize": 6}
    kinds: dict[str, Line2D | Patch] = {}
    for event in events:
        if not event.on_a_day:
            kinds["span"] = Patch(facecolor=("0.4", 0.3), edgecolor="0.4", label="sometime in, or all through, a span")
        elif event.period.stated:
            kinds["day"] = Line2D([], [], label="on a day", **dot)
        else:
            name = "no time stated: day of publication"
            kinds["published"] = Line2D([], [], markerfacecolor=ax.get_facecolor(), label=name, **dot)
    return [kinds[kind] for kind in ("day", "span", "published") if kind in kinds]
