"""A relation as one flat row of plain values, for the formats that are tables or attribute lists.

The names are those of `RelationView.to_dict`, so that a data frame, a CSV file and a GraphML file read alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.model import Document, Relation, Span
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph.view import RelationView

Scalar = str | int | float | bool
Row = dict[str, Scalar | None]

DETAILS = (
    *("family", "sign", "source_kind", "target_kind", "source_actor_id", "target_actor_id", "attribution_id"),
    *("granularity", "sentence_end", "source_start", "source_end", "source_via"),
    *("target_start", "target_end", "target_via", "trigger_start", "trigger_end", "evidence_count"),
)
"""The columns of a table after those of a data frame."""


def table_columns() -> tuple[str, ...]:
    """Return the columns of a table of relations: those of `RelationGraph.to_frame`, then `DETAILS`."""
    from relgraph.graph.view import COLUMNS  # noqa: PLC0415 - looking for formats need not load the graph

    return (*COLUMNS, *DETAILS)


def table_row(view: RelationView, ontology: Ontology) -> Row:
    """Return a relation with all columns of a table, in whatever order."""
    return {
        **relation_row(view.relation, view.document, ontology),
        **view.to_dict(),
        "source_kind": view.source.kind,
        "target_kind": view.target.kind,
        "source_actor_id": view.source_actor.id,
        "target_actor_id": view.target_actor.id,
    }


def relation_row(relation: Relation, document: Document, ontology: Ontology) -> Row:
    """Return what is said, how, when, where and in which words (those of the main evidence); dates are ISO 8601."""
    main = relation.evidence[0]
    when, attribution = relation.when, relation.attribution
    kind = ontology.types.get(relation.type)
    return {
        "type": relation.type,
        "family": relation.type.partition(".")[0],
        "sign": kind.sign if kind else None,
        "polarity": relation.polarity,
        "modality": relation.modality,
        "symmetric": relation.symmetric,
        "attribution": attribution.name if attribution else None,
        "attribution_id": attribution.actor if attribution else None,
        "when": when.text if when else None,
        "start": when.start.isoformat() if when and when.start else None,
        "end": when.end.isoformat() if when and when.end else None,
        "granularity": when.granularity if when else None,
        "where": relation.where,
        "confidence": relation.confidence,
        "frame": main.frame,
        "document": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        **_span_columns("sentence", main.sentence),
        "source_text": main.source.text,
        **_offsets("source", main.source),
        "source_via": relation.source.via,
        "target_text": main.target.text,
        **_offsets("target", main.target),
        "target_via": relation.target.via,
        **_span_columns("trigger", main.trigger),
        "evidence_count": len(relation.evidence),
    }


def _span_columns(name: str, span: Span) -> Row:
    return {name: span.text, **_offsets(name, span)}


def _offsets(name: str, span: Span) -> Row:
    return {f"{name}_start": span.start, f"{name}_end": span.end}
