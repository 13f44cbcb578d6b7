"""A text with its actors underlined, and the words that state relations in colour or in brackets, with a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text

from relgraph.display.html.text import ShownText, Statement, stretches
from relgraph.display.terminal.console import relation_type
from relgraph.display.terminal.quotes import Styled, styled, trigger_style
from relgraph.display.terminal.relations import how
from relgraph.display.terminal.table import Column, Row, show_table
from relgraph.graph.table import shortened
from relgraph.graph.view import RelationView

if TYPE_CHECKING:
    from rich.console import Console

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORDS = 40


def marked_paragraphs(shown: ShownText, *, brackets: bool) -> Iterator[Text]:
    """Give the paragraphs of a text with what was found in them; without colours, triggers need `brackets`."""
    text = shown.document.text
    styles: list[Styled] = [(each.span.start, each.span.end, "underline") for each in shown.mentions]
    signs: defaultdict[int, Text] = defaultdict(Text)
    for each in reversed(shown.statements):  # of two that end together the inner one, which begins later, closes first
        start, end = each.trigger.start, each.trigger.end
        style = trigger_style(each.relations[0].type)
        styles.append((start, end, style))
        number = str(each.number).translate(_RAISED)
        if brackets:
            signs[end].append(f"]{number}", style)
            signs[start].append("[", style)
        else:
            signs[end] = Text.assemble((number, style), "," if signs[end] else "", signs[end])
    for start, end in stretches(text):
        cuts = sorted({start, end, *(place for place in signs if start < place < end)})
        pieces = [signs[start]]
        for left, right in pairwise(cuts):
            pieces += [styled(text, 0, (left, right), styles), signs[right]]
        yield Text.assemble(*pieces)


def show_statements(out: Console, statements: Sequence[Statement]) -> None:
    """Print what a text says, under the numbers of its places."""
    rows = [
        Row(
            (f"{statement.number}", view.source.name, relation_type(view.type, view.symmetric), view.target.name),
            _words(statement, view),
        )
        for statement in statements
        for view in statement.relations
    ]
    columns = [Column("", right=True, whole=True), Column("source"), Column("relation", whole=True), Column("target")]
    show_table(out, columns, rows, "words")


def _words(statement: Statement, view: RelationView) -> Text:
    """Return the words that state a relation, and what keeps it from being plain fact."""
    trigger = (shortened(statement.trigger.text, _WORDS), trigger_style(view.type))
    return Text.assemble("“", trigger, "”", f" – {how(view)}" if how(view) else "")
