"""The network of actors: who has to do with whom, in which way and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyArrowPatch

from relgraph.display.plots import canvas, look
from relgraph.display.plots.labels import Curve, Labels, Point
from relgraph.display.plots.layout import positions
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.query import Relations
from relgraph.graph.table import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from relgraph.graph.names import Names

_DOT = 4.0
_MARGIN = 0.14
_BEND = 0.22


@dataclass(frozen=True, slots=True)
class Bundle:
    """All relations of a family between two actors: how many there are, and whether some go there and back."""

    one: str
    other: str
    family: str
    count: int
    there: bool
    back: bool


def plot_network(names: Names, relations: Relations, ax: Axes | None, most: int) -> Axes:
    """Draw the strongest bundles of relations; `Plotted.plot` explains it."""
    canvas.check_most(most)
    actors = names.content.actors
    bundles = sorted(
        _bundles(relations),
        key=lambda each: (-each.count, actors[each.one].name, actors[each.other].name, each.family, each.one),
    )
    if not bundles:
        return canvas.nothing_drawn(ax, canvas.NONE, canvas.set_aside(relations))
    ax = canvas.axes_to_draw_on(ax, 10, 7)
    drawn = bundles[:most]
    canvas.without_axes(ax)
    canvas.explained(ax, "arrows lead from who does it to whom", *_notes(bundles, drawn), canvas.set_aside(relations))
    strength = _strength(drawn)
    points = positions(Counter((each.one, each.other) for each in drawn))
    order = sorted(points, key=lambda id_: (-strength[id_], actors[id_].name, id_))
    canvas.dots(ax, [points[id_] for id_ in order], _DOT)
    curves = _draw(ax, drawn, points)
    families = Counter(dict.fromkeys((each.family for each in drawn), 0))
    for each in drawn:
        families[each.family] += each.count
    entries = [
        *look.families_legend(dict(families.most_common())),
        *look.widths_legend(each.count for each in drawn),
    ]
    legend = canvas.legend_at_the_right(ax, entries)
    names_in_order = [look.label(actors[id_].name) for id_ in order]
    fit = partial(canvas.beside_legend, ax, legend, _MARGIN)
    labels = Labels(ax, [points[id_] for id_ in order], names_in_order, _DOT, fit)
    labels.keep_off(curves, [legend])
    return ax


def _bundles(relations: Relations) -> list[Bundle]:
    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[str, str, str, bool]]:
        family = facts.type(hit.relation).partition(".")[0]
        return ((hit.source, hit.target, family, facts.symmetric(hit.relation)),)

    counts: Counter[tuple[str, str, str]] = Counter()
    ways: defaultdict[tuple[str, str, str], set[bool]] = defaultdict(set)
    for (source, target, family, symmetric), places in relations.places_by(keys).items():
        if source == target:
            continue
        turned = target < source
        key = (target, source, family) if turned else (source, target, family)
        counts[key] += len(places)
        ways[key].update((True, False) if symmetric else (turned,))
    return [Bundle(*key, count, False in ways[key], True in ways[key]) for key, count in counts.items()]


def _strength(bundles: Iterable[Bundle]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in bundles:
        found.update({each.one: each.count, each.other: each.count})
    return found


def _draw(ax: Axes, bundles: Sequence[Bundle], points: Mapping[str, Point]) -> list[Curve]:
    """Draw the bundles, those of a pair side by side, and return where they run."""
    beside: defaultdict[tuple[str, str], list[Bundle]] = defaultdict(list)
    for each in bundles:
        beside[each.one, each.other].append(each)
    most = max(each.count for each in bundles)
    curves: list[Curve] = []
    for group in beside.values():
        for number, each in enumerate(group):
            start, end = points[each.one], points[each.other]
            bend = _BEND * (number - (len(group) - 1) / 2)
            width = look.line_width(each.count, most)
            ax.add_patch(
                FancyArrowPatch(
                    start,
                    end,
                    arrowstyle={(True, True): "<|-|>", (False, True): "<|-"}.get((each.there, each.back), "-|>"),
                    connectionstyle=f"arc3,rad={bend}",
                    mutation_scale=6 + 1.5 * width,
                    linewidth=width,
                    color=look.family_colour(each.family),
                    alpha=0.85,
                    shrinkA=_DOT,
                    shrinkB=_DOT,
                    zorder=3 - width / 100,  # thin ones above wide ones
                )
            )
            curves.append((start, end, bend))
    return curves


def _notes(bundles: Sequence[Bundle], drawn: Sequence[Bundle]) -> list[str]:
    shown, all_ = sum(each.count for each in drawn), sum(each.count for each in bundles)
    actors = len(_strength(drawn))
    if len(drawn) == len(bundles):
        return [f"{counted(all_, 'relation')} between {counted(actors, 'actor')}"]
    rest = len(_strength(bundles)) - actors
    return [
        f"the {len(drawn):,} strongest of {len(bundles):,} ties, {shown:,} of {counted(all_, 'relation')} "
        f"between {counted(actors, 'actor')}",
        f"left out: {counted(len(bundles) - len(drawn), 'weaker tie')}"
        + (f" and {counted(rest, 'actor')}" if rest else ""),
    ]
