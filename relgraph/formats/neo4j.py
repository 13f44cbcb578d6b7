"""Neo4j: nodes and edges as CSV for ``neo4j-admin database import``, in one zip file.

In it are ``nodes.csv`` (actors, with the labels ``Actor`` and that of their kind), ``edges.csv`` (relations, and a
``PARENT`` edge from an actor to the one it rolls up to) and ``import.args``, with which they are imported::

    unzip graph.neo4j.zip && neo4j-admin database import full neo4j @import.args

A relation's type is written as Neo4j's users do (``RESTRAINS_SANCTIONS``), its property ``type`` as relgraph does. The
other properties are those of `relgraph.formats.flat`, with Neo4j's types. Missing values are empty and not quoted, the
rest is quoted. Control characters become their visible pictures; in ids they are percent-encoded, together with ``%``
itself. A semicolon in a list, where it would begin the next item, becomes a full-width one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from relgraph.formats.flat import Scalar, relation_row
from relgraph.formats.gather import actors_by_id, relations_with_documents
from relgraph.formats.markup import percent, visible
from relgraph.formats.network import EDGE_KEYS, IDS, LISTS
from relgraph.formats.vocabulary import KIND_CLASSES
from relgraph.model import Actor, Extraction
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "neo4j"
SUFFIXES = (".neo4j.zip",)
BINARY = True
OMITS = "the full texts, further evidence and mentions outside relations"

ARGUMENTS = "--nodes=nodes.csv\n--relationships=edges.csv\n--multiline-fields=true\n"
"""What `neo4j-admin database import full` is told: the files, and that values may have several lines."""

_ACTOR = ("name", "kind", "code", "sector", "parent")
_NOT_COLUMNS = {"label", "extra"}
_DATES = {"start", "end", "published"}
_TYPES: Mapping[str, str] = {"string": "", "int": ":long", "double": ":double", "boolean": ":boolean"}
_RELATION = {
    name: ":date" if name in _DATES else _TYPES[kind] for name, kind in EDGE_KEYS.items() if name not in _NOT_COLUMNS
}
NODE_HEADER = ("id:ID(Actor)", ":LABEL", *_ACTOR, *(f"{name}:string[]" for name in LISTS))
EDGE_HEADER = (
    *(":START_ID(Actor)", ":END_ID(Actor)", ":TYPE", "id"),
    *(f"{name}{kind}" for name, kind in _RELATION.items()),
)


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the zip file; `ontology` (default: the one of relgraph) gives the signs of the types."""
    extractions = graph.extractions()
    actors = actors_by_id(extractions)
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, "nodes.csv", _nodes(actors.values()))
        _add(archive, "edges.csv", _edges(extractions, actors, ontology or graph.ontology))
        _add(archive, "import.args", [ARGUMENTS])


def _add(archive: zipfile.ZipFile, name: str, lines: Iterable[str]) -> None:
    info = zipfile.ZipInfo(name)  # of 1980, so that equal graphs give equal bytes
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as member:
        for line in lines:
            member.write(line.encode("utf-8"))


def _nodes(actors: Iterable[Actor]) -> Iterator[str]:
    yield _line(NODE_HEADER)
    for actor in actors:
        plain = (actor.name, actor.kind, actor.code, actor.sector, _id(actor.parent))
        lists = (";".join(item.replace(";", "；") for item in getattr(actor, name)) or None for name in LISTS)
        yield _line((_id(actor.id), f"Actor;{KIND_CLASSES[actor.kind].name}", *plain, *lists))


def _edges(extractions: Sequence[Extraction], actors: Mapping[str, Actor], ontology: Ontology) -> Iterator[str]:
    yield _line(EDGE_HEADER)
    for actor in actors.values():
        if actor.parent is not None and actor.parent in actors:
            ends = (_id(actor.id), _id(actor.parent), "PARENT")
            yield _line((*ends, *[None] * (len(EDGE_HEADER) - len(ends))))
    for relation, document in relations_with_documents(extractions):
        row = relation_row(relation, document, ontology)
        ends = (_id(relation.source.actor), _id(relation.target.actor), _type(relation.type))
        cells = (_id(row[name]) if name in IDS else row[name] for name in _RELATION)
        yield _line((*ends, _id(relation.id), *cells))


def _id(identifier: Scalar | None) -> str | None:
    return None if identifier is None else percent(str(identifier))


def _type(identifier: str) -> str:
    return re.sub(r"\W+", "_", identifier).strip("_").upper() or "RELATION"


def _line(cells: Iterable[Scalar | None]) -> str:
    return f"{','.join(map(_cell, cells))}\n"


def _cell(value: Scalar | None) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else visible(str(value))
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
