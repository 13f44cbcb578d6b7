"""Turtle: the graph as RDF, with the evidence as Web Annotations, for triple stores and SPARQL.

`relgraph.formats.rdf` says how a graph is told in RDF. One statement a line, in the order of the graph, and no blank
nodes: equal graphs give equal bytes, and files can be compared and concatenated.
"""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import Turtle
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import triples
from relgraph.formats.reification import reifications, turtle_line
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE, prefixes
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "turtle"
SUFFIXES = (".ttl", ".turtle")
LOSSLESS = True


def write(
    graph: RelationGraph,
    stream: IO[bytes],
    *,
    text: bool = True,
    mentions: bool = True,
    ontology: Ontology | None = None,
    base: str = BASE,
    triple_terms: bool = False,
) -> None:
    """Write the graph.

    Without `text` the full text of the documents is left out, without `mentions` all mentions of actors beside those in
    relations. `ontology` (default: the one of the graph) gives the properties of the types. All ids lie below `base`.
    `triple_terms` adds, in RDF 1.2, which triple each relation is about; such a file needs a reader that knows these.
    """
    extractions, ontology = graph.extractions(), ontology or graph.ontology
    statements = triples(extractions, text=text, mentions=mentions, ontology=ontology, base=base)
    turtle = Turtle(prefixes(base))
    for line in chain(turtle.head(), turtle.block(statements)):
        stream.write(line.encode("utf-8"))
    for told in reifications(extractions, ontology, base=base) if triple_terms else ():
        stream.write(turtle_line(turtle, told).encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    return restore(parse(stream, "turtle"))
