"""The conditions of a query: what users may ask, checked and compiled, and how a relation is tested against them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal, NamedTuple, TypedDict, get_args

from relgraph.errors import UsageError
from relgraph.graph.content import Content
from relgraph.graph.dates import days_of, first_day, last_day
from relgraph.graph.names import Names, Speaker, as_tuple
from relgraph.model import Actor, Document, Modality, Polarity, Relation

Asked = str | Actor | None
"""An actor in a query: any of its names, its id, the `Actor` itself, or None for any."""

AskedTypes = str | Iterable[str] | None
"""Types in a query: ids, families or unique bare subtypes, or None for all."""


Aside = Literal["affirmed", "negated", "actual", "intended", "possible", "conditional", "undated"]
"""Why a query sets a relation aside that it would find otherwise."""


class Conditions(TypedDict, total=False):
    """The further keywords that every query takes; `RelationGraph.relations` explains them."""

    either: Asked
    polarity: Polarity | Collection[Polarity] | None
    modality: Modality | Collection[Modality] | None
    symmetric: bool | None
    attributed: bool | None
    attribution: Asked
    since: str | date | None
    until: str | date | None
    document: str | Document | Collection[str | Document] | None
    min_confidence: float
    rollup: bool


class Hit(NamedTuple):
    """A relation that a query finds.

    `source` and `target` are the ids of the actors as shown, `flipped` says that they stand the other way round than in
    the text, and `aside` why the query sets the relation aside (None: it does not).
    """

    relation: Relation
    source: str
    target: str
    flipped: bool
    aside: Aside | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Compiled conditions: names are ids, types are spelt out, dates are days. None means that anything goes.

    With `rollup`, an actor is shown as the first of itself and its ancestors that is asked for or in `keep`, else as
    the last.
    """

    source: str | None = None
    target: str | None = None
    either: str | None = None
    types: frozenset[str] | None = None
    polarity: frozenset[str] | None = None
    modality: frozenset[str] | None = None
    symmetric: bool | None = None
    attributed: bool | None = None
    speaker: Speaker | None = None
    since: date | None = None
    until: date | None = None
    documents: frozenset[str] | None = None
    min_confidence: float = 0.0
    rollup: bool = True
    keep: frozenset[str] = frozenset()

    @property
    def oriented(self) -> bool:
        """Whether an actor is asked for, which then decides the direction in which symmetric relations are shown."""
        return not (self.source is None and self.target is None and self.either is None)

    def hits(self, content: Content, relations: Iterable[Relation] | None = None) -> Iterator[Hit]:
        """Give the relations that match, in order, and those that are set aside; of all or the given relations."""
        if relations is None:
            relations = content.candidates(self.source, self.target, self.either, self.types)
        for relation in relations:
            if not self._plain_conditions(relation, content):
                continue
            flipped = self._orientation(relation, content)
            if flipped is None:
                continue
            aside = self._aside(relation, content)
            if aside != "elsewhen":
                yield Hit(relation, *self._shown(relation, flipped, content), flipped, aside)

    def _plain_conditions(self, relation: Relation, content: Content) -> bool:
        attribution = relation.attribution
        return (
            (self.types is None or relation.type in self.types)
            and relation.confidence >= self.min_confidence
            and (self.symmetric is None or relation.symmetric == self.symmetric)
            and (self.attributed is None or (attribution is not None) == self.attributed)
            and (self.documents is None or any(each.document in self.documents for each in relation.evidence))
            and (self.speaker is None or self._is_said(relation, content))
        )

    def _is_said(self, relation: Relation, content: Content) -> bool:
        attribution, speaker = relation.attribution, self.speaker
        if attribution is None or speaker is None:
            return False
        if speaker.actor is not None and attribution.actor is not None:
            return self._is(attribution.actor, speaker.actor, content)
        return speaker.says(attribution.name)

    def _is(self, actor: str, asked: str | None, content: Content) -> bool:
        if asked is None or actor == asked:
            return True
        return self.rollup and asked in content.chains.get(actor, ())

    def _orientation(self, relation: Relation, content: Content) -> bool | None:
        """Return whether the relation matches only the other way round, or None if it matches neither way."""
        source, target = relation.source.actor, relation.target.actor
        # With "either" alone, a symmetric relation is shown from the asked actor's side.
        second_will_do = not relation.symmetric or self.source is not None or self.target is not None
        ways = ((source, target, False), (target, source, True)) if relation.symmetric else ((source, target, False),)
        for first, second, flipped in ways:
            if not (self._is(first, self.source, content) and self._is(second, self.target, content)):
                continue
            if self._is(first, self.either, content) or (second_will_do and self._is(second, self.either, content)):
                return flipped
        return None

    def _shown(self, relation: Relation, flipped: bool, content: Content) -> tuple[str, str]:
        source, target = relation.source.actor, relation.target.actor
        if flipped:
            source, target = target, source
        if not self.rollup:
            return source, target
        rolled_target = self._rolled(target, self.target, content)
        if relation.type.startswith("affiliated."):
            # "Lavrov leads Russia" must not be shown as "Russia leads Russia".
            return source, target if rolled_target == source else rolled_target
        return self._rolled(source, self.source, content), rolled_target

    def _rolled(self, actor: str, asked: str | None, content: Content) -> str:
        for id_ in content.chains[actor]:
            if id_ in (asked, self.either) or id_ in self.keep:
                return id_
        return content.roots[actor]

    def _aside(self, relation: Relation, content: Content) -> Aside | Literal["elsewhen"] | None:
        undated = False
        if self.since is not None or self.until is not None:
            days = days_of(relation, content.document_of(relation))
            undated = days is None
            if days is not None and not (days[0] <= (self.until or date.max) and days[1] >= (self.since or date.min)):
                return "elsewhen"
        if self.polarity is not None and relation.polarity not in self.polarity:
            return relation.polarity
        if self.modality is not None and relation.modality not in self.modality:
            return relation.modality
        return "undated" if undated else None


def compile_query(
    names: Names,
    source: Asked = None,
    type: AskedTypes = None,
    target: Asked = None,
    *,
    either: Asked = None,
    polarity: Polarity | Collection[Polarity] | None = "affirmed",
    modality: Modality | Collection[Modality] | None = None,
    symmetric: bool | None = None,
    attributed: bool | None = None,
    attribution: Asked = None,
    since: str | date | None = None,
    until: str | date | None = None,
    document: str | Document | Collection[str | Document] | None = None,
    min_confidence: float = 0.0,
    rollup: bool = True,
    keep: Collection[str] = (),
) -> Query:
    """Check and compile the conditions of a query; raises `UsageError` and its children with what is allowed."""
    first, last = first_day(since), last_day(until)
    if first is not None and last is not None and first > last:
        raise UsageError(f"since={since!r} is later than until={until!r}")
    if isinstance(min_confidence, bool) or not isinstance(min_confidence, int | float) or not 0 <= min_confidence <= 1:
        raise UsageError(f"min_confidence={min_confidence!r} is no number from 0 to 1")
    if attributed is False and attribution is not None:
        raise UsageError("attributed=False leaves no relation that attribution=… could find; give one of them")

    def id_of(asked: Asked) -> str | None:
        return None if asked is None else names.actor(asked).id

    return Query(
        source=id_of(source),
        target=id_of(target),
        either=id_of(either),
        types=names.types(type),
        polarity=_allowed("polarity", polarity, get_args(Polarity)),
        modality=_allowed("modality", modality, get_args(Modality)),
        symmetric=symmetric,
        attributed=attributed,
        speaker=names.speaker(attribution),
        since=first,
        until=last,
        documents=names.documents(document),
        min_confidence=float(min_confidence),
        rollup=rollup,
        keep=frozenset(keep),
    )


def _allowed(name: str, value: str | Collection[str] | None, allowed: tuple[str, ...]) -> frozenset[str] | None:
    if value is None:
        return None
    for each in as_tuple(value):
        if each not in allowed:
            close = get_close_matches(str(each), allowed, n=1)
            hint = f"did you mean {close[0]!r}? " if close else ""
            raise UsageError(
                f"unknown {name} {each!r}; {hint}allowed: {', '.join(map(repr, allowed))}, or None for any"
            )
    return frozenset(as_tuple(value))
