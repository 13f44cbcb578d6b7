"""Relations in RDF 1.2: which direct triple each is about, told by ``rdf:reifies`` and a triple term.

Also a relation that is negated or only possible has a triple that it is about, though that triple is not stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from relgraph.formats.notation import Turtle
from relgraph.formats.rdf import pairs, stated
from relgraph.formats.terms import BASE, RDF, Iri, actor_iri, document_iri, relation_iri, with_base
from relgraph.formats.vocabulary import property_of
from relgraph.model import Extraction
from relgraph.ontology import Ontology

REIFIES = Iri(RDF + "reifies")


class Reification(NamedTuple):
    """A relation (`reifier`) of a document, the triple that it is about, and whether that triple is `stated`."""

    document: Iri
    reifier: Iri
    subject: Iri
    predicate: Iri
    object: Iri
    stated: bool


def reifications(extractions: Iterable[Extraction], ontology: Ontology, *, base: str = BASE) -> Iterator[Reification]:
    """Yield what each relation is about, in the order of the relations; a symmetric one is about two triples."""

    def moved(iri: Iri) -> Iri:
        ((found, *_),) = with_base([(iri, iri, iri, None)], base)
        return found

    for extraction in extractions:
        document = moved(document_iri(extraction.document.id))
        for relation in extraction.relations:
            reifier = moved(relation_iri(relation.id))
            predicate = property_of(relation.type, ontology)
            for source, target in dict.fromkeys(pairs(relation)):
                ends = moved(actor_iri(source)), moved(actor_iri(target))
                yield Reification(document, reifier, ends[0], predicate, ends[1], stated(relation))


def turtle_line(turtle: Turtle, told: Reification) -> str:
    """Return a statement of Turtle 1.2: an annotation of the triple if it is stated, else the triple as a term."""
    subject, predicate, value = turtle.iri(told.subject), turtle.verb(told.predicate), turtle.iri(told.object)
    reifier = turtle.iri(told.reifier)
    if told.stated:
        return f"\n{subject} {predicate} {value} ~ {reifier} .\n"
    return f"\n{reifier} {turtle.iri(REIFIES)} <<( {subject} {predicate} {value} )>> .\n"


def reification_line(told: Reification) -> str:
    """Return a statement of N-Triples 1.2."""
    return f"<{told.reifier}> <{REIFIES}> <<( <{told.subject}> <{told.predicate}> <{told.object}> )>> .\n"
