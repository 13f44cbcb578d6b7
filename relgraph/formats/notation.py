"""Triples in the notations of Turtle and N-Triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from relgraph.formats.terms import PREFIXES, RDF, XSD, Iri, Term, Triple

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-]))*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# The second half keeps "<<" out of strings, so that a reader can count triple terms without looking for strings.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|<(?=<)')
_BARE = {XSD + "boolean", XSD + "integer", XSD + "decimal"}


class Turtle:
    """Writes terms as Turtle does, with the prefixes of a file."""

    def __init__(self, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._prefixes = prefixes
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._verbs: dict[str, str] = {RDF + "type": "a"}

    def head(self) -> Iterator[str]:
        """Yield the lines that declare the prefixes."""
        for prefix, namespace in self._prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def block(self, statements: Iterable[Triple]) -> Iterator[str]:
        """Yield the lines of triples; those with the same subject, and under it the same property, are neighbours."""
        for subject, about in groupby(statements, key=itemgetter(0)):
            yield f"\n{self.iri(subject)}"
            separator = "\n"
            for predicate, group in groupby(about, key=itemgetter(1)):
                values = ", ".join([self.term(triple[2]) for triple in group])
                yield f"{separator}    {self.verb(predicate)} {values}"
                separator = " ;\n"
            yield " .\n"

    def verb(self, predicate: Iri) -> str:
        """Return a property as it stands between subject and object."""
        verb = self._verbs.get(predicate)
        if verb is None:
            verb = self._verbs[predicate] = self.iri(predicate)
        return verb

    def term(self, term: Term) -> str:
        """Return a term."""
        if isinstance(term, Iri):
            return self.iri(term)
        if term.datatype in _BARE:
            return term.text
        return quoted(term.text) if term.datatype is None else f"{quoted(term.text)}^^{self.verb(term.datatype)}"

    def iri(self, iri: Iri) -> str:
        """Return an IRI, with a prefix if what follows its namespace is a plain name; blank nodes stay as they are."""
        # A plain name holds neither of these, so that only one namespace can fit.
        at = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._by_namespace.get(iri[:at])
        if prefix is not None and _LOCAL_NAME.fullmatch(iri, at):
            return f"{prefix}:{iri[at:]}"
        return iri if iri.startswith("_:") else f"<{iri}>"


def turtle_lines(statements: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> Iterator[str]:
    """Yield a Turtle file of triples; those with the same subject, and under it the same property, are neighbours."""
    turtle = Turtle(prefixes)
    yield from turtle.head()
    yield from turtle.block(statements)


def ntriples_line(triple: Triple) -> str:
    """Return a triple as a line of N-Triples."""
    subject, predicate, term = triple
    return f"<{subject}> <{predicate}> {ntriples_term(term)} .\n"


def ntriples_term(term: Term) -> str:
    """Return a term as N-Triples and N-Quads write it."""
    if isinstance(term, Iri):
        return f"<{term}>"
    return quoted(term.text) if term.datatype is None else f"{quoted(term.text)}^^<{term.datatype}>"


def quoted(text: str) -> str:
    """Return a string in quotes, with what cannot be seen in it escaped."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
