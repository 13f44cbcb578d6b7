"""The command that shows a graph at a glance: ``show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.cli import conditions
from relgraph.cli.app import LOOK, app
from relgraph.cli.files import STREAM, opened
from relgraph.display.terminal.waiting import waiting

if TYPE_CHECKING:
    from relgraph.graph.conditions import Conditions


@app.command(rich_help_panel=LOOK, short_help="A graph, a store or a text at a glance.")
def show(
    graph_file: conditions.GraphFile,
    source: conditions.Source = None,
    type: conditions.Types = None,
    target: conditions.Target = None,
    either: conditions.Either = None,
    since: conditions.Since = None,
    until: conditions.Until = None,
    min_confidence: conditions.MinConfidence = 0.0,
    rollup: conditions.Rollup = True,
    top: conditions.Top = 10,
) -> None:
    """Show at a glance what is in a graph, a store or a text, or what of it meets the conditions.

    Its size, its families over time, the strongest ties with an example each, contested pairs, the most quoted sources,
    and what is only possible, intended or denied.

    \b
    Examples:
      relgraph show article.html
      relgraph show graph.jsonl --either Iran --top 20
      relgraph show archive.db --type restrains --since 2021
    """  # noqa: D301
    asked: Conditions = {"since": since, "until": until, "min_confidence": min_confidence, "rollup": rollup}
    if either is not None:
        asked["either"] = either
    name = "standard input" if graph_file == STREAM else graph_file
    with opened(graph_file) as held:
        from relgraph.display.terminal.console import console
        from relgraph.display.terminal.overview import overview_of, show_overview

        out = console()
        with waiting("looking"), out.capture() as shown:
            show_overview(out, name, overview_of(held, source, type or None, target, **asked), top)
    print(shown.get(), end="")
