"""E-books (.epub): the chapters in the order of reading.

Text: what the pages of the book show, paragraphs separated by blank lines. Tables of contents and what stands outside
the order of reading are dropped unless ``keep="all"``; so are the raised numbers of notes that are links.

Title, date and authors: what the book says of itself.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from relgraph.errors import ReadError
from relgraph.readers import html, mislabelled
from relgraph.readers.archived import Archive, beside
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import normalise
from relgraph.readers.described import day, good_title

SUFFIXES = (".epub",)

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def sniff(data: bytes) -> bool:
    """Whether the bytes are an e-book."""
    return data.startswith(b"PK\x03\x04") and (b"application/epub+zip" in data[:200] or _CONTAINER.encode() in data)


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read an e-book; raises `ReadError` if it is damaged, protected, or unpacks to more than any book has."""
    if not sniff(data):
        return mislabelled.read_bytes(data, "an e-book (.epub)", keep=keep, encoding=encoding)
    archive = Archive(data, "an e-book")
    package = _package(archive)
    root = archive.xml(package)
    pages = [beside(package, unquote(href)) for href in _spine(root, keep)]
    _refuse_protected(archive, pages)
    chapters = [html.visible_text(archive.read(page), encoding) for page in pages]
    text = normalise("\n\n".join(chapter for chapter in chapters if chapter)).strip("\n")
    title = good_title(_first(root, "title"))
    if title and keep == "article" and title.casefold() not in text[:2000].casefold():
        text = f"{title}\n\n{text}"
    return Reading(
        text,
        title=title,
        published=day(_first(root, "date")),
        authors=tuple(dict.fromkeys(" ".join(name.split()) for name in _all(root, "creator") if name.strip())),
    )


def _package(archive: Archive) -> str:
    """Return the name of the member that describes the book."""
    for element in archive.xml(_CONTAINER).iter("{*}rootfile"):
        path = element.get("full-path")
        if path:
            return unquote(path)
    raise ReadError("this is an e-book that is damaged: it does not say where its contents are; get it anew")


def _spine(root: Any, keep: Keep) -> list[str]:  # noqa: ANN401 (lxml has no types)
    """Return the references to the pages in the order of reading."""
    items = {item.get("id"): item for item in root.iter("{*}item")}
    found = []
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or not item.get("href"):
            continue
        is_aside = reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split()
        if keep == "all" or not is_aside:
            found.append(item.get("href"))
    if not found:
        raise ReadError("this is an e-book without pages of text (a comic, perhaps, or a damaged file)")
    return list(dict.fromkeys(found))


def _refuse_protected(archive: Archive, pages: list[str]) -> None:
    """Raise `ReadError` if the pages are encrypted; fonts often are, which does not matter."""
    if _ENCRYPTION not in archive.names:
        return
    locked = {unquote(element.get("URI") or "") for element in archive.xml(_ENCRYPTION).iter("{*}CipherReference")}
    if locked.intersection(pages):
        raise ReadError("this e-book is protected against copying (DRM); get it without protection from its publisher")


def _all(root: Any, name: str) -> list[str]:  # noqa: ANN401 (lxml has no types)
    return ["".join(element.itertext()) for element in root.iter("{http://purl.org/dc/elements/1.1/}" + name)]


def _first(root: Any, name: str) -> str | None:  # noqa: ANN401 (lxml has no types)
    return next(iter(_all(root, name)), None)
