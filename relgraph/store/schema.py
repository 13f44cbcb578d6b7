"""The tables of a store.

Keys are integers; what repeats (types, frames, speakers, times) stands once in a table of its own. Words of a document
are never stored beside its text: spans are offsets. Days are proleptic Gregorian ordinals, those of `date.toordinal`.
"""

from __future__ import annotations

APPLICATION = 0x52476462
"""What the header of the file says it is ("RGdb"), for `file` and for ourselves."""

VERSION = 2
"""Grows with every change to the tables; the steps from one to the next are in `relgraph.store.migrating`."""

PLACES = 20
"""A relation's key is the key of its document, shifted by so many bits, and its place in the text."""

SEGMENT = 15
"""Documents whose keys differ only in so many bits are a segment.

Indexes that new rows would be scattered over have the segment in front: adding touches only the pages of the last one,
so that it does not become slower as the store grows. A question looks into each segment.
"""

TABLES = """
CREATE TABLE run (
    key INTEGER PRIMARY KEY, version NOT NULL, model NOT NULL, time TEXT
);
CREATE TABLE document (
    key INTEGER PRIMARY KEY, id NOT NULL UNIQUE, day INTEGER, language NOT NULL, title, issuer, source,
    authors TEXT, copies TEXT, runs TEXT
);
CREATE TABLE text (
    document INTEGER PRIMARY KEY, words BLOB NOT NULL, mentions BLOB NOT NULL, odd TEXT
);
CREATE TABLE heading (
    segment INTEGER, hash INTEGER, document INTEGER, PRIMARY KEY (segment, hash, document)
) WITHOUT ROWID;
CREATE TABLE actor (
    key INTEGER PRIMARY KEY, id NOT NULL UNIQUE, name NOT NULL, kind TEXT NOT NULL, code, sector, parent, names TEXT,
    root INTEGER NOT NULL
);
CREATE INDEX actor_parent ON actor (parent) WHERE parent IS NOT NULL;
CREATE TABLE name (folded TEXT, rank INTEGER, actor INTEGER, PRIMARY KEY (folded, rank, actor)) WITHOUT ROWID;
CREATE TABLE term (key INTEGER PRIMARY KEY, words NOT NULL UNIQUE);
CREATE TABLE speaker (key INTEGER PRIMARY KEY, name NOT NULL, actor, folded TEXT NOT NULL);
CREATE UNIQUE INDEX speaker_name ON speaker (name, ifnull(actor, x'00'));
CREATE INDEX speaker_folded ON speaker (folded);
CREATE INDEX speaker_actor ON speaker (actor) WHERE actor IS NOT NULL;
CREATE TABLE time (key INTEGER PRIMARY KEY, words NOT NULL, first INTEGER, last INTEGER, granularity TEXT);
CREATE UNIQUE INDEX time_words ON time (words, ifnull(first, 0), ifnull(last, 0), ifnull(granularity, ''));
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
CREATE UNIQUE INDEX relation_id ON relation (segment, id);
CREATE UNIQUE INDEX relation_named ON relation (id) WHERE marks & 32;
CREATE INDEX relation_from ON relation (segment, source_root, target_root, type, at, marks, source, target);
CREATE INDEX relation_to ON relation (segment, target_root, type, at, marks, source, target, source_root);
CREATE INDEX relation_type ON relation (type);
CREATE INDEX relation_speaker ON relation (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE further (key INTEGER PRIMARY KEY, relation INTEGER NOT NULL, document NOT NULL);
CREATE INDEX further_relation ON further (relation);
CREATE INDEX further_document ON further (document);
CREATE VIRTUAL TABLE sentence USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO sentence (sentence, rank) VALUES ('hashsize', 16777216);
CREATE TABLE input (
    key INTEGER PRIMARY KEY, fingerprint NOT NULL, name NOT NULL, outcome TEXT NOT NULL, document, note, signature BLOB,
    settings, UNIQUE (fingerprint, name)
);
"""
