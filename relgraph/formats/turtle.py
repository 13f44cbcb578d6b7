"""Turtle: the graph as RDF, with the evidence as Web Annotations, for triple stores and SPARQL.

`relgraph.formats.rdf` says how a graph is told in RDF. One statement a line, in the order of the graph, and no blank
nodes: equal graphs give equal bytes, and files can be compared and concatenated. The full texts of the documents are
left out unless asked for, so that a graph cannot be read back from it.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import turtle_lines
from relgraph.formats.rdf import triples
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "turtle"
SUFFIXES = (".ttl", ".turtle")


def write(
    graph: RelationGraph,
    stream: IO[bytes],
    *,
    text: bool = False,
    mentions: bool = False,
    ontology: Ontology | None = None,
) -> None:
    """Write the graph.

    `text` adds the full text of the documents, `mentions` all mentions of actors beside those in relations; `ontology`
    (default: the one of relgraph) gives the properties of the types.
    """
    for line in turtle_lines(
        triples(graph.extractions(), text=text, mentions=mentions, ontology=ontology or graph.ontology)
    ):
        stream.write(line.encode("utf-8"))
