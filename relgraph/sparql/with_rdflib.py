"""SPARQL with rdflib, which relgraph always has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from relgraph.errors import UsageError
from relgraph.formats.as_rdflib import rdflib_triples
from relgraph.formats.terms import PREFIXES, XSD, Triple
from relgraph.sparql.check import has_order, parsed
from relgraph.sparql.result import TRIPLE, Binding, SparqlResult, in_fixed_order, select_result


class RdflibEngine:
    """Triples in an `rdflib.Graph`."""

    def __init__(self) -> None:
        import rdflib  # noqa: PLC0415 - slow to load

        self.graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)

    def __len__(self) -> int:
        return len(self.graph)

    def add(self, statements: Iterable[Triple]) -> None:
        """Add triples; those that are there make no difference."""
        for triple in rdflib_triples(statements):
            self.graph.add(triple)

    def answer(self, sparql: str) -> SparqlResult:
        """Answer a query; raises `UsageError` if it is none, reaches out or asks too much of rdflib."""
        prepared = parsed(sparql)
        try:
            result = self.graph.query(prepared)
            if result.type == "ASK":
                answer = {"type": "literal", "value": str(result.askAnswer).lower(), "datatype": XSD + "boolean"}
                return SparqlResult("ask", ["ask"], [[answer]])
            columns = list(result.vars or ())
            if result.type == "SELECT":
                # Not by iterating over the result, which leaves out the rows in which nothing is bound.
                rows = [[_binding(row.get(name)) for name in columns] for row in result.bindings]
            else:
                rows = [[_binding(term) for term in triple] for triple in result.graph or ()]
        except re.error as error:  # rdflib hands a pattern on to Python unchecked
            raise UsageError(f"the query has a regular expression that is none: {error}") from None
        except Exception as error:  # what rdflib cannot evaluate has no common base below this
            raise UsageError(f"rdflib cannot answer this query: {error}; engine='oxigraph' may") from error
        if result.type != "SELECT":
            return SparqlResult("graph", TRIPLE, in_fixed_order(rows))
        return select_result(sparql, [str(name) for name in columns], rows, ordered=has_order(prepared))

    def close(self) -> None:
        """Forget the triples."""
        self.graph.close()


def _binding(term: Any) -> Binding | None:  # noqa: ANN401 - whatever rdflib binds
    import rdflib  # noqa: PLC0415 - slow to load

    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return {"type": "uri", "value": str(term)}
    if isinstance(term, rdflib.BNode):
        return {"type": "bnode", "value": str(term)}
    found: dict[str, str] = {"type": "literal", "value": str(term)}
    if term.language is not None:
        found["xml:lang"] = term.language
    elif term.datatype is not None and str(term.datatype) != XSD + "string":
        found["datatype"] = str(term.datatype)
    return found
