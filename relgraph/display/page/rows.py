"""Relations as rows for a page, with their evidence told by passages of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from relgraph.display.page.passages import Passages
from relgraph.graph.dates import days_of
from relgraph.graph.view import RelationView, Surroundings
from relgraph.model import Actor, Document, Evidence

_EVIDENCE = 12
"""How many of the places that state a relation are shown."""


class RelationRows:
    """The rows of some relations; actors, types and documents are told by their numbers."""

    def __init__(
        self, views: Sequence[RelationView], around: Surroundings, actors: Iterable[str], types: Iterable[str]
    ) -> None:
        self._views = views
        self._actors_known = around.actors
        ids = dict.fromkeys(
            id_ for view in views for id_ in (view.document.id, *(each.document for each in view.evidence[:_EVIDENCE]))
        )
        self.documents: list[Document] = [around.documents[id_] for id_ in ids if id_ in around.documents]
        self._documents = {document.id: number for number, document in enumerate(self.documents)}
        self._actors = {id_: number for number, id_ in enumerate(actors)}
        self._types = {kind: number for number, kind in enumerate(types)}
        self._passages = Passages((self._document(each), each) for view in views for each in self._evidence(view))

    def passages(self) -> list[tuple[int, str]]:
        """Return the passages, each as the number of its document and its text."""
        return [(self._documents[each.document.id], each.text) for each in self._passages.all]

    def relations(self) -> list[dict[str, Any]]:
        """Return a row for each relation, without what is usual."""
        return [
            {key: value for key, value in self._row(view).items() if value is not None and value is not False}
            for view in self._views
        ]

    def _document(self, evidence: Evidence) -> Document:
        return self.documents[self._documents[evidence.document]]

    def _evidence(self, view: RelationView) -> list[Evidence]:
        return [each for each in view.evidence[:_EVIDENCE] if each.document in self._documents]

    def _row(self, view: RelationView) -> dict[str, Any]:
        days = days_of(view.relation, view.document)
        first, last = days or (None, None)
        return {
            "id": view.id,
            "source": self._actors[view.source.id],
            "target": self._actors[view.target.id],
            "type": self._types[view.type],
            "symmetric": view.symmetric,
            "polarity": None if view.polarity == "affirmed" else view.polarity,
            "modality": None if view.modality == "actual" else view.modality,
            "said": self._said(view),
            "when": _when(view),
            "day": iso(view.day),
            "dated": days is not None,
            "first": iso(first),
            "last": iso(last),
            "where": view.where,
            "confidence": view.confidence,
            "document": self._documents[view.document.id],
            "sourceNamed": _as_named(view.source_actor, view.source),
            "targetNamed": _as_named(view.target_actor, view.target),
            "flipped": view.flipped,
            "evidence": [self._passages.place(each) for each in self._evidence(view)],
            "places": len(view.evidence),
        }

    def _said(self, view: RelationView) -> str | None:
        said = view.attribution
        if said is None:
            return None
        known = self._actors_known.get(said.actor) if said.actor is not None else None
        return said.name if known is None else known.name


def _as_named(actor: Actor, shown: Actor) -> str | None:
    return None if actor.id == shown.id else actor.name


def _when(view: RelationView) -> dict[str, str | None] | None:
    when = view.when
    return None if when is None else {"text": when.text, "start": iso(when.start), "end": iso(when.end)}


def iso(day: date | None) -> str | None:
    """Return a day as ISO tells it; the first and the last of all stand for no limit."""
    return None if day is None or day in (date.min, date.max) else day.isoformat()
