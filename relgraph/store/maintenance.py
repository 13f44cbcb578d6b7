"""What there is to know of a store as a whole, whether it is sound, and how it is made small."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from relgraph.model import Value
from relgraph.store.cells import get_day
from relgraph.store.connection import Database
from relgraph.store.schema import PLACES


class StoreInfo(Value):
    """What there is to know of a store at a glance.

    Attributes:
        path: The file.
        version: The version of its layout.
        size: Its size in bytes.
        documents: How many documents it holds.
        relations: How many relations.
        actors: How many actors.
        first: The first day of publication of its documents, if any has one.
        last: The last one.
        inputs: How many inputs were read, copies or skipped.
    """

    path: Path
    version: int
    size: int
    documents: int
    relations: int
    actors: int
    first: date | None
    last: date | None
    inputs: dict[str, int]


def info_of(database: Database) -> StoreInfo:
    """Return what there is to know of a store."""
    pages, page_size, version = (
        database.one(f"PRAGMA {name}")[0] for name in ("page_count", "page_size", "user_version")
    )
    documents, first, last = database.one("SELECT count(*), min(day), max(day) FROM document")
    return StoreInfo(
        path=database.path,
        version=version,
        size=pages * page_size,
        documents=documents,
        relations=database.one("SELECT count(*) FROM relation")[0],
        actors=database.one("SELECT count(*) FROM actor")[0],
        first=get_day(first),
        last=get_day(last),
        inputs=dict(database.all("SELECT outcome, count(*) FROM input GROUP BY outcome ORDER BY outcome")),
    )


def faults_of(database: Database) -> Iterator[str]:
    """Give what is wrong with the file of a store; nothing if it is sound."""
    for (found,) in database.all("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield str(found)
    for what, question in (
        ("documents without a text", "SELECT count(*) FROM document WHERE key NOT IN (SELECT document FROM text)"),
        ("texts without a document", "SELECT count(*) FROM text WHERE document NOT IN (SELECT key FROM document)"),
        (
            "relations without a document",
            f"SELECT count(*) FROM relation WHERE key >> {PLACES} NOT IN (SELECT key FROM document)",
        ),
        (
            "relations without an actor",
            "SELECT count(*) FROM relation WHERE source NOT IN (SELECT key FROM actor) "
            "OR target NOT IN (SELECT key FROM actor)",
        ),
    ):
        count = database.one(question)[0]
        if count:
            yield f"{count:,} {what}"


def shrink(database: Database) -> None:
    """Make the file as small as it can be, and its full-text index as quick."""
    database.change("INSERT INTO sentence (sentence) VALUES ('optimize')")
    database.change("VACUUM")
    database.all("PRAGMA wal_checkpoint(TRUNCATE)")
