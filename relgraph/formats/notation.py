"""Triples in the notations of Turtle and N-Triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from relgraph.formats.terms import PREFIXES, RDF, XSD, Iri, Term, Triple

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-]))*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_BARE = {XSD + "boolean", XSD + "integer", XSD + "decimal"}
_LONGEST_NAMESPACE_FIRST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def turtle_lines(statements: Iterable[Triple]) -> Iterator[str]:
    """Yield a Turtle file of triples; those with the same subject, and under it the same property, are neighbours."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject, about in groupby(statements, key=itemgetter(0)):
        yield f"\n{_iri(subject)}"
        separator = "\n"
        for predicate, group in groupby(about, key=itemgetter(1)):
            verb = "a" if predicate == RDF + "type" else _iri(predicate)
            yield f"{separator}    {verb} {', '.join(_term(triple[2]) for triple in group)}"
            separator = " ;\n"
        yield " .\n"


def ntriples_line(triple: Triple) -> str:
    """Return a triple as a line of N-Triples."""
    subject, predicate, term = triple
    if isinstance(term, Iri):
        return f"<{subject}> <{predicate}> <{term}> .\n"
    quoted = f'"{_ESCAPED.sub(_escape, term.text)}"'
    return f"<{subject}> <{predicate}> {quoted}{f'^^<{term.datatype}>' if term.datatype else ''} .\n"


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return _iri(term)
    if term.datatype in _BARE:
        return term.text
    quoted = f'"{_ESCAPED.sub(_escape, term.text)}"'
    return quoted if term.datatype is None else f"{quoted}^^{_iri(term.datatype)}"


def _iri(iri: Iri) -> str:
    for prefix, namespace in _LONGEST_NAMESPACE_FIRST:
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            return f"{prefix}:{local}" if _LOCAL_NAME.fullmatch(local) else f"<{iri}>"
    return f"<{iri}>"


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
