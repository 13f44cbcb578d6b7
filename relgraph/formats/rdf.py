"""How a graph is told in RDF, shared by all RDF formats; `relgraph.sparql` asks it.

- ``<actor> rg:sanctions <actor>``, the direct triple, stands only for what is affirmed and actual; both ways round if
  it is symmetric. Its property is the one of the relation's type.
- Every relation, also a negated or possible one, is an ``rg:Relation`` with all that is known of it.
- Its evidence is an ``oa:Annotation`` on the document. Each stretch of text is an ``oa:SpecificResource`` (its IRI
  ``<document>#char=10,20`` as in RFC 5147) with a quote and a position selector; as an ``rg:Mention`` it names
  an actor.
- An actor has its kind as class; ``rg:parent`` leads up to its country or organisation.
- Which version of relgraph read a document with which model is told in PROV-O.
- The graph itself is an ``rg:Graph`` that says how much there is, by which a file that was cut off is recognised.

`relgraph.formats.restore` makes the graph of the triples again. What a set of triples cannot hold has a property of its
own where it is needed: the order of names (``rg:aliasOrder``), that of evidence (``rg:number``), and actors that no
mention or relation names (``rg:names``). Strings with characters that XML cannot hold are ``rg:EscapedString``.

The vocabulary is `relgraph.formats.vocabulary`; a copy of it is ``relgraph/data/ontology.ttl``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from relgraph.actors import identifiers
from relgraph.formats.gather import actors_by_id, referenced_actors
from relgraph.formats.passages import Passages, passages_elsewhere
from relgraph.formats.terms import (
    BASE,
    DC,
    DCTERMS,
    GRAPH,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    RUN,
    SKOS,
    SOFTWARE,
    Iri,
    Quad,
    Term,
    Triple,
    actor_iri,
    boolean,
    day,
    decimal,
    document_iri,
    encoded,
    integer,
    moment,
    relation_iri,
    string,
    type_iri,
    web_iri,
    with_base,
)
from relgraph.formats.vocabulary import kind_class, property_of, rg, value_iri
from relgraph.model import Actor, Evidence, Extraction, Provenance, Relation, content_hash
from relgraph.ontology import Ontology

MAPPING = 1
"""Grows when older readers would misread what is written."""

Statement = tuple[Iri, Term]

_A, _LABEL, _SAME_AS = Iri(RDF + "type"), Iri(RDFS + "label"), Iri(OWL + "sameAs")
_ALIAS = Iri(SKOS + "altLabel")
_IDENTIFIER, _CREATOR, _PUBLISHER, _LANGUAGE = (
    Iri(DC + name) for name in ("identifier", "creator", "publisher", "language")
)
_TITLE, _ISSUED = Iri(DCTERMS + "title"), Iri(DCTERMS + "issued")
_DERIVED, _GENERATED = Iri(PROV + "wasDerivedFrom"), Iri(PROV + "wasGeneratedBy")
_ANNOTATION, _MOTIVATED, _IDENTIFYING, _BODY, _TARGET = (
    Iri(OA + name) for name in ("Annotation", "motivatedBy", "identifying", "hasBody", "hasTarget")
)


def triples(
    extractions: Iterable[Extraction],
    *,
    text: bool = True,
    mentions: bool = True,
    ontology: Ontology | None = None,
    base: str = BASE,
) -> Iterator[Triple]:
    """Yield the triples of extractions, in a fixed order, none twice, those of one subject and property together.

    Without `text` the full text of the documents is left out, without `mentions` all mentions of actors beside those in
    relations. `ontology` (default: the one of relgraph) gives the properties of the types. All ids lie below `base`.
    """
    found = _Telling(extractions, text, mentions, ontology).quads(by_document=False)
    for subject, predicate, value, _ in with_base(found, base):
        yield subject, predicate, value


def quads(
    extractions: Iterable[Extraction],
    *,
    text: bool = True,
    mentions: bool = True,
    ontology: Ontology | None = None,
    base: str = BASE,
) -> Iterator[Quad]:
    """Yield the same with what each document says in a graph that is named by the document, and all else in none.

    In a document's graph stand its relations with their evidence, its passages and the direct triples between actors;
    without the names of the graphs these are the triples that `triples` gives, though a direct triple may come twice.
    """
    yield from with_base(_Telling(extractions, text, mentions, ontology).quads(by_document=True), base)


class _Telling:
    """Extractions and how they are to be told."""

    def __init__(
        self, extractions: Iterable[Extraction], text: bool, mentions: bool, ontology: Ontology | None
    ) -> None:
        self._extractions = tuple(extractions)
        self._text = text
        self._mentions = mentions
        self._ontology = ontology or Ontology.default()
        self._actors = actors_by_id(self._extractions)

    def quads(self, *, by_document: bool) -> Iterator[Quad]:
        """Yield all that there is to say; `by_document` names the graphs and puts the direct triples there."""
        yield from _in_graph(None, self._head())
        yield from _in_graph(None, _runs(self._extractions))
        direct = {} if by_document else _direct(self._extractions, self._ontology)
        for actor in self._actors.values():
            subject = actor_iri(actor.id)
            yield from _in_graph(None, _about(subject, _actor(actor)))
            yield from _in_graph(None, _about(subject, sorted(direct.get(actor.id, ()))))
        elsewhere = passages_elsewhere(self._extractions)
        for extraction in self._extractions:
            identifier = extraction.document.id
            subject = document_iri(identifier)
            passages = elsewhere.get(identifier) or Passages(identifier, extraction.document)
            passages.add_extraction(extraction, mentions=self._mentions)
            yield from _in_graph(None, _about(subject, self._document(extraction)))
            graph = subject if by_document else None
            for source, stated in _direct([extraction], self._ontology).items() if by_document else ():
                yield from _in_graph(graph, _about(actor_iri(source), sorted(stated)))
            yield from _in_graph(graph, _relations(extraction, passages, elsewhere))
            yield from _in_graph(graph, passages.triples())
        for identifier in sorted(elsewhere.keys() - {extraction.document.id for extraction in self._extractions}):
            yield from _in_graph(None, elsewhere[identifier].triples())

    def _head(self) -> Iterator[Triple]:
        documents = [extraction.document.id for extraction in self._extractions]
        relations = [relation.id for extraction in self._extractions for relation in extraction.relations]
        mentions = sum(len(extraction.mentions) for extraction in self._extractions) if self._mentions else 0
        subject = Iri(GRAPH + content_hash("\x1f".join((*documents, "", *relations, str(mentions)))))
        yield subject, _A, rg("Graph")
        yield subject, Iri(DCTERMS + "conformsTo"), Iri(BASE + "ontology")
        counts = {
            "mapping": MAPPING,
            "documents": len(documents),
            "relations": len(relations),
            "mentions": mentions,
        }
        for name, count in counts.items():
            yield subject, rg(name), integer(count, "nonNegativeInteger")

    def _document(self, extraction: Extraction) -> Iterator[Statement]:
        document = extraction.document
        yield _A, rg("Document")
        if document.title is not None:
            yield _TITLE, string(document.title)
        if document.published is not None:
            yield _ISSUED, day(document.published)
        yield from _strings(_CREATOR, "authorOrder", document.authors)
        if document.issuer is not None:
            yield _PUBLISHER, string(document.issuer)
        if document.source is not None:
            yield _place(document.source, Iri(DCTERMS + "source"), Iri(DC + "source"))
        copies = (_place(each, rg("copy"), rg("copyPath")) for each in document.copies)
        yield from sorted(copies, key=lambda statement: statement[0])
        if self._text:
            yield rg("text"), string(document.text)
        listed = extraction.mentions if self._mentions else ()
        known = {actor.id for actor in referenced_actors(listed, extraction.relations, self._actors)}
        for actor in extraction.actors:
            if actor.id not in known:
                yield rg("names"), actor_iri(actor.id)
        yield _LANGUAGE, string(document.language)  # last, as every document has it: a file that is cut off lacks it


def _place(source: str, as_resource: Iri, as_words: Iri) -> Statement:
    """Tell where a text was read: by an IRI if that is one of the web, otherwise by its words."""
    iri = web_iri(source)
    return (as_resource, iri) if iri is not None else (as_words, string(source))


def _in_graph(graph: Iri | None, statements: Iterable[Triple]) -> Iterator[Quad]:
    for subject, predicate, value in statements:
        yield subject, predicate, value, graph


def _about(subject: Iri, statements: Iterable[Statement]) -> Iterator[Triple]:
    for predicate, value in statements:
        yield subject, predicate, value


# Provenance


def _run_iri(run: Provenance) -> Iri:
    return Iri(RUN + content_hash("\x1f".join((run.version, run.model, str(run.time)))))


def _runs(extractions: Sequence[Extraction]) -> Iterator[Triple]:
    used: dict[Provenance, list[Iri]] = {}
    for extraction in extractions:
        for run in dict.fromkeys(extraction.provenance):
            used.setdefault(run, []).append(document_iri(extraction.document.id))
    by_iri = {_run_iri(run): (run, documents) for run, documents in used.items()}
    for iri in sorted(by_iri):
        run, documents = by_iri[iri]
        yield iri, _A, Iri(PROV + "Activity")
        yield iri, Iri(PROV + "wasAssociatedWith"), _software_iri(run.version)
        yield iri, rg("model"), string(run.model)
        if run.time is not None:
            yield iri, Iri(PROV + "endedAtTime"), moment(run.time)
        for document in documents:
            yield iri, Iri(PROV + "used"), document
    for version in sorted({run.version for run in used}):
        yield _software_iri(version), _A, Iri(PROV + "SoftwareAgent")
        yield _software_iri(version), _LABEL, string(f"relgraph {version}")
        yield _software_iri(version), rg("version"), string(version)


def _software_iri(version: str) -> Iri:
    return Iri(f"{SOFTWARE}relgraph-{encoded(version)}")


# Actors and what stands between two of them


def stated(relation: Relation) -> bool:
    """Whether a relation has direct triples: it is affirmed and actual."""
    return relation.polarity == "affirmed" and relation.modality == "actual"


def pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    """Yield the ids of the actors of the direct triples: a symmetric relation has both ways round."""
    yield relation.source.actor, relation.target.actor
    if relation.symmetric:
        yield relation.target.actor, relation.source.actor


def _direct(extractions: Iterable[Extraction], ontology: Ontology) -> dict[str, set[tuple[Iri, Iri]]]:
    """Return, for each actor, the properties and actors of its direct triples."""
    found: dict[str, set[tuple[Iri, Iri]]] = {}
    for extraction in extractions:
        for relation in filter(stated, extraction.relations):
            for source, target in pairs(relation):
                found.setdefault(source, set()).add((property_of(relation.type, ontology), actor_iri(target)))
    return found


def _actor(actor: Actor) -> Iterator[Statement]:
    yield _A, kind_class(actor.kind)
    yield _LABEL, string(actor.name)
    yield from _strings(_ALIAS, "aliasOrder", actor.aliases)
    if actor.code is not None:
        yield rg("code"), string(actor.code)
    if actor.kind == "country":
        yield from _iso_codes(actor)
    if actor.sector is not None:
        yield rg("sector"), string(actor.sector)
    if actor.parent is not None:
        yield rg("parent"), actor_iri(actor.parent)
    for name, values in (("demonym", actor.demonyms), ("metonym", actor.metonyms), ("capital", actor.capitals)):
        yield from _strings(rg(name), f"{name}Order", values)
    elsewhere = [(value, web_iri(value)) for value in sorted(set(actor.same_as))]
    yield from ((_SAME_AS, iri) for _, iri in elsewhere if iri is not None)
    yield from ((_IDENTIFIER, string(value)) for value, iri in elsewhere if iri is None)
    yield from _order("sameAsOrder", actor.same_as)


def _iso_codes(actor: Actor) -> Iterator[Statement]:
    """Tell the ISO codes of a country that relgraph ships, if it still has its code."""
    known = identifiers().get(actor.id)
    if known is not None and known.alpha2 is not None and actor.id == f"country/{actor.code}":
        yield rg("isoAlpha2"), string(known.alpha2)
        yield rg("isoAlpha3"), string(actor.code or "")


def _strings(predicate: Iri, order: str, values: tuple[str, ...]) -> Iterator[Statement]:
    for value in sorted(set(values)):
        yield predicate, string(value)
    yield from _order(order, values)


def _order(name: str, values: tuple[str, ...]) -> Iterator[Statement]:
    """Tell the order of values where it is not that of their characters, or one comes twice."""
    in_order = sorted(set(values))
    if tuple(in_order) != values:
        numbers = {value: str(number) for number, value in enumerate(in_order, 1)}
        yield rg(name), string(" ".join(numbers[value] for value in values))


# Relations


def _relations(extraction: Extraction, passages: Passages, elsewhere: Mapping[str, Passages]) -> Iterator[Triple]:
    # With several runs nobody knows any more which of them found which relation.
    run = _run_iri(extraction.provenance[0]) if len(extraction.provenance) == 1 else None
    for relation in extraction.relations:
        subject = relation_iri(relation.id)
        yield from _about(subject, _relation(relation, passages))
        if run is not None:
            yield subject, _GENERATED, run
        several = len(relation.evidence) > 1
        for number, evidence in enumerate(relation.evidence, 1):
            here = passages if evidence.document == extraction.document.id else elsewhere[evidence.document]
            about = _evidence(subject, evidence, here, number if several else None)
            yield from _about(relation_iri(relation.id, f"evidence-{number}"), about)


def _relation(relation: Relation, passages: Passages) -> Iterator[Statement]:
    yield _A, rg("Relation")
    yield rg("source"), actor_iri(relation.source.actor)
    yield rg("target"), actor_iri(relation.target.actor)
    yield rg("type"), type_iri(relation.type)
    yield rg("symmetric"), boolean(relation.symmetric)
    yield rg("polarity"), value_iri("polarity", relation.polarity)
    yield rg("modality"), value_iri("modality", relation.modality)
    yield rg("confidence"), decimal(relation.confidence)
    yield from _attribution_and_time(relation, passages)
    if relation.where is not None:
        yield rg("where"), string(relation.where)
    yield rg("sourceMention"), passages.mention(relation.source)
    yield rg("targetMention"), passages.mention(relation.target)
    for number in range(1, len(relation.evidence) + 1):
        yield rg("evidence"), relation_iri(relation.id, f"evidence-{number}")
    for document in sorted({evidence.document for evidence in relation.evidence}):
        yield _DERIVED, document_iri(document)


def _attribution_and_time(relation: Relation, passages: Passages) -> Iterator[Statement]:
    said, when = relation.attribution, relation.when
    if said is not None:
        yield rg("attribution"), string(said.name)
        if said.actor is not None:
            yield rg("attributionActor"), actor_iri(said.actor)
        if said.span is not None:
            yield rg("attributionSpan"), passages.span(said.span)
    if when is not None:
        yield rg("when"), string(when.text)
        if when.start is not None:
            yield rg("start"), day(when.start)
        if when.end is not None:
            yield rg("end"), day(when.end)
        if when.granularity is not None:
            yield rg("granularity"), value_iri("granularity", when.granularity)
        if when.span is not None:
            yield rg("whenSpan"), passages.span(when.span)


def _evidence(relation: Iri, evidence: Evidence, passages: Passages, number: int | None) -> Iterator[Statement]:
    yield _A, _ANNOTATION
    yield _MOTIVATED, _IDENTIFYING
    yield _BODY, relation
    if number is not None:
        yield rg("number"), integer(number, "nonNegativeInteger")
    yield _TARGET, passages.span(evidence.sentence)
    yield rg("sourceSpan"), passages.span(evidence.source)
    yield rg("targetSpan"), passages.span(evidence.target)
    yield rg("triggerSpan"), passages.span(evidence.trigger)
    yield rg("frame"), string(evidence.frame)
