"""What a worker does with a batch: read, extract, write; only a small summary goes back.

The model is loaded once in each process, by the first batch that comes to it.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from relgraph.distributed.batches import Batch, Item
from relgraph.distributed.batches import given as items_of
from relgraph.distributed.dataset import Dataset
from relgraph.distributed.reading import read_batch
from relgraph.distributed.report import DatasetReport
from relgraph.distributed.shipping import unpacked
from relgraph.distributed.sources import inputs_of
from relgraph.distributed.writing import Found, write_batch
from relgraph.errors import RelgraphError
from relgraph.extractor import Extractor
from relgraph.model import Document, Extraction
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


class _Taken(NamedTuple):
    """An input with its document, or with the reason why there is none."""

    origin: str
    each: Input
    document: Document | None
    problem: str | None = None


def run_batch(batch: Batch, job: Job) -> DatasetReport:
    """Do a batch and return what came of it; raises `OSError` if the dataset cannot be written."""
    with _TURNS:
        extractor = _extractor(job.extractor)
        return _written(job, batch, _found(extractor, _taken(batch.items, job)), extractor.ontology)


def run_partition(given: Iterable[Any], number: int, job: Job) -> DatasetReport:
    """Do a partition of a bag, unless the dataset has it already."""
    batch = Batch(number, tuple(map(Item.of, items_of(given, job.source_options))))
    if job.dataset.has(batch.name):
        rows = job.dataset.inputs_in(batch.name)
        if not (job.again and any(row["outcome"] == "skipped" for row in rows)):
            return DatasetReport(resumed=len(rows))
    return run_batch(batch, job)


def write_skipped(job: Job, batch: Batch, problem: str) -> DatasetReport:
    """Write a batch of which nothing can be read, and say why."""
    failed = (_Taken(each.origin, FailedInput(each.origin, problem), None, problem) for each in batch.items)
    return _written(job, batch, (_row(each, None) for each in failed), Ontology.default())


def done_before(job: Job, batch: Batch) -> DatasetReport:
    """Return what came of a batch that is in the dataset."""
    found = read_batch(job.dataset, job.dataset.inputs_in(batch.name))
    counted = _Counted(Found(row, signed[0] if signed else None) for row, signed in found)
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


def _taken(items: Iterable[Item], job: Job) -> Iterator[_Taken]:
    """Yield every input in the items, with its document."""
    options = {name: value for name, value in job.reading.items() if name != "columns"}
    for item in items:
        for each in inputs_of(item, job.folder, job.reading, job.source_options):
            try:
                yield _Taken(item.origin, each, each.read(**options))
            except RelgraphError as error:
                yield _Taken(item.origin, each, None, str(error))


def _found(extractor: Extractor, taken: Iterator[_Taken]) -> Iterator[Found]:
    while together := list(islice(taken, _TOGETHER)):
        documents = [each.document for each in together if each.document is not None]
        results = iter(_extracted(extractor, documents))
        for each in together:
            yield _row(each, None if each.document is None else next(results))


def _extracted(extractor: Extractor, documents: list[Document]) -> list[Extraction | str]:
    """Return the extraction of each document, or what went wrong with it: one bad text must not cost the others."""
    try:
        return list(extractor.extractions(documents))
    except Exception as error:
        if len(documents) == 1:
            return [f"it could not be extracted: {type(error).__name__}: {error}"]
    return [result for document in documents for result in _extracted(extractor, [document])]


def _row(taken: _Taken, result: Extraction | str | None) -> Found:
    name, fingerprint = taken.each.name, taken.each.fingerprint
    row = {"origin": taken.origin, "name": name, "fingerprint": fingerprint}
    if isinstance(result, Extraction):
        return Found({**row, "outcome": "read", "document": result.document.id, "note": taken.each.note}, result)
    problem = result if taken.problem is None else taken.problem.removeprefix(f"{name}: ")
    return Found({**row, "outcome": "skipped", "note": problem})


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
                self._counts["silent"] += not each.extraction.relations
            yield each

    def report(self) -> DatasetReport:
        """Return what was counted, which is all once everything was passed on."""
        counted: dict[str, Any] = dict(self._counts)
        return DatasetReport(**counted, errors=tuple(self._errors))
