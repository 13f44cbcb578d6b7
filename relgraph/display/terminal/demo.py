"""From a text to a graph, step by step: what ``relgraph demo`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from relgraph.display.terminal.console import heading, note, paragraph
from relgraph.display.terminal.relations import show_ties, summary, tell_more
from relgraph.display.terminal.text import marked_paragraphs, show_statements
from relgraph.graph import RelationGraph

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 100
_TIES = 6
NEXT = (
    ("relgraph demo --text > report.txt", "the text as a file, to try these on"),
    ("relgraph show report.txt", "a text, a graph or a store at a glance"),
    ("relgraph page report.txt", "a page for the browser, to search and filter"),
    ("relgraph extract report.txt -o report.jsonl", "keep the graph; .ttl, .graphml, .csv, .db too"),
    ("relgraph query report.jsonl -s Oslo -t restrains", "ask it, by any name of an actor"),
    ("relgraph profile Iceland report.jsonl", "partners, opponents, and who speaks of it"),
    ('relgraph explain "Oslo may sanction Iceland."', "why a sentence gives what it gives"),
    ("relgraph --help", "all commands"),
)
"""Commands to go on with, and what each does."""


def show_beginning(out: Console, words: int) -> None:
    """Print what is going to be shown."""
    paragraph(
        out, Text.assemble(("relgraph demo", "bold"), f"  an invented news report of {words} words, read by grammar")
    )


def show_way(out: Console, graph: RelationGraph) -> None:
    """Print the text with its marks, what it says, the graph, and what to do next."""
    shown = graph.show_text()
    plain = out.color_system is None
    told = "numbers stand where it states a relation"
    heading(out, "1  The text", told if plain else f"actors are underlined, {told}")
    for words in marked_paragraphs(shown, brackets=plain):
        out.print()
        paragraph(out, words, 2, widest=_WIDEST)
    heading(out, "2  What it says", "and the words that say so")
    show_statements(out, shown.statements)
    relations = graph.relations()
    heading(out, "3  The graph", "affirmed relations, summed up")
    ties, number = relations.strongest_ties(_TIES)
    show_ties(out, ties)
    tell_more(out, number - len(ties), "tie")
    note(out, summary(relations))
    heading(out, "4  What to do next")
    width = max(len(command) for command, _ in NEXT)
    for command, told in NEXT:
        beside = out.width >= width + 2 + max(len(told) for _, told in NEXT) + 2
        if beside:
            paragraph(out, Text.assemble((command.ljust(width), "bold"), f"  {told}"), 2)
        else:
            paragraph(out, Text(command, "bold"), 2)
            paragraph(out, told, 6)
