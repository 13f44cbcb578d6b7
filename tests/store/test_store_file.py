"""What may happen to the file of a store: others at it, no room, no rights, damage, a process that dies."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import clause, extraction

from relgraph.errors import FormatError, ReadError, UsageError
from relgraph.graph import RelationGraph
from relgraph.store import InputRecord, Store, is_store
from relgraph.store.migrating import MIGRATIONS
from relgraph.store.schema import VERSION

FOLDERS = [str(Path(__file__).parents[1] / name) for name in ("graph", "store")]


def some(number, size=1):
    clauses = [clause("Russia", "cooperates.aids", "Syria", words=f"aids {number}") for _ in range(size)]
    return extraction(*clauses, id=f"document {number}")


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "x.db", write=True) as store:
        store.add([some(0)])
    return tmp_path / "x.db"


def start(code, *arguments):
    """Run Python code in a process of its own, with what this file has."""
    head = f"import sys; sys.path[:0] = {FOLDERS!r}; from test_store_file import *; from itertools import count\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )


def test_two_read_while_one_writes_and_see_what_was_added(path):
    with Store(path) as one, Store(path) as other, Store(path, write=True) as writer:
        before = one.relations("Russia")
        assert len(before) == 1
        writer.add([some(1)])
        assert len(one.relations("Russia")) == len(other.relations("Russia")) == 2
        assert before.first.sentence.text == "Russia aids 0 Syria."


def test_what_was_learned_in_another_process_is_seen(path):
    with Store(path) as reader, Store(path, write=True) as writer:
        assert reader.actor("Russia").aliases == ("Russian Federation",)
        found = reader.relations("Russia")
        known = some(0)
        russia = next(actor for actor in known.actors if actor.id == "country/RUS")
        more = russia.model_copy(update={"aliases": ("Rus",)})
        document = known.document.model_copy(update={"title": "Now"})
        writer.add([known.model_copy(update={"actors": (more, *known.actors), "document": document})])
        assert reader.actor("Rus").aliases == ("Rus", "Russian Federation")
        assert reader.relations("Rus").first.document.title == "Now"
        with pytest.raises(UsageError, match="put the query again"):
            _ = found.first.relation


def test_a_second_writer_waits_and_then_says_what_to_do(path):
    with Store(path, write=True) as one, Store(path, write=True, wait=0.05) as other:
        with one._database.transaction("BEGIN IMMEDIATE"), pytest.raises(UsageError, match="written to by another"):
            other.add([some(1)])
        assert other.add([some(1)]) == 1


def test_iterating_extractions_does_not_get_in_the_way_of_adding(path):
    with Store(path, write=True) as store:
        store.add([some(1)])
        found = store.extractions()
        first = next(found)
        store.add([some(2)])
        assert [first.document.id, *(each.document.id for each in found)] == ["document 0", "document 1"]
        assert len(store) == 3


def test_merging_takes_relations_and_inputs_and_can_be_done_again(path, tmp_path):
    with Store(tmp_path / "other.db", write=True) as other:
        other.add([some(0), some(1)], inputs=[InputRecord(name="a", fingerprint="f", outcome="read", document="d")])
    with Store(path, write=True) as store:
        assert store.merge(tmp_path / "other.db") == 1
        assert store.merge(tmp_path / "other.db", tmp_path / "other.db") == 0
        assert store.graph() == RelationGraph([some(0), some(1)])
        assert [record.name for record in store.inputs()] == ["a"]
        assert store.info().inputs == {"read": 1}
        store.vacuum()
        assert store.graph() == RelationGraph([some(0), some(1)])
        assert len(store.search("aids")) == 2


def test_a_full_disk_is_told_and_nothing_is_lost(path):
    code = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
with Store(sys.argv[1], write=True) as store:
    for number in count(1):
        try:
            store.add([some(number, 200)])
        except UsageError as error:
            print(error, flush=True)
            break
        print(number, flush=True)
"""
    *numbers, told = start(code, path).communicate()[0].splitlines()
    assert "nothing of this was added" in told
    with Store(path, write=True) as store:
        assert store.check() == []
        added = len(numbers)
        assert store.graph() == RelationGraph([some(0), *(some(number, 200) for number in range(1, added + 1))])
        assert store.add([some(added + 1)]) == 1


def test_a_file_that_may_not_grow_is_told_and_can_be_added_to_later(path):
    with Store(path, write=True) as store:
        pages = store._database.one("PRAGMA page_count")[0]
        store._database.all(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(UsageError, match="the disk is full"):
            store.add([some(number, 50) for number in range(1, 50)])
        assert store.graph() == RelationGraph([some(0)])
        store._database.all("PRAGMA max_page_count = 1000000")
        assert store.add([some(1)]) == 1
        assert store.check() == []


def test_a_writer_that_is_killed_loses_nothing_that_it_acknowledged(path):
    code = """
with Store(sys.argv[1], write=True) as store:
    for number in count(int(sys.argv[2])):
        store.add([some(number, 5)])
        print(number, flush=True)
"""
    draw = random.Random(5)
    last = 0
    for _ in range(4):
        writer = start(code, path, last + 1)
        for _ in range(draw.randint(1, 20)):
            last = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        rest = writer.communicate()[0].split("\n")[:-1]
        last = max([last, *map(int, rest)])
        with Store(path) as store:
            assert store.check() == []
            assert all(store.document(f"document {number}") is not None for number in range(last + 1))
            last = len(store.graph().documents) - 1


def test_a_journal_that_is_cut_off_anywhere_leaves_a_sound_store(path, tmp_path):
    draw = random.Random(3)
    with Store(path, write=True) as store:
        for number in range(1, 8):
            store.add([some(number, 10)])
        journal = Path(f"{path}-wal").read_bytes()
        for _ in range(15):
            copy = tmp_path / "copy.db"
            shutil.copy(path, copy)
            end = draw.randrange(len(journal))
            Path(f"{copy}-wal").write_bytes(journal[:end] + draw.randbytes(draw.choice((0, 3000))))
            with Store(copy) as cut:
                assert cut.check() == []
                documents = set(cut.graph().documents)
                assert documents == {f"document {number}" for number in range(len(documents))}
            for file in tmp_path.glob("copy.db*"):
                file.unlink()


@pytest.mark.parametrize("journal", ["none", "left", "left alone"])
def test_it_is_read_where_nothing_can_be_written(path, tmp_path, monkeypatch, journal):
    folder = tmp_path / "readable"
    folder.mkdir()
    if journal == "none":
        shutil.copy(path, folder)
    else:
        with Store(path, write=True) as store:
            store.add([some(1)])
            for end in ("", "-wal", "-shm") if journal == "left" else ("", "-wal"):
                shutil.copy(f"{path}{end}", folder)
    before = sorted(file.name for file in folder.iterdir())
    monkeypatch.setattr("relgraph.store.connection._can_change", lambda folder: False)
    folder.chmod(0o555)
    try:
        with Store(folder / "x.db") as store:
            assert len(store.relations("Russia")) == (1 if journal == "none" else 2)
        assert sorted(file.name for file in folder.iterdir()) == before
    finally:
        folder.chmod(0o755)


def test_what_is_no_store_is_told(tmp_path, path):
    with pytest.raises(ReadError, match="write=True"):
        Store(tmp_path / "missing.db")
    with pytest.raises(UsageError, match="create it first"):
        Store(tmp_path / "no" / "x.db", write=True)
    with pytest.raises(UsageError, match="is a folder"):
        Store(tmp_path)
    text = tmp_path / "text.db"
    text.write_text("This is no database. " * 50, encoding="utf-8")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    empty = tmp_path / "empty.db"
    empty.touch()
    for file, told in ((text, "no store"), (other, "not a store of relgraph"), (empty, "empty")):
        before = file.read_bytes()
        for write in (False, True):
            if file == empty and write:
                continue
            with pytest.raises(FormatError, match=told):
                Store(file, write=write)
        assert file.read_bytes() == before
        assert not is_store(file)
    assert is_store(path)
    assert not is_store(tmp_path / "missing.db")
    with Store(empty, write=True) as store:
        assert store.add([some(0)]) == 1


def test_a_newer_version_is_not_touched(path):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for write in (False, True):
        with pytest.raises(FormatError, match="upgrade relgraph"):
            Store(path, write=write)


def test_a_version_that_cannot_be_read_as_it_is_is_brought_up_to_date_when_it_is_written_to(path, monkeypatch):
    monkeypatch.setattr("relgraph.store.connection.VERSION", VERSION + 1)
    monkeypatch.setattr("relgraph.store.migrating.VERSION", VERSION + 1)
    monkeypatch.setitem(MIGRATIONS, VERSION, "ALTER TABLE document ADD COLUMN shelf; CREATE TABLE box (x)")
    with pytest.raises(FormatError, match="open it once with"):
        Store(path)
    with Store(path, write=True) as store:
        assert store.info().version == VERSION + 1
        assert store.add([some(1)]) == 1
    with Store(path) as store:
        assert len(store) == 2
        assert store._database.one("SELECT count(*) FROM box") == (0,)


def test_damage_is_told(path):
    with Store(path, write=True) as store:
        store.add([some(number, 20) for number in range(1, 40)])
        store.vacuum()
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data) - 4096, 4096):
        data[at : at + 2048] = random.Random(at).randbytes(2048)
    path.write_bytes(data)
    with pytest.raises(FormatError, match=r"damaged|cannot be read"), Store(path) as store:
        store.graph()


def test_a_store_that_is_closed_or_sent_elsewhere_says_so(path):
    store = Store(path)
    with pytest.raises(UsageError, match="open it there"):
        store.__reduce__()
    store.close()
    store.close()
    with pytest.raises(UsageError, match="closed"):
        len(store)
    assert "closed" in repr(store)
