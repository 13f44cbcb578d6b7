"""RDF: two parsers agree on it, and it says what the graph says and no more."""

import datetime
import io

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SKOS
from sample_graphs import TEXT, graphs, ids, sample

from relgraph.actors import ActorIndex
from relgraph.errors import UsageError
from relgraph.formats import graph_to_string, rdf
from relgraph.formats.owl import FILE
from relgraph.formats.terms import (
    ACTOR_SPACES,
    BASE,
    DOCUMENT,
    PREFIXES,
    RG,
    actor_iri,
    decimal,
    document_iri,
    encoded,
    identifier_of,
    relation_iri,
    string,
    web_iri,
)
from relgraph.graph import RelationGraph

RG_ = rdflib.Namespace(RG)
OA = rdflib.Namespace(PREFIXES["oa"])
COUNTRY = rdflib.Namespace(PREFIXES["country"])
ORLOV = rdflib.URIRef(actor_iri("person/orlov"))


def in_rdflib(text: str) -> set[tuple]:
    def plain(term):
        if isinstance(term, rdflib.Literal):
            return (str(term), str(term.datatype or rdflib.XSD.string))
        return str(term)

    return {tuple(map(plain, triple)) for triple in rdflib.Graph().parse(data=text, format="turtle")}


def in_oxigraph(text: str) -> set[tuple]:
    def plain(term):
        return (term.value, term.datatype.value) if isinstance(term, pyoxigraph.Literal) else term.value

    parsed = pyoxigraph.parse(io.BytesIO(text.encode("utf-8")), pyoxigraph.RdfFormat.TURTLE)
    return {(quad.subject.value, quad.predicate.value, plain(quad.object)) for quad in parsed}


@pytest.fixture(scope="module")
def sample_rdf() -> rdflib.Graph:
    return rdflib.Graph().parse(data=graph_to_string(sample(), "turtle"), format="turtle")


def test_both_parsers_agree():
    text = graph_to_string(sample(), "turtle")
    assert in_rdflib(text) == in_oxigraph(text)
    assert len(in_rdflib(text)) > 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_both_parsers_agree_on_any_graph(graph):
    text = graph_to_string(graph, "turtle")
    assert in_rdflib(text) == in_oxigraph(text)
    statements = {tuple(map(str, triple)) for triple in rdf.triples(graph.extractions())}
    assert len(in_oxigraph(text)) == len(statements)
    labels = {value for _, predicate, value in in_oxigraph(text) if predicate == str(RDFS.label)}
    actors = {actor.name for each in graph.extractions() for actor in each.actors}
    assert labels >= {(string(name).text, string(name).datatype or str(rdflib.XSD.string)) for name in actors}


def test_there_are_no_blank_nodes(sample_rdf):
    assert not [term for triple in sample_rdf for term in triple if isinstance(term, rdflib.BNode)]


def test_direct_triples_stand_for_affirmed_actual_relations_only(sample_rdf):
    actors = set(sample_rdf.subjects(RDFS.label))
    direct = {
        (source, predicate, target)
        for source, predicate, target in sample_rdf
        if source in actors and target in actors and predicate != RG_.parent
    }
    assert direct == {
        (ORLOV, RG_.consultsWith, COUNTRY.IRN),
        (COUNTRY.IRN, RG_.consultsWith, ORLOV),  # symmetric
        (COUNTRY.RUS, RG_.attacks, COUNTRY.IRN),
        (COUNTRY.RUS, RG_.threatens, COUNTRY.IRN),
    }


def test_every_relation_is_a_resource_with_all_that_is_known(sample_rdf):
    assert len(set(sample_rdf.subjects(RDF.type, RG_.Relation))) == 5
    (denied,) = sample_rdf.subjects(RG_.polarity, rdflib.URIRef(PREFIXES["polarity"] + "negated"))
    assert sample_rdf.value(denied, RG_.type) == rdflib.URIRef(PREFIXES["type"] + "restrains.sanctions")
    assert sample_rdf.value(denied, RG_.attribution) == rdflib.Literal("Le Monde")
    (met,) = sample_rdf.subjects(RG_.symmetric, rdflib.Literal(True))
    values = {str(predicate): value.toPython() for predicate, value in sample_rdf.predicate_objects(met)}
    assert values[str(RG_.when)] == "last week"
    assert values[str(RG_.start)] == datetime.date(2021, 5, 24)
    assert values[str(RG_.end)] == datetime.date(2021, 5, 30)
    assert values[str(RG_.granularity)] == PREFIXES["granularity"] + "week"
    assert values[str(RG_.where)] == "Vienna"
    assert float(values[str(RG_.confidence)]) == 0.9
    assert values[str(RG_.modality)] == PREFIXES["modality"] + "actual"
    assert values[str(rdflib.PROV.wasDerivedFrom)] == DOCUMENT + "news/2021%20no.1"


def test_every_selector_points_at_its_words(sample_rdf):
    spans = set(sample_rdf.subjects(RDF.type, OA.SpecificResource))
    quotes = set(sample_rdf.subjects(RDF.type, OA.TextQuoteSelector))
    positions = set(sample_rdf.subjects(RDF.type, OA.TextPositionSelector))
    assert len(spans) == len(quotes) == len(positions) > 10
    for span in spans:
        (quote,) = set(sample_rdf.objects(span, OA.hasSelector)) & quotes
        (position,) = set(sample_rdf.objects(span, OA.hasSelector)) & positions
        start = sample_rdf.value(position, OA.start).toPython()
        end = sample_rdf.value(position, OA.end).toPython()
        exact = str(sample_rdf.value(quote, OA.exact))
        prefix, suffix = str(sample_rdf.value(quote, OA.prefix)), str(sample_rdf.value(quote, OA.suffix))
        assert TEXT[start:end] == exact
        assert prefix + exact + suffix in TEXT
        assert len(prefix) == min(32, start)
        assert len(suffix) == min(32, len(TEXT) - end)


def test_evidence_is_an_annotation_of_the_sentence(sample_rdf):
    annotations = set(sample_rdf.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == 5
    for annotation in annotations:
        relation = sample_rdf.value(annotation, OA.hasBody)
        assert (relation, RG_.evidence, annotation) in sample_rdf
        document = sample_rdf.value(sample_rdf.value(annotation, OA.hasTarget), OA.hasSource)
        assert sample_rdf.value(document, rdflib.DCTERMS.title) == rdflib.Literal("Talks in Vienna")
        assert sample_rdf.value(document, rdflib.DCTERMS.issued).toPython() == datetime.date(2021, 6, 1)


def test_actors_have_class_names_and_chain(sample_rdf):
    russia = COUNTRY.RUS
    assert sample_rdf.value(russia, RDF.type) == RG_.Country
    assert sample_rdf.value(ORLOV, RG_.parent) == russia
    assert set(sample_rdf.objects(COUNTRY.IRN, SKOS.altLabel)) == {
        rdflib.Literal("Islamic Republic of Iran"),
        rdflib.Literal("Persia"),
    }
    assert sample_rdf.value(russia, OWL.sameAs) == rdflib.URIRef("http://www.wikidata.org/entity/Q159")
    assert sample_rdf.value(russia, rdflib.DC.identifier) == rdflib.Literal("not an IRI <>")


def test_the_text_can_be_left_out():
    assert (document_iri("news/2021 no.1"), RG + "text", (TEXT, str(rdflib.XSD.string))) in in_oxigraph(
        graph_to_string(sample(), "turtle")
    )
    assert "counterpart in Vienna last week.\\r\\nAccording to Le Monde, Tehran" not in graph_to_string(
        sample(), "turtle", text=False
    )


def test_the_list_of_mentions_can_be_left_out():
    listed = [triple for triple in rdf.triples(sample().extractions()) if triple[2] == RG + "Mention"]
    assert len(listed) == 8
    assert RG + "Mention" not in {triple[2] for triple in rdf.triples(sample().extractions(), mentions=False)}


def test_all_ids_can_lie_elsewhere():
    base = "https://example.org/data/"
    here = list(rdf.triples(sample().extractions(), base=base))
    moved = ("actor/", "document/", "relation/", "graph/", "run/")
    assert {subject[: len(base)] for subject, *_ in here if "/relgraph/software" not in subject} == {base}
    assert not [
        term for triple in here for term in triple if str(term).startswith(tuple(BASE + each for each in moved))
    ]
    assert {predicate for _, predicate, _ in here} == {
        predicate for _, predicate, _ in rdf.triples(sample().extractions())
    }


@pytest.mark.parametrize("base", ["", "data/", "https://example.org/data", "https://x.org/a b/", "https://x.org/#/"])
def test_a_base_must_be_an_address_with_a_slash(base):
    with pytest.raises(UsageError, match="ends with a slash"):
        graph_to_string(sample(), "turtle", base=base)


def test_no_triple_comes_twice():
    both = sample() | sample()
    found = list(rdf.triples(both.extractions()))
    assert len(found) == len(set(found))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_the_union_of_all_graphs_is_what_one_graph_holds(graph):
    named = list(rdf.quads(graph.extractions()))
    assert {quad[:3] for quad in named} == set(rdf.triples(graph.extractions()))
    graphs_named = {quad[3] for quad in named} - {None}
    assert graphs_named <= {document_iri(identifier) for identifier in graph.documents}
    assert len(named) == len(set(named))


def test_what_a_document_says_stands_in_its_graph():
    named = {quad[3]: set() for quad in rdf.quads(sample().extractions())}
    for *triple, graph in rdf.quads(sample().extractions()):
        named[graph].add(tuple(triple))
    document = document_iri("news/2021 no.1")
    assert set(named) == {None, document}
    assert (COUNTRY.RUS.toPython(), RG + "attacks", COUNTRY.IRN.toPython()) in named[document]
    assert not [triple for triple in named[None] if triple[2] in (RG + "Relation", OA.Annotation.toPython())]
    assert [triple for triple in named[None] if triple[:2] == (document, str(rdflib.DCTERMS.title))]


def test_who_read_it_is_told(sample_rdf):
    (run,) = sample_rdf.subjects(RDF.type, rdflib.PROV.Activity)
    assert sample_rdf.value(run, rdflib.PROV.used) == rdflib.URIRef(document_iri("news/2021 no.1"))
    assert sample_rdf.value(run, RG_.model) == rdflib.Literal("en_core_web_md 3.7.1")
    assert sample_rdf.value(run, rdflib.PROV.endedAtTime).toPython().year == 2021
    software = sample_rdf.value(run, rdflib.PROV.wasAssociatedWith)
    assert sample_rdf.value(software, RDF.type) == rdflib.PROV.SoftwareAgent
    assert sample_rdf.value(software, RDFS.label) == rdflib.Literal("relgraph 1.0")
    assert set(sample_rdf.subjects(rdflib.PROV.wasGeneratedBy, run)) == set(sample_rdf.subjects(RDF.type, RG_.Relation))


def test_everything_written_is_in_the_vocabulary():
    vocabulary = rdflib.Graph().parse(FILE)
    text = graph_to_string(sample(), "turtle")
    written = rdflib.Graph().parse(data=text, format="turtle")
    declared = set(vocabulary.subjects(RDF.type))
    assert set(written.predicates()) - declared <= {RDF.type, RDFS.label, OWL.sameAs}
    used = {
        term
        for triple in written
        for term in triple
        if str(term).startswith(RG) and not isinstance(term, rdflib.Literal)
    }
    assert len(used) > 30
    assert used <= set(vocabulary.subjects(RDF.type))
    for subject, predicate, value in written:
        assert vocabulary.value(predicate, RDFS.range) in {
            None,
            RG_.Actor,
            *(written.objects(value, RDF.type)),
            *([value.datatype or rdflib.XSD.string] if isinstance(value, rdflib.Literal) else []),
            *vocabulary.objects(value, RDF.type),
            *([RDFS.Literal] if isinstance(value, rdflib.Literal) else []),
            *([OA.SpecificResource] if (value, RDF.type, RG_.Mention) in written else []),
        }, (subject, predicate, value)


# Ids and IRIs


def test_every_actor_that_ships_has_a_prefix():
    spaces = {path.partition("/")[0] for path in (actor.id for actor in ActorIndex.default())}
    assert "country" in spaces
    assert spaces <= set(ACTOR_SPACES) <= set(PREFIXES)


@given(st.lists(ids, min_size=2, max_size=2, unique=True))
def test_two_ids_never_become_one_iri_and_come_back(pair):
    assert len({actor_iri(identifier) for identifier in pair}) == 2
    assert [identifier_of(actor_iri(identifier)) for identifier in pair] == pair
    assert [identifier_of(relation_iri(identifier, "evidence-1")) for identifier in pair] == pair


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("country/RUS", "country/RUS"),
        ("a b%c#d?e", "a%20b%25c%23d%3Fe"),
        (".", "%2E"),
        ("a/../b/./c", "a/%2E%2E/b/%2E/c"),
        ("..a/...", "..a/..."),
        ("lone \ud800", "lone%20%ED%A0%80"),
    ],
)
def test_ids_are_encoded(identifier, path):
    assert encoded(identifier) == path
    assert identifier_of(actor_iri(identifier)) == identifier


def test_an_iri_of_something_else_has_no_id():
    with pytest.raises(ValueError, match="no IRI of an actor"):
        identifier_of("https://example.org/")


@pytest.mark.parametrize(
    "text",
    [
        "http://[x",
        "http://",
        "https://a b",
        "ftp://x",
        "C:/x",
        "http://x:port/",
        "http://x/%zz",
        "http://x/<y>",
        "http://x#a#b",
    ],
)
def test_what_is_no_iri_stays_a_literal(text):
    assert web_iri(text) is None


@pytest.mark.parametrize("text", ["https://example.org/a?b=c&d#e", "http://مثال.إختبار/", "https://x.org/%C3%A9"])
def test_addresses_of_the_web_are_iris(text):
    assert web_iri(text) == text
    assert pyoxigraph.NamedNode(text)


@pytest.mark.parametrize(("number", "text"), [(0.0, "0.0"), (1.0, "1.0"), (0.85, "0.85"), (1e-7, "0.0000001")])
def test_decimals_have_no_exponent(number, text):
    assert decimal(number).text == text


def test_what_cannot_be_seen_is_escaped_in_turtle():
    (extraction, *_) = reversed(sample().extractions())
    document = extraction.document.model_copy(update={"title": "a\x7f\x85\u2028\ufeffb", "issuer": "a\x00\\\ud800b"})
    text = graph_to_string(RelationGraph([extraction.model_copy(update={"document": document})]), "turtle")
    assert r'dcterms:title "a\u007F\u0085\u2028\uFEFFb"' in text
    assert r'dc:publisher "a\\u0000\\u005C\\uD800b"^^rg:EscapedString' in text
