"""Running an extraction over a cluster: few batches are under way at any time, and only counts come back."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args
from uuid import uuid4

from relgraph.distributed.batches import Batch, Batches, Seen
from relgraph.distributed.dataset import By, Dataset, create_dataset
from relgraph.distributed.places import Where
from relgraph.distributed.report import DatasetReport
from relgraph.distributed.shipping import packed
from relgraph.distributed.worker import Job, done_before, run_batch, run_packed, run_partition, write_skipped
from relgraph.distributed.writing import sweep
from relgraph.errors import MissingDependencyError, ReadError, UsageError
from relgraph.extractor import Extractor
from relgraph.readers.single import check_keep

if TYPE_CHECKING:
    from distributed import Client, Future

Errors = Literal["collect", "raise"]
"""What is done about inputs that cannot be read: they are told in the report, or the first one ends the run."""

Progress = Callable[[DatasetReport], None]

_READING = frozenset({"columns", "keep", "encoding", "language"})
_BOTH = ("origin", "outcome")
_WAITING = 8
"""Batches that wait for a free worker, beside two for every thread that there is."""


def extract_dataset(
    sources: object,
    dataset: Where,
    *,
    client: Client | None = None,
    extractor: Extractor | None = None,
    by: By = "month",
    batch_size: int = 128,
    retries: int = 3,
    errors: Errors = "collect",
    again: bool = False,
    mixed: bool = False,
    progress: Progress | None = None,
    storage_options: Mapping[str, Any] | None = None,
    source_options: Mapping[str, Any] | None = None,
    **reading: Any,  # noqa: ANN401 -- those of `read_many`
) -> DatasetReport:
    """Extract relations on the workers of a Dask cluster into a dataset of Parquet files; returns what came of it.

    A run that was broken off goes on where it stopped if it is started again: what the dataset has is not read again,
    not even what was skipped, unless `again` is true. An input is known by its path or URL, a document by its content.

    Args:
        sources: Paths (of files, folders, patterns), URLs that fsspec knows (``s3://bucket/news/*.html``), Documents,
            dicts with a ``text`` and other fields of a Document, or any iterable of these, which is read as it is
            needed. Paths and URLs are opened by the workers. A Dask bag of any of these is taken partition by
            partition.
        dataset: A path or URL that all workers can write to.
        client: The cluster; by default the client that was made last.
        extractor: What reads; by default an `Extractor()`.
        by: Day, month or year of publication, by which the dataset is divided.
        batch_size: Inputs that one task reads, of which at most a few hundred are sent to the scheduler at any time.
        retries: How often a batch is tried again that fails, as when the disk is full. Workers that die do not count:
            their batches go to others. If it is always a certain input that kills them, it is found, and skipped.
        errors: ``"raise"`` ends the run with the `ReadError` of the first input that cannot be read.
        again: Whether what the dataset has is read again.
        mixed: Allows inputs to be added that are read in another way than those of the dataset were: by another version
            or model, with other actors, types or options.
        progress: Is called with the report so far whenever a batch is done.
        storage_options: Options of fsspec for the file system of the dataset.
        source_options: Options of fsspec for those of URLs.
        **reading: ``columns``, ``keep``, ``encoding`` and ``language``, as for `relgraph.read_many`.

    Raises:
        UsageError: There is no client, an argument is wrong, or the dataset was made otherwise.
        MissingDependencyError: Dask is not installed.
        Exception: What a batch raised in all its tries.
    """
    if errors not in get_args(Errors):
        raise UsageError(f"errors={errors!r} is neither 'collect' nor 'raise'")
    if unknown := sorted(reading.keys() - _READING):
        raise UsageError(f"there is no option {unknown[0]!r}; of reading there are {', '.join(sorted(_READING))}")
    check_keep(reading.get("keep", "article"))
    if batch_size < 1:
        raise UsageError(f"batch_size={batch_size} is too small: a batch has at least one input")
    extractor = Extractor() if extractor is None else extractor
    cluster = _client(client)
    settings = extractor.settings({name: value for name, value in reading.items() if name != "columns"})
    target = create_dataset(dataset, by, settings, storage_options, mixed=mixed)
    job = Job(target, packed(extractor), os.getcwd(), again, reading, dict(source_options or {}))
    run = _Run(cluster, job, retries, errors, progress)
    if hasattr(sources, "to_delayed"):
        report = run.all(_Partition(number, part) for number, part in enumerate(sources.to_delayed()))
    else:
        whole = Batches(sources, batch_size, _done(target, again), job.source_options)
        report = run.all(map(_Whole, whole)) + DatasetReport(known=whole.known)
    sweep(target)
    return report


@dataclass(frozen=True)
class _Whole:
    """A batch as a task."""

    batch: Batch

    def submit(self, client: Client, job: Job, retries: int) -> Future:
        key = f"relgraph-{uuid4().hex}"
        return client.submit(run_packed, run_batch, self.batch.packed(), job, key=key, retries=retries)


@dataclass(frozen=True)
class _Partition:
    """A partition of a bag as a task."""

    number: int
    part: Any

    def submit(self, client: Client, job: Job, retries: int) -> Future:
        from dask import delayed  # noqa: PLC0415 - optional

        return client.compute(delayed(run_partition, pure=False)(self.part, self.number, job), retries=retries)


_Task = _Whole | _Partition


class _Run:
    """Keeps a cluster busy with the tasks of a run."""

    def __init__(self, client: Client, job: Job, retries: int, errors: Errors, progress: Progress | None) -> None:
        self._client = client
        self._job = job
        self._retries = retries
        self._errors = errors
        self._progress = progress
        self._smaller: deque[_Task] = deque()
        self._pending: dict[Future, _Task] = {}
        self.report = DatasetReport()

    def all(self, tasks: Iterator[_Task]) -> DatasetReport:
        """Do all tasks and return the report; however it ends, none is left waiting on the cluster."""
        from distributed import as_completed  # noqa: PLC0415 - optional

        completed = as_completed(loop=self._client.loop)
        try:
            self._fill(tasks, completed)
            while self._pending:
                future = next(completed)
                self.report += self._settled(self._pending.pop(future), future)
                if self._progress is not None:
                    self._progress(self.report)
                if self._errors == "raise" and self.report.errors:
                    raise ReadError(": ".join(self.report.errors[0]))
                self._fill(tasks, completed)
        finally:
            self._client.cancel(list(self._pending))
        return self.report

    def _fill(self, tasks: Iterator[_Task], completed: Any) -> None:  # noqa: ANN401 - dask has no types
        room = 2 * sum(self._client.nthreads().values()) + _WAITING - len(self._pending)
        for _ in range(room):
            task = self._smaller.popleft() if self._smaller else next(tasks, None)
            if task is None:
                return
            future = task.submit(self._client, self._job, self._retries)
            self._pending[future] = task
            completed.add(future)

    def _settled(self, task: _Task, future: Future) -> DatasetReport:
        """Return what came of a task, and forget it; raises what it raised, unless its workers died of it."""
        from distributed import KilledWorker  # noqa: PLC0415 - optional

        try:
            report: DatasetReport = future.result()
        except KilledWorker as error:
            return self._killed(task, str(error))
        finally:
            future.release()
        return report

    def _killed(self, task: _Task, problem: str) -> DatasetReport:
        if isinstance(task, _Partition):
            return DatasetReport(failed=(f"partition {task.number}: {problem}",))
        batch = task.batch
        if self._job.dataset.has(batch.name):  # it was done, though nobody lived to tell
            return done_before(self._job, batch)
        if len(batch.items) == 1:
            return write_skipped(
                self._job, batch, "every worker that tried to read it died, perhaps for want of memory"
            )
        self._smaller.extend(map(_Whole, batch.halves()))
        return DatasetReport()


def _client(given: Client | None) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingDependencyError.named("dask[distributed]", "dask") from None
    if given is not None:
        return given
    try:
        return Client.current()
    except ValueError:
        raise UsageError("there is no cluster: make one first with client = dask.distributed.Client()") from None


def _done(dataset: Dataset, again: bool) -> Seen:
    """Return the origins of what the dataset has."""
    seen = Seen()
    for _, rows in dataset.inputs(_BOTH):
        for row in rows:
            if not (again and row["outcome"] == "skipped"):
                seen.add(row["origin"])
    return seen
