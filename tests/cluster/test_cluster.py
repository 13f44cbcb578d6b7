"""Extraction on clusters of Dask: in threads with a stub for the model, and on real processes, one of which dies."""

import os
import signal
import time
from types import SimpleNamespace

import pytest
from stub_extractor import StubExtractor, document, extraction_of

distributed = pytest.importorskip("distributed", reason="dask is an extra: pip install 'relgraph[dask]'")
bags = pytest.importorskip("dask.bag", reason="dask is an extra: pip install 'relgraph[dask]'")

from relgraph.distributed import extract_dataset, merge_into, read_dataset, read_inputs, run  # noqa: E402
from relgraph.distributed.places import Place  # noqa: E402
from relgraph.distributed.worker import run_batch  # noqa: E402
from relgraph.errors import ReadError  # noqa: E402
from relgraph.extractor import Extractor  # noqa: E402
from relgraph.store import Store  # noqa: E402

DOCUMENTS = [document(number) for number in range(30)]


@pytest.fixture(scope="module")
def client():
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as made,
    ):
        yield made


@pytest.fixture
def extract(client, tmp_path):
    def extract_with_stub(sources, **options):
        options = {"batch_size": 4, "extractor": StubExtractor(), "client": client, **options}
        return extract_dataset(sources, options.pop("dataset", tmp_path / "set"), **options)

    return extract_with_stub


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dataset_holds_what_one_process_gives(extract, tmp_path):
    told = []
    report = extract(iter(DOCUMENTS), progress=told.append)
    assert list(read_dataset(tmp_path / "set")) == [extraction_of(each) for each in DOCUMENTS]
    assert (report.documents, report.relations, report.without_relations, report.skipped) == (30, 30, 0, 0)
    assert len(told) == 8
    assert told[-1] == report


def test_urls_of_files_and_of_the_dataset(extract, tmp_path):
    place = Place(f"memory://{tmp_path}/news")
    for each in DOCUMENTS[:5]:
        place.write(each.source, each.text.encode())
    place.write("image.png", b"\x89PNG\r\n0000")
    report = extract(str(place), dataset=f"memory://{tmp_path}/set", keep="all")
    assert (report.documents, report.skipped) == (5, 1)
    back = list(read_dataset(f"memory://{tmp_path}/set"))
    assert [each.document.text for each in back] == [each.text for each in DOCUMENTS[:5]]
    assert [each.document.source for each in back] == [f"{place}/{number}.txt" for number in range(5)]


def test_a_run_that_was_broken_off_goes_on(extract, tmp_path):
    def break_off(report):
        if report.documents >= 8:
            raise KeyboardInterrupt

    extract(DOCUMENTS, dataset=tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        extract(DOCUMENTS, progress=break_off)
    report = extract(DOCUMENTS)
    assert 8 <= report.known < 30
    assert report.known + report.documents == 30
    assert files(tmp_path / "set") == files(tmp_path / "whole")
    assert extract(DOCUMENTS).known == 30
    assert extract([*DOCUMENTS, document(99)]).documents == 1
    assert len(list(read_dataset(tmp_path / "set"))) == 31


def test_what_was_skipped_is_read_again_only_if_asked(extract, tmp_path):
    names = [str(tmp_path / f"{number}.txt") for number in range(6)]

    def write(*numbers):
        for number in numbers:
            (tmp_path / f"{number}.txt").write_text(DOCUMENTS[number].text)

    write(0, 1, 2, 4)
    report = extract(names)
    assert (report.documents, report.skipped, report.failed) == (4, 2, ())
    assert [name for name, _ in sorted(report.errors)] == [names[3], names[5]]
    write(3)
    assert extract(names).known == 6
    report = extract(names, again=True)
    assert (report.documents, report.known, report.skipped) == (1, 4, 1)
    assert [each.document.text for each in read_dataset(tmp_path / "set")] == [
        DOCUMENTS[number].text for number in (0, 1, 2, 3, 4)
    ]


def test_the_first_error_ends_the_run_if_that_is_asked(extract, tmp_path):
    sources = [*DOCUMENTS[:8], document(8, "This is poison."), *DOCUMENTS[9:]]
    with pytest.raises(ReadError, match=r"8\.txt: .*RecursionError: too deep"):
        extract(sources, errors="raise")
    assert extract(sources).skipped in (0, 1)
    assert sum(record.outcome == "skipped" for record in read_inputs(tmp_path / "set")) == 1
    assert len(list(read_dataset(tmp_path / "set"))) == 29


def test_a_bag_is_taken_partition_by_partition(extract, tmp_path):
    bag = bags.from_sequence([each.model_dump() for each in DOCUMENTS], npartitions=5)
    report = extract(bag)
    assert report.documents == 30
    assert [each.document for each in read_dataset(tmp_path / "set")] == DOCUMENTS
    before = files(tmp_path / "set")
    assert len([name for name in before if name.startswith("inputs/")]) == 5
    assert extract(bag.map(dict)).known == 30
    assert files(tmp_path / "set") == before


TRIED = []


def killed(batch, job):
    """`run_batch` on workers that die of every text with "bad" in it."""
    TRIED.append(len(batch.items))
    if any("bad" in item.given.text for item in batch.items):
        if len(batch.items) == 4:
            run_batch(batch.halves()[0], job)  # half of it is written: a batch of another name
        raise distributed.KilledWorker("run_batch", SimpleNamespace(address="tcp://worker"), 4)
    return run_batch(batch, job)


def test_an_input_that_kills_its_workers_is_found_and_skipped(extract, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "run_batch", killed)
    sources = [*DOCUMENTS[:6], document(6, "Peru hits Chile. A bad one."), *DOCUMENTS[7:]]
    report = extract(sources, retries=0)
    assert (report.documents, report.skipped) == (29, 1)
    assert report.errors[0][1].startswith("every worker that tried to read it died")
    assert sorted(TRIED) == [1, 1, 2, 2, 2, *[4] * 7]
    assert [each.document for each in read_dataset(tmp_path / "set")] == DOCUMENTS[:6] + DOCUMENTS[7:]


def test_a_batch_that_fails_is_tried_again_and_then_ends_the_run(extract, tmp_path, monkeypatch):
    fails = iter([OSError("disk full")] * 2)

    def failing(batch, job):
        if (error := next(fails, None)) is not None:
            raise error
        return run_batch(batch, job)

    monkeypatch.setattr(run, "run_batch", failing)
    assert extract(DOCUMENTS, retries=2).documents == 30
    fails = iter([OSError("disk full")] * 99)
    with pytest.raises(OSError, match="disk full"):
        extract(DOCUMENTS, retries=2, dataset=tmp_path / "other")
    assert list(read_dataset(tmp_path / "other")) == []


def test_few_batches_are_under_way_whatever_their_number(extract, monkeypatch, client):
    taken, most = [], []

    def sources():
        for each in range(120):
            taken.append(each)
            yield document(7 * each)

    def watch(report):
        most.append(len(taken) - report.documents)

    extract(sources(), progress=watch, batch_size=2, by="year")
    assert max(most) <= 2 * (2 * 2 + 8 + 1)
    for _ in range(100):  # results are forgotten a moment after they were taken
        left = [key for key in client.who_has() if "relgraph" in str(key)]
        if not left:
            break
        time.sleep(0.05)
    assert not left


# The real thing

_PLACES = ("Peru", "Chile", "Brazil", "Iran", "Russia", "Turkey", "Egypt", "France", "India", "China")


def news(number: int) -> str:
    one, two, three = (_PLACES[(number * factor + factor) % 10] for factor in (1, 3, 7))
    return (
        f"{one} imposed sanctions on {two} in May, case {number}. The foreign minister of {three} met his counterpart "
        f"from {one} in Geneva. {two} has not accused {three} of violating the treaty, according to Reuters. Observers "
        "expect that the talks will go on in spring."
    )


def test_two_processes_of_which_one_is_killed_give_what_one_process_gives(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02d}.txt").write_text(news(number), encoding="utf-8")
    (folder / "copy.txt").write_text(f"GENEVA (Wire) - {news(2).replace('met his', 'met with his')}", encoding="utf-8")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n0000")
    victims = []

    def kill(report):
        if not victims and report.documents >= 4:
            victims.append(min(client.run(os.getpid).values()))
            os.kill(victims[0], signal.SIGKILL)

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs="CRITICAL"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        report = extract_dataset(folder, tmp_path / "set", client=client, batch_size=4, progress=kill)
    assert len(victims) == 1
    assert (report.documents, report.skipped, report.failed) == (21, 1, ())

    extractor = Extractor()
    alone = list(extractor.extract_many(folder, copies="keep"))
    assert sum(len(each.relations) for each in alone) > 25
    assert list(read_dataset(tmp_path / "set")) == alone
    with Store(tmp_path / "one.db", write=True) as one, Store(tmp_path / "merged.db", write=True) as merged:
        assert len(extractor.extract_into(one, folder).copies) == 1
        merge_into(tmp_path / "set", merged)
        assert merged.graph() == one.graph()
        assert list(merged.inputs()) == list(one.inputs())
