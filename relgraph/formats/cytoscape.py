"""Cytoscape JSON: the network of actors for Cytoscape and Cytoscape.js.

`relgraph.formats.network` says what stands on nodes and edges. What Cytoscape shows goes by the names that it uses:
``name`` of a node or edge, ``interaction`` of an edge; ``parent_id`` is the actor that a node rolls up to, since
Cytoscape.js would draw a node inside its ``parent``. Lists are lists. An edge whose id is also that of an actor gets a
prefix, because Cytoscape knows only one kind of id; ``relation_id`` is that of the relation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from relgraph.errors import FormatError
from relgraph.formats import network
from relgraph.formats.gather import actors_by_id, relations_with_documents
from relgraph.formats.network import LISTS, VERSION, Collector, damage_told, edge_row, node_row
from relgraph.model import Actor, Document, Extraction, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "cytoscape"
SUFFIXES = (".cyjs",)
OMITS = network.OMITS

_HEAD = {"format_version": "1.0", "generated_by": "relgraph", "target_cytoscapejs_version": "~3.0"}


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph, an element a line; `ontology` (default: that of relgraph) gives labels and signs of types."""
    for part in _parts(graph.extractions(), ontology or graph.ontology):
        stream.write(part)


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    try:
        whole = json.loads(stream.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(f"not JSON in UTF-8: {error}") from None
    told = whole.get("data") if isinstance(whole, dict) else None
    if not isinstance(told, dict) or told.get("relgraph") != VERSION:
        raise FormatError("this JSON was not written by this version of relgraph: its data have no (or another) mark")
    collector = Collector()
    with damage_told():
        for element in whole["elements"]["nodes"]:
            data = element["data"]
            parent = {"parent": data["parent_id"]} if "parent_id" in data else {}
            collector.add_node(data["id"], {**data, **parent, "label": data["name"]})
        for element in whole["elements"]["edges"]:
            data = element["data"]
            collector.add_edge(data["relation_id"], data["source"], data["target"], data)
        return collector.graph(json.loads(told["documents"]))


def _parts(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[bytes]:
    actors = actors_by_id(extractions)
    told = {"name": "relgraph", "relgraph": VERSION, "documents": json.dumps(network.documents_of(extractions))}
    head = b"".join(b"%s:%s,\n" % (_json(name), _json(value)) for name, value in _HEAD.items())
    yield b"{\n" + head + b'"data":' + _json(told) + b',\n"elements":{\n"nodes":[\n'
    yield from _listed(_node_data(actor) for actor in actors.values())
    yield b'],\n"edges":[\n'
    edges = _with_ids(relations_with_documents(extractions), set(actors))
    yield from _listed(_edge_data(each, document, ontology, edge_id) for each, document, edge_id in edges)
    yield b"]\n}\n}\n"


def _listed(rows: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    separator = b""
    for row in rows:
        yield separator + b'{"data":' + _json({name: value for name, value in row.items() if value is not None}) + b"}"
        separator = b",\n"
    yield b"\n"


def _node_data(actor: Actor) -> dict[str, Any]:
    row = node_row(actor)
    lists = {name: list(getattr(actor, name)) or None for name in LISTS}
    label, parent = row.pop("label"), row.pop("parent")
    return {"id": actor.id, "name": label, **row, "parent_id": parent, **lists}


def _with_ids(
    relations: Iterable[tuple[Relation, Document]], used: set[str]
) -> Iterator[tuple[Relation, Document, str]]:
    for relation, document in relations:
        identifier = relation.id
        while identifier in used:
            identifier = f"relation:{identifier}"
        used.add(identifier)
        yield relation, document, identifier


def _edge_data(relation: Relation, document: Document, ontology: Ontology, identifier: str) -> dict[str, Any]:
    row = edge_row(relation, document, ontology)
    return {
        "id": identifier,
        "source": relation.source.actor,
        "target": relation.target.actor,
        "relation_id": relation.id,
        "name": row["label"],
        "interaction": row["label"],
        **row,
    }


def _json(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate: JSON can escape it, UTF-8 cannot hold it
        return json.dumps(value, separators=(",", ":")).encode("ascii")
