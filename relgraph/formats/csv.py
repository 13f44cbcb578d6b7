"""CSV: one relation a row, for spreadsheets, R and pandas.

Comma-separated UTF-8 with a header; every cell is quoted, missing values are empty, booleans ``true`` and ``false``.
The columns begin with those of `RelationGraph.to_frame`: ``source`` and ``target`` are rolled up (the country of a
minister), ``source_actor`` and ``target_actor`` are the actors that the text names. The words are those of the
relation's main evidence. Negated, possible and conditional relations are in it; see ``polarity`` and ``modality``.

Cells hold exactly what the text says. A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a
formula, and a text from an unknown hand may contain one: for a file that goes into a spreadsheet, write with
``guard_formulas=True``, which puts an apostrophe in front of such cells. Lone surrogates, which no UTF-8 file can hold,
become U+FFFD.
"""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING

from relgraph.formats.flat import Scalar, table_columns, table_row
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "csv"
SUFFIXES = (".csv",)
OMITS = "the full texts, further evidence and mentions outside relations"

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(
    graph: RelationGraph, stream: IO[bytes], *, guard_formulas: bool = False, ontology: Ontology | None = None
) -> None:
    """Write one row a relation; `ontology` (default: the one of relgraph) gives the signs of the types."""
    columns = table_columns()
    ontology = ontology or graph.ontology
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL)

    def put(cells: list[str]) -> None:
        writer.writerow(cells)
        stream.write(line.getvalue().encode("utf-8"))
        line.seek(0)
        line.truncate()

    put(list(columns))
    for view in graph.relations(polarity=None):
        row = table_row(view, ontology)
        put([_cell(row[column], guard_formulas) for column in columns])


def _cell(value: Scalar | None, guard: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    text = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return f"'{text}" if guard and text.startswith(FORMULA_STARTS) else text
