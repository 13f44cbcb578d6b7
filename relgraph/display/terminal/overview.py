"""A graph or a store at a glance: what ``relgraph show`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from relgraph.display.html.graphs import most_frequent, type_counts
from relgraph.display.html.parts import period
from relgraph.display.terminal.bars import balance_bar, bar, sparkline
from relgraph.display.terminal.console import family_style, heading, note, paragraph
from relgraph.display.terminal.relations import show_ties, tell_more, told
from relgraph.display.terminal.table import Column, Row, show_table
from relgraph.graph import RelationGraph
from relgraph.graph.conditions import Asked, AskedTypes, Conditions
from relgraph.graph.contested import Contested
from relgraph.graph.query import Relations
from relgraph.graph.steps import Steps, in_steps
from relgraph.graph.table import counted, listed, shortened
from relgraph.graph.visible import visible
from relgraph.model import Document
from relgraph.store import Store

if TYPE_CHECKING:
    from typing import Unpack

    from rich.console import Console

_NOTHING = "No relation was found here; relgraph explain tells of a sentence why."
_WIDE = 90
"""From this width on, bars and sparklines are long."""
_TITLE, _YEARS, _SEVERAL = 100, 5, 2


class Overview(NamedTuple):
    """What is shown of a graph or store: the relations that were asked for, and what is seen in them.

    `size` says how much there is in all, `any` whether that is something, `document` which document it is or when they
    were published. `attributed` has the relations that somebody tells, denied ones too; `contested` is None where the
    direction matters.
    """

    size: str
    any: bool
    document: str
    relations: Relations
    attributed: Relations
    contested: Contested | None


def overview_of(
    held: RelationGraph | Store,
    source: Asked = None,
    type: AskedTypes = None,
    target: Asked = None,
    **conditions: Unpack[Conditions],
) -> Overview:
    """Return what to show of the relations that meet the conditions of `RelationGraph.relations`."""
    if isinstance(held, Store):
        info = held.info()
        numbers, days = (info.documents, info.actors, info.relations), period(info.first, info.last)
    else:
        numbers, days = (len(held.documents), len(held.actors()), len(held)), _published(held.documents)
    relations = held.relations(source, type, target, **conditions)
    told_by: Conditions = {**conditions, "polarity": None, "attributed": True}
    directed = source is not None or target is not None
    published = f"published {days}" if days else ""
    return Overview(
        size=", ".join(map(counted, numbers, ("document", "actor", "relation"))),
        any=numbers[2] > 0,
        document=_title(relations.first.document) if numbers[0] == 1 and relations.first else published,
        relations=relations,
        attributed=held.relations(source, type, target, **told_by),
        contested=None if directed else held.contested(type, **conditions),
    )


def _published(documents: Mapping[str, Document]) -> str:
    days = [document.published for document in documents.values() if document.published]
    return period(min(days), max(days)) if days else ""


def _title(document: Document) -> str:
    day = [str(document.published)] if document.published else []
    return ", ".join([shortened(document.title or document.source or document.id, _TITLE), *day])


def show_overview(out: Console, name: str, overview: Overview, top: int) -> None:
    """Print how large a graph is, its families over time, its strongest ties and what else is worth a look.

    Of ties there are at most `top`, of other things half as many.
    """
    relations, few = overview.relations, max(1, top // 2)
    paragraph(out, Text.assemble((visible(name), "bold"), f"  {overview.size}"))
    if overview.document:
        paragraph(out, overview.document)
    if relations:
        _show_families(out, relations)
        heading(out, "Strongest ties")
        ties, number = relations.strongest_ties(top)
        show_ties(out, ties)
        tell_more(out, number - len(ties), "tie", number)
    else:
        paragraph(out, "No relation meets the conditions." if overview.any else _NOTHING)
    if overview.contested:
        _show_contested(out, overview.contested, few)
    if speakers := overview.attributed.speakers:
        heading(out, "Most quoted sources")
        paragraph(out, told(speakers, few))
    heading(out, counted(len(relations), "relation"))
    for label, counts in (("included", relations.included), ("set aside", relations.set_aside)):
        if counts:
            paragraph(out, f"{label}: {listed(counts)}", hang=2)


def _show_families(out: Console, relations: Relations) -> None:
    """Print how many relations each family has, when, and of which types."""
    types = type_counts(relations)
    places = relations.places_by(lambda hit, facts: (facts.type(hit.relation).partition(".")[0],))
    wide = out.width >= _WIDE
    days, stated = _days(relations)
    steps = in_steps(days, 36 if wide else 18)
    over_time = {
        family: steps.count(days[place] for place in found) if steps else () for family, found in places.items()
    }
    most = max(map(len, places.values()))
    rows = [
        Row(
            (
                Text(shortened(family, 30), family_style(family)),
                f"{len(found):,}",
                Text(bar(len(found), most, 16 if wide else 8), family_style(family)),
                Text(sparkline(over_time[family]) if steps and len(steps.counts) > 1 else "", family_style(family)),
            ),
            Text(most_frequent(types, family), "dim"),
        )
        for family, found in sorted(places.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    heading(out, "Families")
    columns = [Column(name, right=name == "times", whole=True) for name in ("family", "times", "", "over time")]
    show_table(out, columns, rows, "types")
    if steps:
        note(out, _told_steps(steps, stated=stated))


def _days(relations: Relations) -> tuple[list[date | None], bool]:
    """Return the days of relations, and whether only stated ones count: those of one day's texts say no more."""
    days = relations.days(stated=True)
    by_document = relations.places_by(lambda hit, facts: (facts.document(hit.relation),))
    published = {relations[places[0]].document.published for places in by_document.values()}
    return (days, True) if len(published) < _SEVERAL else (relations.days(), False)


def _told_steps(steps: Steps, *, stated: bool) -> str:
    most = max(range(len(steps.counts)), key=steps.counts.__getitem__)
    if len(steps.counts) == 1:
        told = f"all in {steps.first}"
    else:
        told = f"over time, each family by itself: {steps.first} to {steps.last} by {steps.unit}"
        told += f", most in {steps.name(most)} ({steps.counts[most]:,})"
    undated = "without a stated time" if stated else "at no known time"
    further = {"earlier": steps.earlier, "later": steps.later, undated: steps.undated}
    aside = f"; {listed(further)}" if any(further.values()) else ""
    return (
        f"{told}{aside}" if stated else f"{told}{aside}; where the text states no time, its day of publication counts"
    )


def _show_contested(out: Console, contested: Contested, top: int) -> None:
    shown = contested[:top]
    most = max(len(dyad.friendly) + len(dyad.hostile) for dyad in shown)
    rows = [
        Row(
            (
                dyad.one.name,
                dyad.other.name,
                f"{len(dyad.friendly):,}",
                f"{len(dyad.hostile):,}",
                balance_bar(len(dyad.friendly), len(dyad.hostile), most, 16 if out.width >= _WIDE else 8),
                ", ".join(map(str, dyad.years[-_YEARS:])),
            )
        )
        for dyad in shown
    ]
    heading(out, "Contested pairs")
    columns = [
        Column("one"),
        Column("other"),
        *(Column(name, right=True, whole=True) for name in ("friendly", "hostile")),
        Column("", whole=True),
        Column("both in"),
    ]
    show_table(out, columns, rows)
    tell_more(out, len(contested) - len(shown), "pair", 2 * len(contested))
