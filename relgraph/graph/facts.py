"""What queries find and how they read off what they ask of a relation, be it a value or a row of a table."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from relgraph.graph.tables import RelationTable
from relgraph.model import Modality, Polarity, Relation

T = TypeVar("T")

Aside = Literal["affirmed", "negated", "actual", "intended", "possible", "conditional", "undated"]
"""Why a query sets a relation aside that it would find otherwise."""


class Hit(NamedTuple, Generic[T]):
    """A relation that a query finds, as it was given to the query: itself or its number.

    `source` and `target` are the ids of the actors as shown, `flipped` says that they stand the other way round than in
    the text, and `aside` why the query sets the relation aside (None: it does not).
    """

    relation: T
    source: str
    target: str
    flipped: bool
    aside: Aside | None = None


class Facts(NamedTuple, Generic[T]):
    """Functions that tell something of a relation.

    `same` tells what only equal relations have in common, `said` the name of who says so and the id, `interval` the
    first and last day of the time expression, `document` the id of the main evidence's document and `documents` those
    of all evidence.
    """

    same: Callable[[T], Hashable]
    id: Callable[[T], str]
    source: Callable[[T], str]
    target: Callable[[T], str]
    type: Callable[[T], str]
    symmetric: Callable[[T], bool]
    polarity: Callable[[T], Polarity]
    modality: Callable[[T], Modality]
    confidence: Callable[[T], float]
    said: Callable[[T], tuple[str, str | None] | None]
    interval: Callable[[T], tuple[date | None, date | None]]
    document: Callable[[T], str]
    documents: Callable[[T], Iterable[str]]


class Hits(Sequence[Hit[int]]):
    """Hits that are not set aside, as columns: a query may find a million."""

    __slots__ = ("_flipped", "_numbers", "_sources", "_targets")

    def __init__(
        self,
        numbers: Iterable[int] = (),
        sources: Iterable[str] = (),
        targets: Iterable[str] = (),
        flipped: Iterable[int] = (),
    ) -> None:
        self._numbers = array("I", numbers)
        self._sources = list(sources)
        self._targets = list(targets)
        self._flipped = bytearray(flipped)

    def append(self, hit: Hit[int]) -> None:
        """Add a hit at the end."""
        number, source, target, flipped, _ = hit
        self._numbers.append(number)
        self._sources.append(source)
        self._targets.append(target)
        self._flipped.append(flipped)

    @overload
    def __getitem__(self, index: int) -> Hit[int]: ...
    @overload
    def __getitem__(self, index: slice) -> Hits: ...
    def __getitem__(self, index: int | slice) -> Hit[int] | Hits:
        if isinstance(index, slice):
            return self.chosen(range(len(self))[index])
        return Hit(self._numbers[index], self._sources[index], self._targets[index], bool(self._flipped[index]))

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Hit[int]]:
        for number, source, target, flipped in zip(
            self._numbers, self._sources, self._targets, self._flipped, strict=True
        ):
            yield Hit(number, source, target, bool(flipped))

    def chosen(self, places: Sequence[int]) -> Hits:
        """Return the hits in some places, in the order of these."""
        return Hits(
            map(self._numbers.__getitem__, places),
            map(self._sources.__getitem__, places),
            map(self._targets.__getitem__, places),
            map(self._flipped.__getitem__, places),
        )


def chosen(hits: Sequence[Hit[Any]], places: Sequence[int]) -> Sequence[Hit[Any]]:
    """Return the hits in some places, in the order of these."""
    if isinstance(hits, Hits):
        return hits.chosen(places)
    return [hits[place] for place in places]


def facts_of_rows(table: RelationTable) -> Facts[int]:
    """Return the functions that take a relation's number in a table."""
    said, when = table.said, table.when

    def speaker(number: int) -> tuple[str, str | None] | None:
        return None if (found := said[number]) is None else (found.name, found.actor)

    def interval(number: int) -> tuple[date | None, date | None]:
        return (None, None) if (found := when[number]) is None else (found.start, found.end)

    return Facts(
        same=int,
        id=table.ids.__getitem__,
        source=table.source.__getitem__,
        target=table.target.__getitem__,
        type=table.type.__getitem__,
        symmetric=table.symmetric.__getitem__,
        polarity=table.polarity.__getitem__,
        modality=table.modality.__getitem__,
        confidence=table.confidence.__getitem__,
        said=speaker,
        interval=interval,
        document=table.document.__getitem__,
        documents=table.documents_of,
    )


def _speaker(relation: Relation) -> tuple[str, str | None] | None:
    said = relation.attribution
    return None if said is None else (said.name, said.actor)


def _interval(relation: Relation) -> tuple[date | None, date | None]:
    return (None, None) if relation.when is None else (relation.when.start, relation.when.end)


FACTS_OF_VALUES: Facts[Relation] = Facts(
    same=attrgetter("id"),
    id=attrgetter("id"),
    source=attrgetter("source.actor"),
    target=attrgetter("target.actor"),
    type=attrgetter("type"),
    symmetric=attrgetter("symmetric"),
    polarity=attrgetter("polarity"),
    modality=attrgetter("modality"),
    confidence=attrgetter("confidence"),
    said=_speaker,
    interval=_interval,
    document=lambda relation: relation.evidence[0].document,
    documents=lambda relation: (each.document for each in relation.evidence),
)
"""The functions that take a relation itself."""
