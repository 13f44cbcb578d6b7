"""HTML pages, read by trafilatura: the article, its title, date and authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from relgraph.errors import ReadError
from relgraph.readers import mislabelled
from relgraph.readers.base import Keep, Reading
from relgraph.readers.blocks import split_blocks
from relgraph.readers.decode import decode, kind_of_binary, normalise
from relgraph.readers.wording import words

SUFFIXES = (".html", ".htm", ".xhtml")

_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_FRAGMENT = re.compile(rb"^\s*<(?:div|p|article|main|section|h1)\b[^>]*>", re.I)
_FRAGMENT_END = re.compile(rb"</(?:div|p|article|main|section|h1)>\s*$", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_INVISIBLE = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe"))
_INLINE = words(
    "a abbr b bdi bdo cite code em font i ins kbd label mark q s samp small span strong sub sup time tt u var"
)
_NOTE_MARK = re.compile(r"^\[?(?:\d{1,4}|[a-z]|[*†‡§]{1,3})\]?$")
_NOTE_LINK = re.compile(
    r"<sup\b[^>]{0,300}>\s{0,9}<a\b[^>]{0,600}>\s{0,9}\[?(?:\d{1,4}|[*†‡§]{1,3})\]?\s{0,9}</a>\s{0,9}</sup>"
    r"|<a\b[^>]{0,600}>\s{0,9}<sup\b[^>]{0,300}>\s{0,9}\[?(?:\d{1,4}|[*†‡§]{1,3})\]?\s{0,9}</sup>\s{0,9}</a>",
    re.IGNORECASE,
)
_LATEST = "2999-12-31"
"""Stands for "any date": trafilatura's own default is today, and a text must read the same tomorrow."""


def sniff(data: bytes) -> bool:
    """Whether the bytes are HTML, whatever their file is called."""
    if _START.match(data[:4096]):
        return True
    return bool(_FRAGMENT.match(data[:500]) and _FRAGMENT_END.search(data[-100:]))


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read an HTML page: its article, or all text that it shows if `keep` is ``"all"``.

    Paragraphs are separated by blank lines and the title is the first line. Raises `ReadError` for bytes that are no
    text and for pages without an article.
    """
    if kind_of_binary(data) is not None:
        return mislabelled.read_bytes(data, "a web page", keep=keep, encoding=encoding)
    html = decode(data, encoding or _declared_encoding(data))
    # the number of a note would become a part of the word before it
    found = _extract(_NOTE_LINK.sub("", html))
    if keep == "all":
        text = normalise("\n\n".join(_visible_paragraphs(html)))
    elif found is None or not _is_article(found.text or "", html):
        raise ReadError("no article was found in this HTML page; pass keep='all' to keep all its text")
    else:
        text = normalise("\n\n".join(line for line in found.text.split("\n") if line.strip()))
    title = " ".join(normalise(found.title).split()) if found is not None and found.title else None
    if title and keep == "article" and not text.casefold().startswith(title.casefold()):
        text = f"{title}\n\n{text}"
    return Reading(
        text.strip("\n"),
        title=title,
        published=_date(found.date) if found is not None else None,
        authors=_authors(found.author) if found is not None else (),
    )


def fitting(data: bytes, named: str | None) -> str | None:
    """Return the encoding that is named beside a page, if the page really is in it."""
    try:
        data.decode(named or "")
    except (LookupError, UnicodeError):
        return None
    return named


def _declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page names, if the page really is in it."""
    declared = _CHARSET.search(data[:4096])
    if declared is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    name = declared[1].decode("ascii", "replace").lower()
    # browsers read the Latin-1 that a page names as Windows-1252
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    for encoding in ("utf-8", name):
        try:
            data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
        return encoding
    return None


def _extract(html: str) -> Any | None:  # noqa: ANN401 (trafilatura's own Document)
    import trafilatura  # noqa: PLC0415 (slow to load)

    if not html.strip():
        return None
    whole = html if re.search(r"<(?:html|body)\b", html, re.IGNORECASE) else f"<html><body>{html}</body></html>"
    return trafilatura.bare_extraction(
        whole,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LATEST},
    )


def _is_article(text: str, html: str) -> bool:
    """Whether what was found is more than the links of a page without an article."""
    if not text.strip() or "<a " not in html.lower():
        return bool(text.strip())
    return any(block.sort in ("paragraph", "short") for block in split_blocks(text.split("\n")))


def visible_text(data: bytes, encoding: str | None = None) -> str:
    """Return all text that a page shows, paragraphs separated by blank lines, without the raised numbers of notes."""
    html = decode(data, encoding or _declared_encoding(data))
    whole = html if "<body" in html.lower() else f"<html><head></head><body><div></div>{html}</body></html>"
    return "\n\n".join(_visible_paragraphs(whole, notes=False))


def _visible_paragraphs(html: str, *, notes: bool = True) -> list[str]:
    from trafilatura.utils import load_html  # noqa: PLC0415 (slow to load)

    if not html.strip():
        return []
    tree = load_html(html)
    if tree is None:
        raise ReadError(
            "this HTML is too broken or too deeply nested to be parsed; save the page as text and read that"
        )
    paragraphs = "".join(_pieces(tree, notes)).split("\n")
    return [line for line in (" ".join(paragraph.split()) for paragraph in paragraphs) if line]


def _pieces(root: Any, notes: bool) -> Iterator[str]:  # noqa: ANN401 (lxml has no types)
    """Yield the visible text in order, with a line break around every element that is not inline."""
    waiting: list[tuple[Any, bool]] = [(root, False)]  # a stack, because pages nest deeper than Python may recurse
    while waiting:
        element, done = waiting.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        edge = "" if name in _INLINE or not name else "\n"
        if done:
            yield edge + _flat(element.tail)
            continue
        waiting.append((element, True))
        yield edge
        if name and name not in _INVISIBLE and (notes or not _is_note_mark(element)):
            yield _flat(element.text)
            waiting.extend((child, False) for child in reversed(element))


def _is_note_mark(element: Any) -> bool:  # noqa: ANN401 (lxml has no types)
    """Whether an element is the raised number of a note: a link, or marked as one."""
    if element.get("role") == "doc-noteref" or element.get("{http://www.idpf.org/2007/ops}type") == "noteref":
        return True
    if element.get("epub:type") == "noteref":
        return True
    linked = element.tag == "sup" and element.find("a") is not None
    raised = element.tag == "a" and len(element) == 1 and element[0].tag == "sup"
    return (linked or raised) and _NOTE_MARK.match("".join(element.itertext()).strip()) is not None


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _authors(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in (text or "").split(";") if name.strip()))
