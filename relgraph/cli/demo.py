"""The command that shows the whole way on a short text that comes with relgraph: ``demo``."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from relgraph.cli import reading
from relgraph.cli.app import READ, app
from relgraph.cli.files import check_outputs
from relgraph.display.terminal.waiting import waiting

_NAME = "report.txt"


@app.command(rich_help_panel=READ, short_help="The whole way, on a short text that comes with relgraph.")
def demo(
    text: Annotated[bool, typer.Option("--text", help="Print the text alone, to try other commands on it.")] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="Write the graph here, too.", metavar="FILE")
    ] = None,
) -> None:
    """Show on an invented news report what relgraph does: the text, what it says, the graph, and how to go on.

    \b
    Examples:
      relgraph demo
      relgraph demo --text > report.txt
      relgraph demo -o demo.jsonl
    """  # noqa: D301
    report = files("relgraph.data").joinpath("demo.txt").read_text(encoding="utf-8")
    if text:
        print(report, end="")
        return
    check_outputs([output] if output else [], None)
    from relgraph.display.terminal.console import console
    from relgraph.display.terminal.demo import show_beginning, show_way

    out = console()
    show_beginning(out, len(report.split()))
    with waiting("loading the model"):
        from relgraph.readers import read

        graph = reading.extractor().extract(read(text=report, source=_NAME))
    show_way(out, graph)
    if output:
        graph.write(output)
        typer.echo(f"wrote {output}", err=True)
