"""The commands that read texts: ``extract`` and ``explain``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from relgraph.cli import reading
from relgraph.cli.app import READ, app
from relgraph.cli.conditions import Top
from relgraph.cli.files import STREAM, check_outputs
from relgraph.cli.many import check_sources, columns_of, fill_store, graph_of, store_among
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph


@app.command(rich_help_panel=READ, short_help="Read texts, and show or write the graph of their relations.")
def extract(
    files: reading.Texts,
    output: reading.Outputs = None,
    format: reading.OutputFormat = None,
    keep: reading.Keep = "article",
    encoding: reading.Encoding = None,
    columns: reading.Columns = None,
    jobs: reading.Jobs = 1,
    strict: reading.Strict = False,
    copies: reading.Copies = "near",
    mixed: reading.Mixed = False,
    report: reading.ReportFile = None,
    thorough: reading.Thorough = False,
    table: reading.Table = False,
    top: Top = 15,
    quiet: reading.Quiet = False,
    actors: reading.Actors = None,
    relations: reading.Frames = None,
    own_only: reading.OwnOnly = False,
    model: reading.Model = reading.MODEL,
) -> None:
    """Read texts and show or write the graph of their relations; several texts give one graph.

    What cannot be read is skipped and told of at the end. A store goes on where an earlier run stopped.

    \b
    Examples:
      relgraph extract article.txt
      relgraph extract monday.html tuesday.html -o week.jsonl -o week.ttl
      curl -s https://example.org/page | relgraph extract - --format jsonl > graph.jsonl
      relgraph extract minutes.txt --keep all --actors mine.toml -o graph.graphml
      relgraph extract articles/ feed.jsonl.gz --jobs 4 -o archive.db
    """  # noqa: D301
    if STREAM in (output or ()) and format is None:
        raise UsageError("-o - needs --format, such as --format jsonl")
    outputs = output or ([STREAM] if format is not None else [])
    store = store_among(outputs, format)
    if store is None:
        check_outputs(outputs, format)
    check_sources(files, report)
    options: dict[str, Any] = {"keep": keep, "encoding": encoding, "columns": columns_of(columns or ())}
    options |= {"jobs": jobs, "copies": copies, "errors": "raise" if strict else "skip"}
    reader = reading.extractor(model, actors, relations, thorough=thorough, own_only=own_only)
    if store is not None:
        fill_store(reader, store, files, report, quiet=quiet, mixed=mixed, **options)
        return
    graph = graph_of(reader, files, report, quiet=quiet, **options)
    _write(graph, outputs, format, quiet=quiet)
    if table or not outputs:
        from relgraph.display.terminal.console import console
        from relgraph.display.terminal.relations import show_graph

        show_graph(console(), graph, top)


def _write(graph: RelationGraph, outputs: Sequence[str], format: str | None, *, quiet: bool) -> None:
    for target in outputs:
        with waiting(f"writing {target}"):
            graph.write(target, format)
        if target != STREAM and not quiet:
            print(f"wrote {target}", file=sys.stderr)


@app.command(rich_help_panel=READ, short_help="Why a sentence gave what it gave, and what it did not.")
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a few; '-' is standard input.")],
    show_all: Annotated[bool, typer.Option("--all", help="List frames that miss a word beside them, too.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
    actors: reading.Actors = None,
    relations: reading.Frames = None,
    own_only: reading.OwnOnly = False,
    model: reading.Model = reading.MODEL,
) -> None:
    """Show what is seen in a sentence: actors, the frames tried, the one that fired, and why others did not.

    \b
    Examples:
      relgraph explain "Moscow warned Tehran that it would not sell arms to the militias."
      relgraph explain "Peru ghosted Chile." --relations mine.toml
      echo "Iran may attack." | relgraph explain - --format json
    """  # noqa: D301
    text = sys.stdin.read() if sentence == STREAM else sentence
    if not text.strip():
        raise UsageError("there is no sentence to explain")
    with waiting("loading the model"):
        from relgraph.pipeline.explain import explain as explained

        reader = reading.extractor(model, actors, relations, own_only=own_only)
        seen = explained(reader.reading(text), reader.frames)
    if format == "json":
        print(json.dumps(asdict(seen), ensure_ascii=False, indent=2))
        return
    from relgraph.display.terminal.console import console
    from relgraph.display.terminal.explanation import show_explanation

    show_explanation(console(), seen, show_all=show_all)
