"""JSON-LD: the graph as RDF in JSON, for the web and for programs that read JSON and know nothing of RDF.

It holds the triples that Turtle holds, see `relgraph.formats.rdf`: one object a line for each actor, document, relation
and passage, in the order of the graph, with the short names of a context (`relgraph.formats.context`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import IO, TYPE_CHECKING, Literal

from relgraph.errors import UsageError
from relgraph.formats.context import URL, Context
from relgraph.formats.parsing import parse
from relgraph.formats.rdf import triples
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE, RDF, Triple
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "jsonld"
SUFFIXES = (".jsonld",)
LOSSLESS = True

_TYPE = RDF + "type"


def write(
    graph: RelationGraph,
    stream: IO[bytes],
    *,
    text: bool = True,
    mentions: bool = True,
    ontology: Ontology | None = None,
    base: str = BASE,
    context: Literal["inline", "url"] = "inline",
) -> None:
    """Write the graph.

    Without `text` the full text of the documents is left out, without `mentions` all mentions of actors beside those in
    relations. `ontology` (default: the one of the graph) gives the properties of the types. All ids lie below `base`.
    `context` says whether the file has the context in it or names its address; relgraph reads both and fetches neither.
    Raises `UsageError` for any other `context`.
    """
    ontology = ontology or graph.ontology
    extractions = graph.extractions()
    used = sorted({relation.type for extraction in extractions for relation in extraction.relations})
    names, value = _context(context, used, ontology, base)
    statements = triples(extractions, text=text, mentions=mentions, ontology=ontology, base=base)
    stream.write(f'{{"@context": {value},\n"@graph": ['.encode())
    separator = "\n"
    for node in _nodes(statements, names):
        stream.write(f"{separator}{json.dumps(node, ensure_ascii=False)}".encode())
        separator = ",\n"
    stream.write(b"\n]}\n")


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph of a file that relgraph wrote; raises `FormatError` for anything else.

    A file may have been written anew by another program, as long as its context is in it or is that of relgraph.
    """
    return restore(parse(stream, "jsonld"))


def _context(context: str, types: list[str], ontology: Ontology, base: str) -> tuple[Context, str]:
    if context == "inline":
        names = Context(ontology, types=types, base=base)
        return names, names.text()
    if context != "url":
        raise UsageError(f"context={context!r} is neither 'inline' nor 'url'")
    names = Context(Ontology.default(), base=base)
    published = Context(Ontology.default()).definition()
    moved = {name: iri for name, iri in names.definition().items() if published[name] != iri}
    return names, json.dumps([URL, moved] if moved else URL)


def _nodes(statements: Iterable[Triple], names: Context) -> Iterator[dict[str, object]]:
    """Yield one object a subject, which begins with its class and its id: a parser that streams wants to know these."""
    for subject, about in groupby(statements, key=itemgetter(0)):
        classes: list[object] = []
        values: dict[str, list[object]] = {}
        for _, predicate, term in about:
            if predicate == _TYPE:
                classes.append(names.class_name(str(term)))
            else:
                values.setdefault(names.key(predicate), []).append(names.value(predicate, term))
        node: dict[str, object] = {"@type": _one_or_all(classes)} if classes else {}
        node["@id"] = names.compact(subject)
        yield {**node, **{key: _one_or_all(found) for key, found in values.items()}}


def _one_or_all(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
