"""Into a store: runs go on where they stopped, whatever stopped them, and copies are known over runs."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from articles import HARBOUR, HARBOUR_ELSEWHERE, UPDATE, reprinted
from stand_in import StandIn

import relgraph as rg
from relgraph.corpus import Options, Report, extract_into_store, into_store, settings_of
from relgraph.errors import ReadError, UsageError
from relgraph.model import Actor, Document
from relgraph.readers import inputs

HOME = Path(rg.__file__).parents[1]


def extract_into(path, sources, *, settings="relgraph 1, model 1", mixed=False, extractor=None, **options):
    with rg.Store(path, write=True) as store:
        return extract_into_store(
            extractor or StandIn(), store, inputs(sources), Options(**options), settings=settings, mixed=mixed
        )


def records(path):
    with rg.Store(path) as store:
        return list(store.inputs())


def graph(path):
    with rg.Store(path) as store:
        return store.graph()


@pytest.fixture
def folder(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(12):
        (articles / f"{number:02}.txt").write_text(f"Peru accused Chile {number} times.", encoding="utf-8")
    (articles / "03.txt").write_text("", encoding="utf-8")
    (articles / "05.txt").write_text(HARBOUR, encoding="utf-8")
    (articles / "07.txt").write_text(reprinted(HARBOUR, 1), encoding="utf-8")
    return articles


def test_a_store_gets_what_a_graph_would(tmp_path, folder, extract_many):
    path = tmp_path / "s.db"
    report = extract_into(path, folder, jobs=2)
    assert str(report) == "10 documents read, 10 relations; 1 copy counted once; 1 skipped"
    assert graph(path) == extract_many(folder).graph()
    by_name = {Path(record.name).name: record for record in records(path)}
    assert list(by_name) == [f"{number:02}.txt" for number in range(12)]
    copy, skipped, read = by_name["07.txt"], by_name["03.txt"], by_name["05.txt"]
    assert (copy.outcome, copy.document, copy.signature) == ("copy", read.document, None)
    assert (skipped.outcome, skipped.document) == ("skipped", None)
    assert "empty" in skipped.note
    assert (read.outcome, len(read.signature)) == ("read", 168)
    assert {record.settings for record in by_name.values()} == {"relgraph 1, model 1"}


def test_a_second_run_does_only_what_is_new(tmp_path, folder):
    path = tmp_path / "s.db"
    extract_into(path, folder)
    before, known = graph(path), records(path)
    log = tmp_path / "log"
    log.mkdir()
    report = extract_into(path, folder, extractor=StandIn(str(log)))
    assert str(report) == "0 documents read, 0 relations; 1 skipped; 11 known from an earlier run"
    assert not (log / "log.txt").exists()
    assert (graph(path), records(path)) == (before, known)
    (folder / "03.txt").write_text("Peru accused Chile at last.", encoding="utf-8")
    (folder / "12.txt").write_text("Peru accused Chile again.", encoding="utf-8")
    report = extract_into(path, folder, extractor=StandIn(str(log)))
    assert (report.documents, report.known) == (2, 11)
    assert len((log / "log.txt").read_text(encoding="utf-8").splitlines()) == 2
    # The input that was skipped is another one now; the empty file of before is still told of.
    assert [record.outcome for record in records(path) if Path(record.name).name == "03.txt"] == ["skipped", "read"]


def test_copies_are_known_over_runs(tmp_path):
    path = tmp_path / "s.db"
    short = "Peru accused Chile on Monday of having moved the border."
    extract_into(path, [Document(text=HARBOUR, source="a"), Document(text=short, source="b")])
    report = extract_into(
        path,
        [
            Document(text=reprinted(HARBOUR, 3), source="https://c.example"),
            Document(text=UPDATE, source="d"),
            Document(text=short.upper(), source="e"),
            Document(text=HARBOUR_ELSEWHERE, source="f"),
            Document(text=UPDATE.replace("\n", " "), source="g"),
        ],
    )
    assert [(each.places, len(each.document)) for each in report.copies] == [
        (("https://c.example",), 16),
        (("e",), 16),
        (("g",), 16),
    ]
    places = {document.source: document.copies for document in graph(path).documents.values()}
    assert places == {"a": ("https://c.example",), "b": ("e",), "d": ("g",), "f": ()}


def test_odd_texts_are_no_harm(tmp_path):
    path = tmp_path / "s.db"
    given = [
        Document(text=f"Peru accused \ud800 Chile. {HARBOUR}", source="lone \ud800.txt", id="\ud800"),
        Document(text=f"PERU accused \ud800 Chile. {HARBOUR}", source="b"),
        "Peru accused Chile.",
    ]
    report = extract_into(path, given, jobs=2)
    assert [each.document for each in report.copies] == ["\ud800"]
    assert report.skipped[0].reason.endswith("a text is given as Document(text=…)")
    assert graph(path).documents["\ud800"].copies == ("b",)
    assert extract_into(path, given).known == 2


def test_the_same_file_elsewhere_is_a_copy(tmp_path, folder):
    path, other = tmp_path / "s.db", tmp_path / "other.txt"
    extract_into(path, folder)
    other.write_bytes((folder / "01.txt").read_bytes())
    assert [copy.name for copy in extract_into(path, other).copies] == [str(other)]
    assert extract_into(path, [folder, other]).known == 12


def test_what_was_left_out_is_remembered(tmp_path):
    table = tmp_path / "wire.csv"
    table.write_text("text,date\nPeru accused Chile.,0000-00-00\nChile thanked Peru.,2021-05-03\n", encoding="utf-8")
    extract_into(tmp_path / "s.db", table)
    assert [record.note for record in records(tmp_path / "s.db")] == [
        "the date '0000-00-00' was left out: it is none, or could be one of two",
        None,
    ]


def test_other_settings_are_told_unless_they_may_be_mixed(tmp_path, folder):
    path = tmp_path / "s.db"
    extract_into(path, folder)
    with pytest.raises(UsageError, match=r"\(relgraph 1, model 1; now relgraph 2, model 1\): make a new store, or"):
        extract_into(path, folder, settings="relgraph 2, model 1")
    (folder / "new.txt").write_text("Peru accused Chile again.", encoding="utf-8")
    report = extract_into(path, folder, settings="relgraph 2, model 1", mixed=True)
    assert (report.documents, report.known) == (1, 11)
    assert {record.settings for record in records(path)} == {"relgraph 1, model 1", "relgraph 2, model 1"}


def test_a_store_for_reading_is_refused_at_once(tmp_path, folder):
    path = tmp_path / "s.db"
    extract_into(path, folder)
    with rg.Store(path) as store, pytest.raises(UsageError, match="write=True"):
        extract_into_store(StandIn(broken="error"), store, inputs(folder), Options(), settings="")


def test_an_error_that_is_raised_leaves_what_was_done(tmp_path, folder):
    path = tmp_path / "s.db"
    with pytest.raises(ReadError, match="empty"):
        extract_into(path, folder, errors="raise", jobs=2)
    assert [Path(record.name).name for record in records(path)] == ["00.txt", "01.txt", "02.txt"]
    (folder / "03.txt").unlink()
    assert extract_into(path, folder, errors="raise").known == 3


def test_ids_of_earlier_runs_belong_to_their_texts(tmp_path):
    path = tmp_path / "s.db"
    extract_into(path, [Document(text="Peru accused Chile.", id="same")])
    report = extract_into(path, [Document(text="Chile accused Peru.", id="same")])
    assert [each.reason for each in report.skipped] == ["an earlier document with another text has the same id, 'same'"]


def test_what_waits_is_written_now_and_then(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(into_store, "_MANY", 5)
    sizes = []
    path = tmp_path / "s.db"

    def look(report):
        with rg.Store(path) as store:
            sizes.append((report.inputs, sum(1 for _ in store.inputs())))

    extract_into(path, folder, progress=look)
    assert [known for _, known in sizes] == [0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_ended_goes_on(tmp_path, how):
    """Killed again and again, the runs give together what one that is left alone gives."""
    script = tmp_path / "script.py"
    script.write_text(
        f"""import sys
sys.path[:0] = [{str(HOME)!r}, {str(Path(__file__).parent)!r}]
from test_into_store import *
from relgraph.corpus import flow
flow._LONG, into_store._MANY = 100, 4
given = [Document(text=f"{{n}} takes long, says Peru to Chile", id=str(n)) for n in range(40)]
extract_into(sys.argv[1], given, jobs=2, progress=lambda report: print(report.inputs, flush=True))
print("whole")
""",
        encoding="utf-8",
    )
    path, runs, done = tmp_path / "s.db", 0, 0
    while True:
        runs += 1
        with subprocess.Popen(
            [sys.executable, str(script), str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            for line in process.stdout:
                if line.startswith("whole"):
                    break
                if int(line) >= done + 13 and int(line) < 40:
                    started = time.monotonic()
                    process.send_signal(how)
                    process.wait(10)
                    assert time.monotonic() - started < 3
        if process.returncode == 0:
            break
        kept = len(records(path))
        assert kept > done
        done = kept
    assert runs > 1
    assert [record.name for record in records(path)] == [str(number) for number in range(40)]
    assert len(graph(path)) == 40


def test_settings_tell_what_matters(tmp_path):
    actors = tmp_path / "actors.toml"
    actors.write_text("a = 1", encoding="utf-8")
    plain = settings_of("en_core_web_md", (), {"keep": "article", "encoding": None})
    assert plain.startswith(f"relgraph {rg.__version__}, en_core_web_md 3.")
    assert plain == settings_of("en_core_web_md")
    own = settings_of("en_core_web_md", [actors])
    assert own.startswith(f"{plain}, own actors and types ")
    actors.write_text("a = 2", encoding="utf-8")
    assert settings_of("en_core_web_md", [actors]) != own
    assert settings_of("m", [Actor(id="a", name="A", kind="group")]) != settings_of("m", [])
    assert settings_of("/some/model", (), {"keep": "all"}, thorough=True).endswith(
        "/some/model, keep=all, thorough=true"
    )
    assert Report().inputs == 0
