"""From inputs to outcomes, in the order of the inputs, with a few of them on the way at a time.

Inputs are read a few at a time; in their order it is decided which documents are copies; the others are put together in
batches of about equal length and extracted. What comes out does not depend on how many do it: who decides is always
this one process, in the same order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from relgraph.corpus.copies import Copies, Identities
from relgraph.corpus.sketch import Sketch
from relgraph.corpus.work import Found, Problem, Read
from relgraph.corpus.workers import Workplace
from relgraph.model import Document, Extraction
from relgraph.readers.inputs import Input

_READ = 8
"""Inputs that are read at a time."""
_LONG, _MANY = 24_000, 64
"""Characters, and documents, that are extracted at a time: a second or two of work."""
_AHEAD = 6
"""Batches for each worker that may be under way or wait for an earlier one, so that a long text holds up nobody."""


@dataclass(frozen=True)
class Outcome:
    """What became of an input: an extraction, a copy of a document, or a problem."""

    given: Input
    extraction: Extraction | None = None
    copy: Document | None = None
    original: str | None = None
    problem: Problem | None = None
    read: Read | None = None

    @property
    def sketch(self) -> Sketch | None:
        """What copies of it are found by."""
        return self.read.sketch if self.read is not None else None

    @property
    def fingerprint(self) -> str:
        """What the input is known again by."""
        known = self.read or self.problem
        return known.fingerprint if known is not None and known.fingerprint is not None else self.given.fingerprint

    @property
    def places(self) -> tuple[str, ...]:
        """Where a copy was read."""
        return () if self.copy is None else (self.copy.source or self.given.name, *self.copy.copies)


@dataclass
class _Batch:
    """Inputs in a row: what is known of each, and the documents among them that are being extracted."""

    outcomes: list[Outcome | Read] = field(default_factory=list)
    given: list[Input] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    characters: int = 0
    found: Future[list[Found | Problem]] | None = None

    @property
    def full(self) -> bool:
        return self.characters >= _LONG or len(self.outcomes) >= _MANY

    @property
    def done(self) -> bool:
        return self.found is None or self.found.done()


class Flow(Iterator[Outcome]):
    """Takes inputs and gives the outcome of each, in their order."""

    def __init__(self, inputs: Iterable[Input], place: Workplace, copies: Copies, identities: Identities) -> None:
        self._inputs = iter(inputs)
        self._place = place
        self._copies = copies
        self._identities = identities
        self._failed: set[str] = set()
        self._reading: deque[tuple[list[Input], Future[list[Read | Problem]]]] = deque()
        self._next = _Batch()
        self._batches: deque[_Batch] = deque()
        self._ready: deque[Outcome] = deque()
        self._ended = False

    def __next__(self) -> Outcome:
        while not self._ready:
            self._read_ahead()
            if self._batches and self._batches[0].done:
                self._ready.extend(self._finished(self._batches.popleft()))
            elif self._reading and self._reading[0][1].done() and self._has_room:
                self._take(*self._reading.popleft())
            elif not self._reading and self._next.outcomes:
                self._start()
            elif self._reading or self._batches:
                self._wait()
            else:
                raise StopIteration
        return self._ready.popleft()

    @property
    def _has_room(self) -> bool:
        return len(self._batches) < _AHEAD * self._place.depth

    def _read_ahead(self) -> None:
        while not self._ended and len(self._reading) <= self._place.depth and self._has_room:
            inputs = list(islice(self._inputs, _READ))
            self._ended = len(inputs) < _READ
            if inputs:
                self._reading.append((inputs, self._place.submit("read", inputs)))

    def _wait(self) -> None:
        """Wait for the first thing that must come next: not for what is done already but has no room yet."""
        waiting: list[Future[Any]] = [self._batches[0].found] if self._batches and self._batches[0].found else []
        if self._reading and self._has_room:
            waiting.append(self._reading[0][1])
        wait(waiting, return_when=FIRST_COMPLETED)

    def _take(self, inputs: list[Input], future: Future[list[Read | Problem]]) -> None:
        """Decide about inputs that were read, and put them in batches."""
        for given, result in zip(inputs, future.result(), strict=True):
            batch = self._next
            outcome = self._decided(given, result)
            batch.given.append(given)
            batch.outcomes.append(outcome)
            if isinstance(outcome, Read):
                batch.documents.append(outcome.document)
                batch.characters += len(outcome.document.text)
            if batch.full:
                self._start()

    def _decided(self, given: Input, result: Read | Problem) -> Outcome | Read:
        if isinstance(result, Problem):
            return Outcome(given, problem=result)
        document, sketch = result.document, result.sketch
        original = self._copies.original(document.text, sketch)
        if original is not None:
            return Outcome(given, copy=document, original=original, read=result)
        if self._identities.taken(document.id, document.text):
            problem = Problem(f"an earlier document with another text has the same id, {document.id!r}")
            return Outcome(given, problem=problem, read=result)
        self._copies.add(document.id, document.text, sketch)
        return result

    def _start(self) -> None:
        batch, self._next = self._next, _Batch()
        if batch.documents:
            batch.found = self._place.submit("extract", batch.documents)
        self._batches.append(batch)

    def _finished(self, batch: _Batch) -> Iterator[Outcome]:
        found = iter(batch.found.result()) if batch.found is not None else iter(())
        for given, outcome in zip(batch.given, batch.outcomes, strict=True):
            if isinstance(outcome, Read):
                yield self._extracted(given, outcome, next(found))
            elif outcome.original in self._failed:
                yield Outcome(
                    given, problem=Problem(f"it is a copy of {outcome.original}, which was skipped"), read=outcome.read
                )
            else:
                yield outcome

    def _extracted(self, given: Input, read: Read, found: Found | Problem) -> Outcome:
        if isinstance(found, Problem):
            self._failed.add(read.document.id)
            return Outcome(given, problem=found, read=read)
        return Outcome(given, extraction=found.of(read.document), read=read)
