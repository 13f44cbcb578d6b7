"""Many documents: folders, patterns, lists and what they hold, one `Input` for each document."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from relgraph.errors import ReadError, UsageError
from relgraph.model import Document
from relgraph.readers.base import Keep
from relgraph.readers.inputs import BytesInput, DocumentInput, FailedInput, FileInput, Input
from relgraph.readers.registry import reader_for, suffixes
from relgraph.readers.single import check_keep
from relgraph.readers.walk import files_of

Sources: TypeAlias = Any
"""What can be read together: a path of a file or folder, a pattern, an open file, bytes, a Document, an Input; or a
list or iterator of these."""

Columns: TypeAlias = Mapping[str, str]
Errors: TypeAlias = Literal["warn", "skip", "raise"]


def inputs(sources: Sources, *, columns: Columns | None = None, encoding: str | None = None) -> Iterator[Input]:
    """Yield one `Input` for each document in the sources, in their order, without reading the documents.

    What cannot be read (a missing or hidden file, one in a folder that no reader is for) is an input, too, whose
    `read` raises the `ReadError` that says why. Raises `UsageError` for a source of a type that is none.
    """
    if isinstance(sources, Input):
        yield sources
    elif isinstance(sources, Document):
        yield DocumentInput(sources.source or sources.id, sources)
    elif isinstance(sources, (bytes, bytearray, memoryview)):
        yield BytesInput("<bytes>", bytes(sources))
    elif isinstance(sources, (str, os.PathLike)):
        for found, named in files_of(sources):
            yield found if isinstance(found, FailedInput) else _file(found, named)
    elif callable(getattr(sources, "read", None)):
        yield _open_file(sources)
    elif isinstance(sources, Iterable) and not isinstance(sources, Mapping):
        for source in sources:
            yield from inputs(source, columns=columns, encoding=encoding)
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
    columns: Columns | None = None,
    keep: Keep = "article",
    encoding: str | None = None,
    language: str | None = None,
    errors: Errors = "warn",
) -> Documents:
    """Return an iterator over the documents in folders, files, patterns and lists of them, in their order.

    A folder is read with its folders, sorted by name. `keep`, `encoding` and `language` are those of `read`. What
    cannot be read is passed over and kept in ``.skipped`` of the iterator, and one warning at the end says so;
    ``errors="skip"`` gives no warning, ``errors="raise"`` raises the `ReadError` of the first one.
    """
    check_keep(keep)
    if errors not in get_args(Errors):
        raise UsageError(f"errors={errors!r} is neither 'warn', 'skip' nor 'raise'")
    found = inputs(sources, columns=columns, encoding=encoding)
    return Documents(found, errors, {"keep": keep, "encoding": encoding, "language": language})


def _file(path: Path, named: bool) -> Input:
    if not named and path.suffix and reader_for(path.suffix) is None:
        return FailedInput(str(path), f"there is no reader for {path.suffix!r} files, only for {', '.join(suffixes())}")
    return FileInput(str(path), path)


def _open_file(file: Any) -> Input:  # noqa: ANN401 (anything that has read())
    name = file.name if isinstance(getattr(file, "name", None), str) else "<open file>"
    try:
        data = file.read()
    except UnicodeDecodeError as error:
        return FailedInput(name, f"it is not {error.encoding}; open it in binary mode or with its encoding")
    except (OSError, ValueError) as error:
        return FailedInput(name, f"it cannot be read: {error}")
    if isinstance(data, str):
        return BytesInput(name, data.encode("utf-8", "replace"), encoding="utf-8")
    return BytesInput(name, bytes(data))
