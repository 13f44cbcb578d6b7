"""Finds the readers: the modules of this folder, and those that other packages publish."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType

from relgraph.readers.base import Reader

GROUP = "relgraph.readers"


@cache
def readers() -> MappingProxyType[str, Reader]:
    """Return all readers by name: those of this folder, then those of other packages, which win over a namesake."""
    found = dict(_modules())
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        reader = entry.load()
        if not _is_reader(reader):
            raise TypeError(f"the entry point {entry.name!r} of {GROUP} is no reader: it needs SUFFIXES and read_bytes")
        found[entry.name] = reader
    return MappingProxyType(found)


def named_reader(name: str) -> Reader:
    """Return the reader that a module or an entry point of this name is."""
    return readers()[name]


def reader_for(suffix: str) -> Reader | None:
    """Return the reader for files with a suffix (".html"), or None."""
    matching = [reader for reader in readers().values() if suffix.lower() in reader.SUFFIXES]
    return matching[-1] if matching else None


def sniffing_reader(data: bytes) -> Reader | None:
    """Return the reader that recognises the bytes as its format, or None."""
    for reader in readers().values():
        sniff = getattr(reader, "sniff", None)
        if sniff is not None and sniff(data):
            return reader
    return None


def suffixes() -> list[str]:
    """Return all suffixes that there is a reader for, sorted."""
    return sorted({suffix for reader in readers().values() for suffix in reader.SUFFIXES})


def _modules() -> Iterator[tuple[str, Reader]]:
    package = import_module("relgraph.readers")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if module.name.startswith("_"):
            continue
        found = import_module(f"{package.__name__}.{module.name}")
        if _is_reader(found):
            yield module.name, found


def _is_reader(candidate: object) -> bool:
    return hasattr(candidate, "SUFFIXES") and callable(getattr(candidate, "read_bytes", None))
