"""A relation as a graph shows it: with its actors, words and document at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relgraph.graph.dates import begin_of, finish_of
from relgraph.graph.table import shortened
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


@dataclass(frozen=True, slots=True, repr=False)
class RelationView:
    """A relation in the direction of a query.

    `source` and `target` are the actors as the query counts them (rolled up or not), `source_actor` and `target_actor`
    those that the text names. `flipped` is true where a symmetric relation is shown the other way round than stated.
    """

    relation: Relation
    source: Actor
    target: Actor
    source_actor: Actor
    target_actor: Actor
    document: Document
    flipped: bool = False

    def __hash__(self) -> int:
        return hash((self.relation.id, self.source.id, self.target.id, self.flipped))

    @property
    def id(self) -> str:
        """The relation's id."""
        return self.relation.id

    @property
    def type(self) -> str:
        """``family.subtype``."""
        return self.relation.type

    @property
    def family(self) -> str:
        """The part of the type before the dot."""
        return self.relation.type.partition(".")[0]

    @property
    def symmetric(self) -> bool:
        """Whether both do the same to each other."""
        return self.relation.symmetric

    @property
    def polarity(self) -> Polarity:
        """``affirmed`` or ``negated``."""
        return self.relation.polarity

    @property
    def modality(self) -> Modality:
        """``actual``, ``intended``, ``possible`` or ``conditional``."""
        return self.relation.modality

    @property
    def attribution(self) -> Attribution | None:
        """Who says so, or None if it is the document itself."""
        return self.relation.attribution

    @property
    def when(self) -> TimeRef | None:
        """The time that the text states."""
        return self.relation.when

    @property
    def where(self) -> str | None:
        """The place as the text names it."""
        return self.relation.where

    @property
    def confidence(self) -> float:
        """How far to trust the reading, between 0 and 1."""
        return self.relation.confidence

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
        return self.evidence[0].target if self.flipped else self.evidence[0].source

    @property
    def target_span(self) -> Span:
        """The words that stand for the target."""
        return self.evidence[0].source if self.flipped else self.evidence[0].target

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
        return begin_of(self.relation, self.document)

    @property
    def last_day(self) -> date | None:
        """The last day that is known of the relation: of its time expression, else of its document's publication."""
        return finish_of(self.relation, self.document)

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """What keeps the relation from being a plain fact: ``possible``, ``intended``, ``conditional``, ``negated``."""
        return tuple(word for word in (self.modality, self.polarity) if word not in ("actual", "affirmed"))

    @property
    def arrow(self) -> str:
        """The subtype as an arrow: ``—supports→``, or ``←consults→`` if symmetric."""
        return f"{'←' if self.symmetric else '—'}{self.type.partition('.')[2]}→"

    def __repr__(self) -> str:
        notes = [self.when.text] if self.when else []
        if self.attribution:
            notes.append(f"according to {self.attribution.name}")
        notes.extend(self.qualifiers)
        aside = f"  ({'; '.join(notes)})" if notes else ""
        return f"{self.source.name} {self.arrow} {self.target.name}  “{shortened(self.sentence.text, 90)}”{aside}"

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
