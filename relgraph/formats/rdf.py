"""How a graph is told in RDF, shared by all RDF formats; `relgraph.sparql` asks it.

- ``<actor> rg:sanctions <actor>``, the direct triple, stands only for what is affirmed and actual; both ways round if
  it is symmetric. Its property is the one of the relation's type.
- Every relation, also a negated or possible one, is an ``rg:Relation`` with all that is known of it.
- Its evidence is an ``oa:Annotation`` on the document. Each stretch of text is an ``oa:SpecificResource`` (its IRI
  ``<document>#char=10,20`` as in RFC 5147) with a quote and a position selector.
- An actor has its kind as class; ``rg:parent`` leads up to its country or organisation.

The vocabulary is `relgraph.formats.vocabulary`; a copy of it is ``relgraph/data/ontology.ttl``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relgraph.formats.gather import actors_by_id
from relgraph.formats.terms import (
    DC,
    DCTERMS,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    Iri,
    Term,
    Triple,
    actor_iri,
    boolean,
    day,
    decimal,
    document_iri,
    integer,
    relation_iri,
    string,
    type_iri,
    web_iri,
)
from relgraph.formats.vocabulary import kind_class, named_property, property_of, rg
from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation, Span
from relgraph.ontology import Ontology

CONTEXT = 32
"""How many characters before and after a quotation are given to find it again in a changed text."""

Statement = tuple[Iri, Term]


def triples(
    extractions: Iterable[Extraction], *, text: bool = False, mentions: bool = False, ontology: Ontology | None = None
) -> Iterator[Triple]:
    """Yield the triples of extractions, in a fixed order and those of one subject and property together.

    `text` adds the full text of the documents, `mentions` all mentions of actors beside those in relations; `ontology`
    (default: the one of relgraph) gives the properties of the types.
    """
    known = tuple(extractions)
    ontology = ontology or Ontology.default()
    direct = _direct(known, ontology)
    for actor in actors_by_id(known).values():
        subject = actor_iri(actor.id)
        yield from _about(subject, _actor(actor))
        yield from _about(subject, sorted(direct.get(actor.id, ())))
    for extraction in known:
        yield from _about(document_iri(extraction.document.id), _document(extraction.document, text))
        for relation in extraction.relations:
            yield from _about(relation_iri(relation.id), _relation(relation))
            for number, evidence in enumerate(relation.evidence, 1):
                yield from _about(relation_iri(relation.id, f"evidence-{number}"), _evidence(relation, evidence))
    yield from _spans(known, mentions)


def _about(subject: Iri, statements: Iterable[Statement]) -> Iterator[Triple]:
    for predicate, value in statements:
        yield subject, predicate, value


def _stated(relation: Relation) -> bool:
    return relation.polarity == "affirmed" and relation.modality == "actual"


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    yield relation.source.actor, relation.target.actor
    if relation.symmetric:
        yield relation.target.actor, relation.source.actor


def _direct(extractions: Iterable[Extraction], ontology: Ontology) -> dict[str, set[tuple[Iri, Iri]]]:
    found: dict[str, set[tuple[Iri, Iri]]] = {}
    for extraction in extractions:
        for relation in filter(_stated, extraction.relations):
            for source, target in _pairs(relation):
                found.setdefault(source, set()).add((property_of(relation.type, ontology), actor_iri(target)))
    return found


def entailed(extractions: Iterable[Extraction], ontology: Ontology) -> Iterator[Triple]:
    """Yield what follows from the direct triples by the vocabulary.

    That is the property of the family (``rg:cooperatesWith``) beside that of the type (``rg:consultsWith``), and the
    inverse of both (``rg:sanctionedBy``).
    """
    for extraction in extractions:
        for relation in filter(_stated, extraction.relations):
            kind = ontology.types.get(relation.type)
            if kind is None:
                continue
            family = ontology.families[kind.family]
            for source, target in _pairs(relation):
                yield actor_iri(source), named_property(family.iri), actor_iri(target)
                yield actor_iri(target), named_property(kind.inverse_iri), actor_iri(source)
                yield actor_iri(target), named_property(family.inverse_iri), actor_iri(source)


def _actor(actor: Actor) -> Iterator[Statement]:
    yield Iri(RDF + "type"), kind_class(actor.kind)
    yield Iri(RDFS + "label"), string(actor.name)
    for alias in sorted(set(actor.aliases)):
        yield Iri(SKOS + "altLabel"), string(alias)
    if actor.code is not None:
        yield rg("code"), string(actor.code)
    if actor.sector is not None:
        yield rg("sector"), string(actor.sector)
    if actor.parent is not None:
        yield rg("parent"), actor_iri(actor.parent)
    for name, values in (("demonym", actor.demonyms), ("metonym", actor.metonyms), ("capital", actor.capitals)):
        for value in sorted(set(values)):
            yield rg(name), string(value)
    elsewhere = [(value, web_iri(value)) for value in sorted(set(actor.same_as))]
    yield from ((Iri(OWL + "sameAs"), iri) for _, iri in elsewhere if iri is not None)
    yield from ((Iri(DC + "identifier"), string(value)) for value, iri in elsewhere if iri is None)


def _document(document: Document, text: bool) -> Iterator[Statement]:
    yield Iri(RDF + "type"), rg("Document")
    if document.title is not None:
        yield Iri(DCTERMS + "title"), string(document.title)
    if document.published is not None:
        yield Iri(DCTERMS + "issued"), day(document.published)
    for author in sorted(set(document.authors)):
        yield Iri(DC + "creator"), string(author)
    if document.issuer is not None:
        yield Iri(DC + "publisher"), string(document.issuer)
    if document.source is not None:
        iri = web_iri(document.source)
        yield (Iri(DCTERMS + "source"), iri) if iri is not None else (Iri(DC + "source"), string(document.source))
    yield Iri(DC + "language"), string(document.language)
    if text:
        yield rg("text"), string(document.text)


def _relation(relation: Relation) -> Iterator[Statement]:
    yield Iri(RDF + "type"), rg("Relation")
    yield rg("source"), actor_iri(relation.source.actor)
    yield rg("target"), actor_iri(relation.target.actor)
    yield rg("type"), type_iri(relation.type)
    yield rg("symmetric"), boolean(relation.symmetric)
    yield rg("polarity"), string(relation.polarity)
    yield rg("modality"), string(relation.modality)
    yield rg("confidence"), decimal(relation.confidence)
    main = relation.evidence[0].document
    if relation.attribution is not None:
        yield rg("attribution"), string(relation.attribution.name)
        if relation.attribution.actor is not None:
            yield rg("attributionActor"), actor_iri(relation.attribution.actor)
        if relation.attribution.span is not None:
            yield rg("attributionSpan"), _span_iri(main, relation.attribution.span)
    if relation.when is not None:
        yield rg("when"), string(relation.when.text)
        if relation.when.start is not None:
            yield rg("start"), day(relation.when.start)
        if relation.when.end is not None:
            yield rg("end"), day(relation.when.end)
        if relation.when.granularity is not None:
            yield rg("granularity"), string(relation.when.granularity)
        if relation.when.span is not None:
            yield rg("whenSpan"), _span_iri(main, relation.when.span)
    if relation.where is not None:
        yield rg("where"), string(relation.where)
    yield rg("sourceMention"), _span_iri(main, relation.source.span)
    yield rg("targetMention"), _span_iri(main, relation.target.span)
    for number in range(1, len(relation.evidence) + 1):
        yield rg("evidence"), relation_iri(relation.id, f"evidence-{number}")
    for document in sorted({evidence.document for evidence in relation.evidence}):
        yield Iri(PROV + "wasDerivedFrom"), document_iri(document)


def _evidence(relation: Relation, evidence: Evidence) -> Iterator[Statement]:
    yield Iri(RDF + "type"), Iri(OA + "Annotation")
    yield Iri(OA + "motivatedBy"), Iri(OA + "identifying")
    yield Iri(OA + "hasBody"), relation_iri(relation.id)
    yield Iri(OA + "hasTarget"), _span_iri(evidence.document, evidence.sentence)
    yield rg("sourceSpan"), _span_iri(evidence.document, evidence.source)
    yield rg("targetSpan"), _span_iri(evidence.document, evidence.target)
    yield rg("triggerSpan"), _span_iri(evidence.document, evidence.trigger)
    yield rg("frame"), string(evidence.frame)


def _spans(extractions: Iterable[Extraction], mentions: bool) -> Iterator[Triple]:
    """Yield the stretches of text that relations (and mentions, if asked for) point at, each once."""
    documents: dict[str, Document] = {}
    spans: dict[str, dict[Span, set[Mention]]] = {}
    for extraction in extractions:
        documents[extraction.document.id] = extraction.document
        here = spans.setdefault(extraction.document.id, {})
        for relation in extraction.relations:
            for evidence in relation.evidence:
                there = spans.setdefault(evidence.document, {})
                for span in (evidence.sentence, evidence.source, evidence.target, evidence.trigger):
                    there.setdefault(span, set())
            for said in (relation.attribution, relation.when):
                if said is not None and said.span is not None:
                    here.setdefault(said.span, set())
            for mention in (relation.source, relation.target):
                here.setdefault(mention.span, set()).add(mention)
        for mention in extraction.mentions if mentions else ():
            here.setdefault(mention.span, set()).add(mention)
    for identifier in sorted(spans):
        found = spans[identifier]
        for span in sorted(found, key=lambda each: (each.start, each.end, each.text)):
            yield from _span(identifier, documents.get(identifier), span, found[span])


def _span(identifier: str, document: Document | None, span: Span, mentions: set[Mention]) -> Iterator[Triple]:
    place = f"{span.start},{span.end}"
    quote, position = document_iri(identifier, f"quote={place}"), document_iri(identifier, f"position={place}")
    subject = _span_iri(identifier, span)
    yield subject, Iri(RDF + "type"), Iri(OA + "SpecificResource")
    yield subject, Iri(OA + "hasSource"), document_iri(identifier)
    yield subject, Iri(OA + "hasSelector"), quote
    yield subject, Iri(OA + "hasSelector"), position
    for actor in sorted({mention.actor for mention in mentions}):
        yield subject, rg("denotes"), actor_iri(actor)
    for via in sorted({mention.via for mention in mentions}):
        yield subject, rg("via"), string(via)
    yield quote, Iri(RDF + "type"), Iri(OA + "TextQuoteSelector")
    yield quote, Iri(OA + "exact"), string(span.text)
    if document is not None:
        yield quote, Iri(OA + "prefix"), string(document.text[max(0, span.start - CONTEXT) : span.start])
        yield quote, Iri(OA + "suffix"), string(document.text[span.end : span.end + CONTEXT])
    yield position, Iri(RDF + "type"), Iri(OA + "TextPositionSelector")
    yield position, Iri(OA + "start"), integer(span.start, "nonNegativeInteger")
    yield position, Iri(OA + "end"), integer(span.end, "nonNegativeInteger")


def _span_iri(document: str, span: Span) -> Iri:
    return document_iri(document, f"char={span.start},{span.end}")
