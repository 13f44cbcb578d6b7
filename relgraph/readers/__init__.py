"""Readers make a `Document` of files, bytes and strings: clean text, and what the input says about itself.

There is one module for each format in this folder; a new one is found by the names in it, see `Reader`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from relgraph.errors import ReadError, UsageError
from relgraph.model import Document
from relgraph.readers.base import Keep, Reader, Reading
from relgraph.readers.containers.base import Run, Where
from relgraph.readers.containers.streams import HEAD, buffered_bytes
from relgraph.readers.decode import utf8_of
from relgraph.readers.inputs import BYTES, FileInput, Input, PassedOver
from relgraph.readers.many import Documents, in_file, inputs, read_many
from relgraph.readers.registry import suffixes
from relgraph.readers.single import check_keep, document_of, made_document, overrides_of
from relgraph.readers.unfolding import container_of, unfold
from relgraph.readers.walk import shown

__all__ = ["Documents", "Input", "Keep", "Reader", "Reading", "Source", "inputs", "read", "read_many"]

Source: TypeAlias = Any
"""What can be read: a path (str or Path), bytes, an open file (anything with ``read()``), a text, a Document."""

_LONGEST_PATH = 4096


def read(
    given: Source = None,
    /,
    *,
    text: str | None = None,
    keep: Keep = "article",
    encoding: str | None = None,
    id: str | None = None,
    title: str | None = None,
    published: date | str | None = None,
    authors: Iterable[str] | None = None,
    issuer: str | None = None,
    source: Source = None,
    language: str | None = None,
) -> Document:
    """Return the `Document` that is in a file, bytes, an open file or a string.

    All offsets count in `Document.text`. It differs from the input in these characters only: no byte order mark, LF
    line ends, a space for a control character or a no-break space, no white space at line ends and no blank lines at
    both ends of the text.

    Args:
        given: A path (str or Path), bytes, an open text or binary file, a string, or a Document, which is passed
            through. A string is a path if a file has that name; if it only looks like one, that is an error. Of a
            compressed file, an archive or a table with one document in it, it is that one (`read_many` reads several).
        text: A string that is a text without asking.
        keep: Of a web page, as HTML or saved as text, the article is kept and menus, link lists and teasers are
            dropped; ``"all"`` keeps everything.
        encoding: The encoding of bytes for which it is not plain.
        id: Replaces the hash of the text.
        title: Replaces the title that was read.
        published: Replaces the day of publication that was read.
        authors: Replaces the authors that were read.
        issuer: The body whose statement the text is.
        source: Replaces the path or URL. If it is the only thing given, it is the input.
        language: The language, which is then not checked.

    Raises:
        ReadError: The input is missing, empty, binary, of an unclear encoding, a page without an article, or not
            English.
        UsageError: An argument has a value that it cannot take.
    """
    if given is None and text is None:
        given, source = source, None
    check_keep(keep)
    if given is not None and text is not None:
        raise UsageError("give a source or text=, not both")
    overrides = overrides_of(
        id=id, title=title, published=published, authors=authors, issuer=issuer, source=source, language=language
    )
    if isinstance(given, Document):
        return made_document(given.model_dump(), overrides) if overrides else given
    if text is None and isinstance(given, str) and _is_path(given):
        given = Path(given)
    data, name, encoding = _load(given, encoding) if text is None else (utf8_of(text), None, "utf-8")
    if isinstance(data, Input):
        found = data.read(keep=keep, encoding=encoding, language=language)
        return made_document(found.model_dump(), overrides)
    return document_of(data, name, keep=keep, encoding=encoding, overrides=overrides)


def _load(given: Source, encoding: str | None) -> tuple[bytes | Input, str | None, str | None]:
    """Return the bytes of a document, the name it has (a path) or None, and the encoding if it is known.

    Of a container it is the input for the one document in it; raises `ReadError` if it holds several.
    """
    run = Run(encoding=encoding)
    if isinstance(given, os.PathLike):
        path = Path(os.fspath(given))
        only = _only(in_file(path, True, run), shown(path)) if os.path.isfile(path) else None
        return only if only is not None else _load_file(path), shown(path), encoding
    if isinstance(given, str):
        return utf8_of(given), None, "utf-8"
    name: str | None = None
    if callable(getattr(given, "read", None)):
        name = given.name if isinstance(getattr(given, "name", None), str) else None
        given = _load_open_file(given)
    if isinstance(given, str):
        given, encoding = utf8_of(given), "utf-8"
    if not isinstance(given, (bytes, bytearray, memoryview)):
        raise UsageError(
            f"a source is a path, bytes, an open file, a string or a Document, not {type(given).__name__}; "
            "for a list of sources use read_many"
        )
    data = bytes(given)
    where = Where(name or BYTES, PurePath(name or "").name, run)
    container = container_of(where.kind, data[:HEAD])
    only = _only(unfold(buffered_bytes(data), where, container), where.name) if container is not None else None
    return only if only is not None else data, name, encoding


def _only(found: Iterator[Input], name: str) -> Input | None:
    """Return the only one of some inputs, None if that is a file of its own; raises `ReadError` if there are more."""
    other: Input | None = None
    only: Input | None = None
    for each in found:
        if isinstance(each, PassedOver):
            other = other or each
        elif only is not None:
            raise ReadError(f"{name}: this holds several documents; read_many reads them all")
        else:
            only = each
    return None if isinstance(only, FileInput) else only or other


def _load_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"there is no file {str(path)!r}; if this is a text and no path, pass it as text=") from None
    except IsADirectoryError:
        raise ReadError(f"{str(path)!r} is a directory; read_many reads all files in it") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"the file {str(path)!r} cannot be read: {error}") from error


def _load_open_file(file: Any) -> object:  # noqa: ANN401 (anything that has read())
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the open file is not {error.encoding}; open it in binary mode or with its encoding"
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(f"the open file cannot be read: {error}") from error


def _is_path(string: str) -> bool:
    """Whether a string is the name of a file, or looks like one (it then fails as a missing file)."""
    if "\n" in string or "\x00" in string or not string.strip() or len(string) > _LONGEST_PATH:
        return False
    try:
        if os.path.exists(string):
            return True
    except (OSError, ValueError):
        return False
    if re.match(r"https?://\S+$", string):
        raise ReadError(f"{string!r} is a web address; relgraph works offline: save the page and read the file")
    return not re.search(r"\s", string.strip()) or string.lower().endswith(tuple(suffixes()))
