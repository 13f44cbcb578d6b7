"""`RelationGraph`: who does what to whom in a set of documents, with the words that say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from os import PathLike
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

from relgraph.actors import ActorIndex
from relgraph.errors import UsageError
from relgraph.graph import analysis
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, Query, compile_query
from relgraph.graph.content import Content, Extractions
from relgraph.graph.facts import Hit
from relgraph.graph.names import Names
from relgraph.graph.query import Relations, Ties, run_query
from relgraph.graph.table import counted, listed
from relgraph.graph.view import RelationView
from relgraph.model import Actor, Document, Extraction, Kind, Mention, Modality, Polarity, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from typing import Unpack

    import networkx
    import pandas
    import polars

    from relgraph.sparql import Engine, SparqlResult, SparqlStore

_STRONGEST = 8


class RelationGraph:
    """An immutable graph of relations between actors, built from the extractions of any number of documents.

    The same actor, document or relation from several extractions becomes one. Two graphs are equal if their contents
    are. `index` and `ontology` give meaning to names and types in queries; by default those that ship with relgraph.
    Raises `UsageError` if two extractions have different texts under one document id, or name an actor that none
    describes.
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
    def ontology(self) -> Ontology:
        """The relation types that queries and formats know: those given, or those that ship with relgraph."""
        return self._names.ontology

    @property
    def _content(self) -> Content:
        return self._names.content

    def extractions(self) -> Extractions:
        """Return all content, an extraction for each document, sorted by id; `RelationGraph` of them equals this.

        The sequence is equal to a tuple of them, and makes each when it is asked for.
        """
        return self._content.extractions()

    def mentions(self, document: str | Document) -> tuple[Mention, ...]:
        """Return the mentions of actors in a document (id, title or source), in order; raises `UsageError`."""
        ids = sorted(self._names.documents(document) or ())
        return tuple(mention for id_ in ids for mention in self._content.mentions(id_))

    def relation(self, id: str) -> RelationView:
        """Return the relation with this id, not rolled up; raises `UsageError` if there is none."""
        content = self._content
        if id not in content.relations:
            raise UsageError(f"the graph has no relation with the id {id!r}")
        number, facts = content.position[id], content.facts
        return RelationView(content, Hit(number, facts.source(number), facts.target(number), flipped=False))

    def actor(self, name: str) -> Actor:
        """Return the actor that a name, alias, demonym, capital or id means, from the graph or else from the index.

        ``graph.actor("Tehran")`` is Iran; ``actor in graph`` says whether the graph holds it. Raises
        `UnknownActorError` with suggestions, and `UsageError` if the name means several.
        """
        return self._names.actor(name)

    def actors(
        self,
        kind: Kind | Iterable[Kind] | None = None,
        sector: str | Iterable[str] | None = None,
        *,
        rollup: bool = False,
    ) -> tuple[Actor, ...]:
        """Return the actors of a kind and sector, by name; with `rollup` only those that others roll up to."""
        return analysis.select_actors(self._names, kind, sector, rollup)

    def __len__(self) -> int:
        return len(self._content.relations)

    def __bool__(self) -> bool:
        return bool(self._content.documents)

    def __iter__(self) -> Iterator[RelationView]:
        return iter(run_query(self._names, Query()))

    def __contains__(self, item: object) -> bool:
        """Whether the graph holds a relation, actor or document, given as such, by its id, or an actor by any name."""
        content = self._content
        if isinstance(item, Relation | RelationView):
            return item.id in content.relations
        if isinstance(item, Actor):
            return item.id in content.actors
        if isinstance(item, Document):
            return item.id in content.documents
        if not isinstance(item, str):
            return False
        if item in content.relations or item in content.documents:
            return True
        try:
            return self.actor(item).id in content.actors
        except UsageError:
            return False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RelationGraph):
            return NotImplemented
        mine, theirs = self._content, other._content
        return len(self) == len(other) and mine.actors == theirs.actors and mine.extractions() == theirs.extractions()

    def __hash__(self) -> int:
        return hash((tuple(self._content.documents), tuple(self._content.relations)))

    def __repr__(self) -> str:
        content = self._content
        size = ", ".join(
            (
                counted(len(content.documents), "document"),
                counted(len(content.actors), "actor"),
                counted(len(content.relations), "relation"),
            )
        )
        relations = self.relations()
        ties = relations.ties()
        lines = [f"RelationGraph: {size}", *(f"  {tie!r}" for tie in ties[:_STRONGEST])]
        if len(ties) > _STRONGEST:
            lines.append(f"  … and {counted(len(ties) - _STRONGEST, 'more tie', 'more ties')}")
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

    # Questions

    def relations(
        self,
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        *,
        either: Asked = None,
        polarity: Polarity | Collection[Polarity] | None = "affirmed",
        modality: Modality | Collection[Modality] | None = None,
        symmetric: bool | None = None,
        attributed: bool | None = None,
        attribution: Asked = None,
        since: str | date | None = None,
        until: str | date | None = None,
        document: str | Document | Collection[str | Document] | None = None,
        min_confidence: float = 0.0,
        rollup: bool = True,
    ) -> Relations:
        """Return the relations that meet all the conditions; with none, all affirmed ones.

        `source`, `target`, `either` (on whichever side)
            Any name of an actor: ``"Moscow"`` is Russia. Symmetric relations match both ways round and are shown from
            the asked actor's side. An actor that the index knows but the graph does not gives an empty result.
        `type`
            A type (``"restrains.sanctions"``), a family (``"restrains"``), a unique subtype (``"sanctions"``), or
            several.
        `polarity`, `modality`
            One value, several, or None for any.
        `attributed`, `attribution`
            Whether the text says who says so; who it is, as an actor or in the words of the text.
        `since`, `until`
            ISO years, months or days, or dates, both included. The time that the text states must overlap; without one,
            the day of publication counts.
        `document`
            Id, title or source of a document, or several.
        `rollup`
            Whether what belongs to an actor counts as the actor's (Lavrov's visit is Russia's). An actor is shown as
            the asked one or else as the end of its chain, except the source of an affiliation, which stays itself.

        Raises `UnknownActorError` and `UnknownTypeError` with suggestions, and `UsageError` with what is allowed.
        """
        query = compile_query(
            self._names,
            source,
            type,
            target,
            either=either,
            polarity=polarity,
            modality=modality,
            symmetric=symmetric,
            attributed=attributed,
            attribution=attribution,
            since=since,
            until=until,
            document=document,
            min_confidence=min_confidence,
            rollup=rollup,
        )
        return run_query(self._names, query)

    def ties(
        self, source: Asked = None, type: AskedTypes = None, target: Asked = None, **conditions: Unpack[Conditions]
    ) -> Ties:
        """Return the relations summed up by source, type and target; the keywords are those of `relations`.

        A symmetric pair is one tie, in the order of names unless an actor is asked for.
        """
        return self.relations(source, type, target, **conditions).ties()

    def between(
        self, one: str | Actor, other: str | Actor, type: AskedTypes = None, **conditions: Unpack[Conditions]
    ) -> Relations:
        """Return the relations from one actor to the other and back; the keywords are those of `relations`."""
        return analysis.between(self._names, one, other, type, **conditions)

    def neighbors(
        self, name: str | Actor, type: AskedTypes = None, **conditions: Unpack[Conditions]
    ) -> tuple[analysis.Neighbor, ...]:
        """Return the actors that have relations with the asked one, each with these; the most relations first."""
        return analysis.neighbors(self._names, name, type, **conditions)

    def paths(
        self,
        start: str | Actor,
        end: str | Actor,
        type: AskedTypes = None,
        *,
        max_length: int = 3,
        directed: bool = False,
        **conditions: Unpack[Conditions],
    ) -> list[analysis.Path]:
        """Return the ways from one actor to another over at most `max_length` steps, short, well attested ones first.

        Each is a sequence of `Relations`, one a step, with its `actors`. `directed` follows relations from source to
        target only. Raises `UsageError` if start and end are the same actor.
        """
        return analysis.paths(self._names, start, end, type, max_length=max_length, directed=directed, **conditions)

    def timeline(
        self, one: Asked = None, other: Asked = None, type: AskedTypes = None, **conditions: Unpack[Conditions]
    ) -> Relations:
        """Return the relations between two actors, of one, or all, in the order of time; undated ones last."""
        return analysis.timeline(self._names, one, other, type, **conditions)

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

    def to_frame(self) -> pandas.DataFrame:
        """Return all relations, negated ones too, as a pandas DataFrame; raises `MissingDependencyError`."""
        return self.relations(polarity=None).to_frame()

    def to_polars(self) -> polars.DataFrame:
        """Return all relations, negated ones too, as a polars DataFrame; raises `MissingDependencyError`."""
        return self.relations(polarity=None).to_polars()

    def write(self, path: str | PathLike[str] | IO[Any], format: str | None = None, **options: object) -> None:
        """Write the graph to a file or stream, in the format of its suffix or the given one; raises `UsageError`."""
        from relgraph.formats import write_graph  # noqa: PLC0415 -- a layer above, and slow to load

        write_graph(self, path, format, **options)

    def sparql(self, query: str, *, engine: Engine = "rdflib") -> SparqlResult:
        """Answer a SPARQL query over the graph in RDF; the prefixes of relgraph need not be declared.

        The graph is loaded for the first query and kept for the next ones. `engine` ``"oxigraph"`` (an extra) gives the
        same answers more quickly; `SparqlStore` keeps graphs on disk. Nothing is ever fetched from elsewhere. Raises
        `UsageError` if the query is not SPARQL, and `MissingDependencyError` if the engine is not installed.
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
