"""Why a text gave the relations that it gave: what ``relgraph explain`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from relgraph.display.terminal.console import heading, paragraph, relation_type
from relgraph.display.terminal.table import Column, Row, show_table
from relgraph.graph.table import counted
from relgraph.graph.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from relgraph.pipeline.explain import Explanation, RelationFound, WordSeen

_LABEL = len("words  ")


def show_explanation(out: Console, seen: Explanation, *, show_all: bool = False) -> None:
    """Print what was seen in a text; with `show_all` also the frames that miss a word beside theirs."""
    out.print(Text("Actors", "bold"))
    if seen.actors:
        columns = [Column(name) for name in ("words", "actor", "stands for", "read as")]
        show_table(out, columns, [Row((a.words, a.actor or "–", a.stands_for or "", a.how)) for a in seen.actors])
    else:
        out.print("  none is named")
    heading(out, "Relations")
    for relation in seen.relations:
        _show_found(out, relation)
    if not seen.relations:
        out.print("  none")
    heading(out, "Frames")
    for word in seen.words:
        _show_word(out, word, show_all=show_all)
    if not seen.words:
        out.print("  none knows a word of this")


def _show_found(out: Console, relation: RelationFound) -> None:
    kept = relation.dropped is None
    label = relation_type(relation.type, relation.symmetric)
    pair = Text.assemble(visible(relation.source), "  ", label, "  ", visible(relation.target))
    paragraph(out, Text.assemble("✓ " if kept else "✗ ", pair, style="" if kept else "dim"), 2, hang=2)
    how = [relation.polarity, relation.modality, *([f"says {relation.said_by}"] if relation.said_by else [])]
    lines = [
        f"words  “{relation.source_text}” … “{relation.trigger}” … “{relation.target_text}”",
        f"frame  {relation.frame}, confidence {relation.confidence:.2f}",
        f"how    {', '.join(how)}",
        *(f"since  {reason}" for reason in (*relation.reasons, *relation.doubts)),
    ]
    for line in lines:
        paragraph(out, line, 6, hang=_LABEL)
    if not kept:
        paragraph(out, f"dropped: {relation.dropped}", 6, hang=2)


def _show_word(out: Console, word: WordSeen, *, show_all: bool) -> None:
    lacking = sum(tried.outcome == "missing word" for tried in word.frames)
    paragraph(out, f"{word.word} ({word.word_class})", 2)
    for tried in word.frames:
        if tried.outcome == "fired":
            paragraph(out, Text(visible(f"✓ {tried.frame}: {tried.why}"), "green"), 6, hang=4)
        elif show_all or tried.outcome != "missing word":
            paragraph(out, f"✗ {tried.frame}: {tried.outcome}: {tried.why}", 6, hang=4)
    if lacking and not show_all:
        told = f"✗ {counted(lacking, 'frame')} for this word in a phrase that is not here (--all lists them)"
        paragraph(out, told, 6, hang=4)
