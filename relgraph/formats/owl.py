"""The RDF vocabulary of relgraph as OWL and SKOS, made of `relgraph.formats.vocabulary` and the relation types.

``relgraph/data/ontology.ttl`` is what `build` returns. To write it anew after a change of the relation types:
``python -c "from relgraph.formats.owl import build, FILE; FILE.write_text(build(), encoding='utf-8')"``.

It is OWL 2 DL. Ranges of ``xsd:date``, which OWL 2 does not have among its datatypes, are left open there; the SHACL
shapes check them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import count
from pathlib import Path

from relgraph.formats.notation import turtle_lines
from relgraph.formats.terms import (
    BASE,
    CAMEO,
    DC,
    DCTERMS,
    OWL,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    RG,
    SKOS,
    XSD,
    Iri,
    Term,
    Triple,
    encoded,
    integer,
    string,
    type_iri,
)
from relgraph.formats.vocabulary import (
    BORROWED,
    CLASSES,
    CONCEPT_PROPERTY,
    ESCAPED_STRING,
    KIND_CLASSES,
    PROPERTIES,
    RELATES_TO,
    VALUE_CLASSES,
    VALUES,
    kind_class,
    named_property,
    rg,
    value_iri,
)
from relgraph.ontology import Family, Ontology, RelationType

FILE = Path(str(files("relgraph").joinpath("data", "ontology.ttl")))
"""The copy of the vocabulary that ships with relgraph."""

VERSION = "1.0"
"""The version of the vocabulary; the first number grows when terms are taken away or change their meaning."""

_A = Iri(RDF + "type")
_ACTOR = rg("Actor")
_CONCEPT = Iri(SKOS + "Concept")
_ESCAPED_PATTERN = r"([^\\]|\\u[0-9A-F]{4})*"
_WIKIDATA = "http://www.wikidata.org/prop/direct/"
_BROADER_PROPERTIES = {"isoAlpha2": Iri(_WIKIDATA + "P297"), "isoAlpha3": Iri(_WIKIDATA + "P298")}
"""Properties elsewhere that say the same of more things."""


def build(ontology: Ontology | None = None) -> str:
    """Return the vocabulary of an ontology (default: the one of relgraph) as a Turtle file."""
    return "".join(turtle_lines((*vocabulary(ontology or Ontology.default()), *axioms())))


def vocabulary(ontology: Ontology) -> Iterator[Triple]:
    """Yield the triples of the vocabulary that have no blank nodes, in a fixed order."""
    head = Iri(RG.rstrip("#"))
    yield head, _A, Iri(OWL + "Ontology")
    yield head, Iri(RDFS + "label"), string("The relgraph vocabulary")
    yield head, Iri(RDFS + "comment"), string("Who does what to whom in politics, and which words say so.")
    yield head, Iri(DC + "language"), string("en")
    yield head, Iri(DCTERMS + "license"), Iri("https://opensource.org/license/mit")
    yield head, Iri(OWL + "versionIRI"), Iri(f"{BASE}ontology/{VERSION}")
    yield head, Iri(OWL + "versionInfo"), string(VERSION)
    yield head, Iri("http://purl.org/vocab/vann/preferredNamespacePrefix"), string("rg")
    yield head, Iri("http://purl.org/vocab/vann/preferredNamespaceUri"), string(RG)
    yield from _borrowed()
    yield from _classes()
    yield from _properties()
    yield from _direct_properties(ontology)
    yield from _concepts(ontology)
    yield from _values()


def axioms() -> Iterator[Triple]:
    """Yield what OWL can say with blank nodes only: what is closed, disjoint or required."""
    numbers = count(1)

    def blank() -> Iri:
        return Iri(f"_:b{next(numbers)}")

    def members(items: Iterable[Iri]) -> tuple[Iri, list[Triple]]:
        nodes = [(blank(), item) for item in items]
        found: list[Triple] = []
        for (node, item), (rest, _) in zip(nodes, [*nodes[1:], (Iri(RDF + "nil"), None)], strict=True):
            found += [(node, Iri(RDF + "first"), item), (node, Iri(RDF + "rest"), rest)]
        return nodes[0][0], found

    for name, values in VALUES.items():
        individuals = [value_iri(name, value) for value in values]
        node, (start, listed) = blank(), members(individuals)
        yield rg(VALUE_CLASSES[name].name), Iri(OWL + "equivalentClass"), node
        yield node, _A, Iri(OWL + "Class")
        yield node, Iri(OWL + "oneOf"), start
        yield from listed
        yield from _apart(blank(), "AllDifferent", "distinctMembers", members(individuals))
    top = ("Graph", "Document", "Relation", "Actor", "Mention", *(each.name for each in VALUE_CLASSES.values()))
    for group in (map(rg, top), map(kind_class, KIND_CLASSES)):
        yield from _apart(blank(), "AllDisjointClasses", "members", members(group))
    node, restriction = blank(), blank()
    start, listed = members([restriction])
    yield rg(ESCAPED_STRING), Iri(OWL + "equivalentClass"), node
    yield node, _A, Iri(RDFS + "Datatype")
    yield node, Iri(OWL + "onDatatype"), Iri(XSD + "string")
    yield node, Iri(OWL + "withRestrictions"), start
    yield restriction, Iri(XSD + "pattern"), string(_ESCAPED_PATTERN)
    yield from listed
    for name, each in PROPERTIES.items():
        if each.required and each.domain.startswith(RG):
            node = blank()
            yield each.domain, Iri(RDFS + "subClassOf"), node
            yield node, _A, Iri(OWL + "Restriction")
            yield node, Iri(OWL + "onProperty"), rg(name)
            yield node, Iri(OWL + "someValuesFrom"), _owl_range(each.range)


def _apart(node: Iri, kind: str, predicate: str, members: tuple[Iri, list[Triple]]) -> Iterator[Triple]:
    start, listed = members
    yield node, _A, Iri(OWL + kind)
    yield node, Iri(OWL + predicate), start
    yield from listed


def _borrowed() -> Iterator[Triple]:
    """Declare what is used of other vocabularies, so that the file is OWL DL without importing them."""
    classes = {each for _, use in BORROWED for each in (use.domain, use.range) if not each.startswith((RG, XSD, RDFS))}
    declared = {each.domain for each in PROPERTIES.values()} | {each.range for each in PROPERTIES.values()}
    classes.update(each for each in declared if not each.startswith((RG, XSD, RDFS)))
    classes.update((Iri(PROV + "Entity"), _CONCEPT, Iri(SKOS + "ConceptScheme")))
    annotations = {
        *(SKOS + name for name in ("altLabel", "definition", "prefLabel")),
        *(DCTERMS + "license", DC + "language"),
        *(f"http://purl.org/vocab/vann/preferredNamespace{end}" for end in ("Prefix", "Uri")),
    }
    matches = ("broader", "closeMatch", "exactMatch", "hasTopConcept", "inScheme", "narrowMatch", "topConceptOf")
    objects = {SKOS + name for name in matches}
    literals = {SKOS + "notation", *_BROADER_PROPERTIES.values()}
    for iri, use in BORROWED:
        if iri not in annotations and not iri.startswith((RDFS, OWL)):
            (literals if use.range.startswith(XSD) else objects).add(iri)
    kinds = (
        ("Class", classes),
        ("ObjectProperty", objects),
        ("DatatypeProperty", literals),
        ("AnnotationProperty", annotations),
    )
    for kind, iris in kinds:
        yield from ((Iri(iri), _A, Iri(OWL + kind)) for iri in sorted(iris))


def _classes() -> Iterator[Triple]:
    kinds = [kind._replace(parent=_ACTOR) for kind in KIND_CLASSES.values()]
    for each in (*CLASSES, *kinds, *VALUE_CLASSES.values()):
        yield from _named(Iri(RG + each.name), "Class", _words(each.name), each.definition)
        if each.parent is not None:
            yield Iri(RG + each.name), Iri(RDFS + "subClassOf"), each.parent


def _properties() -> Iterator[Triple]:
    for name, each in PROPERTIES.items():
        kind = "DatatypeProperty" if each.range.startswith(XSD) else "ObjectProperty"
        yield from _named(rg(name), kind, _words(name).lower(), each.definition)
        if each.functional:
            yield rg(name), _A, Iri(OWL + "FunctionalProperty")
        if name in _BROADER_PROPERTIES:
            yield rg(name), Iri(RDFS + "subPropertyOf"), _BROADER_PROPERTIES[name]
        yield rg(name), Iri(RDFS + "domain"), each.domain
        if each.range != RDFS + "Resource":  # which is no class of OWL
            yield rg(name), Iri(RDFS + "range"), _owl_range(each.range)
    definition = "From the concept of a relation type to its direct property."
    yield from _named(rg(CONCEPT_PROPERTY), "AnnotationProperty", "property", definition)
    definition = "A string in which characters that XML cannot hold are written \\uXXXX, and a backslash \\u005C."
    yield from _named(rg(ESCAPED_STRING), None, "escaped string", definition)


def _owl_range(iri: Iri) -> Iri:
    return Iri(RDFS + "Literal") if iri == XSD + "date" else iri


def _direct_properties(ontology: Ontology) -> Iterator[Triple]:
    """One property a family and a type, and their inverses, as stand between two actors."""
    top = rg(RELATES_TO)
    yield from _direct(top, "relates to", "Has an affirmed, actual relation of any type with the other.", None)
    yield top, _A, Iri(OWL + "SymmetricProperty")
    for family in ontology.families.values():
        yield from _with_inverse(family, top, top)
        for kind in ontology:
            if kind.family == family.id:
                yield from _with_inverse(kind, named_property(family.iri), named_property(family.inverse_iri))


def _with_inverse(each: Family | RelationType, parent: Iri, inverse_parent: Iri) -> Iterator[Triple]:
    forth, back = named_property(each.iri), named_property(each.inverse_iri)
    yield from _direct(forth, each.label, each.definition, parent)
    if forth == back:
        yield forth, _A, Iri(OWL + "SymmetricProperty")
        return
    yield forth, Iri(OWL + "inverseOf"), back
    yield from _direct(back, _words(each.inverse_iri).lower(), f"The inverse of: {each.label}.", inverse_parent)


def _direct(iri: Iri, label: str, definition: str, parent: Iri | None) -> Iterator[Triple]:
    yield from _named(iri, "ObjectProperty", label, definition)
    if parent is not None:
        yield iri, Iri(RDFS + "subPropertyOf"), parent
    yield iri, Iri(RDFS + "domain"), _ACTOR
    yield iri, Iri(RDFS + "range"), _ACTOR


def _concepts(ontology: Ontology) -> Iterator[Triple]:
    scheme = Iri(BASE + "type")
    yield from _scheme(scheme, "Relation types of relgraph", map(type_iri, ontology.families))
    for family in ontology.families.values():
        yield from _concept(family, scheme)
        yield type_iri(family.id), Iri(SKOS + "topConceptOf"), scheme
    for kind in ontology:
        yield from _concept(kind, scheme)
        yield type_iri(kind.id), Iri(SKOS + "broader"), type_iri(kind.family)
        yield from _matches(kind, ontology)
    yield from _foreign_scheme(PLOVER, "PLOVER", {code for kind in ontology for code in kind.plover})
    yield from _foreign_scheme(CAMEO, "CAMEO", {code for kind in ontology for code in kind.cameo})


def _matches(kind: RelationType, ontology: Ontology) -> Iterator[Triple]:
    concept = type_iri(kind.id)
    for namespace, codes in ((PLOVER, kind.plover), (CAMEO, kind.cameo)):
        # Several codes are each narrower than the type; one alone may not draw its border where the type does, unless
        # it is of PLOVER, after whose types these were made, and no other type has it.
        shared = any(set(codes) & {*other.plover, *other.cameo} for other in ontology if other.id != kind.id)
        exact = namespace == PLOVER and not shared
        match = Iri(SKOS + ("narrowMatch" if len(codes) > 1 else "exactMatch" if exact else "closeMatch"))
        yield from ((concept, match, Iri(namespace + encoded(code))) for code in codes)


def _foreign_scheme(namespace: str, title: str, codes: set[str]) -> Iterator[Triple]:
    """Concepts for the codes of another system, which has no IRIs of its own."""
    scheme = Iri(namespace.rstrip("/"))
    yield from _scheme(scheme, f"Event codes of {title}", iter(()))
    for code in sorted(codes):
        concept = Iri(namespace + encoded(code))
        yield concept, _A, _CONCEPT
        yield concept, Iri(SKOS + "prefLabel"), string(f"{title} {code}")
        yield concept, Iri(SKOS + "notation"), string(code)
        yield concept, Iri(SKOS + "inScheme"), scheme


def _values() -> Iterator[Triple]:
    """Concepts for polarities and the like, in a scheme each."""
    for name, values in VALUES.items():
        scheme = Iri(BASE + name)
        yield from _scheme(scheme, f"{name.capitalize()} in relgraph", iter(()))
        for value, definition in values.items():
            concept = value_iri(name, value)
            yield concept, _A, _CONCEPT
            yield concept, _A, rg(VALUE_CLASSES[name].name)
            yield concept, Iri(SKOS + "prefLabel"), string(value)
            yield concept, Iri(SKOS + "definition"), string(definition)
            yield concept, Iri(SKOS + "notation"), string(value)
            yield concept, Iri(SKOS + "inScheme"), scheme


def _scheme(iri: Iri, label: str, top: Iterator[Iri]) -> Iterator[Triple]:
    yield iri, _A, Iri(SKOS + "ConceptScheme")
    yield iri, Iri(RDFS + "label"), string(label)
    yield from ((iri, Iri(SKOS + "hasTopConcept"), concept) for concept in top)


def _concept(each: Family | RelationType, scheme: Iri) -> Iterator[Triple]:
    concept = type_iri(each.id)
    statements: tuple[tuple[str, Term], ...] = (
        (RDF + "type", _CONCEPT),
        (SKOS + "prefLabel", string(each.label)),
        (SKOS + "definition", string(each.definition)),
        (SKOS + "notation", string(each.id)),
        (SKOS + "inScheme", scheme),
        (rg("sign"), integer(each.sign)),
        (rg("property"), named_property(each.iri)),
    )
    yield from ((concept, Iri(predicate), value) for predicate, value in statements)


def _named(iri: Iri, kind: str | None, label: str, definition: str) -> Iterator[Triple]:
    yield iri, _A, Iri(OWL + kind) if kind is not None else Iri(RDFS + "Datatype")
    yield iri, Iri(RDFS + "label"), string(label)
    yield iri, Iri(RDFS + "comment"), string(definition)


def _words(name: str) -> str:
    """Return a name in camel case as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
