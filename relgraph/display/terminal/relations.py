"""Relations and ties as tables, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from relgraph.display.terminal.bars import bar
from relgraph.display.terminal.console import ENDLESS, family_style, note, relation_type
from relgraph.display.terminal.quotes import QUOTE, WHOLE, quoted, quoted_on_a_line
from relgraph.display.terminal.table import Column, Row, fit, show_table
from relgraph.graph.table import counted, shortened

if TYPE_CHECKING:
    from rich.console import Console

    from relgraph.graph import RelationGraph, Relations, Ties
    from relgraph.graph.view import RelationView

_ENDS = (Column("source"), Column("relation", whole=True), Column("target"))
_BAR, _TITLE = 8, 60
_LINE = 60
"""How many columns a quotation on a line needs to say enough."""
_NARROW = 70
"""Below this width, bars are half as long."""


def show_graph(out: Console, graph: RelationGraph, top: int) -> None:
    """Print the strongest ties of a graph with an example each, and how much of it is not plain fact."""
    relations = graph.relations()
    ties, number = relations.strongest_ties(top)
    show_ties(out, ties)
    tell_more(out, number - len(ties), "tie", number)
    note(out, summary(relations, f"in {counted(len(graph.documents), 'document')}"))


def show_relations(out: Console, relations: Relations, top: int | None = None, *, ties: bool = False) -> None:
    """Print relations, or their sums, each with its words; at most `top` rows."""
    if ties:
        found, number = (relations.ties(), 0) if top is None else relations.strongest_ties(top)
        show_ties(out, found)
        tell_more(out, number - len(found), "tie", number)
    elif relations:
        shown = relations[:top]
        documents = relations.places_by(lambda hit, facts: (facts.document(hit.relation),))
        several, endless = len(documents) > 1, out.width >= ENDLESS
        rows = [Row((*ends(view), how(view)), _words(view, endless=endless, with_document=several)) for view in shown]
        show_table(out, (*_ENDS, Column("how")), rows, "words")
        tell_more(out, len(relations) - len(shown), "relation", len(relations))
    note(out, summary(relations))


def show_ties(out: Console, ties: Ties) -> None:
    """Print ties with their number, as a bar too, and the plainest and surest example of each."""
    if not ties:
        return
    most, longest = max(tie.count for tie in ties), _BAR if out.width >= _NARROW else _BAR // 2
    columns = (*_ENDS, Column("times", right=True, whole=True), Column("", whole=True))
    rows, examples = [], []
    for tie in ties:
        # A plain statement is a better example than a guess, a sure reading a better one than a doubtful one.
        example = min(tie.relations, key=lambda each: (len(each.qualifiers), bool(each.attribution), -each.confidence))
        length = Text(bar(tie.count, most, longest), family_style(tie.type))
        kind = relation_type(tie.type, tie.symmetric)
        rows.append(Row((tie.source.name, kind, tie.target.name, f"{tie.count:,}", length)))
        examples.append(example)
    width = fit(out, columns, rows, "for example", _LINE).prose
    told = [quoted(each) if out.width >= ENDLESS else quoted_on_a_line(each, width) for each in examples]
    rows = [row._replace(prose=words) for row, words in zip(rows, told, strict=True)]
    show_table(out, columns, rows, "for example", room=_LINE)


def ends(view: RelationView) -> tuple[str | Text, ...]:
    """Return the cells for the source, the type and the target of a relation."""
    return view.source.name, relation_type(view.type, view.symmetric), view.target.name


def how(view: RelationView) -> str:
    """Return what keeps a relation from being plain fact, who says so, and when."""
    said = [f"says {shortened(view.attribution.name, _TITLE)}"] if view.attribution else []
    return ", ".join([*view.qualifiers, *said, *([view.when.text] if view.when else [])])


def summary(relations: Relations, where: str = "") -> str:
    """Return how many relations there are, what is among them, and what was set aside."""
    line = " ".join(filter(None, (counted(len(relations), "relation"), where)))
    return f"{line}; {relations.notes}" if relations.notes else line


def tell_more(out: Console, number: int, noun: str, total: int | None = None) -> None:
    """Print how many rows a table left out, and what shows them; nothing if it left out none."""
    if number > 0:
        how = f" (--top {total} shows all)" if total else ""
        note(out, f"… and {counted(number, f'more {noun}')}{how}")


def told(counts: Sequence[tuple[str, int]], top: int) -> str:
    """Return names with numbers in a line, at most `top` of them, and how many more there are."""
    more = f" … and {len(counts) - top:,} more" if len(counts) > top else ""
    return ", ".join(f"{shortened(name, _TITLE)} ×{number:,}" for name, number in counts[:top]) + more


def _words(view: RelationView, *, endless: bool, with_document: bool) -> Text:
    words = quoted(view, WHOLE if endless else QUOTE)
    if with_document:
        document = view.document
        day = [str(document.published)] if document.published else []
        told = ", ".join([shortened(document.title or document.source or document.id, _TITLE), *day])
        words.append(f" – {told}", "dim")
    return words
