"""Opening the file of a store, and what is made of SQLite's errors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relgraph.errors import FormatError, ReadError, RelgraphError, UsageError
from relgraph.store.schema import APPLICATION, TABLES, VERSION

_MAGIC = b"SQLite format 3\0"
_CACHE = 64 << 10
"""How much of the file is kept in memory, in KiB."""


def is_store(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a store, of whatever version, by its first bytes."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(100)
    except OSError:
        return False
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION.to_bytes(4, "big")


def connect(path: Path, *, write: bool, wait: float) -> sqlite3.Connection:
    """Open the file of a store, for reading only or for writing, which makes it if it is not there.

    Raises `ReadError` if there is no such file to read, `FormatError` if it is no store, damaged or of a newer version,
    and `UsageError` if it cannot be made.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file in it")
    if not path.exists() or not path.stat().st_size:
        if not write:
            raise ReadError(f"there is no store {path}; Store(path, write=True) makes one")
        if not path.absolute().parent.is_dir():
            raise UsageError(f"there is no folder {path.parent}; create it first")
    with explained(path):
        mode = "rwc" if write else "ro"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None
        )
        try:
            _prepare(connection, path, write)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    application, version, tables = (
        connection.execute(question).fetchone()[0]
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    if not tables and write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            for statement in TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    elif application != APPLICATION:
        raise FormatError(f"{path} is a database, but not a store of relgraph")
    elif version > VERSION:
        raise FormatError(f"{path} has version {version} of the store, this relgraph knows {VERSION}: upgrade relgraph")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise errors of relgraph, which say what to do, for those of SQLite."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explanation(error, path) from error


def _explanation(error: sqlite3.DatabaseError, path: Path) -> RelgraphError:
    return FormatError(f"{path}: {error}")
