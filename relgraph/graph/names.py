"""What the names in a query mean: actors, relation types, documents and speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from relgraph.actors import ActorIndex, fold
from relgraph.errors import UnknownActorError, UnknownTypeError, UsageError
from relgraph.graph.held import Held
from relgraph.model import Actor, Document
from relgraph.ontology import Ontology


class Speaker(NamedTuple):
    """Who an attribution is asked of: an actor's id, if there is one, and the folded names or words."""

    actor: str | None
    names: frozenset[str]

    def says(self, name: str) -> bool:
        """Whether `name`, as an attribution has it, is one of the asked names."""
        return fold(name) in self.names


class Names:
    """Resolves names against the actors of a graph first and the actor index after that."""

    def __init__(self, content: Held, index: ActorIndex | None, ontology: Ontology | None) -> None:
        self.content = content
        self.given_index = index
        self.given_ontology = ontology

    @property
    def index(self) -> ActorIndex:
        """The index that was given, or the one that ships with relgraph."""
        return self.given_index if self.given_index is not None else ActorIndex.default()

    @property
    def ontology(self) -> Ontology:
        """The ontology that was given, or the one that ships with relgraph."""
        return self.given_ontology if self.given_ontology is not None else Ontology.default()

    def actor(self, asked: str | Actor) -> Actor:
        """Return the actor that `asked` means, also if only the index knows it.

        Raises `UnknownActorError` with suggestions, and `UsageError` if the name means several actors.
        """
        actors = self.content.actors
        if isinstance(asked, Actor):
            return actors.get(asked.id, asked)
        if not isinstance(asked, str):
            raise UsageError(f"an actor is asked for by its name, its id or as an Actor, not as {asked!r}")
        if asked in actors:
            return actors[asked]
        key = fold(asked)
        for ids in self._meanings(key):
            if ids:
                return actors[self._only(asked, ids)]
        try:
            found = self.index.find(asked)
            return actors.get(found.id, found)
        except UnknownActorError:
            if ids := self._last_meanings(key):
                return actors[self._only(asked, ids)]
            raise UnknownActorError.named(asked, [*self._all_names(), *self.index.names]) from None

    def _meanings(self, key: str) -> Iterable[list[str]]:
        """Give the ids of the actors that a folded name means, as a name, alias, demonym, metonym and capital."""
        return (table.get(key, []) for table in self._tables)

    def _last_meanings(self, key: str) -> list[str]:
        """Return the ids of the actors that a folded name can mean if it means nothing else."""
        return self._last_resort.get(key, [])

    def _only(self, asked: str, ids: list[str]) -> str:
        if len(ids) > 1:
            meant = ", ".join(f"{self.content.actors[id_].name!r} ({id_})" for id_ in ids)
            raise UsageError(f"{asked!r} is ambiguous: it can mean {meant}; use the id of one of them")
        return ids[0]

    @cached_property
    def _tables(self) -> tuple[dict[str, list[str]], ...]:
        acting = [actor for actor in self.content.actors.values() if actor.kind != "place"]
        ranks = range(len(_ranked_names(acting[0]))) if acting else ()
        return tuple(
            _table((name, actor.id) for actor in acting for name in _ranked_names(actor)[rank]) for rank in ranks
        )

    @cached_property
    def _last_resort(self) -> dict[str, list[str]]:
        # A city that is only a place must not hide the country that it can stand for, nor a surname a full name.
        actors = self.content.actors.values()
        places = (
            (name, actor.id) for actor in actors if actor.kind == "place" for name in (actor.name, *actor.aliases)
        )
        surnames = (
            (actor.name.split()[-1], actor.id) for actor in actors if actor.kind == "person" and actor.name.split()
        )
        return {**_table(surnames), **_table(places)}

    def _all_names(self) -> Iterator[str]:
        for actor in self.content.actors.values():
            for names in _ranked_names(actor):
                yield from names

    def types(self, asked: str | Iterable[str] | None) -> frozenset[str] | None:
        """Return the ids of the types that are asked for (None: all); raises `UnknownTypeError` with suggestions."""
        if asked is None:
            return None
        return frozenset(id_ for name in as_tuple(asked) for id_ in self._expanded(name))

    def _expanded(self, name: str) -> frozenset[str]:
        # A graph may hold types of an ontology that was extended when it was made.
        own = frozenset(kind for kind in self.content.types if name in (kind, *kind.split(".", 1)))
        try:
            return self.ontology.expand(name)
        except UnknownTypeError:
            extra = frozenset(kind for kind in own if kind not in self.ontology)
            if not extra:
                raise
            return extra

    def documents(self, asked: str | Document | Iterable[str | Document] | None) -> frozenset[str] | None:
        """Return the ids of the asked documents, by id, title, source or the source of a copy; raises `UsageError`."""
        if asked is None:
            return None
        given = (asked,) if isinstance(asked, str | Document) else tuple(asked)
        return frozenset(id_ for each in given for id_ in self._documents_named(each))

    def _documents_named(self, asked: str | Document) -> list[str]:
        key = asked.id if isinstance(asked, Document) else asked
        documents = self.content.documents
        found = [key] if key in documents else self._documents_headed(key)
        if not found:
            some = ", ".join(map(repr, list(documents)[:3]))
            raise UsageError(
                f"no document has the id, title or source {key!r}; of {len(documents)} ids the first are {some}"
            )
        return found

    def _documents_headed(self, key: str) -> list[str]:
        """Return the ids of the documents with a title, source or copy."""
        return [d.id for d in self.content.documents.values() if key in (d.title, d.source, *d.copies)]

    def document(self, asked: str | Document | None) -> Document:
        """Return the one document that is asked for (None: the only one there is); raises `UsageError`."""
        documents = self.content.documents
        if asked is None and len(documents) != 1:
            raise UsageError(f"name one of the {len(documents)} documents by its id, title or source")
        found = sorted(documents if asked is None else self._documents_named(asked))
        if len(found) > 1:
            raise UsageError(
                f"{asked!r} means {len(found)} documents; use the id of one of them: {', '.join(found[:5])}"
            )
        return documents[found[0]]

    def speaker(self, asked: str | Actor | None) -> Speaker | None:
        """Return whom an attribution is asked of: an actor, or the words of the text; raises `UnknownActorError`."""
        if asked is None:
            return None
        if isinstance(asked, str) and (said := self._said_by(fold(asked))) is not None:
            try:
                actor = self.actor(asked)
            except UsageError:
                return Speaker(said[1], frozenset({fold(asked)}))
            return Speaker(actor.id, frozenset({fold(asked), fold(actor.name)}))
        try:
            actor = self.actor(asked)
        except UnknownActorError:
            names = (name for name, _ in self.content.speakers())
            raise UnknownActorError.named(str(asked), [*names, *self._all_names()]) from None
        return Speaker(actor.id, frozenset({fold(actor.name)}))

    def _said_by(self, key: str) -> tuple[str, str | None] | None:
        """Return the name and actor of the last attribution with a folded name, or None."""
        return self._speakers.get(key)

    @cached_property
    def _speakers(self) -> dict[str, tuple[str, str | None]]:
        return {fold(name): (name, actor) for name, actor in self.content.speakers()}


def as_tuple(asked: str | Iterable[str]) -> tuple[str, ...]:
    """Return one or several strings as a tuple."""
    return (asked,) if isinstance(asked, str) else tuple(asked)


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return all names by which an actor is known, its own first, each once."""
    return tuple(dict.fromkeys(name for names in _ranked_names(actor) for name in names))


def _ranked_names(actor: Actor) -> tuple[tuple[str, ...], ...]:
    return (actor.name,), actor.aliases, actor.demonyms, actor.metonyms, actor.capitals


def _table(entries: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for name, id_ in entries:
        if key := fold(name):
            table[key].add(id_)
    return {key: sorted(ids) for key, ids in table.items()}
