"""GEXF 1.3: the network of actors for Gephi, with the times of relations for its timeline.

`relgraph.formats.network` says what stands on nodes and edges; as an edge of GEXF has a start and an end of its own,
the attributes of these names are ``when_start`` and ``when_end``. The description in ``meta`` holds the metadata of the
documents as JSON. `relgraph.formats.markup` says what becomes of the characters that XML cannot hold.

An edge is there from the first to the last day that its relation holds: those that the text states, otherwise the day
on which the document was published. An actor is there from the first to the last day of its relations. What has no date
is always there, and a graph without dates is static.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
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
    visible,
)
from relgraph.formats.network import IDS, VERSION, Collector, damage_told, edge_row, node_row
from relgraph.model import Document, Extraction, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "gexf"
SUFFIXES = (".gexf",)
OMITS = network.OMITS

NAMESPACE = "http://gexf.net/1.3"

_TYPES: Mapping[str, str] = {"string": "string", "int": "integer", "double": "double", "boolean": "boolean"}
_TITLES: Mapping[str, str] = {"start": "when_start", "end": "when_end"}
_NAMES: Mapping[str, str] = {title: name for name, title in _TITLES.items()}

Days = tuple[date, date]
"""The first and the last day of something; `date.min` and `date.max` say that it has no known start or end."""


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph; `ontology` (default: the one of relgraph) gives the labels and signs of the types."""
    for part in _parts(graph.extractions(), ontology or graph.ontology):
        stream.write(part.encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    description: str | None = None
    told: object = None
    collector = Collector()
    data: dict[str, str] = {}
    inside: Mapping[str, str] = {}
    with damage_told():
        for element, attributes, text in elements(stream):
            if attributes is not None:
                if element == "graph":
                    told = _documents(description)
                elif element in ("node", "edge"):
                    data, inside = {"label": _given(attributes, "label")}, attributes
                elif element == "attvalue":
                    name, value = attributes["for"], attributes["value"]
                    data[_NAMES.get(name, name)] = unpercent(value) if name in IDS else value
            elif element == "description":
                description = text
            elif element == "node":
                collector.add_node(unpercent(_given(inside, "id")), exact_row(data))
            elif element == "edge":
                identifier, source, target = (unpercent(_given(inside, name)) for name in ("id", "source", "target"))
                collector.add_edge(identifier, source, target, exact_row(data))
        return collector.graph(_documents(description) if told is None else told)


def _given(element: Mapping[str, str], name: str) -> str:
    if name not in element:
        raise FormatError(f"a node or edge has no {name!r}, so this is no GEXF file of relgraph")
    return element[name]


def _documents(description: str | None) -> object:
    try:
        told = json.loads(description or "")
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("relgraph") != VERSION:
        raise FormatError("this GEXF was not written by this version of relgraph: its description does not say so")
    return told.get("documents")


def _parts(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[str]:
    actors = actors_by_id(extractions)
    spells = _spells(extractions)
    dynamic = any(_days_of(relation, document) for relation, document in relations_with_documents(extractions))
    mode = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if dynamic else 'mode="static"'
    told = legal_json({"relgraph": VERSION, "documents": network.documents_of(extractions)})
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{NAMESPACE}" version="1.3">\n'
    yield f"  <meta>\n    <creator>relgraph</creator>\n    <description>{content(told)}</description>\n  </meta>\n"
    yield f'  <graph defaultedgetype="directed" {mode}>\n'
    yield from _attributes("node", network.NODE_KEYS)
    yield from _attributes("edge", network.EDGE_KEYS)
    yield f'    <nodes count="{len(actors)}">\n'
    for actor in actors.values():
        head = f"id={attribute(percent(actor.id))}"
        yield _element("node", head, node_row(actor), spells.get(actor.id))
    yield f'    </nodes>\n    <edges count="{sum(len(each.relations) for each in extractions)}">\n'
    for relation, document in relations_with_documents(extractions):
        ids = {"id": relation.id, "source": relation.source.actor, "target": relation.target.actor}
        head = " ".join(f"{name}={attribute(percent(value))}" for name, value in ids.items())
        kind = f"{head} kind={attribute(visible(relation.type))}"
        yield _element("edge", kind, edge_row(relation, document, ontology), _days_of(relation, document))
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _attributes(of: str, keys: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{of}" mode="static">\n'
    for name, kind in {**keys, EXACT: "string"}.items():
        if name != "label":
            title = _TITLES.get(name, name)
            yield f'      <attribute id="{title}" title="{title}" type="{_TYPES[kind]}"/>\n'
    yield "    </attributes>\n"


def _element(name: str, head: str, row: Row, days: Days | None) -> str:
    cells = dict(legal_row(row, IDS))
    lines = [f"      <{name} {head} label={attribute(cells.pop('label'))}{_times(days)}>\n        <attvalues>\n"]
    for key, text in cells.items():
        lines.append(f'          <attvalue for="{_TITLES.get(key, key)}" value={attribute(text)}/>\n')
    lines.append(f"        </attvalues>\n      </{name}>\n")
    return "".join(lines)


def _times(days: Days | None) -> str:
    if days is None:
        return ""
    start = f' start="{days[0].isoformat()}"' if days[0] != date.min else ""
    return start + (f' end="{days[1].isoformat()}"' if days[1] != date.max else "")


def _days_of(relation: Relation, document: Document) -> Days | None:
    from relgraph.graph.dates import days_of  # noqa: PLC0415 - looking for formats need not load the graph

    return days_of(relation, document)


def _spells(extractions: Sequence[Extraction]) -> dict[str, Days]:
    """Return the first and last day of each actor's relations, but of no actor that has an undated one."""
    found: dict[str, Days] = {}
    undated: set[str] = set()
    for relation, document in relations_with_documents(extractions):
        days = _days_of(relation, document)
        for actor in (relation.source.actor, relation.target.actor):
            if days is None:
                undated.add(actor)
                continue
            first, last = found.get(actor, days)
            found[actor] = min(first, days[0]), max(last, days[1])
    return {actor: days for actor, days in found.items() if actor not in undated}
