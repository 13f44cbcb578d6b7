"""Reading documents, actors and relations out of a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from relgraph.model import Actor, Extraction, Provenance, TimeRef
from relgraph.store.cells import among, get_day, get_id, get_maybe, get_text, put_id, put_text
from relgraph.store.documents import DOCUMENT_COLUMNS, document_of, named_and_mentions
from relgraph.store.parties import ACTOR_COLUMNS, actor_of
from relgraph.store.relations import RELATION_COLUMNS, RelationReader
from relgraph.store.schema import PLACES

T = TypeVar("T")

_MOST = 200_000
"""How many values of a kind are kept in memory before the memory is cleared."""


class Kept(dict[int, T]):
    """The values of a table by key, fetched when first asked for."""

    def __init__(self, connection: sqlite3.Connection, question: str, make: Callable[[Sequence[Any]], T]) -> None:
        super().__init__()
        self._connection = connection
        self._question = question
        self._make = make

    def __missing__(self, key: int) -> T:
        if len(self) > _MOST:
            self.clear()
        value = self[key] = self._make(self._connection.execute(self._question, (key,)).fetchone())
        return value


class Reader:
    """Reads values by their keys; what repeats is kept in memory until `forget`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.actors = Kept(connection, f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor WHERE key = ?", actor_of)
        self.actor_ids = Kept(connection, "SELECT id FROM actor WHERE key = ?", lambda row: get_text(row[0]))
        self._terms = Kept(connection, "SELECT words FROM term WHERE key = ?", lambda row: get_text(row[0]))
        self._speakers = Kept(connection, "SELECT name, actor FROM speaker WHERE key = ?", _speaker)
        self._times = Kept(connection, "SELECT words, first, last, granularity FROM time WHERE key = ?", _time)
        self._runs = Kept(connection, "SELECT version, model, time FROM run WHERE key = ?", _run)
        self._relations = RelationReader(self._terms, self._speakers, self._times, self.actor_ids)

    def forget(self) -> None:
        """Forget what is kept in memory."""
        for kept in (self.actors, self.actor_ids, self._terms, self._speakers, self._times, self._runs):
            kept.clear()

    def last_key(self) -> int:
        """Return the highest key of a document, or 0."""
        return self._connection.execute("SELECT ifnull(max(key), 0) FROM document").fetchone()[0]  # type: ignore[no-any-return]

    def documents_with(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those documents that the store has."""
        rows = among(self._connection, "SELECT id, key FROM document WHERE id IN", map(put_text, ids))
        return {get_text(id_): key for id_, key in rows}

    def relations_with(self, ids: Iterable[str]) -> dict[str, int]:
        """Return, of those relations that the store has, the keys of their documents."""
        rows = among(self._connection, "SELECT id, key FROM relation WHERE id IN", map(put_id, ids))
        return {get_id(id_): key >> PLACES for id_, key in rows}

    def stored(self, key: int) -> Extraction:
        """Return what the store has of a document; its actors are those that were described with it, no more."""
        execute = self._connection.execute
        row = execute(f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM document WHERE key = ?", (key,)).fetchone()
        words, numbers, odd = execute("SELECT words, mentions, odd FROM text WHERE document = ?", (key,)).fetchone()
        document = document_of(row, words)
        named, mentions = named_and_mentions(numbers, odd, document, self.actor_ids)
        relations = execute(
            f"SELECT {', '.join(RELATION_COLUMNS)} FROM relation WHERE key >= ? AND key < ? ORDER BY key",
            (key << PLACES, (key + 1) << PLACES),
        )
        return Extraction(
            document=document,
            actors=tuple(self.actor(id_) for id_ in named),
            mentions=mentions,
            relations=tuple(self._relations.relation(each, document) for each in relations),
            provenance=tuple(self._runs[int(run)] for run in (row[-1] or "").split()),
        )

    def actor(self, id_: str) -> Actor:
        """Return the actor with an id; raises `KeyError` if the store does not have it."""
        row = self._connection.execute("SELECT key FROM actor WHERE id = ?", (put_text(id_),)).fetchone()
        if row is None:
            raise KeyError(id_)
        return self.actors[row[0]]

    def extractions(self) -> Iterator[Extraction]:
        """Give what the store has of each document, in the order in which they came."""
        for (key,) in self._connection.execute("SELECT key FROM document ORDER BY key").fetchall():
            yield self.stored(key)


def _speaker(row: Sequence[Any]) -> tuple[str, str | None]:
    return get_text(row[0]), get_maybe(row[1])


def _time(row: Sequence[Any]) -> TimeRef:
    words, first, last, granularity = row
    return TimeRef(text=get_text(words), start=get_day(first), end=get_day(last), granularity=granularity)


def _run(row: Sequence[Any]) -> Provenance:
    version, model, time = row
    return Provenance(
        version=get_text(version), model=get_text(model), time=None if time is None else datetime.fromisoformat(time)
    )
