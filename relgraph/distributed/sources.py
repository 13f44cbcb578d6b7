"""What a worker is given to read, as inputs: files here or elsewhere, collections of them, and documents."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import Any

from relgraph.distributed.batches import Item
from relgraph.distributed.places import is_url, load_fsspec
from relgraph.readers.inputs import FailedInput, Input, RowInput
from relgraph.readers.many import inputs

_TRIES = 4
_PAUSE = 0.5
_LONGEST = 100
_CHUNK = 1 << 20
_PERMANENT = (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError)


def inputs_of(item: Item, folder: str, reading: Mapping[str, Any], options: Mapping[str, Any]) -> Iterator[Input]:
    """Yield the inputs in one item: one, or those of a collection; what cannot be read is an input that says why.

    Relative paths start from `folder`; `options` are those of fsspec for URLs.
    """
    given = item.given
    collected = {name: reading[name] for name in ("columns", "encoding") if name in reading}
    if isinstance(given, Mapping):
        yield RowInput(item.origin, given["text"], fields={key: each for key, each in given.items() if key != "text"})
    elif isinstance(given, str) and is_url(given):
        with TemporaryDirectory(prefix="relgraph-") as here:
            called = given.partition("::")[0].rpartition("/")[2]
            path = os.path.join(here, called[-_LONGEST:].lstrip(".") or "content")
            problem = _fetch(given, path, options)
            yield from [FailedInput(given, problem)] if problem else _named(given, path, collected)
    elif isinstance(given, str):
        yield from _named(given, os.path.join(folder, given), collected)
    else:
        yield from inputs(given, **collected)


def _named(given: str, path: str, collected: Mapping[str, Any]) -> Iterator[Input]:
    """Yield the inputs in a file, called as it was given."""
    for found in inputs(path, **collected):
        name = given + found.name.removeprefix(path) if found.name.startswith(path) else found.name
        known = found if name == found.name else replace(found, name=name)
        _ = known.fingerprint  # while the file is there
        yield known


def _fetch(url: str, path: str, options: Mapping[str, Any]) -> str | None:
    """Copy the content of a URL to a file, and return what was in the way; what may pass is tried again."""
    fsspec = load_fsspec()
    for attempt in range(_TRIES):
        try:
            with fsspec.open(url, "rb", **options) as stream, open(path, "wb") as copy:
                shutil.copyfileobj(stream, copy, _CHUNK)
        except _PERMANENT as error:
            return f"it cannot be read: {error}"
        except (ImportError, ValueError) as error:
            return f"it cannot be reached: {error}"
        except OSError as error:
            problem = f"it cannot be read: {error} (tried {_TRIES} times)"
        else:
            return None
        if attempt < _TRIES - 1:
            time.sleep(_PAUSE * 2**attempt)
    return problem
