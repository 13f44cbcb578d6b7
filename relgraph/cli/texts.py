"""The commands that read texts: ``extract`` and ``explain``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from relgraph.cli.app import app
from relgraph.cli.files import STREAM, check_outputs
from relgraph.cli.many import check_sources, columns_of, fill_store, graph_of, store_among
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.extractor import Extractor

Model = Annotated[str, typer.Option(help="The spaCy pipeline that parses the text.", metavar="NAME")]
Actors = Annotated[list[Path] | None, typer.Option(help="TOML file of your own actors (repeatable).", metavar="FILE")]
Frames = Annotated[
    list[Path] | None,
    typer.Option(help="TOML file of your own types and frames (repeatable).", metavar="FILE"),
]


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Texts, pages, tables, archives, folders of them; '-' is standard input.",
            metavar="FILE...",
            show_default=False,
        ),
    ],
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            help="Write the graph here, in the format of its suffix (repeatable); .db is a store that can be added to.",
            metavar="FILE",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", help="The format; without -o to standard output.", metavar="NAME"),
    ] = None,
    keep: Annotated[
        Literal["article", "all"], typer.Option(help="Keep the article of a page only, or all its text.")
    ] = "article",
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of the texts, if it is not plain.", metavar="NAME")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(help="What is where in a table: text=body,title=headline (repeatable).", metavar="NAME=COLUMN"),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", help="Processes that work at once.", min=1, metavar="N")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be read.")] = False,
    copies: Annotated[
        Literal["near", "same", "keep"],
        typer.Option(help="What counts as a copy of an earlier text: nearly the same, the same, or nothing."),
    ] = "near",
    mixed: Annotated[
        bool, typer.Option("--mixed", help="Add to a store that was filled with another version or other options.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option(help="Write what became of the inputs here, as JSON.", metavar="FILE")
    ] = None,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="Parse texts, too, in which no relation can be, for their mentions.")
    ] = False,
    table: Annotated[bool, typer.Option("--table", help="Print the table although files are written.")] = False,
    top: Annotated[int, typer.Option(help="Rows of the table.", min=1, metavar="N")] = 15,
    actors: Actors = None,
    relations: Frames = None,
    model: Model = "en_core_web_md",
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
    outputs = list(output or ())
    if STREAM in outputs and format is None:
        raise UsageError("-o - needs --format, such as --format jsonl")
    if format is not None and not outputs:
        outputs = [STREAM]
    store = store_among(outputs, format)
    if store is None:
        check_outputs(outputs, format)
    check_sources(files, report)
    options: dict[str, Any] = {"keep": keep, "encoding": encoding, "columns": columns_of(columns or ())}
    options |= {"jobs": jobs, "copies": copies, "errors": "raise" if strict else "skip"}
    reader = _extractor(model, actors, relations, thorough=thorough)
    if store is not None:
        fill_store(reader, store, files, report, mixed=mixed, **options)
        return
    graph = graph_of(reader, files, report, **options)
    for target in outputs:
        graph.write(target, format)
        if target != STREAM:
            print(f"wrote {target}", file=sys.stderr)
    if table or not outputs:
        from relgraph.display import terminal

        terminal.show_graph(terminal.console(), graph, top)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a few; '-' is standard input.")],
    show_all: Annotated[bool, typer.Option("--all", help="List frames that miss a word beside them, too.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
    actors: Actors = None,
    relations: Frames = None,
    model: Model = "en_core_web_md",
) -> None:
    """Show what is seen in a sentence: actors, the frames tried, the one that fired, and why others did not.

    \b
    Examples:
      relgraph explain "Moscow warned Tehran that it would not sell arms to the militias."
      relgraph explain "Peru ghosted Chile." --relations mine.toml
      echo "Iran may attack." | relgraph explain - --format json
    """  # noqa: D301
    from relgraph.pipeline.explain import explain as explained

    text = sys.stdin.read() if sentence == STREAM else sentence
    if not text.strip():
        raise UsageError("there is no sentence to explain")
    reader = _extractor(model, actors, relations)
    seen = explained(reader.reading(text), reader.frames)
    if format == "json":
        print(json.dumps(asdict(seen), ensure_ascii=False, indent=2))
        return
    from relgraph.display import terminal

    terminal.show_explanation(terminal.console(), seen, show_all=show_all)


def _extractor(
    model: str, actors: Sequence[Path] | None, relations: Sequence[Path] | None, *, thorough: bool = False
) -> Extractor:
    from relgraph.extractor import Extractor

    return Extractor(model, actors=actors or (), relations=relations or (), thorough=thorough)
