"""`Store`: relations with their documents and evidence in one file, added to in transactions and asked in place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from relgraph.actors import ActorIndex
from relgraph.errors import RelgraphError, UsageError
from relgraph.graph import RelationGraph, Relations
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, compile_query
from relgraph.graph.query import Views
from relgraph.graph.questions import Questions
from relgraph.graph.table import counted
from relgraph.memory import cycles_left
from relgraph.model import Document, Extraction
from relgraph.ontology import Ontology
from relgraph.store.cells import get_text
from relgraph.store.connection import open_database
from relgraph.store.content import Content
from relgraph.store.inputs import Inputs
from relgraph.store.maintenance import StoreInfo, faults_of, info_of, shrink
from relgraph.store.names import StoredNames
from relgraph.store.reading import Reader
from relgraph.store.records import InputRecord
from relgraph.store.restoring import Restoring
from relgraph.store.searching import matching
from relgraph.store.writing import Writer

if TYPE_CHECKING:
    from typing import Unpack

_BATCH = 5000
"""How many documents are merged in one transaction."""


class Store(Questions):
    """The relations of any number of documents in one SQLite file, asked as a `RelationGraph` is without loading it.

    One process may write while others read.

    Args:
        path: The file.
        write: Whether the store can be added to; the file is then made if it is not there.
        index: Gives meaning to names in queries, as in a `RelationGraph`.
        ontology: Gives meaning to types in queries, as in a `RelationGraph`.
        wait: How many seconds a second process that wants to write waits.

    Raises:
        ReadError: There is no such store.
        FormatError: The file is something else, damaged or of a newer version.
        UsageError: The store cannot be made.
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
        self._database = open_database(self.path, write=write, wait=wait)
        self._reader = Reader(self._database)
        self._content = Content(self._database, self._reader)
        self._names = StoredNames(self._database, self._content, index, ontology)
        self._writer = Writer(self._database, self._reader) if write else None
        self._inputs = Inputs(self._database)

    # Writing

    def add(self, extractions: Iterable[Extraction], *, inputs: Iterable[InputRecord] = ()) -> int:
        """Add extractions and the records of their inputs, all or nothing, and return how many relations are new.

        What the store has already is not stored twice; a document that comes with more than before is united with it,
        as graphs are. When this returns, all is safe on the disk. Raises `UsageError` if the store was not opened for
        writing or an extraction is inconsistent (as `RelationGraph` does); then nothing of the call is kept.
        """
        writer = self._must_write()
        found, records = list(extractions), list(inputs)
        try:
            with cycles_left(), self._database.transaction("BEGIN IMMEDIATE"):
                grown = writer.add(found)
                self._inputs.add(records)
        except BaseException:
            writer.forget()
            self._reader.forget_all()
            raise
        finally:
            self._content.forget()
        return grown

    def _must_write(self) -> Writer:
        if self._writer is None:
            raise UsageError(f"{self.path} was opened for reading: Store(path, write=True) can be added to")
        return self._writer

    def merge(self, *others: Store | str | os.PathLike[str]) -> int:
        """Add all that other stores hold, with the records of their inputs, and return how many relations are new.

        Many transactions do it, so that merging again goes on where it was stopped. Raises as `add` does.
        """
        grown = 0
        for other in others:
            source = other if isinstance(other, Store) else Store(other)
            extractions = source.extractions()
            while batch := list(islice(extractions, _BATCH)):
                grown += self.add(batch)
            self.add((), inputs=source.inputs())
            if source is not other:
                source.close()
        return grown

    def vacuum(self) -> None:
        """Make the file as small as it can be; needs as much room again while it works. Raises `UsageError`."""
        self._must_write()
        shrink(self._database)

    # What it holds

    def info(self) -> StoreInfo:
        """Return how much the store holds, since when, and what became of its inputs."""
        with self._database.transaction():
            return info_of(self._database)

    def types(self) -> dict[str, int]:
        """Return how many relations there are of each type, the most frequent first."""
        rows = self._database.all("SELECT words, count(*) FROM relation JOIN term ON term.key = type GROUP BY type")
        return dict(sorted(((get_text(words), count) for words, count in rows), key=lambda each: (-each[1], each[0])))

    def check(self) -> list[str]:
        """Return what is wrong with the file: nothing unless a disk or a program damaged it."""
        with self._database.transaction():
            return list(faults_of(self._database))

    def inputs(self) -> Iterator[InputRecord]:
        """Give the records of all inputs, in the order in which they were added."""
        return self._inputs.all()

    def known(self, fingerprint: str) -> InputRecord | None:
        """Return the record of an input with this fingerprint, or None; one that was read before one that was not."""
        return self._inputs.known(fingerprint)

    def document(self, id: str) -> Document | None:
        """Return the document with an id, or None."""
        self._content.refresh()
        return self._content.documents.get(id)

    def extractions(self) -> Iterator[Extraction]:
        """Give all content, an extraction for each document, in the order in which they came; little is in memory.

        It is that of the beginning, whatever is added meanwhile. `RelationGraph` of them is the graph of all.
        """
        with Store(self.path) as beginning, beginning._database.transaction():
            yield from Restoring(beginning._database, beginning._content).extractions()

    def graph(
        self, source: Asked = None, type: AskedTypes = None, target: Asked = None, **conditions: Unpack[Conditions]
    ) -> RelationGraph:
        """Return the graph of those relations that meet the conditions, with their actors and documents, in memory.

        The keywords are those of `relations`. Without any, it is the graph of all that the store holds; otherwise only
        what is named is tested, as by `RelationGraph.filter`.
        """
        names = self._names
        with self._database.transaction():
            restoring = Restoring(self._database, self._content)
            if source is None and type is None and target is None and not conditions:
                self._content.refresh()
                extractions: Iterable[Extraction] = restoring.extractions()
            else:
                asked: Conditions = {"polarity": None, **conditions}
                found, _ = self._content.answer(compile_query(names, source, type, target, **asked))
                extractions = restoring.restricted(row[0] for row in found.rows)
            return RelationGraph(extractions, index=names.given_index, ontology=names.given_ontology)

    def search(
        self,
        words: str,
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        **conditions: Unpack[Conditions],
    ) -> Relations:
        """Return the relations whose sentences have some words, and that meet the conditions of `relations`.

        Args:
            words: ``arms embargo`` has both words, in any form; ``"arms embargo"`` the phrase; ``arms OR embargo`` one
                of them; ``arms NOT embargo`` the first without the second; ``arms NEAR embargo`` and ``arms NEAR/3
                embargo`` both with at most ten or three words between them; ``sanction*`` a beginning. Round brackets
                group.
            source: As in `relations`.
            type: As in `relations`.
            target: As in `relations`.
            **conditions: The further keywords of `relations`.

        Raises:
            UsageError: It is no such search, or as `relations` does.
        """
        query = compile_query(self._names, source, type, target, **conditions)
        with self._database.transaction():
            found, aside = self._content.answer(query, matching(words))
        return Relations(self._names, Views(self._content, found), aside, oriented=query.oriented)

    # Ways out

    def write(self, path: str | os.PathLike[str] | IO[Any], format: str | None = None, **options: object) -> None:
        """Write all that the store holds to a file or stream, as `RelationGraph.write` does."""
        self.graph().write(path, format, **options)

    # The file

    def close(self) -> None:
        """Close the file; nothing can be done with the store after that."""
        self._database.close()

    def __repr__(self) -> str:
        try:
            info = self.info()
        except RelgraphError as error:
            return f"Store {self.path}: {error}"
        days = f", published from {info.first} to {info.last}" if info.first else ""
        size = ", ".join(
            (
                counted(info.documents, "document"),
                counted(info.actors, "actor"),
                counted(info.relations, "relation"),
            )
        )
        return f"Store {self.path}: {size}{days}"

    def __reduce__(self) -> tuple[Any, ...]:
        raise UsageError(f"a store cannot be sent elsewhere; send its path and open it there: {self.path}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
