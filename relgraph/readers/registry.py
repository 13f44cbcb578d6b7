"""Finds readers and containers: the modules of their folders, and those that other packages publish."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any

from relgraph.readers.base import Reader

GROUP = "relgraph.readers"


@cache
def readers() -> MappingProxyType[str, Reader]:
    """Return all readers by name: those of this folder, then those of other packages, which win over a namesake."""
    return MappingProxyType(found_in("relgraph.readers", GROUP, "read_bytes"))


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


def found_in(package: str, group: str, function: str) -> dict[str, Any]:
    """Return the modules of a package that have SUFFIXES and a function, and what a group of entry points names.

    Raises `TypeError` for an entry point that lacks one of the two.
    """
    found: dict[str, Any] = {}
    for info in sorted(pkgutil.iter_modules(import_module(package).__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            module = import_module(f"{package}.{info.name}")
            if _has(module, function):
                found[info.name] = module
    for entry in sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)):
        candidate = entry.load()
        if not _has(candidate, function):
            kind = group.rpartition(".")[2].removesuffix("s")
            raise TypeError(f"the entry point {entry.name!r} of {group} is no {kind}: it needs SUFFIXES and {function}")
        found[entry.name] = candidate
    return found


def _has(candidate: object, function: str) -> bool:
    return hasattr(candidate, "SUFFIXES") and callable(getattr(candidate, function, None))
