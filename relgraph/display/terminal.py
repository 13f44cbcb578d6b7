"""Tables and explanations for the terminal, in plain text where there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relgraph.graph.table import counted

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph, Relations, Ties
    from relgraph.graph.view import RelationView
    from relgraph.pipeline.explain import Explanation, RelationFound, WordSeen

_QUOTE = 150
_PLAIN_WIDTH = 120


class Quotation(NamedTuple):
    """A piece of a sentence on one line, cut in three at the trigger."""

    before: str
    trigger: str
    after: str


def console() -> Console:
    """Return a console on standard output: without any escape sequence if that is no terminal or NO_COLOR is set."""
    terminal = sys.stdout.isatty()
    plain = not terminal or bool(os.environ.get("NO_COLOR"))
    width = None if terminal or os.environ.get("COLUMNS") else _PLAIN_WIDTH
    # Markup is off since texts contain square brackets.
    return Console(color_system=None if plain else "auto", highlight=False, markup=False, emoji=False, width=width)


def show_table(out: Console, header: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> None:
    """Print rows under their header; the last column takes the room that is left, numbers stand to the right."""
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        grid.add_column(name, no_wrap=name in ("relation", "name"), justify="right" if name == "times" else "left")
    for row in rows:
        grid.add_row(*row)
    if out.color_system is not None:
        out.print(grid)
        return
    with out.capture() as drawn:
        out.print(grid)
    out.file.writelines(f"{line.rstrip()}\n" for line in drawn.get().splitlines())


def show_graph(out: Console, graph: RelationGraph, top: int) -> None:
    """Print the strongest ties of a graph with an example each, and how much of it is not plain fact."""
    relations = graph.relations()
    ties = relations.ties()
    _show_ties(out, ties[:top])
    if len(ties) > top:
        out.print(f"… and {counted(len(ties) - top, 'more tie')} (--top {len(ties)} shows all)")
    out.print(_summary(relations, f"in {counted(len(graph.documents), 'document')}"))


def show_relations(out: Console, relations: Relations, *, ties: bool = False) -> None:
    """Print relations, or their sums, each with its words."""
    if ties:
        _show_ties(out, relations.ties())
    elif relations:
        rows = (
            (view.source.name, _label(view.type, view.symmetric), view.target.name, _how(view), _quote(view))
            for view in relations
        )
        show_table(out, ("source", "relation", "target", "how", "words"), rows)
    out.print(_summary(relations))


def show_explanation(out: Console, seen: Explanation, *, show_all: bool = False) -> None:
    """Print what was seen in a text; with `show_all` also the frames that miss a word beside theirs."""
    out.print("Actors")
    if seen.actors:
        actors = ((a.words, a.actor or "–", a.stands_for or "", a.how) for a in seen.actors)
        show_table(out, ("words", "actor", "stands for", "read as"), actors)
    else:
        out.print("  none is named")
    out.print("\nRelations")
    for relation in seen.relations:
        _show_found(out, relation)
    if not seen.relations:
        out.print("  none")
    out.print("\nFrames")
    for word in seen.words:
        _show_word(out, word, show_all=show_all)
    if not seen.words:
        out.print("  none knows a word of this")


def quotation(view: RelationView, width: int = _QUOTE) -> Quotation:
    """Return the part of the sentence that states a relation, of about `width` characters, cut between words."""
    text, offset = view.sentence.text, view.sentence.start
    spans = (view.source_span, view.trigger, view.target_span)
    first, last = min(span.start for span in spans) - offset, max(span.end for span in spans) - offset
    at, until = view.trigger.start - offset, view.trigger.end - offset
    spare = width - (last - first)
    if spare >= 0:
        start, end = max(0, first - spare // 2), min(len(text), last + spare // 2)
    else:
        start, end = max(first, at - width // 2), min(last, until + width // 2)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    before, trigger, after = (re.sub(r"\s+", " ", part) for part in (text[start:at], text[at:until], text[until:end]))
    return Quotation(f"{'…' if start > 0 else ''}{before}", trigger, f"{after}{'…' if end < len(text) else ''}")


def _show_ties(out: Console, ties: Ties) -> None:
    rows = []
    for tie in ties:
        # A plain statement is a better example than a guess, a sure reading a better one than a doubtful one.
        example = min(tie.relations, key=lambda each: (len(each.qualifiers), bool(each.attribution), -each.confidence))
        label = _label(tie.type, tie.symmetric)
        rows.append((tie.source.name, label, tie.target.name, str(tie.count), _quote(example)))
    if rows:
        show_table(out, ("source", "relation", "target", "times", "for example"), rows)


def _summary(relations: Relations, where: str = "") -> str:
    line = " ".join(filter(None, (counted(len(relations), "relation"), where)))
    return f"{line}; {relations.notes}" if relations.notes else line


def _label(type: str, symmetric: bool) -> str:
    return f"{type} {'↔' if symmetric else '→'}"


def _how(view: RelationView) -> str:
    said = [f"says {view.attribution.name}"] if view.attribution else []
    return ", ".join([*view.qualifiers, *said, *([view.when.text] if view.when else [])])


def _quote(view: RelationView) -> Text:
    before, trigger, after = quotation(view)
    return Text.assemble("“", before, (trigger, "bold"), after, "”")


def _show_found(out: Console, relation: RelationFound) -> None:
    kept = relation.dropped is None
    label = _label(relation.type, relation.symmetric)
    pair = f"  {'✓' if kept else '✗'} {relation.source}  {label}  {relation.target}"
    out.print(pair, style="green" if kept else "dim")
    how = [relation.polarity, relation.modality, *([f"says {relation.said_by}"] if relation.said_by else [])]
    lines = [
        f"words  “{relation.source_text}” … “{relation.trigger}” … “{relation.target_text}”",
        f"frame  {relation.frame}, confidence {relation.confidence:.2f}",
        f"how    {', '.join(how)}",
        *(f"since  {reason}" for reason in (*relation.reasons, *relation.doubts)),
        *([f"dropped: {relation.dropped}"] if relation.dropped else []),
    ]
    for line in lines:
        out.print(f"      {line}", soft_wrap=True)


def _show_word(out: Console, word: WordSeen, *, show_all: bool) -> None:
    lacking = sum(tried.outcome == "missing word" for tried in word.frames)
    out.print(f"  {word.word} ({word.word_class})")
    for tried in word.frames:
        if tried.outcome == "fired":
            out.print(f"      ✓ {tried.frame}: {tried.why}", style="green", soft_wrap=True)
        elif show_all or tried.outcome != "missing word":
            out.print(f"      ✗ {tried.frame}: {tried.outcome}: {tried.why}", soft_wrap=True)
    if lacking and not show_all:
        out.print(f"      ✗ {counted(lacking, 'frame')} for this word in a phrase that is not here (--all lists them)")
