"""N-Triples: the graph as RDF, one triple a line, for tools that stream and sort and for triple stores in bulk.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import ntriples_line
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import triples
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "ntriples"
SUFFIXES = (".nt", ".ntriples")
LOSSLESS = True


def write(
    graph: RelationGraph,
    stream: IO[bytes],
    *,
    text: bool = True,
    mentions: bool = True,
    ontology: Ontology | None = None,
    base: str = BASE,
) -> None:
    """Write the graph.

    Without `text` the full text of the documents is left out, without `mentions` all mentions of actors beside those in
    relations. `ontology` (default: the one of the graph) gives the properties of the types. All ids lie below `base`.
    """
    stream.write(b"# the relations of a text, written by relgraph\n")
    statements = triples(
        graph.extractions(), text=text, mentions=mentions, ontology=ontology or graph.ontology, base=base
    )
    for triple in statements:
        stream.write(ntriples_line(triple).encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    return restore(parse(stream, "ntriples"))
