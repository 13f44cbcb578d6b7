"""The RDF vocabulary of relgraph: OWL classes and properties, and a SKOS scheme of the relation types.

``relgraph/data/ontology.ttl`` is what `build` returns. To write it anew after a change of the relation types:
``python -c "from relgraph.formats.vocabulary import build, FILE; FILE.write_text(build(), encoding='utf-8')"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


class _Class(NamedTuple):
    name: str
    definition: str
    parent: Iri | None = None


class _Property(NamedTuple):
    definition: str
    domain: Iri
    range: Iri
    functional: bool = False


_ACTOR = Iri(RG + "Actor")
_RELATION = Iri(RG + "Relation")
_DOCUMENT = Iri(RG + "Document")
_ANNOTATION = Iri(OA + "Annotation")
_SPAN = Iri(OA + "SpecificResource")
_STRING = Iri(XSD + "string")
_DATE = Iri(XSD + "date")

KIND_CLASSES: Mapping[Kind, _Class] = MappingProxyType(
    {
        "country": _Class("Country", "A state of today."),
        "government": _Class("Government", "A body or armed service of a country."),
        "igo": _Class("IntergovernmentalOrganization", "An organisation of states, or a body of one."),
        "armed_group": _Class("ArmedGroup", "An armed group that is no state's service."),
        "organization": _Class("Organization", "A company, party, association or news agency."),
        "person": _Class("Person", "A human being."),
        "historic_state": _Class("HistoricState", "A state that is no more."),
        "bloc": _Class("Bloc", "States that are spoken of as one."),
        "region": _Class("Region", "A part of the world that is spoken of as acting."),
        "group": _Class("Group", "People of a sort, without a name of their own."),
        "place": _Class("Place", "Where something happens."),
    }
)
"""The class of each kind of actor."""

_CLASSES = (
    _Class("Actor", "Anything that can act or be acted on in politics."),
    _Class("Relation", "A typed, directed statement about two actors, with the words that make it."),
    _Class("Document", "A text that states relations.", Iri(PROV + "Entity")),
)

_PROPERTIES: Mapping[str, _Property] = MappingProxyType(
    {
        "parent": _Property("The actor that this one rolls up to.", _ACTOR, _ACTOR, True),
        "code": _Property("ISO 3166-1 alpha-3 of a country, otherwise PLOVER-style.", _ACTOR, _STRING, True),
        "sector": _Property("The PLOVER sector: GOV, MIL, REB and so on.", _ACTOR, _STRING, True),
        "demonym": _Property("An adjective of the actor, or a name of its people.", _ACTOR, _STRING),
        "metonym": _Property("A seat that always stands for the actor.", _ACTOR, _STRING),
        "capital": _Property("A city that stands for the actor where it acts.", _ACTOR, _STRING),
        "source": _Property("The actor that acts or holds the attitude.", _RELATION, _ACTOR, True),
        "target": _Property("The actor that the relation is directed at.", _RELATION, _ACTOR, True),
        "type": _Property("What kind of relation it is.", _RELATION, Iri(SKOS + "Concept"), True),
        "symmetric": _Property("Both do the same to each other.", _RELATION, Iri(XSD + "boolean"), True),
        "polarity": _Property("affirmed or negated.", _RELATION, _STRING, True),
        "modality": _Property("actual, intended, possible or conditional.", _RELATION, _STRING, True),
        "confidence": _Property("Trust in the reading, between 0 and 1.", _RELATION, Iri(XSD + "decimal"), True),
        "attribution": _Property("Who says so, by name or in the text's words.", _RELATION, _STRING, True),
        "attributionActor": _Property("The actor who says so.", _RELATION, _ACTOR, True),
        "attributionSpan": _Property("The words that name who says so.", _RELATION, _SPAN, True),
        "when": _Property("When it happens, in the text's words.", _RELATION, _STRING, True),
        "start": _Property("The first day of that time.", _RELATION, _DATE, True),
        "end": _Property("The last day of that time.", _RELATION, _DATE, True),
        "granularity": _Property(
            "day, week, month, season, quarter, year, decade or interval.", _RELATION, _STRING, True
        ),
        "whenSpan": _Property("The words that say when.", _RELATION, _SPAN, True),
        "where": _Property("A place, as the text names it.", _RELATION, _STRING, True),
        "sourceMention": _Property("The words that name the source.", _RELATION, _SPAN, True),
        "targetMention": _Property("The words that name the target.", _RELATION, _SPAN, True),
        "evidence": _Property("An annotation of the words that state the relation.", _RELATION, _ANNOTATION),
        "sourceSpan": _Property("The words for the source in this evidence.", _ANNOTATION, _SPAN, True),
        "targetSpan": _Property("The words for the target in this evidence.", _ANNOTATION, _SPAN, True),
        "triggerSpan": _Property("The words that express the type.", _ANNOTATION, _SPAN, True),
        "frame": _Property("The id of the frame that read it.", _ANNOTATION, _STRING, True),
        "denotes": _Property("The actor that the words stand for.", _SPAN, _ACTOR),
        "via": _Property("name, alias, demonym, metonym, pronoun or description.", _SPAN, _STRING),
        "text": _Property("The full text.", _DOCUMENT, _STRING, True),
        "sign": _Property("1 friendly, -1 hostile, 0 neither.", Iri(SKOS + "Concept"), Iri(XSD + "integer"), True),
    }
)
_OTHERS = frozenset({"relatesTo", "property", *(each.name for each in _CLASSES)})


def rg(name: str) -> Iri:
    """Return the IRI of a class or property of the vocabulary; raises `KeyError` for a name that it does not have."""
    if name not in _PROPERTIES and name not in _OTHERS:
        raise KeyError(name)
    return Iri(RG + name)


def kind_class(kind: Kind) -> Iri:
    """Return the IRI of the class of a kind of actors."""
    return Iri(RG + KIND_CLASSES[kind].name)


def named_property(name: str) -> Iri:
    """Return the IRI of the property that has this local name in the ontology of relation types."""
    return Iri(RG + encoded(name))


def property_of(type_id: str, ontology: Ontology) -> Iri:
    """Return the IRI of a type's direct property; one that the ontology does not have has its id as its name."""
    kind = ontology.types.get(type_id)
    return named_property(kind.iri if kind is not None else type_id)


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


def _borrowed() -> Iterator[Triple]:
    """Declare what is used of other vocabularies, so that the file is OWL DL without importing them."""
    for iri in (OA + "Annotation", OA + "SpecificResource", PROV + "Entity", SKOS + "Concept", SKOS + "ConceptScheme"):
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
    for name, each in _PROPERTIES.items():
        kind = "DatatypeProperty" if each.range.startswith(XSD) else "ObjectProperty"
        yield from _named(rg(name), kind, _words(name).lower(), each.definition)
        if each.functional:
            yield rg(name), Iri(RDF + "type"), Iri(OWL + "FunctionalProperty")
        yield rg(name), Iri(RDFS + "domain"), each.domain
        yield rg(name), Iri(RDFS + "range"), each.range
    definition = "From the concept of a relation type to its direct property."
    yield from _named(rg("property"), "AnnotationProperty", "property", definition)


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
