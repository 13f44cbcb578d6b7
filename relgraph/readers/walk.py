"""Which files a path, a folder or a pattern means, in an order that is always the same."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from relgraph.readers.inputs import FailedInput, PassedOver

Found = Path | FailedInput
"""A file, or what is in the way of one."""

_JUNK = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
"""What systems leave in folders and archives, in lower case."""


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is one that its owner does not see."""
    return name.startswith(".") or name.lower() in _JUNK


def hidden_part(path: str) -> str | None:
    """Return the beginning of a path in an archive up to the first hidden part of it, or None."""
    parts = path.split("/")
    for number, part in enumerate(parts, 1):
        if is_hidden(part) and part not in (".", ".."):
            return "/".join(parts[:number])
    return None


def files_of(given: str | os.PathLike[str]) -> Iterator[tuple[Found, bool]]:
    """Yield the files that are meant, each with whether it was named: in a folder it is only found.

    A folder gives the files in it and its folders, sorted; a pattern (``news/**/*.html``) what matches, sorted. Where
    there is none, or something is no file, a `FailedInput` stands in its place.
    """
    name = os.fspath(given)
    problem = _problem(name)
    if problem is None:
        yield from _files_at(name)
    elif not glob.has_magic(name) or "\x00" in name:
        yield FailedInput(shown(name), problem), True
    else:
        matches = _matches(name)
        if not matches:
            yield FailedInput(shown(name), "no file matches this pattern"), True
        for match in matches:
            yield from _files_at(match)


def _matches(pattern: str) -> list[str]:
    """Return what matches, sorted: of a pattern with ``**`` files only, for it goes into folders itself."""
    parts = Path(pattern).parts
    first = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    base, rest = Path(*parts[:first]), parts[first:]
    deep = "**" in rest
    if rest[-1] == "**":
        rest = (*rest, "*")
    try:
        # links to folders are not followed by this one, and so never in a circle
        found = [path for path in base.glob("/".join(rest)) if not (deep and path.is_dir())]
    except ValueError:  # such as a**b
        return []
    hidden = any(is_hidden(part) for part in rest)
    shown_ones = [path for path in found if hidden or not any(map(is_hidden, path.parts[first:]))]
    return sorted(map(str, shown_ones), key=_parts)


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path as text that any file can hold: what of it is no UTF-8 becomes U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _files_at(name: str) -> Iterator[tuple[Found, bool]]:
    if not os.path.isdir(name):
        yield Path(name), True
        return
    empty = True
    for found in _walk(name):
        empty = False
        yield found, False
    if empty:
        yield FailedInput(shown(name), "there is no file in this folder"), True


def _walk(folder: str) -> Iterator[Found]:
    waiting: list[Found] = [Path(folder)]
    while waiting:
        path = waiting.pop()
        if isinstance(path, FailedInput) or not path.is_dir():
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield FailedInput(shown(path), f"this folder cannot be opened: {error.strerror}")
            continue
        waiting.extend(map(_entry, inside))


def _entry(entry: os.DirEntry[str]) -> Found:
    if is_hidden(entry.name):
        return PassedOver(shown(entry.path), "it is hidden; name it to have it read")
    try:
        if entry.is_symlink() and entry.is_dir():
            return PassedOver(
                shown(entry.path), "it is a link to a folder, which is not followed; name it to have it read"
            )
        mode = entry.stat().st_mode
    except OSError as error:
        return FailedInput(shown(entry.path), f"it cannot be opened: {error.strerror}")
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        return PassedOver(shown(entry.path), "it is no file but a device, a pipe or a socket")
    return Path(entry.path)


def _parts(name: str) -> tuple[bytes, ...]:
    return tuple(map(os.fsencode, Path(name).parts))


def _problem(name: str) -> str | None:
    """Return why nothing can be read under a name, or None if something is there."""
    try:
        os.stat(name)
    except FileNotFoundError:
        if name.startswith(("http://", "https://")):
            return "this is a web address; relgraph works offline: save the page and read the file"
        hint = "; a text is given as Document(text=…)" if any(map(str.isspace, name)) else ""
        return f"there is no such file or folder{hint}"
    except (OSError, ValueError) as error:
        return f"it cannot be opened: {getattr(error, 'strerror', None) or error}"
    return None
