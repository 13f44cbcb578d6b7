"""Queries as SQL: the conditions that `relgraph.graph.conditions` has compiled, over the columns of relations."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from relgraph.graph.conditions import Query
from relgraph.graph.names import Speaker
from relgraph.store.cells import Cell, put_text
from relgraph.store.connection import Database
from relgraph.store.relations import ATTRIBUTED, SYMMETRIC
from relgraph.store.schema import PLACES, SEGMENT

_FEW = 100

BELOW = """
WITH RECURSIVE below (key, id) AS (
    SELECT key, id FROM actor WHERE key = ? UNION SELECT actor.key, actor.id FROM actor JOIN below ON parent = below.id
)
"""
"""An actor, given by its key, and all that belong to it."""


class Clause(NamedTuple):
    """A condition in SQL with the cells for its question marks."""

    sql: str
    cells: tuple[Cell, ...] = ()


NEVER = Clause("0")
ALWAYS = Clause("1")


def both(*clauses: Clause) -> Clause:
    """Return the condition that all of some hold."""
    kept = [clause for clause in clauses if clause != ALWAYS]
    if not kept:
        return ALWAYS
    return Clause(" AND ".join(clause.sql for clause in kept), _cells(kept))


def either(*clauses: Clause) -> Clause:
    """Return the condition that one of some holds."""
    return Clause(f"({' OR '.join(f'({clause.sql})' for clause in clauses)})", _cells(clauses))


def no(clause: Clause) -> Clause:
    """Return the condition that one does not hold."""
    return Clause(f"NOT ({clause.sql})", clause.cells)


def _cells(clauses: Iterable[Clause]) -> tuple[Cell, ...]:
    return tuple(cell for clause in clauses for cell in clause.cells)


class Asked(NamedTuple):
    """An actor that is asked for: the end of its chain, and the keys of what counts as it (None: all with that end)."""

    root: int
    keys: tuple[int, ...] | None

    def stands(self, side: str) -> Clause:
        """Return the condition that it stands on a side of a relation, ``source`` or ``target``."""
        if self.keys is None:
            return Clause(f"{side}_root = ?", (self.root,))
        return both(Clause(f"{side}_root = ?", (self.root,)), among(side, self.keys))


def in_any_segment(database: Database) -> Clause:
    """Return the condition that a row lies in a segment: it says nothing, but lets indexes that are kept so be used."""
    (last,) = database.one("SELECT ifnull(max(key), 0) FROM document")
    return among("segment", range((last >> SEGMENT) + 1))


def among(column: str, keys: Collection[int]) -> Clause:
    """Return the condition that a column has one of some numbers."""
    if len(keys) <= _FEW:
        return Clause(f"{column} IN ({', '.join('?' * len(keys))})", tuple(keys))
    return Clause(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),))


class Asking:
    """Makes the SQL of queries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def statement(self, query: Query, further: Clause = ALWAYS) -> Clause | None:
        """Return the statement that finds what a query does, or None if nothing can.

        Its rows are the key of the relation, source, target, type, marks, whether it is shown the other way round,
        whether it lacks a date that is asked for, and its place in the order. `further` is a condition that holds too.
        """
        actors = [None if id_ is None else self._asked(id_, query.rollup) for id_ in _ids(query)]
        if any(found is None for found, id_ in zip(actors, _ids(query), strict=True) if id_ is not None):
            return None
        plain = both(self._plain(query), further)
        if NEVER in (plain, further) or "(0)" in plain.sql.split(" AND "):
            return None
        undated = "first IS NULL" if query.since is not None or query.until is not None else "0"
        anywhere = ALWAYS if actors == [None, None, None] else in_any_segment(self._database)
        branches = [
            Clause(
                f"SELECT key, source, target, type, marks, {flipped} AS flipped, {undated} AS undated, at "
                f"FROM relation WHERE {where.sql}",
                where.cells,
            )
            for flipped, where in ((flipped, both(anywhere, ways, plain)) for flipped, ways in _ways(*actors))
        ]
        return Clause(f"{' UNION ALL '.join(each.sql for each in branches)} ORDER BY at, key", _cells(branches))

    def _asked(self, id_: str, rollup: bool) -> Asked | None:
        row = self._database.one("SELECT key, root FROM actor WHERE id = ?", (put_text(id_),))
        if row is None:
            return None
        key, root = row
        if not rollup:
            return Asked(root, (key,))
        if key == root:
            return Asked(root, None)
        return Asked(root, tuple(each for (each,) in self._database.all(f"{BELOW} SELECT key FROM below", (key,))))

    def _plain(self, query: Query) -> Clause:
        """Return the conditions that have nothing to do with who stands where."""
        clauses = []
        if query.types is not None:
            clauses.append(self._typed(query.types))
        if query.min_confidence > 0:
            clauses.append(Clause("confidence >= ?", (query.min_confidence,)))
        if query.symmetric is not None:
            clauses.append(Clause(f"(marks & {SYMMETRIC}) = ?", (SYMMETRIC * bool(query.symmetric),)))
        if query.attributed is not None:
            clauses.append(Clause(f"(marks & {ATTRIBUTED}) = ?", (ATTRIBUTED * bool(query.attributed),)))
        if query.documents is not None:
            clauses.append(self._in_documents(query.documents))
        if query.speaker is not None:
            clauses.append(self._said_by(query.speaker, query.rollup))
        if query.since is not None or query.until is not None:
            since, until = query.since or date.min, query.until or date.max
            days = (until.toordinal(), since.toordinal())
            clauses.append(Clause("(first IS NULL OR (first <= ? AND last >= ?))", days))
        return both(*clauses)

    def _typed(self, types: Iterable[str]) -> Clause:
        keys = [key for (key,) in self._database.among("SELECT key FROM term WHERE words IN", map(put_text, types))]
        return among("type", sorted(keys)) if keys else NEVER

    def _in_documents(self, ids: Iterable[str]) -> Clause:
        cells = [put_text(id_) for id_ in sorted(ids)]
        keys = [key for (key,) in self._database.among("SELECT key FROM document WHERE id IN", cells)]
        relations = {
            key
            for document in keys
            for (key,) in self._database.all(
                "SELECT key FROM relation WHERE key >= ? AND key < ?", (document << PLACES, (document + 1) << PLACES)
            )
        }
        relations.update(
            key for (key,) in self._database.among("SELECT relation FROM further WHERE document IN", cells)
        )
        return among("key", sorted(relations)) if relations else NEVER

    def _said_by(self, speaker: Speaker, rollup: bool) -> Clause:
        by_name = among_texts("folded", speaker.names)
        if speaker.actor is None:
            wanted = by_name
        else:
            same = [Clause("actor = ?", (put_text(speaker.actor),))]
            row = self._database.one("SELECT key FROM actor WHERE id = ?", (put_text(speaker.actor),))
            if rollup and row is not None:
                same.append(Clause(f"actor IN ({BELOW} SELECT id FROM below)", tuple(row)))
            wanted = either(either(*same), both(Clause("actor IS NULL"), by_name))
        keys = [key for (key,) in self._database.all(f"SELECT key FROM speaker WHERE {wanted.sql}", wanted.cells)]
        return among("speaker", keys) if keys else NEVER


def among_texts(column: str, texts: Collection[str]) -> Clause:
    """Return the condition that a column has one of some strings."""
    return Clause(f"{column} IN ({', '.join('?' * len(texts))})", tuple(put_text(text) for text in sorted(texts)))


def _ids(query: Query) -> tuple[str | None, str | None, str | None]:
    return query.source, query.target, query.either


def _ways(source: Asked | None, target: Asked | None, some_side: Asked | None) -> list[tuple[str, Clause]]:
    """Return the conditions under which a relation is shown as it is stated, and the other way round."""
    if source is None and target is None:
        if some_side is None:
            return [("0", ALWAYS)]
        # A symmetric relation is shown from the asked actor's side.
        there, back = some_side.stands("source"), some_side.stands("target")
        return [("0", there), (f"(marks & {SYMMETRIC})", both(back, no(there)))]
    there, back = _between(source, target), _between(target, source)
    also = ALWAYS if some_side is None else either(some_side.stands("source"), some_side.stands("target"))
    turned = both(back, Clause(f"(marks & {SYMMETRIC}) = {SYMMETRIC}"), no(there), also)
    return [("0", both(there, also)), ("1", turned)]


def _between(source: Asked | None, target: Asked | None) -> Clause:
    return both(
        ALWAYS if source is None else source.stands("source"),
        ALWAYS if target is None else target.stands("target"),
    )
