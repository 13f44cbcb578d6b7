"""Parquet: everything that a graph holds in one table, for pandas, polars, DuckDB, R and Spark; needs pyarrow.

The column ``record`` says what a row is. A ``relation`` has the columns of a CSV file (`relgraph.formats.csv`) with
numbers, truth values and dates as such; ``relation_extra`` holds what these do not say. An ``actor``, a ``document``
(with its full text) and a ``mention`` are in ``actor_record``, ``document_record`` and ``mention_record``, with the
fields of `relgraph.model`. Each kind has row groups of its own, so that who asks for relations reads nothing else::

    SELECT source, type, target, sentence FROM 'graph.parquet' WHERE record = 'relation'

`relgraph.formats.arrow` says how strings are written that are not UTF-8.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.arrow import arrow_type, load_pyarrow, plain, struct_of
from relgraph.formats.gather import actors_by_id, build_graph
from relgraph.formats.relationrows import relation_fields, relation_row, relations_of, table_of
from relgraph.model import Actor, Document, Extraction, Mention, Relation
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    import pyarrow

    from relgraph.graph import RelationGraph

NAME = "parquet"
SUFFIXES = (".parquet",)
BINARY = True
LOSSLESS = True

VERSION = b"1"
"""Grows when older readers would misread what is written."""

ROWS = {"actor": 10_000, "document": 500, "mention": 20_000, "relation": 10_000}
"""How many rows of each kind are written at a time, which bounds the memory."""

_MARK = b"relgraph"
_TOLD_APART = {"document", "actors", "mentions", "relations"}
_OF_EXTRACTION = {
    "actors": tuple[str, ...],
    **{name: each.annotation for name, each in Extraction.model_fields.items() if name not in _TOLD_APART},
}

Rows = Iterator[dict[str, Any]]


def write(graph: RelationGraph, stream: IO[bytes], *, ontology: Ontology | None = None) -> None:
    """Write the graph; `ontology` (default: the one of relgraph) gives the signs of the types.

    Raises `MissingDependencyError` without pyarrow.
    """
    load_pyarrow()
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - optional, and slow to load

    schema = _schema()
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for kind, rows in _rows(graph, ontology or graph.ontology):
            while chunk := list(islice(rows, ROWS[kind])):
                writer.write_table(table_of(chunk, schema))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph; raises `FormatError` if the file is damaged or not by relgraph.

    Raises `MissingDependencyError` without pyarrow.
    """
    pa = load_pyarrow()
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - optional, and slow to load

    source = stream if stream.seekable() else io.BytesIO(stream.read())  # the table of contents stands at the end
    try:
        with ParquetFile(source) as file:
            if (file.schema_arrow.metadata or {}).get(_MARK) != VERSION:
                raise FormatError(
                    "this Parquet file was not written by this version of relgraph: it has no such mark; texts are "
                    "read by read_many and `relgraph extract`"
                )
            reader = _Reader()
            for number in range(file.num_row_groups):
                reader.take(file.read_row_group(number))
        return build_graph(reader.extractions())
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (pa.ArrowException, KeyError, OSError, TypeError, ValueError) as error:
        raise FormatError(f"not a whole Parquet file of relgraph ({error})") from None


def _rows(graph: RelationGraph, ontology: Ontology) -> Iterator[tuple[str, Rows]]:
    extractions = graph.extractions()
    yield "actor", (_row("actor", actor.id, actor) for actor in actors_by_id(extractions).values())
    yield "document", map(_document_row, extractions)
    mentions = ((extraction.document.id, each) for extraction in extractions for each in extraction.mentions)
    yield "mention", ({**_row("mention", None, each), "document": document} for document, each in mentions)
    views = graph.relations(polarity=None)
    yield "relation", ({"record": "relation", **relation_row(view, ontology)} for view in views)


def _row(kind: str, identifier: str | None, value: Actor | Document | Mention) -> dict[str, Any]:
    return {"record": kind, "id": identifier, f"{kind}_record": value.model_dump()}


def _document_row(extraction: Extraction) -> dict[str, Any]:
    document = extraction.document
    further = {**extraction.model_dump(exclude=_TOLD_APART), "actors": [actor.id for actor in extraction.actors]}
    return {**_row("document", document.id, document), "document": document.id, "extraction_record": further}


@cache
def _schema() -> pyarrow.Schema:
    pa = load_pyarrow()
    fields = [
        ("record", pa.string()),
        *relation_fields(),
        ("actor_record", arrow_type(Actor)),
        ("document_record", arrow_type(Document)),
        ("mention_record", arrow_type(Mention)),
        ("extraction_record", struct_of(_OF_EXTRACTION)),
    ]
    return pa.schema(fields, metadata={_MARK: VERSION})


class _Reader:
    """Takes the row groups of a file one by one and puts the extractions together."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._documents: dict[str, tuple[Document, dict[str, Any]]] = {}
        self._mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        self._relations: defaultdict[str, list[Relation]] = defaultdict(list)

    def take(self, table: pyarrow.Table) -> None:
        """Add rows of whatever kinds; raises `ValueError`, `KeyError` or `TypeError` if something is wrong."""
        kinds = plain(table["record"])
        if "actor" in kinds:
            self._take_actors(kinds, plain(table["actor_record"]))
        if "document" in kinds:
            self._take_documents(kinds, plain(table["document_record"]), plain(table["extraction_record"]))
        if "mention" in kinds:
            self._take_mentions(kinds, plain(table["document"]), plain(table["mention_record"]))
        if "relation" in kinds:
            pa = load_pyarrow()
            self._take_relations(table.filter(pa.array([kind == "relation" for kind in kinds])))

    def _take_actors(self, kinds: list[str], records: list[dict[str, Any]]) -> None:
        for kind, record in zip(kinds, records, strict=True):
            if kind == "actor":
                actor = Actor.model_validate(record)
                self._actors[actor.id] = actor

    def _take_documents(self, kinds: list[str], records: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
        for kind, record, further in zip(kinds, records, others, strict=True):
            if kind == "document":
                document = Document.model_validate(record)
                self._documents[document.id] = document, further

    def _take_mentions(self, kinds: list[str], documents: list[str], records: list[dict[str, Any]]) -> None:
        for kind, document, record in zip(kinds, documents, records, strict=True):
            if kind == "mention":
                self._mentions[document].append(Mention.model_validate(record))

    def _take_relations(self, table: pyarrow.Table) -> None:
        for relation in relations_of(table):
            self._relations[relation.evidence[0].document].append(relation)

    def extractions(self) -> Iterator[Extraction]:
        """Yield what the rows say; raises `KeyError` or `FormatError` if a document or an actor is missing."""
        missing = sorted({*self._mentions, *self._relations} - self._documents.keys())
        if missing:
            raise FormatError(f"damaged: there is no row for the document {missing[0]!r}")
        for document, further in self._documents.values():
            parts = {
                "document": document,
                "actors": tuple(self._actors[identifier] for identifier in further["actors"]),
                "mentions": tuple(self._mentions[document.id]),
                "relations": tuple(self._relations[document.id]),
            }
            yield Extraction.model_validate({**further, **parts})
