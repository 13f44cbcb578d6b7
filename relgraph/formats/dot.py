"""DOT: a drawing of the network by Graphviz: ``dot -Tsvg graph.dot > graph.svg``.

A node is an actor, an edge is a relation; parallel ones stay apart. The colour says how the two stand to each other
(blue friendly, orange hostile, grey neither). A solid line is said to be so, a dashed one to be intended, possible or
conditional; a negated one is dotted and says "not". A symmetric relation has two heads. The sentence appears where the
pointer rests on an edge of an SVG drawing.

Labels are cut after 500 characters. Control characters, which no drawing can show, become their visible pictures; in
ids they are percent-encoded, together with ``%`` itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from relgraph.formats.gather import actors_by_id, relations_with_documents
from relgraph.formats.markup import percent, visible
from relgraph.model import Extraction, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "dot"
SUFFIXES = (".dot", ".gv")
OMITS = "all but names, types, polarity, modality and the sentences"

COLOURS = {1: "#0072b2", 0: "#666666", -1: "#d55e00"}
"""The colour of each sign; people with any colour vision tell them apart."""

_HEAD = """\
digraph relgraph {
  graph [charset="UTF-8", overlap=false, splines=true];
  node [shape=box, style="rounded", fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
"""
_SPECIAL = re.compile('["\\\\&\n\r]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "&": "&amp;", "\n": "\\n", "\r": ""}
_LONGEST_LABEL = 500
_LONGEST_STRING = 2_000
"""Graphviz takes 16384 bytes in one pair of quotes; more must be joined."""
_LINE_ENDS = re.compile("[\t\n\r]")


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph; `ontology` (default: the one of relgraph) gives the labels and signs of the types."""
    for part in _parts(graph.extractions(), ontology or graph.ontology):
        stream.write(part.encode("utf-8"))


def _parts(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[str]:
    yield _HEAD
    for actor in actors_by_id(extractions).values():
        yield f"  {_identifier(actor.id)} [label={_label(actor.name)}, tooltip={_label(actor.kind)}];\n"
    for relation, document in relations_with_documents(extractions):
        ends = f"{_identifier(relation.source.actor)} -> {_identifier(relation.target.actor)}"
        where = ", ".join(filter(None, (document.title or document.id, str(document.published or ""))))
        said = f"{relation.evidence[0].sentence.text} ({where})"
        yield f"  {ends} [{_looks(relation, ontology)}, tooltip={_label(said)}, id={_identifier(relation.id)}];\n"
    yield "}\n"


def _looks(relation: Relation, ontology: Ontology) -> str:
    kind = ontology.types.get(relation.type)
    label = kind.label if kind else relation.type
    negated = relation.polarity == "negated"
    qualifiers = (*(("not",) if negated else ()), *((relation.modality,) if relation.modality != "actual" else ()))
    words = " ".join((*qualifiers, label))
    colour = COLOURS[kind.sign if kind else 0]
    looks = f'label={_label(words)}, color="{colour}", fontcolor="{colour}"'
    if qualifiers:
        looks += f", style={'dotted' if negated else 'dashed'}"
    return f"{looks}, dir=both" if relation.symmetric else looks


def _label(text: str) -> str:
    """Return words as a quoted string in which Graphviz finds no escapes, entities or ends but ours."""
    if len(text) > _LONGEST_LABEL:
        text = f"{text[:_LONGEST_LABEL]}…"
    return f'"{_SPECIAL.sub(lambda found: _ESCAPES[found[0]], visible(text))}"'


def _identifier(identifier: str) -> str:
    """Return an id as a quoted string on one line; two ids never become one."""
    legal = _LINE_ENDS.sub(lambda found: f"%{ord(found[0]):02X}", percent(identifier))
    pieces = (legal[start : start + _LONGEST_STRING] for start in range(0, len(legal), _LONGEST_STRING))
    escaped = (piece.replace("\\", "\\\\").replace('"', '\\"') for piece in pieces)
    return " + ".join(f'"{piece}"' for piece in escaped)
