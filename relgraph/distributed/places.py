"""Folders wherever they are: on a disk, in a bucket or in memory, through fsspec.

A file appears whole or not at all, whatever happens to the process that writes it. On a local disk it is written under
another name and renamed; a bucket puts an object in one step anyway; elsewhere a rename does it again. The names of
what is not yet whole begin with a dot and do not end like those of the real files, so that nobody takes them for such.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from relgraph.errors import MissingDependencyError, UsageError
from relgraph.formats.files import atomic_writer

Where = str | os.PathLike[str]
"""A path, or a URL that fsspec knows (``s3://bucket/folder``)."""

_WHOLE = frozenset({"memory", "s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss"})
"""Protocols under which an object is there when all of it has been sent, and not before."""
_TEMPORARY = ".tmp"


def load_fsspec() -> Any:  # noqa: ANN401 - a module without types
    """Return fsspec; raises `MissingDependencyError` if it is not installed."""
    try:
        import fsspec  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingDependencyError.named("fsspec", "dask") from None
    return fsspec


def is_url(where: object) -> bool:
    """Whether this names something by a protocol (``s3://…``, ``zip://…::file://…``) and not as a path."""
    return isinstance(where, str) and ("://" in where or "::" in where)


class Place:
    """A folder, by its path or URL; `options` are those of fsspec for its file system (``anon=True``).

    It can be pickled, and opens the file system anew where it arrives. Names of files are relative to it, with ``/``.
    Raises `UsageError` if fsspec does not know the protocol or lacks what it needs for it.
    """

    def __init__(self, where: Where, options: Mapping[str, Any] | None = None) -> None:
        self.where = os.fspath(where)
        if not is_url(self.where):
            self.where = os.path.abspath(self.where)
        self.options = dict(options or {})
        _ = self._opened

    def __reduce__(self) -> tuple[object, ...]:
        return Place, (self.where, self.options)

    def __str__(self) -> str:
        return self.where

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        fsspec = load_fsspec()
        try:
            system, root = fsspec.core.url_to_fs(self.where, **self.options)
        except (ImportError, ValueError) as error:
            raise UsageError(f"{self.where} cannot be reached: {error}") from error
        return system, root.rstrip("/")

    @property
    def _protocols(self) -> frozenset[str]:
        named = self._opened[0].protocol
        return frozenset({named} if isinstance(named, str) else named)

    def _path(self, name: str) -> str:
        return f"{self._opened[1]}/{name}"

    def write(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all, over what has its name; raises `OSError` if it cannot be written."""
        system, path = self._opened[0], self._path(name)
        if "file" in self._protocols:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            with atomic_writer(path) as stream:
                stream.write(content)
            return
        folder, _, last = path.rpartition("/")
        system.makedirs(folder, exist_ok=True)
        if self._protocols & _WHOLE:
            system.pipe_file(path, content)
            return
        temporary = f"{folder}/.{last}-{secrets.token_hex(8)}{_TEMPORARY}"
        system.pipe_file(temporary, content)
        system.mv(temporary, path)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises `FileNotFoundError` or another `OSError`."""
        content: bytes = self._opened[0].cat_file(self._path(name))
        return content

    def read_many(self, names: Sequence[str], together: int) -> Iterator[bytes]:
        """Yield the bytes of many small files in order, so many of them fetched at once."""
        for start in range(0, len(names), together):
            paths = [self._path(name) for name in names[start : start + together]]
            fetched = self._opened[0].cat(paths) if len(paths) > 1 else {paths[0]: self._opened[0].cat_file(paths[0])}
            for path in paths:
                yield fetched[path]

    def has(self, name: str) -> bool:
        """Whether there is a file of that name now."""
        self._opened[0].invalidate_cache()
        return bool(self._opened[0].exists(self._path(name)))

    def names(self, folder: str) -> list[str]:
        """Return the names of all files in a folder and those below it, sorted; no temporary ones."""
        return [name for name in self._all(folder) if not _is_hidden(name)]

    def sweep(self, folder: str) -> None:
        """Remove the temporary files in a folder and those below it, which dead processes left."""
        for name in self._all(folder):
            if _is_hidden(name) and name.endswith(_TEMPORARY):
                self.remove(name)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        try:
            self._opened[0].rm_file(self._path(name))
        except FileNotFoundError:
            return

    def _all(self, folder: str) -> list[str]:
        system, root = self._opened
        system.invalidate_cache()
        if not system.exists(self._path(folder)):
            return []
        return sorted(path[len(root) + 1 :] for path in system.find(self._path(folder)))


def _is_hidden(name: str) -> bool:
    return name.rpartition("/")[2].startswith(".")
