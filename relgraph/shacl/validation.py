"""Checking RDF against the shapes, with pySHACL (extra ``shacl``)."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from relgraph.errors import MissingDependencyError
from relgraph.formats.as_rdflib import rdflib_triples
from relgraph.formats.files import Target, choose, opened
from relgraph.formats.owl import vocabulary
from relgraph.formats.parsing import Syntax, to_rdflib
from relgraph.formats.rdf import triples
from relgraph.formats.registry import readable
from relgraph.formats.terms import Triple
from relgraph.graph import RelationGraph
from relgraph.ontology import Ontology
from relgraph.shacl.shapes import SH, shapes

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True)
class Fault:
    """One thing that is not as the shapes want it.

    `focus` is the resource at fault, `path` the property, `value` the value (both None where it is no single one),
    `shape` what is broken, `message` says why in words.
    """

    focus: str
    path: str | None
    value: str | None
    shape: str
    message: str


@dataclass(frozen=True)
class Report:
    """What a validation found: true if there is no fault. `text` is the report of pySHACL."""

    faults: tuple[Fault, ...]
    text: str

    @property
    def conforms(self) -> bool:
        """Whether the data are as they should be."""
        return not self.faults

    def __bool__(self) -> bool:
        return self.conforms

    def __str__(self) -> str:
        return self.text


def validate(source: RelationGraph | Target, format: str | None = None, *, ontology: Ontology | None = None) -> Report:
    """Check a graph, or a file, against the shapes, and return what is wrong.

    A file of RDF is checked as it is, whoever wrote it; one of another format as the RDF that it would give. `format`
    names its format if no suffix does; `ontology` (default: the one of relgraph) has the relation types. Raises
    `MissingDependencyError` without pySHACL, and what `read_graph` raises for a file that cannot be read.
    """
    try:
        import pyshacl  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingDependencyError.named("pyshacl", "shacl") from None
    ontology = ontology or (source.ontology if isinstance(source, RelationGraph) else Ontology.default())
    data = _data(source, format, ontology)
    for triple in rdflib_triples(vocabulary(ontology)):
        data.add(triple)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pySHACL uses what rdflib deprecates
        _, results, text = pyshacl.validate(
            data,
            shacl_graph=_rdflib_graph(shapes()),
            inference="none",
            do_owl_imports=False,
        )
    return Report(tuple(sorted(_faults(results), key=_order)), text)


def _data(source: RelationGraph | Target, format: str | None, ontology: Ontology) -> rdflib.Graph:
    if isinstance(source, RelationGraph):
        return _rdflib_graph(triples(source.extractions(), ontology=ontology))
    chosen = choose(source, format)
    syntax: Syntax | None = next((known for known in get_args(Syntax) if known == chosen.NAME), None)
    with opened(source) as stream:
        if syntax is not None:
            return to_rdflib(stream, syntax)
        return _rdflib_graph(triples(readable(chosen).read(stream).extractions(), ontology=ontology))


def _rdflib_graph(statements: Iterable[Triple]) -> rdflib.Graph:
    import rdflib  # noqa: PLC0415 - slow to load

    graph = rdflib.Graph()
    for triple in rdflib_triples(statements):
        graph.add(triple)
    return graph


def _faults(results: rdflib.Graph) -> Iterator[Fault]:
    import rdflib  # noqa: PLC0415 - slow to load

    shacl = rdflib.Namespace(SH)
    for result in results.subjects(rdflib.RDF.type, shacl.ValidationResult):

        def told(name: str, result: rdflib.term.Node = result) -> str | None:
            value = results.value(result, shacl[name])
            return None if value is None else str(value)

        messages = sorted(str(message) for message in results.objects(result, shacl.resultMessage))
        yield Fault(
            focus=told("focusNode") or "",
            path=told("resultPath"),
            value=told("value"),
            shape=told("sourceShape") or "",
            message="; ".join(messages),
        )


def _order(fault: Fault) -> tuple[str, str, str, str, str]:
    return fault.focus, fault.path or "", fault.value or "", fault.shape, fault.message
