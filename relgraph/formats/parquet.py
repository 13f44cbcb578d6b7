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
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.arrow import arrow_type, load_pyarrow, plain, struct_of
from relgraph.formats.gather import actors_by_id, build_graph, outlines
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

_AT_A_TIME = 1000
"""How many rows are read at a time, for the same reason."""

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
            batches = file.iter_batches(_AT_A_TIME)
            return build_graph(_Reader().extractions(pa.Table.from_batches([batch]) for batch in batches))
    except ValidationError as error:
        first = error.errors()[0]
        raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (pa.ArrowException, KeyError, OSError, TypeError, ValueError) as error:
        raise FormatError(f"not a whole Parquet file of relgraph ({error})") from None


def _rows(graph: RelationGraph, ontology: Ontology) -> Iterator[tuple[str, Rows]]:
    extractions = graph.extractions()
    yield "actor", (_row("actor", actor.id, actor) for actor in actors_by_id(extractions).values())
    yield "document", map(_document_row, outlines(extractions))
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
    """Takes the parts of a file one by one and gives what they say of each document.

    A table has actors, documents, mentions or relations, in this order in the files that relgraph writes. Each is
    passed on at once, as a graph unites what it is told of a document, so that little is held at a time.
    """

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._documents: dict[str, Document] = {}
        self._later: list[dict[str, Any]] = []

    def extractions(self, tables: Iterable[pyarrow.Table]) -> Iterator[Extraction]:
        """Yield what the rows say.

        Raises `ValueError`, `KeyError`, `TypeError` or `FormatError` if something is wrong or missing.
        """
        for table in tables:
            for part in self._parts(table):
                try:
                    extraction = self._extraction(**part)
                except KeyError:  # the row of the document or of an actor may follow
                    self._later.append(part)
                else:
                    yield extraction
        for part in self._later:
            if part["document"] not in self._documents:
                raise FormatError(f"damaged: there is no row for the document {part['document']!r}")
            yield self._extraction(**part)

    def _extraction(self, document: str, actors: Iterable[str] = (), **parts: object) -> Extraction:
        found = {"document": self._documents[document], "actors": tuple(self._actors[each] for each in actors)}
        return Extraction.model_validate({**parts, **found})

    def _parts(self, table: pyarrow.Table) -> Iterator[dict[str, Any]]:
        kinds = plain(table["record"])
        if "actor" in kinds:
            self._take_actors(kinds, plain(table["actor_record"]))
        if "document" in kinds:
            yield from self._of_documents(kinds, plain(table["document_record"]), plain(table["extraction_record"]))
        if "mention" in kinds:
            yield from _of_mentions(kinds, plain(table["document"]), plain(table["mention_record"]))
        if "relation" in kinds:
            pa = load_pyarrow()
            yield from _of_relations(table.filter(pa.array([kind == "relation" for kind in kinds])))

    def _take_actors(self, kinds: list[str], records: list[dict[str, Any]]) -> None:
        for kind, record in zip(kinds, records, strict=True):
            if kind == "actor":
                actor = Actor.model_validate(record)
                self._actors[actor.id] = actor

    def _of_documents(
        self, kinds: list[str], records: list[dict[str, Any]], others: list[dict[str, Any]]
    ) -> Iterator[dict[str, Any]]:
        for kind, record, further in zip(kinds, records, others, strict=True):
            if kind == "document":
                document = Document.model_validate(record)
                self._documents[document.id] = document
                yield {**further, "document": document.id}


def _of_mentions(kinds: list[str], documents: list[str], records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for kind, document, record in zip(kinds, documents, records, strict=True):
        if kind == "mention":
            found[document].append(Mention.model_validate(record))
    return ({"document": document, "mentions": tuple(mentions)} for document, mentions in found.items())


def _of_relations(table: pyarrow.Table) -> Iterator[dict[str, Any]]:
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations_of(table):
        found[relation.evidence[0].document].append(relation)
    return ({"document": document, "relations": tuple(relations)} for document, relations in found.items())
