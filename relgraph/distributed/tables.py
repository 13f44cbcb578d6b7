"""Extractions as the tables of a dataset, and back without loss; needs pyarrow.

``documents`` has a row for each document: its fields, the actors and mentions that were found, and what read it.
``relations`` has one flat row for each relation, with the columns of `relgraph.formats.relationrows`. ``inputs`` tells
of everything that was to be read what became of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.arrow import arrow_type, load_pyarrow, plain
from relgraph.formats.relationrows import relation_fields, relation_row, relations_of, table_of
from relgraph.graph import RelationGraph
from relgraph.model import Document, Extraction, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    import pyarrow

VERSION = 1
"""Grows when older readers would misread what is written."""

_MARK, _VERSION = b"relgraph", str(VERSION).encode("ascii")
_FOUND = {
    name: field.annotation for name, field in Extraction.model_fields.items() if name not in {"document", "relations"}
}
INPUT = ("origin", "name", "fingerprint", "outcome", "document", "note", "part")
"""The columns of ``inputs``: what was given, what was found in it, and the files that have it."""

_COUNT = "relation_count"
"""The last column of ``documents``: how many of the rows of the other table are the document's."""


def documents_bytes(extractions: Iterable[Extraction]) -> bytes:
    """Return the file of ``documents`` that holds these extractions but for their relations."""
    return _file(map(_document_row, extractions), _documents_schema())


def relations_bytes(extractions: Iterable[Extraction], ontology: Ontology) -> bytes:
    """Return the file of ``relations`` that holds those of these extractions; `ontology` gives the signs of types."""
    rows = (row for extraction in extractions for row in _relation_rows(extraction, ontology))
    return _file(rows, _relations_schema())


def inputs_bytes(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the file of ``inputs`` with these rows."""
    return _file(rows, _inputs_schema())


def extractions_of(documents: bytes, relations: Callable[[], bytes]) -> Iterator[Extraction]:
    """Yield the extractions of a pair of files, in order; raises `FormatError` if they are damaged.

    The file of relations is fetched only if its documents have any.
    """
    with _damage_told():
        rows = _rows(_table(documents))
        any_told = any(row[_COUNT] for row in rows)
        told = relations_of(_table(relations())) if any_told else iter(())
        for row in rows:
            yield _extraction(row, told)
        if next(told, None) is not None:
            raise FormatError("there are more relations than its documents have")


def rows_of_inputs(content: bytes, columns: Sequence[str] = INPUT) -> list[dict[str, Any]]:
    """Return the rows of a file of ``inputs``; raises `FormatError` if it is damaged."""
    with _damage_told():
        return _rows(_table(content, columns))


@cache
def _documents_schema() -> pyarrow.Schema:
    pa = load_pyarrow()
    described = {name: field.annotation for name, field in Document.model_fields.items()}
    columns = [(name, arrow_type(annotation)) for name, annotation in {**described, **_FOUND}.items()]
    return pa.schema([*columns, (_COUNT, pa.int64())])


@cache
def _relations_schema() -> pyarrow.Schema:
    return load_pyarrow().schema(relation_fields())


@cache
def _inputs_schema() -> pyarrow.Schema:
    pa = load_pyarrow()
    return pa.schema([(name, pa.string()) for name in INPUT])


def _document_row(extraction: Extraction) -> dict[str, Any]:
    found = extraction.model_dump(include=set(_FOUND))
    return {**extraction.document.model_dump(), **found, _COUNT: len(extraction.relations)}


def _relation_rows(extraction: Extraction, ontology: Ontology) -> Iterator[dict[str, Any]]:
    graph = RelationGraph([extraction], ontology=ontology)
    views = {view.id: view for view in graph.relations(polarity=None)}
    for relation in extraction.relations:
        yield relation_row(views[relation.id].showing(relation), ontology)


def _extraction(row: dict[str, Any], told: Iterator[Relation]) -> Extraction:
    number = row.pop(_COUNT)
    found = {name: row.pop(name) for name in _FOUND}
    document = Document.model_validate(row)
    relations = tuple(islice(told, number))
    if len(relations) != number or any(each.evidence[0].document != document.id for each in relations):
        raise FormatError(f"the relations of the document {document.id!r} are missing or others stand in their place")
    return Extraction.model_validate({"document": document, "relations": relations, **found})


def _file(rows: Iterable[Mapping[str, Any]], schema: pyarrow.Schema) -> bytes:
    from pyarrow import parquet  # noqa: PLC0415 - optional, and slow to load

    stream = io.BytesIO()
    parquet.write_table(table_of(rows, schema.with_metadata({_MARK: _VERSION})), stream, compression="zstd")
    return stream.getvalue()


def _table(content: bytes, columns: Sequence[str] | None = None) -> pyarrow.Table:
    pa = load_pyarrow()
    from pyarrow import parquet  # noqa: PLC0415 - optional, and slow to load

    table = parquet.ParquetFile(pa.BufferReader(content)).read(columns and list(columns))
    if (table.schema.metadata or {}).get(_MARK) != _VERSION:
        raise FormatError("it was not written by this version of relgraph: it has no such mark")
    return table


def _rows(table: pyarrow.Table) -> list[dict[str, Any]]:
    columns = {name: plain(table[name]) for name in table.column_names}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn what goes wrong with a damaged file into a `FormatError`."""
    pa = load_pyarrow()
    try:
        yield
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (pa.ArrowException, KeyError, OSError, TypeError, ValueError) as error:
        raise FormatError(f"not a whole file of a dataset ({error})") from error
