"""OpenDocument texts (.odt), as LibreOffice writes them.

Text: paragraphs separated by blank lines, rows of tables as paragraphs with their cells separated by " | "; footnotes
stand at the end, each a paragraph that begins with its number. Comments, deleted words and headers are left out.

Title, date and authors: those of the byline and the style Title, otherwise what the file says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from relgraph.errors import ReadError
from relgraph.readers import byline, mislabelled
from relgraph.readers.archived import Archive
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import normalise
from relgraph.readers.described import day, described, good_title

SUFFIXES = (".odt", ".ott")

_TYPE = b"application/vnd.oasis.opendocument.text"
_SIGNS = {"s": " ", "tab": " ", "line-break": "\n", "soft-page-break": ""}
_SKIPPED = frozenset(
    ("annotation", "annotation-end", "tracked-changes", "note-citation", "ruby-text", "sequence-decls")
)
_DEEPEST = 200


def sniff(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument text."""
    return data.startswith(b"PK\x03\x04") and _TYPE in data[:200]


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read an OpenDocument text; raises `ReadError` if it is damaged, locked, or unpacks to more than any text has."""
    if not sniff(data):
        return mislabelled.read_bytes(data, "an OpenDocument text (.odt)", keep=keep, encoding=encoding)
    archive = Archive(data, "an OpenDocument text")
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ReadError("this OpenDocument text is locked with a password; save it without one")
    notes: list[Any] = []
    root = archive.xml("content.xml")
    paragraphs = [text for body in root.iter("{*}body") for text in _paragraphs(body, notes)]
    paragraphs += [f"{number} {' '.join(_paragraphs(note, []))}" for number, note in enumerate(notes, 1)]
    about = _about(archive)
    return described(
        normalise("\n\n".join(paragraphs)).strip("\n"),
        title=good_title(about.get("title")),
        published=day(about.get("creation-date")),
        authors=byline.names(about.get("initial-creator") or about.get("creator") or ""),
    )


def _about(archive: Archive) -> dict[str, str]:
    if "meta.xml" not in archive.names:
        return {}
    return {_name(element): element.text for element in archive.xml("meta.xml").iter() if element.text}


def _name(element: Any) -> str:  # noqa: ANN401 (lxml has no types)
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _paragraphs(parent: Any, notes: list[Any], depth: int = 0) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
    if depth > _DEEPEST:
        raise ReadError("this OpenDocument text is nested too deeply to be read; save its text as .txt, and read that")
    for element in parent:
        name = _name(element)
        if name in ("p", "h"):
            boxes: list[Any] = []
            lines = "".join(_pieces(element, notes, boxes)).split("\n")
            text = "\n".join(" ".join(line.split()) for line in lines).strip()
            if text:
                yield text
            for box in boxes:
                yield from _paragraphs(box, notes, depth + 1)
        elif name == "table-row":
            cells = [" ".join(_paragraphs(cell, notes, depth + 1)) for cell in element]
            if any(cells):
                yield " | ".join(cell for cell in cells if cell)
        elif name and name not in _SKIPPED:
            yield from _paragraphs(element, notes, depth + 1)


def _pieces(paragraph: Any, notes: list[Any], boxes: list[Any]) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
    yield paragraph.text or ""
    waiting = [(child, False) for child in reversed(paragraph)]
    while waiting:
        element, done = waiting.pop()
        if done:
            yield element.tail or ""
            continue
        waiting.append((element, True))
        name = _name(element)
        if name in _SIGNS:
            yield _SIGNS[name]
        elif name == "note":
            notes.extend(body for body in element if _name(body) == "note-body")
        elif name == "text-box":
            boxes.append(element)
        elif name and name not in _SKIPPED:
            yield element.text or ""
            waiting.extend((child, False) for child in reversed(element))
