"""The file of a store as a database: opening it, and what is made of SQLite's errors."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from relgraph.errors import FormatError, ReadError, RelgraphError, UsageError
from relgraph.store.cells import Cell
from relgraph.store.migrating import migrate, show_as_new
from relgraph.store.schema import APPLICATION, TABLES, VERSION

_MAGIC = b"SQLite format 3\0"
_AT_ONCE = 500
_CACHE = 32 << 10
"""How much of the file is kept in memory, in KiB."""
_PAGE = 16 << 10
"""The size of a page of a new file in bytes: larger ones take less time to add to, and less room."""
_CHECKPOINT = 4_000
"""After how many pages what was added moves from the journal to the file."""


class Database:
    """A connection to the file of a store whose errors are those of relgraph, which say what to do."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None, path: Path) -> None:
        self._connection = connection
        self._folder = folder
        self.path = path
        self.ready = False
        self._is_open = True

    def prepare(self, write: bool) -> None:
        """Make or check the tables; raises as `open_database` does, and the errors of SQLite."""
        _prepare(self._connection, self.path, write)
        self.ready = True

    def one(self, question: str, cells: Sequence[Cell] = ()) -> Any:  # noqa: ANN401 - a row holds anything
        """Return the first row of an answer, or None."""
        try:
            return self._connection.execute(question, cells).fetchone()
        except sqlite3.Error as error:
            raise _explanation(error, self.path) from error

    def all(self, question: str, cells: Sequence[Cell] = ()) -> list[Any]:
        """Return all rows of an answer."""
        try:
            return self._connection.execute(question, cells).fetchall()
        except sqlite3.Error as error:
            raise _explanation(error, self.path) from error

    def among(self, question: str, cells: Iterable[Cell], before: Sequence[Cell] = ()) -> Iterator[Any]:
        """Give the rows of a question that ends with IN, for any number of values; `before` are those before it."""
        wanted = list(cells)
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            yield from self.all(f"{question} ({', '.join('?' * len(some))})", (*before, *some))

    def change(self, statement: str, cells: Sequence[Cell] = ()) -> int:
        """Carry out a statement and return the key of the row that it added."""
        try:
            return self._connection.execute(statement, cells).lastrowid or 0
        except sqlite3.Error as error:
            raise _explanation(error, self.path) from error

    def change_many(self, statement: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Carry out a statement for each row."""
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise _explanation(error, self.path) from error

    @contextmanager
    def transaction(self, begin: str = "BEGIN") -> Iterator[None]:
        """Do what is done in the block all or not at all, or see the store as it is at its beginning."""
        if self._is_open and self._connection.in_transaction:
            if begin != "BEGIN":
                raise UsageError(f"{self.path} is being read in this very transaction; add to it afterwards")
            yield
            return
        self.change(begin)
        try:
            yield
            self.change("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file."""
        self._is_open = False
        try:
            self._connection.close()
        except sqlite3.Error as error:
            raise _explanation(error, self.path) from error
        finally:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)


def is_store(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a store, of whatever version, by its first bytes."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(100)
    except OSError:
        return False
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION.to_bytes(4, "big")


def open_database(path: Path, *, write: bool, wait: float) -> Database:
    """Open the file of a store, for reading only or for writing, which makes it if it is not there.

    Raises `ReadError` if there is no such file to read, `FormatError` if it is no store, damaged or of a newer version,
    and `UsageError` if it cannot be made or another process writes to it for longer than `wait` seconds.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file in it")
    if not path.exists():
        if not write:
            raise ReadError(f"there is no store {path}; Store(path, write=True) makes one")
        if not path.absolute().parent.is_dir():
            raise UsageError(f"there is no folder {path.parent}; create it first")
    real = Path(os.path.realpath(path))  # SQLite keeps the journal beside the file, not beside a link to it
    database = None
    try:
        database = Database(*_connect(real, write, wait), path)
        database.prepare(write)
    except sqlite3.Error as error:
        raise _explanation(error, path) from error
    finally:
        if database is not None and not database.ready:
            database.close()
    return database


def _connect(path: Path, write: bool, wait: float) -> tuple[sqlite3.Connection, Path | None]:
    """Return a connection, and the temporary folder that it needs, if any."""
    if write:
        return _connection(path, "mode=rwc", wait), None
    if _can_change(path.parent):
        return _connection(path, "mode=ro", wait), None
    journal, shared = (Path(f"{path}{end}") for end in ("-wal", "-shm"))
    if not journal.exists() or not journal.stat().st_size:
        # Nobody is writing; SQLite only reads a file beside which it can make no other if it is told so.
        return _connection(path, "immutable=1", wait), None
    if shared.exists():
        return _connection(path, "mode=ro", wait), None
    # A journal that nobody uses any more, and no room to read it in: only a copy shows what is in it.
    folder = Path(tempfile.mkdtemp(prefix="relgraph-"))
    for file in (path, journal):
        shutil.copyfile(file, folder / file.name)
    return _connection(folder / path.name, "mode=rw", wait), folder


def _connection(path: Path, how: str, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=wait, isolation_level=None)


def _can_change(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and not _is_read_only(folder)


def _is_read_only(folder: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _prepare(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    application, version, tables = (
        connection.execute(question).fetchone()[0]
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    if not tables and write:
        _make(connection)
    elif application != APPLICATION:
        what = "a database, but not a store of relgraph" if tables else "empty: no store of relgraph"
        raise FormatError(f"{path} is {what}; Store(path, write=True) makes one under another name")
    elif version > VERSION:
        raise FormatError(
            f"{path} has version {version} of the store, this relgraph knows up to {VERSION}: upgrade relgraph"
        )
    elif version < VERSION and write:
        migrate(connection, version)
    elif version < VERSION:
        show_as_new(connection, path, version)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("PRAGMA synchronous = FULL")  # what is acknowledged survives a power cut
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
    connection.execute("PRAGMA secure_delete = OFF")


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a file that is there already, it changes nothing
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        for statement in TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # from now on the file alone is a store


def _explanation(error: sqlite3.Error, path: Path) -> RelgraphError:
    """Return the error of relgraph for one of SQLite, which says what happened and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UsageError(
            f"{path} is being written to by another process; try again when it is done, or open the store with a "
            "longer wait=, in seconds"
        )
    if code == sqlite3.SQLITE_FULL:
        return UsageError(
            f"the disk is full: nothing of this was added to {path}, all that was added before is safe; make room and "
            "do it again"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return FormatError(f"{path} is no store, or is damaged ({error}); restore it from a copy")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return UsageError(
            f"{path} cannot be opened or changed here ({error}); a store needs a folder that can be written to, also "
            "for reading while its journal (-wal) is not empty: copy the file and its journal to such a folder"
        )
    if code == sqlite3.SQLITE_IOERR:
        return UsageError(f"the disk failed {path} ({error}); nothing of this was added, all added before is safe")
    if isinstance(error, sqlite3.ProgrammingError):
        if "thread" in str(error):
            return UsageError(f"{path} was opened in another thread; open the store in each thread that uses it")
        return UsageError(f"{path} has been closed; open the store again")
    return FormatError(f"{path} cannot be read as a store ({error})")
