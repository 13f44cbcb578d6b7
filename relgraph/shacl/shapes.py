"""The SHACL shapes of relgraph's RDF, made of the tables of the vocabulary (`relgraph.formats.vocabulary`).

``relgraph/data/shapes.ttl`` is what `build` returns. To write it anew after a change of the vocabulary:
``python -c "from relgraph.shacl.shapes import build, FILE; FILE.write_text(build(), encoding='utf-8')"``.

The shapes need the vocabulary beside the data (``relgraph/data/ontology.ttl``), which says what is below a class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from relgraph.formats.notation import Turtle
from relgraph.formats.terms import (
    BASE,
    DCTERMS,
    OA,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    RG,
    SKOS,
    XSD,
    Iri,
    Literal,
    Term,
    Triple,
    decimal,
    integer,
    string,
)
from relgraph.formats.vocabulary import (
    BORROWED,
    ESCAPED_STRING,
    PROPERTIES,
    VALUE_CLASSES,
    VALUES,
    Property,
    rg,
    value_iri,
)

FILE = Path(str(files("relgraph").joinpath("data", "shapes.ttl")))
"""The copy of the shapes that ships with relgraph."""

SH = "http://www.w3.org/ns/shacl#"
SHAPES = BASE + "shapes#"

_A = Iri(RDF + "type")
_TEXTS = Iri(SHAPES + "texts")
_NAMED_ONLY = frozenset({rg("parent"), rg("attributionActor")})
"""Properties whose actor need not be told of in the same data."""
_STATED_DIRECTLY = """\
SELECT $this ?path ?value
WHERE {
  $this ?path ?value .
  ?concept rg:property ?path ; skos:broader ?family .
  FILTER NOT EXISTS {
    ?relation rg:type ?concept ; rg:polarity polarity:affirmed ; rg:modality modality:actual ;
      rg:source ?source ; rg:target ?target ; rg:symmetric ?symmetric .
    FILTER ((?source = $this && ?target = ?value) || (?symmetric && ?source = ?value && ?target = $this))
  }
}"""
"""Direct triples that no affirmed, actual relation bears out."""


def build() -> str:
    """Return the shapes as a Turtle file."""
    used = (
        "rg",
        "polarity",
        "modality",
        "via",
        "granularity",
        "dc",
        "dcterms",
        "oa",
        "owl",
        "prov",
        "rdf",
        "rdfs",
        "skos",
        "xsd",
    )
    turtle = Turtle({"sh": SH, "shapes": SHAPES, **{prefix: PREFIXES[prefix] for prefix in used}})
    return "".join((*turtle.head(), *turtle.block(shapes())))


def shapes() -> Iterator[Triple]:
    """Yield the triples of the shapes, in a fixed order and without blank nodes."""
    head = Iri(SHAPES.rstrip("#"))
    yield head, _A, Iri(OWL + "Ontology")
    yield head, Iri(RDFS + "label"), string("The shapes of relgraph's RDF")
    yield head, Iri(DCTERMS + "license"), Iri("https://opensource.org/license/mit")
    yield from _prefixes(head, ("rg", "skos", "polarity", "modality"))
    yield from _texts()
    uses = [*((rg(name), use) for name, use in PROPERTIES.items()), *BORROWED]
    for domain in dict.fromkeys(use.domain for _, use in uses):
        here = [(path, use) for path, use in uses if use.domain == domain]
        yield from _node(domain, here)
        for path, use in here:
            yield from _property(domain, path, use)
    for name, values in VALUES.items():
        yield from _list(Iri(SHAPES + f"{name}-values"), [value_iri(name, value) for value in values])
    yield from _direct(head)


def _node(domain: Iri, uses: Iterable[tuple[Iri, Property]]) -> Iterator[Triple]:
    shape = Iri(SHAPES + _local(domain))
    yield shape, _A, Iri(SH + "NodeShape")
    yield shape, Iri(SH + "targetClass"), domain
    for path, _ in uses:
        yield shape, Iri(SH + "property"), _property_shape(domain, path)


def _property(domain: Iri, path: Iri, use: Property) -> Iterator[Triple]:
    shape = _property_shape(domain, path)
    yield shape, _A, Iri(SH + "PropertyShape")
    yield shape, Iri(SH + "path"), path
    yield shape, Iri(SH + "description"), string(use.definition)
    if use.required:
        yield shape, Iri(SH + "minCount"), integer(1)
    if use.functional:
        yield shape, Iri(SH + "maxCount"), integer(1)
    yield shape, *_range(path, use.range)
    if path == rg("confidence"):
        yield shape, Iri(SH + "minInclusive"), decimal(0)
        yield shape, Iri(SH + "maxInclusive"), decimal(1)
    if path == OA + "start":
        yield shape, Iri(SH + "lessThanOrEquals"), Iri(OA + "end")


def _range(path: Iri, range_: Iri) -> tuple[Iri, Term]:
    """Return the constraint on the values of a property."""
    for name, each in VALUE_CLASSES.items():
        if range_ == RG + each.name:
            return Iri(SH + "in"), Iri(SHAPES + f"{name}-values")
    if range_ == XSD + "string":
        return Iri(SH + "or"), _TEXTS
    if range_.startswith(XSD):
        return Iri(SH + "datatype"), range_
    if path in _NAMED_ONLY or range_ in (RDFS + "Resource", SKOS + "Concept"):
        return Iri(SH + "nodeKind"), Iri(SH + "IRI")
    return Iri(SH + "class"), range_


def _texts() -> Iterator[Triple]:
    """Yield what a text may be: a plain string, or one with characters that XML cannot hold."""
    kinds = {"plain-text": Iri(XSD + "string"), "escaped-text": rg(ESCAPED_STRING)}
    for name, datatype in kinds.items():
        yield Iri(SHAPES + name), Iri(SH + "datatype"), datatype
    yield from _list(_TEXTS, [Iri(SHAPES + name) for name in kinds])


def _list(head: Iri, items: list[Iri]) -> Iterator[Triple]:
    nodes = [head, *(Iri(f"{head}-{number}") for number in range(2, len(items) + 1)), Iri(RDF + "nil")]
    for node, item, rest in zip(nodes, items, nodes[1:], strict=False):
        yield node, Iri(RDF + "first"), item
        yield node, Iri(RDF + "rest"), rest


def _direct(head: Iri) -> Iterator[Triple]:
    shape, query = Iri(SHAPES + "Direct"), Iri(SHAPES + "Direct-is-stated")
    yield shape, _A, Iri(SH + "NodeShape")
    yield shape, Iri(SH + "targetClass"), rg("Actor")
    yield shape, Iri(SH + "sparql"), query
    yield query, _A, Iri(SH + "SPARQLConstraint")
    yield query, Iri(SH + "message"), string("A direct triple needs an affirmed, actual relation that says the same.")
    yield query, Iri(SH + "prefixes"), head
    yield query, Iri(SH + "select"), string(_STATED_DIRECTLY)


def _prefixes(head: Iri, names: Iterable[str]) -> Iterator[Triple]:
    declared = [(Iri(SHAPES + f"prefix-{name}"), name) for name in names]
    yield from ((head, Iri(SH + "declare"), node) for node, _ in declared)
    for node, name in declared:
        yield node, Iri(SH + "prefix"), string(name)
        yield node, Iri(SH + "namespace"), Literal(PREFIXES[name], Iri(XSD + "anyURI"))


def _property_shape(domain: Iri, path: Iri) -> Iri:
    vocabulary = "" if path.startswith(RG) else f"{_prefix(path)}-"
    return Iri(SHAPES + f"{_local(domain)}-{vocabulary}{_local(path)}")


def _prefix(iri: Iri) -> str:
    return next(
        prefix
        for prefix, namespace in PREFIXES.items()
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :]
    )


def _local(iri: Iri) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
