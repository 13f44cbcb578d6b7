"""What a timeline shows: relations of the same family, period and direction as one event, with the words for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from relgraph.display.plots.look import label
from relgraph.graph.view import RelationView
from relgraph.model import Actor

_TOLD = 2
_WORDS, _NAME = 30, 18


@dataclass(frozen=True, slots=True)
class Period:
    """When something held: its first and last day, None where it is open, and whether the text states them."""

    first: date | None
    last: date | None
    stated: bool


@dataclass(frozen=True, slots=True)
class Event:
    """Relations of a family in the same period and direction: how many, and in which words."""

    family: str
    period: Period
    count: int
    words: str

    @property
    def on_a_day(self) -> bool:
        """Whether it is of a single day, not of a span."""
        return self.period.first == self.period.last


def events_of(views: Iterable[RelationView], pair: Sequence[Actor]) -> list[Event]:
    """Return the events, those of which the text states the time first, and of these the ones with most relations."""
    groups: defaultdict[tuple[str, Period, str], list[RelationView]] = defaultdict(list)
    for view in views:
        groups[view.family, _period(view), _way(view, pair)].append(view)
    events = [
        Event(family, period, len(group), f"{way} {_words(group)}") for (family, period, way), group in groups.items()
    ]
    return sorted(events, key=lambda each: (not each.period.stated, -each.count, each.family, each.words))


def _period(view: RelationView) -> Period:
    when, published = view.when, view.document.published
    if when is None or (when.start is None and when.end is None):
        return Period(published, published, stated=False)
    if when.end is None and when.start is not None and published is not None:
        return Period(when.start, max(when.start, published), stated=True)
    return Period(when.start, when.end, stated=True)


def _way(view: RelationView, pair: Sequence[Actor]) -> str:
    """Return an arrow if both ends are known, else the actors with one between them."""
    if len(pair) == 2:
        if view.symmetric:
            return "↔"
        return "→" if view.source.id == pair[0].id else "←"
    ends = [label(actor.name, _NAME) for actor in (view.source, view.target)]
    return f"{' ↔ '.join(sorted(ends))}:" if view.symmetric else f"{' → '.join(ends)}:"


def _words(group: Sequence[RelationView]) -> str:
    """Return the most frequent words for what is related, and the number if there is more than one relation."""
    spelt: dict[str, str] = {}
    found: Counter[str] = Counter()
    for view in group:
        words = label(view.trigger.text, _WORDS)
        found[spelt.setdefault(words.casefold(), words)] += 1
    told = sorted(found, key=lambda words: (-found[words], words))[:_TOLD]
    more = ", …" if len(found) > _TOLD else ""
    return ", ".join(told) + more + (f"  ×{len(group):,}" if len(group) > 1 else "")
