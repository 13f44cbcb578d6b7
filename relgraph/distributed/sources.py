"""What a worker is given to read, as inputs: files here or elsewhere, collections of them, and documents."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from relgraph.distributed.batches import Item
from relgraph.distributed.places import is_url, load_fsspec
from relgraph.readers.inputs import FailedInput, Input, RowInput
from relgraph.readers.many import inputs

_TRIES = 4
_PAUSE = 0.5
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
        fetched = _fetched(given, options)
        yield from [fetched] if isinstance(fetched, FailedInput) else inputs(fetched, **collected)
    elif isinstance(given, str):
        path = os.path.join(folder, given)
        for found in inputs(path, **collected):
            yield replace(found, name=given + found.name.removeprefix(path)) if found.name.startswith(path) else found
    else:
        yield from inputs(given, **collected)


def _fetched(url: str, options: Mapping[str, Any]) -> io.BytesIO | FailedInput:
    """Return the content of a URL as an open file with its name; what may only be out of reach is tried again."""
    fsspec = load_fsspec()
    for attempt in range(_TRIES):
        try:
            with fsspec.open(url, "rb", **options) as stream:
                return _Named(url, stream.read())
        except _PERMANENT as error:
            return FailedInput(url, f"cannot be read: {error}")
        except (ImportError, ValueError) as error:
            return FailedInput(url, f"cannot be reached: {error}")
        except OSError as error:
            problem = f"cannot be read: {error}"
        if attempt < _TRIES - 1:
            time.sleep(_PAUSE * 2**attempt)
    return FailedInput(url, f"{problem} (tried {_TRIES} times)")


class _Named(io.BytesIO):
    """Bytes with the name that a file of them would have."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name
