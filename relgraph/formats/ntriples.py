"""N-Triples: the graph as RDF, one triple a line, for tools that stream and sort and for triple stores in bulk.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`; a graph cannot be read back from it.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import ntriples_line
from relgraph.formats.rdf import triples
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "ntriples"
SUFFIXES = (".nt", ".ntriples")


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
    stream.write(b"# the relations of a text, written by relgraph\n")
    for triple in triples(graph.extractions(), text=text, mentions=mentions, ontology=ontology or graph.ontology):
        stream.write(ntriples_line(triple).encode("utf-8"))
