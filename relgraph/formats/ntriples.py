"""N-Triples: the graph as RDF, one triple a line, for tools that stream and sort and for triple stores in bulk.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import ntriples_line
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import triples
from relgraph.formats.reification import reification_line, reifications
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
    triple_terms: bool = False,
) -> None:
    """Write the graph.

    Without `text` the full text of the documents is left out, without `mentions` all mentions of actors beside those in
    relations. `ontology` (default: the one of the graph) gives the properties of the types. All ids lie below `base`.
    `triple_terms` adds, in RDF 1.2, which triple each relation is about; such a file needs a reader that knows these.
    """
    stream.write(b"# the relations of a text, written by relgraph\n")
    extractions, ontology = graph.extractions(), ontology or graph.ontology
    for triple in triples(extractions, text=text, mentions=mentions, ontology=ontology, base=base):
        stream.write(ntriples_line(triple).encode("utf-8"))
    for told in reifications(extractions, ontology, base=base) if triple_terms else ():
        stream.write(reification_line(told).encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    return restore(parse(stream, "ntriples"))
