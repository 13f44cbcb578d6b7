"""The command that asks a graph by conditions: ``query``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from relgraph.cli import conditions
from relgraph.cli.app import LOOK, app
from relgraph.cli.files import opened
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph, Relations
    from relgraph.graph.view import Plain
    from relgraph.store import Store


@app.command(rich_help_panel=LOOK, short_help="The relations that meet conditions, each with its words.")
def query(
    graph_file: conditions.GraphFile,
    source: conditions.Source = None,
    type: conditions.Types = None,
    target: conditions.Target = None,
    either: conditions.Either = None,
    polarity: conditions.Polarity = "affirmed",
    modality: conditions.Modalities = None,
    attributed: conditions.Attributed = None,
    said_by: conditions.SaidBy = None,
    since: conditions.Since = None,
    until: conditions.Until = None,
    min_confidence: conditions.MinConfidence = 0.0,
    rollup: conditions.Rollup = True,
    search: conditions.Search = None,
    ties: Annotated[bool, typer.Option("--ties", help="Sum up by source, type and target.")] = False,
    top: conditions.Top = 50,
    format: Annotated[
        Literal["table", "jsonl", "csv"],
        typer.Option("--format", "-f", help="How to print; JSON Lines and CSV have all rows."),
    ] = "table",
) -> None:
    """Ask a graph: the relations that meet all conditions, each with the words that state it.

    \b
    Examples:
      relgraph query graph.jsonl --source Russia --type cooperates
      relgraph query graph.jsonl -s Moscow -t restrains --target Jerusalem --modality actual
      relgraph query graph.jsonl --either Hezbollah --since 2021-03 --format csv > hezbollah.csv
      relgraph query graph.jsonl --polarity negated
    """  # noqa: D301
    asked: dict[str, Any] = {
        **{"either": either, "polarity": None if polarity == "any" else polarity, "modality": modality or None},
        **{"attributed": attributed, "attribution": said_by, "since": since, "until": until},
        **{"min_confidence": min_confidence, "rollup": rollup},
    }
    with opened(graph_file) as held:
        with waiting("looking"):
            found = _found(graph_file, held, search, source, type or None, target, **asked)
        if format == "table":
            from relgraph.display.terminal.console import console
            from relgraph.display.terminal.relations import show_relations

            show_relations(console(), found, top, ties=ties)
        else:
            _print_found(found, format, ties=ties)


def _found(
    name: str,
    held: RelationGraph | Store,
    search: str | None,
    *ends: Any,  # noqa: ANN401 -- source, type and target
    **asked: Any,  # noqa: ANN401 -- conditions
) -> Relations:
    from relgraph.store import Store

    if search is None:
        return held.relations(*ends, **asked)
    if isinstance(held, Store):
        return held.search(search, *ends, **asked)
    made = Path(name).with_suffix(".db").name
    raise UsageError(f"only a store can be searched; relgraph convert {name} {made} makes one")


def _print_found(found: Relations, format: Literal["jsonl", "csv"], *, ties: bool) -> None:
    from relgraph.graph.ties import TIE_COLUMNS
    from relgraph.graph.view import COLUMNS

    rows, columns = (found.ties().to_dicts(), TIE_COLUMNS) if ties else (found.to_dicts(), COLUMNS)
    _print_rows(rows, columns, format)


def _print_rows(rows: Sequence[dict[str, Plain]], columns: Sequence[str], format: Literal["jsonl", "csv"]) -> None:
    if format == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
