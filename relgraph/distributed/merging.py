"""From a dataset into a store: what was found is gone through again, as if it were found only now.

The store takes it from the same code that takes it from one process, in the order of the inputs, so that copies are
recognised over the whole dataset and the store comes out the same.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from relgraph.corpus import CopyRule, Options, Progress, Report
from relgraph.corpus.into_store import extract_into_store
from relgraph.corpus.work import Found
from relgraph.distributed.dataset import Dataset, open_dataset
from relgraph.distributed.places import Where
from relgraph.distributed.reading import read_batch, record_of
from relgraph.errors import ReadError
from relgraph.model import Document, Extraction
from relgraph.readers.base import Keep
from relgraph.readers.inputs import Input
from relgraph.store import InputRecord, Store


def merge_into(
    dataset: Where,
    store: Store,
    *,
    copies: CopyRule = "near",
    progress: Progress | None = None,
    mixed: bool = False,
    storage_options: Mapping[str, Any] | None = None,
) -> Report:
    """Add all that a dataset holds to a store, and return the report.

    The store is then as if `Extractor.extract_into` had read the inputs, in their order. What is broken off goes on
    where it stopped when it is called again.

    Args:
        dataset: The path or URL of the dataset.
        store: One that is open for writing.
        copies: What counts as a copy of an earlier text, as in `Extractor.extract_many`; copies are counted once.
        progress: Is called with the report after each input.
        mixed: Allows a store with inputs that were read in another way.
        storage_options: Options of fsspec.

    Raises:
        ReadError: There is no dataset.
        FormatError: One of its files is damaged.
        UsageError: The store cannot be added to.
    """
    opened = open_dataset(dataset, storage_options)
    replay = _Replay()
    options = Options(copies=copies, progress=progress)
    return extract_into_store(replay, store, replay.inputs(opened), options, settings=opened.settings, mixed=mixed)


class _Replay:
    """Gives what is in a dataset as inputs, and the extractions of their documents when it is asked for them."""

    def __init__(self) -> None:
        self._found: dict[int, Found] = {}

    def inputs(self, dataset: Dataset) -> Iterator[Input]:
        """Yield the inputs of the dataset."""
        for _, rows in dataset.inputs():
            for row, extraction in read_batch(dataset, rows):
                record = record_of(row)
                if extraction is None:
                    yield _Recorded(record.name, record, None)
                else:
                    self._remember(extraction)
                    yield _Recorded(record.name, record, extraction.document, note=record.note)

    def extractions(self, documents: Iterable[Document], *, batch_size: int = 32) -> Iterator[Extraction]:
        """Yield the extraction of each document, which is one of those that the inputs gave."""
        for document in documents:
            yield self._found[id(document)].of(document)

    def _remember(self, extraction: Extraction) -> None:
        document = extraction.document
        self._found[id(document)] = Found(
            extraction.actors, extraction.mentions, extraction.relations, extraction.provenance
        )
        # No longer than somebody has the document and may ask for it.
        weakref.finalize(document, self._found.pop, id(document), None)


@dataclass(frozen=True)
class _Recorded(Input):
    """An input of a dataset: what was read, or why nothing was."""

    record: InputRecord
    document: Document | None

    def _fingerprint(self) -> str:
        return self.record.fingerprint

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        if self.document is None:
            raise ReadError(f"{self.name}: {self.record.note}")
        return self.document
