"""What can be asked of relations, wherever they are held: in memory or in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from relgraph.errors import UsageError
from relgraph.graph import analysis
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, ConditionsWithin, Query, compile_query
from relgraph.graph.facts import Hit
from relgraph.graph.insights import Insights
from relgraph.graph.names import Names
from relgraph.graph.plotting import Plotted
from relgraph.graph.query import Relations, Ties, run_query
from relgraph.graph.showing import Shown
from relgraph.graph.view import RelationView
from relgraph.model import Actor, Document, Kind, Mention, Modality, Polarity, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from typing import Unpack

    import pandas
    import polars

    from relgraph.display.html import ShownText
    from relgraph.display.page import ShownPage


class Questions(Insights, Plotted, Shown):
    """The questions; who holds relations gives the names by which they are asked for, and with these what it holds."""

    _names: Names

    @property
    def ontology(self) -> Ontology:
        """The relation types that queries and formats know: those given, or those that ship with relgraph."""
        return self._names.ontology

    def mentions(self, document: str | Document) -> tuple[Mention, ...]:
        """Return the mentions of actors in a document (id, title or source), in order; raises `UsageError`."""
        ids = sorted(self._names.documents(document) or ())
        return tuple(mention for id_ in ids for mention in self._names.content.mentions(id_))

    def relation(self, id: str) -> RelationView:
        """Return the relation with this id, not rolled up; raises `UsageError` if there is none."""
        content = self._names.content
        key, facts = content.key_of(id), content.facts
        if key is None:
            raise UsageError(f"the graph has no relation with the id {id!r}")
        return RelationView(content, Hit(key, facts.source(key), facts.target(key), flipped=False))

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
        return len(self._names.content)

    def __bool__(self) -> bool:
        return bool(self._names.content.documents)

    def __iter__(self) -> Iterator[RelationView]:
        return iter(run_query(self._names, Query()))

    def __contains__(self, item: object) -> bool:
        """Whether the graph holds a relation, actor or document, given as such, by its id, or an actor by any name."""
        content = self._names.content
        if isinstance(item, Relation | RelationView):
            return content.key_of(item.id) is not None
        if isinstance(item, Actor):
            return item.id in content.actors
        if isinstance(item, Document):
            return item.id in content.documents
        if not isinstance(item, str):
            return False
        if content.key_of(item) is not None or item in content.documents:
            return True
        try:
            return self.actor(item).id in content.actors
        except UsageError:
            return False

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

        Args:
            source: Who does it: any name of an actor, ``"Moscow"`` is Russia. Symmetric relations match both ways round
                and are shown from the asked actor's side. An actor that the index knows but the graph does not gives
                an empty result.
            type: A type (``"restrains.sanctions"``), a family (``"restrains"``), a unique subtype (``"sanctions"``), or
                several.
            target: To whom.
            either: An actor on whichever side.
            polarity: ``"affirmed"``, ``"negated"``, several, or None for any.
            modality: ``"actual"``, ``"intended"``, ``"possible"``, ``"conditional"``, several, or None for any.
            symmetric: Whether both do it to each other.
            attributed: Whether the text says who says so.
            attribution: Who says so, as an actor or in the words of the text.
            since: The first year, month or day (``"2021"``, ``"2021-03"``, a date). The time that the text states must
                overlap; without one, the day of publication counts.
            until: The last year, month or day, included.
            document: Id, title or source of a document, or several.
            min_confidence: The least confidence, from 0 to 1.
            rollup: Whether what belongs to an actor counts as the actor's (Lavrov's visit is Russia's). An actor is
                shown as the asked one or else as the end of its chain, except the source of an affiliation, which stays
                itself.

        Raises:
            UnknownActorError: There is no such actor; with suggestions.
            UnknownTypeError: There is no such type; with suggestions.
            UsageError: Another value cannot be taken; with what is allowed.
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

        Each is a sequence of `Relations`, one a step, with its `actors`.

        Args:
            start: Where the ways begin.
            end: Where they end.
            type: The types of relations to go by, as in `relations`.
            max_length: The most steps.
            directed: Whether relations are followed from source to target only.
            **conditions: The further keywords of `relations`.

        Raises:
            UsageError: Start and end are the same actor, or as `relations` does.
        """
        return analysis.paths(self._names, start, end, type, max_length=max_length, directed=directed, **conditions)

    def timeline(
        self, one: Asked = None, other: Asked = None, type: AskedTypes = None, **conditions: Unpack[Conditions]
    ) -> Relations:
        """Return the relations between two actors, of one, or all, in the order of time; undated ones last."""
        return analysis.timeline(self._names, one, other, type, **conditions)

    def show_text(
        self,
        document: str | Document | None = None,
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        **conditions: Unpack[ConditionsWithin],
    ) -> ShownText:
        """Return a document (its id, title or source) with its mentions and relations marked, for a notebook to show.

        Only those relations are marked that meet the conditions, the keywords of `relations`; unlike a query, it shows
        negated ones too, and actors as the text names them, unless `polarity` and `rollup` say otherwise. Its method
        ``save(path)`` writes it as a page. The document need not be named if there is only one. Raises `UsageError`.
        """
        from relgraph.display.html import ShownText  # noqa: PLC0415 -- a layer above

        shown = self._names.document(document)
        asked: ConditionsWithin = {"polarity": None, "rollup": False, **conditions}
        mentions = self._names.content.mentions(shown.id)
        actors = {mention.actor: self._names.content.actors[mention.actor] for mention in mentions}
        return ShownText(shown, self.relations(source, type, target, document=shown.id, **asked), mentions, actors)

    def show_page(
        self,
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        *,
        limit: int = 5000,
        title: str | None = None,
        height: int = 600,
        **conditions: Unpack[Conditions],
    ) -> ShownPage:
        """Return the relations as a page to drag, search, filter and read, which a notebook shows in its cell.

        The relations are those that meet the conditions, the keywords of `relations`; unlike a query, it has negated
        ones too, which the page hides until they are asked for. Of more than `limit` relations the weakest ties are
        left out, and the page says so. `title` stands above; by default it is that of the only document. In a cell it
        is `height` pixels high; its method ``save(path)`` writes it as a file. Raises `UsageError` as `relations`
        does, and for a limit or a height below 1.
        """
        from relgraph.display.page import show_page  # noqa: PLC0415 -- a layer above

        asked: Conditions = {"polarity": None, **conditions}
        relations = self.relations(source, type, target, **asked)
        return show_page(relations, self._names.content, self.ontology, limit=limit, title=title, height=height)

    def save_page(
        self,
        path: str | PathLike[str],
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        *,
        limit: int = 5000,
        title: str | None = None,
        **conditions: Unpack[Conditions],
    ) -> None:
        """Write the page of `show_page` as one file, which loads nothing: anybody can open it in a browser.

        Raises `UsageError` as `show_page` does, and if the folder of `path` is missing.
        """
        self.show_page(source, type, target, limit=limit, title=title, **conditions).save(path)

    def to_frame(self) -> pandas.DataFrame:
        """Return all relations, negated ones too, as a pandas DataFrame; raises `MissingDependencyError`."""
        return self.relations(polarity=None).to_frame()

    def to_polars(self) -> polars.DataFrame:
        """Return all relations, negated ones too, as a polars DataFrame; raises `MissingDependencyError`."""
        return self.relations(polarity=None).to_polars()
