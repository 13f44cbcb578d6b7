"""Adding extractions to a store."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from relgraph.errors import UsageError
from relgraph.model import Document, Extraction, Mention, Provenance, Relation
from relgraph.store.cells import Cell
from relgraph.store.connection import Database
from relgraph.store.documents import DOCUMENT_COLUMNS, TEXT_COLUMNS, document_row, heading_rows, text_row
from relgraph.store.parties import Parties
from relgraph.store.reading import Reader
from relgraph.store.relations import RELATION_COLUMNS, RelationRows, place_in_text
from relgraph.store.schema import PLACES
from relgraph.store.sentences import Sentences, sentence_rows
from relgraph.store.terms import Keys
from relgraph.store.uniting import Part, run_order, united


class _Entry(NamedTuple):
    """A document that is to be written, with the ids of the actors that are described with it."""

    key: int
    document: Document
    named: Iterable[str]
    mentions: Iterable[Mention]
    relations: Sequence[Relation]
    provenance: Iterable[Provenance]


class Writer:
    """Adds extractions in a transaction that is open already."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader
        self._keys = Keys(database)
        self._parties = Parties(database)
        self._rows = RelationRows(self._keys, self._parties)
        self._sentences = Sentences(database)

    def forget(self) -> None:
        """Forget what is kept in memory: after a transaction that was undone, it may not be so."""
        self._keys.forget()
        self._parties.clear()

    def add(self, extractions: Sequence[Extraction]) -> int:
        """Add extractions and return by how many relations the store grew.

        Raises `UsageError` if an extraction names an actor that nothing describes, holds a relation that stands in
        another document, or gives a document another text than it had before.
        """
        for extraction in extractions:
            _check_documents(extraction)
        self._parties.unite(actor for extraction in extractions for actor in extraction.actors)
        try:
            return self._add(extractions)
        except KeyError:
            self._check_actors(extractions)
            raise

    def _add(self, extractions: Sequence[Extraction]) -> int:
        ids = Counter(extraction.document.id for extraction in extractions)
        known = self._reader.documents_with(ids)
        if not known and len(ids) == len(extractions):
            self._database.change("SAVEPOINT fresh")
            try:
                grown = self._insert_fresh(extractions)
            except sqlite3.IntegrityError:  # a relation has the id of another one: rare enough to start anew
                self._database.change("ROLLBACK TO fresh")
                self._keys.forget()
            else:
                self._database.change("RELEASE fresh")
                return grown
        return self._add_carefully(extractions, known, ids)

    def _add_carefully(self, extractions: Sequence[Extraction], known: Mapping[str, int], ids: Counter[str]) -> int:
        given = Counter(relation.id for extraction in extractions for relation in extraction.relations)
        touched = self._reader.relations_with(given)

        def stands_alone(extraction: Extraction) -> bool:
            id_ = extraction.document.id
            relations = (relation.id for relation in extraction.relations)
            return (
                id_ not in known and ids[id_] == 1 and all(given[id_] == 1 and id_ not in touched for id_ in relations)
            )

        grown = self._insert_fresh([extraction for extraction in extractions if stands_alone(extraction)])
        others = [extraction for extraction in extractions if not stands_alone(extraction)]
        keys = {known[each.document.id] for each in others if each.document.id in known}
        keys.update(
            touched[relation.id] >> PLACES for each in others for relation in each.relations if relation.id in touched
        )
        stored = [Part.of_stored(key, self._reader.stored(key)) for key in sorted(keys)]
        return grown + self._replace(united(stored, others))

    def _check_actors(self, extractions: Iterable[Extraction]) -> None:
        used = {mention.actor for extraction in extractions for mention in extraction.mentions}
        for extraction in extractions:
            for relation in extraction.relations:
                used.add(relation.source.actor)
                used.add(relation.target.actor)
        missing = sorted(id_ for id_ in used if not self._parties.known(id_))
        if missing:
            raise UsageError(f"no extraction describes the actor {missing[0]!r}, which a mention or relation names")

    def _replace(self, parts: Iterable[Part]) -> int:
        """Write what is new or has changed, and return by how many relations the store grew."""
        changed = [part for part in parts if part != part.stored]
        next_key = self._reader.last_key() + 1
        for part in changed:
            if part.stored is not None and part.key is not None:
                self._delete(part.key, part.stored)
        # Under a key of its own, not the one that it had: answers that still know that one must not show another.
        self._insert(
            [
                _Entry(key, part.document, part.named, part.mentions, part.relations, part.provenance)
                for key, part in enumerate(changed, next_key)
            ]
        )
        before = sum(len(part.stored.relations) for part in changed if part.stored is not None)
        return sum(len(part.relations) for part in changed) - before

    def _delete(self, key: int, stored: Part) -> None:
        self._sentences.delete(key, stored.relations)
        change = self._database.change
        change("DELETE FROM relation WHERE key >= ? AND key < ?", (key << PLACES, (key + 1) << PLACES))
        for heading in heading_rows(stored.document, key):
            change("DELETE FROM heading WHERE hash = ? AND document = ?", heading)
        change("DELETE FROM text WHERE document = ?", (key,))
        change("DELETE FROM document WHERE key = ?", (key,))

    def _insert_fresh(self, extractions: Sequence[Extraction]) -> int:
        self._insert(
            [
                _Entry(
                    key,
                    extraction.document,
                    {actor.id for actor in extraction.actors},
                    extraction.mentions,
                    sorted(extraction.relations, key=place_in_text),
                    set(extraction.provenance),
                )
                for key, extraction in enumerate(extractions, self._reader.last_key() + 1)
            ]
        )
        return sum(len(extraction.relations) for extraction in extractions)

    def _insert(self, entries: Sequence[_Entry]) -> None:
        """Write documents that are not in the store."""
        # Rows are made when it is their turn and not kept: a batch has too many of them to pile up.
        self._fill("document", DOCUMENT_COLUMNS, map(self._document_row, entries))
        self._fill(
            "heading", ("hash", "document"), (row for each in entries for row in heading_rows(each.document, each.key))
        )
        self._fill(
            "text",
            TEXT_COLUMNS,
            (text_row(each.document, each.key, each.named, each.mentions, self._parties) for each in entries),
        )
        self._fill(
            "relation",
            RELATION_COLUMNS,
            (row for each in entries for row in self._rows.rows(each.document, each.key, each.relations)),
        )
        self._fill(
            "sentence", ("rowid", "words"), (row for each in entries for row in sentence_rows(each.key, each.relations))
        )
        for each in entries:
            if any(len(relation.evidence) > 1 for relation in each.relations):
                self._sentences.add_further(each.key, each.relations)

    def _document_row(self, entry: _Entry) -> tuple[Cell, ...]:
        runs = [self._keys.run(run) for run in sorted(entry.provenance, key=run_order)]
        return document_row(entry.document, entry.key, runs)

    def _fill(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> None:
        marks = ", ".join("?" * len(columns))
        self._database.change_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _check_documents(extraction: Extraction) -> None:
    id_ = extraction.document.id
    for relation in extraction.relations:
        if relation.evidence[0].document != id_:
            raise UsageError(
                f"relation {relation.id} stands in the extraction of document {id_!r}, but its evidence in "
                f"{relation.evidence[0].document!r}"
            )
