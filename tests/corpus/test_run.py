"""Many inputs: the order, the report, errors, and that nothing depends on how many processes do the work."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from stand_in import StandIn

import relgraph as rg
from relgraph.corpus import Options, flow
from relgraph.corpus.report import Copy, Skipped
from relgraph.corpus.work import Work
from relgraph.corpus.workers import Workers
from relgraph.errors import ReadError, RelgraphError, UsageError
from relgraph.model import Document

HOME = Path(rg.__file__).parents[1]
LONG = (
    "Peru accused Chile of moving the border by night. The two have argued about the desert between them since the "
    "war, and each side keeps maps that the other calls forged. A court far away will hear both of them before the "
    "year ends, and neither expects to like what it says about the old stones."
)


def documents(count, prefix=""):
    return [Document(text=f"{prefix}Peru accused Chile {number} times.", id=f"d{number}") for number in range(count)]


def ids(run):
    return [extraction.document.id for extraction in run]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_everything_comes_in_the_order_of_the_inputs(extract_many, jobs, monkeypatch):
    monkeypatch.setattr(flow, "_LONG", 200)  # many batches of few documents
    given = documents(60)
    # Long ones among short ones are ready last.
    given[3] = Document(text=f"Nothing. {LONG} takes long", id="d3")
    given[20] = Document(text="Chile knows nothing of Peru.", id="d20")
    run = extract_many(given, jobs=jobs)
    assert ids(run) == [document.id for document in given]
    report = run.report
    assert (report.documents, report.relations, report.without_relations, report.inputs) == (60, 59, 1, 60)
    assert report.seconds > 0
    assert (report.skipped, report.copies, report.known) == ([], [], 0)


def test_the_same_comes_out_of_any_number_of_jobs_and_any_batches(extract_many, monkeypatch):
    given = [*documents(30), Document(text=LONG, source="a.txt"), Document(text=LONG.upper(), source="b.txt")]
    given += [Document(text="It stumbles.", id="x"), *documents(5, "Again ")]
    expected = None
    for jobs, long, many, read in ((1, 24_000, 64, 8), (2, 100, 64, 3), (2, 24_000, 2, 1), (3, 1, 1, 50)):
        monkeypatch.setattr(flow, "_LONG", long)
        monkeypatch.setattr(flow, "_MANY", many)
        monkeypatch.setattr(flow, "_READ", read)
        run = extract_many(given, jobs=jobs)
        found = [extraction.model_dump_json() for extraction in run]
        outcome = found, run.report.skipped, run.report.copies
        expected = expected or outcome
        assert outcome == expected
    assert len(found) == 31
    # The five come with the ids of others.
    assert [each.name for each in run.report.skipped] == ["x", "d0", "d1", "d2", "d3", "d4"]


def test_input_is_taken_as_it_is_needed(extract_many):
    taken = []

    def source():
        for document in documents(100_000):
            taken.append(document.id)
            yield document

    for jobs in (1, 2):
        taken.clear()
        with extract_many(source(), jobs=jobs) as run:
            assert [next(run).document.id for _ in range(10)] == [f"d{number}" for number in range(10)]
            assert len(taken) < 1500


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(extract_many, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Peru accused Chile.", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (folder / "c.txt").write_text("", encoding="utf-8")
    (folder / "d.xyz").write_text("Peru accused Chile.", encoding="utf-8")
    (folder / "e.txt").write_text("Chile accused Peru.", encoding="utf-8")
    for jobs in (1, 2):
        run = extract_many([folder, tmp_path / "missing"], jobs=jobs)
        assert [Path(extraction.document.source).name for extraction in run] == ["a.txt", "e.txt"]
        reasons = {Path(each.name).name: each.reason for each in run.report.skipped}
        assert list(reasons) == ["b.txt", "c.txt", "d.xyz", "missing"]
        assert "empty" in reasons["c.txt"]
        assert "no reader" in reasons["d.xyz"]
        assert "no such file" in reasons["missing"]
        assert not any(reason.startswith(str(folder)) for reason in reasons.values())
        assert str(run.report) == "2 documents read, 1 relation; 1 without any; 4 skipped"


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_are_raised_in_their_place_if_asked(extract_many, jobs):
    given = [*documents(3), Document(text="It stumbles.", id="x"), *documents(3)]
    run = extract_many(given, jobs=jobs, errors="raise")
    assert [next(run).document.id for _ in range(3)] == ["d0", "d1", "d2"]
    with pytest.raises(RelgraphError, match=r"^x: ValueError: something unforeseen \(.*stand_in\.py:\d+\)$"):
        next(run)
    assert list(run) == []
    with pytest.raises(ReadError, match=r"^nowhere\.txt: there is no such file or folder$"):
        list(extract_many("nowhere.txt", jobs=jobs, errors="raise"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_text_that_fails_costs_no_other(extract_many, jobs):
    given = documents(10)
    given[4] = Document(text="It stumbles.", id="d4")
    run = extract_many(given, jobs=jobs)
    assert ids(run) == [f"d{number}" for number in range(10) if number != 4]
    (skipped,) = run.report.skipped
    assert skipped.name == "d4"
    assert "ValueError: something unforeseen" in skipped.reason


def test_a_text_that_kills_its_process_costs_no_other(extract_many):
    given = documents(30)
    given[7] = Document(text="This kills the process.", id="d7")
    given[8] = Document(text="Peru and Chile: this kills it once.", id="d8")
    run = extract_many(given, jobs=2)
    assert ids(run) == [f"d{number}" for number in range(30) if number != 7]
    assert run.report.skipped == [
        Skipped("d7", "the process that worked on it was ended (by SIGKILL); is it too large for the memory?")
    ]


def test_a_copy_of_a_text_that_failed_fails_with_it(extract_many):
    text = f"{LONG} It stumbles."
    given = [Document(text=text, id="a"), Document(text=text.upper(), id="b"), *documents(2)]
    run = extract_many(given)
    assert ids(run) == ["d0", "d1"]
    assert [each.name for each in run.report.skipped] == ["a", "b"]
    assert run.report.skipped[1].reason == "it is a copy of a, which was skipped"


def test_copies_are_counted_once_with_all_places(extract_many):
    given = [
        Document(text=LONG, source="https://one.example/1", published="2021-05-01"),
        Document(text="Peru accused Chile.", source="short.txt"),
        Document(text=f"LIMA (Agency) — {LONG.replace(' far away', ' abroad')}", source="wire/2.txt"),
        Document(text=LONG.replace('"', "“").replace(" ", "\n"), source="wire/1.txt", copies=("wire/0.txt",)),
    ]
    run = extract_many(given, jobs=2)
    graph = run.graph()
    original = given[0].id
    assert run.report.copies == [
        Copy("wire/2.txt", ("wire/2.txt",), original),
        Copy("wire/1.txt", ("wire/1.txt", "wire/0.txt"), original),
    ]
    assert set(graph.documents) == {original, given[1].id}
    assert graph.documents[original].copies == ("wire/0.txt", "wire/1.txt", "wire/2.txt")
    assert len(graph) == 2
    assert str(run.report) == "2 documents read, 2 relations; 2 copies counted once"
    assert len(ids(extract_many(given, copies="same"))) == 3
    assert len(ids(extract_many(given, copies="keep"))) == 4


def test_two_texts_under_one_id_are_told(extract_many):
    given = [Document(text=f"Peru accused Chile {number} times.", id="same") for number in range(2)]
    run = extract_many(given)
    assert len(run.graph()) == 1
    assert run.report.skipped == [Skipped("same", "an earlier document with another text has the same id, 'same'")]


def test_workers_use_one_thread_each_and_each_loads_once(extract_many, tmp_path, monkeypatch):
    monkeypatch.setattr(flow, "_LONG", 100)
    list(extract_many([Document(text=f"{number} takes long", id=str(number)) for number in range(12)], jobs=2))
    lines = [line.split() for line in (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()]
    assert {threads for _, threads, _ in lines} == {"1"}
    assert len({process for process, _, _ in lines}) == 2
    assert str(os.getpid()) not in {process for process, _, _ in lines}


def test_few_inputs_start_few_workers(extract_many, tmp_path):
    list(extract_many(documents(3), jobs=50))
    lines = (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()
    assert len({line.split()[0] for line in lines}) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_wrong_with_the_extractor_is_raised(extract_many, jobs):
    with pytest.raises(LookupError, match="no such model"):
        next(extract_many(documents(3), extractor=StandIn(broken="error"), jobs=jobs))


def test_a_worker_that_cannot_start_is_told(extract_many):
    with pytest.raises(RelgraphError, match=r"ended before it could work \(with exit code 3\)"):
        next(extract_many(documents(3), extractor=StandIn(broken="exit"), jobs=2))


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("way", ["close", "with", "forget"])
def test_a_run_that_is_left_leaves_no_process(extract_many, tmp_path, way, monkeypatch):
    monkeypatch.setattr(flow, "_LONG", 100)
    run = extract_many([Document(text=f"{number} takes long", id=str(number)) for number in range(200)], jobs=2)
    next(run)
    workers = {int(line.split()[0]) for line in (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()}
    assert workers
    assert all(map(alive, workers))
    started = time.monotonic()
    if way == "close":
        run.close()
    elif way == "with":
        with run:
            pass
    else:
        del run
        gc.collect()
    assert not any(map(alive, workers))
    assert time.monotonic() - started < 2


def test_a_script_needs_no_guard_and_an_interrupt_ends_it(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        f"""import sys
sys.path[:0] = [{str(HOME)!r}, {str(Path(__file__).parent)!r}]
print("started", flush=True)
from stand_in import StandIn
from relgraph.corpus import Options, Report, flow, outcomes
from relgraph.model import Document
from relgraph.readers import inputs
flow._LONG = 100
given = (Document(text=f"{{n}} takes long", id=str(n)) for n in range(1000))
for outcome in outcomes(StandIn({str(tmp_path)!r}), inputs(given), Options(jobs=2), Report()):
    print(outcome.given.name, flush=True)
""",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert [process.stdout.readline() for _ in range(2)] == ["started\n", "0\n"]
        started = time.monotonic()
        process.send_signal(2)
        out, err = process.communicate(timeout=10)
        assert time.monotonic() - started < 3
    assert "started" not in out
    assert err.endswith("KeyboardInterrupt\n")
    workers = {int(line.split()[0]) for line in (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()}
    deadline = time.monotonic() + 3
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, workers))


def test_a_result_that_an_interrupt_left_locked_keeps_no_run_from_ending(tmp_path):
    workers = Workers(Work(StandIn(str(tmp_path)), {}), jobs=1)
    result = workers.submit("extract", [Document(text=f"{n} takes long", id=str(n)) for n in range(100)])
    log = tmp_path / "log.txt"
    deadline = time.monotonic() + 20
    while not log.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    with result._condition:
        started = time.monotonic()
        workers.close()
    assert time.monotonic() - started < 10
    assert not any(alive(int(line.split()[0])) for line in log.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"jobs": 0}, "jobs=0 is no number of at least 1"),
        ({"jobs": "two"}, "jobs='two' is no number"),
        ({"errors": "ignore"}, "neither 'skip' nor 'raise'"),
        ({"copies": "all"}, "neither 'near', 'same' nor 'keep'"),
        ({"batch_size": 0}, "batch_size=0"),
    ],
)
def test_options_that_there_are_not(options, said):
    with pytest.raises(UsageError, match=said):
        Options(**options)


def test_progress_is_told_after_each_input(extract_many):
    seen = []
    list(extract_many(documents(5), progress=lambda report: seen.append((report.inputs, report.documents))))
    assert seen == [(number, number) for number in range(1, 6)]


def test_an_extractor_with_knowledge_of_its_own_gives_the_same_bytes_in_workers(tmp_path):
    frames = tmp_path / "frames.toml"
    frames.write_text('[[frame]]\nid = "tickle"\ntype = "disputes.rivals"\nverb = ["tickle"]\n', encoding="utf-8")
    moles = rg.Actor(id="org/moles", name="Moles of Oslo", kind="organization")
    extractor = rg.Extractor(actors=[moles], relations=[frames])
    texts = [
        "The Moles of Oslo tickled Denmark. Peru imposed sanctions on Chile.",
        "Brazil and Chile held talks in Lima. Bolivia may attack Peru, the minister said.",
        "Nothing happened.",
        "Norway criticised Denmark.",
    ]
    given = [Document(text=f"{text} It was the day {day}.") for day in range(3) for text in texts]
    one, two = (
        [extraction.model_dump_json() for extraction in extractor.extract_many(given, jobs=jobs)] for jobs in (1, 2)
    )
    assert one == two
    assert one == [extractor.extract_document(document).model_dump_json() for document in given]
    assert '"actor":"org/moles"' in one[0]
    report = extractor.extract_into(tmp_path / "s.db", given)
    assert report.relations == 3 * 5
    with rg.Store(tmp_path / "s.db") as store:
        assert store.graph() == extractor.extract_many(given).graph()
        settings = {record.settings for record in store.inputs()}
    assert [each.split(", ")[0] for each in settings] == [f"relgraph {rg.__version__}"]
    assert all("own actors and types" in each for each in settings)
