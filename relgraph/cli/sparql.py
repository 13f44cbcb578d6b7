"""The command that asks a graph in SPARQL: ``sparql``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from relgraph.cli.app import LOOK, app
from relgraph.cli.files import read_graph
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import ReadError

if TYPE_CHECKING:
    from relgraph.sparql import SparqlResult

Engine = Literal["rdflib", "oxigraph"]


@app.command(rich_help_panel=LOOK, short_help="The answer to a question in SPARQL.")
def sparql(
    graph_file: Annotated[
        str, typer.Argument(help="A graph, or the folder of a SparqlStore; '-' is standard input.", metavar="FILE")
    ],
    query: Annotated[str, typer.Argument(help="The query, or a file .rq or .sparql with it.", metavar="QUERY")],
    engine: Annotated[Engine | None, typer.Option(help="What answers; a store's is oxigraph.")] = None,
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
    elif result.kind == "ask":
        print("yes" if result else "no")
    else:
        from relgraph.display.terminal.console import console
        from relgraph.display.terminal.table import Column, Row, show_table
        from relgraph.graph.table import counted

        if result:
            show_table(console(), [Column(name) for name in result.columns], map(Row, result.cells()), empty=True)
        print(counted(len(result), "row"))


def _ask(name: str, query: str, engine: Engine | None) -> SparqlResult:
    from relgraph.sparql import SparqlStore

    if Path(name).is_dir():
        with waiting("looking"), SparqlStore(name, engine=engine, read_only=True) as store:
            return store.sparql(query)
    graph = read_graph(name, None)
    with waiting("looking"):
        return graph.sparql(query, engine=engine or "rdflib")
