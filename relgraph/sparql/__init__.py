"""SPARQL on graphs: `SparqlStore` answers queries, in memory or on disk, and `SparqlResult` is what it answers.

`relgraph.formats.rdf` says how a graph is told in RDF. Two engines answer alike: rdflib, which is always there, and
Oxigraph (the extra ``oxigraph``), which is many times faster and can keep a store on disk.
"""

from relgraph.sparql.result import SparqlResult
from relgraph.sparql.store import Engine, SparqlStore

__all__ = ["Engine", "SparqlResult", "SparqlStore"]
