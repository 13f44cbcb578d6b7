"""GraphML: the network of actors for Gephi, yEd, Cytoscape, networkx and igraph.

`relgraph.formats.network` says what stands on nodes and edges; the graph itself carries ``documents``, their metadata
as JSON. `relgraph.formats.markup` says what becomes of the characters that XML cannot hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from relgraph.errors import FormatError
from relgraph.formats import network
from relgraph.formats.flat import Row
from relgraph.formats.gather import actors_by_id, relations_with_documents
from relgraph.formats.markup import (
    EXACT,
    attribute,
    content,
    elements,
    exact_row,
    legal_json,
    legal_row,
    percent,
    unpercent,
)
from relgraph.formats.network import IDS, VERSION, Collector, damage_told, edge_row, node_row
from relgraph.model import Extraction
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "graphml"
SUFFIXES = (".graphml",)
OMITS = network.OMITS

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

NODE_KEYS: Mapping[str, str] = {**network.NODE_KEYS, EXACT: "string"}
"""Attributes of nodes, with their GraphML types."""

EDGE_KEYS: Mapping[str, str] = {**network.EDGE_KEYS, EXACT: "string"}
"""Attributes of edges, with their GraphML types."""

GRAPH_KEYS: Mapping[str, str] = {"relgraph": "int", "documents": "string"}
"""Attributes of the graph: the version of this mapping, and the documents."""


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph; `ontology` (default: the one of relgraph) gives the labels and signs of the types."""
    for part in _parts(graph.extractions(), ontology or graph.ontology):
        stream.write(part.encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    attributes: dict[str, str] = {}
    collector = Collector()
    with damage_told():
        for kind, element, data in _read_elements(stream):
            if kind == "graph":
                attributes.update(data)
            _check_mark(attributes)
            if kind == "node":
                collector.add_node(unpercent(_given(element, "id")), data)
            elif kind == "edge":
                identifier, source, target = (unpercent(_given(element, name)) for name in ("id", "source", "target"))
                collector.add_edge(identifier, source, target, data)
        _check_mark(attributes)
        return collector.graph(json.loads(attributes["documents"]))


def _check_mark(attributes: Mapping[str, str]) -> None:
    if attributes.get("relgraph") != str(VERSION):
        raise FormatError(
            "this GraphML was not written by this version of relgraph: its graph has no (or another) mark"
        )


def _given(element: Mapping[str, str], name: str) -> str:
    if name not in element:
        raise FormatError(f"a node or edge has no {name!r}, so this is no GraphML file of relgraph")
    return element[name]


def _parts(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
    for domain, keys in (("graph", GRAPH_KEYS), ("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            yield f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    documents = legal_json(network.documents_of(extractions))
    yield _data("graph", {"relgraph": VERSION, "documents": documents}, "    ")
    for actor in actors_by_id(extractions).values():
        yield f"    <node id={attribute(percent(actor.id))}>\n{_data('node', node_row(actor), '      ')}    </node>\n"
    for relation, document in relations_with_documents(extractions):
        source, target = (attribute(percent(each.actor)) for each in (relation.source, relation.target))
        data = _data("edge", edge_row(relation, document, ontology), "      ")
        yield f"    <edge id={attribute(percent(relation.id))} source={source} target={target}>\n{data}    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(domain: str, row: Row, indent: str) -> str:
    lines = (f'{indent}<data key="{domain}_{name}">{content(text)}</data>\n' for name, text in legal_row(row, IDS))
    return "".join(lines)


def _read_elements(stream: IO[bytes]) -> Iterator[tuple[str, Mapping[str, str], dict[str, str]]]:
    """Yield each graph, node and edge: what it is, its XML attributes, its data by attribute name."""
    keys: dict[str, str] = {}
    data: dict[str, str] = {}
    key = ""
    inside: Mapping[str, str] = {}
    for name, attributes, text in elements(stream):
        if attributes is not None:
            if name == "data":
                key = keys.get(attributes["key"], "")
            elif name == "key":
                keys[attributes["id"]] = attributes.get("attr.name", "")
            elif name in ("node", "edge"):
                if data:
                    yield "graph", {}, data
                data, inside = {}, attributes
        elif name == "data":
            data[key] = unpercent(text) if key in IDS else text
        elif name in ("node", "edge", "graph"):
            yield name, inside, exact_row(data)
            data, inside = {}, {}
