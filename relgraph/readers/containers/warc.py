"""WARC files, as web crawlers write them: the pages and texts in their responses. Needs warcio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers.containers.base import Part, Where
from relgraph.readers.containers.days import day_of
from relgraph.readers.containers.warccontent import check_warcio, content_of
from relgraph.readers.containers.warcrecords import RawRecord, RawRecords
from relgraph.readers.inputs import BytesInput, FailedInput
from relgraph.readers.registry import sniffing_reader

MAGIC = (b"WARC/",)
SUFFIXES = (".warc", ".wet")

_RECORDS = frozenset(("response", "resource", "conversion"))
_KINDS = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "text/markdown": "page.md",
    "application/pdf": "page.pdf",
    "application/epub+zip": "page.epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "page.docx",
}
"""What documents are, by their media types; images, styles and the like are no documents."""
_TEXTS = ("page.html", "page.txt", "page.md")
_CAPTURED = "warc-date"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield one input for each page or text that was found, and for each damaged record.

    Raises `ReadError` if it is no WARC file, and `MissingDependencyError` without warcio.
    """
    check_warcio()
    if not stream.peek(5).startswith(MAGIC):
        raise ReadError("this is no WARC file: it does not begin with 'WARC/'")
    dated = _CAPTURED in (name.lower() for name in where.run.columns.named.get("published", ()))
    for record in RawRecords(stream):
        url = record.headers.get("warc-target-uri", "").strip("<>")
        name = where.part(f"{record.number} {url}".strip())
        try:
            page = _page(record, url)
        except (ReadError, MissingDependencyError) as error:
            yield FailedInput(name, f"this record is damaged: {error}" if isinstance(error, ReadError) else str(error))
            continue
        if page is not None:
            captured = day_of(record.headers.get(_CAPTURED, ""), None) if dated else None
            note = "it was cut off when it was saved" if "warc-truncated" in record.headers else None
            yield BytesInput(name, page.data, page.kind, url or None, captured, page.encoding, note=note)


@dataclass(frozen=True)
class _Page:
    data: bytes
    kind: str
    encoding: str | None


def _page(record: RawRecord, url: str) -> _Page | None:
    """Return the document in a record, or None if it holds none; raises `ReadError` if it is damaged."""
    if record.problem is not None:
        raise ReadError(record.problem)
    kind_of_record = record.headers.get("warc-type")
    if kind_of_record not in _RECORDS or url.endswith("/robots.txt"):
        return None
    if kind_of_record == "response" and not url.startswith(("http:", "https:")):
        return None
    content = content_of(record.head + record.body)
    if content.status not in (None, "200", "203"):
        return None
    told = record.headers.get("content-type", "") if content.media_type is None else content.media_type
    media, _, parameters = told.partition(";")
    kind = _KINDS.get(media.strip().lower())
    if kind is None and media.strip():
        return None
    data = content.decoded()
    if kind is None:
        return _Page(data, "page.html", None) if sniffing_reader(data) is not None else None
    return _Page(data, kind, _encoding(data, parameters) if kind in _TEXTS else None)


def _encoding(data: bytes, parameters: str) -> str | None:
    """Return the encoding that the server told, if the page is in it and not in UTF-8."""
    told = _CHARSET.search(parameters)
    if told is None:
        return None
    name = told[1].lower()
    # browsers read the Latin-1 that a server tells as Windows-1252
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            data.decode(name)
        except (LookupError, UnicodeError):
            return None
        return name
    return None
