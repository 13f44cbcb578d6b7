"""What a worker does with a batch: read, extract, write; only a small summary goes back.

The model is loaded once in each process, by the first batch that comes to it.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from relgraph.corpus.work import Problem, Read, Work
from relgraph.distributed.batches import Batch, Item
from relgraph.distributed.batches import given as items_of
from relgraph.distributed.dataset import Dataset
from relgraph.distributed.reading import read_batch
from relgraph.distributed.report import DatasetReport
from relgraph.distributed.shipping import unpacked
from relgraph.distributed.sources import inputs_of
from relgraph.distributed.writing import Found, write_batch
from relgraph.extractor import Extractor
from relgraph.model import Extraction
from relgraph.ontology import Ontology
from relgraph.readers.inputs import FailedInput, Input

_TOGETHER = 32
_SHOWN = 20
_TURNS = threading.Lock()
"""A model reads one text at a time: threads of one worker take turns."""


@dataclass(frozen=True)
class Job:
    """What all batches of a run have in common.

    `extractor` is packed, `folder` is where relative paths start, `again` says that what was skipped is to be read
    again, and `reading` has options for that.
    """

    dataset: Dataset
    extractor: bytes
    folder: str = "."
    again: bool = False
    reading: Mapping[str, Any] = field(default_factory=dict)
    source_options: Mapping[str, Any] = field(default_factory=dict)


def run_batch(batch: Batch, job: Job) -> DatasetReport:
    """Do a batch and return what came of it; raises `OSError` if the dataset cannot be written."""
    with _TURNS:
        extractor = _extractor(job.extractor)
        return _written(job, batch, _found(batch.items, extractor, job), extractor.ontology)


def run_packed(run: Callable[[Batch, Job], DatasetReport], content: bytes, job: Job) -> DatasetReport:
    """Do a batch that came as bytes."""
    return run(Batch.unpacked(content), job)


def run_partition(given: Iterable[Any], number: int, job: Job) -> DatasetReport:
    """Do a partition of a bag, unless the dataset has it already."""
    batch = Batch(number, tuple(map(Item.of, items_of(given, job.source_options))))
    if job.dataset.has(batch.name):
        rows = job.dataset.inputs_in(batch.name)
        if not (job.again and any(row["outcome"] == "skipped" for row in rows)):
            return DatasetReport(known=len(rows))
    return run_batch(batch, job)


def write_skipped(job: Job, batch: Batch, problem: str) -> DatasetReport:
    """Write a batch of which nothing can be read, and say why."""
    failed = (_row(each.origin, FailedInput(each.origin, problem), Problem(problem)) for each in batch.items)
    return _written(job, batch, failed, Ontology.default())


def done_before(job: Job, batch: Batch) -> DatasetReport:
    """Return what came of a batch that is in the dataset."""
    found = read_batch(job.dataset, job.dataset.inputs_in(batch.name))
    counted = _Counted(Found(row, extraction) for row, extraction in found)
    for _ in counted:
        pass
    return counted.report()


@lru_cache(maxsize=2)
def _extractor(content: bytes) -> Extractor:
    return unpacked(content)


def _written(job: Job, batch: Batch, found: Iterable[Found], ontology: Ontology) -> DatasetReport:
    counted = _Counted(found)
    write_batch(job.dataset, batch.name, counted, ontology)
    return counted.report()


def _found(items: Iterable[Item], extractor: Extractor, job: Job) -> Iterator[Found]:
    """Yield what is found in every input of the items, in their order, a few of them read at a time."""
    options = {name: value for name, value in job.reading.items() if name != "columns"}
    work = Work(extractor, options, sketched=False)
    given = (
        (item.origin, each) for item in items for each in inputs_of(item, job.folder, job.reading, job.source_options)
    )
    read = ((origin, each, work.read([each])[0]) for origin, each in given)
    while together := list(islice(read, _TOGETHER)):
        documents = [result.document for _, _, result in together if isinstance(result, Read)]
        found = iter(work.extract(documents))
        for origin, each, result in together:
            if isinstance(result, Problem):
                yield _row(origin, each, result)
                continue
            extracted = next(found)
            yield _row(origin, each, extracted if isinstance(extracted, Problem) else extracted.of(result.document))


def _row(origin: str, given: Input, result: Extraction | Problem) -> Found:
    row = {"origin": origin, "name": given.name, "fingerprint": given.fingerprint}
    if isinstance(result, Problem):
        return Found({**row, "outcome": "skipped", "note": result.reason})
    return Found({**row, "outcome": "read", "document": result.document.id, "note": given.note}, result)


class _Counted:
    """Passes on what was found, and counts it."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = found
        self._counts = Counter[str]()
        self._errors: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[Found]:
        for each in self._found:
            if each.extraction is None:
                self._counts["skipped"] += 1
                if len(self._errors) < _SHOWN:
                    self._errors.append((str(each.row["name"]), str(each.row["note"])))
            else:
                self._counts["documents"] += 1
                self._counts["relations"] += len(each.extraction.relations)
                self._counts["without_relations"] += not each.extraction.relations
            yield each

    def report(self) -> DatasetReport:
        """Return what was counted, which is all once everything was passed on."""
        counted: dict[str, Any] = dict(self._counts)
        return DatasetReport(**counted, errors=tuple(self._errors))
