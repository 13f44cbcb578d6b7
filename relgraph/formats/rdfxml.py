"""RDF/XML: the graph as RDF for tools that know XML only, such as older triple stores and Protégé.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`, and has neither blank nodes nor a document type.
XML has no way to write a property whose IRI does not end with a name; the types that ship have no such one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import IO, TYPE_CHECKING

from relgraph.errors import FormatError
from relgraph.formats.markup import attribute, content
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import triples
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE, PREFIXES, RDF, Iri, Term, Triple
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "rdfxml"
SUFFIXES = (".rdf", ".rdfxml")
LOSSLESS = True

_DECLARED: Mapping[str, str] = {
    PREFIXES[name]: name for name in ("rg", "dc", "dcterms", "oa", "owl", "prov", "rdf", "rdfs", "skos")
}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*\Z")


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
    Raises `FormatError` if a type has an id that no name in XML can end with.
    """
    statements = triples(
        graph.extractions(), text=text, mentions=mentions, ontology=ontology or graph.ontology, base=base
    )
    for part in _parts(statements):
        stream.write(part.encode("utf-8"))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else."""
    return restore(parse(stream, "rdfxml"))


def _parts(statements: Iterable[Triple]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for namespace, prefix in _DECLARED.items():
        yield f"\n  xmlns:{prefix}={attribute(namespace)}"
    yield ">\n"
    elements = _Elements()
    for subject, about in groupby(statements, key=itemgetter(0)):
        first, *others = about
        # The first class of a resource becomes its element, as it is everywhere the first thing that is said.
        is_class = first[1] == RDF + "type" and isinstance(first[2], Iri)
        begin, end = elements.names(Iri(first[2])) if is_class else ("rdf:Description", "rdf:Description")
        yield f"<{begin} rdf:about={attribute(subject)}>\n"
        for _, predicate, term in others if is_class else (first, *others):
            yield elements.property(predicate, term)
        yield f"</{end}>\n"
    yield "</rdf:RDF>\n"


class _Elements:
    """The elements of properties, whose names are worked out once."""

    def __init__(self) -> None:
        self._names: dict[Iri, tuple[str, str]] = {}

    def names(self, iri: Iri) -> tuple[str, str]:
        """Return the start tag without its brackets, and the name for the end tag; raises `FormatError`."""
        if iri not in self._names:
            self._names[iri] = _names(iri)
        return self._names[iri]

    def property(self, predicate: Iri, term: Term) -> str:
        """Return a property with its value, on a line."""
        begin, end = self.names(predicate)
        if isinstance(term, Iri):
            return f"  <{begin} rdf:resource={attribute(term)}/>\n"
        datatype = "" if term.datatype is None else f" rdf:datatype={attribute(term.datatype)}"
        return f"  <{begin}{datatype}>{content(term.text)}</{end}>\n"


def _names(iri: Iri) -> tuple[str, str]:
    found = _NAME.search(iri)
    if found is None:
        raise FormatError(f"RDF/XML cannot write <{iri}>, as it does not end with a name; write turtle or jsonld")
    namespace, local = iri[: found.start()], found[0]
    prefix = _DECLARED.get(namespace)
    if prefix is not None:
        return f"{prefix}:{local}", f"{prefix}:{local}"
    return f"other:{local} xmlns:other={attribute(namespace)}", f"other:{local}"
