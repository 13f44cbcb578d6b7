"""Reading RDF files: by pyoxigraph where it is installed (extra ``oxigraph``), as it is quick and streams, else rdflib.

Neither fetches anything: the syntaxes read here have nothing to fetch.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import IO, Any, Literal

from relgraph.errors import FormatError
from relgraph.formats import terms
from relgraph.formats.terms import XSD, Iri, Triple

Syntax = Literal["turtle", "ntriples"]
_STRING = XSD + "string"


def parse(stream: IO[bytes], syntax: Syntax) -> Iterator[Triple]:
    """Yield the triples of a file, in no particular order, without those that have a blank node.

    Raises `FormatError` if it is damaged or something else.
    """
    return _with_oxigraph(stream, syntax) if find_spec("pyoxigraph") else with_rdflib(stream, syntax)


def _with_oxigraph(stream: IO[bytes], syntax: Syntax) -> Iterator[Triple]:
    import pyoxigraph  # noqa: PLC0415 - optional

    formats = {"turtle": pyoxigraph.RdfFormat.TURTLE, "ntriples": pyoxigraph.RdfFormat.N_TRIPLES}
    datatypes: dict[str, Iri | None] = {_STRING: None}
    node, literal = pyoxigraph.NamedNode, pyoxigraph.Literal
    try:
        for quad in pyoxigraph.parse(stream, formats[syntax]):
            subject, value = quad.subject, quad.object
            if type(subject) is not node:
                continue
            if type(value) is literal:
                name = value.datatype.value
                if name not in datatypes:
                    datatypes[name] = Iri(name)
                term: terms.Term = terms.Literal(value.value, datatypes[name])
            elif type(value) is node:
                term = Iri(value.value)
            else:
                continue
            yield Iri(subject.value), Iri(quad.predicate.value), term
    except (SyntaxError, ValueError) as error:
        raise _damaged(syntax, error) from None


def with_rdflib(stream: IO[bytes], syntax: Syntax) -> Iterator[Triple]:
    """Do as `parse` does, with rdflib."""
    import rdflib  # noqa: PLC0415 - slow to load

    graph = rdflib.Graph(bind_namespaces="none")
    try:
        graph.parse(data=stream.read(), format="nt" if syntax == "ntriples" else syntax)
    except Exception as error:  # each parser of rdflib has errors of its own, with no common base
        raise _damaged(syntax, error) from None
    for subject, predicate, value in graph:
        if isinstance(subject, rdflib.URIRef) and not isinstance(value, rdflib.BNode):
            yield Iri(subject), Iri(predicate), _term(value)


def _term(value: Any) -> terms.Term:  # noqa: ANN401 - rdflib's terms have no type that says enough
    import rdflib  # noqa: PLC0415 - slow to load

    if not isinstance(value, rdflib.Literal):
        return Iri(value)
    datatype = None if value.datatype is None or str(value.datatype) == _STRING else Iri(value.datatype)
    return terms.Literal(str(value), datatype)


def _damaged(syntax: Syntax, error: Exception) -> FormatError:
    first = (str(error).strip() or type(error).__name__).splitlines()[0][:300]
    return FormatError(f"this is not a whole file of {syntax}: {first}")
