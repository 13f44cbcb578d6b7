"""What a store holds, as queries see it: nothing is loaded before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar, overload

from relgraph.errors import UsageError
from relgraph.graph.conditions import Query
from relgraph.graph.facts import Aside, Facts, Hit
from relgraph.model import Actor, Document, Mention, Relation
from relgraph.store.asking import ALWAYS, Asking, Clause, both, in_any_segment
from relgraph.store.cells import MODALITIES, POLARITIES, get_id, get_maybe, get_text, put_id, put_text
from relgraph.store.connection import Database
from relgraph.store.parties import ACTOR_COLUMNS, actor_of
from relgraph.store.reading import Kept, Reader
from relgraph.store.relations import MODALITY, NEGATED, SYMMETRIC
from relgraph.store.schema import PLACES

T = TypeVar("T")

_MOST = 100_000

Shown = Callable[["Row", bool], tuple[str, str]]
"""What tells as whom source and target of a relation are shown that may be the other way round."""


class Row(NamedTuple):
    """A relation that a query found: numbers, most of them keys; `at` and `key` are its place in the order."""

    key: int
    source: int
    target: int
    type: int
    marks: int
    flipped: int
    undated: int
    at: int


class Details(NamedTuple):
    """What is seldom asked of a relation."""

    id: str
    confidence: float
    speaker: int | None
    time: int | None


class Looked(Mapping[str, T]):
    """Values by id that are looked up when they are asked for and kept until the store changes."""

    def __init__(self, look: Callable[[str], T], ids: Callable[[], Sequence[str]]) -> None:
        self._look = look
        self._ids = ids
        self.kept: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        if id_ not in self.kept:
            value = self._look(id_)
            if len(self.kept) >= _MOST:
                self.kept.clear()
            self.kept[id_] = value
        return self.kept[id_]

    def __len__(self) -> int:
        return len(self._ids())

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())


class Content:
    """The content of a store; see `relgraph.graph.held.Held`, whose form it has."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self.reader = reader
        self._asking = Asking(database)
        self._version = -1
        self._types: tuple[str, ...] | None = None
        self._details = Kept(database, "SELECT id, confidence, speaker, time FROM relation WHERE key = ?", _details)
        self.actors: Mapping[str, Actor] = Looked(reader.actor, self._actor_ids)
        self.documents: Mapping[str, Document] = Looked(self._document, self._document_ids)
        self.chains: Mapping[str, tuple[str, ...]] = Looked(self._chain, self._actor_ids)
        self.roots: Mapping[str, str] = Looked(self._root, self._actor_ids)
        self.facts: Facts[Row] = self._make_facts()

    def refresh(self) -> None:
        """Forget what is kept of it if another process has changed the store since."""
        version = self._database.one("PRAGMA data_version")[0]
        if version != self._version:
            self._version = version
            self.forget()

    def forget(self) -> None:
        """Forget what is kept of it, as the store has changed."""
        self.reader.forget()
        self._types = None
        self._details.clear()
        for looked in (self.actors, self.documents, self.chains, self.roots):
            if isinstance(looked, Looked):
                looked.kept.clear()

    # Actors and documents

    def _actor_ids(self) -> list[str]:
        return sorted(get_text(id_) for (id_,) in self._database.all("SELECT id FROM actor"))

    def all_actors(self) -> Iterator[Actor]:
        """Give all actors, in any order."""
        return map(actor_of, self._database.all(f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor"))

    def _chain(self, id_: str) -> tuple[str, ...]:
        chain = [id_]
        while (parent := self.actors[chain[-1]].parent) is not None and parent not in chain and parent in self.actors:
            chain.append(parent)
        return tuple(chain)

    def _root(self, id_: str) -> str:
        row = self._database.one("SELECT root FROM actor WHERE id = ?", (put_text(id_),))
        if row is None:
            raise KeyError(id_)
        return self.reader.actor_ids[row[0]]

    def _document_ids(self) -> list[str]:
        return sorted(get_text(id_) for (id_,) in self._database.all("SELECT id FROM document"))

    def _document(self, id_: str) -> Document:
        key = self.reader.documents_with([id_])[id_]
        with self.reader.undamaged(key):
            return self.reader.documents[key]

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """Return the mentions of a document in the order of the text."""
        return self.reader.stored(self.reader.documents_with([document])[document]).mentions

    # Relations

    def __len__(self) -> int:
        return int(self._database.one("SELECT count(*) FROM relation")[0])

    @property
    def types(self) -> tuple[str, ...]:
        """The relation types that occur, sorted."""
        if self._types is None:
            rows = self._database.all(
                "WITH RECURSIVE each (type) AS (SELECT min(type) FROM relation UNION ALL "
                "SELECT (SELECT min(type) FROM relation WHERE type > each.type) FROM each WHERE each.type IS NOT NULL) "
                "SELECT type FROM each WHERE type IS NOT NULL"
            )
            self._types = tuple(sorted(self.reader.terms[key] for (key,) in rows))
        return self._types

    def speakers(self) -> Iterator[tuple[str, str | None]]:
        """Yield the name and actor of every attribution, in the order of the relations."""
        for name, actor in self._database.all(
            "SELECT name, actor FROM relation JOIN speaker ON speaker.key = relation.speaker ORDER BY at, relation.key"
        ):
            yield get_text(name), get_maybe(actor)

    def key_of(self, id: str) -> Row | None:
        """Return the row of the relation with an id, or None."""
        where = both(in_any_segment(self._database), Clause("id = ?", (put_id(id),)))
        row = self._database.one(
            f"SELECT key, source, target, type, marks, 0, 0, at FROM relation WHERE {where.sql}", where.cells
        )
        return None if row is None else Row(*row)

    def relation_at(self, key: Row) -> Relation:
        """Return the relation of a row; raises `UsageError` if it was written anew since."""
        relation = self.reader.relation(key.key)
        if relation is None:
            raise self._changed()
        return relation

    def _changed(self) -> UsageError:
        return UsageError(
            f"{self._database.path} has learned more about this relation since it was found; put the query again"
        )

    def answer(self, query: Query, further: Clause = ALWAYS) -> tuple[Hits, Hits]:
        """Return what a query finds and what it sets aside, both in order; `further` is a condition that holds too."""
        found: list[tuple[int, ...]] = []
        aside: list[tuple[int, ...]] = []
        with self._database.transaction():
            self.refresh()
            statement = self._asking.statement(query, further)
            rows = [] if statement is None else self._database.all(statement.sql, statement.cells)
            rows = self._untied(rows)
        reasons = _reasons(query)
        for row in rows:
            (found if reasons[row[4] & _TOLD] is None and not row[6] else aside).append(row)
        shown = query.shown(self.facts, self)
        return Hits(found, shown, reasons), Hits(aside, shown, reasons)

    def _untied(self, rows: list[Any]) -> list[Any]:
        """Put rows in order whose documents have the same place, as those with long ids of one day may have."""
        if len({row[7] for row in rows}) == len({row[0] >> PLACES for row in rows}):
            return rows
        ids = self.reader.document_ids
        untied = []
        for _, same in groupby(rows, key=lambda row: row[7]):
            untied += sorted(same, key=lambda row: (ids[row[0] >> PLACES], row[0]))
        return untied

    def in_order(self, hits: Iterable[Hit[Row]]) -> list[Hit[Row]]:
        """Return what queries found in the order of the relations."""
        ids = self.reader.document_ids

        def place(hit: Hit[Row]) -> tuple[int, str, int]:
            return hit.relation.at, ids[hit.relation.key >> PLACES], hit.relation.key

        return sorted(hits, key=place)

    def _make_facts(self) -> Facts[Row]:
        reader, details = self.reader, self._details

        def said(row: Row) -> tuple[str, str | None] | None:
            return None if (key := details[row.key].speaker) is None else reader.speakers[key]

        def interval(row: Row) -> tuple[Any, Any]:
            if (key := details[row.key].time) is None:
                return None, None
            return reader.times[key].start, reader.times[key].end

        return Facts(
            same=lambda row: row.key,
            id=lambda row: details[row.key].id,
            source=lambda row: reader.actor_ids[row.source],
            target=lambda row: reader.actor_ids[row.target],
            type=lambda row: reader.terms[row.type],
            symmetric=lambda row: bool(row.marks & SYMMETRIC),
            polarity=lambda row: POLARITIES[bool(row.marks & NEGATED)],
            modality=lambda row: MODALITIES[(row.marks & MODALITY) >> 2],
            confidence=lambda row: details[row.key].confidence,
            said=said,
            interval=interval,
            document=lambda row: reader.document_ids[row.key >> PLACES],
            documents=self._documents_of,
        )

    def _documents_of(self, row: Row) -> list[str]:
        further = self._database.all("SELECT document FROM further WHERE relation = ?", (row.key,))
        return [self.reader.document_ids[row.key >> PLACES], *(get_text(id_) for (id_,) in further)]


_TOLD = SYMMETRIC | NEGATED | MODALITY


def _reasons(query: Query) -> list[Aside | None]:
    """Return for each value of these marks why a query sets relations with them aside."""
    reasons: list[Aside | None] = []
    for marks in range(_TOLD + 1):
        polarity, modality = POLARITIES[bool(marks & NEGATED)], MODALITIES[(marks & MODALITY) >> 2]
        if query.polarity is not None and polarity not in query.polarity:
            reasons.append(polarity)
        elif query.modality is not None and modality not in query.modality:
            reasons.append(modality)
        else:
            reasons.append(None)
    return reasons


class Hits(Sequence[Hit[Row]]):
    """What a query found, each made of its row when it is asked for."""

    __slots__ = ("_reasons", "_shown", "rows")

    def __init__(self, rows: list[tuple[int, ...]], shown: Shown, reasons: Sequence[Aside | None]) -> None:
        self.rows = rows
        self._shown = shown
        self._reasons = reasons

    @overload
    def __getitem__(self, index: int) -> Hit[Row]: ...
    @overload
    def __getitem__(self, index: slice) -> Hits: ...
    def __getitem__(self, index: int | slice) -> Hit[Row] | Hits:
        if isinstance(index, slice):
            return Hits(self.rows[index], self._shown, self._reasons)
        return self._hit(self.rows[index])

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Hit[Row]]:
        return map(self._hit, self.rows)

    def _hit(self, cells: tuple[int, ...]) -> Hit[Row]:
        row = Row(*cells)
        flipped = bool(row.flipped)
        reason = self._reasons[row.marks & _TOLD] or ("undated" if row.undated else None)
        return Hit(row, *self._shown(row, flipped), flipped, reason)


def _details(row: Sequence[Any]) -> Details:
    return Details(get_id(row[0]), *row[1:])
