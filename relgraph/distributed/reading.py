"""Reading a dataset: what is in the batches that are complete, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from relgraph.distributed.dataset import DOCUMENTS, RELATIONS, Dataset, open_dataset, table_file
from relgraph.distributed.places import Where
from relgraph.distributed.tables import extractions_of
from relgraph.errors import FormatError, UsageError
from relgraph.graph.dates import first_day, last_day
from relgraph.model import Extraction
from relgraph.store import InputRecord

Row = Mapping[str, Any]
_RECORD = ("name", "fingerprint", "outcome", "document", "note")


def read_dataset(
    where: Where,
    *,
    since: str | date | None = None,
    until: str | date | None = None,
    storage_options: Mapping[str, Any] | None = None,
) -> Iterator[Extraction]:
    """Yield the extractions of a dataset, in the order of the inputs that they came from.

    `since` and `until` (ISO years, months or days, or dates, both included) leave out what was published earlier or
    later, or on no known day; folders of other days are not even looked into. ``RelationGraph(read_dataset(…))`` is the
    graph of them. `storage_options` are those of fsspec for the file system. One batch is in memory at a time.

    Raises `ReadError` if there is no dataset, `FormatError` if a file is damaged or missing, and `UsageError` if a
    day is none.
    """
    first, last = first_day(since), last_day(until)
    if first is not None and last is not None and first > last:
        raise UsageError(f"since={since!r} is later than until={until!r}")
    return _extractions(open_dataset(where, storage_options), first, last)


def read_inputs(where: Where, *, storage_options: Mapping[str, Any] | None = None) -> Iterator[InputRecord]:
    """Yield what became of every input of a dataset, in their order; raises what `read_dataset` raises."""
    dataset = open_dataset(where, storage_options)
    return (record_of(row) for _, rows in dataset.inputs() for row in rows)


def record_of(row: Row) -> InputRecord:
    """Return what a row of ``inputs`` tells, as a store keeps it; raises `FormatError` if it is damaged."""
    try:
        return InputRecord.model_validate({name: row[name] for name in _RECORD})
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"a row of inputs is damaged: {first['loc'][0]}: {first['msg']}") from None


def read_batch(dataset: Dataset, rows: Iterable[Row]) -> Iterator[tuple[Row, Extraction | None]]:
    """Yield the inputs of a batch, given its rows, each with what was read; raises `FormatError` as it comes to it."""
    opened: dict[str, Iterator[Extraction]] = {}
    for row in rows:
        part = row["part"]
        if part is None:
            yield row, None
            continue
        if part not in opened:
            opened[part] = _part(dataset, part)
        extraction = next(opened[part], None)
        if extraction is None:
            raise FormatError(f"{dataset.place}/{table_file(DOCUMENTS, part)}: it has fewer documents than it had")
        yield row, extraction


def _extractions(dataset: Dataset, first: date | None, last: date | None) -> Iterator[Extraction]:
    everything = first is None and last is None
    earliest, latest = dataset.folder(first or date.min), dataset.folder(last or date.max)
    for _, rows in dataset.inputs():
        wanted = (row for row in rows if row["part"] and (everything or earliest <= _folder(row) <= latest))
        for _, extraction in read_batch(dataset, wanted):
            if extraction is None:
                continue
            published = extraction.document.published
            if everything or (published and (first or date.min) <= published <= (last or date.max)):
                yield extraction


def _folder(row: Row) -> str:
    folder: str = row["part"].partition("/")[0]
    return folder


def _part(dataset: Dataset, part: str) -> Iterator[Extraction]:
    name = table_file(DOCUMENTS, part)
    try:
        yield from extractions_of(dataset.place.read(name), lambda: dataset.place.read(table_file(RELATIONS, part)))
    except FileNotFoundError:
        raise FormatError(f"{dataset.place}/{name} is missing, though its batch is complete") from None
    except FormatError as error:
        raise FormatError(f"{dataset.place}/{name}: {error}") from error
