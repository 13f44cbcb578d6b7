"""`RelationGraph`: who does what to whom in a set of documents, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from os import PathLike
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

from relgraph.actors import ActorIndex
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, compile_query
from relgraph.graph.content import Content, Extractions
from relgraph.graph.names import Names
from relgraph.graph.questions import Questions
from relgraph.graph.table import counted, listed
from relgraph.model import Document, Extraction
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from typing import Unpack

    import networkx

    from relgraph.sparql import Engine, SparqlResult, SparqlStore

_STRONGEST = 8


class RelationGraph(Questions):
    """An immutable graph of relations between actors, built from the extractions of any number of documents.

    The same actor, document or relation from several extractions becomes one. Two graphs are equal if their contents
    are.

    Args:
        extractions: What was read out of the documents.
        index: Gives meaning to names in queries; by default the one that ships with relgraph.
        ontology: Gives meaning to types in queries; by default the one that ships with relgraph.

    Raises:
        UsageError: Two extractions have different texts under one document id, or name an actor that none describes.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction] = (),
        *,
        index: ActorIndex | None = None,
        ontology: Ontology | None = None,
    ) -> None:
        self._names = Names(Content(extractions), index, ontology)

    @classmethod
    def _of(cls, names: Names) -> RelationGraph:
        graph = cls.__new__(cls)
        graph._names = names
        return graph

    # What it holds

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return MappingProxyType(self._content.documents)

    @property
    def _content(self) -> Content:
        content = self._names.content
        assert isinstance(content, Content)  # a graph is made of nothing else
        return content

    def extractions(self) -> Extractions:
        """Return all content, an extraction for each document, sorted by id; `RelationGraph` of them equals this.

        The sequence is equal to a tuple of them, and makes each when it is asked for.
        """
        return self._content.extractions()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RelationGraph):
            return NotImplemented
        mine, theirs = self._content, other._content
        return len(self) == len(other) and mine.actors == theirs.actors and mine.extractions() == theirs.extractions()

    def __hash__(self) -> int:
        return hash((tuple(self._content.documents), tuple(self._content.relations)))

    def __repr__(self) -> str:
        return self._described

    @cached_property
    def _described(self) -> str:
        content = self._content
        size = ", ".join(
            (
                counted(len(content.documents), "document"),
                counted(len(content.actors), "actor"),
                counted(len(content.relations), "relation"),
            )
        )
        relations = self.relations()
        ties, number = relations.strongest_ties(_STRONGEST)
        lines = [f"RelationGraph: {size}", *(f"  {tie!r}" for tie in ties)]
        if number > len(ties):
            lines.append(f"  … and {counted(number - len(ties), 'more tie', 'more ties')}")
        counts = (("included", relations.included), ("set aside", relations.set_aside))
        notes = [f"{label} {listed(found)}" for label, found in counts if found]
        return "\n".join([*lines, *(["  " + "; ".join(notes)] if notes else [])])

    # Merging and narrowing

    def merge(self, *others: RelationGraph) -> RelationGraph:
        """Return a graph with the content of this one and of others; order and repetition make no difference."""
        graphs = (self, *others)
        largest = max(graphs, key=len)
        content = Content(
            (extraction for graph in graphs if graph is not largest for extraction in graph.extractions()),
            start=largest._content,
        )
        index = next((graph._names.given_index for graph in graphs if graph._names.given_index is not None), None)
        ontology = next(
            (graph._names.given_ontology for graph in graphs if graph._names.given_ontology is not None), None
        )
        return self._of(Names(content, index, ontology))

    def __or__(self, other: RelationGraph) -> RelationGraph:
        return self.merge(other) if isinstance(other, RelationGraph) else NotImplemented

    def filter(
        self, source: Asked = None, type: AskedTypes = None, target: Asked = None, **conditions: Unpack[Conditions]
    ) -> RelationGraph:
        """Return the graph of those relations that meet the conditions, with their actors and documents.

        The keywords are those of `relations`. Only what is named is tested: unlike a query, a filter keeps negated
        relations unless `polarity` says otherwise.
        """
        asked: Conditions = {"polarity": None, **conditions}
        content, query = self._content, compile_query(self._names, source, type, target, **asked)
        hits = query.hits(query.candidates(content), content.facts, content)
        kept = content.restricted(hit.relation for hit in hits if hit.aside is None)
        return self._of(Names(kept, self._names.given_index, self._names.given_ontology))

    # Ways out

    @cached_property
    def nx(self) -> networkx.MultiDiGraph:
        """The graph of the actors that the texts name in networkx, frozen; `to_networkx` gives one to change."""
        import networkx  # noqa: PLC0415 -- slow to load

        return networkx.freeze(self.to_networkx())

    def to_networkx(self, *, rollup: bool = False) -> networkx.MultiDiGraph:
        """Return a new `networkx.MultiDiGraph` of all relations, keyed by their ids, with plain attributes."""
        from relgraph.graph.network import to_networkx  # noqa: PLC0415 -- slow to load

        return to_networkx(self._names, rollup=rollup)

    def write(self, path: str | PathLike[str] | IO[Any], format: str | None = None, **options: object) -> None:
        """Write the graph to a file, in the format that its suffix says unless one is named.

        Args:
            path: A path, ``"-"`` (standard output) or an open stream; the latter need a `format`.
            format: The name of the format.
            **options: Those of the format, which its page lists.

        Raises:
            UnknownFormatError: There is no format of this suffix or name.
            UsageError: The folder is missing, or the format does not have such an option.
        """
        from relgraph.formats import write_graph  # noqa: PLC0415 -- a layer above, and slow to load

        write_graph(self, path, format, **options)

    def sparql(self, query: str, *, engine: Engine = "rdflib") -> SparqlResult:
        """Answer a SPARQL query over the graph in RDF; the prefixes of relgraph need not be declared.

        The graph is loaded for the first query and kept for the next ones; `SparqlStore` keeps graphs on disk. Nothing
        is ever fetched from elsewhere.

        Args:
            query: The query.
            engine: ``"oxigraph"`` (an extra) gives the same answers more quickly.

        Raises:
            UsageError: The query is not SPARQL, asks another server or names a data set to load.
            MissingDependencyError: The engine is not installed.
        """
        from relgraph.sparql import SparqlStore  # noqa: PLC0415 -- a layer above, and slow to load

        if engine not in self._stores:
            self._stores[engine] = SparqlStore(engine=engine).add(self)
        return self._stores[engine].sparql(query)

    @cached_property
    def _stores(self) -> dict[Engine, SparqlStore]:
        return {}

    def __getstate__(self) -> dict[str, Names]:
        return {"_names": self._names}  # what is kept for quick answers is made anew where it is needed
