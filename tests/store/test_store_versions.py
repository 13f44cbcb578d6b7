"""Stores of older versions: read as they are, and brought up to date when they are written to."""

import itertools
import shutil
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from made_up import clause, extraction
from sample_graphs import any_words, graphs

from relgraph.graph import RelationGraph
from relgraph.store import Store
from relgraph.store.schema import VERSION

QUICK = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
numbers = itertools.count()

# The tables of version 1 that have changed since, as they were.
VERSION_1 = """
CREATE TABLE old_relation (
    key INTEGER PRIMARY KEY, id NOT NULL UNIQUE, at INTEGER NOT NULL, type INTEGER NOT NULL, marks INTEGER NOT NULL,
    source INTEGER NOT NULL, target INTEGER NOT NULL, source_root INTEGER NOT NULL, target_root INTEGER NOT NULL,
    first INTEGER, last INTEGER, confidence REAL NOT NULL, frame INTEGER NOT NULL, vias INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_length INTEGER NOT NULL,
    source_start INTEGER NOT NULL, source_length INTEGER NOT NULL,
    target_start INTEGER NOT NULL, target_length INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL, trigger_length INTEGER NOT NULL,
    speaker INTEGER, speaker_start INTEGER, speaker_length INTEGER,
    time INTEGER, time_start INTEGER, time_length INTEGER, place INTEGER, whole TEXT
);
INSERT INTO old_relation SELECT
    key, id, at, type, marks & 31, source, target, source_root, target_root, first, last, confidence, frame, vias,
    sentence_start, sentence_length, source_start, source_length, target_start, target_length, trigger_start,
    trigger_length, speaker, speaker_start, speaker_length, time, time_start, time_length, place, whole
FROM relation;
DROP TABLE relation;
ALTER TABLE old_relation RENAME TO relation;
CREATE INDEX relation_from ON relation (source_root, target_root, type, at, marks, source, target);
CREATE INDEX relation_to ON relation (target_root, type, at, marks, source, target, source_root);
CREATE INDEX relation_type ON relation (type, at, marks);
CREATE INDEX relation_speaker ON relation (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE old_heading (hash INTEGER, document INTEGER, PRIMARY KEY (hash, document)) WITHOUT ROWID;
INSERT INTO old_heading SELECT hash, document FROM heading;
DROP TABLE heading;
ALTER TABLE old_heading RENAME TO heading;
PRAGMA user_version = 1;
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("older")


def old_store(folder, extractions):
    """A store of version 1 with some extractions."""
    path = folder / f"{next(numbers)}.db"
    with Store(path, write=True) as store:
        store.add(extractions)
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1)
    connection.close()
    return path


def tables(path):
    connection = sqlite3.connect(path)
    found = {
        name: (
            sql and sql.replace('"', ""),
            connection.execute(f"SELECT * FROM {name}").fetchall() if sql and name in ("relation", "heading") else None,
        )
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    }
    connection.close()
    return found


@QUICK
@given(graph=graphs(any_words))
def test_version_1_is_read_as_it_is_and_becomes_what_a_new_store_is(folder, graph):
    graph = RelationGraph(graph.extractions())
    path = old_store(folder, graph.extractions())
    before = path.read_bytes()
    with Store(path) as store:
        assert store.info().version == 1
        assert store.graph() == graph
        assert store.check() == []
        for view in graph.relations(polarity=None):
            source, target = view.source_actor.id, view.target_actor.id
            asked = {"source": source, "type": view.type, "target": target, "polarity": None, "rollup": False}
            assert list(store.relations(**asked)) == list(graph.relations(**asked))
            assert store.relation(view.id) == graph.relation(view.id)
        for document in graph.documents.values():
            asked = {"document": document.title or document.id, "polarity": None}
            assert list(store.relations(**asked)) == list(graph.relations(**asked))
    assert path.read_bytes() == before
    with Store(path, write=True) as store:
        assert store.info().version == VERSION
        assert store.graph() == graph
        assert store.check() == []
        assert store.add(graph.extractions()) == 0
    new = folder / f"{next(numbers)}.db"
    with Store(new, write=True) as store:
        store.add(graph.extractions())
    assert tables(path) == tables(new)


def test_a_relation_that_was_given_its_id_is_known_after_the_migration(folder):
    known = extraction(clause("Russia", "cooperates.aids", "Syria"), id="one")
    named = known.model_copy(update={"relations": (known.relations[0].model_copy(update={"id": "mine"}),)})
    path = old_store(folder, [named])
    other = extraction(clause("Iran", "cooperates.aids", "Syria"), id="two")
    same = other.model_copy(update={"relations": (other.relations[0].model_copy(update={"id": "mine"}),)})
    with Store(path, write=True) as store:
        assert store.add([same]) == 0
        assert store.graph() == RelationGraph([named, same])


def test_a_reader_of_version_1_goes_on_while_another_brings_it_up_to_date(folder):
    path = old_store(folder, [extraction(clause("Russia", "cooperates.aids", "Syria"), id="one")])
    shutil.copy(path, folder / "copy.db")
    with Store(path) as reader:
        assert len(reader.relations("Russia")) == 1
        with Store(path, write=True) as writer:
            writer.add([extraction(clause("Russia", "cooperates.aids", "Iran"), id="two")])
            assert [view.target.name for view in reader.relations("Russia")] == ["Syria", "Iran"]
            assert reader.relations("Russia", document="two").first.target.name == "Iran"
