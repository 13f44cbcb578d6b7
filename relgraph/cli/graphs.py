"""The commands that write graphs anew and check them: ``convert``, ``validate`` and ``formats``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from relgraph.cli.app import CHANGE, app
from relgraph.cli.completion import complete_formats
from relgraph.cli.files import STREAM, check_outputs, is_store_name, must_exist, naming, read_graph, tell_omissions
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.formats import FormatInfo

FormatOfIn = Annotated[
    str | None,
    typer.Option(
        "--from", help="Format of what is read, if no suffix says it.", metavar="NAME", autocompletion=complete_formats
    ),
]
FormatOfOut = Annotated[
    str | None,
    typer.Option(
        "--to", help="Format of what is written, if no suffix says it.", metavar="NAME", autocompletion=complete_formats
    ),
]


@app.command(rich_help_panel=CHANGE, short_help="Write graphs in another format, several merged into one.")
def convert(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Graphs that can be read back, then the file to write; '-' is standard input or output.",
            metavar="IN... OUT",
            show_default=False,
        ),
    ],
    source_format: FormatOfIn = None,
    target_format: FormatOfOut = None,
) -> None:
    """Write graphs in another format, several merged into one; `relgraph formats` lists names and suffixes.

    A store (.db) is added to. What a format does not hold is said on standard error.

    \b
    Examples:
      relgraph convert graph.jsonl graph.ttl
      relgraph convert monday.jsonl tuesday.parquet week.gexf
      relgraph convert graph.jsonl - --to csv | head
    """  # noqa: D301
    from relgraph.store import Store

    *sources, target = files
    if not sources:
        raise UsageError(f"convert needs a file to read and one to write: relgraph convert {target} OUT")
    if sources.count(STREAM) > 1:
        raise UsageError("standard input can be read only once")
    if target == STREAM and target_format is None:
        raise UsageError("standard output has no suffix: add --to, such as --to csv")
    check_outputs([target], target_format)
    if is_store_name(target, target_format):
        with Store(target, write=True) as store:
            for name in sources:
                store.add(read_graph(name, source_format).extractions())
    else:
        first, *others = [read_graph(name, source_format) for name in sources]
        with waiting(f"writing {target}"):
            (first.merge(*others) if others else first).write(target, target_format)
    told = [(name, source_format or ("jsonl" if name == STREAM else None)) for name in sources]
    tell_omissions([*told, (target, target_format)])


@app.command(rich_help_panel=CHANGE, short_help="Check a graph against the SHACL shapes of relgraph.")
def validate(
    graph_file: Annotated[str, typer.Argument(help="A graph in any format; '-' is standard input.", metavar="FILE")],
    source_format: FormatOfIn = None,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
) -> None:
    """Check a graph in RDF against the SHACL shapes of relgraph; the exit code is 1 if it has faults.

    \b
    Examples:
      relgraph validate graph.ttl
      relgraph validate graph.jsonl --format json
    """  # noqa: D301
    from relgraph.shacl import validate as validated

    if graph_file != STREAM:
        must_exist(graph_file)
    with waiting(f"checking {graph_file}"), naming(graph_file):
        report = validated(graph_file, source_format or ("jsonl" if graph_file == STREAM else None))
    if format == "json":
        print(json.dumps({"conforms": report.conforms, "faults": [asdict(fault) for fault in report.faults]}, indent=2))
    else:
        print(report.text, end="" if report.text.endswith("\n") else "\n")
    if not report:
        raise typer.Exit(1)


@app.command(rich_help_panel=CHANGE, short_help="List the formats that graphs can be written in and read from.")
def formats() -> None:
    """List the formats that graphs can be written in and read from.

    \b
    Example:
      relgraph formats
    """  # noqa: D301
    from relgraph.display.terminal.console import console
    from relgraph.display.terminal.table import Column, Row, show_table
    from relgraph.formats import formats as known

    rows = [
        Row((each.name, " ".join(each.suffixes), _read_back(each)), each.description.replace("``", "`"))
        for each in known()
    ]
    columns = [Column(name, whole=True) for name in ("name", "suffixes", "read back")]
    show_table(console(), columns, rows, "what it is")


def _read_back(format: FormatInfo) -> str:
    if not format.readable:
        return "no"
    return "all" if format.lossless else "in part"
