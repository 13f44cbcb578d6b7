"""What a query gives: `Relations`, and their sums, `Ties`."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, overload

from relgraph.errors import UsageError
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, Query, compile_query
from relgraph.graph.facts import Facts, Hit, chosen
from relgraph.graph.frame import pandas_frame, polars_frame
from relgraph.graph.names import Names
from relgraph.graph.showing import Shown
from relgraph.graph.speakers import speakers_of
from relgraph.graph.table import ROWS, counted, listed, table
from relgraph.graph.ties import Places, SumKey, Tie, Ties, in_order
from relgraph.graph.view import COLUMNS, Plain, RelationView, Surroundings

if TYPE_CHECKING:
    from typing import Unpack

    import pandas
    import polars

__all__ = ["RelationView", "Relations", "Tie", "Ties"]

K = TypeVar("K", bound=Hashable)
Keys = Callable[[Hit[Any], Facts[Any]], Iterable[K]]
"""Tells what a relation that was found is to be grouped by."""

_QUALIFIERS = ("negated", "possible", "conditional", "intended", "attributed", "actual", "affirmed", "undated")
_PLAIN = frozenset({"actual", "affirmed"})


class Views(Sequence[RelationView]):
    """The views of what a query found, each made when it is asked for."""

    __slots__ = ("around", "hits")

    def __init__(self, around: Surroundings, hits: Sequence[Hit[Any]]) -> None:
        self.around = around
        self.hits = hits

    @overload
    def __getitem__(self, index: int) -> RelationView: ...
    @overload
    def __getitem__(self, index: slice) -> Views: ...
    def __getitem__(self, index: int | slice) -> RelationView | Views:
        if isinstance(index, slice):
            return self.of(self.hits[index])
        return RelationView(self.around, self.hits[index])

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[RelationView]:
        return (RelationView(self.around, hit) for hit in self.hits)

    @property
    def facts(self) -> Facts[Any]:
        """What tells of the hits' relations."""
        return self.around.facts

    def of(self, hits: Sequence[Hit[Any]]) -> Views:
        """Return the views of other hits in the same surroundings."""
        return Views(self.around, hits)


class Relations(Shown, Sequence[RelationView]):
    """An immutable sequence of relations, in the order of the documents and the text unless it says otherwise.

    Its `repr` is a table that ends with what the query included and what it set aside.
    """

    __slots__ = ("_aside", "_names", "_oriented", "_views")

    def __init__(self, names: Names, views: Views, aside: Sequence[Hit[Any]] = (), *, oriented: bool = False) -> None:
        self._names = names
        self._views = views
        self._aside = aside
        self._oriented = oriented

    @overload
    def __getitem__(self, index: int) -> RelationView: ...
    @overload
    def __getitem__(self, index: slice) -> Relations: ...
    def __getitem__(self, index: int | slice) -> RelationView | Relations:
        found = self._views[index]
        return self._with(found) if isinstance(found, Views) else found

    def __len__(self) -> int:
        return len(self._views)

    def __iter__(self) -> Iterator[RelationView]:
        return iter(self._views)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Relations):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __or__(self, other: Relations) -> Relations:
        """Return the relations of both, each once (as the left one shows it), in the order of the text.

        Raises `UsageError` if they come from different graphs.
        """
        if not isinstance(other, Relations):
            return NotImplemented
        same, in_order = self._views.facts.same, self._names.content.in_order
        further: Sequence[Hit[Any]] = other._views.hits
        further_aside: Sequence[Hit[Any]] = other._aside
        if other._views.around is not self._views.around:
            further, further_aside = (other._in_terms_of(self, hits) for hits in (further, further_aside))
        views = {same(hit.relation): hit for hit in (*further, *self._views.hits)}
        aside = {same(hit.relation): hit for hit in (*further_aside, *self._aside)}
        return Relations(
            self._names,
            self._views.of(in_order(views.values())),
            in_order(hit for key, hit in aside.items() if key not in views),
            oriented=self._oriented and other._oriented,
        )

    def _in_terms_of(self, other: Relations, hits: Iterable[Hit[Any]]) -> list[Hit[Any]]:
        id_of, key_of = self._views.facts.id, other._names.content.key_of
        keys = [(hit, key_of(id_of(hit.relation))) for hit in hits]
        if any(key is None for _, key in keys):
            raise UsageError(
                "these relations come from two graphs; merge the graphs (graph | other) and query the result"
            )
        return [hit._replace(relation=key) for hit, key in keys]

    def __repr__(self) -> str:
        lines = [counted(len(self), "relation")]
        if self:
            shown = self[:ROWS]
            lines.append(
                table(_HEADER, [_row(view) for view in shown], in_sight=[view.trigger_place for view in shown])
            )
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
        facts, keys = self._views.facts, [hit.relation for hit in self._views.hits]
        counts: Counter[str] = Counter(map(facts.polarity, keys))
        counts.update(map(facts.modality, keys))
        counts["attributed"] = sum(facts.said(key) is not None for key in keys)
        return {word: counts[word] for word in _QUALIFIERS if counts[word] and word not in _PLAIN}

    @property
    def set_aside(self) -> dict[str, int]:
        """How many relations meet all else but were left out for their polarity, their modality or a missing date."""
        counts: Counter[str | None] = Counter(hit.aside for hit in self._aside)
        return {word: counts[word] for word in _QUALIFIERS if counts[word]}

    @property
    def speakers(self) -> tuple[tuple[str, int], ...]:
        """The names of those who tell some of the relations, and how many; who tells most first."""
        return speakers_of(self._names, self)

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
        facts = self._views.facts
        before = {facts.same(hit.relation): hit for hit in (*self._views.hits, *self._aside)}
        views: list[Hit[Any]] = []
        aside: list[Hit[Any]] = []
        for hit in query.hits((hit.relation for hit in before.values()), facts, self._names.content):
            known = before[facts.same(hit.relation)]
            reason = known.aside or hit.aside
            shown = (hit if shown_anew else known)._replace(aside=reason)
            (views if reason is None else aside).append(shown)
        return Relations(self._names, self._views.of(views), aside, oriented=self._oriented or query.oriented)

    def sorted_by_day(self) -> Relations:
        """Return them in the order of their time expressions, else of their documents' publication; undated last."""
        hits, days = self._views.hits, [day or date.max for day in self.days()]
        return self._with(self._views.of(chosen(hits, sorted(range(len(hits)), key=days.__getitem__))))

    def days(self, *, stated: bool = False) -> list[date | None]:
        """Return the `day` of each relation; of those without a time expression it is None if it has to be `stated`."""
        facts, documents = self._views.facts, self._views.around.documents

        def day(hit: Hit[Any]) -> date | None:
            start, end = facts.interval(hit.relation)
            return start or end or (None if stated else documents[facts.document(hit.relation)].published)

        return list(map(day, self._views.hits))

    def _with(self, views: Views) -> Relations:
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
        return Ties(self, in_order(self.sums(), self._names.content.actors))

    def strongest_ties(self, most: int) -> tuple[Ties, int]:
        """Return the first ones of the ties, and how many there are in all."""
        sums = self.sums()
        return Ties(self, in_order(sums, self._names.content.actors, most)), len(sums)

    def sums(self) -> dict[SumKey, Places]:
        """Return the places of the relations by source, type and target.

        A symmetric pair stands in the order of names, unless an actor was asked for.
        """
        actors, turns = self._names.content.actors, not self._oriented

        def key(hit: Hit[Any], facts: Facts[Any]) -> tuple[SumKey]:
            relation, source, target, _, _ = hit
            symmetric = facts.symmetric(relation)
            if symmetric and turns and (actors[target].name, target) < (actors[source].name, source):
                source, target = target, source
            return ((source, facts.type(relation), target, symmetric),)

        return self.places_by(key)

    def tie(self, key: SumKey, places: Places) -> Tie:
        """Return one of the sums as a tie."""
        source, kind, target, symmetric = key
        actors = self._names.content.actors
        return Tie(actors[source], kind, actors[target], self.of(places), symmetric)

    def grouped(self, keys: Keys[K], wanted: Container[K] | None = None) -> dict[K, Relations]:
        """Return the relations by each wanted one of what `keys` tells of them, in the order of their first ones."""
        return {key: self.of(places) for key, places in self.places_by(keys, wanted).items()}

    def places_by(self, keys: Keys[K], wanted: Container[K] | None = None) -> dict[K, Places]:
        """Return the places of the relations by each wanted one of what `keys` tells of them, as `grouped` does."""
        groups: dict[K, Places] = {}
        for place, found in enumerate(self.each(keys)):
            for key in found:
                if (group := groups.get(key)) is not None:
                    group.append(place)
                elif wanted is None or key in wanted:
                    groups[key] = array("I", (place,))
        return groups

    def each(self, keys: Keys[K]) -> Iterator[Iterable[K]]:
        """Yield what `keys` tells of each relation."""
        facts = self._views.facts
        return (keys(hit, facts) for hit in self._views.hits)

    def of(self, places: Sequence[int]) -> Relations:
        """Return the relations in some places, as they are shown here."""
        return Relations(self._names, self._views.of(chosen(self._views.hits, places)), oriented=True)


def run_query(names: Names, query: Query) -> Relations:
    """Return the relations that a compiled query finds."""
    found, aside = names.content.answer(query)
    return Relations(names, Views(names.content, found), aside, oriented=query.oriented)


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
