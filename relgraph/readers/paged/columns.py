"""The order in which a page is read: columns beside each other, under headings that go over all of them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from relgraph.readers.paged.lines import Cell, Line

_LEAST_LINES = 4
_FEW_LINES = 3
"""How few are enough if they are long."""
_LEAST_LETTERS = 17
_MANY_LETTERS = 24
"""How many letters the parts of a row have on average if they are lines of columns and not cells of a table."""
_MOST_PLACES = 24
_DEPTH = 6
_MOST_LINES = 3000
"""A page with more lines is a drawing; its columns are not looked for."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of lines that are read one after the other; `left` and `right` are the edges of the column."""

    left: float
    right: float
    lines: tuple[Line, ...]


def regions(lines: Sequence[Line]) -> list[Region]:
    """Return the regions of a page in reading order."""
    if not lines:
        return []
    ordered = sorted(lines, key=lambda line: (line.top, line.left))
    if len(ordered) > _MOST_LINES:
        return [_region(ordered)]
    return [_region(part) for part in _split(ordered, _DEPTH)]


def _region(lines: Sequence[Line]) -> Region:
    rows = _rows(lines)
    return Region(min(line.left for line in rows), max(line.right for line in rows), tuple(rows))


def _split(lines: Sequence[Line], depth: int) -> Iterator[list[Line]]:
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        yield list(lines)
        return
    for band, is_split in _bands(lines, gutter):
        if not is_split:
            yield from _split(band, depth - 1) if len(band) < len(lines) else [band]
            continue
        for side in ([line for line in band if line.left < gutter], [line for line in band if line.left >= gutter]):
            yield from _split(side, depth - 1)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the place between two columns that most lines keep clear of, if there is one."""
    best, most = None, 0.0
    for place in _candidates(lines):
        weight = 0.0
        for band, is_split in _bands(lines, place):
            if is_split:
                left = sum(len(line.text) for line in band if line.left < place)
                weight += min(left, sum(len(line.text) for line in band) - left)
        if weight > most:
            best, most = place, weight
    return best


def _candidates(lines: Sequence[Line]) -> list[float]:
    """Return places just left of where several lines begin, none at the left edge of all."""
    starts = sorted(line.left for line in lines)
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] < 6:
            groups[-1].append(start)
        else:
            groups.append([start])
    fit = [group for group in groups[1:] if len(group) >= _FEW_LINES]
    return sorted(group[0] - 1 for group in sorted(fit, key=len, reverse=True)[:_MOST_PLACES])


def _bands(lines: Sequence[Line], place: float) -> list[tuple[list[Line], bool]]:
    """Return the page from top to bottom as what keeps clear of the place (with text at both sides), and the rest."""
    bands: list[tuple[list[Line], bool]] = []
    clear: list[Line] = []
    crossing: list[Line] = []

    def close() -> None:
        if not clear:
            return
        if _is_split(clear, place):
            if crossing:
                bands.append((list(crossing), False))
                crossing.clear()
            bands.append((list(clear), True))
        else:
            crossing.extend(clear)
        clear.clear()

    for number, line in enumerate(lines):
        if line.left < place < line.right or (crossing and not clear and _ends(crossing[-1], lines, number)):
            close()
            crossing.append(line)
        else:
            clear.append(line)
    close()
    if crossing:
        bands.append((crossing, False))
    return bands


def _ends(before: Line, lines: Sequence[Line], number: int) -> bool:
    """Whether a line that is short is the last one of the heading or paragraph that goes over all columns."""
    line = lines[number]
    if abs(line.size - before.size) > 0.05 * line.size or not 0 < line.top - before.top < 1.6 * line.size:
        return False
    return all(
        abs(other.top - line.top) > 0.8 * line.size
        for other in (*lines[max(number - 4, 0) : number], *lines[number + 1 : number + 5])
        if other is not before
    )


def _is_split(band: Sequence[Line], place: float) -> bool:
    """Whether the lines at both sides of a place are columns of text."""
    left = [line for line in band if line.left < place]
    right = [line for line in band if line.left >= place]
    if not left or not right:
        return False
    few = min(len(left), len(right)) < _LEAST_LINES and len(band) < 3 * _LEAST_LINES
    if few and min(len(left), len(right)) < _FEW_LINES:
        return False
    gap = min(line.left for line in right) - max(line.right for line in left)
    if gap < 0.4 * statistics.median(line.size for line in band):
        return False
    letters = [sum(len(line.text) for line in side) / _heights(side) for side in (left, right)]
    return min(letters) >= (_MANY_LETTERS if few else _LEAST_LETTERS) and _overlap(left, right)


def _heights(lines: Sequence[Line]) -> int:
    """Return at how many heights lines stand; words far apart in justified text stand at one."""
    tops = sorted(line.top for line in lines)
    return 1 + sum(below - above > 2 for above, below in pairwise(tops))


def _overlap(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two sides stand beside, not above each other."""
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.top for line in side) for side in (left, right))
    return bottom - top > 1.5 * left[0].size


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one column from top to bottom; parts on one height become cells of one line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if rows and abs(line.top - rows[-1][0].top) < 0.35 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(sorted(row, key=lambda line: line.left)) for row in rows]


def _row(parts: list[Line]) -> Line:
    if len(parts) == 1:
        return parts[0]
    size = max(part.size for part in parts)
    cells = [Cell(parts[0].left, parts[0].right, parts[0].text)]
    for before, part in pairwise(parts):
        if part.left - before.right > 1.4 * size:
            cells.append(Cell(part.left, part.right, part.text))
        else:
            cells[-1] = Cell(cells[-1].left, part.right, f"{cells[-1].text} {part.text}")
    return Line(
        left=parts[0].left,
        right=max(part.right for part in parts),
        top=statistics.median(part.top for part in parts),
        size=size,
        bold=all(part.bold for part in parts),
        text=" ".join(cell.text for cell in cells),
        mark=parts[0].mark,
        cells=tuple(cells) if len(cells) > 1 else (),
    )
