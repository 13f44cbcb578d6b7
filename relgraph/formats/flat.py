"""A relation as one flat row of plain values, for the formats that are tables or attribute lists.

The names are those of `RelationView.to_dict`, so that a data frame, a CSV file and a GraphML file read alike.
"""

from __future__ import annotations

from relgraph.model import Document, Relation, Span
from relgraph.ontology import Ontology

Scalar = str | int | float | bool
Row = dict[str, Scalar | None]


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
