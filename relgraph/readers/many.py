"""Many documents: folders, patterns, lists and what they hold, one `Input` for each document."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, Literal, TypeAlias, get_args

from relgraph.errors import ReadError, UsageError
from relgraph.model import Document
from relgraph.readers.base import Keep
from relgraph.readers.containers.base import Run, Where
from relgraph.readers.containers.columns import Columns
from relgraph.readers.containers.streams import Guarded, OpenFile, buffered, buffered_bytes, head_of
from relgraph.readers.inputs import BYTES, OPEN_FILE, DocumentInput, FailedInput, FileInput, Input
from relgraph.readers.single import check_keep
from relgraph.readers.unfolding import container_of, unfold, unreadable
from relgraph.readers.walk import files_of, shown

Sources: TypeAlias = Any
"""What can be read together: a path of a file or folder, a pattern, an open file, bytes, a Document, an Input; or a
list or iterator of these."""

ColumnNames: TypeAlias = Mapping[str, str | Sequence[str]]
"""Which columns of a table are what: ``{"text": "body", "title": "headline"}``; several are joined."""

Errors: TypeAlias = Literal["warn", "skip", "raise"]


def inputs(sources: Sources, *, columns: ColumnNames | None = None, encoding: str | None = None) -> Iterator[Input]:
    """Return an iterator that gives one `Input` for each document in the sources, in their order.

    Folders, archives and tables are taken apart as it goes on; the documents are not read yet. What cannot be read (a
    missing or hidden file, one in a folder that no reader is for, a damaged row or archive) is an input, too, whose
    `read` raises the `ReadError` that says why.

    Args:
        sources: As in `read_many`.
        columns: Which columns of tables are what, as in `read_many`.
        encoding: The encoding of the files of tables.

    Raises:
        UsageError: The columns name a field that is none, or a source is of no such type.
    """
    return _inputs(sources, Run(Columns.of(columns), encoding))


def _inputs(sources: Sources, run: Run) -> Iterator[Input]:
    if isinstance(sources, Input):
        yield sources
    elif isinstance(sources, Document):
        yield DocumentInput(sources.source or sources.id, sources)
    elif isinstance(sources, (bytes, bytearray, memoryview)):
        stream = buffered_bytes(bytes(sources))
        yield from unfold(stream, Where(BYTES, "", run), container_of("", head_of(stream)))
    elif isinstance(sources, (str, os.PathLike)):
        for found, named in files_of(sources):
            yield from [found] if isinstance(found, FailedInput) else in_file(found, named, run)
    elif callable(getattr(sources, "read", None)):
        yield from _in_open_file(sources, run)
    elif isinstance(sources, Iterable) and not isinstance(sources, Mapping):
        for source in sources:
            yield from _inputs(source, run)
    else:
        raise UsageError(
            f"a source is a path, a pattern, an open file, bytes, a Document or a list of these, not "
            f"{type(sources).__name__}"
        )


class Documents(Iterator[Document]):
    """The documents of many inputs, one after the other; `skipped` has the error of each that could not be read."""

    def __init__(self, found: Iterable[Input], errors: Errors, options: Mapping[str, Any]) -> None:
        self._found = iter(found)
        self._errors = errors
        self._options = options
        self._number = 0
        self.skipped: list[ReadError] = []

    def __next__(self) -> Document:
        for each in self._found:
            self._number += 1
            try:
                return each.read(**self._options)
            except ReadError as error:
                if self._errors == "raise":
                    raise
                self.skipped.append(error)
        self._warn()
        raise StopIteration

    def _warn(self) -> None:
        if self._errors != "warn" or not self.skipped:
            return
        self._errors = "skip"  # said once
        warnings.warn(
            f"{len(self.skipped)} of {self._number} inputs could not be read; the first: {self.skipped[0]} "
            "(all are in .skipped)",
            stacklevel=3,
        )


def read_many(
    sources: Sources,
    *,
    columns: ColumnNames | None = None,
    keep: Keep = "article",
    encoding: str | None = None,
    language: str | None = None,
    errors: Errors = "warn",
) -> Documents:
    """Return an iterator over the documents in folders, files, patterns and lists of them, in their order.

    A folder is read with its folders, sorted by name. Archives and compressed files (zip, tar, gzip, bzip2, xz), tables
    (JSON Lines, CSV, Parquet), WARC files and mailboxes give the documents in them. What cannot be read is passed over
    and kept in ``.skipped`` of the iterator.

    Args:
        sources: A path, a pattern, an open file, bytes, a Document, or an iterable of these.
        columns: Which columns of tables are what: ``{"text": "body", "title": "headline", "published": "date"}``, and
            also ``source``, ``id``, ``authors``, ``issuer`` and ``language``; a list of columns is joined. Columns of
            usual names are found without it, except for an id.
        keep: As in `read`.
        encoding: As in `read`.
        language: As in `read`.
        errors: One warning at the end tells of what could not be read; ``"skip"`` gives no warning, ``"raise"`` raises
            the error of the first one.

    Raises:
        UsageError: An argument has a value that it cannot take.
        ReadError: An input cannot be read, and `errors` is ``"raise"``.
    """
    check_keep(keep)
    if errors not in get_args(Errors):
        raise UsageError(f"errors={errors!r} is neither 'warn', 'skip' nor 'raise'")
    found = inputs(sources, columns=columns, encoding=encoding)
    return Documents(found, errors, {"keep": keep, "encoding": encoding, "language": language})


def in_file(path: Path, named: bool, run: Run) -> Iterator[Input]:
    """Yield one input for each document in a file, which the user has `named`, or which was only found in a folder."""
    where = Where(shown(path), path.name, run)
    problem = unreadable(path.name, named)
    if problem is not None:
        yield where.passed_over(problem)
        return
    try:
        with path.open("rb") as stream:
            is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
            content = stream if is_file else buffered(Guarded(stream.read, None, "the file"))
            container = container_of(path.name, head_of(content))
            if container is not None or not is_file:
                yield from unfold(content, where, container)
                return
    except (OSError, ReadError) as error:
        yield where.failed(f"it cannot be read: {error}")
        return
    yield FileInput(where.name, path)


def _in_open_file(file: Any, run: Run) -> Iterator[Input]:  # noqa: ANN401 (anything that has read())
    name = file.name if isinstance(getattr(file, "name", None), str) else OPEN_FILE
    stream = OpenFile(file)
    content = buffered(stream)
    where = Where(name, PurePath(name).name, run)
    try:
        container = container_of(where.kind, head_of(content))
    except ReadError as error:
        yield where.failed(str(error))
        return
    if stream.is_text:
        where = replace(where, run=replace(run, encoding="utf-8"))
    yield from unfold(content, where, container)
