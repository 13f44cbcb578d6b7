"""The application that commands are added to, how its help is arranged, and what it makes of errors."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from relgraph import __version__
from relgraph.errors import RelgraphError, UsageError

READ, LOOK, CHANGE, STORE = "Read", "Look", "Change", "Store"
"""The headings of the commands in the help."""

_MODULES = ("demo", "texts", "show", "page", "queries", "profiles", "sparql", "graphs", "store")
"""The modules that add commands, in the order of the help."""


class Sections(TyperGroup):
    """Commands under the headings that they name as their ``rich_help_panel``, in the order in which they are added."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 -- of Click, or of Typer's copy of it
        """Write the headings, with a line for each command."""
        width = max(map(len, self.commands))
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            title = getattr(command, "rich_help_panel", None) or "Commands"
            line = command.get_short_help_str(200)
            sections.setdefault(title, []).append((name.ljust(width), line))
        for title, lines in sections.items():
            with formatter.section(title):
                formatter.write_dl(lines)


app = typer.Typer(
    name="relgraph",
    cls=Sections,
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
    for name in _MODULES:
        import_module(f"relgraph.cli.{name}")
    try:
        app(prog_name="relgraph")
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
      relgraph demo                                      the whole way, in a minute
      relgraph show article.txt                          what is in it, at a glance
      relgraph extract *.html -o graph.jsonl             many pages, one graph
      relgraph query graph.jsonl --source Russia --type cooperates
      relgraph profile Iran graph.jsonl                  partners, opponents, who speaks about it
      relgraph page graph.jsonl -o graph.html            the network to look at, in any browser
      relgraph explain "Moscow warned Tehran."           what was seen, and why
    """  # noqa: D301 -- \b keeps the lines of the examples apart
