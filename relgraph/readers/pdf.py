"""PDF files, read by PDFium: the text in reading order, with its title, date and authors.

Text: paragraphs separated by blank lines, over the ends of columns and pages; hyphens at line ends are taken out where
they are not the word's own. Running headers, footers, page numbers and the numbers of notes are dropped. Each row of a
table is a paragraph of its own, its cells separated by " | "; captions stand by themselves; footnotes stand at the end,
each a paragraph that begins with its number. With ``keep="all"`` headers, footers and page numbers stay.

Title: what the file says of itself if that is a title, otherwise the largest type on the first page.
Date: that of the byline or of a running header, otherwise the day on which the file was made, unless a browser made it
(then it is the day on which the page was printed).
Authors: those of the byline, otherwise what the file says if that is names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.util import find_spec

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import article, byline, dates, mislabelled, text
from relgraph.readers.base import Keep, Reading
from relgraph.readers.blocks import split_blocks
from relgraph.readers.decode import normalise
from relgraph.readers.described import day, described, good_title
from relgraph.readers.paged import columns, furniture, glyphs, lines, process
from relgraph.readers.paged.hyphens import Joiner
from relgraph.readers.paged.paragraphs import Paragraph, paragraphs

SUFFIXES = (".pdf",)

_MAGIC = b"%PDF-"
_BROWSER = re.compile(
    r"skia/pdf|mozilla|chrom|safari|firefox|wkhtmltopdf|\bqt \d|quartz pdfcontext|webkit|weasyprint", re.I
)
_LEAST_TYPE = 1.12
_LEAST_LETTERS = 16
"""A page with fewer letters on average is an image of a page (with a stamp or a page number)."""


def sniff(data: bytes) -> bool:
    """Whether the bytes are a PDF file; a few bytes may stand before its mark."""
    return data.startswith(_MAGIC) or (_MAGIC in data[:1024] and b"startxref" in data[-2048:])


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read a PDF file.

    Raises `MissingDependencyError` without pypdfium2, and `ReadError` for files that are damaged, locked with a
    password, too long, or images of pages without text.
    """
    if not sniff(data):
        return mislabelled.read_bytes(data, "a PDF file", keep=keep, encoding=encoding)
    if find_spec("pypdfium2") is None:
        raise MissingDependencyError.named("pypdfium2", "pdf")
    about, pages = _pages(data)
    size = lines.body_size(pages)
    told = furniture.drop_furniture(pages) if keep == "article" else []
    found = paragraphs([columns.regions(page.lines) for page in pages], size)
    joiner = Joiner(line for paragraph in found for line in paragraph.lines)
    texts = [_text(paragraph, joiner) for paragraph in found]
    printed = _BROWSER.search(f"{about.get('Producer', '')} {about.get('Creator', '')}") is not None
    body = normalise("\n\n".join(texts)).strip("\n")
    if printed and article.is_page(split_blocks(body.split("\n"))):
        body = text.read_text(body, keep=keep).text
    return described(
        body,
        title=_title(about.get("Title", ""), _largest(found, texts, size), body),
        # a browser makes the file on the day on which somebody prints the page
        published=_day_in(told) or (None if printed else day(about.get("CreationDate"))),
        authors=byline.names(about.get("Author", "")),
    )


def _pages(data: bytes) -> tuple[Mapping[str, str], list[lines.Page]]:
    """Return what the file says of itself, and its pages."""
    answers = process.answers(data)
    if answers[-1][0] == "error":
        raise _error(answers[-1][1], answers[-1][2])
    _, count, about = answers[0]
    pages = [
        lines.make_page(number, width, height, runs, is_image)
        for number, (_, width, height, runs, is_image) in enumerate(answers[1:-1], 1)
    ]
    letters = "".join(line.text for page in pages for line in page.lines)
    if len(letters) < _LEAST_LETTERS * count and (not letters.strip() or any(page.is_image for page in pages)):
        raise ReadError(
            f"this PDF has {count} page{'s' * (count != 1)} without text: they are images or drawings, as scanners make"
            " them; have the text recognised, for example with ocrmypdf (ocrmypdf in.pdf out.pdf), and read the result"
        )
    if _is_truncated(data) and not all(page.lines for page in pages):
        raise _error("damaged", "its end is missing")
    unknown = sum(letters.count(sign) for sign in "\ufffd\ufffe\uffff") + sum(
        "\ue000" <= sign <= "\uf8ff" for sign in letters
    )
    if unknown > 0.3 * len(letters):
        raise ReadError(
            "this PDF does not say which letters its signs are; have them recognised with ocrmypdf --force-ocr in.pdf "
            "out.pdf, and read the result"
        )
    return about, pages


def _error(kind: str, detail: str) -> ReadError:
    mend = "mend it with qpdf (qpdf in.pdf out.pdf), or get it anew"
    return ReadError(
        {
            "locked": "this PDF is locked with a password; save it without one, for example with qpdf "
            "(qpdf --decrypt --password=... in.pdf out.pdf), and read the result",
            "damaged": f"this PDF is damaged or cut off ({detail.rstrip('.')}); {mend}",
            "page": f"page {detail} of this PDF is damaged or missing, so the rest is not read either; {mend}",
            "long": f"this PDF has {detail} pages, more than the {glyphs.LONGEST} that are read; split it with qpdf "
            "(qpdf --split-pages=1000 in.pdf out.pdf)",
            "much": f"the first {detail} pages of this PDF hold more words than any book (drawings, perhaps); "
            "save its text as .txt, and read that",
            "memory": f"this PDF needs too much memory to be read; {mend}",
        }[kind]
    )


def _is_truncated(data: bytes) -> bool:
    return b"%%EOF" not in data[-4096:]


def _text(paragraph: Paragraph, joiner: Joiner) -> str:
    body = joiner.join(paragraph.lines)
    return f"{paragraph.mark} {body}" if paragraph.mark and paragraph.sort == "note" else body


def _largest(found: Sequence[Paragraph], texts: Sequence[str], size: float) -> str | None:
    """Return the text in the largest type on the first page that has text, if it looks like a title."""
    first = [number for number, one in enumerate(found) if one.page == found[0].page and one.sort != "note"][:15]
    large = [number for number in first if found[number].size > _LEAST_TYPE * size and len(texts[number].split()) <= 40]
    for least in (3, 1):
        fit = [number for number in large if len(texts[number].split()) >= least and len(texts[number]) > 4]
        best = max(fit, key=lambda number: found[number].size, default=None)
        # a heading of few words, such as the name of a series, is the title only if nothing near its size is
        if best is not None and found[best].size > 0.6 * max(found[number].size for number in large):
            title = " ".join(texts[number] for number in _same_type(found, large, best)).rstrip(" *∗†‡")
            return title if len(title.split()) <= 12 or title[-1:] not in '.”",' else None
    return None


def _same_type(found: Sequence[Paragraph], large: Sequence[int], best: int) -> list[int]:
    """Return the paragraphs around the best one that are set in the same type: further lines of the title."""
    title = [best]
    for step in (-1, 1):
        number = best + step
        while number in large and abs(found[number].size - found[best].size) < 0.3 and len(title) < 4:
            title.append(number)
            number += step
    return sorted(title)


def _day_in(texts: Sequence[str]) -> date | None:
    return next(filter(None, map(dates.date_in, texts)), None)


def _title(named: str, largest: str | None, body: str) -> str | None:
    named = good_title(normalise(named)) or ""
    if len(named.split()) < 2:
        return largest
    if largest is not None:
        # a browser adds the name of the site, and other files keep the title of the one that they were made from
        stands_there = named.casefold() in " ".join(body[:5000].split()).casefold()
        return named if stands_there and largest.casefold() not in named.casefold() else largest
    return named
