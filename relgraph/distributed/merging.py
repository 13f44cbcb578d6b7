"""From a dataset into a store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from relgraph.distributed.dataset import open_dataset
from relgraph.distributed.places import Where
from relgraph.distributed.reading import read_batch, record_of
from relgraph.store import Store


def merge_into(dataset: Where, store: Store, *, storage_options: Mapping[str, Any] | None = None) -> int:
    """Add all that a dataset holds to a store, in the order of the inputs, and return how many relations are new.

    Each batch is one transaction: what is broken off goes on where it stopped when it is called again, and what the
    store has already is not stored twice. The records of the inputs go with it. `storage_options` are those of fsspec.

    Raises `ReadError` if there is no dataset, `FormatError` if one of its files is damaged, and what `Store.add` does.
    """
    opened = open_dataset(dataset, storage_options)
    grown = 0
    for _, rows in opened.inputs():
        records = [record_of(row) for row in rows]
        extractions = [each for _, each in read_batch(opened, rows) if each is not None]
        grown += store.add(extractions, inputs=records)
    return grown
