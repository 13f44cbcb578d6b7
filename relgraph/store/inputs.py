"""The records of inputs in a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from relgraph.store.cells import get_maybe, get_text, put_maybe, put_text
from relgraph.store.connection import Database
from relgraph.store.records import InputRecord

_COLUMNS = "fingerprint, name, outcome, document, note, signature, settings"


class Inputs:
    """Writes and reads the records of inputs; one of the same name and fingerprint replaces an earlier one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, records: Iterable[InputRecord]) -> None:
        """Add records, in a transaction that is open already."""
        self._database.change_many(
            f"INSERT INTO input ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (fingerprint, name) DO UPDATE SET outcome = excluded.outcome, "
            "document = excluded.document, note = excluded.note, "
            "signature = excluded.signature, settings = excluded.settings",
            (
                (
                    put_text(record.fingerprint),
                    put_text(record.name),
                    record.outcome,
                    put_maybe(record.document),
                    put_maybe(record.note),
                    record.signature,
                    put_maybe(record.settings),
                )
                for record in records
            ),
        )

    def all(self) -> Iterator[InputRecord]:
        """Give all records in the order in which they were added."""
        last = 0
        while rows := self._database.all(
            f"SELECT key, {_COLUMNS} FROM input WHERE key > ? ORDER BY key LIMIT 1000", (last,)
        ):
            for row in rows:
                yield _record(row[1:])
            last = rows[-1][0]

    def known(self, fingerprint: str) -> InputRecord | None:
        """Return the record of an input with this fingerprint: of one that was read before one that was not."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM input WHERE fingerprint = ? "
            "ORDER BY CASE outcome WHEN 'read' THEN 0 WHEN 'copy' THEN 1 ELSE 2 END, key LIMIT 1",
            (put_text(fingerprint),),
        )
        return None if row is None else _record(row)


def _record(row: Sequence[Any]) -> InputRecord:
    fingerprint, name, outcome, document, note, signature, settings = row
    return InputRecord(
        name=get_text(name),
        fingerprint=get_text(fingerprint),
        outcome=outcome,
        document=get_maybe(document),
        note=get_maybe(note),
        signature=signature,
        settings=get_maybe(settings),
    )
