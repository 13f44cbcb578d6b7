"""What names in a query mean, looked up in a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relgraph.actors import ActorIndex
from relgraph.graph.names import Names
from relgraph.model import Actor, Document
from relgraph.ontology import Ontology
from relgraph.store.asking import Clause, both, in_any_segment
from relgraph.store.cells import get_maybe, get_text, put_text
from relgraph.store.connection import Database
from relgraph.store.content import Content
from relgraph.store.documents import heading_hash
from relgraph.store.parties import PLACE, SURNAME


class StoredNames(Names):
    """Resolves names as a graph does, without loading its actors."""

    content: Content

    def __init__(
        self, database: Database, content: Content, index: ActorIndex | None, ontology: Ontology | None
    ) -> None:
        super().__init__(content, index, ontology)
        self._database = database

    def actor(self, asked: str | Actor) -> Actor:
        """Return the actor that `asked` means, also if only the index knows it; raises as in a graph."""
        self.content.refresh()
        return super().actor(asked)

    def types(self, asked: str | Iterable[str] | None) -> frozenset[str] | None:
        """Return the ids of the types that are asked for (None: all); raises as in a graph."""
        self.content.refresh()
        return super().types(asked)

    def _meanings(self, key: str) -> Iterator[list[str]]:
        ranked: dict[int, list[str]] = {}
        for rank, id_ in self._named(key):
            ranked.setdefault(rank, []).append(id_)
        return (sorted(ranked[rank]) for rank in sorted(ranked) if rank < SURNAME)

    def _last_meanings(self, key: str) -> list[str]:
        found = self._named(key)
        places = sorted(id_ for rank, id_ in found if rank == PLACE)
        return places or sorted(id_ for rank, id_ in found if rank == SURNAME)

    def _named(self, key: str) -> list[tuple[int, str]]:
        rows = self._database.all(
            "SELECT rank, id FROM name JOIN actor ON actor.key = name.actor WHERE folded = ?", (key,)
        )
        return [(rank, get_text(id_)) for rank, id_ in rows]

    def _all_names(self) -> Iterator[str]:
        for actor in self.content.all_actors():
            yield from (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms, *actor.capitals)

    def documents(self, asked: str | Document | Iterable[str | Document] | None) -> frozenset[str] | None:
        """Return the ids of the asked documents, by id, title, source or the source of a copy; raises `UsageError`."""
        self.content.refresh()
        return super().documents(asked)

    def _documents_headed(self, key: str) -> list[str]:
        where = both(in_any_segment(self._database), Clause("hash = ?", (heading_hash(key),)))
        rows = self._database.all(f"SELECT document FROM heading WHERE {where.sql}", where.cells)
        found = (self.content.reader.documents[document] for (document,) in rows)
        return sorted(each.id for each in found if key in (each.title, each.source, *each.copies))

    def _said_by(self, key: str) -> tuple[str, str | None] | None:
        row = self._database.one(
            "SELECT name, speaker.actor FROM speaker JOIN relation ON relation.speaker = speaker.key "
            "JOIN document ON document.key = relation.key >> 20 WHERE folded = ? "
            "ORDER BY at DESC, CAST(document.id AS BLOB) DESC, relation.key DESC LIMIT 1",
            (put_text(key),),
        )
        return None if row is None else (get_text(row[0]), get_maybe(row[1]))
