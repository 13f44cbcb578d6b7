"""Reading RDF files: by pyoxigraph where it is installed (extra ``oxigraph``), as it is quick and streams, else rdflib.

Neither fetches anything, and neither sees what could harm it: `relgraph.formats.guard` stands before them.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, Any, Literal, cast

from relgraph.errors import FormatError
from relgraph.formats import terms
from relgraph.formats.guard import Guard, TripleTermGuard, XmlGuard
from relgraph.formats.jsonguard import CONTEXT_ELSEWHERE, JsonLdGuard, refuse_contexts_elsewhere
from relgraph.formats.terms import XSD, Iri, Triple

if TYPE_CHECKING:
    import rdflib

Syntax = Literal["turtle", "ntriples", "trig", "rdfxml", "jsonld"]
_STRING = XSD + "string"


def parse(stream: IO[bytes], syntax: Syntax) -> Iterator[Triple]:
    """Yield the triples of a file, in no particular order, without those that have a blank node or a triple in them.

    Of a data set these are the triples of all its graphs; one that stands in several may come several times. Raises
    `FormatError` if the file is damaged, something else, or harmful.
    """
    return _with_oxigraph(stream, syntax) if find_spec("pyoxigraph") else with_rdflib(stream, syntax)


def _guarded(stream: IO[bytes], syntax: Syntax) -> Guard:
    if syntax == "rdfxml":
        return XmlGuard(stream)
    return JsonLdGuard(stream) if syntax == "jsonld" else TripleTermGuard(stream)


def _with_oxigraph(stream: IO[bytes], syntax: Syntax) -> Iterator[Triple]:
    import pyoxigraph  # noqa: PLC0415 - optional

    formats = {
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    guarded = _guarded(stream, syntax)
    format_ = formats[syntax]
    if isinstance(guarded, JsonLdGuard) and guarded.streams():
        format_ = pyoxigraph.RdfFormat.STREAMING_JSON_LD
    datatypes: dict[str, Iri | None] = {_STRING: None}
    node, literal = pyoxigraph.NamedNode, pyoxigraph.Literal
    try:
        for quad in pyoxigraph.parse(cast("IO[bytes]", guarded), format_):
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

    for subject, predicate, value in to_rdflib(stream, syntax):
        if isinstance(subject, rdflib.URIRef) and not isinstance(value, rdflib.BNode):
            yield Iri(subject), Iri(str(predicate)), _term(value)


def to_rdflib(stream: IO[bytes], syntax: Syntax) -> rdflib.Graph:
    """Return all that a file says, with its blank nodes and in one graph of rdflib; raises what `parse` raises."""
    import rdflib  # noqa: PLC0415 - slow to load

    data = _guarded(stream, syntax).read()
    if syntax == "jsonld":
        refuse_contexts_elsewhere(data)
    names = {"ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
    dataset, graph = rdflib.Dataset(default_union=True), rdflib.Graph()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib itself uses what it deprecates
            dataset.parse(data=data, format=names.get(syntax, syntax))
            for triple in dataset.triples((None, None, None)):
                graph.add(triple)
    except Exception as error:  # each parser of rdflib has errors of its own, with no common base
        if b"<<(" in data or b" ~ " in data:
            raise _damaged(
                f"{syntax} (for RDF 1.2, with triple terms: pip install 'relgraph[oxigraph]')", error
            ) from None
        raise _damaged(syntax, error) from None
    return graph


def _term(value: Any) -> terms.Term:  # noqa: ANN401 - rdflib's terms have no type that says enough
    import rdflib  # noqa: PLC0415 - slow to load

    if not isinstance(value, rdflib.Literal):
        return Iri(value)
    datatype = None if value.datatype is None or str(value.datatype) == _STRING else Iri(value.datatype)
    return terms.Literal(str(value), datatype)


def _damaged(syntax: str, error: Exception) -> FormatError:
    if "LoadDocumentCallback" in str(error):
        return FormatError(CONTEXT_ELSEWHERE)
    first = (str(error).strip() or type(error).__name__).splitlines()[0][:300]
    return FormatError(f"this is not a whole file of {syntax}: {first}")
