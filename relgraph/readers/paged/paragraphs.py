"""Paragraphs of lines: where one ends, which go on in the next column or page, and which stand beside the text."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from relgraph.readers.dates import is_date_line
from relgraph.readers.paged.columns import Region
from relgraph.readers.paged.lines import Line

Sort = Literal["text", "heading", "aside", "row", "note"]
"""What a paragraph is: running text, a heading, a caption or small print beside it, a row of a table, a footnote."""

_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"^(?:[•◦▪‣·●○■□–—*▶►✓-]\s|\(?(?:\d{1,2}|[a-zivx]{1,3})[.)]\s|\[\d{1,3}\]\s)")
_CAPTION = re.compile(
    r"^(?:(?:figure|fig\.|table|tab\.|map|chart|box|graph|exhibit|photo(?:graph)?|plate)\s?[\dIVX]+[.:\s|–—-]"
    r"|(?:source|sources|photo|photograph|image|credit|note)\s?:\s)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^(?:\d{1,3}[.)]?|[*∗†‡§¶]{1,3})\s?[“\"‘'(\[]?[^\W\d_]")
_LEADER = re.compile(r"\s*(?:(?:\s?\.){5,}|…{2,}|_{6,})\s*")
"""The dots between an entry of a table of contents and its page, or the line of a form to be filled in."""
_SMALL = 0.93
_LARGE = 1.08
_HYPHEN = re.compile(r"[^\W\d_]-$|\u00ad$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `room` is what the last one leaves free of its column."""

    lines: list[str]
    sort: Sort
    size: float
    page: int
    indented: bool = False
    room: float = 0.0
    mark: str = ""


def paragraphs(pages: Sequence[Sequence[Region]], size: float) -> list[Paragraph]:
    """Return all paragraphs of a document in reading order, footnotes at the end; `size` is the size of its text."""
    found: list[Paragraph] = []
    notes: list[Paragraph] = []
    for number, page in enumerate(pages):
        for region in page:
            open_ = True
            for paragraph in _region(region, page, size, number):
                if paragraph.sort == "note":
                    _add_note(notes, paragraph)
                    continue
                before = _last_text(found) if open_ and paragraph.sort == "text" else None
                open_ = open_ and paragraph.sort in ("aside", "row")
                if before is not None and _goes_on(before, paragraph):
                    before.lines.extend(paragraph.lines)
                    before.room, before.page = paragraph.room, number
                else:
                    found.append(paragraph)
    return found + notes


def _last_text(found: Sequence[Paragraph]) -> Paragraph | None:
    """Return the last paragraph of running text, unless a heading follows it."""
    for paragraph in reversed(found[-40:]):
        if paragraph.sort == "text":
            return paragraph
        if paragraph.sort == "heading":
            return None
    return None


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph at the top of a column is the rest of the one that the column before ends with."""
    if abs(before.size - paragraph.size) > 0.06 * before.size:
        return False
    last, first = before.lines[-1], paragraph.lines[0]
    if _HYPHEN.search(last):
        return True
    if _ENDS.search(last) or _ITEM.match(first):
        return False
    # a word of usual width would have had room
    had_room = before.room > (0.5 * len(first.split(" ", 1)[0]) + 2.5) * before.size
    return first[:1].islower() or not (had_room or paragraph.indented)


def _add_note(notes: list[Paragraph], note: Paragraph) -> None:
    """A note without a mark is the rest of the last one, of the page before."""
    if notes and not note.mark and not _NOTE.match(note.lines[0]) and notes[-1].page >= note.page - 1:
        notes[-1].lines.extend(note.lines)
        notes[-1].page = note.page
    else:
        notes.append(note)


def _region(region: Region, page: Sequence[Region], size: float, number: int) -> Iterator[Paragraph]:
    lines = list(region.lines)
    notes = _notes(lines, region, page, size)
    body = lines[: len(lines) - len(notes)]
    rows = _table_rows(body)
    for first, last in _groups(body, region, rows, size):
        yield _paragraph(body[first:last], region, size, number, first in rows)
    for group in _note_groups(notes):
        paragraph = _paragraph(group, region, size, number)
        paragraph.sort, paragraph.mark = "note", group[0].mark
        yield paragraph


def _notes(lines: Sequence[Line], region: Region, page: Sequence[Region], size: float) -> list[Line]:
    """Return the last lines of a column if they are footnotes: small, at the foot of the page, with marks."""
    first = len(lines)
    while first > 0 and lines[first - 1].size <= _SMALL * size and not lines[first - 1].cells:
        first -= 1
    # what stands above the first mark is the rest of a note of the page before, or small print of another kind
    small = list(lines[first:])
    marked = [line for line in small if line.mark or _NOTE.match(line.text)]
    if not marked or (first == 0 and len(small) > 60 and len(page) == 1):
        return []
    if _has_text_below(small[0], region, page, size):
        return []
    start = small.index(marked[0])
    if start > 0 and small[start].top - small[start - 1].top > 1.9 * small[start].size:
        small = small[start:]
    return small


def _has_text_below(line: Line, region: Region, page: Sequence[Region], size: float) -> bool:
    return any(
        other.top > line.top and other.size > _SMALL * size and other.left < region.right and other.right > region.left
        for others in page
        if others is not region
        for other in others.lines
    )


def _note_groups(notes: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in notes:
        if group and (line.mark or (_NOTE.match(line.text) and _ends_short_or_full_stop(group[-1]))):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _ends_short_or_full_stop(line: Line) -> bool:
    return _ENDS.search(line.text) is not None


def _groups(lines: Sequence[Line], region: Region, rows: frozenset[int], size: float) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph of one column begins and ends; each row of a table is one."""
    pitch = _pitch(lines)
    left = _usual_left(lines)
    first = 0
    for number in range(1, len(lines)):
        if (
            number in rows
            or number - 1 in rows
            or _breaks(lines[first:number], lines[number], region, pitch, left)
            or (lines[number].size <= _LARGE * size and _had_room(lines, number))
        ):
            yield first, number
            first = number
    if lines:
        yield first, len(lines)


def _table_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines are rows of a table: several parts with wide gaps, in more than one line nearby."""
    parted = [number for number, line in enumerate(lines) if line.cells]
    found = {number for one, two in pairwise(parted) if _aligned(lines, one, two) for number in (one, two)}
    # a line between two rows is the rest of a cell
    between = {number + 1 for number in found if number + 2 in found}
    entries = {number for number, line in enumerate(lines) if _LEADER.search(line.text)}
    return frozenset(found | entries | {number for number in between if len(lines[number].text) < 60})


def _aligned(lines: Sequence[Line], one: int, two: int) -> bool:
    """Whether two lines near each other have parts with one edge; a line that was spaced out to full width has not."""
    if two - one > 2:
        return False
    edges = [(cell.left, cell.right) for cell in lines[one].cells[1:]]
    return any(
        abs(cell.left - left) < 4 or abs(cell.right - right) < 4 or abs(cell.left + cell.right - left - right) < 4
        for cell in lines[two].cells[1:]
        for left, right in edges
        # the last part of a line in justified text ends at the right edge like all others
    )


def _pitch(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance of lines for each size of type."""
    distances: dict[int, list[float]] = {}
    for one, two in pairwise(lines):
        if 0.5 * two.size < two.top - one.top < 2.6 * two.size and abs(one.size - two.size) < 0.6:
            distances.setdefault(round(two.size), []).append(two.top - one.top)
    # the lines of two headings above each other say nothing of how far apart the lines of one are
    return {size: statistics.median_low(found) for size, found in distances.items() if len(found) > 3}


def _usual_left(lines: Sequence[Line]) -> float:
    """Return where most lines begin; that of the left one, if as many are indented."""
    starts: dict[int, int] = {}
    for line in lines:
        starts[round(line.left)] = starts.get(round(line.left), 0) + 1
    if not starts:
        return 0.0
    most = max(starts.values())
    return float(min(start for start, count in starts.items() if count >= 0.5 * most))


def _breaks(group: Sequence[Line], line: Line, region: Region, pitch: dict[int, float], left: float) -> bool:
    """Whether a new paragraph begins with a line."""
    before = group[-1]
    em = before.size
    if abs(line.size - before.size) > 0.08 * em or line.top < before.top:
        return True
    if len(line.text) < 40 and not line.text.endswith(".") and _is_short(before, region) and is_date_line(line.text):
        return True
    usual = pitch.get(round(line.size), 1.25 * line.size)
    if line.top - before.top > min(1.35 * usual, usual + 0.55 * em):
        return True
    if line.bold != before.bold and _is_short(before, region) and not _HYPHEN.search(before.text):
        return True
    if _ITEM.match(line.text) and (
        _ENDS.search(before.text) or _ITEM.match(group[0].text) or _is_short(before, region)
    ):
        return line.text[0] not in "–—-" or line.left < group[0].left + 1
    ends = _ENDS.search(before.text) is not None
    if line.left > left + 0.7 * em and ends:
        return True
    if line.left > before.left + 0.7 * em and len(group) > 1 and line.left > left + 0.7 * em:
        # an indent begins a paragraph, but not within a centred heading or a hanging list
        return _is_short(before, region)
    return False


def _had_room(lines: Sequence[Line], number: int) -> bool:
    """Whether the first word of a line would have had room at the end of the line before, as at a paragraph's end.

    The edge is that of the lines around with the same left edge, for a quotation may be set narrower than the text.
    Centred lines are broken by sense (and so is large type, which is not asked about).
    """
    before, line = lines[number - 1], lines[number]
    ends = _ENDS.search(before.text) is not None
    if _HYPHEN.search(before.text) or (line.text[:1].islower() and not ends):
        return False
    around = [
        other
        for other in lines[max(number - 5, 0) : number + 5]
        if abs(other.left - line.left) < 2.5 * before.size and abs(other.size - line.size) < 0.1 * before.size
    ]
    right = max(other.right for other in around)
    if len(around) < 3 or right - line.left < 12 * before.size:
        return False
    if (
        abs(before.left + before.right - line.left - line.right)
        < before.size
        < min(right - line.right, abs(line.left - before.left))
    ):
        return False
    letters = len(line.text.split(" ", 1)[0])
    width = letters * (line.right - line.left) / max(len(line.text), 1)
    # a heading in the middle of a column has room at both sides
    sure = ends or before.left - line.left > 2 * before.size
    return right - before.right > width + (2.0 if sure else 6.0) * before.size


def _is_short(line: Line, region: Region) -> bool:
    """Whether a line ends so far from the right edge that a word more would have had room."""
    return region.right - line.right > max(4.5 * line.size, 0.12 * (region.right - region.left))


def _paragraph(group: Sequence[Line], region: Region, size: float, number: int, is_row: bool = False) -> Paragraph:
    first, last = group[0], group[-1]
    if is_row:
        cells = [part for cell in first.cells or (first,) for part in _LEADER.split(cell.text)]
        return Paragraph([" | ".join(cell for cell in cells if cell)], "row", first.size, number)
    texts = [line.text for line in group]
    words = sum(len(text.split()) for text in texts)
    sort: Sort = "text"
    if _CAPTION.match(texts[0]) and words < 120:
        sort = "aside"
    elif (
        words <= 30
        and not texts[-1].endswith((".", ",", ";"))
        and (first.size > _LARGE * size or (all(line.bold for line in group) and len(group) <= 3))
    ):
        sort = "heading"
    elif first.size <= _SMALL * size:
        sort = "aside"
    return Paragraph(
        texts,
        sort,
        first.size,
        number,
        indented=len(group) > 1 and first.left > min(line.left for line in group[1:]) + 0.6 * first.size,
        room=region.right - last.right,
        mark=first.mark,
    )
