"""Adding extractions to a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from relgraph.errors import UsageError
from relgraph.model import Document, Extraction, Mention, Provenance
from relgraph.store.cells import Cell
from relgraph.store.connection import Database
from relgraph.store.documents import (
    DOCUMENT_COLUMNS,
    HEADING_COLUMNS,
    TEXT_COLUMNS,
    document_row,
    heading_rows,
    text_row,
)
from relgraph.store.parties import Parties
from relgraph.store.reading import Reader
from relgraph.store.relations import RELATION_COLUMNS, Draft, RelationRows
from relgraph.store.schema import PLACES
from relgraph.store.sentences import Sentences, sentence_rows
from relgraph.store.terms import Keys
from relgraph.store.uniting import Part, run_order, united


class _Entry(NamedTuple):
    """A document that is to be written, with the ids of the actors that are described with it."""

    key: int
    document: Document
    named: Iterable[str]
    mentions: Sequence[Mention]
    drafts: Sequence[Draft]
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
        self._parties.forget()

    def add(self, extractions: Sequence[Extraction]) -> int:
        """Add extractions and return by how many relations the store grew.

        Raises `UsageError` if an extraction names an actor that nothing describes, holds a relation that stands in
        another document, or gives a document another text than it had before.
        """
        # There are many, and an attribute takes longer than what holds it.
        named = [[actor.__dict__["id"] for actor in extraction.actors] for extraction in extractions]
        self._parties.unite(
            pair for ids, each in zip(named, extractions, strict=True) for pair in zip(ids, each.actors, strict=True)
        )
        try:
            return self._add(extractions, named)
        except KeyError:
            self._check_actors(extractions)
            raise

    def _add(self, extractions: Sequence[Extraction], named: Sequence[list[str]]) -> int:
        ids = [extraction.document.id for extraction in extractions]
        known = self._reader.documents_with(ids)
        apart = known.keys() | _repeated(ids)
        drafted = [self._rows.drafts(each.document, each.relations) for each in extractions]
        given = [draft.id for drafts in drafted for draft in drafts]
        # A relation that is not named can be in its document only, or have the id that another one was given.
        touched = self._reader.relations_with({draft.id for drafts in drafted for draft in drafts if draft.is_named})
        if self._reader.has_named():
            touched |= self._reader.named(given)
        shared = touched.keys() | _repeated(given)
        alone: list[tuple[Extraction, list[str], list[Draft]]] = []
        others: list[Extraction] = []
        for extraction, described, drafts in zip(extractions, named, drafted, strict=True):
            if extraction.document.id in apart or (shared and any(draft.id in shared for draft in drafts)):
                others.append(extraction)
            else:
                alone.append((extraction, described, drafts))
        grown = self._insert_fresh(alone)
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
                _Entry(
                    key,
                    part.document,
                    part.named,
                    tuple(part.mentions),
                    self._rows.drafts(part.document, part.relations),
                    part.provenance,
                )
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
            change("DELETE FROM heading WHERE segment = ? AND hash = ? AND document = ?", heading)
        change("DELETE FROM text WHERE document = ?", (key,))
        change("DELETE FROM document WHERE key = ?", (key,))

    def _insert_fresh(self, extractions: Sequence[tuple[Extraction, list[str], list[Draft]]]) -> int:
        self._insert(
            [
                _Entry(
                    key,
                    extraction.document,
                    named,
                    extraction.mentions,
                    sorted(drafts),
                    set(extraction.provenance),
                )
                for key, (extraction, named, drafts) in enumerate(extractions, self._reader.last_key() + 1)
            ]
        )
        return sum(len(drafts) for *_, drafts in extractions)

    def _insert(self, entries: Sequence[_Entry]) -> None:
        """Write documents that are not in the store."""
        # Rows are made when it is their turn and not kept: a batch has too many of them to pile up.
        self._fill("document", DOCUMENT_COLUMNS, map(self._document_row, entries))
        self._fill(
            "heading", HEADING_COLUMNS, (row for each in entries for row in heading_rows(each.document, each.key))
        )
        self._fill(
            "text",
            TEXT_COLUMNS,
            (text_row(each.document, each.key, each.named, each.mentions, self._parties) for each in entries),
        )
        self._fill(
            "relation",
            RELATION_COLUMNS,
            (draft.row(key) for each in entries for key, draft in enumerate(each.drafts, each.key << PLACES)),
        )
        self._fill(
            "sentence",
            ("rowid", "words"),
            (
                row
                for each in entries
                for row in sentence_rows(each.key, ((draft.start, draft.end, draft.words) for draft in each.drafts))
            ),
        )
        for each in entries:
            if any(draft.is_whole and len(draft.relation.evidence) > 1 for draft in each.drafts):
                self._sentences.add_further(each.key, [draft.relation for draft in each.drafts])

    def _document_row(self, entry: _Entry) -> tuple[Cell, ...]:
        runs = [self._keys.run(run) for run in sorted(entry.provenance, key=run_order)]
        return document_row(entry.document, entry.key, runs)

    def _fill(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        marks = ", ".join("?" * len(columns))
        self._database.change_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _repeated(ids: Sequence[str]) -> set[str]:
    """Return those that are there more than once."""
    return {id_ for id_, times in Counter(ids).items() if times > 1} if len(set(ids)) < len(ids) else set()
