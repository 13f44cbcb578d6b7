"""The command that tells of an actor: ``profile``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from relgraph.cli.app import app
from relgraph.cli.files import opened

if TYPE_CHECKING:
    from relgraph.graph.conditions import Conditions


@app.command()
def profile(
    actor: Annotated[str, typer.Argument(help="Who: any name or id.", metavar="ACTOR")],
    graph_file: Annotated[
        str,
        typer.Argument(
            help="A graph that can be read back (.jsonl) or a store (.db); '-' is standard input.", metavar="GRAPH"
        ),
    ],
    type: Annotated[
        list[str] | None, typer.Option("--type", "-t", help="Family or type (repeatable).", metavar="TYPE")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Year, month or day: 2021-03-15.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option(help="The same, included.", metavar="DATE")] = None,
    min_confidence: Annotated[float, typer.Option(help="From 0 to 1.", metavar="X")] = 0.0,
    rollup: Annotated[
        bool, typer.Option("--rollup/--no-rollup", help="Count a minister's visit as the country's.")
    ] = True,
    top: Annotated[int, typer.Option(help="How many of each kind to show.", min=1, metavar="N")] = 8,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="How to print; JSON has all of it.")
    ] = "table",
) -> None:
    """Tell of an actor: names, partners and opponents, what it does, who speaks about it, and the words that say so.

    \b
    Examples:
      relgraph profile Iran graph.jsonl
      relgraph profile Moscow archive.db --since 2021 --top 20
      relgraph profile Hezbollah graph.jsonl --format json
    """  # noqa: D301
    asked: Conditions = {"since": since, "until": until, "min_confidence": min_confidence, "rollup": rollup}
    with opened(graph_file) as held:
        found = held.profile(actor, type or None, **asked)
        if format == "json":
            print(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
            return
        from relgraph.display import terminal
        from relgraph.display.profile import show_profile

        show_profile(terminal.console(), found, top)
