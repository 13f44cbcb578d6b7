"""The conditions of a query: what users may ask, checked and compiled, and how a relation is tested against them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal, TypedDict, TypeVar, get_args

from relgraph.errors import UsageError
from relgraph.graph.content import Content
from relgraph.graph.dates import days_between, first_day, last_day
from relgraph.graph.facts import Aside, Facts, Hit
from relgraph.graph.held import Held
from relgraph.graph.names import Names, Speaker, as_tuple
from relgraph.model import Actor, Document, Modality, Polarity

T = TypeVar("T")

Asked = str | Actor | None
"""An actor in a query: any of its names, its id, the `Actor` itself, or None for any."""

AskedTypes = str | Iterable[str] | None
"""Types in a query: ids, families or unique bare subtypes, or None for all."""


class ConditionsWithin(TypedDict, total=False):
    """The further keywords of a question about one document; `RelationGraph.relations` explains them."""

    either: Asked
    polarity: Polarity | Collection[Polarity] | None
    modality: Modality | Collection[Modality] | None
    symmetric: bool | None
    attributed: bool | None
    attribution: Asked
    since: str | date | None
    until: str | date | None
    min_confidence: float
    rollup: bool


class Conditions(ConditionsWithin, total=False):
    """The further keywords that every query takes; `RelationGraph.relations` explains them."""

    document: str | Document | Collection[str | Document] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Compiled conditions: names are ids, types are spelt out, dates are days. None means that anything goes.

    With `rollup`, an actor is shown as the first of itself and its ancestors that is asked for or in `keep`, else as
    the last. `near` are actors whose relations will do: this is not tested, but others may be left out.
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
    near: frozenset[str] = frozenset()

    @property
    def oriented(self) -> bool:
        """Whether an actor is asked for, which then decides the direction in which symmetric relations are shown."""
        return not (self.source is None and self.target is None and self.either is None)

    def candidates(self, content: Content) -> Sequence[int]:
        """Return the numbers of the relations that can match, in order."""
        if self.near and not self.oriented:
            return content.index.of_any(self.near, self.types)
        return content.index.candidates(self.source, self.target, self.either, self.types)

    def hits(self, relations: Iterable[T], facts: Facts[T], content: Held) -> Iterator[Hit[T]]:
        """Give those of the relations that match and those that are set aside, in order."""
        tests = list(self._tests(facts, content))
        reason_of, shown = self._reasons(facts, content), self.shown(facts, content)
        oriented, new = self.oriented, tuple.__new__
        for relation in relations:
            for test in tests:
                if not test(relation):
                    break
            else:
                flipped = oriented and self._orientation(relation, facts, content)
                if flipped is None:
                    continue
                aside = reason_of(relation)
                if aside != "elsewhen":
                    yield new(Hit, (relation, *shown(relation, flipped), flipped, aside))

    def _tests(self, facts: Facts[T], content: Held) -> Iterator[Callable[[T], bool]]:
        """Give a test for each plain condition that there is."""
        types, asked, least = self.types, self.documents, self.min_confidence
        symmetric, attributed, speaker = self.symmetric, self.attributed, self.speaker
        if types is not None:
            yield lambda relation: facts.type(relation) in types
        if least > 0:
            yield lambda relation: facts.confidence(relation) >= least
        if symmetric is not None:
            yield lambda relation: facts.symmetric(relation) == symmetric
        if attributed is not None:
            yield lambda relation: (facts.said(relation) is not None) == attributed
        if asked is not None:
            yield lambda relation: not asked.isdisjoint(facts.documents(relation))
        if speaker is not None:
            yield lambda relation: self._is_said(facts.said(relation), speaker, content)

    def _is_said(self, said: tuple[str, str | None] | None, speaker: Speaker, content: Held) -> bool:
        if said is None:
            return False
        name, actor = said
        if speaker.actor is not None and actor is not None:
            return self._is(actor, speaker.actor, content)
        return speaker.says(name)

    def _is(self, actor: str, asked: str | None, content: Held) -> bool:
        if asked is None or actor == asked:
            return True
        return self.rollup and asked in content.chains.get(actor, ())

    def _orientation(self, relation: T, facts: Facts[T], content: Held) -> bool | None:
        """Return whether the relation matches only the other way round, or None if it matches neither way."""
        source, target, symmetric = facts.source(relation), facts.target(relation), facts.symmetric(relation)
        # With "either" alone, a symmetric relation is shown from the asked actor's side.
        second_will_do = not symmetric or self.source is not None or self.target is not None
        ways = ((source, target, False), (target, source, True)) if symmetric else ((source, target, False),)
        for first, second, flipped in ways:
            if not (self._is(first, self.source, content) and self._is(second, self.target, content)):
                continue
            if self._is(first, self.either, content) or (second_will_do and self._is(second, self.either, content)):
                return flipped
        return None

    def shown(self, facts: Facts[T], content: Held) -> Callable[[T, bool], tuple[str, str]]:
        """Return what tells as whom the source and target of a relation are shown that may be the other way round."""
        source_of, target_of, type_of = facts.source, facts.target, facts.type
        as_source, as_target = self._rolled(self.source, content), self._rolled(self.target, content)

        def shown(relation: T, flipped: bool) -> tuple[str, str]:
            source, target = source_of(relation), target_of(relation)
            if flipped:
                source, target = target, source
            rolled_target = as_target(target)
            if type_of(relation).startswith("affiliated."):
                # "Lavrov leads Russia" must not be shown as "Russia leads Russia".
                return source, target if rolled_target == source else rolled_target
            return as_source(source), rolled_target

        def as_named(relation: T, flipped: bool) -> tuple[str, str]:
            source, target = source_of(relation), target_of(relation)
            return (target, source) if flipped else (source, target)

        return shown if self.rollup else as_named

    def _rolled(self, asked: str | None, content: Held) -> Callable[[str], str]:
        """Return what tells as whom an actor is shown."""
        chains, roots = content.chains, content.roots
        first = {asked, self.either, *self.keep} - {None}
        if not first:
            return roots.__getitem__
        known: dict[str, str] = {}

        def rolled(actor: str) -> str:
            shown = known.get(actor)
            if shown is None:
                shown = known[actor] = next((id_ for id_ in chains[actor] if id_ in first), roots[actor])
            return shown

        return rolled

    def _reasons(self, facts: Facts[T], content: Held) -> Callable[[T], Aside | Literal["elsewhen"] | None]:
        """Return what tells why a relation is set aside, if it is; "elsewhen" means that it does not match."""
        dated = self.since is not None or self.until is not None
        earliest, latest = self.since or date.min, self.until or date.max
        polarity, modality, documents = self.polarity, self.modality, content.documents

        def reason(relation: T) -> Aside | Literal["elsewhen"] | None:
            undated = False
            if dated:
                days = days_between(*facts.interval(relation), documents[facts.document(relation)].published)
                undated = days is None
                if days is not None and not (days[0] <= latest and days[1] >= earliest):
                    return "elsewhen"
            if polarity is not None and (found := facts.polarity(relation)) not in polarity:
                return found
            if modality is not None and (how := facts.modality(relation)) not in modality:
                return how
            return "undated" if undated else None

        return reason


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
