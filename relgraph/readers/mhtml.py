"""Web pages that a browser saved in one file (.mht, .mhtml): the page in it is read as HTML.

Text, title, date and authors: those of the page. Source: the address that it was saved from.
"""

from __future__ import annotations

import re
from dataclasses import replace

from relgraph.errors import ReadError
from relgraph.readers import html, mislabelled
from relgraph.readers.base import Keep, Reading
from relgraph.readers.eml import header, parsed

SUFFIXES = (".mht", ".mhtml")

_SAVED = re.compile(rb"^(?:Snapshot-Content-Location|X-MAF-Information|Content-Location):", re.I | re.M)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.I | re.M)


def sniff(data: bytes) -> bool:
    """Whether the bytes are a saved page."""
    head = data[:4096]
    return bool(_RELATED.search(head) and (_SAVED.search(head) or b"Saved by " in head))


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read a saved page; raises `ReadError` if there is no page in it, or no article in the page."""
    if not sniff(data) and not re.match(rb"\s*[A-Za-z][\w-]*:", data[:200]):
        return mislabelled.read_bytes(data, "a saved page (.mhtml)", keep=keep, encoding=encoding)
    message = parsed(data)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        page = payload if isinstance(payload, bytes) else b""
        reading = html.read_bytes(page, keep=keep, encoding=encoding or html.fitting(page, part.get_content_charset()))
        address = header(message, "Snapshot-Content-Location") or header(part, "Content-Location")
        return replace(reading, source=address if address.startswith(("http://", "https://")) else None)
    raise ReadError("there is no web page in this saved page; it is cut off, or no .mhtml file")
