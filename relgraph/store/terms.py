"""What repeats in relations and stands once in a store: types, frames, places, speakers, times and runs."""

from __future__ import annotations

from relgraph.actors import fold
from relgraph.model import Attribution, Provenance, TimeRef
from relgraph.store.cells import Cell, put_day, put_instant, put_maybe, put_text
from relgraph.store.connection import Database

_MOST = 200_000
"""How many keys are kept in memory before the memory is cleared."""


class Keys:
    """Gives the keys of values that stand once, and adds them where they are missing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._terms: dict[str, int] = {}
        self._speakers: dict[tuple[str, str | None], int] = {}
        self._times: dict[tuple[object, ...], int] = {}
        self._runs: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """Forget all keys: after a transaction that was undone, they may be those of nothing."""
        for known in (self._terms, self._speakers, self._times, self._runs):
            known.clear()

    def term(self, words: str) -> int:
        """Return the key of a type, frame or place."""
        key = self._terms.get(words)
        if key is None:
            cell = (put_text(words),)
            key = self._key("SELECT key FROM term WHERE words = ?", cell, "INSERT INTO term (words) VALUES (?)", cell)
            if len(self._terms) > _MOST:
                self._terms.clear()
            self._terms[words] = key
        return key

    def speaker(self, said: Attribution) -> int:
        """Return the key of who says so."""
        known = said.name, said.actor
        key = self._speakers.get(known)
        if key is None:
            name, actor = put_text(said.name), put_maybe(said.actor)
            key = self._key(
                "SELECT key FROM speaker WHERE name = ? AND ifnull(actor, x'00') = ifnull(?, x'00')",
                (name, actor),
                "INSERT INTO speaker (name, actor, folded) VALUES (?, ?, ?)",
                (name, actor, fold(said.name)),
            )
            if len(self._speakers) > _MOST:
                self._speakers.clear()
            self._speakers[known] = key
        return key

    def time(self, when: TimeRef) -> int:
        """Return the key of a time expression."""
        known = when.text, when.start, when.end, when.granularity
        key = self._times.get(known)
        if key is None:
            cells = put_text(when.text), put_day(when.start), put_day(when.end), when.granularity
            key = self._key(
                "SELECT key FROM time WHERE words = ? AND ifnull(first, 0) = ifnull(?, 0) "
                "AND ifnull(last, 0) = ifnull(?, 0) AND ifnull(granularity, '') = ifnull(?, '')",
                cells,
                "INSERT INTO time (words, first, last, granularity) VALUES (?, ?, ?, ?)",
                cells,
            )
            if len(self._times) > _MOST:
                self._times.clear()
            self._times[known] = key
        return key

    def run(self, run: Provenance) -> int:
        """Return the key of what read a document."""
        known = run.version, run.model, run.time
        key = self._runs.get(known)
        if key is None:
            cells = put_text(run.version), put_text(run.model), put_instant(run.time)
            key = self._key(
                "SELECT key FROM run WHERE version = ? AND model = ? AND time IS ?",
                cells,
                "INSERT INTO run (version, model, time) VALUES (?, ?, ?)",
                cells,
            )
            if len(self._runs) > _MOST:
                self._runs.clear()
            self._runs[known] = key
        return key

    def _key(self, select: str, wanted: tuple[Cell, ...], insert: str, cells: tuple[Cell, ...]) -> int:
        found = self._database.one(select, wanted)
        if found is not None:
            return int(found[0])
        return self._database.change(insert, cells)
