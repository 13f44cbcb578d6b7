"""`Store`: relations with their documents and evidence in one file, added to in transactions and asked in place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from relgraph.actors import ActorIndex
from relgraph.errors import UsageError
from relgraph.graph import RelationGraph
from relgraph.model import Document, Extraction
from relgraph.ontology import Ontology
from relgraph.store.connection import connect, explained
from relgraph.store.inputs import Inputs
from relgraph.store.reading import Reader
from relgraph.store.records import InputRecord
from relgraph.store.writing import Writer


class Store:
    """The relations of any number of documents in one SQLite file.

    A store is opened for reading unless `write` is true, which makes the file if it is not there. One process may write
    while others read; a second one that wants to write waits up to `wait` seconds. `index` and `ontology` give meaning
    to names and types in queries, as they do for a `RelationGraph`.

    Raises `ReadError` if there is no such store, `FormatError` if the file is something else, damaged or of a newer
    version, and `UsageError` if it cannot be made.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        write: bool = False,
        index: ActorIndex | None = None,
        ontology: Ontology | None = None,
        wait: float = 10.0,
    ) -> None:
        self.path = Path(path)
        self.index = index
        self.ontology = ontology
        self._connection = connect(self.path, write=write, wait=wait)
        self._reader = Reader(self._connection)
        self._writer = Writer(self._connection, self._reader) if write else None
        self._inputs = Inputs(self._connection)

    # Writing

    def add(self, extractions: Iterable[Extraction], *, inputs: Iterable[InputRecord] = ()) -> int:
        """Add extractions and the records of their inputs, all or nothing, and return how many relations are new.

        What the store has already is not stored twice; a document that comes with more than before is united with it,
        as graphs are. When this returns, all is safe on the disk. Raises `UsageError` if the store was not opened for
        writing or an extraction is inconsistent (as `RelationGraph` does); then nothing of the call is kept.
        """
        writer = self._writer
        if writer is None:
            raise UsageError(f"{self.path} was opened for reading: Store(path, write=True) can be added to")
        found, records = list(extractions), list(inputs)
        with self._transaction("BEGIN IMMEDIATE"):
            try:
                grown = writer.add(found)
                self._inputs.add(records)
            except BaseException:
                writer.forget()
                self._reader.forget()
                raise
        return grown

    # What it holds

    def __len__(self) -> int:
        with explained(self.path):
            return self._connection.execute("SELECT count(*) FROM relation").fetchone()[0]  # type: ignore[no-any-return]

    def inputs(self) -> Iterator[InputRecord]:
        """Give the records of all inputs, in the order in which they were added."""
        with explained(self.path):
            yield from self._inputs.all()

    def known(self, fingerprint: str) -> InputRecord | None:
        """Return the record of an input with this fingerprint, or None; one that was read before one that was not."""
        with explained(self.path):
            return self._inputs.known(fingerprint)

    def document(self, id: str) -> Document | None:
        """Return the document with an id, or None."""
        with explained(self.path):
            key = self._reader.documents_with([id]).get(id)
            return None if key is None else self._reader.stored(key).document

    def graph(self) -> RelationGraph:
        """Return all that the store holds as a graph in memory."""
        with self._transaction("BEGIN"):
            return RelationGraph(self._reader.extractions(), index=self.index, ontology=self.ontology)

    # The file

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with explained(self.path):
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; nothing can be done with the store after that."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
