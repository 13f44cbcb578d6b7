"""What is done with a few inputs or documents at a time, in this process or in one of its workers."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from relgraph.corpus.sketch import Sketch, sketch
from relgraph.errors import RelgraphError
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation
from relgraph.readers.inputs import Input


class Extracts(Protocol):
    """What extracts relations from documents: an `Extractor`."""

    def extractions(self, documents: Iterable[Document], *, batch_size: int = 32) -> Iterator[Extraction]:
        """Yield the extraction of each document."""
        ...


class Problem(NamedTuple):
    """Why an input or a document gave nothing; `expected` unless the fault may be relgraph's own."""

    reason: str
    expected: bool = True
    fingerprint: str | None = None


class Read(NamedTuple):
    """A document that was read, the sketch by which copies are found, and the fingerprint of the input if asked for."""

    document: Document
    sketch: Sketch | None = None
    fingerprint: str | None = None


class Found(NamedTuple):
    """An extraction without its document, which need not be sent back to where it came from."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    provenance: tuple[Provenance, ...]

    def of(self, document: Document) -> Extraction:
        """Return it with its document."""
        return Extraction(document=document, **self._asdict())


@dataclass(frozen=True)
class Work:
    """All that is to be done, with the tools for it: it can be pickled and goes to each worker once."""

    extractor: Extracts
    options: Mapping[str, Any]
    batch_size: int = 32
    sketched: bool = True
    fingerprints: bool = False

    def prepare(self, _: Sequence[object] = ()) -> None:
        """Load what extracting takes, so that it fails now if it must; raises what loading raises."""
        next(self.extractor.extractions([]), None)

    def read(self, inputs: Sequence[Input]) -> list[Read | Problem]:
        """Read the documents in some inputs."""
        return [self._read(each) for each in inputs]

    def extract(self, documents: Sequence[Document]) -> list[Found | Problem]:
        """Extract from some documents; if that fails, from one after the other, to find what it fails at."""
        try:
            return self._extract(documents)
        except Exception as error:  # one text that relgraph stumbles over must not stop thousands
            if len(documents) == 1:
                return [_problem(error)]
        return [found for document in documents for found in self.extract([document])]

    def _read(self, given: Input) -> Read | Problem:
        fingerprint = given.fingerprint if self.fingerprints else None
        try:
            document = given.read(**self.options)
            return Read(document, sketch(document.text) if self.sketched else None, fingerprint)
        except Exception as error:  # so must no file that a library for its format stumbles over
            return _problem(error, given.name)._replace(fingerprint=fingerprint)

    def _extract(self, documents: Sequence[Document]) -> list[Found | Problem]:
        return [
            Found(found.actors, found.mentions, found.relations, found.provenance)
            for found in self.extractor.extractions(documents, batch_size=self.batch_size)
        ]


def _problem(error: Exception, name: str = "") -> Problem:
    if isinstance(error, RelgraphError):
        return Problem(str(error).removeprefix(f"{name}: "))
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.filename.rpartition('site-packages/')[2]}:{place.lineno}"
    return Problem(f"{type(error).__name__}: {error} ({where})", expected=False)
