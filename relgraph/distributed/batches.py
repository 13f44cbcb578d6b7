"""What is to be read, taken apart into batches, lazily: a million paths pass through without being held."""

from __future__ import annotations

import glob
import json
import os
import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relgraph.distributed.dataset import batch_name
from relgraph.distributed.places import is_url, load_fsspec
from relgraph.errors import UsageError
from relgraph.model import Document, content_hash
from relgraph.readers.inputs import FailedInput, Input
from relgraph.readers.unfolding import unreadable
from relgraph.readers.walk import files_of, is_hidden

Given = str | Document | Mapping[str, Any] | Input
"""What a worker is given to read: a path, a URL, a document, a dict with the fields of one, or what was found out."""

_LARGE = 200_000
"""Characters of documents that travel with a batch: the scheduler remembers the last thousand messages to a worker."""


@dataclass(frozen=True)
class Item:
    """One thing to read: `origin` names it, the same in every run."""

    origin: str
    given: Given

    @classmethod
    def of(cls, given: Given) -> Item:
        """Return the item for what is given."""
        if isinstance(given, str):
            return cls(given, given)
        if isinstance(given, Input):
            return cls(given.name, given)
        if isinstance(given, Document):
            return cls(f"document:{content_hash(json.dumps(given.model_dump(mode='json')))}", given)
        return cls(f"record:{content_hash(json.dumps(dict(given), sort_keys=True, default=str))}", given)

    @property
    def size(self) -> int:
        """How many characters travel to the worker."""
        if isinstance(self.given, Mapping):
            return len(self.given["text"])
        return len(self.given.text if isinstance(self.given, Document) else self.origin)


@dataclass(frozen=True)
class Batch:
    """Things that are read together; `first` is the place of the first among all."""

    first: int
    items: tuple[Item, ...]

    @cached_property
    def name(self) -> str:
        """What the batch is called in the dataset."""
        return batch_name(self.first, content_hash("\x1f".join(item.origin for item in self.items)))

    def packed(self) -> bytes:
        """Return the batch as few bytes."""
        return zlib.compress(pickle.dumps(self, pickle.HIGHEST_PROTOCOL))

    @staticmethod
    def unpacked(content: bytes) -> Batch:
        """Return the batch that `packed` gave."""
        batch: Batch = pickle.loads(zlib.decompress(content))
        return batch

    def halves(self) -> tuple[Batch, Batch]:
        """Return the batch as two; it must have more than one item."""
        middle = len(self.items) // 2
        return Batch(self.first, self.items[:middle]), Batch(self.first + middle, self.items[middle:])


class Seen:
    """Remembers very many strings in little memory."""

    def __init__(self) -> None:
        self._numbers: set[int] = set()

    def add(self, string: str) -> None:
        """Remember a string."""
        self._numbers.add(_number(string))

    def __contains__(self, string: str) -> bool:
        return _number(string) in self._numbers


class Batches(Iterator[Batch]):
    """What is to be read, in batches of `size`, lazily; `done` has the origins of what was read before.

    Where a batch ends depends on nothing but what is in it, so that a rerun makes the same batches of what remains.
    `options` are those of fsspec for listing folders. `known` says how many were left out because they are done; what
    is given twice is read once. Raises `UsageError` for what cannot be read.
    """

    def __init__(self, sources: object, size: int, done: Seen, options: Mapping[str, Any]) -> None:
        self._items = enumerate(map(Item.of, given(sources, options)))
        self._size = size
        self._done = done
        self._seen = Seen()
        self.known = 0

    def __next__(self) -> Batch:
        items: list[Item] = []
        first = length = 0
        for place, item in self._items:
            if item.origin in self._done:
                self.known += 1
            elif item.origin not in self._seen:
                self._seen.add(item.origin)
                first = first if items else place
                items.append(item)
                length += item.size
            if len(items) >= self._size or length >= _LARGE:
                break
        if not items:
            raise StopIteration
        return Batch(first, tuple(items))


def given(sources: object, options: Mapping[str, Any]) -> Iterator[Given]:
    """Yield each thing to read; folders and patterns, here or elsewhere, become the files in them, sorted."""
    if isinstance(sources, str | os.PathLike):
        name = os.fspath(sources)
        if not isinstance(name, str):
            raise UsageError(f"{name!r} is bytes; give paths as strings, and texts as Documents")
        yield from _remote(name, options) if is_url(name) else _local(name)
    elif isinstance(sources, Mapping):
        if not isinstance(sources.get("text"), str):
            raise UsageError(f"a dict needs a 'text'; this one has {', '.join(map(repr, sources)) or 'nothing'}")
        yield sources
    elif isinstance(sources, Document | Input):
        yield sources
    elif isinstance(sources, Iterable) and not isinstance(sources, bytes | bytearray) and not hasattr(sources, "read"):
        for source in sources:
            yield from given(source, options)
    else:
        raise UsageError(
            "a cluster reads paths, URLs, Documents, dicts with a 'text', lists of these or a Dask bag, "
            f"not {type(sources).__name__}"
        )


def _number(string: str) -> int:
    return int(content_hash(string), 16)


def _local(path: str) -> Iterator[Given]:
    if not os.path.isdir(path) and (os.path.lexists(path) or not glob.has_magic(path)):
        yield path  # whether it is there is for the worker to see, which may have other disks
        return
    for found, named in files_of(path):
        if isinstance(found, Input):
            yield found
        else:
            problem = unreadable(found.name, named)
            yield str(found) if problem is None else FailedInput(str(found), problem)


def _remote(url: str, options: Mapping[str, Any]) -> Iterator[Given]:
    front, *behind = url.partition("::")
    last = front.rpartition("/")[2]
    is_pattern = any(mark in front for mark in "*[")
    if not is_pattern and ("." in last or front.startswith(("http://", "https://"))):
        yield url  # one file; whether it is there is for the worker to see
        return
    system, path = load_fsspec().core.url_to_fs(url, **options)
    found = sorted(system.glob(path) if is_pattern else system.find(path))
    if not found:
        yield FailedInput(url, "no file matches this pattern" if is_pattern else "there is no such file or folder")
    for name in found:
        found_url = f"{system.unstrip_protocol(name)}{''.join(behind)}"
        below = name.removeprefix(path) if name.startswith(path) else name.rpartition("/")[2]
        hidden = any(is_hidden(part) for part in below.split("/"))
        problem = "it is hidden; name it to have it read" if hidden else unreadable(name.rpartition("/")[2])
        yield found_url if problem is None else FailedInput(found_url, problem)
