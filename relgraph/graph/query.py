"""What a query gives: `Relations`, and their sums, `Ties`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self, overload

from relgraph.errors import UsageError
from relgraph.graph.conditions import Aside, Asked, AskedTypes, Conditions, Hit, Query, compile_query
from relgraph.graph.frame import pandas_frame, polars_frame
from relgraph.graph.names import Names
from relgraph.graph.table import ROWS, counted, listed, table
from relgraph.graph.view import COLUMNS, Plain, RelationView
from relgraph.model import Actor

if TYPE_CHECKING:
    from typing import Unpack

    import pandas
    import polars

__all__ = ["RelationView", "Relations", "Tie", "Ties"]

_QUALIFIERS = ("negated", "possible", "conditional", "intended", "attributed", "actual", "affirmed", "undated")


class SetAside(NamedTuple):
    """A relation that a query would have found, and why it did not count it."""

    view: RelationView
    reason: Aside


class Relations(Sequence[RelationView]):
    """An immutable sequence of relations, in the order of the documents and the text unless it says otherwise.

    Its `repr` is a table that ends with what the query included and what it set aside.
    """

    __slots__ = ("_aside", "_names", "_oriented", "_views")

    def __init__(
        self, names: Names, views: Iterable[RelationView], aside: Iterable[SetAside] = (), *, oriented: bool = False
    ) -> None:
        self._names = names
        self._views = tuple(views)
        self._aside = tuple(aside)
        self._oriented = oriented

    @overload
    def __getitem__(self, index: int) -> RelationView: ...
    @overload
    def __getitem__(self, index: slice) -> Relations: ...
    def __getitem__(self, index: int | slice) -> RelationView | Relations:
        return self._with(self._views[index]) if isinstance(index, slice) else self._views[index]

    def __len__(self) -> int:
        return len(self._views)

    def __iter__(self) -> Iterator[RelationView]:
        return iter(self._views)

    def __eq__(self, other: object) -> bool:
        return self._views == other._views if isinstance(other, Relations) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._views)

    def __or__(self, other: Relations) -> Relations:
        """Return the relations of both, each once (as the left one shows it), in the order of the text.

        Raises `UsageError` if they come from different graphs.
        """
        if not isinstance(other, Relations):
            return NotImplemented
        position = self._names.content.position
        views = {view.id: view for view in (*other, *self)}
        aside = {each.view.id: each for each in (*other._aside, *self._aside) if each.view.id not in views}
        if not (views.keys() | aside.keys()) <= position.keys():
            raise UsageError(
                "these relations come from two graphs; merge the graphs (graph | other) and query the result"
            )
        return Relations(
            self._names,
            sorted(views.values(), key=lambda view: position[view.id]),
            sorted(aside.values(), key=lambda each: position[each.view.id]),
            oriented=self._oriented and other._oriented,
        )

    def __repr__(self) -> str:
        lines = [counted(len(self), "relation")]
        if self:
            lines.append(table(_HEADER, [_row(view) for view in self._views[:ROWS]]))
        if len(self) > ROWS:
            lines.append(f"… and {len(self) - ROWS:,} more")
        if notes := self.notes:
            lines.append(notes)
        return "\n".join(lines)

    @property
    def first(self) -> RelationView | None:
        """The first relation, or None if there is none."""
        return self._views[0] if self._views else None

    @property
    def included(self) -> dict[str, int]:
        """How many of the relations are negated, possible, conditional, intended and attributed."""
        counts = Counter(word for view in self for word in view.qualifiers)
        counts["attributed"] = sum(view.attribution is not None for view in self)
        return {word: counts[word] for word in _QUALIFIERS if counts[word]}

    @property
    def set_aside(self) -> dict[str, int]:
        """How many relations meet all else but were left out for their polarity, their modality or a missing date."""
        counts = Counter(each.reason for each in self._aside)
        return {word: counts[word] for word in _QUALIFIERS if counts[word]}  # type: ignore[index]

    @property
    def notes(self) -> str:
        """What is included and what is set aside, in words; empty if there is nothing to say."""
        parts = (("included", self.included), ("set aside", self.set_aside))
        return "; ".join(f"{label}: {listed(counts)}" for label, counts in parts if counts)

    def filter(
        self, source: Asked = None, type: AskedTypes = None, target: Asked = None, **conditions: Unpack[Conditions]
    ) -> Relations:
        """Return those that meet further conditions, the keywords of `RelationGraph.relations`.

        Only what is named is tested: unlike a query, a filter keeps negated relations unless `polarity` says otherwise.
        Without `rollup`, the actors stay as they are shown unless one is asked for.
        """
        asked: Conditions = {"polarity": None, **conditions}
        query = compile_query(self._names, source, type, target, **asked)
        shown_anew = query.oriented or "rollup" in conditions
        before = {view.id: view for view in self} | {each.view.id: each.view for each in self._aside}
        reasons = {each.view.id: each.reason for each in self._aside}
        views: dict[str, RelationView] = {}
        aside: list[SetAside] = []
        for hit in query.hits(self._names.content, (view.relation for view in before.values())):
            view = view_of(self._names, hit) if shown_anew else before[hit.relation.id]
            reason = reasons.get(view.id, hit.aside)
            if reason is None:
                views[view.id] = view
            else:
                aside.append(SetAside(view, reason))
        return Relations(self._names, views.values(), aside, oriented=self._oriented or query.oriented)

    def sorted_by_day(self) -> Relations:
        """Return them in the order of their time expressions, else of their documents' publication; undated last."""
        return self._with(sorted(self._views, key=lambda view: view.day or date.max))

    def _with(self, views: Iterable[RelationView]) -> Relations:
        return Relations(self._names, views, self._aside, oriented=self._oriented)

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a list of flat rows of plain values, ready for JSON or CSV."""
        return [view.to_dict() for view in self]

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, one row a relation; raises `MissingDependencyError` without pandas."""
        return pandas_frame(self.to_dicts(), COLUMNS)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame, one row a relation; raises `MissingDependencyError` without polars."""
        return polars_frame(self.to_dicts(), COLUMNS)

    def ties(self) -> Ties:
        """Return the sums: one tie for each source, type and target, the most frequent first."""
        groups: defaultdict[tuple[str, str, str, bool], list[RelationView]] = defaultdict(list)
        for view in self:
            source, target = view.source, view.target
            if view.symmetric and not self._oriented and (target.name, target.id) < (source.name, source.id):
                source, target = target, source
            groups[source.id, view.type, target.id, view.symmetric].append(view)
        actors = self._names.content.actors
        return Ties(
            Tie(actors[source], type_, actors[target], Relations(self._names, views, oriented=True), symmetric)
            for (source, type_, target, symmetric), views in groups.items()
        )


@dataclass(frozen=True, slots=True, repr=False)
class Tie:
    """All relations of one type from one actor to another, summed up.

    `first` and `last` are the days of the earliest and latest relation, `documents` the ids of the documents, and
    `confidence` is the highest of any relation.
    """

    source: Actor
    type: str
    target: Actor
    relations: Relations
    symmetric: bool = False
    count: int = field(init=False, compare=False)
    first: date | None = field(init=False, compare=False)
    last: date | None = field(init=False, compare=False)
    documents: tuple[str, ...] = field(init=False, compare=False)
    confidence: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        set_ = object.__setattr__
        set_(self, "count", len(self.relations))
        set_(self, "first", min((view.day for view in self.relations if view.day), default=None))
        set_(self, "last", max((view.last_day for view in self.relations if view.last_day), default=None))
        set_(self, "documents", tuple(sorted({view.document.id for view in self.relations})))
        set_(self, "confidence", max((view.confidence for view in self.relations), default=0.0))

    def __hash__(self) -> int:
        return hash((self.source.id, self.type, self.target.id, self.symmetric, self.count))

    def __repr__(self) -> str:
        arrow = f"{'←' if self.symmetric else '—'}{self.type}→"
        return f"{self.source.name} {arrow} {self.target.name}  ×{self.count}"

    def to_dict(self) -> dict[str, Plain]:
        """Return the tie as one flat row of plain values; days are ISO strings, `documents` is their number."""
        return {
            "source": self.source.name,
            "type": self.type,
            "target": self.target.name,
            "symmetric": self.symmetric,
            "count": self.count,
            "documents": len(self.documents),
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "confidence": self.confidence,
            "source_id": self.source.id,
            "target_id": self.target.id,
        }


TIE_COLUMNS = (
    "source", "type", "target", "symmetric", "count", "documents", "first", "last", "confidence",
    "source_id", "target_id",
)  # fmt: skip


class Ties(Sequence[Tie]):
    """An immutable sequence of ties: the most frequent first, then by the names of source and target and by type."""

    __slots__ = ("_ties",)

    def __init__(self, ties: Iterable[Tie] = ()) -> None:
        self._ties = tuple(sorted(ties, key=_tie_order))

    @overload
    def __getitem__(self, index: int) -> Tie: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Tie | Self:
        return type(self)(self._ties[index]) if isinstance(index, slice) else self._ties[index]

    def __len__(self) -> int:
        return len(self._ties)

    def __iter__(self) -> Iterator[Tie]:
        return iter(self._ties)

    def __eq__(self, other: object) -> bool:
        return self._ties == other._ties if isinstance(other, Ties) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._ties)

    def __repr__(self) -> str:
        lines = [counted(len(self), "tie")]
        if self:
            header = ("source", "type", "target", "count", "documents", "first", "last")
            rows = [
                (
                    tie.source.name,
                    f"{tie.type} ↔" if tie.symmetric else tie.type,
                    tie.target.name,
                    str(tie.count),
                    str(len(tie.documents)),
                    str(tie.first or ""),
                    str(tie.last or ""),
                )
                for tie in self._ties[:ROWS]
            ]
            lines.append(table(header, rows))
        if len(self) > ROWS:
            lines.append(f"… and {len(self) - ROWS:,} more")
        return "\n".join(lines)

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a list of flat rows of plain values, ready for JSON or CSV."""
        return [tie.to_dict() for tie in self]

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, one row a tie; raises `MissingDependencyError` without pandas."""
        return pandas_frame(self.to_dicts(), TIE_COLUMNS)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame, one row a tie; raises `MissingDependencyError` without polars."""
        return polars_frame(self.to_dicts(), TIE_COLUMNS)


def run_query(names: Names, query: Query) -> Relations:
    """Return the relations that a compiled query finds."""
    views: list[RelationView] = []
    aside: list[SetAside] = []
    for hit in query.hits(names.content):
        view = view_of(names, hit)
        if hit.aside is None:
            views.append(view)
        else:
            aside.append(SetAside(view, hit.aside))
    return Relations(names, views, aside, oriented=query.oriented)


def view_of(names: Names, hit: Hit) -> RelationView:
    """Return the view of a relation that a query found."""
    content = names.content
    relation = hit.relation
    source, target = relation.source.actor, relation.target.actor
    if hit.flipped:
        source, target = target, source
    actors = content.actors
    document = content.document_of(relation)
    return RelationView(
        relation, actors[hit.source], actors[hit.target], actors[source], actors[target], document, hit.flipped
    )


_HEADER = ("source", "type", "target", "when", "said by", "how", "sentence")


def _row(view: RelationView) -> tuple[str, ...]:
    return (
        view.source.name,
        f"{view.type} ↔" if view.symmetric else view.type,
        view.target.name,
        view.when.text if view.when else "",
        view.attribution.name if view.attribution else "",
        ", ".join(view.qualifiers),
        view.sentence.text,
    )


def _tie_order(tie: Tie) -> tuple[int, str, str, str, str, str, bool]:
    return -tie.count, tie.source.name, tie.target.name, tie.type, tie.source.id, tie.target.id, tie.symmetric
