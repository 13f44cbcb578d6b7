"""The vocabulary: the file is what the ontology says, and it is sound OWL and SKOS."""

from typing import get_args

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from relgraph.formats.terms import RG, type_iri
from relgraph.formats.vocabulary import FILE, KIND_CLASSES, build, kind_class, rg
from relgraph.model import Kind
from relgraph.ontology import Ontology

RG_ = rdflib.Namespace(RG)
ONTOLOGY = Ontology.default()


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=build(), format="turtle")


def test_the_file_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == build()


def test_both_parsers_read_it(vocabulary):
    assert len(vocabulary) == len(set(pyoxigraph.parse(path=str(FILE)))) > 500


@pytest.mark.parametrize("kind", tuple(ONTOLOGY), ids=lambda kind: kind.id)
def test_every_type_is_a_property_and_a_concept(kind, vocabulary):
    family = ONTOLOGY.families[kind.family]
    forth, back, concept = RG_[kind.iri], RG_[kind.inverse_iri], rdflib.URIRef(type_iri(kind.id))
    assert (forth, RDFS.subPropertyOf, RG_[family.iri]) in vocabulary
    assert (RG_[family.iri], RDFS.subPropertyOf, RG_.relatesTo) in vocabulary
    for direct in (forth, back):
        assert (direct, RDF.type, OWL.ObjectProperty) in vocabulary
        assert (direct, RDFS.domain, RG_.Actor) in vocabulary
        assert (direct, RDFS.range, RG_.Actor) in vocabulary
    assert ((forth, RDF.type, OWL.SymmetricProperty) in vocabulary) == (kind.iri == kind.inverse_iri)
    assert ((forth, OWL.inverseOf, back) in vocabulary) == (kind.iri != kind.inverse_iri)
    assert vocabulary.value(concept, RG_.property) == forth
    assert vocabulary.value(concept, SKOS.broader) == rdflib.URIRef(type_iri(family.id))
    assert str(vocabulary.value(concept, SKOS.prefLabel)) == kind.label
    assert str(vocabulary.value(concept, SKOS.definition)) == kind.definition
    assert vocabulary.value(concept, RG_.sign).toPython() == kind.sign
    matches = {*vocabulary.objects(concept, SKOS.closeMatch), *vocabulary.objects(concept, SKOS.narrowMatch)}
    assert {str(vocabulary.value(match, SKOS.notation)) for match in matches} == {*kind.plover, *kind.cameo}


def test_every_kind_of_actor_has_a_class(vocabulary):
    assert set(KIND_CLASSES) == set(get_args(Kind))
    for kind in KIND_CLASSES:
        assert (rdflib.URIRef(kind_class(kind)), RDFS.subClassOf, RG_.Actor) in vocabulary


def test_everything_of_ours_has_a_label_and_a_definition(vocabulary):
    ours = {subject for subject in vocabulary.subjects(RDF.type) if subject.startswith(RG)}
    assert len(ours) > 80
    for subject in ours:
        assert len(list(vocabulary.objects(subject, RDFS.label))) == 1, subject
        assert len(list(vocabulary.objects(subject, RDFS.comment))) == 1, subject


def test_no_name_stands_for_two_things(vocabulary):
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for subject in set(vocabulary.subjects(RDF.type)):
        assert sum((subject, RDF.type, kind) in vocabulary for kind in kinds) <= 1, subject


def test_all_that_is_referred_to_is_described(vocabulary):
    described = set(vocabulary.subjects(RDF.type))
    ours = {term for *_, term in vocabulary if str(term).startswith("https://w3id.org/relgraph/")}
    assert ours <= described


def test_a_name_that_the_vocabulary_lacks_is_refused():
    assert rg("source") == RG + "source"
    with pytest.raises(KeyError):
        rg("sorce")


def test_types_of_the_users_own_get_into_the_vocabulary(tmp_path):
    (tmp_path / "more.toml").write_text(
        '[[type]]\nid = "cooperates.hosts"\nlabel = "hosts"\ndefinition = "Hosts."\nsign = 1\n'
        'iri = "hosts"\ninverse_iri = "hostedBy"\n',
        encoding="utf-8",
    )
    text = build(ONTOLOGY.extended([tmp_path / "more.toml"]))
    assert "rg:hosts\n    a owl:ObjectProperty" in text
    assert "rg:hostedBy\n    a owl:ObjectProperty" in text
