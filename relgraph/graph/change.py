"""What is different between two periods: which ties rose, fell, came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt
from typing import TYPE_CHECKING, Any, Literal

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions, compile_query
from relgraph.graph.dates import first_day, last_day
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names
from relgraph.graph.query import Relations, run_query
from relgraph.graph.rows import Rows
from relgraph.graph.table import counted, listed
from relgraph.graph.ties import Places, SumKey
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

Day = str | date
Period = Day | tuple[Day | None, Day | None]
"""A year, month or day, or the first and the last one; None for no limit."""

Course = Literal["came", "rose", "same", "fell", "went"]
"""Whether a tie is new, has a larger share of the relations than before, the same, a smaller one, or is gone.

Shares are the same if they differ by less than half a relation.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """A tie in two periods.

    Attributes:
        source: Who does it.
        type: What: a type, or a family.
        target: To whom.
        symmetric: Whether both do it to each other.
        before: The relations of the first period.
        after: The relations of the second period.
        total_before: How many relations of all ties there are in the first period.
        total_after: How many in the second.
    """

    source: Actor
    type: str
    target: Actor
    symmetric: bool
    before: Relations
    after: Relations
    total_before: int
    total_after: int

    @property
    def share_before(self) -> float:
        """The share of all relations of the first period."""
        return len(self.before) / self.total_before if self.total_before else 0.0

    @property
    def share_after(self) -> float:
        """The share of all relations of the second period."""
        return len(self.after) / self.total_after if self.total_after else 0.0

    @property
    def course(self) -> Course:
        """What became of the tie."""
        before, after = len(self.before), len(self.after)
        if not before or not after:
            return "went" if before else "came"
        difference = after * self.total_before - before * self.total_after
        if 2 * abs(difference) < max(self.total_before, self.total_after):
            return "same"  # by less than half a relation
        return "rose" if difference > 0 else "fell"

    @property
    def score(self) -> float:
        """How surprising the change is: the signed root of Dunning's (1993) log-likelihood ratio; beyond 2 it is rare.

        It is positive if the share of the tie grew.
        """
        return signed_root(len(self.before), self.total_before, len(self.after), self.total_after)

    def __hash__(self) -> int:
        return hash((self.source.id, self.type, self.target.id, self.symmetric, len(self.before), len(self.after)))

    def __repr__(self) -> str:
        arrow = f"{'←' if self.symmetric else '—'}{self.type}→"
        counts = f"{len(self.before)} → {len(self.after)}"
        return visible(f"{self.source.name} {arrow} {self.target.name}  {self.course}: {counts}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the change as one flat row of plain values."""
        return {
            "source": self.source.name,
            "type": self.type,
            "target": self.target.name,
            "symmetric": self.symmetric,
            "course": self.course,
            "before": len(self.before),
            "after": len(self.after),
            "share_before": self.share_before,
            "share_after": self.share_after,
            "score": self.score,
            "source_id": self.source.id,
            "target_id": self.target.id,
        }


class Changes(Rows[Change]):
    """The ties of either period, those with the most surprising changes first; `came`, `rose`, `fell`, `went`.

    `total_before` and `total_after` are the numbers of relations, `undated` how many have no day and are left out.
    """

    __slots__ = ("_set_aside", "total_after", "total_before", "undated")

    columns = (
        "source", "type", "target", "symmetric", "course", "before", "after", "share_before", "share_after", "score",
        "source_id", "target_id",
    )  # fmt: skip
    header = ("source", "type", "target", "course", "before", "after", "score")

    def __init__(self, changes: Iterable[Change], before: Relations, after: Relations) -> None:
        super().__init__(changes)
        self.total_before: int = len(before)
        self.total_after: int = len(after)
        # What has no day is set aside from both periods, all else from those to which it belongs.
        aside = Counter(before.set_aside) + Counter(after.set_aside)
        self.undated: int = max(each.set_aside.get("undated", 0) for each in (before, after))
        self._set_aside = {**aside, **({"undated": self.undated} if self.undated else {})}

    def _that(self, course: Course) -> tuple[Change, ...]:
        return tuple(change for change in self if change.course == course)

    @property
    def came(self) -> tuple[Change, ...]:
        """The ties that only the second period has."""
        return self._that("came")

    @property
    def rose(self) -> tuple[Change, ...]:
        """The ties of both periods with a larger share in the second."""
        return self._that("rose")

    @property
    def fell(self) -> tuple[Change, ...]:
        """The ties of both periods with a smaller share in the second."""
        return self._that("fell")

    @property
    def went(self) -> tuple[Change, ...]:
        """The ties that only the first period has."""
        return self._that("went")

    @property
    def title(self) -> str:
        """How many ties came, rose, fell and went."""
        courses = [change.course for change in self]
        parts = [f"{courses.count(each):,} {each}" for each in ("came", "rose", "same", "fell", "went")]
        return f"{counted(len(self), 'tie')}: {', '.join(part for part in parts if not part.startswith('0 '))}".rstrip(
            ": "
        )

    @property
    def notes(self) -> str:
        """How many relations there are in the two periods, and which are set aside."""
        aside = f"; set aside: {listed(self._set_aside)}" if self._set_aside else ""
        return f"{counted(self.total_before, 'relation')} before, {self.total_after:,} after{aside}"

    def cells(self, row: Change) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        label = f"{row.type} ↔" if row.symmetric else row.type
        shares = [
            f"{len(relations)} ({share:.0%})"
            for relations, share in ((row.before, row.share_before), (row.after, row.share_after))
        ]
        return row.source.name, label, row.target.name, row.course, *shares, f"{row.score:+.1f}"


def change(
    names: Names,
    type: AskedTypes,
    conditions: Conditions,
    *,
    before: Period,
    after: Period,
    by: Literal["type", "family"],
) -> Changes:
    """Return the changes; `Insights.change` explains them."""
    if by not in ("type", "family"):
        raise UsageError(f"unknown by={by!r}; allowed: 'type', 'family'")
    if taken := sorted({"since", "until"} & conditions.keys()):
        raise UsageError(f"{taken[0]} makes no sense here: before=… and after=… say which time")
    found = []
    for name, period in (("before", before), ("after", after)):
        since, until = bounds(name, period)
        asked: Conditions = {**conditions, "since": since, "until": until}
        found.append(run_query(names, compile_query(names, type=type, **asked)))
    first, second = found
    keys = _keys(names, by)
    places = first.places_by(keys), second.places_by(keys)
    none: Places = []
    actors = names.content.actors
    changes = [
        Change(
            actors[key[0]], key[1], actors[key[2]], key[3],
            first.of(places[0].get(key, none)), second.of(places[1].get(key, none)),
            len(first), len(second),
        )
        for key in {**places[0], **places[1]}
    ]  # fmt: skip
    changes.sort(key=_order)
    return Changes(changes, first, second)


def bounds(name: str, period: object) -> tuple[date | None, date | None]:
    """Return the first and last day of a period; raises `UsageError`."""
    ends: Sequence[Any] = period if isinstance(period, tuple) else (period, period)
    if len(ends) != 2 or (ends[0] is None and ends[1] is None):
        raise UsageError(f"{name}={period!r} is no period; give '2021', '2021-03', or ('2020-01', '2020-12')")
    since, until = first_day(ends[0], name), last_day(ends[1], name)
    if since is not None and until is not None and since > until:
        raise UsageError(f"{name}={period!r} ends before it begins")
    return since, until


def signed_root(before: int, total_before: int, after: int, total_after: int) -> float:
    """Return the signed root of the log-likelihood ratio of two counts out of two totals (Dunning 1993)."""
    together = total_before + total_after
    ratio = 0.0
    for seen, total in ((before, total_before), (after, total_after)):
        for part, whole in ((seen, before + after), (total - seen, together - before - after)):
            if part:
                ratio += 2 * part * log(part * together / (total * whole))
    grew = after * total_before - before * total_after
    return (1 if grew > 0 else -1) * sqrt(max(ratio, 0.0)) if grew else 0.0


def _order(change: Change) -> tuple[float, int, str, str, str, str, str, bool]:
    surprise = -round(abs(change.score), 9)
    count = -len(change.before) - len(change.after)
    source, target = change.source, change.target
    return surprise, count, source.name, target.name, change.type, source.id, target.id, change.symmetric


def _keys(names: Names, by: Literal["type", "family"]) -> Callable[[Hit[Any], Facts[Any]], tuple[SumKey]]:
    actors = names.content.actors

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[SumKey]:
        relation, source, target, _, _ = hit
        symmetric = facts.symmetric(relation)
        if symmetric and (actors[target].name, target) < (actors[source].name, source):
            source, target = target, source
        kind = facts.type(relation)
        return ((source, kind if by == "type" else kind.partition(".")[0], target, symmetric),)

    return keys
