"""A relation as a graph shows it: with its actors, words and document at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from relgraph.graph.facts import FACTS_OF_VALUES, Facts, Hit
from relgraph.graph.showing import Shown
from relgraph.graph.table import shortened_around
from relgraph.graph.visible import visible
from relgraph.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Modality,
    Polarity,
    Relation,
    Span,
    TimeRef,
)

Plain = str | int | float | bool | None


class Surroundings(Protocol):
    """What a relation is shown with: actors and documents by id, and the relations themselves by what stands for them.

    A query may go through numbers or other keys of relations, whose facts it knows; a relation is made when it is seen.
    """

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""

    @property
    def facts(self) -> Facts[Any]:
        """What tells of a relation by its key."""

    def relation_at(self, key: Any) -> Relation:  # noqa: ANN401 - whatever the facts take
        """Return the relation for which a key stands."""


class RelationView(Shown):
    """A relation in the direction of a query.

    `source` and `target` are the actors as the query counts them (rolled up or not), `source_actor` and `target_actor`
    those that the text names. `flipped` is true where a symmetric relation is shown the other way round than stated.
    The relation itself is made when it is asked for.
    """

    __slots__ = ("_around", "_facts", "_flipped", "_key", "_relation", "_source", "_target")

    def __init__(self, around: Surroundings, hit: Hit[Any]) -> None:
        self._around = around
        self._facts = around.facts
        self._key, self._source, self._target, self._flipped, _ = hit
        self._relation: Relation | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RelationView):
            return NotImplemented
        if self._shown() != other._shown() or self.relation != other.relation:
            return False
        return self._actors() == other._actors() and self.document == other.document

    def _shown(self) -> tuple[str, str, str, bool]:
        return self.id, self._source, self._target, self._flipped

    def _actors(self) -> tuple[Actor, ...]:
        return self.source, self.target, self.source_actor, self.target_actor

    def __hash__(self) -> int:
        return hash(self._shown())

    def __reduce__(self) -> tuple[Any, ...]:
        return RelationView, self._alone(self.relation)

    def showing(self, relation: Relation) -> RelationView:
        """Return the same view of another version of its relation, with the same actors and document."""
        return RelationView(*self._alone(relation))

    def _alone(self, relation: Relation) -> tuple[Surroundings, Hit[Relation]]:
        around = _Alone({actor.id: actor for actor in self._actors()}, {self.document.id: self.document})
        return around, Hit(relation, self._source, self._target, self._flipped)

    @property
    def relation(self) -> Relation:
        """The relation as the text states it."""
        if self._relation is None:
            self._relation = self._around.relation_at(self._key)
        return self._relation

    @property
    def source(self) -> Actor:
        """The actor from which the relation goes out, as the query counts it."""
        return self._around.actors[self._source]

    @property
    def target(self) -> Actor:
        """The actor to which the relation goes, as the query counts it."""
        return self._around.actors[self._target]

    @property
    def source_actor(self) -> Actor:
        """The actor that the text names as the source."""
        return self._around.actors[(self._facts.target if self._flipped else self._facts.source)(self._key)]

    @property
    def target_actor(self) -> Actor:
        """The actor that the text names as the target."""
        return self._around.actors[(self._facts.source if self._flipped else self._facts.target)(self._key)]

    @property
    def document(self) -> Document:
        """The document of the main evidence."""
        return self._around.documents[self._facts.document(self._key)]

    @property
    def flipped(self) -> bool:
        """Whether a symmetric relation is shown the other way round than stated."""
        return self._flipped

    @property
    def id(self) -> str:
        """The relation's id."""
        return self._facts.id(self._key)

    @property
    def type(self) -> str:
        """``family.subtype``."""
        return self._facts.type(self._key)

    @property
    def family(self) -> str:
        """The part of the type before the dot."""
        return self.type.partition(".")[0]

    @property
    def symmetric(self) -> bool:
        """Whether both do the same to each other."""
        return self._facts.symmetric(self._key)

    @property
    def polarity(self) -> Polarity:
        """``affirmed`` or ``negated``."""
        return self._facts.polarity(self._key)

    @property
    def modality(self) -> Modality:
        """``actual``, ``intended``, ``possible`` or ``conditional``."""
        return self._facts.modality(self._key)

    @property
    def confidence(self) -> float:
        """How far to trust the reading, between 0 and 1."""
        return self._facts.confidence(self._key)

    @property
    def attribution(self) -> Attribution | None:
        """Who says so, or None if it is the document itself."""
        return None if self._facts.said(self._key) is None else self.relation.attribution

    @property
    def when(self) -> TimeRef | None:
        """The time that the text states."""
        return self.relation.when

    @property
    def where(self) -> str | None:
        """The place as the text names it."""
        return self.relation.where

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places that state the relation, the main one first."""
        return self.relation.evidence

    @property
    def frame(self) -> str:
        """The id of the frame that fired."""
        return self.evidence[0].frame

    @property
    def sentence(self) -> Span:
        """The sentence that states the relation."""
        return self.evidence[0].sentence

    @property
    def trigger(self) -> Span:
        """The words that express the type."""
        return self.evidence[0].trigger

    @property
    def source_span(self) -> Span:
        """The words that stand for the source."""
        return self.evidence[0].target if self._flipped else self.evidence[0].source

    @property
    def target_span(self) -> Span:
        """The words that stand for the target."""
        return self.evidence[0].source if self._flipped else self.evidence[0].target

    @property
    def source_text(self) -> str:
        """The words that stand for the source, as a string."""
        return self.source_span.text

    @property
    def target_text(self) -> str:
        """The words that stand for the target, as a string."""
        return self.target_span.text

    @property
    def day(self) -> date | None:
        """The day by which the relation is put in order: of its time expression, else of its document's publication."""
        start, end = self._facts.interval(self._key)
        return start or end or self.document.published

    @property
    def last_day(self) -> date | None:
        """The last day that is known of the relation: of its time expression, else of its document's publication."""
        start, end = self._facts.interval(self._key)
        return end or start or self.document.published

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """What keeps the relation from being a plain fact: ``possible``, ``intended``, ``conditional``, ``negated``."""
        return tuple(word for word in (self.modality, self.polarity) if word not in ("actual", "affirmed"))

    @property
    def arrow(self) -> str:
        """The subtype as an arrow: ``—supports→``, or ``←consults→`` if symmetric."""
        return f"{'←' if self.symmetric else '—'}{self.type.partition('.')[2]}→"

    @property
    def trigger_place(self) -> tuple[int, int]:
        """Where the trigger starts and ends in the text of the sentence."""
        start = self.sentence.start
        return self.trigger.start - start, self.trigger.end - start

    def __repr__(self) -> str:
        notes = [self.when.text] if self.when else []
        if self.attribution:
            notes.append(f"according to {self.attribution.name}")
        notes.extend(self.qualifiers)
        aside = f"  ({'; '.join(notes)})" if notes else ""
        told = visible(f"{self.source.name} {self.arrow} {self.target.name}")
        return f"{told}  “{shortened_around(self.sentence.text, *self.trigger_place, 90)}”{visible(aside)}"

    def to_dict(self) -> dict[str, Plain]:
        """Return the relation as one flat row of plain values; days are ISO strings."""
        attribution, when = self.attribution, self.when
        return {
            "source": self.source.name,
            "type": self.type,
            "target": self.target.name,
            "polarity": self.polarity,
            "modality": self.modality,
            "symmetric": self.symmetric,
            "attribution": attribution.name if attribution else None,
            "when": when.text if when else None,
            "start": _iso(when.start) if when else None,
            "end": _iso(when.end) if when else None,
            "where": self.where,
            "confidence": self.confidence,
            "source_text": self.source_text,
            "trigger": self.trigger.text,
            "target_text": self.target_text,
            "sentence": self.sentence.text,
            "sentence_start": self.sentence.start,
            "source_actor": self.source_actor.name,
            "target_actor": self.target_actor.name,
            "source_id": self.source.id,
            "target_id": self.target.id,
            "document": self.document.id,
            "title": self.document.title,
            "published": _iso(self.document.published),
            "frame": self.frame,
            "id": self.id,
        }


COLUMNS = (
    "source", "type", "target", "polarity", "modality", "symmetric", "attribution", "when", "start", "end", "where",
    "confidence", "source_text", "trigger", "target_text", "sentence", "sentence_start", "source_actor",
    "target_actor", "source_id", "target_id", "document", "title", "published", "frame", "id",
)  # fmt: skip
"""The keys of `RelationView.to_dict`, in order."""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@dataclass(slots=True)
class _Alone:
    """The surroundings of a single view, which has the relation itself as its key."""

    actors: Mapping[str, Actor]
    documents: Mapping[str, Document]

    @property
    def facts(self) -> Facts[Relation]:
        return FACTS_OF_VALUES

    def relation_at(self, key: Relation) -> Relation:
        return key
