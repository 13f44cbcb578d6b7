"""Relations as rows of an Arrow table, one flat row each, and back without loss; needs pyarrow.

The columns are those of a CSV file (`relgraph.formats.flat`) with numbers, truth values and dates as such; what these
do not say is in ``relation_extra``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from relgraph.formats.arrow import arrow_type, column, load_pyarrow, plain, struct_of
from relgraph.formats.flat import table_columns, table_row
from relgraph.formats.network import relation_of
from relgraph.model import Evidence, Relation, Span
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    import pyarrow

    from relgraph.graph.view import RelationView

_DATES = frozenset({"start", "end", "published"})
_EXTRA = {**dict.fromkeys(("source", "target", "attribution", "when"), Span), "evidence": tuple[Evidence, ...]}


def relation_fields() -> list[tuple[str, pyarrow.DataType]]:
    """Return the columns of relations, with their types."""
    kinds: dict[str, Any] = {name: int for name in table_columns() if name.endswith(("_start", "_end", "_count"))}
    kinds |= {**dict.fromkeys(_DATES, date), "sign": int, "confidence": float, "symmetric": bool}
    columns = [(name, arrow_type(kinds.get(name, str))) for name in table_columns()]
    return [*columns, ("relation_extra", struct_of(_EXTRA))]


def relation_row(view: RelationView, ontology: Ontology) -> dict[str, Any]:
    """Return the row of a relation as a graph shows it; `ontology` gives the sign of its type."""
    row: dict[str, Any] = {**table_row(view, ontology), "relation_extra": _extra(view.relation)}
    for name in _DATES:
        row[name] = date.fromisoformat(row[name]) if row[name] else None
    return row


def relations_of(table: pyarrow.Table) -> Iterator[Relation]:
    """Yield the relation of every row; raises `KeyError`, `TypeError` or `ValueError` if something is wrong."""
    names = [*table_columns(), "relation_extra"]
    columns = (plain(table[name]) for name in names)
    for cells in zip(*columns, strict=True):
        data = {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}
        if extra := data.pop("relation_extra", None):
            data["extra"] = {name: value for name, value in extra.items() if value is not None}
        yield relation_of(data["id"], data["source_actor_id"], data["target_actor_id"], data)


def table_of(rows: Iterable[Mapping[str, Any]], schema: pyarrow.Schema) -> pyarrow.Table:
    """Return rows as a table with the columns of `schema`; what a row does not have is null."""
    pa = load_pyarrow()
    known = list(rows)
    columns = [column([row.get(field.name) for row in known], field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _extra(relation: Relation) -> dict[str, Any] | None:
    """Return what the columns do not say: spans of mentions that differ from the evidence's, and further evidence."""
    main, attribution, when = relation.evidence[0], relation.attribution, relation.when
    spans = {
        "source": None if relation.source.span == main.source else relation.source.span,
        "target": None if relation.target.span == main.target else relation.target.span,
        "attribution": attribution.span if attribution else None,
        "when": when.span if when else None,
    }
    extra: dict[str, Any] = {name: span.model_dump() for name, span in spans.items() if span is not None}
    if len(relation.evidence) > 1:
        extra["evidence"] = [further.model_dump() for further in relation.evidence[1:]]
    return extra or None
