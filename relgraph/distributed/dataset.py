"""A dataset on a disk or in a bucket: which files there are, and what they are called.

::

    _relgraph.json                                                       what made it, and how it is divided
    documents/month=2021-05/part-000000000128-4f1c….-0000.parquet        one row a document
    relations/month=2021-05/part-000000000128-4f1c….-0000.parquet        one row a relation
    inputs/part-000000000128-4f1c….parquet                               one row for everything that was to be read

What is read together is a batch. Its name is made of the place of its first input and a hash of its inputs, so that a
batch that is done twice writes the same files twice. The file in ``inputs`` is written last and says which others
belong to the batch: without it the batch is not there, and readers do not look at what a dead process left of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from relgraph.distributed.places import Place, Where
from relgraph.distributed.tables import INPUT, VERSION, rows_of_inputs
from relgraph.errors import FormatError, ReadError, UsageError

By = Literal["day", "month", "year"]
"""How a dataset is divided: into a folder for every day, month or year of publication."""

DOCUMENTS, RELATIONS, INPUTS = "documents", "relations", "inputs"
"""The tables, each a folder."""

UNDATED = "undated"
"""What stands for the day in the name of the folder for documents without one. (Hive's own name for this is null for
Arrow, which pandas cannot read beside others.)"""

_SETTINGS = "_relgraph.json"
_SUFFIX = ".parquet"
_LENGTH: Mapping[str, int] = {"day": 10, "month": 7, "year": 4}
_TOGETHER = 64


@dataclass(frozen=True)
class Dataset:
    """A dataset at a place; made by `open_dataset` or `create_dataset`, and small to pickle."""

    place: Place
    by: By
    settings: str

    def batches(self) -> list[str]:
        """Return the names of the batches that are complete, in the order of their inputs."""
        names = self.place.names(INPUTS)
        return [name[len(INPUTS) + 1 : -len(_SUFFIX)] for name in names if name.endswith(_SUFFIX)]

    def has(self, batch: str) -> bool:
        """Whether a batch is complete."""
        return self.place.has(inputs_file(batch))

    def inputs(self, columns: Sequence[str] = INPUT) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Yield each batch with its rows of ``inputs``; raises `FormatError` if one is damaged."""
        batches = self.batches()
        contents = self.place.read_many([inputs_file(batch) for batch in batches], _TOGETHER)
        for batch, content in zip(batches, contents, strict=True):
            yield batch, self._rows(batch, content, columns)

    def inputs_in(self, batch: str) -> list[dict[str, Any]]:
        """Return the rows of ``inputs`` of a batch that is complete."""
        return self._rows(batch, self.place.read(inputs_file(batch)), INPUT)

    def folder(self, published: date | None) -> str:
        """Return the name of the folder for documents of a day."""
        return f"{self.by}={published.isoformat()[: _LENGTH[self.by]] if published else UNDATED}"

    def _rows(self, batch: str, content: bytes, columns: Sequence[str]) -> list[dict[str, Any]]:
        try:
            return rows_of_inputs(content, columns)
        except FormatError as error:
            raise FormatError(f"{self.place}/{inputs_file(batch)}: {error}") from error


def create_dataset(
    where: Where, by: By, settings: str, options: Mapping[str, Any] | None = None, *, mixed: bool = False
) -> Dataset:
    """Return the dataset at a place, made if there is none; `settings` say what its inputs are read with.

    Raises `UsageError` if there is one that is divided otherwise, or was read with other settings, unless `mixed`
    allows that.
    """
    if by not in get_args(By):
        raise UsageError(f"by={by!r} is none of {', '.join(map(repr, get_args(By)))}")
    place = Place(where, options)
    if not place.has(_SETTINGS):
        if place.names(INPUTS):
            raise UsageError(f"{where} has files but no {_SETTINGS}: it is no dataset of relgraph; give a new folder")
        content = json.dumps({"relgraph": VERSION, "by": by, "settings": settings})
        place.write(_SETTINGS, content.encode("ascii"))
    found = _opened(place)
    if found.by != by:
        raise UsageError(f"the dataset {where} is divided by={found.by!r}, not {by!r}; go on so, or give a new folder")
    if found.settings != settings and not mixed:
        raise UsageError(
            f"what is in the dataset {where} was read with other settings ({found.settings}; now {settings}): give a "
            "new folder, or allow them to be mixed, and what is in it stays as it was read"
        )
    return found


def open_dataset(where: Where, options: Mapping[str, Any] | None = None) -> Dataset:
    """Return the dataset at a place; raises `ReadError` if there is none."""
    place = Place(where, options)
    if not place.has(_SETTINGS):
        raise ReadError(f"there is no dataset of relgraph at {where}: it has no file {_SETTINGS}")
    return _opened(place)


def inputs_file(batch: str) -> str:
    """Return the name of the file of ``inputs`` of a batch."""
    return f"{INPUTS}/{batch}{_SUFFIX}"


def batch_name(first: int, identity: str) -> str:
    """Return the name of the batch whose first input has this place among all; names sort in the order of inputs."""
    return f"part-{first:012d}-{identity}"


def part_name(folder: str, batch: str, number: int) -> str:
    """Return the name of the files, in both tables, of a chunk of a batch in a folder."""
    return f"{folder}/{batch}-{number:04d}"


def batch_of(part: str) -> str:
    """Return the batch that a part belongs to."""
    return part.rpartition("/")[2].rpartition("-")[0]


def table_file(table: str, part: str) -> str:
    """Return the name of the file of a part in a table."""
    return f"{table}/{part}{_SUFFIX}"


def part_of(file: str) -> str:
    """Return the part that a file belongs to, given its name in the dataset."""
    return file.partition("/")[2].removesuffix(_SUFFIX)


def _opened(place: Place) -> Dataset:
    content = place.read(_SETTINGS)
    try:
        settings = json.loads(content)
        version, by, told = settings["relgraph"], settings["by"], settings["settings"]
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{place}/{_SETTINGS} is damaged: {error!r}") from None
    if version != VERSION:
        raise FormatError(f"the dataset {place} has version {version!r}, this relgraph reads version {VERSION}")
    return Dataset(place, by, told)
