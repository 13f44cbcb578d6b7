"""One document: from the bytes of a file to a `Document`, by the reader that is for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, get_args

from pydantic import ValidationError

from relgraph.errors import ReadError, UsageError
from relgraph.model import Document
from relgraph.readers.base import Keep, Reader
from relgraph.readers.language import foreign_language
from relgraph.readers.registry import named_reader, reader_for, sniffing_reader

Overrides = Mapping[str, object]
"""Fields of a `Document` that replace what was read."""


def overrides_of(
    *,
    id: str | None = None,
    title: str | None = None,
    published: date | str | None = None,
    authors: Iterable[str] | None = None,
    issuer: str | None = None,
    source: object = None,
    language: str | None = None,
) -> Overrides:
    """Return the fields that are given; `authors` may be one name."""
    given: dict[str, object] = {
        "id": id,
        "title": title,
        "published": published,
        "authors": (authors,) if isinstance(authors, str) else tuple(authors) if authors is not None else None,
        "issuer": issuer,
        "source": source,
        "language": language,
    }
    return {name: value for name, value in given.items() if value is not None}


def check_keep(keep: str) -> None:
    """Raise `UsageError` if `keep` is nothing that can be kept."""
    if keep not in get_args(Keep):
        raise UsageError(f"keep={keep!r} is neither 'article' nor 'all'")


def document_of(
    data: bytes,
    name: str | None,
    *,
    kind: str | None = None,
    keep: Keep = "article",
    encoding: str | None = None,
    overrides: Overrides | None = None,
) -> Document:
    """Return the `Document` in the bytes of one file.

    `name` is the path or None; `kind` a file name whose suffix says what the bytes are, where it is not that of `name`.
    Raises `ReadError`, its message beginning with the name, if there is no English text in it.
    """
    overrides = overrides or {}
    try:
        reading = _reader(data, kind if kind is not None else name).read_bytes(data, keep=keep, encoding=encoding)
        _check(reading.text, checked="language" not in overrides)
    except ReadError as error:
        if name is None:
            raise
        raise ReadError(f"{name}: {error}") from error
    found = {
        "text": reading.text,
        "title": reading.title,
        "published": reading.published,
        "authors": reading.authors,
        "source": reading.source or name,
    }
    return made_document(found, overrides)


def made_document(found: Mapping[str, Any], overrides: Overrides) -> Document:
    """Return a `Document` of fields; raises `UsageError` if one of them cannot have its value."""
    try:
        return Document.model_validate({**found, **overrides})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise UsageError(
            f"{wrong} (published takes a date or 'YYYY-MM-DD', authors names, the others strings)"
        ) from None


def _reader(data: bytes, name: str | None) -> Reader:
    by_suffix = reader_for(PurePath(name).suffix) if name is not None else None
    text_reader = named_reader("text")
    if by_suffix is not None and by_suffix is not text_reader:
        return by_suffix
    return sniffing_reader(data) or text_reader


def _check(text: str, *, checked: bool) -> None:
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise ReadError("there is no text in this: it is empty or white space only")
    if not checked:
        return
    foreign = foreign_language(text)
    if foreign is not None:
        language = "not English" if foreign == "not English" else f"in {foreign}, not English"
        raise ReadError(
            f"this text seems to be {language}; relgraph reads English: translate it, or pass language='en' if it is "
            "English after all"
        )
