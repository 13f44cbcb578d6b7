"""The vocabulary: the file is what the ontology says, and it is sound OWL and SKOS."""

import io
import os
from typing import get_args

import owlrl
import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from sample_graphs import sample

from relgraph.errors import UsageError
from relgraph.formats import graph_to_string
from relgraph.formats.owl import FILE, build
from relgraph.formats.terms import BASE, PREFIXES, RG, type_iri
from relgraph.formats.vocabulary import (
    BORROWED,
    KIND_CLASSES,
    PROPERTIES,
    VALUES,
    kind_class,
    named_property,
    namespace,
    property_of,
    rg,
    value_iri,
)
from relgraph.model import Granularity, Kind, Modality, Polarity, Via
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
    kinds_of_match = (SKOS.exactMatch, SKOS.closeMatch, SKOS.narrowMatch)
    matches = {match for each in kinds_of_match for match in vocabulary.objects(concept, each)}
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


def test_polarities_and_the_like_are_those_of_the_model(vocabulary):
    model = {"polarity": Polarity, "modality": Modality, "via": Via, "granularity": Granularity}
    assert {name: set(values) for name, values in VALUES.items()} == {
        name: set(get_args(values)) for name, values in model.items()
    }
    for name, values in VALUES.items():
        (kind,) = vocabulary.objects(RG_[name], RDFS.range)
        individuals = {rdflib.URIRef(value_iri(name, value)) for value in values}
        assert set(vocabulary.subjects(RDF.type, kind)) == individuals
        closed = vocabulary.value(vocabulary.value(kind, OWL.equivalentClass), OWL.oneOf)
        assert set(rdflib.collection.Collection(vocabulary, closed)) == individuals
    with pytest.raises(KeyError):
        value_iri("polarity", "denied")


def test_exact_matches_are_one_to_one(vocabulary):
    pairs = list(vocabulary.subject_objects(SKOS.exactMatch))
    assert len(pairs) > 8
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert (rdflib.URIRef(type_iri("restrains.sanctions")), rdflib.URIRef(PREFIXES["plover"] + "SANCTION")) in pairs


# Reasoners


def inconsistencies(data: str) -> list[str]:
    """Return what OWL RL finds wrong with the vocabulary and some data."""
    graph = rdflib.Graph().parse(data=build() + data, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(words) for _, predicate, words in graph if str(predicate).endswith("agent-ont#error")]


def test_it_is_consistent_and_what_breaks_it_is_found():
    assert inconsistencies(graph_to_string(sample(), "turtle").partition("\n\n")[2]) == []
    (found,) = inconsistencies("<http://a.b/> a rg:Relation, rg:Country .")
    assert "Disjoint classes" in found


@pytest.mark.skipif(not os.environ.get("RELGRAPH_REASONER"), reason="takes half a minute, and needs Java")
def test_a_full_reasoner_finds_it_consistent():
    import owlready2

    def inconsistent(data: str) -> bool:
        triples = io.BytesIO()
        turtle = io.BytesIO((build() + data).encode("utf-8"))
        parsed = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
        pyoxigraph.serialize(parsed, triples, pyoxigraph.RdfFormat.N_TRIPLES)
        triples.seek(0)
        world = owlready2.World()
        with world.get_ontology("http://a.b/").load(fileobj=triples):
            try:
                owlready2.sync_reasoner_hermit(world, debug=0)
            except owlready2.OwlReadyInconsistentOntologyError:
                return True
        return bool(list(world.inconsistent_classes()))

    assert not inconsistent("")
    assert inconsistent("<http://a.b/> a rg:Relation ; rg:polarity polarity:affirmed, polarity:negated .")


def test_no_name_stands_for_two_things(vocabulary):
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for subject in set(vocabulary.subjects(RDF.type)):
        assert sum((subject, RDF.type, kind) in vocabulary for kind in kinds) <= 1, subject


def test_all_that_is_referred_to_is_described(vocabulary):
    described = set(vocabulary.subjects(RDF.type))
    ours = {
        term
        for _, predicate, term in vocabulary
        if isinstance(term, rdflib.URIRef) and term.startswith(BASE) and predicate != OWL.versionIRI
    }
    assert ours <= described


def test_a_name_that_the_vocabulary_lacks_is_refused():
    assert rg("source") == RG + "source"
    with pytest.raises(KeyError):
        rg("sorce")


def test_the_closed_namespaces_are_those_of_the_vocabulary(vocabulary):
    rg_ = namespace()
    ours = {subject for subject in vocabulary.subjects(RDF.type) if subject.startswith(RG)}
    assert {rg_[name] for name in dir(rg_) if RG + name in set(map(str, ours))} == ours
    assert rg_.sanctions == RG_.sanctions
    assert namespace("type")["restrains.sanctions"] == rdflib.URIRef(type_iri("restrains.sanctions"))
    assert namespace("polarity").negated == rdflib.URIRef(value_iri("polarity", "negated"))
    with pytest.raises(AttributeError):
        _ = rg_.sanctoins
    with pytest.raises(KeyError):
        _ = namespace("type")["restrains.sanction"]
    with pytest.raises(UsageError, match="there is no closed namespace 'typ'; there are rg, type"):
        namespace("typ")


def test_no_direct_property_takes_the_name_of_another_term():
    assert property_of("source", ONTOLOGY) != RG + "source"
    with pytest.raises(UsageError, match="'parent' of a relation type's property is taken"):
        named_property("parent")


def test_the_tables_say_what_is_required():
    assert PROPERTIES["source"].functional
    assert PROPERTIES["source"].required
    assert not PROPERTIES["where"].required
    assert not PROPERTIES["demonym"].functional
    assert len({(iri, each.domain) for iri, each in BORROWED}) == len(BORROWED)


def test_types_of_the_users_own_get_into_the_vocabulary(tmp_path):
    (tmp_path / "more.toml").write_text(
        '[[type]]\nid = "cooperates.hosts"\nlabel = "hosts"\ndefinition = "Hosts."\nsign = 1\n'
        'iri = "hosts"\ninverse_iri = "hostedBy"\n',
        encoding="utf-8",
    )
    text = build(ONTOLOGY.extended([tmp_path / "more.toml"]))
    assert "rg:hosts\n    a owl:ObjectProperty" in text
    assert "rg:hostedBy\n    a owl:ObjectProperty" in text
