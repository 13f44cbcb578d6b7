"""What follows from the direct triples by the vocabulary, so that a query can ask for it without a reasoner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relgraph.formats.rdf import pairs, stated
from relgraph.formats.terms import Triple, actor_iri
from relgraph.formats.vocabulary import named_property, rg
from relgraph.model import Extraction
from relgraph.ontology import Ontology


def entailed(extractions: Iterable[Extraction], ontology: Ontology) -> Iterator[Triple]:
    """Yield the properties above that of the type (``rg:consultsWith``) and the inverse ones.

    That is the property of the family (``rg:cooperatesWith``), that of any relation (``rg:relatesTo``), and the inverse
    of type and family (``rg:sanctionedBy``). Types that the ontology does not have are related to nothing.
    """
    for extraction in extractions:
        for relation in filter(stated, extraction.relations):
            kind = ontology.types.get(relation.type)
            if kind is None:
                continue
            family = ontology.families[kind.family]
            for actors in pairs(relation):
                source, target = map(actor_iri, actors)
                yield source, named_property(family.iri), target
                yield source, rg("relatesTo"), target
                yield target, named_property(kind.inverse_iri), source
                yield target, named_property(family.inverse_iri), source
