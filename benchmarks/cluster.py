#!/usr/bin/env python3
"""Measure a cluster of processes against one process on the same texts, and what Dask costs for each batch.

    cluster.py                            a sample of the news stream in ../shared/bench/corpus
    cluster.py FILE.jsonl[.gz] …          other texts: lines with `text`
    cluster.py --overhead                 what a batch costs beside the reading, and memory over very many paths

Both ways write the same dataset; the first time, when models load, is not counted. The ratio is that of times
on the wall, which only means something on a machine that does nothing else; the processor time of all processes
together is told beside it, as what a cluster adds to the work itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import psutil
from dask.distributed import Client, LocalCluster

from relgraph import Document, Extraction, Extractor, Ontology
from relgraph.distributed import DatasetReport, extract_dataset
from relgraph.distributed.batches import Batches, Seen
from relgraph.distributed.dataset import create_dataset
from relgraph.distributed.shipping import packed
from relgraph.distributed.worker import Job, run_batch

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "bench" / "corpus" / "news.jsonl.gz"


class Nothing:
    """An extractor that finds nothing, at once."""

    ontology = Ontology.default()

    def settings(self, reading: Mapping[str, Any]) -> str:
        """Return what says that nothing is read."""
        return "nothing"

    def extractions(self, documents: Iterable[Document], *, batch_size: int = 32) -> Iterator[Extraction]:
        """Yield an extraction of nothing for each document."""
        for document in documents:
            yield Extraction(document=document)


def read_texts(path: Path, words: int) -> list[Document]:
    """Return texts of a file of JSON Lines, drawn at random but always the same, with about this many words."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        texts = [json.loads(line)["text"] for line in stream if line.strip()]
    random.Random(0).shuffle(texts)
    chosen: list[Document] = []
    while texts and words > 0:
        chosen.append(Document(text=texts.pop()))
        words -= len(chosen[-1].text.split())
    return chosen


class Taken(NamedTuple):
    """Seconds on the wall, and of processors."""

    wall: float
    processor: float


def alone(documents: Iterable[Any], extractor: Any, size: int) -> Taken:
    """Return what it takes this process to make a dataset."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(create_dataset(f"{folder}/set", "month", extractor.settings({})), packed(extractor))
        wall, processor = time.perf_counter(), time.process_time()
        for batch in Batches(documents, size, Seen(), {}):
            run_batch(batch, job)
        return Taken(time.perf_counter() - wall, time.process_time() - processor)


def together(documents: Iterable[Any], extractor: Any, size: int, client: Client) -> tuple[Taken, DatasetReport]:
    """Return what it takes a cluster to make a dataset, with client and scheduler, and the report."""

    def processor() -> float:
        return time.process_time() + sum(client.run(time.process_time).values())

    with tempfile.TemporaryDirectory() as folder:
        used, start = processor(), time.perf_counter()
        report = extract_dataset(documents, f"{folder}/set", client=client, extractor=extractor, batch_size=size)
        wall = time.perf_counter() - start
        return Taken(wall, processor() - used), report


def compare_speed(paths: Sequence[Path], given: argparse.Namespace, client: Client) -> None:
    """Print words a second of one process and of the cluster."""
    extractor = Extractor()
    for path in paths:
        documents = read_texts(path, given.words)
        words = sum(len(each.text.split()) for each in documents)
        alone(documents, extractor, given.batch)  # the first time, models load and caches fill
        together(documents, extractor, given.batch, client)
        one, many = [], []
        for _ in range(given.turns):
            one.append(alone(documents, extractor, given.batch))
            many.append(together(documents, extractor, given.batch, client)[0])
        single, cluster = (Taken(*map(statistics.median, zip(*taken, strict=True))) for taken in (one, many))
        print(
            f"{path.name}: {len(documents)} texts, {words} words; one process {words / single.wall:.0f} a second, "
            f"{given.workers} workers {words / cluster.wall:.0f}, ratio {single.wall / cluster.wall:.2f}; "
            f"processor time {cluster.processor / single.processor:.2f} times that of one process",
            flush=True,
        )


def measure_overhead(given: argparse.Namespace, client: Client) -> None:
    """Print what Dask adds to a batch, and the memory of client and scheduler while very many paths pass through."""
    documents = [Document(text=f"The weather on day {number} was good.") for number in range(2 * given.batches)]
    together(documents[:20], Nothing(), 2, client)
    single, (cluster, _) = alone(documents, Nothing(), 2), together(documents, Nothing(), 2, client)
    each, more = (1000 * taken / given.batches for taken in (single.processor, cluster.processor - single.processor))
    print(f"{given.batches} batches of next to nothing: {each:.1f} ms of a processor each; Dask adds {more:.1f} ms")
    process = psutil.Process()  # client and scheduler
    for paths in (given.paths // 10, given.paths):
        before = process.memory_info().rss
        names = (f"/nowhere/{number:09d}.txt" for number in range(paths))
        taken, report = together(names, Nothing(), 1000, client)
        grown = (process.memory_info().rss - before) / 1e6
        print(
            f"{report.skipped:,} paths in {taken.wall:.0f} s: client and scheduler grew by {grown:.0f} MB", flush=True
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON Lines with `text`, maybe gzipped")
    parser.add_argument("--words", type=int, default=60_000, help="about how many words of each file (default 60000)")
    parser.add_argument("--workers", type=int, default=2, help="processes of the cluster (default 2)")
    parser.add_argument("--batch", type=int, default=16, help="texts in a batch (default 16)")
    parser.add_argument("--turns", type=int, default=3, help="how often each runs (default 3)")
    parser.add_argument("--overhead", action="store_true", help="measure overhead and memory instead")
    parser.add_argument("--batches", type=int, default=500, help="batches of nothing (default 500)")
    parser.add_argument("--paths", type=int, default=200_000, help="paths that pass through (default 200000)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = _parser().parse_args(arguments)
    paths = given.files or [CORPUS]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing and not given.overhead:
        print(f"cluster.py: there is no {', '.join(missing)}", file=sys.stderr)
        return 2
    with (
        LocalCluster(n_workers=given.workers, threads_per_worker=1, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        if given.overhead:
            measure_overhead(given, client)
        else:
            compare_speed(paths, given, client)
    return 0


if __name__ == "__main__":
    sys.exit(main())
