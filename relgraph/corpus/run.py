"""Extracting from many inputs: an iterator over what was found, with a report."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self, get_args

from relgraph.actors import ActorIndex
from relgraph.corpus.copies import Copies, CopyRule, Identities
from relgraph.corpus.flow import Flow, Outcome
from relgraph.corpus.report import Copy, Report, Skipped
from relgraph.corpus.work import Extracts, Work
from relgraph.corpus.workers import Here, Workers
from relgraph.errors import ReadError, RelgraphError, UsageError
from relgraph.graph import RelationGraph
from relgraph.graph.merge import unite_documents
from relgraph.model import Extraction
from relgraph.ontology import Ontology
from relgraph.readers.inputs import Input

Errors = Literal["skip", "raise"]
"""What becomes of an input that cannot be read: it is skipped and told of in the report, or its error is raised."""

Progress = Callable[[Report], object]
"""Is called with the report after each input."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """How many inputs are taken: `jobs` processes do the work, `read` are the options of reading.

    With `fingerprints`, workers make those of the inputs, too.
    Raises `UsageError` for values that there are not.
    """

    jobs: int = 1
    errors: Errors = "skip"
    copies: CopyRule = "near"
    batch_size: int = 32
    fingerprints: bool = False
    progress: Progress | None = None
    read: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.errors not in get_args(Errors):
            raise UsageError(f"errors={self.errors!r} is neither 'skip' nor 'raise'")
        if self.copies not in get_args(CopyRule):
            raise UsageError(f"copies={self.copies!r} is neither 'near', 'same' nor 'keep'")
        for name, number in (("jobs", self.jobs), ("batch_size", self.batch_size)):
            if not isinstance(number, int) or number < 1:
                raise UsageError(f"{name}={number!r} is no number of at least 1")


def outcomes(
    extractor: Extracts,
    inputs: Iterable[Input],
    options: Options,
    report: Report,
    *,
    copies: Copies | None = None,
    identities: Identities | None = None,
) -> Generator[Outcome]:
    """Yield the outcome of each input, in their order, and count it in the report.

    `copies` and `identities` know the documents of earlier runs. Raises the error of the first input that cannot be
    read, if the options say so. Whenever this ends or is closed, no worker is left.
    """
    started = time.monotonic()
    with ExitStack() as held:
        if copies is None:
            copies = Copies(options.copies)
        held.callback(copies.close)
        work = Work(
            extractor,
            options.read,
            options.batch_size,
            sketched=options.copies != "keep",
            fingerprints=options.fingerprints,
        )
        place = Here(work) if options.jobs == 1 else Workers(work, options.jobs)
        held.callback(place.close)
        for outcome in Flow(inputs, place, copies, identities or Identities()):
            _count(outcome, report, options.errors)
            report.seconds = time.monotonic() - started
            if options.progress is not None:
                options.progress(report)
            yield outcome


def _count(outcome: Outcome, report: Report, errors: Errors) -> None:
    given, extraction, problem = outcome.given, outcome.extraction, outcome.problem
    if extraction is not None:
        report.documents += 1
        report.relations += len(extraction.relations)
        report.without_relations += not extraction.relations
    elif outcome.copy is not None and outcome.original is not None:
        report.copies.append(Copy(given.name, outcome.places, outcome.original))
    elif problem is not None:
        if errors == "raise":
            kind = ReadError if problem.expected else RelgraphError
            raise kind(f"{given.name}: {problem.reason}")
        report.skipped.append(Skipped(given.name, problem.reason))


class Run(Iterator[Extraction]):
    """What is found in many inputs, one document after the other, and the report on all of them.

    A copy of an earlier document gives nothing of its own; `graph` tells where the copies are. A run that is not used
    to its end should be closed: ``with extractor.extract_many(…) as run``.
    """

    def __init__(self, results: Generator[Outcome], report: Report, *, index: ActorIndex, ontology: Ontology) -> None:
        self.report = report
        self._results = results
        self._index = index
        self._ontology = ontology

    def __next__(self) -> Extraction:
        for outcome in self._results:
            if outcome.extraction is not None:
                return outcome.extraction
        raise StopIteration

    def graph(self) -> RelationGraph:
        """Return the graph of all documents that were not yielded yet, with the places of their copies."""
        places: defaultdict[str, list[str]] = defaultdict(list)
        found = list(self)
        for copy in self.report.copies:
            places[copy.document].extend(copy.places)
        known = [with_copies(each, places.get(each.document.id, ())) for each in found]
        return RelationGraph(known, index=self._index, ontology=self._ontology)

    def close(self) -> None:
        """Stop, and end what works on it."""
        self._results.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def with_copies(extraction: Extraction, places: Iterable[str]) -> Extraction:
    """Return an extraction whose document was read in these places, too."""
    document = extraction.document
    united = unite_documents(document, document.model_copy(update={"copies": (*document.copies, *places)}))
    return extraction if united == document else extraction.model_copy(update={"document": united})
