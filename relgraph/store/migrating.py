"""How the tables of an older version of the store become those of this one, or are read as if they were."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from relgraph.errors import FormatError
from relgraph.model import content_hash
from relgraph.store.cells import Cell, get_text, put_id
from relgraph.store.schema import VERSION

MIGRATIONS: dict[int, str] = {
    1: """
DROP INDEX relation_from;
DROP INDEX relation_to;
DROP INDEX relation_type;
DROP INDEX relation_speaker;
ALTER TABLE relation RENAME TO relation_1;
CREATE TABLE relation (
    key INTEGER PRIMARY KEY, segment INTEGER AS (key >> 35),
    id NOT NULL, at INTEGER NOT NULL, type INTEGER NOT NULL, marks INTEGER NOT NULL,
    source INTEGER NOT NULL, target INTEGER NOT NULL, source_root INTEGER NOT NULL, target_root INTEGER NOT NULL,
    first INTEGER, last INTEGER, confidence REAL NOT NULL, frame INTEGER NOT NULL, vias INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_length INTEGER NOT NULL,
    source_start INTEGER NOT NULL, source_length INTEGER NOT NULL,
    target_start INTEGER NOT NULL, target_length INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL, trigger_length INTEGER NOT NULL,
    speaker INTEGER, speaker_start INTEGER, speaker_length INTEGER,
    time INTEGER, time_start INTEGER, time_length INTEGER, place INTEGER, whole TEXT
);
INSERT INTO relation SELECT
    r.key, r.id, r.at, r.type,
    r.marks | 32 * named(
        r.id, d.id, r.sentence_start, r.sentence_start + r.sentence_length, s.id, r.sentence_start + r.source_start,
        y.words, t.id, r.sentence_start + r.target_start, r.sentence_start + r.trigger_start,
        r.sentence_start + r.trigger_start + r.trigger_length
    ),
    r.source, r.target, r.source_root, r.target_root, r.first, r.last, r.confidence, r.frame, r.vias,
    r.sentence_start, r.sentence_length, r.source_start, r.source_length, r.target_start, r.target_length,
    r.trigger_start, r.trigger_length, r.speaker, r.speaker_start, r.speaker_length, r.time, r.time_start,
    r.time_length, r.place, r.whole
FROM relation_1 AS r LEFT JOIN document AS d ON d.key = r.key >> 20 LEFT JOIN actor AS s ON s.key = r.source
    LEFT JOIN actor AS t ON t.key = r.target LEFT JOIN term AS y ON y.key = r.type
ORDER BY r.key;
DROP TABLE relation_1;
CREATE UNIQUE INDEX relation_id ON relation (segment, id);
CREATE UNIQUE INDEX relation_named ON relation (id) WHERE marks & 32;
CREATE INDEX relation_from ON relation (segment, source_root, target_root, type, at, marks, source, target);
CREATE INDEX relation_to ON relation (segment, target_root, type, at, marks, source, target, source_root);
CREATE INDEX relation_type ON relation (type);
CREATE INDEX relation_speaker ON relation (speaker) WHERE speaker IS NOT NULL;
ALTER TABLE heading RENAME TO heading_1;
CREATE TABLE heading (
    segment INTEGER, hash INTEGER, document INTEGER, PRIMARY KEY (segment, hash, document)
) WITHOUT ROWID;
INSERT INTO heading SELECT document >> 15, hash, document FROM heading_1 ORDER BY 1, 2, 3;
DROP TABLE heading_1
""",
}
"""For each older version, the statements that make the next one of it."""

VIEWS: dict[int, str] = {
    1: """
CREATE TEMP VIEW relation AS SELECT *, key >> 35 AS segment FROM main.relation;
CREATE TEMP VIEW heading AS SELECT *, document >> 15 AS segment FROM main.heading
""",
}
"""For each older version that can be read as it is, the views that show its tables as those of this one."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables of an older version up to date, all or nothing."""
    connection.create_function("named", -1, _named, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have done it while this one waited.
    for step in range(connection.execute("PRAGMA user_version").fetchone()[0], VERSION):
        for statement in MIGRATIONS[step].split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def show_as_new(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Make the tables of an older version look like those of this one, without a change to the file.

    Raises `FormatError` if that cannot be done.
    """
    if version not in VIEWS:
        raise FormatError(
            f"{path} has version {version} of the store, this relgraph reads {VERSION}: open it once with "
            "Store(path, write=True), which brings it up to date"
        )
    for statement in VIEWS[version].split(";"):
        connection.execute(statement)


def _named(id_: Cell, *said: Cell) -> bool:
    """Whether a relation has an id that is not the hash of what it says, as that is made since version 1."""
    if None in said:
        return True
    words = (get_text(cell) if isinstance(cell, (str, bytes)) else str(cell) for cell in said)
    return put_id(content_hash("\x1f".join(words))) != id_
