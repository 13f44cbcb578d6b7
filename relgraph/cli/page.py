"""The command that writes a page: ``page``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relgraph.cli import conditions
from relgraph.cli.app import LOOK, app
from relgraph.cli.files import STREAM, opened
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph.conditions import Conditions


@app.command(rich_help_panel=LOOK, short_help="The network as a page for any browser, in one file.")
def page(
    graph_file: conditions.GraphFile,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The page; by default FILE with the suffix .html, here.", metavar="PAGE"),
    ] = None,
    source: conditions.Source = None,
    type: conditions.Types = None,
    target: conditions.Target = None,
    either: conditions.Either = None,
    since: conditions.Since = None,
    until: conditions.Until = None,
    min_confidence: conditions.MinConfidence = 0.0,
    rollup: conditions.Rollup = True,
    limit: Annotated[
        int, typer.Option(help="How many relations at most; the weakest ties are left out.", min=1, metavar="N")
    ] = 5000,
    title: Annotated[str | None, typer.Option(help="What stands above.", metavar="WORDS")] = None,
) -> None:
    """Write a page that anybody can open in a browser: the network, to search, filter and read, in one file.

    \b
    Examples:
      relgraph page article.txt -o article.html
      relgraph page graph.jsonl --limit 2000 --title "The year in brief"
      relgraph page archive.db --either Hezbollah --since 2021 -o hezbollah.html
    """  # noqa: D301
    written = output or Path(f"{'graph' if graph_file == STREAM else Path(graph_file).stem}.html")
    if written.exists() and graph_file != STREAM and written.samefile(graph_file):
        raise UsageError(f"the page would replace {graph_file}; name another file with -o")
    asked: Conditions = {"since": since, "until": until, "min_confidence": min_confidence, "rollup": rollup}
    if either is not None:
        asked["either"] = either
    with opened(graph_file) as held, waiting("drawing"):
        held.save_page(written, source, type or None, target, limit=limit, title=title, **asked)
    print(f"wrote {written}", file=sys.stderr)
