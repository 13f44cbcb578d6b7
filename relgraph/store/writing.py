"""Adding extractions to a store."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from relgraph.errors import UsageError
from relgraph.graph.merge import unite_documents, unite_relations
from relgraph.model import Document, Extraction, Mention, Provenance, Relation
from relgraph.store.cells import Cell, put_id, put_text
from relgraph.store.documents import DOCUMENT_COLUMNS, TEXT_COLUMNS, document_row, text_row
from relgraph.store.parties import Parties
from relgraph.store.reading import Reader
from relgraph.store.relations import RELATION_COLUMNS, RelationRows, place_in_text
from relgraph.store.schema import PLACES
from relgraph.store.terms import Keys

_NO_TIME = datetime.min.replace(tzinfo=UTC)


def provenance_order(run: Provenance) -> tuple[str, str, bool, datetime]:
    """Return what the runs of one document are sorted by."""
    return run.version, run.model, run.time is not None, run.time or _NO_TIME


@dataclass
class Part:
    """All that is known of one document, from the store and from the extractions that are added.

    `key` is None if the document is new, and `stored` is what the store has of it.
    """

    document: Document
    key: int | None = None
    named: dict[str, None] = field(default_factory=dict)
    mentions: dict[Mention, None] = field(default_factory=dict)
    relations: Sequence[Relation] = ()
    provenance: set[Provenance] = field(default_factory=set)
    stored: Part | None = None

    def united(self, other: Part) -> Part:
        """Return this part with the document, actors, mentions and runs of another, in that order."""
        return replace(
            self,
            document=unite_documents(self.document, other.document),
            named={**self.named, **other.named},
            mentions={**self.mentions, **other.mentions},
            provenance=self.provenance | other.provenance,
        )

    def is_stored(self) -> bool:
        """Whether the store has all of it already."""
        return self.stored is not None and self == replace(self.stored, key=self.key, stored=self.stored)


def _part(extraction: Extraction) -> Part:
    return Part(
        document=extraction.document,
        named=dict.fromkeys(actor.id for actor in extraction.actors),
        mentions=dict.fromkeys(extraction.mentions),
        relations=extraction.relations,
        provenance=set(extraction.provenance),
    )


def _check_documents(extraction: Extraction) -> None:
    for relation in extraction.relations:
        if relation.evidence[0].document != extraction.document.id:
            raise UsageError(
                f"relation {relation.id} stands in the extraction of document {extraction.document.id!r}, but its "
                f"evidence in {relation.evidence[0].document!r}"
            )


def _further_rows(relations: Sequence[Relation], rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    keys = {row[1]: row[0] for row in rows}
    for relation in relations:
        if len(relation.evidence) > 1:
            for document in dict.fromkeys(evidence.document for evidence in relation.evidence[1:]):
                yield keys[put_id(relation.id)], put_text(document)


class Writer:
    """Adds extractions in a transaction that is open already."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader) -> None:
        self._connection = connection
        self._reader = reader
        self._keys = Keys(connection)
        self._parties = Parties(connection)
        self._rows = RelationRows(self._keys, self._parties)

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
        self._check_actors(extractions)
        fresh, parts = self._sorted_out(extractions)
        grown = self._insert(map(_part, fresh))
        if parts:
            grown += self._replace(parts)
        return grown

    def _check_actors(self, extractions: Iterable[Extraction]) -> None:
        used = {mention.actor for extraction in extractions for mention in extraction.mentions}
        for extraction in extractions:
            for relation in extraction.relations:
                used.add(relation.source.actor)
                used.add(relation.target.actor)
        missing = sorted(id_ for id_ in used if id_ not in self._parties and not self._parties.known(id_))
        if missing:
            raise UsageError(f"no extraction describes the actor {missing[0]!r}, which a mention or relation names")

    def _sorted_out(self, extractions: Sequence[Extraction]) -> tuple[list[Extraction], list[Part]]:
        """Return the extractions that have nothing in common with anything, and what the others come to."""
        documents = Counter(extraction.document.id for extraction in extractions)
        relations = Counter(relation.id for extraction in extractions for relation in extraction.relations)
        known = self._reader.documents_with(documents)
        touched = self._reader.relations_with(relations)
        fresh: list[Extraction] = []
        others: list[Extraction] = []
        for extraction in extractions:
            id_ = extraction.document.id
            alone = documents[id_] == 1 and id_ not in known
            if alone and all(relations[each.id] == 1 and each.id not in touched for each in extraction.relations):
                fresh.append(extraction)
            else:
                others.append(extraction)
        return fresh, self._united(others, known, touched) if others else []

    def _united(
        self, extractions: Sequence[Extraction], known: Mapping[str, int], touched: Mapping[str, int]
    ) -> list[Part]:
        keys = {known[extraction.document.id] for extraction in extractions if extraction.document.id in known}
        keys.update(
            touched[each.id] for extraction in extractions for each in extraction.relations if each.id in touched
        )
        parts: dict[str, Part] = {}
        relations: dict[str, Relation] = {}
        for key in sorted(keys):
            part = _part(self._reader.stored(key))
            part.key, part.stored = key, replace(part)
            parts[part.document.id] = part
            relations.update((relation.id, relation) for relation in part.relations)
        for extraction in extractions:
            id_ = extraction.document.id
            part = _part(extraction)
            parts[id_] = parts[id_].united(part) if id_ in parts else part
            for relation in part.relations:
                same = relations.get(relation.id)
                relations[relation.id] = unite_relations(same, relation) if same else relation
        by_document: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in relations.values():
            by_document[relation.evidence[0].document].append(relation)
        for id_, part in parts.items():
            part.relations = tuple(sorted(by_document[id_], key=place_in_text))
        return list(parts.values())

    def _replace(self, parts: Iterable[Part]) -> int:
        """Write what is new or has changed, and return by how many relations the store grew."""
        changed = [part for part in parts if not part.is_stored()]
        grown = 0
        for part in changed:
            if part.key is not None:
                grown -= self._delete(part)
        return grown + self._insert(changed)

    def _delete(self, part: Part) -> int:
        key = part.key or 0
        change = self._connection.execute
        first, last = key << PLACES, (key + 1) << PLACES
        change("DELETE FROM further WHERE relation >= ? AND relation < ?", (first, last))
        count = change("DELETE FROM relation WHERE key >= ? AND key < ?", (first, last)).rowcount
        change("DELETE FROM text WHERE document = ?", (key,))
        change("DELETE FROM document WHERE key = ?", (key,))
        return count

    def _insert(self, parts: Iterable[Part]) -> int:
        """Write documents that are not in the store, and return how many relations they have."""
        documents: list[tuple[Cell, ...]] = []
        texts: list[tuple[Cell, ...]] = []
        relations: list[tuple[Cell, ...]] = []
        further: list[tuple[Cell, ...]] = []
        next_key = self._reader.last_key() + 1
        for part in parts:
            document, key = part.document, part.key
            if key is None:
                key, next_key = next_key, next_key + 1
            runs = [self._keys.run(run) for run in sorted(part.provenance, key=provenance_order)]
            documents.append(document_row(document, key, runs))
            texts.append(text_row(document, key, part.named, part.mentions, self._parties))
            rows = self._rows.rows(document, key, sorted(part.relations, key=place_in_text))
            relations.extend(rows)
            further.extend(_further_rows(part.relations, rows))
        for table, columns, cells in (
            ("document", DOCUMENT_COLUMNS, documents),
            ("text", TEXT_COLUMNS, texts),
            ("relation", RELATION_COLUMNS, relations),
            ("further", ("relation", "document"), further),
        ):
            marks = ", ".join("?" * len(columns))
            self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", cells)
        return len(relations)
