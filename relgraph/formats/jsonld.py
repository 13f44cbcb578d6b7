"""JSON-LD: the graph as RDF in JSON, for the web and for programs that read JSON and know nothing of RDF.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`: one object for each actor, document, relation and
stretch of text, in the order of the graph. A graph cannot be read back from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import IO, TYPE_CHECKING

from relgraph.formats.rdf import triples
from relgraph.formats.terms import RDF, Iri, Term, Triple
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "jsonld"
SUFFIXES = (".jsonld",)

_Value = dict[str, str] | str
_TYPE = RDF + "type"


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
    statements = triples(graph.extractions(), text=text, mentions=mentions, ontology=ontology or graph.ontology)
    stream.write(b'{"@graph": [')
    separator = b"\n"
    for node in _nodes(statements):
        stream.write(separator + json.dumps(node, ensure_ascii=False).encode("utf-8"))
        separator = b",\n"
    stream.write(b"\n]}\n")


def _nodes(statements: Iterable[Triple]) -> Iterator[dict[str, str | list[_Value]]]:
    """Yield one object a subject, with full IRIs as keys, so that no context has to be known or fetched."""
    for subject, about in groupby(statements, key=itemgetter(0)):
        node: dict[str, str | list[_Value]] = {"@id": subject}
        for predicate, group in groupby(about, key=itemgetter(1)):
            is_type = predicate == _TYPE
            node["@type" if is_type else predicate] = [_value(triple[2], is_type=is_type) for triple in group]
        yield node


def _value(term: Term, *, is_type: bool) -> _Value:
    if isinstance(term, Iri):
        return term if is_type else {"@id": term}
    return {"@value": term.text} if term.datatype is None else {"@value": term.text, "@type": term.datatype}
