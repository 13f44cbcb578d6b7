"""The application that commands are added to, and what it makes of errors."""

from __future__ import annotations

import io
import sys
from typing import Annotated, NoReturn

import typer

from relgraph import __version__
from relgraph.errors import RelgraphError, UsageError

app = typer.Typer(
    name="relgraph",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main() -> NoReturn:
    """Run the command with the arguments of the process and leave it with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an arrow that the terminal lacks is no reason to fail
    import relgraph.cli.graphs
    import relgraph.cli.profiles
    import relgraph.cli.store
    import relgraph.cli.texts  # noqa: F401 - importing these adds their commands

    try:
        app()
    except UsageError as error:
        code, problem = 2, str(error)
    except RelgraphError as error:
        code, problem = 1, str(error)
    except OSError as error:
        code, problem = 1, f"{error.filename}: {error.strerror}" if error.filename else str(error)
    print(f"relgraph: {' '.join(problem.split())}", file=sys.stderr)
    sys.exit(code)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"relgraph {__version__}")
        raise typer.Exit


@app.callback()
def _relgraph(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Who cooperates with, disputes, restrains or fights whom: read it out of text, with the words that say so.

    \b
    Examples:
      relgraph extract article.txt                       the strongest ties, each with its words
      relgraph extract *.html -o graph.jsonl             many pages, one graph
      relgraph query graph.jsonl --source Russia --type cooperates
      relgraph profile Iran graph.jsonl                  partners, opponents, who speaks about it
      relgraph explain "Moscow warned Tehran."           what was seen, and why
      relgraph convert graph.jsonl graph.ttl             to RDF, GraphML, CSV
    """  # noqa: D301 -- \b keeps the lines of the examples apart
