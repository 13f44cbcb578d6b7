"""Tables that fit the terminal: cells are wrapped between words, prose goes below its row where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from relgraph.display.terminal.console import ENDLESS
from relgraph.graph.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

GAP = 2
_WIDEST = 36
_NARROWEST = 8
PROSE = 40
"""How many columns prose needs to stand beside the rest of its row."""
_INDENT = 2
_RULE = 100
"""How long a rule is where the width is endless."""

Cell = str | Text


class Column(NamedTuple):
    """The heading of a column, and how its cells look.

    Numbers stand to the `right`, cells that must stay `whole` are not wrapped before others are; `least` is the width
    that a column has at least, so that several tables have the same one.
    """

    heading: str
    right: bool = False
    whole: bool = False
    least: int = 0


class Row(NamedTuple):
    """The cells of a row, and the prose that belongs to it."""

    cells: Sequence[Cell]
    prose: Cell | None = None


class Fitted(NamedTuple):
    """How a table fits the terminal: the widths of its columns, the room for prose, and whether that is below rows."""

    widths: Sequence[int]
    prose: int
    below: bool


def show_table(
    out: Console,
    columns: Sequence[Column],
    rows: Iterable[Row],
    prose: str = "",
    *,
    room: int = PROSE,
    empty: bool = False,
) -> None:
    """Print rows under their headings; columns that are empty throughout are left out unless they are to stay.

    `prose` is the heading of what belongs to each row as prose: it stands in the last column if that has enough `room`,
    else below its row.
    """
    found = [Row([_text(cell) for cell in row.cells], _text(row.prose or "") if prose else None) for row in rows]
    used = [place for place, _ in enumerate(columns) if empty or any(row.cells[place] for row in found)]
    columns = [columns[place] for place in used]
    found = [Row([row.cells[place] for place in used], row.prose) for row in found]
    fitted = fit(out, columns, found, prose, room)
    beside = prose and not fitted.below
    headings = [Text(column.heading, style="dim") for column in columns]
    for line in _lines(out, columns, Row(headings, Text(prose, style="dim") if beside else None), fitted):
        _print(out, line)
    most = max((_longest(row.prose) for row in found if row.prose), default=0)
    ruled = sum(fitted.widths) + GAP * (len(columns) - 1) + (GAP + min(fitted.prose, most) if beside else 0)
    _print(out, Text("─" * min(ruled, out.width if out.width < ENDLESS else _RULE), style="dim"))
    for row in found:
        for line in _lines(out, columns, row, fitted):
            _print(out, line)


def fit(
    out: Console, columns: Sequence[Column], rows: Sequence[Row], prose: str = "", least_room: int = PROSE
) -> Fitted:
    """Return how a table fits the terminal; cells are made narrower, the widest first, until it does."""
    natural = [
        max(column.least, _longest(column.heading), *(_longest(row.cells[place]) for row in rows))
        for place, column in enumerate(columns)
    ]
    gaps = GAP * (len(columns) - 1)
    fits = sum(natural) + gaps + (GAP + least_room if prose else 0) <= out.width
    widths = natural if fits else _capped(columns, natural)
    room = out.width - sum(widths) - gaps - GAP
    if prose and room >= least_room:
        return Fitted(widths, room, below=False)
    least = [_longest_word(column, place, rows) for place, column in enumerate(columns)]
    return Fitted(
        _narrowed(columns, natural, least, out.width - gaps), max(_NARROWEST, out.width - _INDENT), below=True
    )


def _narrowed(columns: Sequence[Column], natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths that fit: the widest is made narrower first, words and what is to stay whole are cut last."""
    widths = list(natural)
    while sum(widths) > room:
        ranks = [
            (width > least[place] and not columns[place].whole, width > least[place], not columns[place].whole, width)
            for place, width in enumerate(widths)
        ]
        place = max(range(len(widths)), key=ranks.__getitem__)
        if widths[place] <= _NARROWEST:
            break
        widths[place] -= 1
    return widths


def _longest_word(column: Column, place: int, rows: Sequence[Row]) -> int:
    words = (word for row in rows for word in _text(row.cells[place]).plain.split())
    return min(_WIDEST, max((cell_len(word) for word in words), default=len(column.heading)))


def _capped(columns: Sequence[Column], natural: Sequence[int]) -> list[int]:
    return [width if column.whole else min(width, _WIDEST) for column, width in zip(columns, natural, strict=True)]


def _text(cell: Cell) -> Text:
    return cell if isinstance(cell, Text) else Text(visible(cell))


def _longest(cell: Cell) -> int:
    words = cell.plain if isinstance(cell, Text) else cell
    return max(map(cell_len, words.split("\n")), default=0)


def _lines(out: Console, columns: Sequence[Column], row: Row, fitted: Fitted) -> Iterator[Text]:
    """Give the lines of a row, those of prose below it included."""
    cells = [_wrapped(out, _text(cell), width) for cell, width in zip(row.cells, fitted.widths, strict=True)]
    prose = _wrapped(out, _text(row.prose), fitted.prose) if row.prose is not None else []
    beside = [] if fitted.below else [prose]
    for pieces in zip_longest(*cells, *beside):
        line = Text()
        for place, (column, width) in enumerate(zip(columns, fitted.widths, strict=True)):
            piece = pieces[place] or Text()
            blank = " " * max(0, width - cell_len(piece.plain))
            line.append(" " * GAP if place else "")
            line.append_text(Text.assemble(blank, piece) if column.right else Text.assemble(piece, blank))
        if beside and pieces[-1]:
            line.append_text(Text.assemble(" " * GAP, pieces[-1]))
        yield line
    if fitted.below:
        for each in prose:
            yield Text.assemble(" " * _INDENT, each)


def _wrapped(out: Console, cell: Text, width: int) -> list[Text]:
    lines = list(cell.wrap(out, width)) if cell.plain else [Text()]
    for line in lines:
        line.rstrip()
    return lines


def _print(out: Console, line: Text) -> None:
    line.rstrip()
    out.print(line, no_wrap=True, overflow="ignore", crop=False)
