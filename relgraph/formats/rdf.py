"""How a graph is told in RDF, shared by all RDF formats, and SPARQL on it.

- ``<actor> rg:sanctions <actor>``, the direct triple, stands only for what is affirmed and actual; both ways round if
  it is symmetric. Its property is the one of the relation's type.
- Every relation, also a negated or possible one, is an ``rg:Relation`` with all that is known of it.
- Its evidence is an ``oa:Annotation`` on the document. Each stretch of text is an ``oa:SpecificResource`` (its IRI
  ``<document>#char=10,20`` as in RFC 5147) with a quote and a position selector.
- An actor has its kind as class; ``rg:parent`` leads up to its country or organisation.

The vocabulary is `relgraph.formats.vocabulary`; a copy of it is ``relgraph/data/ontology.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from relgraph.errors import UsageError
from relgraph.formats.gather import actors_by_id
from relgraph.formats.terms import (
    DC,
    DCTERMS,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SKOS,
    Iri,
    Literal,
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
from relgraph.formats.vocabulary import kind_class, named_property, property_of, rg, vocabulary
from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation, Span
from relgraph.ontology import Ontology

if TYPE_CHECKING:
    import rdflib

    from relgraph.graph import RelationGraph

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


def query(
    graph: RelationGraph | rdflib.Graph, sparql: str, *, ontology: Ontology | None = None
) -> tuple[dict[str, Any], ...]:
    """Answer a SPARQL query; the prefixes in `relgraph.formats.terms.PREFIXES` need not be declared.

    A SELECT gives one dict a row, from variable names to values: IRIs as strings, literals as Python values, None where
    nothing is bound. An ASK gives one row with ``ask``, a CONSTRUCT or DESCRIBE rows with ``subject``, ``predicate``
    and ``object``. Pass the result of `to_rdflib` to ask many queries of one graph. Nothing is ever fetched: raises
    `UsageError` for a query that asks another server or names a data set to load, or is not SPARQL.
    """
    import rdflib  # noqa: PLC0415 - only queries need it
    from rdflib.plugins.sparql import prepareQuery  # noqa: PLC0415

    try:
        prepared = prepareQuery(sparql, initNs=dict(PREFIXES))
    except Exception as error:  # pyparsing's and rdflib's own have no common base below this
        raise UsageError(f"this is not a SPARQL query: {error}") from None
    if _reaches_out(prepared.algebra):
        raise UsageError("a query may not use SERVICE, FROM or FROM NAMED: relgraph never fetches data")
    data = graph if isinstance(graph, rdflib.Graph) else to_rdflib(graph, ontology=ontology)
    try:
        return _rows(data.query(prepared))
    except re.error as error:  # rdflib hands a pattern on to Python unchecked
        raise UsageError(f"the query has a regular expression that is none: {error}") from None


def _rows(result: rdflib.query.Result) -> tuple[dict[str, Any], ...]:
    if result.type == "ASK":
        return ({"ask": bool(result.askAnswer)},)
    if result.type == "SELECT":
        names = [str(name) for name in result.vars or ()]
        return tuple({name: _python(row[name]) for name in names} for row in result)  # type: ignore[index, call-overload]
    roles = ("subject", "predicate", "object")
    return tuple(dict(zip(roles, map(_python, triple), strict=True)) for triple in sorted(result))  # type: ignore[arg-type]


def to_rdflib(graph: RelationGraph, *, vocabulary_too: bool = True, ontology: Ontology | None = None) -> rdflib.Graph:
    """Return the graph as an `rdflib.Graph`.

    `vocabulary_too` adds the vocabulary and what follows from it for the direct triples: the property of the family
    (``rg:cooperatesWith``) beside that of the type (``rg:consultsWith``), and the inverse (``rg:sanctionedBy``).
    """
    import rdflib  # noqa: PLC0415 - only queries need it

    ontology = ontology or graph.ontology
    extractions = graph.extractions()
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    statements = list(triples(extractions, mentions=True, ontology=ontology))
    if vocabulary_too:
        statements += vocabulary(ontology)
        statements += _entailed(extractions, ontology)
    for subject, predicate, object_ in statements:
        result.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _rdflib_term(object_)))
    return result


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


def _entailed(extractions: Iterable[Extraction], ontology: Ontology) -> Iterator[Triple]:
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


def _rdflib_term(term: Term) -> rdflib.term.Node:
    import rdflib  # noqa: PLC0415 - only queries need it

    if isinstance(term, Literal):
        return rdflib.Literal(term.text, datatype=None if term.datatype is None else rdflib.URIRef(term.datatype))
    return rdflib.URIRef(term)


def _python(term: Any) -> object:  # noqa: ANN401 - whatever rdflib binds
    if term is None:
        return None
    value = term.toPython()
    return str(value) if type(value).__module__.startswith("rdflib") else value


def _reaches_out(algebra: Any) -> bool:  # noqa: ANN401 - rdflib's algebra is nested dicts, lists and terms
    if isinstance(algebra, dict):
        # Not `get`: rdflib's nodes give every key a value.
        named = "datasetClause" in algebra and algebra["datasetClause"] is not None
        if named or getattr(algebra, "name", None) == "ServiceGraphPattern":
            return True
        return any(_reaches_out(value) for value in algebra.values())
    return isinstance(algebra, list | tuple) and any(_reaches_out(item) for item in algebra)
