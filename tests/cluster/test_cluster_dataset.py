"""Datasets without a cluster: what is written, and what is there when a process dies while it writes."""

import json
import pickle
import zipfile
from dataclasses import replace
from functools import partial

import pandas
import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from pyarrow import dataset as arrow
from sample_graphs import graphs, sample
from stub_extractor import StubExtractor, document, extraction_of

from relgraph.corpus import Options, extract_into_store
from relgraph.distributed import extract_dataset, merge_into, read_dataset, read_inputs
from relgraph.distributed.batches import Batch, Batches, Item, Seen
from relgraph.distributed.dataset import create_dataset, open_dataset
from relgraph.distributed.merging import _Replay
from relgraph.distributed.places import Place
from relgraph.distributed.shipping import packed, unpacked
from relgraph.distributed.sources import inputs_of
from relgraph.distributed.tables import documents_bytes, extractions_of, inputs_bytes, relations_bytes, rows_of_inputs
from relgraph.distributed.worker import Job, run_batch
from relgraph.distributed.writing import sweep
from relgraph.errors import FormatError, ReadError, UsageError
from relgraph.extractor import Extractor
from relgraph.graph import RelationGraph
from relgraph.model import Document
from relgraph.ontology import Ontology
from relgraph.store import Store

ONTOLOGY = Ontology.default()
DOCUMENTS = [document(number) for number in range(20)]


def job_of(where, by="month"):
    return Job(create_dataset(where, by, "stub"), packed(StubExtractor()))


def batches_of(sources, size=10, done=None):
    return list(Batches(sources, size, done or Seen(), {}))


def filled(where, by="month"):
    job = job_of(where, by)
    reports = [run_batch(batch, job) for batch in batches_of(DOCUMENTS)]
    return job, reports


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Tables


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_any_extraction_comes_back_exactly(graph):
    extractions = list(graph.extractions())
    relations = relations_bytes(extractions, ONTOLOGY)
    assert list(extractions_of(documents_bytes(extractions), lambda: relations)) == extractions


def test_one_document_twice_in_a_file_stays_two():
    one, *_ = sample().extractions()[::-1]
    other = one.model_copy(update={"relations": one.relations[:2]})
    relations = relations_bytes([one, other], ONTOLOGY)
    assert list(extractions_of(documents_bytes([one, other]), lambda: relations)) == [one, other]


def test_relations_that_are_missing_or_too_many_are_damage():
    one, *_ = sample().extractions()[::-1]
    documents = documents_bytes([one])
    fewer = relations_bytes([one.model_copy(update={"relations": one.relations[:2]})], ONTOLOGY)
    more = relations_bytes([one, one], ONTOLOGY)
    for relations in (fewer, more, documents, b"", b"PAR1"):
        with pytest.raises(FormatError, match=r"relations|whole file"):
            list(extractions_of(documents, lambda relations=relations: relations))


def test_inputs_are_strings_of_any_kind():
    row = {"origin": "a\ud800", "name": "a\uffffd800", "outcome": "skipped"}
    (back,) = rows_of_inputs(inputs_bytes([row]))
    assert {name: value for name, value in back.items() if value is not None} == row
    assert rows_of_inputs(inputs_bytes([row]), ("origin",)) == [{"origin": "a\ud800"}]


# Places


@pytest.fixture(params=["path", "file", "memory"])
def where(request, tmp_path):
    return {"path": str(tmp_path / "new"), "file": f"file://{tmp_path}/new", "memory": f"memory://{tmp_path}"}[
        request.param
    ]


def test_a_place_writes_whole_files(where):
    place = pickle.loads(pickle.dumps(Place(where)))
    assert place.names("documents") == []
    place.write("documents/a/b.parquet", b"one")
    place.write("documents/a/b.parquet", b"two")
    place.write("documents/c.parquet", b"three")
    assert place.names("documents") == ["documents/a/b.parquet", "documents/c.parquet"]
    assert list(place.read_many(place.names("documents"), 1)) == [b"two", b"three"]
    assert list(place.read_many(place.names("documents"), 9)) == [b"two", b"three"]
    assert place.has("documents/c.parquet")
    assert not place.has("documents/d.parquet")
    place.remove("documents/c.parquet")
    place.remove("documents/c.parquet")
    assert place.names("documents") == ["documents/a/b.parquet"]
    with pytest.raises(FileNotFoundError):
        place.read("documents/c.parquet")


def test_elsewhere_a_file_is_renamed_when_it_is_whole(tmp_path, monkeypatch):
    place = Place(f"memory://{tmp_path}")
    monkeypatch.setattr(Place, "_protocols", frozenset({"sftp"}))
    place.write("x/a.parquet", b"one")
    assert place.names("x") == ["x/a.parquet"]
    monkeypatch.setattr(type(place._opened[0]), "mv", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        place.write("x/b.parquet", b"half")
    assert place.names("x") == ["x/a.parquet"]
    assert len(place._all("x")) == 2
    place.sweep("x")
    assert place._all("x") == ["x/a.parquet"]


@pytest.mark.parametrize("url", ["nowhere://x", "gs://bucket/x"])
def test_a_place_that_cannot_be_reached_is_told(url):
    with pytest.raises(UsageError, match="cannot be reached"):
        Place(url)


# Datasets


def test_what_goes_in_comes_out_in_the_order_of_the_inputs(where):
    _, reports = filled(where)
    assert sum(reports[1:], reports[0]).documents == 20
    expected = [extraction_of(each) for each in DOCUMENTS]
    assert list(read_dataset(where)) == expected
    assert RelationGraph(read_dataset(where)) == RelationGraph(expected)
    records = list(read_inputs(where))
    assert [record.document for record in records] == [each.id for each in DOCUMENTS]
    assert {record.outcome for record in records} == {"read"}
    assert len({record.fingerprint for record in records}) == 20


@pytest.mark.parametrize("by", ["day", "month", "year"])
def test_days_of_publication(tmp_path, by):
    filled(tmp_path, by)
    assert len(list(tmp_path.glob(f"documents/{by}=*"))) == {"day": 5, "month": 5, "year": 2}[by]

    def numbers(**days):
        return [DOCUMENTS.index(each.document) for each in read_dataset(tmp_path, **days)]

    dated = [number for number in range(20) if number % 7 != 6]
    assert numbers() == list(range(20))
    assert numbers(since="2021-03", until="2021-03") == [2, 10, 14, 18]
    assert numbers(since="2021-02-06", until="2021-03-04") == []
    assert numbers(since="2021-04-05") == [3, 7, 11, 15, 19]
    assert numbers(until="2021-01-05") == [0, 4, 8, 12, 16]
    assert numbers(since="0001", until="9999") == dated
    with pytest.raises(UsageError, match="later than"):
        read_dataset(tmp_path, since="2022", until="2021")


def test_a_filter_does_not_open_other_folders(tmp_path):
    filled(tmp_path)
    for path in tmp_path.glob("documents/month=2021-0[123]/*"):
        path.write_bytes(b"damaged")
    assert len(list(read_dataset(tmp_path, since="2021-04"))) == 5
    with pytest.raises(FormatError, match="month=2021-01"):
        list(read_dataset(tmp_path))


def test_pandas_and_arrow_read_the_relations(tmp_path):
    filled(tmp_path)
    frame = pandas.read_parquet(tmp_path / "relations")
    whole = RelationGraph(map(extraction_of, DOCUMENTS)).to_frame()
    assert set(whole.columns) <= set(frame.columns)
    assert sorted(frame["id"]) == sorted(whole["id"])
    assert sorted(frame["month"].unique()) == [*(f"2021-{month:02d}" for month in range(1, 5)), "undated"]
    assert (frame["month"] == "undated").sum() == frame["published"].isna().sum() == 2
    march = arrow.dataset(tmp_path / "relations", partitioning="hive").to_table(
        filter=arrow.field("month") == "2021-03", columns=["source", "target", "published"]
    )
    assert march.num_rows == 4
    assert march.schema.field("published").type == pyarrow.date32()
    texts = arrow.dataset(tmp_path / "documents", partitioning="hive").to_table(columns=["text"])
    assert set(texts["text"].to_pylist()) == {each.text for each in DOCUMENTS}


class Died(BaseException):
    """What kill -9 would be, were it an exception."""


@pytest.mark.parametrize("half", [False, True])
def test_dying_at_any_moment_leaves_nothing_half(tmp_path, monkeypatch, half):
    write = Place.write
    writes = []
    monkeypatch.setattr(Place, "write", lambda place, *rest: (writes.append(rest[0]), write(place, *rest)))
    batch = Batch(0, tuple(map(Item.of, DOCUMENTS[5:8])))
    run_batch(batch, job_of(tmp_path / "whole"))
    expected = contents(tmp_path / "whole")
    assert writes[-1] == f"inputs/{batch.name}.parquet"
    assert len(writes) == 8  # the settings, two tables of three months, and the inputs

    for moment in range(1, len(writes)):
        folder = tmp_path / f"died-{moment}"
        job, left = job_of(folder), iter(range(moment - 1))

        def dying(place, name, content, left=left, folder=folder):
            if next(left, None) is not None:
                return write(place, name, content)
            if half:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).with_name(".relgraph-0123.tmp").write_bytes(content[:100])
            raise Died

        with monkeypatch.context() as patched:
            patched.setattr(Place, "write", dying)
            with pytest.raises(Died):
                run_batch(batch, job)
        assert list(read_dataset(folder)) == []
        assert not any(path.startswith("inputs/part") for path in contents(folder))
        run_batch(batch, job)
        assert len(pandas.read_parquet(folder / "relations")) == 3  # others do not see what is half there either
        sweep(job.dataset)
        assert contents(folder) == expected


def test_a_task_that_runs_twice_writes_the_same_files(tmp_path):
    job, _ = filled(tmp_path)
    before = contents(tmp_path)
    for batch in batches_of(DOCUMENTS)[::-1]:
        run_batch(batch, job)
    assert contents(tmp_path) == before


def test_a_batch_that_comes_out_otherwise_leaves_no_files_of_before(tmp_path):
    (tmp_path / "a.txt").write_text("Peru hits Chile. That is all that is known of it.")
    job = job_of(tmp_path / "set")
    batch = Batch(0, (Item.of(str(tmp_path / "a.txt")), Item.of(DOCUMENTS[0])))
    assert run_batch(batch, job).documents == 2
    (tmp_path / "a.txt").unlink()
    report = run_batch(batch, job)
    assert (report.documents, report.skipped) == (1, 1)
    assert len(list(read_dataset(tmp_path / "set"))) == 1
    assert len(pandas.read_parquet(tmp_path / "set" / "relations")) == 1


def test_a_sweep_removes_what_is_of_no_batch(tmp_path):
    job, _ = filled(tmp_path)
    before = contents(tmp_path)
    lost = batches_of(DOCUMENTS)[0].name
    (tmp_path / f"inputs/{lost}.parquet").unlink()
    assert len(list(read_dataset(tmp_path))) == 10
    sweep(job.dataset)
    after = contents(tmp_path)
    assert before.keys() - after.keys() == {name for name in before if lost in name}
    assert len(pandas.read_parquet(tmp_path / "relations")) == 10


def test_what_is_missing_or_damaged_is_told(tmp_path):
    with pytest.raises(ReadError, match="no dataset"):
        read_dataset(tmp_path)
    filled(tmp_path)
    with pytest.raises(UsageError, match="by='month', not 'day'"):
        create_dataset(tmp_path, "day", "stub")
    with pytest.raises(UsageError, match=r"\(stub; now other\)"):
        create_dataset(tmp_path, "month", "other")
    assert create_dataset(tmp_path, "month", "other", mixed=True).settings == "stub"
    with pytest.raises(UsageError, match="by='week'"):
        create_dataset(tmp_path, "week", "stub")
    next(tmp_path.glob("relations/*/*")).unlink()
    with pytest.raises(FormatError, match="missing"):
        list(read_dataset(tmp_path))
    damaged = next(tmp_path.glob("inputs/*"))
    damaged.write_bytes(damaged.read_bytes()[:-9])
    with pytest.raises(FormatError, match=f"inputs/{damaged.name}"):
        list(read_inputs(tmp_path))
    settings = tmp_path / "_relgraph.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "relgraph": 9}))
    with pytest.raises(FormatError, match="version 9"):
        open_dataset(tmp_path)
    settings.write_text("{")
    with pytest.raises(FormatError, match=r"_relgraph\.json is damaged"):
        open_dataset(tmp_path)
    settings.unlink()
    with pytest.raises(UsageError, match="no dataset of relgraph; give a new folder"):
        create_dataset(tmp_path, "month", "stub")


# Batches


def test_batches_are_made_as_they_are_asked_for():
    taken = []
    endless = (taken.append(number) or f"news/{number}.txt" for number in range(10**9))
    made = Batches(endless, 100, Seen(), {})
    assert len(next(made).items) == 100
    assert len(next(made).items) == 100
    assert len(taken) <= 202


def test_after_a_break_the_same_batches_are_made_of_what_remains():
    texts = [document(number, "x" * (40_000 if number % 2 == 0 else 10)) for number in range(100)]
    made = batches_of(texts, 10)
    assert len({len(batch.items) for batch in made[:-1]}) > 1  # some end because of their length
    for gone in ({0}, {1, 2}, {3, 5, 8}, set(range(6))):
        done = Seen()
        for number in gone:
            for item in made[number].items:
                done.add(item.origin)
        remaining = Batches(texts, 10, done, {})
        assert list(remaining) == [batch for number, batch in enumerate(made) if number not in gone]
        assert remaining.known == sum(len(made[number].items) for number in gone)


def test_a_batch_travels_as_few_bytes():
    (batch,) = batches_of([f"/archive/2021/05/03/article-{number:06d}.html" for number in range(128)], 128)
    assert len(batch.packed()) < 2000
    assert Batch.unpacked(batch.packed()) == batch


def test_what_is_given_twice_is_read_once():
    (batch,) = batches_of(["a.txt", "b.txt", "a.txt", DOCUMENTS[0], DOCUMENTS[0], {"text": "x"}, {"text": "x"}])
    assert [item.given for item in batch.items] == ["a.txt", "b.txt", DOCUMENTS[0], {"text": "x"}]
    first, second = batch.halves()
    assert (first.first, second.first) == (0, 2)
    assert first.items + second.items == batch.items


@pytest.mark.parametrize("bad", [b"bytes", 3, {"title": "no text"}, open, {}])
def test_what_cannot_be_read_on_a_cluster_is_refused(bad):
    with pytest.raises(UsageError):
        batches_of([bad])


def test_names_of_files_here_and_elsewhere(tmp_path):
    for name in ("b.txt", "a.txt", "in/c.txt"):
        Place(f"memory://{tmp_path}").write(name, b"x")
        Place(tmp_path).write(name, b"x")

    def names(source):
        found = [item.origin for batch in batches_of(source) for item in batch.items]
        return [name.rpartition(f"{tmp_path}/")[2] for name in found]

    for where in (f"memory://{tmp_path}", str(tmp_path)):
        assert sorted(names(where)) == ["a.txt", "b.txt", "in/c.txt"]
        assert names(f"{where}/*.txt") == ["a.txt", "b.txt"]
        assert names([f"{where}/b.txt", f"{where}/missing.txt"]) == ["b.txt", "missing.txt"]
        assert len(names(f"{where}/*.pdf")) == 1  # told when it is read


# What a worker reads


def report_of(given, where, **options):
    job = job_of(where)
    return run_batch(Batch(0, tuple(map(Item.of, given))), Job(job.dataset, job.extractor, **options))


def test_documents_dicts_files_and_urls_are_read_alike(tmp_path):
    words = "Peru hits Chile. That is all that is known of it."
    Place(f"memory://{tmp_path}").write("a.txt", words.encode())
    (tmp_path / "a.txt").write_text(words)
    given = [f"memory://{tmp_path}/a.txt", "a.txt", {"text": words, "title": "T", "published": "2021-05-03"}]
    report = report_of(given, tmp_path / "set", folder=str(tmp_path))
    assert (report.documents, report.relations, report.errors) == (3, 3, ())
    url, path, record = (each.document for each in read_dataset(tmp_path / "set"))
    assert url.text == path.text == record.text == words
    assert (url.source, path.source) == (given[0], "a.txt")
    assert (record.title, str(record.published)) == ("T", "2021-05-03")


def test_collections_are_taken_apart_by_the_worker(tmp_path):
    words = "Peru hits Chile. That is all that is known of it."
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for number in range(300):  # more than are held in memory at once
            archive.writestr(f"{number}.txt", f"{words} Number {number}.")
    Place(f"memory://{tmp_path}").write("news.zip", (tmp_path / "news.zip").read_bytes())
    Place(f"memory://{tmp_path}").write("cut.zip", (tmp_path / "news.zip").read_bytes()[:-99])
    rows = [{"body": words, "day": "2021-05-03"}, {"body": "", "day": ""}]
    (tmp_path / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    given = ["news.zip", f"memory://{tmp_path}/news.zip", f"memory://{tmp_path}/cut.zip", "rows.jsonl"]
    reading = {"columns": {"text": "body", "published": "day"}}
    report = report_of(given, tmp_path / "set", folder=str(tmp_path), reading=reading)
    assert (report.documents, report.relations, report.skipped) == (601, 601, 2)
    sources = [each.document.source for each in read_dataset(tmp_path / "set")]
    assert (sources[0], sources[300], sources[-1]) == (
        "news.zip!/0.txt",
        f"memory://{tmp_path}/news.zip!/0.txt",
        "rows.jsonl#1",
    )
    assert {record.name for record in read_inputs(tmp_path / "set") if record.note} == {given[2], "rows.jsonl#2"}


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    Place(f"memory://{tmp_path}").write("a.png", b"\x89PNG\r\n0000")
    given = [
        f"memory://{tmp_path}/a.png",
        f"memory://{tmp_path}/missing.txt",
        str(tmp_path / "missing.txt"),
        {"text": "Peru hits Chile. That is all.", "published": "yesterday"},
        document(1, "This is poison."),
        document(2),
    ]
    report = report_of(given, tmp_path / "set")
    assert (report.documents, report.skipped) == (1, 5)
    told = [reason for _, reason in report.errors]
    for words, reason in zip(("PNG", "missing.txt", "no such file", "published", "RecursionError"), told, strict=True):
        assert words in reason
    assert not any(reason.startswith(name) for name, reason in report.errors)
    assert str(report).splitlines()[0] == "1 document read, 1 relation; 5 skipped"
    records = list(read_inputs(tmp_path / "set"))
    assert [record.outcome for record in records] == ["skipped"] * 5 + ["read"]
    assert [record.note for record in records[:5]] == told


def test_what_may_only_be_out_of_reach_is_tried_again(tmp_path, monkeypatch):
    import fsspec

    Place(f"memory://{tmp_path}").write("a.txt", b"Peru hits Chile. That is all that is known of it.")
    fails, pauses = iter([TimeoutError("slow")] * 2), []
    opened = fsspec.open

    def failing(*arguments, **options):
        if (error := next(fails, None)) is not None:
            raise error
        return opened(*arguments, **options)

    monkeypatch.setattr(fsspec, "open", failing)
    monkeypatch.setattr("time.sleep", pauses.append)
    assert report_of([f"memory://{tmp_path}/a.txt"], tmp_path / "set").documents == 1
    assert pauses == [0.5, 1.0]
    fails = iter([ConnectionError("refused")] * 9)
    report = report_of([f"memory://{tmp_path}/b.txt"], tmp_path / "other")
    assert "refused (tried 4 times)" in report.errors[0][1]


def test_an_extractor_takes_the_files_that_it_was_made_of_along(tmp_path):
    actors, relations = tmp_path / "mine.toml", tmp_path / "words.toml"
    actors.write_text('[[actor]]\nid = "group/fjord"\nname = "Fjord Front"\nkind = "armed_group"\n')
    relations.write_text('[[frame]]\nid = "shell"\ntype = "fights.attacks"\nverb = ["zorch"]\n')
    content = packed(Extractor(actors=[actors], relations=[str(relations)]))
    actors.unlink()
    relations.unlink()
    made = unpacked(content)
    assert made.index.get("group/fjord").name == "Fjord Front"
    assert "zorch" in made.frames.words()


# Into a store


STORY = (
    "Peru hits Chile. The two have quarrelled over fishing rights since the war of the last century, and their envoys "
    "have met eleven times without result. Brazil hits Peru. Observers in the region expect that the talks will go on "
    "in spring, when the new government has taken office and the fleets are back in port."
)


@pytest.mark.parametrize("rule", ["near", "same", "keep"])
def test_a_dataset_in_a_store_is_what_one_process_would_have_made_of_it(tmp_path, rule):
    """With copies, near copies, errors and one id for two texts, in batches that are written in any order."""
    sources = [
        *DOCUMENTS[:6],
        Document(text=STORY, source="first.txt", title="Talks"),
        document(1, "This is poison."),
        DOCUMENTS[2].model_copy(update={"source": "again.txt", "published": None}),
        Document(text=f"LIMA (Wire) - {STORY.replace('in spring', 'in the spring')}", source="near.txt"),
        Document(id="wire-1", text="Chile hits Brazil. Nothing else is known.", source="id.txt"),
        Document(id="wire-1", text="Brazil hits Chile.", source="same id.txt"),
        {"text": STORY, "source": "record.txt", "published": "2021-02-05"},
        {"text": "Peru hits Chile. That is all.", "published": "yesterday"},
        *DOCUMENTS[6:9],
    ]
    job = job_of(tmp_path / "set")
    for batch in batches_of(sources, 4)[::-1]:
        run_batch(batch, job)

    given = [each for item in map(Item.of, sources) for each in inputs_of(item, ".", {}, {})]
    with Store(tmp_path / "one.db", write=True) as one, Store(tmp_path / "merged.db", write=True) as merged:
        expected = extract_into_store(StubExtractor(), one, given, Options(copies=rule), settings="stub")
        report = merge_into(tmp_path / "set", merged, copies=rule)
        assert (report.documents, len(report.copies)) == {"near": (11, 3), "same": (12, 2), "keep": (14, 0)}[rule]
        assert replace(report, seconds=0) == replace(expected, seconds=0)
        assert merged.graph() == one.graph()
        assert list(merged.inputs()) == list(one.inputs())
        again = merge_into(tmp_path / "set", merged, copies=rule)
        assert (again.documents, again.known, again.skipped) == (0, 14, report.skipped)
        assert merged.graph() == one.graph()


def test_little_is_held_while_a_dataset_goes_into_a_store(tmp_path):
    filled(tmp_path / "set")
    replay = _Replay()
    most = max(len(replay._found) for _ in replay.inputs(open_dataset(tmp_path / "set")))
    assert most <= 6  # one file of documents
    assert not replay._found


def test_without_a_cluster_it_is_said_how_to_make_one(tmp_path):
    pytest.importorskip("distributed", reason="dask is an extra: pip install 'relgraph[dask]'")
    run = partial(extract_dataset, DOCUMENTS, tmp_path, extractor=StubExtractor())
    with pytest.raises(UsageError, match="there is no cluster"):
        run()
    for wrong in ({"errors": "warn"}, {"batch_size": 0}, {"keep": "most"}, {"colums": {}}):
        with pytest.raises(UsageError, match=next(iter(wrong))):
            run(**wrong)
    assert not list(tmp_path.iterdir())
