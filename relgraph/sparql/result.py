"""What a SPARQL query gives: rows of plain values, as a table, a pandas frame, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING, Any, Literal, overload

from relgraph.errors import MissingDependencyError
from relgraph.formats.compact import compact_iri
from relgraph.formats.terms import XSD
from relgraph.graph.table import ROWS, counted, table

if TYPE_CHECKING:
    import pandas

Binding = Mapping[str, Any]
"""A term as in the SPARQL 1.1 results format in JSON: ``type`` (uri, literal, bnode, triple), ``value`` and so on."""

Kind = Literal["select", "ask", "graph"]

TRIPLE = ("subject", "predicate", "object")
"""The columns of a query that gives triples: CONSTRUCT and DESCRIBE."""

_STAR = re.compile(r"\A(?:(?!\bselect\b).)*\bselect\s+(?:(?:distinct|reduced)\s+)?\*", re.IGNORECASE | re.DOTALL)
_VARIABLE = re.compile(r"[?$](\w+)")
_INTEGERS = {
    XSD + name
    for name in (
        *("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger"),
        *("negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
}
_NUMBERS = {XSD + name for name in ("decimal", "double", "float")}


class SparqlResult(Sequence[dict[str, Any]]):
    """The rows of an answer, each a dict from column to value; a sequence that never changes.

    IRIs and strings are ``str``, numbers ``int`` or ``float``, days ``date``; where nothing is bound the value is None.
    The answer to an ASK is one row with ``ask``, and ``bool()`` of the result is that answer; a CONSTRUCT or DESCRIBE
    gives the columns ``subject``, ``predicate`` and ``object``. Rows stand in the order that the query asks for; where
    it asks for none they are sorted, so that the same query gives the same result each time and from each engine.
    """

    __slots__ = ("_rows", "_terms", "columns", "kind")

    def __init__(self, kind: Kind, columns: Iterable[str], terms: Iterable[Sequence[Binding | None]]) -> None:
        self.kind: Kind = kind
        """What was asked for: ``select``, ``ask``, or ``graph`` (CONSTRUCT and DESCRIBE)."""
        self.columns: tuple[str, ...] = tuple(columns)
        """The names of the columns, in the order of the query."""
        self._terms = tuple(tuple(row) for row in terms)
        self._rows = tuple(dict(zip(self.columns, map(python_value, row), strict=True)) for row in self._terms)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> SparqlResult: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | SparqlResult:
        if isinstance(index, slice):
            return SparqlResult(self.kind, self.columns, self._terms[index])
        return dict(self._rows[index])

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return self._rows == ({"ask": True},) if self.kind == "ask" else bool(self._rows)

    def __eq__(self, other: object) -> bool:
        """Whether the other is an equal result, or a list or tuple of the same rows."""
        if isinstance(other, list | tuple):
            return list(self._rows) == list(other)
        if not isinstance(other, SparqlResult):
            return NotImplemented
        return (self.kind, self.columns, self._rows) == (other.kind, other.columns, other._rows)

    def __hash__(self) -> int:
        return hash((self.kind, self.columns, len(self._rows)))

    def __repr__(self) -> str:
        if self.kind == "ask":
            return f"SparqlResult: {'yes' if self else 'no'}"
        lines = [f"SparqlResult: {counted(len(self), 'row')}"]
        if self._rows and self.columns:
            lines.append(table(self.columns, self.cells()[:ROWS]))
        if len(self) > ROWS:
            lines.append(f"… and {counted(len(self) - ROWS, 'more row')}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in self.cells()[:ROWS]
        )
        more = f"<p>… and {counted(len(self) - ROWS, 'more row')}</p>" if len(self) > ROWS else ""
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>{more}"

    def cells(self) -> list[tuple[str, ...]]:
        """Return the rows as texts to be read: IRIs with their prefix, nothing where nothing is bound."""
        return [tuple(map(_cell, row)) for row in self._terms]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as a list of dicts."""
        return list(self)

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, one row a row; columns of days have dates. Raises `MissingDependencyError`."""
        try:
            import pandas  # noqa: PLC0415 -- optional, and slow to load
        except ImportError:
            raise MissingDependencyError.named("pandas", "pandas") from None
        frame = pandas.DataFrame(list(self._rows), columns=list(self.columns))
        for column in self.columns:
            values = [row[column] for row in self._rows if row[column] is not None]
            if values and all(isinstance(value, date) and not isinstance(value, datetime) for value in values):
                # Seconds reach as far back as any text; the nanoseconds of older defaults end in 1677.
                frame[column] = frame[column].astype("datetime64[s]")
        return frame

    def to_json(self) -> str:
        """Return the answer in the SPARQL 1.1 query results format in JSON."""
        if self.kind == "ask":
            return json.dumps({"head": {}, "boolean": bool(self)})
        bindings = [
            {name: term for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self._terms
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False)

    def to_csv(self) -> str:
        """Return the answer in the SPARQL 1.1 query results format in CSV: full IRIs, plain texts."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        writer.writerows(["" if term is None else _plain(term) for term in row] for row in self._terms)
        return out.getvalue()


def select_result(
    sparql: str, columns: Sequence[str], rows: Sequence[Sequence[Binding | None]], *, ordered: bool
) -> SparqlResult:
    """Return the result of a SELECT with what the query leaves open decided: the order of rows, and of ``*``."""
    if not _STAR.search(sparql):
        return SparqlResult("select", columns, rows if ordered else in_fixed_order(rows))
    places: dict[str, int] = {}
    for found in _VARIABLE.finditer(sparql):
        places.setdefault(found[1], found.start())
    order = sorted(range(len(columns)), key=lambda index: places.get(columns[index], len(sparql)))
    rows = [[row[index] for index in order] for row in rows]
    return SparqlResult("select", [columns[index] for index in order], rows if ordered else in_fixed_order(rows))


def in_fixed_order(rows: Iterable[Sequence[Binding | None]]) -> list[Sequence[Binding | None]]:
    """Return rows in an order that depends on their terms only."""
    return sorted(rows, key=lambda row: tuple(map(_rank, row)))


def python_value(term: Binding | None) -> Any:  # noqa: ANN401 - a value of any datatype
    """Return a term as the plain value that it stands for; a literal that its datatype does not allow is its text."""
    if term is None:
        return None
    if term["type"] == "triple":
        return tuple(python_value(term["value"][part]) for part in TRIPLE)
    text, datatype = str(term["value"]), term.get("datatype")
    if term["type"] == "bnode":
        return f"_:{text}"
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _NUMBERS:
            return float(text)
        if datatype == XSD + "date":
            return date.fromisoformat(text)
        if datatype == XSD + "dateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text in ("true", "1") if datatype == XSD + "boolean" else text


def _rank(term: Binding | None) -> tuple[Any, ...]:
    if term is None:
        return (0,)
    value = python_value(term)
    if isinstance(value, int | float) and not math.isnan(value):
        return 3, value, ""
    rank = {"bnode": 1, "uri": 2, "literal": 4, "triple": 5}[term["type"]]
    return rank, _plain(term), f"{term.get('datatype')} {term.get('xml:lang')}"


def _plain(term: Binding) -> str:
    value = term["value"]
    if term["type"] == "triple":
        return f"<<( {' '.join(_plain(value[part]) for part in TRIPLE)} )>>"
    return f"_:{value}" if term["type"] == "bnode" else str(value)


def _cell(term: Binding | None) -> str:
    if term is None:
        return ""
    if term["type"] == "triple":
        return f"<<( {' '.join(_cell(term['value'][part]) for part in TRIPLE)} )>>"
    return compact_iri(term["value"]) if term["type"] == "uri" else _plain(term)
