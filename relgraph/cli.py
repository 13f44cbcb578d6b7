"""The command ``relgraph``: a thin face on the library. Exit codes: 0 done, 1 the input is at fault, 2 the call is."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, cast

import typer

from relgraph import __version__
from relgraph.errors import ReadError, RelgraphError, UsageError

if TYPE_CHECKING:
    from relgraph.extractor import Extractor
    from relgraph.graph import RelationGraph
    from relgraph.graph.view import Plain
    from relgraph.model import Document, Modality
    from relgraph.sparql import SparqlResult

STREAM = "-"

app = typer.Typer(
    name="relgraph",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Model = Annotated[str, typer.Option(help="The spaCy pipeline that parses the text.", metavar="NAME")]
Actors = Annotated[list[Path] | None, typer.Option(help="TOML file of your own actors (repeatable).", metavar="FILE")]
Frames = Annotated[
    list[Path] | None,
    typer.Option(help="TOML file of your own types and frames (repeatable).", metavar="FILE"),
]


def main() -> NoReturn:
    """Run the command with the arguments of the process and leave it with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an arrow that the terminal lacks is no reason to fail
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
      relgraph explain "Moscow warned Tehran."           what was seen, and why
      relgraph convert graph.jsonl graph.ttl             to RDF, GraphML, CSV
    """  # noqa: D301 -- \b keeps the lines of the examples apart


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(help="Texts, web pages; '-' is standard input.", metavar="FILE...", show_default=False),
    ],
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", help="Write the graph here, in the format of its suffix (repeatable).", metavar="FILE"
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
    table: Annotated[bool, typer.Option("--table", help="Print the table although files are written.")] = False,
    top: Annotated[int, typer.Option(help="Rows of the table.", min=1, metavar="N")] = 15,
    actors: Actors = None,
    relations: Frames = None,
    model: Model = "en_core_web_md",
) -> None:
    """Read texts and show or write the graph of their relations; several texts give one graph.

    \b
    Examples:
      relgraph extract article.txt
      relgraph extract monday.html tuesday.html -o week.jsonl -o week.ttl
      curl -s https://example.org/page | relgraph extract - --format jsonl > graph.jsonl
      relgraph extract minutes.txt --keep all --actors mine.toml -o graph.graphml
    """  # noqa: D301
    outputs = list(output or ())
    if STREAM in outputs and format is None:
        raise UsageError("-o - needs --format, such as --format jsonl")
    if format is not None and not outputs:
        outputs = [STREAM]
    _check_outputs(outputs, format)
    reader = _extractor(model, actors, relations)
    documents = [_read(name, keep, encoding) for name in files]
    graph = _graph(reader, documents)
    for target in outputs:
        graph.write(target, format)
        if target != STREAM:
            print(f"wrote {target}", file=sys.stderr)
    if table or not outputs:
        from relgraph.display import terminal

        terminal.show_graph(terminal.console(), graph, top)


@app.command()
def query(
    graph_file: Annotated[
        str, typer.Argument(help="A graph that can be read back (.jsonl); '-' is standard input.", metavar="GRAPH")
    ],
    source: Annotated[str | None, typer.Option("--source", "-s", help="Who acts: any name.", metavar="ACTOR")] = None,
    type: Annotated[
        list[str] | None, typer.Option("--type", "-t", help="Family or type (repeatable).", metavar="TYPE")
    ] = None,
    target: Annotated[str | None, typer.Option(help="Who is acted on.", metavar="ACTOR")] = None,
    either: Annotated[str | None, typer.Option(help="Who stands on either side.", metavar="ACTOR")] = None,
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
    since: Annotated[str | None, typer.Option(help="Year, month or day: 2021-03-15.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option(help="The same, included.", metavar="DATE")] = None,
    min_confidence: Annotated[float, typer.Option(help="From 0 to 1.", metavar="X")] = 0.0,
    rollup: Annotated[
        bool, typer.Option("--rollup/--no-rollup", help="Count a minister's visit as the country's.")
    ] = True,
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
    graph = _read_graph(graph_file, None)
    found = graph.relations(
        source,
        type or None,
        target,
        either=either,
        polarity=None if polarity == "any" else polarity,
        modality=cast("list[Modality]", modality) or None,
        attributed=attributed,
        attribution=said_by,
        since=since,
        until=until,
        min_confidence=min_confidence,
        rollup=rollup,
    )
    if format == "table":
        from relgraph.display import terminal

        terminal.show_relations(terminal.console(), found, ties=ties)
        return
    from relgraph.graph.query import TIE_COLUMNS
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

    What a format does not hold is said on standard error.

    \b
    Examples:
      relgraph convert graph.jsonl graph.ttl
      relgraph convert monday.jsonl tuesday.parquet week.gexf
      relgraph convert graph.jsonl - --to csv | head
    """  # noqa: D301
    *sources, target = files
    if not sources:
        raise UsageError(f"convert needs a file to read and one to write; there is only {target}")
    if sources.count(STREAM) > 1:
        raise UsageError("standard input can be read only once")
    if target == STREAM and target_format is None:
        raise UsageError("standard output has no suffix: add --to, such as --to csv")
    _check_outputs([target], target_format)
    first, *others = [_read_graph(name, source_format) for name in sources]
    (first.merge(*others) if others else first).write(target, target_format)
    told = [(name, source_format or ("jsonl" if name == STREAM else None)) for name in sources]
    _tell_omissions([*told, (target, target_format)])


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


# In


def _extractor(model: str, actors: Sequence[Path] | None, relations: Sequence[Path] | None) -> Extractor:
    from relgraph.extractor import Extractor

    return Extractor(model, actors=actors or (), relations=relations or ())


def _read(name: str, keep: Literal["article", "all"], encoding: str | None) -> Document:
    from relgraph.readers import read

    return read(sys.stdin.buffer if name == STREAM else Path(name), keep=keep, encoding=encoding)


def _graph(reader: Extractor, documents: Iterable[Document]) -> RelationGraph:
    from relgraph.graph import RelationGraph

    return RelationGraph(reader.extract_many(documents), index=reader.index, ontology=reader.ontology)


def _read_graph(name: str, format: str | None) -> RelationGraph:
    from relgraph.formats import read_graph

    return read_graph(name, format or ("jsonl" if name == STREAM else None))


def _ask(name: str, query: str, engine: Literal["rdflib", "oxigraph"] | None) -> SparqlResult:
    from relgraph.sparql import SparqlStore

    if Path(name).is_dir():
        with SparqlStore(name, engine=engine, read_only=True) as store:
            return store.sparql(query)
    return _read_graph(name, None).sparql(query, engine=engine or "rdflib")


def _check_outputs(outputs: Iterable[str], format: str | None) -> None:
    """Fail before the work, not after it, if an output cannot be written."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    for name in outputs:
        if format is None and name == STREAM:
            continue
        chosen = by_name(format) if format is not None else by_filename(os.path.basename(name))
        if name == STREAM and info_of(chosen).binary and sys.stdout.isatty():
            raise UsageError(f"{chosen.NAME} is no text for a terminal: name a file, or send it to another command")
        if name != STREAM and not Path(name).absolute().parent.is_dir():
            raise UsageError(f"there is no folder {Path(name).parent}; create it first")


def _tell_omissions(files: Iterable[tuple[str, str | None]]) -> None:
    """Say on standard error, once a format, what files of these names (or of a named format) do not hold."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    chosen = (by_name(format) if format is not None else by_filename(os.path.basename(name)) for name, format in files)
    for info in dict.fromkeys(map(info_of, chosen)):
        if info.omits:
            print(f"note: {info.name} does not hold {info.omits}", file=sys.stderr)


def _print_rows(rows: Sequence[dict[str, Plain]], columns: Sequence[str], format: Literal["jsonl", "csv"]) -> None:
    if format == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
