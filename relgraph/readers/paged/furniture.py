"""Running headers, footers and page numbers: what stands at the same place of several pages, but for its numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from relgraph.readers.paged.lines import Line, Page

_EDGE = 0.14
"""Which part of a page's height, at its top and at its bottom, running lines stand in."""
_ROWS = 4
"""How many rows of text from the edge they are looked for."""
_MOST_PARTS = 40
_NUMBER = re.compile(r"\d+|(?<![^\W_])[ivxlc]{1,7}(?![^\W_])", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^(?:(?:page|p\.|pg\.?)\s?)?[-–—|\[( ]*(\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]*(?:(?:of|/)\s?\d{1,4})?$", re.IGNORECASE
)
_PRINTED = re.compile(
    r"^(?:https?|file)://\S+\s+\d+/\d+$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?\b.*$"
)
"""What browsers put at the edges of the pages that they print."""


def drop_furniture(pages: Sequence[Page]) -> list[str]:
    """Take the running lines out of the pages, and return those of the first page, which may say a date."""
    places: defaultdict[tuple[str, bool], list[tuple[Page, Line]]] = defaultdict(list)
    edges = [(page, line, at_top) for page in pages for line, at_top in _edge_lines(page)]
    for page, line, at_top in edges:
        places[_key(line.text), at_top].append((page, line))
    doomed: set[int] = set()
    for found in places.values():
        doomed.update(id(line) for line in _repeated(found, len(pages)))
    doomed.update(id(line) for line in _page_numbers(edges, len(pages)))
    doomed.update(id(line) for line in _beside(edges, doomed))
    outer = set(_outer(edges, doomed))
    told = [line.text for line in pages[0].lines if id(line) in outer and not _PRINTED.match(line.text)]
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in outer]
    return told


def _outer(edges: Sequence[tuple[Page, Line, bool]], doomed: set[int]) -> Iterator[int]:
    """Yield the ids of those running lines that nothing else stands outside of; `edges` go inwards for each page."""
    inner: dict[tuple[int, bool], float] = {}
    for page, line, at_top in edges:
        outermost = inner.get((page.number, at_top))
        if outermost is not None and abs(line.top - outermost) > 2:
            continue
        if id(line) in doomed:
            yield id(line)
        else:
            inner.setdefault((page.number, at_top), line.top)


def _edge_lines(page: Page) -> Iterator[tuple[Line, bool]]:
    """Yield the lines that stand at the top (True) and bottom edge, at most a few rows of each."""
    if not page.lines:
        return
    top, bottom = -page.height * (1 - _EDGE), -page.height * _EDGE
    for at_top in (True, False):
        rows: list[float] = []
        for count, line in enumerate(sorted(page.lines, key=lambda line: line.top, reverse=not at_top)):
            if (line.top > top) if at_top else (line.top < bottom):
                break
            if not rows or abs(rows[-1] - line.top) > 2:
                rows.append(line.top)
            if len(rows) > _ROWS or count >= _MOST_PARTS:
                break
            yield line, at_top


def _key(text: str) -> str:
    return _NUMBER.sub("#", text.casefold())


def _repeated(found: Sequence[tuple[Page, Line]], count: int) -> Iterator[Line]:
    """Yield the lines of one wording that stand at one height of at least two pages, the same size."""
    at: defaultdict[tuple[int, int, bool], set[int]] = defaultdict(set)
    for page, line in found:
        at[_place(line)].add(page.number)
    for _, line in found:
        height, size, bold = _place(line)
        alike = sum(len(at.get((height + step, size, bold), ())) for step in (-1, 0, 1))
        if alike >= 3 or (alike == 2 and (count <= 6 or len(line.text) > 8)):
            yield line


def _place(line: Line) -> tuple[int, int, bool]:
    return round(line.top / 2), round(line.size * 2), line.bold


def _beside(edges: Sequence[tuple[Page, Line, bool]], doomed: set[int]) -> Iterator[Line]:
    """Yield what stands on one height with a running line, outermost on its page: the chapter beside the number."""
    for page, line, at_top in edges:
        if id(line) in doomed:
            continue
        outermost = (min if at_top else max)(other.top for other in page.lines)
        row = [other for other in page.lines if abs(other.top - line.top) < 2]
        distances = [abs(other.top - line.top) for other in page.lines if abs(other.top - line.top) >= 2]
        alone = not distances or min(distances) > 1.6 * line.size
        if abs(line.top - outermost) < 2 and alone and any(id(other) in doomed for other in row):
            yield line


def _page_numbers(edges: Sequence[tuple[Page, Line, bool]], count: int) -> Iterator[Line]:
    numbered: defaultdict[int, list[Line]] = defaultdict(list)
    for page, line, _ in edges:
        if _PRINTED.match(line.text):
            yield line
            continue
        number = _PAGE_NUMBER.match(line.text)
        if number is None:
            continue
        value = int(number[1]) if number[1].isdigit() else -1
        if value == page.number or (value > 0 and "p" in line.text.lower()):
            yield line
        elif value > 0:
            numbered[value - page.number].append(line)
        elif count > 1 and len(line.text) <= 6 and number[1].islower():
            yield line
    for lines in numbered.values():
        # the same step between page and number, as in an article that begins on page 117
        if len(lines) >= min(3, count) and (count > 1 or len(lines[0].text) < 4):
            yield from lines
