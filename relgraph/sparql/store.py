"""`SparqlStore`: graphs loaded once to be asked many queries, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, get_args

from relgraph.errors import UsageError
from relgraph.formats.owl import vocabulary
from relgraph.formats.rdf import triples
from relgraph.formats.terms import Triple
from relgraph.graph.table import counted
from relgraph.sparql.entailment import entailed
from relgraph.sparql.result import SparqlResult
from relgraph.sparql.with_oxigraph import OxigraphEngine
from relgraph.sparql.with_rdflib import RdflibEngine

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph
    from relgraph.ontology import Ontology

Engine = Literal["rdflib", "oxigraph"]
"""What answers: rdflib, or Oxigraph, which needs the extra ``oxigraph``, is quicker and can work on disk."""


class SparqlStore:
    """Graphs in RDF with the vocabulary, to be asked in SPARQL.

    Beside the triples of `relgraph.formats.rdf` it holds what follows from the direct ones by the vocabulary: the
    property of the family (``rg:cooperatesWith``) and of any relation (``rg:relatesTo``) beside that of the type
    (``rg:consultsWith``), and the inverse (``rg:sanctionedBy``). Nothing is ever fetched from elsewhere.

    Args:
        path: A folder of Oxigraph, made if it is missing. What it holds stays: a later process asks it without loading
            a graph. Without one the store lies in memory.
        engine: What answers; in memory rdflib unless this says otherwise.
        read_only: Opens a folder for queries only, as several processes may at once.

    Raises:
        UsageError: There is no such engine, it cannot do this, or the path is something else.
        MissingDependencyError: Oxigraph is needed and not installed.
        FormatError: The folder cannot be opened.
    """

    def __init__(
        self, path: str | PathLike[str] | None = None, *, engine: Engine | None = None, read_only: bool = False
    ) -> None:
        if engine is not None and engine not in get_args(Engine):
            raise UsageError(f"unknown engine {engine!r}; there are {', '.join(get_args(Engine))}")
        if path is not None and engine == "rdflib":
            raise UsageError("rdflib keeps no store on disk; leave engine out")
        if path is None and read_only:
            raise UsageError("a store in memory starts empty: read_only needs a path")
        self.path = None if path is None else Path(path)
        self.engine: Engine = engine or ("rdflib" if path is None else "oxigraph")
        self.read_only = read_only
        self._inside = RdflibEngine() if self.engine == "rdflib" else OxigraphEngine(self.path, read_only=read_only)

    def add(self, graph: RelationGraph, *, ontology: Ontology | None = None) -> Self:
        """Add a graph and return the store; what the store holds already makes no difference.

        `ontology` (default: that of the graph) gives the properties of the types. Graphs that describe the same actors
        or documents differently should be merged first. Raises `UsageError` if the store is for reading only.
        """
        if self.read_only:
            raise UsageError(f"the store {self.path} is open for reading only")
        self._inside.add(_statements(graph, ontology or graph.ontology))
        return self

    def sparql(self, query: str) -> SparqlResult:
        """Answer a query; the prefixes in `relgraph.formats.terms.PREFIXES` need not be declared.

        Raises `UsageError` if it is not SPARQL, asks another server or names a data set to load.
        """
        return self._inside.answer(query)

    def close(self) -> None:
        """Let go of the store; one on disk can then be opened by others."""
        self._inside.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._inside)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"SparqlStore: {counted(len(self), 'triple')} in {self.path or 'memory'} ({self.engine})"


def _statements(graph: RelationGraph, ontology: Ontology) -> Iterator[Triple]:
    extractions = graph.extractions()
    told = triples(extractions, mentions=True, ontology=ontology)
    return chain(vocabulary(ontology), told, entailed(extractions, ontology))
