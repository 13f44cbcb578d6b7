"""Reading documents, actors and relations out of a store."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from relgraph.errors import FormatError, RelgraphError
from relgraph.model import Actor, Document, Mention, Provenance, Relation, TimeRef, trusted
from relgraph.store.asking import in_any_segment
from relgraph.store.cells import get_day, get_id, get_maybe, get_text, put_id, put_text
from relgraph.store.connection import Database
from relgraph.store.documents import DOCUMENT_COLUMNS, document_of, named_and_mentions
from relgraph.store.parties import ACTOR_COLUMNS, actor_of
from relgraph.store.relations import NAMED, RELATION_COLUMNS, RelationReader
from relgraph.store.schema import PLACES

T = TypeVar("T")

_MOST = 200_000
_MOST_DOCUMENTS = 500
"""How many values of a kind are kept in memory before the memory is cleared."""


class Kept(dict[int, T]):
    """The values of a table by key, fetched when first asked for."""

    def __init__(
        self, database: Database, question: str, make: Callable[[Sequence[Any]], T], most: int = _MOST
    ) -> None:
        super().__init__()
        self._database = database
        self._question = question
        self._make = make
        self._most = most

    def __missing__(self, key: int) -> T:
        row = self._database.one(self._question, (key,))
        if row is None:
            raise KeyError(key)
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(row)
        return value


class Stored(NamedTuple):
    """What a store has of a document, with the ids of the actors that were described with it."""

    document: Document
    named: Sequence[str]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    provenance: tuple[Provenance, ...]


class Reader:
    """Reads values by their keys; what repeats is kept in memory until `forget`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.actors = Kept(database, f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor WHERE key = ?", actor_of)
        self.actor_ids = Kept(database, "SELECT id FROM actor WHERE key = ?", _text)
        self.terms = Kept(database, "SELECT words FROM term WHERE key = ?", _text)
        self.times = Kept(database, "SELECT words, first, last, granularity FROM time WHERE key = ?", _time)
        self.speakers = Kept(database, "SELECT name, actor FROM speaker WHERE key = ?", _speaker)
        self.document_ids = Kept(database, "SELECT id FROM document WHERE key = ?", _text)
        self.documents = Kept(
            database,
            f"SELECT {', '.join(DOCUMENT_COLUMNS)}, words FROM document JOIN text ON document = key WHERE key = ?",
            lambda row: document_of(row[:-1], row[-1]),
            _MOST_DOCUMENTS,
        )
        self._runs = Kept(database, "SELECT version, model, time FROM run WHERE key = ?", _run)
        self._relations = RelationReader(self.terms, self.speakers, self.times, self.actor_ids)

    def forget(self) -> None:
        """Forget what may have changed: all values that a transaction, here or elsewhere, can unite with others."""
        for kept in (self.actors, self.document_ids, self.documents):
            kept.clear()

    def forget_all(self) -> None:
        """Forget everything: after a transaction that was undone, keys may stand for nothing."""
        self.forget()
        for kept in (self.actor_ids, self.terms, self.times, self.speakers, self._runs):
            kept.clear()

    def last_key(self) -> int:
        """Return the highest key of a document, or 0."""
        return int(self._database.one("SELECT ifnull(max(key), 0) FROM document")[0])

    def documents_with(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those documents that the store has."""
        rows = self._database.among("SELECT id, key FROM document WHERE id IN", map(put_text, ids))
        return {get_text(id_): key for id_, key in rows}

    def named(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those relations that the store has and that were given their ids."""
        rows = self._database.among(f"SELECT id, key FROM relation WHERE marks & {NAMED} AND id IN", map(put_id, ids))
        return {get_id(id_): key for id_, key in rows}

    def has_named(self) -> bool:
        """Whether the store has relations that were given their ids."""
        return bool(self._database.one(f"SELECT EXISTS (SELECT 1 FROM relation WHERE marks & {NAMED})")[0])

    def relations_with(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those relations that the store has."""
        anywhere = in_any_segment(self._database)
        rows = self._database.among(
            f"SELECT id, key FROM relation WHERE {anywhere.sql} AND id IN", map(put_id, ids), anywhere.cells
        )
        return {get_id(id_): key for id_, key in rows}

    def stored(self, key: int) -> Stored:
        """Return what the store has of a document; raises `FormatError` if it is damaged."""
        with self.undamaged(key):
            row = self._database.one(f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM document WHERE key = ?", (key,))
            words, numbers, odd = self._database.one("SELECT words, mentions, odd FROM text WHERE document = ?", (key,))
            document = document_of(row, words)
            named, mentions = named_and_mentions(numbers, odd, document, self.actor_ids)
            relations = self._database.all(
                f"SELECT {', '.join(RELATION_COLUMNS)} FROM relation WHERE key >= ? AND key < ? ORDER BY key",
                (key << PLACES, (key + 1) << PLACES),
            )
            return Stored(
                document,
                named,
                mentions,
                tuple(self._relations.relation(each, document) for each in relations),
                tuple(self._runs[int(run)] for run in (row[-1] or "").split()),
            )

    def relation(self, key: int) -> Relation | None:
        """Return the relation with a key, or None if it was written anew; raises `FormatError` if it is damaged."""
        row = self._database.one(f"SELECT {', '.join(RELATION_COLUMNS)} FROM relation WHERE key = ?", (key,))
        if row is None:
            return None
        with self.undamaged(key >> PLACES):
            return self._relations.relation(row, self.documents[key >> PLACES])

    def actor(self, id_: str) -> Actor:
        """Return the actor with an id; raises `KeyError` if the store does not have it."""
        row = self._database.one("SELECT key FROM actor WHERE id = ?", (put_text(id_),))
        if row is None:
            raise KeyError(id_)
        return self.actors[row[0]]

    @contextmanager
    def undamaged(self, key: int) -> Iterator[None]:
        """Raise `FormatError` where the cells of a document are not what they ought to be."""
        try:
            yield
        except RelgraphError:
            raise
        except (zlib.error, struct.error, LookupError, ValueError, TypeError) as error:
            raise FormatError(
                f"{self._database.path} is damaged: document {key} cannot be read ({error}); restore it from a copy"
            ) from error


def _text(row: Sequence[Any]) -> str:
    return get_text(row[0])


def _speaker(row: Sequence[Any]) -> tuple[str, str | None]:
    return get_text(row[0]), get_maybe(row[1])


def _time(row: Sequence[Any]) -> TimeRef:
    words, first, last, granularity = row
    return trusted(
        TimeRef, text=get_text(words), start=get_day(first), end=get_day(last), granularity=granularity, span=None
    )


def _run(row: Sequence[Any]) -> Provenance:
    version, model, time = row
    return Provenance(
        version=get_text(version), model=get_text(model), time=None if time is None else datetime.fromisoformat(time)
    )
