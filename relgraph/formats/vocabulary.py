"""The RDF vocabulary of relgraph: OWL classes and properties, and a SKOS scheme of the relation types.

``relgraph/data/ontology.ttl`` is what `build` returns. To write it anew after a change of the relation types:
``python -c "from relgraph.formats.vocabulary import build, FILE; FILE.write_text(build(), encoding='utf-8')"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from relgraph.formats.notation import turtle_lines
from relgraph.formats.terms import (
    BASE,
    CAMEO,
    DCTERMS,
    OA,
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
from relgraph.model import Kind
from relgraph.ontology import Family, Ontology, RelationType

FILE = Path(str(files("relgraph").joinpath("data", "ontology.ttl")))
"""The copy of the vocabulary that ships with relgraph."""


class Class(NamedTuple):
    """A class: its local name, what it means, and the class above it."""

    name: str
    definition: str
    parent: Iri | None = None


class Property(NamedTuple):
    """A property: what it means, its domain and range, and whether a resource has at most one, and at least one."""

    definition: str
    domain: Iri
    range: Iri
    functional: bool = False
    required: bool = False


def _order(what: str, domain: Iri) -> Property:
    definition = f"Where {what} are not sorted: their numbers in sorted order, in the order in which they stand."
    return Property(definition, domain, _STRING, True)


_GRAPH = Iri(RG + "Graph")
_ACTOR = Iri(RG + "Actor")
_RELATION = Iri(RG + "Relation")
_DOCUMENT = Iri(RG + "Document")
_ANNOTATION = Iri(OA + "Annotation")
_SPAN = Iri(OA + "SpecificResource")
_STRING = Iri(XSD + "string")
_DATE = Iri(XSD + "date")

KIND_CLASSES: Mapping[Kind, Class] = MappingProxyType(
    {
        "country": Class("Country", "A state of today."),
        "government": Class("Government", "A body or armed service of a country."),
        "igo": Class("IntergovernmentalOrganization", "An organisation of states, or a body of one."),
        "armed_group": Class("ArmedGroup", "An armed group that is no state's service."),
        "organization": Class("Organization", "A company, party, association or news agency."),
        "person": Class("Person", "A human being."),
        "historic_state": Class("HistoricState", "A state that is no more."),
        "bloc": Class("Bloc", "States that are spoken of as one."),
        "region": Class("Region", "A part of the world that is spoken of as acting."),
        "group": Class("Group", "People of a sort, without a name of their own."),
        "place": Class("Place", "Where something happens."),
    }
)
"""The class of each kind of actor."""

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "polarity": {
            "affirmed": "The text says that it is so.",
            "negated": "The text says that it is not so.",
        },
        "modality": {
            "actual": "It has happened, happens or holds.",
            "intended": "Somebody means, plans or promises to do it.",
            "possible": "It may happen or hold.",
            "conditional": "It happens or holds if something else does.",
        },
        "via": {
            "name": "By its main name.",
            "alias": "By another name or an abbreviation.",
            "demonym": "By an adjective, or as its people: Iranian, the Iranians.",
            "metonym": "By a place that stands for it: the Kremlin.",
            "pronoun": "By a pronoun.",
            "description": "By a description: the kingdom.",
        },
        "granularity": {
            "day": "One day.",
            "week": "A week.",
            "month": "A month.",
            "season": "A season of the year.",
            "quarter": "A quarter of a year.",
            "year": "A year.",
            "decade": "Ten years.",
            "interval": "From one day to another.",
        },
    }
)
"""What polarity, modality, via and granularity can be, with definitions."""

_CLASSES = (
    Class("Graph", "A graph of relations, as one file or data set.", Iri(PROV + "Entity")),
    Class("Mention", "A place in a document that names an actor.", _SPAN),
    Class("Actor", "Anything that can act or be acted on in politics."),
    Class(
        "Relation", "A typed, directed statement about two actors, with the words that make it.", Iri(PROV + "Entity")
    ),
    Class("Document", "A text that states relations.", Iri(PROV + "Entity")),
)

_CONCEPT = Iri(SKOS + "Concept")
_RUN = Iri(PROV + "Activity")
_NUMBER = Iri(XSD + "nonNegativeInteger")
_ONE = (True, True)
"""Exactly one: functional and required."""
_MAYBE = (True, False)
"""At most one."""

PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {
        "documents": Property("How many documents it holds.", _GRAPH, _NUMBER, *_ONE),
        "relations": Property("How many relations it holds.", _GRAPH, _NUMBER, *_ONE),
        "mentions": Property("How many mentions it lists.", _GRAPH, _NUMBER, *_ONE),
        "mapping": Property("The version of the way in which graphs are told in RDF.", _GRAPH, _NUMBER, *_ONE),
        "version": Property("The version of relgraph.", Iri(PROV + "SoftwareAgent"), _STRING, *_ONE),
        "model": Property("The name and version of the language model.", _RUN, _STRING, *_ONE),
        "parent": Property("The actor that this one rolls up to.", _ACTOR, _ACTOR, *_MAYBE),
        "code": Property("ISO 3166-1 alpha-3 of a country, otherwise PLOVER-style.", _ACTOR, _STRING, *_MAYBE),
        "sector": Property("The PLOVER sector: GOV, MIL, REB and so on.", _ACTOR, _STRING, *_MAYBE),
        "demonym": Property("An adjective of the actor, or a name of its people.", _ACTOR, _STRING),
        "metonym": Property("A seat that always stands for the actor.", _ACTOR, _STRING),
        "capital": Property("A city that stands for the actor where it acts.", _ACTOR, _STRING),
        "aliasOrder": _order("the alternative labels", _ACTOR),
        "demonymOrder": _order("the demonyms", _ACTOR),
        "metonymOrder": _order("the metonyms", _ACTOR),
        "capitalOrder": _order("the capitals", _ACTOR),
        "sameAsOrder": _order("the identifiers elsewhere", _ACTOR),
        "authorOrder": _order("the authors", _DOCUMENT),
        "names": Property("The document names the actor, apart from all mentions and relations.", _DOCUMENT, _ACTOR),
        "text": Property("The full text.", _DOCUMENT, _STRING, *_MAYBE),
        "source": Property("The actor that acts or holds the attitude.", _RELATION, _ACTOR, *_ONE),
        "target": Property("The actor that the relation is directed at.", _RELATION, _ACTOR, *_ONE),
        "type": Property("What kind of relation it is.", _RELATION, _CONCEPT, *_ONE),
        "symmetric": Property("Both do the same to each other.", _RELATION, Iri(XSD + "boolean"), *_ONE),
        "polarity": Property("Whether it is affirmed or negated.", _RELATION, _CONCEPT, *_ONE),
        "modality": Property("Whether it is actual, intended, possible or conditional.", _RELATION, _CONCEPT, *_ONE),
        "confidence": Property("Trust in the reading, between 0 and 1.", _RELATION, Iri(XSD + "decimal"), *_ONE),
        "attribution": Property("Who says so, by name or in the text's words.", _RELATION, _STRING, *_MAYBE),
        "attributionActor": Property("The actor who says so.", _RELATION, _ACTOR, *_MAYBE),
        "attributionSpan": Property("The words that name who says so.", _RELATION, _SPAN, *_MAYBE),
        "when": Property("When it happens, in the text's words.", _RELATION, _STRING, *_MAYBE),
        "start": Property("The first day of that time.", _RELATION, _DATE, *_MAYBE),
        "end": Property("The last day of that time.", _RELATION, _DATE, *_MAYBE),
        "granularity": Property("How exact that time is.", _RELATION, _CONCEPT, *_MAYBE),
        "whenSpan": Property("The words that say when.", _RELATION, _SPAN, *_MAYBE),
        "where": Property("A place, as the text names it.", _RELATION, _STRING, *_MAYBE),
        "sourceMention": Property("The words that name the source.", _RELATION, _SPAN, *_ONE),
        "targetMention": Property("The words that name the target.", _RELATION, _SPAN, *_ONE),
        "evidence": Property(
            "An annotation of the words that state the relation.", _RELATION, _ANNOTATION, False, True
        ),
        "sourceSpan": Property("The words for the source in this evidence.", _ANNOTATION, _SPAN, *_ONE),
        "targetSpan": Property("The words for the target in this evidence.", _ANNOTATION, _SPAN, *_ONE),
        "triggerSpan": Property("The words that express the type.", _ANNOTATION, _SPAN, *_ONE),
        "frame": Property("The id of the frame that read it.", _ANNOTATION, _STRING, *_ONE),
        "number": Property("The place of this evidence among several, from 1.", _ANNOTATION, _NUMBER, *_MAYBE),
        "denotes": Property("The actor that the words stand for.", _SPAN, _ACTOR, *_MAYBE),
        "via": Property("How the words name their actor.", _SPAN, _CONCEPT, *_MAYBE),
        "sign": Property("1 friendly, -1 hostile, 0 neither.", _CONCEPT, Iri(XSD + "integer"), *_MAYBE),
    }
)
"""The properties of resources other than the direct ones between actors."""
_OTHERS = frozenset({"relatesTo", "property", "EscapedString", *(each.name for each in _CLASSES)})


@cache
def rg(name: str) -> Iri:
    """Return the IRI of a class or property of the vocabulary; raises `KeyError` for a name that it does not have."""
    if name not in PROPERTIES and name not in _OTHERS:
        raise KeyError(name)
    return Iri(RG + name)


@cache
def value_iri(name: str, value: str) -> Iri:
    """Return the IRI of a polarity, modality, via or granularity; raises `KeyError` for one that does not exist."""
    if value not in VALUES[name]:
        raise KeyError(value)
    return Iri(f"{BASE}{name}/{value}")


def kind_class(kind: Kind) -> Iri:
    """Return the IRI of the class of a kind of actors."""
    return Iri(RG + KIND_CLASSES[kind].name)


def named_property(name: str) -> Iri:
    """Return the IRI of the property that has this local name in the ontology of relation types."""
    return Iri(RG + encoded(name))


def property_of(type_id: str, ontology: Ontology) -> Iri:
    """Return the IRI of a type's direct property; one that the ontology does not have has its id as its name."""
    kind = ontology.types.get(type_id)
    if kind is not None:
        return named_property(kind.iri)
    # Without a dot it could be the name of another property.
    return named_property(type_id if "." in type_id else f"unknown.{type_id}")


def build(ontology: Ontology | None = None) -> str:
    """Return the vocabulary of an ontology (default: the one of relgraph) as a Turtle file."""
    return "".join(turtle_lines(vocabulary(ontology or Ontology.default())))


def vocabulary(ontology: Ontology) -> Iterator[Triple]:
    """Yield the triples of the vocabulary, in a fixed order."""
    head = Iri(RG.rstrip("#"))
    yield head, Iri(RDF + "type"), Iri(OWL + "Ontology")
    yield head, Iri(RDFS + "label"), string("The relgraph vocabulary")
    yield head, Iri(RDFS + "comment"), string("Who does what to whom in politics, and which words say so.")
    yield head, Iri(DCTERMS + "license"), Iri("https://opensource.org/license/mit")
    yield from _borrowed()
    yield from _classes()
    yield from _properties()
    yield from _direct_properties(ontology)
    yield from _concepts(ontology)
    yield from _values()


def _borrowed() -> Iterator[Triple]:
    """Declare what is used of other vocabularies, so that the file is OWL DL without importing them."""
    classes = (
        *(OA + name for name in ("Annotation", "SpecificResource")),
        *(PROV + name for name in ("Activity", "Entity", "SoftwareAgent")),
        *(SKOS + name for name in ("Concept", "ConceptScheme")),
    )
    for iri in classes:
        yield Iri(iri), Iri(RDF + "type"), Iri(OWL + "Class")
    for name in ("broader", "closeMatch", "hasTopConcept", "inScheme", "narrowMatch", "topConceptOf"):
        yield Iri(SKOS + name), Iri(RDF + "type"), Iri(OWL + "ObjectProperty")
    for iri in (SKOS + "definition", SKOS + "notation", SKOS + "prefLabel", DCTERMS + "license"):
        yield Iri(iri), Iri(RDF + "type"), Iri(OWL + "AnnotationProperty")


def _classes() -> Iterator[Triple]:
    kinds = [kind._replace(parent=_ACTOR) for kind in KIND_CLASSES.values()]
    for each in (*_CLASSES, *kinds):
        yield from _named(Iri(RG + each.name), "Class", _words(each.name), each.definition)
        if each.parent is not None:
            yield Iri(RG + each.name), Iri(RDFS + "subClassOf"), each.parent


def _properties() -> Iterator[Triple]:
    for name, each in PROPERTIES.items():
        kind = "DatatypeProperty" if each.range.startswith(XSD) else "ObjectProperty"
        yield from _named(rg(name), kind, _words(name).lower(), each.definition)
        if each.functional:
            yield rg(name), Iri(RDF + "type"), Iri(OWL + "FunctionalProperty")
        yield rg(name), Iri(RDFS + "domain"), each.domain
        yield rg(name), Iri(RDFS + "range"), each.range
    definition = "From the concept of a relation type to its direct property."
    yield from _named(rg("property"), "AnnotationProperty", "property", definition)
    definition = "A string in which characters that XML cannot hold are written \\uXXXX, and a backslash \\u005C."
    yield rg("EscapedString"), Iri(RDF + "type"), Iri(RDFS + "Datatype")
    yield rg("EscapedString"), Iri(RDFS + "label"), string("escaped string")
    yield rg("EscapedString"), Iri(RDFS + "comment"), string(definition)


def _direct_properties(ontology: Ontology) -> Iterator[Triple]:
    """One property a family and a type, and their inverses, as stand between two actors."""
    top = rg("relatesTo")
    yield from _direct(top, "relates to", "Has an affirmed, actual relation of any type to the other.", None)
    for family in ontology.families.values():
        yield from _with_inverse(family, top, top)
        for kind in ontology:
            if kind.family == family.id:
                yield from _with_inverse(kind, named_property(family.iri), named_property(family.inverse_iri))


def _with_inverse(each: Family | RelationType, parent: Iri, inverse_parent: Iri) -> Iterator[Triple]:
    forth, back = named_property(each.iri), named_property(each.inverse_iri)
    yield from _direct(forth, each.label, each.definition, parent)
    if forth == back:
        yield forth, Iri(RDF + "type"), Iri(OWL + "SymmetricProperty")
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
        for namespace, codes in ((PLOVER, kind.plover), (CAMEO, kind.cameo)):
            # Several codes are each narrower than the type; one alone may not draw its border where the type does.
            match = Iri(SKOS + ("closeMatch" if len(codes) == 1 else "narrowMatch"))
            yield from ((type_iri(kind.id), match, Iri(namespace + encoded(code))) for code in codes)
    yield from _foreign_scheme(PLOVER, "PLOVER", {code for kind in ontology for code in kind.plover})
    yield from _foreign_scheme(CAMEO, "CAMEO", {code for kind in ontology for code in kind.cameo})


def _foreign_scheme(namespace: str, title: str, codes: set[str]) -> Iterator[Triple]:
    """Concepts for the codes of another system, which has no IRIs of its own."""
    scheme = Iri(namespace.rstrip("/"))
    yield from _scheme(scheme, f"Event codes of {title}", iter(()))
    for code in sorted(codes):
        concept = Iri(namespace + encoded(code))
        yield concept, Iri(RDF + "type"), Iri(SKOS + "Concept")
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
            yield concept, Iri(RDF + "type"), Iri(SKOS + "Concept")
            yield concept, Iri(SKOS + "prefLabel"), string(value)
            yield concept, Iri(SKOS + "definition"), string(definition)
            yield concept, Iri(SKOS + "notation"), string(value)
            yield concept, Iri(SKOS + "inScheme"), scheme


def _scheme(iri: Iri, label: str, top: Iterator[Iri]) -> Iterator[Triple]:
    yield iri, Iri(RDF + "type"), Iri(SKOS + "ConceptScheme")
    yield iri, Iri(RDFS + "label"), string(label)
    yield from ((iri, Iri(SKOS + "hasTopConcept"), concept) for concept in top)


def _concept(each: Family | RelationType, scheme: Iri) -> Iterator[Triple]:
    concept = type_iri(each.id)
    statements: tuple[tuple[str, Term], ...] = (
        (RDF + "type", Iri(SKOS + "Concept")),
        (SKOS + "prefLabel", string(each.label)),
        (SKOS + "definition", string(each.definition)),
        (SKOS + "notation", string(each.id)),
        (SKOS + "inScheme", scheme),
        (rg("sign"), integer(each.sign)),
        (rg("property"), named_property(each.iri)),
    )
    yield from ((concept, Iri(predicate), value) for predicate, value in statements)


def _named(iri: Iri, kind: str, label: str, definition: str) -> Iterator[Triple]:
    yield iri, Iri(RDF + "type"), Iri(OWL + kind)
    yield iri, Iri(RDFS + "label"), string(label)
    yield iri, Iri(RDFS + "comment"), string(definition)


def _words(name: str) -> str:
    """Return a name in camel case as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
