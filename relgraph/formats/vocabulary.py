"""The terms of relgraph's RDF vocabulary as tables: classes, properties, values, and the names of direct properties.

All else is made of them: the OWL file (`relgraph.formats.owl`), what is written (`relgraph.formats.rdf`) and read back
(`relgraph.formats.restore`), and the closed namespace for users of rdflib (`namespace`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import UsageError
from relgraph.formats.terms import (
    BASE,
    DC,
    DCTERMS,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDFS,
    RG,
    SKOS,
    XSD,
    Iri,
    encoded,
)
from relgraph.model import Kind
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    from rdflib.namespace import ClosedNamespace


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
_COUNTRY = Iri(RG + "Country")
_RELATION = Iri(RG + "Relation")
_DOCUMENT = Iri(RG + "Document")
_ANNOTATION = Iri(OA + "Annotation")
_SPAN = Iri(OA + "SpecificResource")
_CONCEPT = Iri(SKOS + "Concept")
_RUN = Iri(PROV + "Activity")
_SOFTWARE = Iri(PROV + "SoftwareAgent")
_QUOTE, _POSITION = Iri(OA + "TextQuoteSelector"), Iri(OA + "TextPositionSelector")
_ANYTHING = Iri(RDFS + "Resource")
_STRING = Iri(XSD + "string")
_NUMBER = Iri(XSD + "nonNegativeInteger")
_DATE = Iri(XSD + "date")
_ONE = (True, True)
"""Exactly one: functional and required."""
_MAYBE = (True, False)
"""At most one."""
_SOME = (False, True)
"""At least one."""

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

VALUE_CLASSES: Mapping[str, Class] = MappingProxyType(
    {
        "polarity": Class("Polarity", "Whether a text affirms or negates something.", _CONCEPT),
        "modality": Class("Modality", "Whether a text tells something as a fact, a plan or a possibility.", _CONCEPT),
        "via": Class("Naming", "A way in which words name an actor.", _CONCEPT),
        "granularity": Class("Granularity", "How exact a text is about the time.", _CONCEPT),
    }
)
"""The class of the values of each of these properties."""

CLASSES = (
    Class("Graph", "A graph of relations, as one file or data set.", Iri(PROV + "Entity")),
    Class("Mention", "A place in a document that names an actor.", _SPAN),
    Class("Actor", "Anything that can act or be acted on in politics."),
    Class(
        "Relation", "A typed, directed statement about two actors, with the words that make it.", Iri(PROV + "Entity")
    ),
    Class("Document", "A text that states relations.", Iri(PROV + "Entity")),
)

PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {
        "documents": Property("How many documents it holds.", _GRAPH, _NUMBER, *_ONE),
        "relations": Property("How many relations it holds.", _GRAPH, _NUMBER, *_ONE),
        "mentions": Property("How many mentions it lists.", _GRAPH, _NUMBER, *_ONE),
        "mapping": Property("The version of the way in which graphs are told in RDF.", _GRAPH, _NUMBER, *_ONE),
        "version": Property("The version of relgraph.", _SOFTWARE, _STRING, *_ONE),
        "model": Property("The name and version of the language model.", _RUN, _STRING, *_ONE),
        "parent": Property("The actor that this one rolls up to.", _ACTOR, _ACTOR, *_MAYBE),
        "code": Property("ISO 3166-1 alpha-3 of a country, otherwise PLOVER-style.", _ACTOR, _STRING, *_MAYBE),
        "sector": Property("The PLOVER sector: GOV, MIL, REB and so on.", _ACTOR, _STRING, *_MAYBE),
        "isoAlpha2": Property("The ISO 3166-1 alpha-2 code of a country.", _COUNTRY, _STRING, *_MAYBE),
        "isoAlpha3": Property("The ISO 3166-1 alpha-3 code of a country.", _COUNTRY, _STRING, *_MAYBE),
        "demonym": Property("An adjective of the actor, or a name of its people.", _ACTOR, _STRING),
        "metonym": Property("A seat that always stands for the actor.", _ACTOR, _STRING),
        "capital": Property("A city that stands for the actor where it acts.", _ACTOR, _STRING),
        "aliasOrder": _order("the alternative labels", _ACTOR),
        "demonymOrder": _order("the demonyms", _ACTOR),
        "metonymOrder": _order("the metonyms", _ACTOR),
        "capitalOrder": _order("the capitals", _ACTOR),
        "sameAsOrder": _order("the identifiers elsewhere", _ACTOR),
        "authorOrder": _order("the authors", _DOCUMENT),
        "copy": Property("Where a further copy of the text was read.", _DOCUMENT, _ANYTHING),
        "copyPath": Property("Where a further copy was read, if that is no IRI of the web.", _DOCUMENT, _STRING),
        "names": Property("The document names the actor, apart from all mentions and relations.", _DOCUMENT, _ACTOR),
        "text": Property("The full text.", _DOCUMENT, _STRING, *_MAYBE),
        "source": Property("The actor that acts or holds the attitude.", _RELATION, _ACTOR, *_ONE),
        "target": Property("The actor that the relation is directed at.", _RELATION, _ACTOR, *_ONE),
        "type": Property("What kind of relation it is.", _RELATION, _CONCEPT, *_ONE),
        "symmetric": Property("Both do the same to each other.", _RELATION, Iri(XSD + "boolean"), *_ONE),
        "polarity": Property("Whether it is affirmed or negated.", _RELATION, Iri(RG + "Polarity"), *_ONE),
        "modality": Property("Whether it is a fact, a plan or a possibility.", _RELATION, Iri(RG + "Modality"), *_ONE),
        "confidence": Property("Trust in the reading, between 0 and 1.", _RELATION, Iri(XSD + "decimal"), *_ONE),
        "attribution": Property("Who says so, by name or in the text's words.", _RELATION, _STRING, *_MAYBE),
        "attributionActor": Property("The actor who says so.", _RELATION, _ACTOR, *_MAYBE),
        "attributionSpan": Property("The words that name who says so.", _RELATION, _SPAN, *_MAYBE),
        "when": Property("When it happens, in the text's words.", _RELATION, _STRING, *_MAYBE),
        "start": Property("The first day of that time.", _RELATION, _DATE, *_MAYBE),
        "end": Property("The last day of that time.", _RELATION, _DATE, *_MAYBE),
        "granularity": Property("How exact that time is.", _RELATION, Iri(RG + "Granularity"), *_MAYBE),
        "whenSpan": Property("The words that say when.", _RELATION, _SPAN, *_MAYBE),
        "where": Property("A place, as the text names it.", _RELATION, _STRING, *_MAYBE),
        "sourceMention": Property("The words that name the source.", _RELATION, _SPAN, *_ONE),
        "targetMention": Property("The words that name the target.", _RELATION, _SPAN, *_ONE),
        "evidence": Property("An annotation of the words that state the relation.", _RELATION, _ANNOTATION, *_SOME),
        "sourceSpan": Property("The words for the source in this evidence.", _ANNOTATION, _SPAN, *_ONE),
        "targetSpan": Property("The words for the target in this evidence.", _ANNOTATION, _SPAN, *_ONE),
        "triggerSpan": Property("The words that express the type.", _ANNOTATION, _SPAN, *_ONE),
        "frame": Property("The id of the frame that read it.", _ANNOTATION, _STRING, *_ONE),
        "number": Property("The place of this evidence among several, from 1.", _ANNOTATION, _NUMBER, *_MAYBE),
        "denotes": Property("The actor that the words stand for.", _SPAN, _ACTOR, *_MAYBE),
        "via": Property("How the words name their actor.", _SPAN, Iri(RG + "Naming"), *_MAYBE),
        "sign": Property("1 friendly, -1 hostile, 0 neither.", _CONCEPT, Iri(XSD + "integer"), *_MAYBE),
    }
)
"""The properties of resources other than the direct ones between actors, by their local names."""

BORROWED: tuple[tuple[Iri, Property], ...] = (
    (Iri(DCTERMS + "conformsTo"), Property("The vocabulary.", _GRAPH, _ANYTHING, *_ONE)),
    (Iri(RDFS + "label"), Property("The main name.", _ACTOR, _STRING, *_ONE)),
    (Iri(SKOS + "altLabel"), Property("Another name.", _ACTOR, _STRING)),
    (Iri(OWL + "sameAs"), Property("The same thing elsewhere.", _ACTOR, _ANYTHING)),
    (Iri(DC + "identifier"), Property("The same thing elsewhere, if that is no IRI of the web.", _ACTOR, _STRING)),
    (Iri(DCTERMS + "title"), Property("The title.", _DOCUMENT, _STRING, *_MAYBE)),
    (Iri(DCTERMS + "issued"), Property("The day of publication.", _DOCUMENT, _DATE, *_MAYBE)),
    (Iri(DC + "creator"), Property("An author.", _DOCUMENT, _STRING)),
    (Iri(DC + "publisher"), Property("The body whose statement it is.", _DOCUMENT, _STRING, *_MAYBE)),
    (Iri(DCTERMS + "source"), Property("Where it was read.", _DOCUMENT, _ANYTHING, *_MAYBE)),
    (Iri(DC + "source"), Property("Where it was read, if that is no IRI of the web.", _DOCUMENT, _STRING, *_MAYBE)),
    (Iri(DC + "language"), Property("The language, as ISO 639-1.", _DOCUMENT, _STRING, *_ONE)),
    (Iri(PROV + "wasDerivedFrom"), Property("A document that states it.", _RELATION, _ANYTHING, *_SOME)),
    (Iri(PROV + "wasGeneratedBy"), Property("The run that read it.", _RELATION, _RUN, *_MAYBE)),
    (Iri(OA + "motivatedBy"), Property("Always oa:identifying.", _ANNOTATION, _ANYTHING, *_ONE)),
    (Iri(OA + "hasBody"), Property("The relation that the words state.", _ANNOTATION, _RELATION, *_ONE)),
    (Iri(OA + "hasTarget"), Property("The sentence.", _ANNOTATION, _SPAN, *_ONE)),
    (Iri(OA + "hasSource"), Property("The document in which the words stand.", _SPAN, _ANYTHING, *_ONE)),
    (Iri(OA + "hasSelector"), Property("What the words are, and where.", _SPAN, _ANYTHING, *_SOME)),
    (Iri(OA + "exact"), Property("The words.", _QUOTE, _STRING, *_ONE)),
    (Iri(OA + "prefix"), Property("What stands before them.", _QUOTE, _STRING, *_MAYBE)),
    (Iri(OA + "suffix"), Property("What stands after them.", _QUOTE, _STRING, *_MAYBE)),
    (Iri(OA + "start"), Property("The offset of the first character.", _POSITION, _NUMBER, *_ONE)),
    (Iri(OA + "end"), Property("The offset after the last character.", _POSITION, _NUMBER, *_ONE)),
    (Iri(PROV + "wasAssociatedWith"), Property("The version of relgraph.", _RUN, _SOFTWARE, *_ONE)),
    (Iri(PROV + "used"), Property("A document that was read.", _RUN, _DOCUMENT, *_SOME)),
    (Iri(PROV + "endedAtTime"), Property("When it was read.", _RUN, Iri(XSD + "dateTime"), *_MAYBE)),
    (Iri(RDFS + "label"), Property("Name and version.", _SOFTWARE, _STRING, *_ONE)),
)
"""The properties of other vocabularies, as relgraph uses them."""

RELATES_TO, CONCEPT_PROPERTY, ESCAPED_STRING = "relatesTo", "property", "EscapedString"
_TERMS = frozenset(
    (
        *PROPERTIES,
        *(RELATES_TO, CONCEPT_PROPERTY, ESCAPED_STRING),
        *(each.name for each in (*CLASSES, *KIND_CLASSES.values(), *VALUE_CLASSES.values())),
    )
)


@cache
def rg(name: str) -> Iri:
    """Return the IRI of a class or property of the vocabulary; raises `KeyError` for a name that it does not have."""
    if name not in _TERMS:
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
    """Return the IRI of the property that has this local name in the ontology of relation types.

    Raises `UsageError` if it is the name of another term of the vocabulary.
    """
    if name in _TERMS and name != RELATES_TO:
        raise UsageError(f"the name {name!r} of a relation type's property is taken; give its iri another name")
    return Iri(RG + encoded(name))


def property_of(type_id: str, ontology: Ontology) -> Iri:
    """Return the IRI of a type's direct property; one that the ontology does not have has its id as its name."""
    kind = ontology.types.get(type_id)
    if kind is not None:
        return named_property(kind.iri)
    # Without a dot it could be the name of another property.
    return named_property(type_id if "." in type_id else f"unknown.{type_id}")


def namespace(prefix: str = "rg", *, ontology: Ontology | None = None) -> ClosedNamespace:
    """Return the terms that have a prefix, as a namespace of rdflib in which a typo raises `AttributeError`.

    ``namespace().sanctions`` is the IRI of a property; ``namespace("type")["restrains.sanctions"]`` that of a type's
    concept. There are ``rg``, ``type``, ``polarity``, ``modality``, ``via`` and ``granularity``; `ontology` (default:
    the one of relgraph) gives the relation types. Raises `UsageError` for another prefix.
    """
    from rdflib.namespace import ClosedNamespace  # noqa: PLC0415 - slow to load

    ontology = ontology or Ontology.default()
    kinds = (*ontology.families.values(), *ontology)
    terms: dict[str, list[str]] = {
        "rg": sorted({*_TERMS, *(name for kind in kinds for name in (kind.iri, kind.inverse_iri))}),
        "type": [kind.id for kind in kinds],
        **{name: list(values) for name, values in VALUES.items()},
    }
    if prefix not in terms:
        raise UsageError(f"there is no closed namespace {prefix!r}; there are {', '.join(terms)}")
    return ClosedNamespace(PREFIXES[prefix], terms[prefix])
