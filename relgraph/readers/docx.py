"""Word documents (.docx), opened by python-docx: the text as it would be printed.

Text: paragraphs separated by blank lines, each row of a table as a paragraph with its cells separated by " | ", text
boxes after the paragraph that they hang on. Of tracked changes the inserted words are kept, the deleted ones are not;
comments and hidden words are left out. Footnotes and endnotes stand at the end, each a paragraph that begins with its
number. Headers and footers are dropped unless ``keep="all"``.

Title: what the file says of itself if that is a title, otherwise the paragraph in the style Title or the first heading.
Date: that of the byline, otherwise the day on which the file was made.
Authors: those of the byline, otherwise what the file says if that is names.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import byline, mislabelled
from relgraph.readers.archived import DAMAGE, Archive, parse_xml
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import normalise
from relgraph.readers.described import described, good_title
from relgraph.readers.wording import words

SUFFIXES = (".docx", ".docm")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    _W + name
    for name in words("del moveFrom pPr rPr instrText delText comment commentReference object sdtPr tblPr trPr tcPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_NOTES = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTE_MARK = re.compile(r"^\[?(?:\d{1,3}|[*†‡§]{1,3})\]?$")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcm]?m|ft|CO|10)$")
"""After these a raised number is an area, a volume or a power."""
_DEEPEST = 200
_DAMAGED = "a Word document that is damaged"


def sniff(data: bytes) -> bool:
    """Whether the bytes are a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/document.xml" in data


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read a Word document.

    Raises `MissingDependencyError` without python-docx, and `ReadError` for files that are damaged, locked with a
    password, or unpack to more than any text has.
    """
    if not sniff(data):
        return mislabelled.read_bytes(data, "a Word document (.docx)", keep=keep, encoding=encoding)
    Archive(data, "a Word document")  # refuses what is damaged or a bomb, before python-docx unpacks it
    if find_spec("docx") is None:
        raise MissingDependencyError.named("python-docx", "docx")
    document = _open(data)
    reader = _Body()
    paragraphs = list(reader.paragraphs(document.element.body))
    paragraphs.extend(_notes(document, reader.noted))
    if keep == "all":
        paragraphs = [*_related(document, "header"), *paragraphs, *_related(document, "footer")]
    about = document.core_properties
    body = normalise("\n\n".join(paragraphs)).strip("\n")
    return described(
        body,
        title=good_title(about.title) or _heading(document),
        published=_made(about),
        authors=byline.names(about.author or ""),
    )


def _open(data: bytes) -> Any:  # noqa: ANN401 (only what is used of it is known here)
    import docx  # noqa: PLC0415 (optional)
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 (optional)
    from lxml import etree  # noqa: PLC0415 (slow to load)

    try:
        return docx.Document(io.BytesIO(data))
    except (*DAMAGE, KeyError, AttributeError, etree.XMLSyntaxError, OpcError) as error:
        raise ReadError(
            f"this is a Word document that is damaged ({error}); get it anew or mend it with Word"
        ) from None


class _Body:
    """Reads paragraphs, and remembers which notes they refer to, in order."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, str]] = []

    def paragraphs(self, parent: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
        """Yield the paragraphs in an element, and the rows of its tables."""
        if depth > _DEEPEST:
            raise ReadError("this Word document is nested too deeply to be read; save its text as .txt, and read that")
        for element in parent:
            if element.tag == _W + "p":
                yield from self._paragraph(element, depth)
            elif element.tag == _W + "tr":
                cells = [" ".join(self.paragraphs(cell, depth + 1)) for cell in element.iter(_W + "tc")]
                yield " | ".join(cell for cell in cells if cell)
            elif element.tag not in _SKIPPED:
                yield from self.paragraphs(element, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
        boxes: list[Any] = []
        lines = "".join(self._pieces(paragraph, boxes)).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        if text:
            yield text
        for box in boxes:
            yield from self.paragraphs(box, depth + 1)

    def _pieces(self, paragraph: Any, boxes: list[Any]) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
        waiting = list(reversed(paragraph))
        before = ""
        while waiting:
            element = waiting.pop()
            name = str(element.tag).removeprefix(_W)
            if element.tag in _SKIPPED or _is_hidden(element):
                continue
            if name == "t":
                words = element.text or ""
                if not (_NOTE_MARK.match(words.strip()) and _is_raised(element) and not _UNIT.search(before)):
                    yield words
                before = words
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif element.tag in _NOTES:
                self.noted.append((_NOTES[element.tag], str(element.get(_W + "id"))))
            elif name == "txbxContent":
                boxes.append(element)
            else:
                waiting.extend(reversed(element))


def _is_hidden(run: Any) -> bool:  # noqa: ANN401 (lxml has no types)
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run.tag == _W + "r" else None
    return hidden is not None and hidden.get(_W + "val") not in ("0", "false")


def _is_raised(text: Any) -> bool:  # noqa: ANN401 (lxml has no types)
    """Whether a text is set as a superscript, as typed numbers of notes are."""
    raised = text.getparent().find(f"{_W}rPr/{_W}vertAlign")
    return raised is not None and raised.get(_W + "val") == "superscript"


def _related(document: Any, kind: str) -> list[str]:  # noqa: ANN401 (python-docx's own)
    """Return the paragraphs of the headers, or of the footers, each once."""
    parts = [
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external
    ]
    return list(dict.fromkeys(text for part in parts for text in _Body().paragraphs(parse_xml(part.blob, _DAMAGED))))


def _notes(document: Any, noted: list[tuple[str, str]]) -> Iterator[str]:  # noqa: ANN401 (python-docx's own)
    """Yield the notes that the text refers to, numbered as they come, endnotes after footnotes."""
    texts: dict[tuple[str, str], str] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in _NOTES.values() and not relation.is_external:
            for note in parse_xml(relation.target_part.blob, _DAMAGED).iter(_W + kind):
                texts[kind, str(note.get(_W + "id"))] = " ".join(_Body().paragraphs(note))
    for kind in ("footnote", "endnote"):
        for number, key in enumerate((key for key in noted if key[0] == kind), 1):
            if texts.get(key):
                yield f"{number} {texts[key]}"


def _heading(document: Any) -> str | None:  # noqa: ANN401 (python-docx's own)
    """Return the first paragraph in the style of a title or of a first heading."""
    for paragraph in document.paragraphs[:30]:
        style = paragraph.style.name if paragraph.style is not None else ""
        text = " ".join("".join(_Body()._pieces(paragraph._p, [])).split())
        if style in ("Title", "Heading 1") and text:
            return text
    return None


def _made(about: Any) -> date | None:  # noqa: ANN401 (python-docx's own)
    try:
        made = about.created
    except ValueError:
        return None
    return made.date() if isinstance(made, datetime) else None
