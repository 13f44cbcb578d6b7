"""Triples as rdflib's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.formats.terms import Literal, Triple

if TYPE_CHECKING:
    import rdflib


def rdflib_triples(
    statements: Iterable[Triple],
) -> Iterator[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    """Yield triples as rdflib has them, literals with the digits and letters that they came with."""
    import rdflib  # noqa: PLC0415 - slow to load

    for subject, predicate, value in statements:
        term: rdflib.term.Node
        if isinstance(value, Literal):
            datatype = None if value.datatype is None else rdflib.URIRef(value.datatype)
            term = rdflib.Literal(value.text, datatype=datatype, normalize=False)
        else:
            term = rdflib.URIRef(value)
        yield rdflib.URIRef(subject), rdflib.URIRef(predicate), term
