"""What a collection is taken apart into: one `Input` for each document, read later and wherever."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.model import Document
from relgraph.readers.base import Keep
from relgraph.readers.decode import utf8_of
from relgraph.readers.single import check_keep, document_of, made_document, overrides_of

LARGEST = 256_000_000
"""Bytes of one document beyond which nobody means it as one text."""

UNNAMED = (BYTES := "<bytes>", OPEN_FILE := "<open file>")
"""The names of inputs that have none, which say nothing of where a document comes from."""


@dataclass(frozen=True)
class Input(ABC):
    """One document that can be read: small, and can be pickled and read in another process.

    Attributes:
        name: Where it is: ``news/a.pdf``, ``dump.zip!/b.html``, ``articles.csv#12``.
        note: What of it was left out in taking a collection apart (a date that is none), or None.
    """

    name: str
    note: str | None = field(default=None, kw_only=True)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the content, by which an input is known again: equal for equal content, whatever its name."""
        return self._fingerprint()

    def read(self, *, keep: Keep = "article", encoding: str | None = None, language: str | None = None) -> Document:
        """Return the document; the options are those of `relgraph.read`.

        Raises `ReadError`, its message beginning with the name, for whatever is wrong with this input; also if reading
        it needs a library that is not installed.
        """
        check_keep(keep)
        try:
            return self._read(keep, encoding, language)
        except MissingDependencyError as error:
            raise ReadError(f"{self.name}: {error}") from error

    @abstractmethod
    def _fingerprint(self) -> str: ...

    @abstractmethod
    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document: ...


@dataclass(frozen=True)
class FileInput(Input):
    """A file that is one document; it is opened when it is read."""

    path: Path

    def _fingerprint(self) -> str:
        try:
            with self.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()[:32]
        except (OSError, ValueError) as error:
            return _hash_of("unreadable", self.name, str(error))

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        try:
            if self.path.stat().st_size > LARGEST:
                raise too_large(self.name)
            data = self.path.read_bytes()
        except FileNotFoundError:
            raise ReadError(f"{self.name}: there is no such file any more") from None
        except (OSError, ValueError) as error:
            raise ReadError(f"{self.name}: cannot be read: {error}") from error
        overrides = overrides_of(language=language)
        return document_of(data, self.name, keep=keep, encoding=encoding, overrides=overrides)


@dataclass(frozen=True)
class BytesInput(Input):
    """The bytes of one document out of a collection; the suffix of `kind`, a file name, says what they are.

    `source` is where the document comes from, if that is not its name; `captured` the day of a copy of it, for a
    document that has no date itself.
    """

    data: bytes = field(repr=False)
    kind: str | None = None
    source: str | None = None
    captured: date | None = None
    encoding: str | None = None

    def _fingerprint(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:32]

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        overrides = overrides_of(language=language, source=self.source)
        document = document_of(
            self.data, self.name, kind=self.kind, keep=keep, encoding=encoding or self.encoding, overrides=overrides
        )
        update: dict[str, object] = {}
        if document.published is None and self.captured is not None:
            update["published"] = self.captured
        if document.source in UNNAMED:
            update["source"] = None
        return document.model_copy(update=update) if update else document


@dataclass(frozen=True)
class RowInput(Input):
    """A row of a table: its text, and the fields of the document that it gives."""

    text: str = field(repr=False)
    fields: Mapping[str, str | date | tuple[str, ...]] = field(default_factory=dict)

    def _fingerprint(self) -> str:
        return _hash_of("row", self.text, json.dumps(dict(self.fields), sort_keys=True, default=str))

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        overrides = {**self.fields, **overrides_of(language=language)}
        return document_of(utf8_of(self.text), self.name, kind="", keep=keep, encoding="utf-8", overrides=overrides)


@dataclass(frozen=True)
class DocumentInput(Input):
    """A document that is there already."""

    document: Document = field(repr=False)

    def _fingerprint(self) -> str:
        return _hash_of("document", json.dumps(self.document.model_dump(mode="json", exclude_defaults=True)))

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        return made_document(self.document.model_dump(), {"language": language}) if language else self.document


@dataclass(frozen=True)
class FailedInput(Input):
    """What cannot be read, and why: a damaged row, a truncated archive, a file of no reader."""

    problem: str

    def _fingerprint(self) -> str:
        return _hash_of("failed", self.name, self.problem)

    def _read(self, keep: Keep, encoding: str | None, language: str | None) -> Document:
        raise ReadError(f"{self.name}: {self.problem}")


class PassedOver(FailedInput):
    """A file that is no document: hidden, or of a kind that there is no reader for."""


def too_large(name: str) -> ReadError:
    """Return the error for a document that is too large to be one."""
    return ReadError(f"{name}: is larger than {LARGEST // 1_000_000} MB, too large for one text; split it")


def _hash_of(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
