"""The network of actors as nodes and edges with attributes, and a graph made of those that were read.

A node is an actor, an edge is a relation (parallel ones stay apart; the id of the edge is that of the relation).
Attributes are plain strings, numbers and booleans: lists are JSON, dates ISO 8601, and what is unknown is left out. The
words on an edge are those of its main evidence; ``extra`` holds, as JSON, what has no column. The metadata of the
documents stand apart.

The full text of the documents and mentions outside relations are in none of these. When a graph is read back, each
document's text has the sentences of its relations in their places and spaces between, so that all offsets hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.flat import Row, relation_row
from relgraph.formats.gather import build_graph, outlines, skeletons
from relgraph.formats.markup import legal_json
from relgraph.model import Actor, Document, Evidence, Extraction, Relation, Span
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

VERSION = 1
"""Grows when older readers would misread what is written."""

OMITS = "the full texts and mentions outside relations"
"""What no format of this kind holds."""

Type = Literal["string", "int", "double", "boolean"]

LISTS = ("aliases", "demonyms", "metonyms", "capitals", "same_as")
"""Attributes of nodes that are lists, as JSON."""

NODE_KEYS: Mapping[str, Type] = {
    **dict.fromkeys(("label", "kind", "code", "sector", "parent"), "string"),
    **dict.fromkeys(LISTS, "string"),
}
"""Attributes of nodes, with their types."""

EDGE_KEYS: Mapping[str, Type] = {
    **dict.fromkeys(("label", "type", "family"), "string"),
    "sign": "int",
    **dict.fromkeys(("polarity", "modality"), "string"),
    "symmetric": "boolean",
    **dict.fromkeys(("attribution", "attribution_id"), "string"),
    **dict.fromkeys(("when", "start", "end", "granularity", "where"), "string"),
    "confidence": "double",
    **dict.fromkeys(("frame", "document", "title", "published", "sentence"), "string"),
    **dict.fromkeys(("sentence_start", "sentence_end"), "int"),
    "source_text": "string",
    **dict.fromkeys(("source_start", "source_end"), "int"),
    **dict.fromkeys(("source_via", "target_text"), "string"),
    **dict.fromkeys(("target_start", "target_end"), "int"),
    **dict.fromkeys(("target_via", "trigger"), "string"),
    **dict.fromkeys(("trigger_start", "trigger_end", "evidence_count"), "int"),
    "extra": "string",
}
"""Attributes of edges, with their types."""

IDS = frozenset({"parent", "attribution_id", "document"})
"""Attributes that hold the id of something."""

_TOLD_APART = {"document", "actors", "mentions", "relations"}
_FURTHER = Extraction.model_fields.keys() - _TOLD_APART


def documents_of(extractions: Iterable[Extraction]) -> list[dict[str, Any]]:
    """Return what is known of the documents, without their texts, and the actors that each names, ready for JSON."""
    return [
        {
            **extraction.document.model_dump(mode="json", exclude_defaults=True, exclude={"text"}),
            **extraction.model_dump(mode="json", exclude_defaults=True, exclude=_TOLD_APART),
            "actors": [actor.id for actor in extraction.actors],
        }
        for extraction in outlines(extractions)
    ]


def node_row(actor: Actor) -> Row:
    """Return the attributes of an actor's node."""
    row: Row = {
        "label": actor.name,
        "kind": actor.kind,
        "code": actor.code,
        "sector": actor.sector,
        "parent": actor.parent,
    }
    for name in LISTS:
        row[name] = legal_json(list(getattr(actor, name))) if getattr(actor, name) else None
    return row


def edge_row(relation: Relation, document: Document, ontology: Ontology) -> Row:
    """Return the attributes of a relation's edge."""
    kind = ontology.types.get(relation.type)
    label = kind.label if kind else relation.type
    return {"label": label, **relation_row(relation, document, ontology), "extra": _extra(relation)}


def _extra(relation: Relation) -> str | None:
    """Return what the columns do not say: spans of mentions that differ from the evidence's, and further evidence."""
    main = relation.evidence[0]
    extra: dict[str, Any] = {}
    if relation.source.span != main.source:
        extra["source"] = relation.source.span.model_dump()
    if relation.target.span != main.target:
        extra["target"] = relation.target.span.model_dump()
    if relation.attribution is not None and relation.attribution.span is not None:
        extra["attribution"] = relation.attribution.span.model_dump()
    if relation.when is not None and relation.when.span is not None:
        extra["when"] = relation.when.span.model_dump()
    if len(relation.evidence) > 1:
        extra["evidence"] = [further.model_dump() for further in relation.evidence[1:]]
    return legal_json(extra) if extra else None


class Collector:
    """Takes the nodes and edges of a file one by one, in this order, and puts the graph together.

    Everything is raised as `FormatError` if the methods are called within `damage_told`.
    """

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._relations: list[Relation] = []

    def add_node(self, identifier: str, data: Mapping[str, Any]) -> None:
        """Add an actor by its id and the attributes of its node."""
        self._actors[identifier] = _actor(identifier, data)

    def add_edge(self, identifier: str, source: str, target: str, data: Mapping[str, Any]) -> None:
        """Add a relation by its id, those of its source and target, and the attributes of its edge."""
        self._relations.append(relation_of(identifier, source, target, data))

    def graph(self, documents: object) -> RelationGraph:
        """Return the graph, given what `documents_of` said; raises `FormatError` if it contradicts itself."""
        return build_graph(_extractions(documents, self._actors, self._relations))


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn what goes wrong with attributes that are missing or wrong into a `FormatError`."""
    try:
        yield
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"damaged: an attribute is missing or wrong ({error})") from None


def _actor(identifier: str, data: Mapping[str, Any]) -> Actor:
    lists = {name: tuple(_parsed(data[name])) for name in LISTS if name in data}
    plain = {name: data.get(name) for name in ("kind", "code", "sector", "parent")}
    return Actor.model_validate({"id": identifier, "name": data["label"], **plain, **lists})


def _parsed(value: Any) -> Any:  # noqa: ANN401 - JSON, or what a JSON format has parsed
    return json.loads(value) if isinstance(value, str) else value


def relation_of(identifier: str, source: str, target: str, data: Mapping[str, Any]) -> Relation:
    """Return the relation of an edge; raises `KeyError`, `TypeError` or `ValueError` if an attribute is wrong."""
    extra = _parsed(data.get("extra", "{}"))
    main = {
        "document": data["document"],
        "frame": data["frame"],
        "sentence": _span(data, "sentence", "sentence"),
        "source": _span(data, "source_text", "source"),
        "target": _span(data, "target_text", "target"),
        "trigger": _span(data, "trigger", "trigger"),
    }
    attribution = when = None
    if "attribution" in data:
        speaker = data.get("attribution_id")
        attribution = {"name": data["attribution"], "actor": speaker, "span": extra.get("attribution")}
    if "when" in data:
        interval = {name: data.get(name) for name in ("start", "end", "granularity")}
        when = {"text": data["when"], "span": extra.get("when"), **interval}
    return Relation.model_validate(
        {
            "id": identifier,
            "source": {"actor": source, "via": data["source_via"], "span": extra.get("source", main["source"])},
            "target": {"actor": target, "via": data["target_via"], "span": extra.get("target", main["target"])},
            **{name: data[name] for name in ("type", "polarity", "modality", "confidence", "symmetric")},
            "attribution": attribution,
            "when": when,
            "where": data.get("where"),
            "evidence": [main, *extra.get("evidence", ())],
        }
    )


def _span(data: Mapping[str, Any], text: str, offsets: str) -> dict[str, object]:
    return {"text": data[text], "start": int(data[f"{offsets}_start"]), "end": int(data[f"{offsets}_end"])}


def _extractions(
    documents: Any,  # noqa: ANN401 - whatever JSON holds
    actors: Mapping[str, Actor],
    relations: Sequence[Relation],
) -> Iterator[Extraction]:
    by_document: dict[str, list[Relation]] = {document["id"]: [] for document in documents}
    spans: dict[str, list[Span]] = {document["id"]: [] for document in documents}
    for relation in relations:
        by_document[relation.evidence[0].document].append(relation)
        for evidence in relation.evidence:
            spans.get(evidence.document, []).extend(_spans_of(evidence))
        mine = spans[relation.evidence[0].document]
        mine.extend((relation.source.span, relation.target.span))
        mine.extend(said.span for said in (relation.attribution, relation.when) if said is not None and said.span)
    texts = skeletons(spans)
    for document in documents:
        further = {name: document[name] for name in _FURTHER if name in document}
        known = {name: value for name, value in document.items() if name != "actors" and name not in further}
        yield Extraction.model_validate(
            {
                "document": Document.model_validate({**known, "text": texts[document["id"]]}),
                "actors": tuple(actors[identifier] for identifier in document["actors"]),
                "relations": tuple(by_document[document["id"]]),
                **further,
            }
        )


def _spans_of(evidence: Evidence) -> tuple[Span, ...]:
    return evidence.sentence, evidence.source, evidence.target, evidence.trigger
