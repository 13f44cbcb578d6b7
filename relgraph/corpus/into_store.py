"""Extracting many inputs into a store: in transactions, and going on where an earlier run stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

import numpy as np

from relgraph.corpus.copies import Copies, Identities
from relgraph.corpus.flow import Outcome
from relgraph.corpus.index import HashIndex
from relgraph.corpus.report import Report
from relgraph.corpus.run import Options, outcomes, with_copies
from relgraph.corpus.sketch import Sketch
from relgraph.corpus.work import Extracts
from relgraph.errors import UsageError
from relgraph.model import Extraction, content_hash
from relgraph.readers.inputs import Input
from relgraph.store import InputRecord, Store

_MANY, _SECONDS = 200, 2.0
"""After so many inputs, or so long, a transaction ends: no more work than this is lost with the process."""


def extract_into_store(
    extractor: Extracts, store: Store, inputs: Iterable[Input], options: Options, *, settings: str, mixed: bool = False
) -> Report:
    """Extract what the store does not have yet, and return the report.

    `settings` say how the inputs are read; if some that the store has were read in another way, this raises
    `UsageError`, unless `mixed` allows it. What was skipped is tried again. However this ends, what was done until then
    is in the store.
    """
    store.add(())  # raises now, not after an hour, if nothing can be added
    report = Report()
    text_of = _texts(store)
    copies = Copies(options.copies, text_of)
    with closing(copies):
        done = HashIndex(np.uint64)
        for record in store.inputs():
            _check_settings(store, record, settings, mixed=mixed)
            _recall(record, done, copies)
        options = replace(options, fingerprints=True)
        fresh = _without_known(inputs, done, report, options)
        results = outcomes(extractor, fresh, options, report, copies=copies, identities=Identities(text_of))
        waiting = _Waiting(store, settings)
        with closing(results):
            try:
                for outcome in results:
                    waiting.take(outcome)
            finally:
                waiting.write()
    return report


def _texts(store: Store) -> Callable[[str], str | None]:
    def text_of(id: str) -> str | None:
        document = store.document(id)
        return None if document is None else document.text

    return text_of


def _check_settings(store: Store, record: InputRecord, settings: str, *, mixed: bool) -> None:
    if not mixed and record.settings is not None and record.settings != settings and record.outcome != "skipped":
        raise UsageError(
            f"{store.path} has inputs that were read with other settings ({record.settings}; now {settings}): make a "
            "new store, or allow them to be mixed, and what is in it stays as it was read"
        )


def _recall(record: InputRecord, done: HashIndex, copies: Copies) -> None:
    """Take what an earlier run knew of an input: that it is done, and how copies of it are found."""
    if record.outcome == "skipped":
        return
    done.add((_key(record.fingerprint, record.name),), 0)
    sketch = Sketch.from_bytes(record.signature) if record.signature is not None else None
    if record.outcome == "read" and record.document is not None and sketch is not None:
        copies.add(record.document, None, sketch)


def _without_known(inputs: Iterable[Input], done: HashIndex, report: Report, options: Options) -> Iterator[Input]:
    # The fingerprint takes the content of a file: in a new store it is left to the workers.
    for given in inputs:
        if len(done) and done.find((_key(given.fingerprint, given.name),)):
            report.known += 1
            if options.progress is not None:
                options.progress(report)
        else:
            yield given


def _key(fingerprint: str, name: str) -> int:
    return int(content_hash(f"{fingerprint}\x1f{name}"), 16)


class _Waiting:
    """Outcomes on their way into the store: what is found and the records of the inputs go there together."""

    def __init__(self, store: Store, settings: str) -> None:
        self._store = store
        self._settings = settings
        self._found: dict[str, Extraction] = {}
        self._records: list[InputRecord] = []
        self._since = time.monotonic()

    def take(self, outcome: Outcome) -> None:
        """Add an outcome, and write if it is time to."""
        if outcome.extraction is not None:
            self._found[outcome.extraction.document.id] = outcome.extraction
        elif outcome.original is not None:
            self._place(outcome.original, outcome.places)
        self._records.append(self._record(outcome))
        if len(self._records) >= _MANY or time.monotonic() - self._since >= _SECONDS:
            self.write()

    def write(self) -> None:
        """Write all in one transaction."""
        # They are let go of first: if writing fails, it must not be tried again on the way out.
        found, records = list(self._found.values()), self._records
        self._found, self._records = {}, []
        if records:
            self._store.add(found, inputs=records)
        self._since = time.monotonic()

    def _place(self, original: str, places: Iterable[str]) -> None:
        known = self._found.get(original)
        if known is None:
            document = self._store.document(original)
            known = Extraction(document=document) if document is not None else None
        if known is not None:
            self._found[original] = with_copies(known, places)

    def _record(self, outcome: Outcome) -> InputRecord:
        found, sketch, problem = outcome.extraction, outcome.sketch, outcome.problem
        return InputRecord(
            name=outcome.given.name,
            fingerprint=outcome.fingerprint,
            outcome="read" if found is not None else "skipped" if problem is not None else "copy",
            document=found.document.id if found is not None else outcome.original,
            note=problem.reason if problem is not None else outcome.given.note,
            signature=sketch.to_bytes() if sketch is not None and found is not None else None,
            settings=self._settings,
        )
