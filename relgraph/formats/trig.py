"""TriG: the graph as RDF with a named graph for each document, for stores that keep apart who said what.

What a document states (relations with their evidence, passages, the direct triples between actors) stands in the graph
that is named by the document; actors, and what is known of the document, stand in the default graph. Without the names
of the graphs it holds the triples that Turtle holds, see `relgraph.formats.rdf`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import IO, TYPE_CHECKING

from relgraph.formats.notation import Turtle
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import quads
from relgraph.formats.reification import reifications, turtle_line
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE, Quad, prefixes
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "trig"
SUFFIXES = (".trig",)
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
    turtle = Turtle(prefixes(base))
    statements = quads(extractions, text=text, mentions=mentions, ontology=ontology, base=base)
    for line in chain(turtle.head(), _lines(turtle, statements)):
        stream.write(line.encode("utf-8"))
    told = reifications(extractions, ontology, base=base) if triple_terms else ()
    for document, about in groupby(told, key=attrgetter("document")):
        lines = "".join(turtle_line(turtle, each) for each in about)
        stream.write(f"\n{turtle.iri(document)} {{\n{lines}}}\n".encode())


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    return restore(parse(stream, "trig"))


def _lines(turtle: Turtle, statements: Iterable[Quad]) -> Iterator[str]:
    for graph, group in groupby(statements, key=itemgetter(3)):
        if graph is not None:
            yield f"\n{turtle.iri(graph)} {{\n"
        yield from turtle.block(quad[:3] for quad in group)
        if graph is not None:
            yield "}\n"
