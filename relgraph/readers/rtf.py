"""Rich text (.rtf), read by striprtf: the words of its paragraphs, and of the cells of its tables.

Title, date and authors: those of the byline, otherwise what the file says of itself.
"""

from __future__ import annotations

import re
from datetime import date
from importlib.util import find_spec

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import byline, mislabelled
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import normalise
from relgraph.readers.described import described, good_title

SUFFIXES = (".rtf",)

_MAGIC = b"{\\rtf"
_ABOUT = re.compile(r"\{\\(title|author)\b ?((?:[^{}\\]|\\.){1,500})\}")
_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})\b")
_BRACE = re.compile(rb"\\[^a-z]|[{}]")
_PICTURE = re.compile(r"\\bin\d+ |(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{4000,}")


def sniff(data: bytes) -> bool:
    """Whether the bytes are rich text."""
    return data.lstrip().startswith(_MAGIC)


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read rich text; raises `MissingDependencyError` without striprtf, and `ReadError` for a damaged file."""
    if not sniff(data):
        return mislabelled.read_bytes(data, "rich text (.rtf)", keep=keep, encoding=encoding)
    if find_spec("striprtf") is None:
        raise MissingDependencyError.named("striprtf", "rtf")
    if not _is_whole(data):
        raise ReadError("this is rich text that is cut off; get it anew")
    written = _PICTURE.sub("", data.decode("latin-1"))
    about = {name: _plain(value) for name, value in _ABOUT.findall(written[:20_000])}
    paragraphs = [_paragraph(line) for line in _plain(written).split("\n")]
    body = normalise("\n\n".join(filter(None, paragraphs)))
    return described(
        body,
        title=good_title(about.get("title")),
        published=_made(written[:20_000]),
        authors=byline.names(about.get("author", "")),
    )


def _is_whole(data: bytes) -> bool:
    """Whether all groups that are opened are closed."""
    braces = _BRACE.findall(data)
    return braces.count(b"{") <= braces.count(b"}")


def _plain(written: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 (optional)

    try:
        return str(rtf_to_text(written, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, AttributeError) as error:
        raise ReadError(f"this is rich text that is damaged ({error}); save it as .txt or .docx") from None


def _paragraph(line: str) -> str:
    """Return a line; the cells of a row of a table, which end in bars, are set apart."""
    if line.endswith("|"):
        line = " | ".join(cell for cell in line.split("|") if cell.strip())
    return " ".join(line.split())


def _made(head: str) -> date | None:
    found = _MADE.search(head)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found is not None else None
    except ValueError:
        return None
