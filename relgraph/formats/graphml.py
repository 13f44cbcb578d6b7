"""GraphML: the network of actors for Gephi, yEd, Cytoscape, networkx and igraph.

A node is an actor, an edge is a relation (parallel ones stay apart; the edge id is the relation's id). Attributes are
plain strings, numbers and booleans; lists are JSON, dates ISO 8601, and what is unknown is left out. The words on an
edge are those of its main evidence; an ``extra`` attribute holds, as JSON, what has no column. The graph itself carries
``documents``: their metadata as JSON.

The full text of the documents and mentions outside relations are not written. When a graph is read back, each
document's text has the sentences of its relations in their places and spaces between, so that all offsets hold.

XML cannot hold most control characters: they become their visible pictures (U+0001 is ``␁``), lone surrogates and
noncharacters U+FFFD; in ids they are percent-encoded, together with ``%`` itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.flat import Row, Scalar, relation_row
from relgraph.formats.gather import actors_by_id, build_graph, relations_with_documents
from relgraph.model import Actor, Document, Evidence, Extraction, Relation, Span
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "graphml"
SUFFIXES = (".graphml",)
OMITS = "the full texts and mentions outside relations"

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

NODE_KEYS: Mapping[str, str] = {
    "label": "string",
    "kind": "string",
    "code": "string",
    "sector": "string",
    "parent": "string",
    "aliases": "string",
    "demonyms": "string",
    "metonyms": "string",
    "capitals": "string",
    "same_as": "string",
}
"""Attributes of nodes, with their GraphML types."""

EDGE_KEYS: Mapping[str, str] = {
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
"""Attributes of edges, with their GraphML types."""

GRAPH_KEYS: Mapping[str, str] = {"relgraph": "int", "documents": "string"}
"""Attributes of the graph: the version of this mapping, and the documents."""

VERSION = 1

_LISTS = ("aliases", "demonyms", "metonyms", "capitals", "same_as")
_IDS = frozenset({"parent", "attribution_id", "document"})
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph; `ontology` (default: the one of relgraph) gives the labels and signs of the types."""
    for line in _lines(graph.extractions(), ontology or graph.ontology):
        stream.write(line.encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    attributes: dict[str, str] = {}
    nodes: list[tuple[str, dict[str, str]]] = []
    edges: list[tuple[str, str, str, dict[str, str]]] = []
    try:
        for kind, element, data in _elements(stream):
            if kind == "graph":
                attributes.update(data)
            elif kind == "node":
                nodes.append((_unpercent(element["id"]), data))
            else:
                source, target = _unpercent(element["source"]), _unpercent(element["target"])
                edges.append((_unpercent(element["id"]), source, target, data))
    except ElementTree.ParseError as error:
        raise FormatError(f"not well-formed XML: {error}") from None
    except KeyError as error:
        raise FormatError(f"a node or edge has no {error}, so this is no GraphML file of relgraph") from None
    if attributes.get("relgraph") != str(VERSION):
        raise FormatError(
            "this GraphML was not written by this version of relgraph: its graph has no (or another) mark"
        )
    try:
        actors = {identifier: _actor(identifier, data) for identifier, data in nodes}
        relations = [_relation(*edge) for edge in edges]
        return build_graph(_extractions(json.loads(attributes["documents"]), actors, relations))
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"damaged: an attribute is missing or wrong ({error})") from None


def _lines(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
    for domain, keys in (("graph", GRAPH_KEYS), ("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            yield f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    documents = [
        {
            **extraction.document.model_dump(mode="json", exclude_defaults=True, exclude={"text"}),
            "actors": [actor.id for actor in extraction.actors],
        }
        for extraction in extractions
    ]
    yield from _data("graph", {"relgraph": VERSION, "documents": _json(documents)}, "    ")
    for actor in actors_by_id(extractions).values():
        yield f"    <node id={_attribute(actor.id)}>\n"
        yield from _data("node", _node(actor), "      ")
        yield "    </node>\n"
    for relation, document in relations_with_documents(extractions):
        source, target = _attribute(relation.source.actor), _attribute(relation.target.actor)
        yield f"    <edge id={_attribute(relation.id)} source={source} target={target}>\n"
        yield from _data("edge", _edge(relation, document, ontology), "      ")
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _node(actor: Actor) -> Row:
    row: Row = {"label": actor.name, **actor.model_dump(include={"kind", "code", "sector", "parent"})}
    for name in _LISTS:
        row[name] = _json(list(getattr(actor, name))) if getattr(actor, name) else None
    return row


def _edge(relation: Relation, document: Document, ontology: Ontology) -> Row:
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
    return _json(extra) if extra else None


def _data(domain: str, row: Row, indent: str) -> Iterator[str]:
    for name, value in row.items():
        if value is not None:
            yield f'{indent}<data key="{domain}_{name}">{_content(name, value)}</data>\n'


def _content(name: str, value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    text = _percent(text) if name in _IDS else _ILLEGAL.sub(_picture, text)
    return escape(text, {"\r": "&#13;"})  # a bare carriage return would be read as a line feed


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _attribute(identifier: str) -> str:
    return quoteattr(_percent(identifier))


def _percent(identifier: str) -> str:
    return re.sub(f"%|{_ILLEGAL.pattern}", lambda found: quote(found[0], errors="surrogatepass"), identifier)


def _unpercent(encoded: str) -> str:
    return unquote(encoded, errors="surrogatepass")


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)  # what is left of these stands in strings


def _elements(stream: IO[bytes]) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Yield each graph, node and edge: what it is, its XML attributes, its data by attribute name."""
    keys: dict[str, str] = {}
    data: dict[str, str] = {}
    for event, element in ElementTree.iterparse(stream, events=("start", "end")):
        tag = element.tag.rpartition("}")[2]
        if event == "start" and tag in ("node", "edge") and data:
            yield "graph", {}, data
            data = {}
        if event == "start":
            continue
        if tag == "key":
            keys[element.attrib["id"]] = element.attrib.get("attr.name", "")
        elif tag == "data":
            data[keys.get(element.attrib["key"], "")] = element.text or ""
        elif tag in ("node", "edge", "graph"):
            yield tag, dict(element.attrib), data
            data = {}
            element.clear()


def _actor(identifier: str, data: dict[str, str]) -> Actor:
    lists = {name: tuple(json.loads(data[name])) for name in _LISTS if name in data}
    parent = _unpercent(data["parent"]) if "parent" in data else None
    plain = {name: data.get(name) for name in ("kind", "code", "sector")}
    return Actor.model_validate({"id": identifier, "name": data["label"], "parent": parent, **plain, **lists})


def _relation(identifier: str, source: str, target: str, data: dict[str, str]) -> Relation:
    extra = json.loads(data.get("extra", "{}"))
    main = {
        "document": _unpercent(data["document"]),
        "frame": data["frame"],
        "sentence": _span(data, "sentence", "sentence"),
        "source": _span(data, "source_text", "source"),
        "target": _span(data, "target_text", "target"),
        "trigger": _span(data, "trigger", "trigger"),
    }
    attribution = when = None
    if "attribution" in data:
        speaker = _unpercent(data["attribution_id"]) if "attribution_id" in data else None
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


def _span(data: dict[str, str], text: str, offsets: str) -> dict[str, object]:
    return {"text": data[text], "start": int(data[f"{offsets}_start"]), "end": int(data[f"{offsets}_end"])}


def _extractions(
    documents: list[dict[str, Any]], actors: dict[str, Actor], relations: Iterable[Relation]
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
    for document in documents:
        named = document.pop("actors")
        yield Extraction(
            document=Document.model_validate({**document, "text": _skeleton(spans[document["id"]])}),
            actors=tuple(actors[identifier] for identifier in named),
            relations=tuple(by_document[document["id"]]),
        )


def _spans_of(evidence: Evidence) -> tuple[Span, ...]:
    return evidence.sentence, evidence.source, evidence.target, evidence.trigger


def _skeleton(spans: Iterable[Span]) -> str:
    """Return a text that has each span in its place and spaces elsewhere."""
    characters: list[str] = []
    for span in spans:
        characters.extend(" " * (span.end - len(characters)))
        characters[span.start : span.end] = span.text
    return "".join(characters)
