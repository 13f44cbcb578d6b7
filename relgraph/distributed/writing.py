"""Writing a batch, so that it is in the dataset as a whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from relgraph.distributed.dataset import (
    DOCUMENTS,
    INPUTS,
    RELATIONS,
    Dataset,
    batch_of,
    inputs_file,
    part_name,
    part_of,
    table_file,
)
from relgraph.distributed.tables import documents_bytes, inputs_bytes, relations_bytes
from relgraph.model import Extraction
from relgraph.ontology import Ontology

CHUNK = 128
"""Inputs of a batch that are held in memory at once, and share files."""

Row = Mapping[str, str | None]


class Found(NamedTuple):
    """What became of one input: its row of ``inputs`` (but for `part`), and what was read, if anything was."""

    row: Row
    extraction: Extraction | None = None


def write_batch(dataset: Dataset, batch: str, found: Iterable[Found], ontology: Ontology) -> None:
    """Write what was found in the inputs of a batch; `ontology` gives the signs of relation types.

    Until the last file is there, the batch is as it was before: not there, or what an earlier run wrote.
    """
    before = {row["part"] for row in dataset.inputs_in(batch)} if dataset.has(batch) else set()
    rows: list[Row] = []
    for number, chunk in enumerate(_chunks(found)):
        rows.extend(_write_chunk(dataset, batch, number, chunk, ontology))
    dataset.place.write(inputs_file(batch), inputs_bytes(rows))
    for part in sorted(before - {row["part"] for row in rows} - {None}):
        for table in (RELATIONS, DOCUMENTS):
            dataset.place.remove(table_file(table, part))


def sweep(dataset: Dataset) -> None:
    """Remove what dead processes left: temporary files, and files of batches that were never completed."""
    complete = set(dataset.batches())
    for table in (DOCUMENTS, RELATIONS):
        for name in dataset.place.names(table):
            if batch_of(part_of(name)) not in complete:
                dataset.place.remove(name)
    for table in (DOCUMENTS, RELATIONS, INPUTS):
        dataset.place.sweep(table)


def _write_chunk(dataset: Dataset, batch: str, number: int, chunk: list[Found], ontology: Ontology) -> Iterator[Row]:
    """Write the documents of a chunk by their dates, and yield the rows of all its inputs."""
    parts: defaultdict[str, list[Extraction]] = defaultdict(list)
    for row, extraction in chunk:
        part = None
        if extraction is not None:
            part = part_name(dataset.folder(extraction.document.published), batch, number)
            parts[part].append(extraction)
        yield {**row, "part": part}
    for part, extractions in sorted(parts.items()):
        if any(extraction.relations for extraction in extractions):
            dataset.place.write(table_file(RELATIONS, part), relations_bytes(extractions, ontology))
        dataset.place.write(table_file(DOCUMENTS, part), documents_bytes(extractions))


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    remaining = iter(found)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
