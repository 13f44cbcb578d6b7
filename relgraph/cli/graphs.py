"""The commands that take graphs: ``query``, ``sparql``, ``validate``, ``convert`` and ``formats``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from relgraph.cli.app import app
from relgraph.cli.conditions import Either, Since, Source, Target, Types, Until
from relgraph.cli.files import STREAM, check_outputs, is_store_name, opened, read_graph, tell_omissions
from relgraph.errors import ReadError, UsageError

if TYPE_CHECKING:
    from relgraph.graph import Relations
    from relgraph.graph.conditions import Conditions
    from relgraph.graph.view import Plain
    from relgraph.model import Modality
    from relgraph.sparql import SparqlResult


@app.command()
def query(
    graph_file: Annotated[
        str,
        typer.Argument(
            help="A graph that can be read back (.jsonl) or a store (.db); '-' is standard input.", metavar="GRAPH"
        ),
    ],
    source: Source = None,
    type: Types = None,
    target: Target = None,
    either: Either = None,
    polarity: Annotated[
        Literal["affirmed", "negated", "any"], typer.Option(help="Said to be so, or not so.")
    ] = "affirmed",
    modality: Annotated[
        list[str] | None,
        typer.Option(help="actual, intended, possible or conditional (repeatable).", metavar="MODALITY"),
    ] = None,
    attributed: Annotated[
        bool | None, typer.Option("--attributed/--unattributed", help="Whether the text says who says so.")
    ] = None,
    said_by: Annotated[str | None, typer.Option(help="Who says so.", metavar="NAME")] = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Annotated[float, typer.Option(help="From 0 to 1.", metavar="X")] = 0.0,
    rollup: Annotated[
        bool, typer.Option("--rollup/--no-rollup", help="Count a minister's visit as the country's.")
    ] = True,
    search: Annotated[
        str | None, typer.Option(help='Words of the sentence, in a store: "arms NEAR embargo".', metavar="WORDS")
    ] = None,
    ties: Annotated[bool, typer.Option("--ties", help="Sum up by source, type and target.")] = False,
    format: Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """Ask a graph: the relations that meet all conditions, each with the words that state it.

    \b
    Examples:
      relgraph query graph.jsonl --source Russia --type cooperates
      relgraph query graph.jsonl -s Moscow -t restrains --target Jerusalem --modality actual
      relgraph query graph.jsonl --either Hezbollah --since 2021-03 --format csv > hezbollah.csv
      relgraph query graph.jsonl --polarity negated
    """  # noqa: D301
    asked: Conditions = {
        "either": either,
        "polarity": None if polarity == "any" else polarity,
        "modality": cast("list[Modality]", modality) or None,
        "attributed": attributed,
        "attribution": said_by,
        "since": since,
        "until": until,
        "min_confidence": min_confidence,
        "rollup": rollup,
    }
    with opened(graph_file) as held:
        if search is None:
            found = held.relations(source, type or None, target, **asked)
        elif hasattr(held, "search"):
            found = held.search(search, source, type or None, target, **asked)
        else:
            raise UsageError(f"only a store can be searched: relgraph convert {graph_file} {graph_file}.db makes one")
        _show_found(found, ties, format)


def _show_found(found: Relations, ties: bool, format: Literal["table", "jsonl", "csv"]) -> None:
    if format == "table":
        from relgraph.display import terminal

        terminal.show_relations(terminal.console(), found, ties=ties)
        return
    from relgraph.graph.ties import TIE_COLUMNS
    from relgraph.graph.view import COLUMNS

    rows, columns = (found.ties().to_dicts(), TIE_COLUMNS) if ties else (found.to_dicts(), COLUMNS)
    _print_rows(rows, columns, format)


@app.command()
def sparql(
    graph_file: Annotated[
        str, typer.Argument(help="A graph, or the folder of a SparqlStore; '-' is standard input.", metavar="GRAPH")
    ],
    query: Annotated[str, typer.Argument(help="The query, or a file .rq or .sparql with it.", metavar="QUERY")],
    engine: Annotated[
        Literal["rdflib", "oxigraph"] | None, typer.Option(help="What answers; a store's is oxigraph.")
    ] = None,
    format: Annotated[Literal["table", "json", "csv"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """Ask a graph in SPARQL; the prefixes of relgraph need not be declared. JSON and CSV are those of the standard.

    \b
    Examples:
      relgraph sparql graph.jsonl "SELECT ?who ?whom { ?who rg:sanctions ?whom }"
      relgraph sparql graph.ttl contested.rq --format csv > contested.csv
      relgraph sparql news.store "ASK { country:RUS rg:cooperatesWith country:IRN }"
    """  # noqa: D301
    if query.endswith((".rq", ".sparql")):
        try:
            query = Path(query).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise ReadError(f"{query} is not encoded in UTF-8") from None
    result = _ask(graph_file, query, engine)
    if format == "json":
        print(result.to_json())
    elif format == "csv":
        print(result.to_csv().replace("\r\n", "\n"), end="")
    else:
        from relgraph.display import terminal
        from relgraph.graph.table import counted

        out = terminal.console()
        if result.kind == "ask":
            out.print("yes" if result else "no")
            return
        if result:
            terminal.show_table(out, result.columns, result.cells())
        out.print(counted(len(result), "row"))


@app.command()
def validate(
    graph_file: Annotated[str, typer.Argument(help="A graph in any format; '-' is standard input.", metavar="GRAPH")],
    source_format: Annotated[
        str | None, typer.Option("--from", help="Format of GRAPH, if no suffix says it.", metavar="NAME")
    ] = None,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
) -> None:
    """Check a graph in RDF against the SHACL shapes of relgraph; the exit code is 1 if it has faults.

    \b
    Examples:
      relgraph validate graph.ttl
      relgraph validate graph.jsonl --format json
    """  # noqa: D301
    from relgraph.shacl import validate as validated

    report = validated(graph_file, source_format or ("jsonl" if graph_file == STREAM else None))
    if format == "json":
        print(json.dumps({"conforms": report.conforms, "faults": [asdict(fault) for fault in report.faults]}, indent=2))
    else:
        print(report.text, end="" if report.text.endswith("\n") else "\n")
    if not report:
        raise typer.Exit(1)


@app.command()
def convert(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Graphs that can be read back, then the file to write; '-' is standard input or output.",
            metavar="IN... OUT",
            show_default=False,
        ),
    ],
    source_format: Annotated[
        str | None, typer.Option("--from", help="Format of IN, if no suffix says it.", metavar="NAME")
    ] = None,
    target_format: Annotated[
        str | None, typer.Option("--to", help="Format of OUT, if no suffix says it.", metavar="NAME")
    ] = None,
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
        raise UsageError(f"convert needs a file to read and one to write; there is only {target}")
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
        (first.merge(*others) if others else first).write(target, target_format)
    told = [(name, source_format or ("jsonl" if name == STREAM else None)) for name in sources]
    tell_omissions([*told, (target, target_format)])


@app.command()
def formats() -> None:
    """List the formats that graphs can be written in and read from.

    \b
    Example:
      relgraph formats
    """  # noqa: D301
    from relgraph.display import terminal
    from relgraph.formats import formats as known

    rows = [
        (
            each.name,
            " ".join(each.suffixes),
            ("all" if each.lossless else "in part") if each.readable else "no",
            each.description,
        )
        for each in known()
    ]
    terminal.show_table(terminal.console(), ("name", "suffixes", "read back", "what it is"), rows)


def _ask(name: str, query: str, engine: Literal["rdflib", "oxigraph"] | None) -> SparqlResult:
    from relgraph.sparql import SparqlStore

    if Path(name).is_dir():
        with SparqlStore(name, engine=engine, read_only=True) as store:
            return store.sparql(query)
    return read_graph(name, None).sparql(query, engine=engine or "rdflib")


def _print_rows(rows: Sequence[dict[str, Plain]], columns: Sequence[str], format: Literal["jsonl", "csv"]) -> None:
    if format == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
