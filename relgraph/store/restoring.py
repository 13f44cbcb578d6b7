"""Extractions made again of what a store holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from relgraph.graph.content import closed
from relgraph.model import Extraction, Relation, trusted
from relgraph.store.connection import Database
from relgraph.store.content import Content
from relgraph.store.reading import Stored
from relgraph.store.schema import PLACES


class Restoring:
    """Makes extractions of documents, all of what is in them or some."""

    def __init__(self, database: Database, content: Content) -> None:
        self._database = database
        self._content = content

    def extractions(self) -> Iterator[Extraction]:
        """Give what the store has of each document, in the order in which they came."""
        for (key,) in self._database.all("SELECT key FROM document ORDER BY key"):
            stored = self._content.reader.stored(key)
            named = {*stored.named, *(mention.actor for mention in stored.mentions)}
            yield self._extraction(stored, closed(named, stored.relations, self._content), stored.relations)

    def restricted(self, relations: Iterable[int]) -> Iterator[Extraction]:
        """Give what belongs to some relations: their documents, and the actors and mentions of these."""
        kept: defaultdict[int, set[int]] = defaultdict(set)
        for relation in relations:
            kept[relation >> PLACES].add(relation & ((1 << PLACES) - 1))
        for key in sorted(kept):
            stored = self._content.reader.stored(key)
            some = tuple(relation for place, relation in enumerate(stored.relations) if place in kept[key])
            actors = closed((), some, self._content)
            mentions = tuple(mention for mention in stored.mentions if mention.actor in actors)
            yield self._extraction(stored._replace(mentions=mentions), actors, some)

    def _extraction(self, stored: Stored, actors: Iterable[str], relations: tuple[Relation, ...]) -> Extraction:
        return trusted(
            Extraction,
            document=stored.document,
            actors=tuple(self._content.actors[id_] for id_ in actors),
            mentions=stored.mentions,
            relations=relations,
            provenance=stored.provenance,
        )
