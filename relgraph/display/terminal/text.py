"""A text with its actors underlined, and the words that state relations in colour or in brackets, with a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from relgraph.display.html.text import ShownText, Statement, stretches
from relgraph.display.terminal.console import relation_type
from relgraph.display.terminal.quotes import Styled, styled, trigger_style
from relgraph.display.terminal.relations import how
from relgraph.display.terminal.table import Column, Row, show_table
from relgraph.graph.table import shortened

if TYPE_CHECKING:
    from rich.console import Console

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORDS = 40


class _Mark(NamedTuple):
    """What is put into a text at a place: the end of a statement comes before the beginning of another one."""

    place: int
    begins: bool
    sign: str
    style: str


def marked_paragraphs(shown: ShownText, *, brackets: bool) -> Iterator[Text]:
    """Give the paragraphs of a text with what was found in them; without colours, triggers need `brackets`."""
    text = shown.document.text
    styles: list[Styled] = [(each.span.start, each.span.end, "underline") for each in shown.mentions]
    marks: list[_Mark] = []
    for each in shown.statements:
        start, end = each.trigger.start, each.trigger.end
        style = trigger_style(each.relations[0].type)
        styles.append((start, end, style))
        marks.append(_Mark(end, False, f"{']' if brackets else ''}{str(each.number).translate(_RAISED)}", style))
        marks += [_Mark(start, True, "[", style)] if brackets else []
    marks.sort()
    for start, end in stretches(text):
        found, at = Text(), start
        for mark in (mark for mark in marks if start <= mark.place <= end):
            if mark.place > at:
                found.append_text(styled(text, 0, (at, mark.place), styles))
            found.append(mark.sign, mark.style)
            at = mark.place
        if at < end:
            found.append_text(styled(text, 0, (at, end), styles))
        yield found


def show_statements(out: Console, statements: Sequence[Statement]) -> None:
    """Print what a text says, under the numbers of its places."""
    rows = [
        Row(
            (
                f"{statement.number}",
                view.source.name,
                relation_type(view.type, view.symmetric),
                view.target.name,
                how(view),
                Text(shortened(statement.trigger.text, _WORDS), trigger_style(view.type)),
            )
        )
        for statement in statements
        for view in statement.relations
    ]
    columns = [
        Column("", right=True, whole=True),
        Column("source"),
        Column("relation", whole=True),
        Column("target"),
        Column("how"),
        Column("words"),
    ]
    show_table(out, columns, rows)
