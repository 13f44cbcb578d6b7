"""What a query may not do: reach out of the process, or be so intricate that a parser dies of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from relgraph.errors import UsageError
from relgraph.formats.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query

DEEPEST = 100
"""How many brackets of a query may be open at a time."""
MOST_OPERATORS = 500
"""How many operators a query may have."""

_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SPECIAL = re.compile(r"\b(service|from|order)\b", re.IGNORECASE)
_REACHING = re.compile(r"\bservice\b|\bfrom\s+(named\b|<|[\w-]*:)", re.IGNORECASE)
_IRI_OR_STRING = r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_TOKEN = re.compile(rf"{_IRI_OR_STRING}|([(\[{{])|([)\]}}])|([!+*/|&^=-]|\b(?:optional|union|minus)\b)", re.IGNORECASE)
_FETCHES = "a query may not use SERVICE, FROM or FROM NAMED: relgraph never fetches data"


def parsed(sparql: str) -> Query:
    """Return a query as rdflib's own form of it; raises `UsageError` if it is not SPARQL 1.1 or reaches out."""
    from rdflib.plugins.sparql import prepareQuery  # noqa: PLC0415 - slow to load

    refuse_intricate(sparql)
    try:
        prepared = prepareQuery(sparql, initNs=dict(PREFIXES))
    except Exception as error:  # pyparsing's and rdflib's own have no common base below this
        raise no_query(error) from None
    if _reaches_out(prepared.algebra):
        raise UsageError(_FETCHES)
    return prepared


def has_order(prepared: Query) -> bool:
    """Whether the query itself, not only a part of it, asks for an order of its rows."""
    node = prepared.algebra
    while getattr(node, "name", None) in {"SelectQuery", "Slice", "Distinct", "Reduced", "Project"}:
        node = node["p"]
    return getattr(node, "name", None) == "OrderBy"


def checked(sparql: str) -> bool:
    """Return whether a query for another engine than rdflib asks for an order; raises `UsageError` if it reaches out.

    Such an engine may know more of SPARQL than rdflib, which is therefore asked only where a word raises a doubt.
    """
    refuse_intricate(sparql)
    text = _UNICODE.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), sparql)
    if not _SPECIAL.search(text):
        return False
    try:
        return has_order(parsed(sparql))
    except UsageError as error:
        if str(error) == _FETCHES or _REACHING.search(text):
            raise
        return re.search(r"\border\s+by\b", text, re.IGNORECASE) is not None


def no_query(error: Exception) -> UsageError:
    """Return the error for what is not SPARQL."""
    return UsageError(f"this is not a SPARQL query: {str(error) or type(error).__name__}")


def refuse_intricate(sparql: str) -> None:
    """Raise `UsageError` for a query on which the parser of an engine could overflow its stack, ending the process."""
    depth = operators = 0
    for token in _TOKEN.finditer(sparql):
        opening, closing, operator = token.groups()
        depth = max(0, depth + (opening is not None) - (closing is not None))
        operators += operator is not None
        if depth > DEEPEST or operators > MOST_OPERATORS:
            raise UsageError(f"a query may have {DEEPEST} brackets open at a time and {MOST_OPERATORS} operators")


def _reaches_out(algebra: Any) -> bool:  # noqa: ANN401 - rdflib's algebra is nested dicts, lists and terms
    if isinstance(algebra, dict):
        # Not `get`: rdflib's nodes give every key a value.
        named = "datasetClause" in algebra and algebra["datasetClause"] is not None
        if named or getattr(algebra, "name", None) == "ServiceGraphPattern":
            return True
        return any(_reaches_out(value) for value in algebra.values())
    return isinstance(algebra, list | tuple) and any(_reaches_out(item) for item in algebra)
