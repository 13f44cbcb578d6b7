"""The command that tells of an actor: ``profile``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from relgraph.cli import conditions
from relgraph.cli.app import LOOK, app
from relgraph.cli.completion import complete_actors
from relgraph.cli.files import opened
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph.conditions import Conditions


@app.command(rich_help_panel=LOOK, short_help="An actor: partners, opponents, deeds, who speaks of it.")
def profile(
    actor: Annotated[
        str,
        typer.Argument(
            help="Who: any name or id.", metavar="ACTOR", show_default=False, autocompletion=complete_actors
        ),
    ],
    graph_file: conditions.GraphFile,
    type: conditions.Types = None,
    since: conditions.Since = None,
    until: conditions.Until = None,
    min_confidence: conditions.MinConfidence = 0.0,
    rollup: conditions.Rollup = True,
    top: Annotated[int, typer.Option("--top", "-n", help="How many of each kind to show.", min=1, metavar="N")] = 8,
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
    if os.path.exists(actor) and not os.path.exists(graph_file):
        raise UsageError(f"the actor comes first: relgraph profile {graph_file!r} {actor}")
    asked: Conditions = {"since": since, "until": until, "min_confidence": min_confidence, "rollup": rollup}
    with opened(graph_file) as held:
        with waiting("looking"):
            found = held.profile(actor, type or None, **asked)
        if format == "json":
            print(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
            return
        from relgraph.display.terminal.console import console
        from relgraph.display.terminal.profile import show_profile

        show_profile(console(), found, top)
