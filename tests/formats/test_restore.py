"""RDF back again: any graph comes back exactly, whatever parser reads it, and damage is named."""

import io
import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from sample_graphs import any_words, graphs, sample

from relgraph.errors import FormatError
from relgraph.formats import graph_to_string, read_graph
from relgraph.formats.parsing import with_rdflib
from relgraph.formats.restore import restore
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Extraction

BASE = "https://example.org/my-data/"
TURTLE = graph_to_string(sample(), "turtle")
LINES = graph_to_string(sample(), "ntriples").splitlines()[1:]
EXAMPLES = int(os.environ.get("RELGRAPH_EXAMPLES", "80"))
slow = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def read(text: str, name: str = "ntriples") -> RelationGraph:
    return read_graph(io.StringIO(text), name)


def relations_of(graph: RelationGraph):
    return [relation for extraction in graph.extractions() for relation in extraction.relations]


@slow
@given(graphs(words=any_words))
def test_any_graph_comes_back_exactly(graph):
    for name in ("turtle", "ntriples"):
        text = graph_to_string(graph, name)
        back = read(text, name)
        assert back == graph
        assert back.extractions() == graph.extractions()
        assert graph_to_string(back, name) == text


@settings(slow, max_examples=EXAMPLES // 3)
@given(graphs(words=any_words))
def test_rdflib_restores_what_pyoxigraph_does(graph):
    for name in ("turtle", "ntriples"):
        stream = io.BytesIO(graph_to_string(graph, name).encode("utf-8"))
        assert restore(with_rdflib(stream, name)) == graph


def test_the_sample_comes_back_with_a_base_of_its_own():
    for name in ("turtle", "ntriples"):
        text = graph_to_string(sample(), name, base=BASE)
        assert "relgraph/actor/" not in text
        assert read(text, name) == sample()


def test_the_order_of_triples_and_what_others_add_make_no_difference():
    added = [
        f"<{BASE}x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Activity> .",
        f'_:b <{BASE}y> "z"@en .',
        LINES[0].replace("#Graph", "#Other"),
    ]
    lines = [*LINES, *added]
    random.Random(1).shuffle(lines)
    assert read("\n".join(lines)) == sample()


def test_files_can_be_concatenated():
    other = RelationGraph([Extraction(document=Document(id="zz", text="more"))])
    assert read(TURTLE + graph_to_string(other, "turtle"), "turtle") == sample() | other
    assert read(TURTLE + TURTLE, "turtle") == sample()


def test_without_text_the_words_of_relations_stand_in_their_places():
    back = read(graph_to_string(sample(), "turtle", text=False), "turtle")
    before = sample()
    assert relations_of(back) == relations_of(before)
    text, whole = (graph.documents["news/2021 no.1"].text for graph in (back, before))
    assert text != whole
    assert all(here in (" ", there) for here, there in zip(text, whole, strict=False))
    assert back.mentions("news/2021 no.1") == before.mentions("news/2021 no.1")


def test_without_mentions_those_of_relations_come_back():
    back = read(graph_to_string(sample(), "turtle", mentions=False), "turtle")
    assert relations_of(back) == relations_of(sample())
    assert back.documents == sample().documents
    assert back.mentions("news/2021 no.1") == ()


def test_names_keep_their_order_and_repetitions():
    names = ("b", "a\x00", "b", "\\", "a")
    actor = Actor(id="x", name="X", kind="igo", aliases=names, demonyms=("b", "a"), same_as=("x", "http://a.b/"))
    graph = RelationGraph([Extraction(document=Document(text="t", authors=names), actors=(actor,))])
    for name in ("turtle", "ntriples"):
        assert read(graph_to_string(graph, name), name).extractions() == graph.extractions()
    assert "Order" not in graph_to_string(RelationGraph([Extraction(document=Document(text="t"))]), "turtle").lower()


def test_a_file_that_ends_after_any_line_is_refused():
    for number in range(0, len(LINES), 7):
        with pytest.raises(FormatError):
            read("\n".join(LINES[:number]))


def without(*words: str) -> str:
    kept = [line for line in LINES if not all(word in line for word in words)]
    assert len(kept) < len(LINES)
    return "\n".join(kept)


def changed(old: str, new: str) -> str:
    lines = "\n".join(LINES)
    assert old in lines
    return lines.replace(old, new)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no graph of relgraph, or it is cut off"),
        ("<http://a.b/> <http://a.b/> <http://a.b/> .", "no graph of relgraph"),
        ("<http://a.b/> <http://a.b/", "not a whole file of ntriples"),
        (without("#Relation>"), "announces 5 relations, there are 0"),
        (without("#Document>", "/empty"), "announces 2 documents, there are 1"),
        (without("#Mention>"), "announces 8 mentions, there are 0"),
        (changed('ontology#mapping> "1"', 'ontology#mapping> "2"'), "has mapping 2, this relgraph reads 1"),
        (changed('ontology#mentions> "8"', 'ontology#mentions> "many"'), "is no number: many"),
        (without("oa#exact"), "nothing says the exact of"),
        (without("ontology#polarity"), "nothing says the polarity of"),
        (without("#evidence>"), "has no rg:evidence"),
        (without("/country/IRN> <http://www.w3.org/1999"), "'country/IRN', which is not described"),
        (changed('oa#end> "', 'oa#end> "9'), "damaged: .* length"),
        (changed("polarity/negated", "polarity/denied"), "is no polarity"),
        (changed("/relgraph/type/", "/relgraph/kind/"), "ought to lie below"),
        (changed('confidence> "0.9"', 'confidence> "1.9"'), "damaged: confidence"),
    ],
)
def test_damage_is_named(text, message):
    with pytest.raises(FormatError, match=message):
        read(text)


def test_two_values_where_one_belongs_are_a_contradiction():
    (label,) = [line for line in LINES if "rdf-schema#label" in line and '"Russia"' in line]
    with pytest.raises(FormatError, match="several values as its label"):
        read("\n".join([*LINES, label.replace("Russia", "Prussia")]))


def test_two_bases_are_refused():
    other = graph_to_string(RelationGraph([Extraction(document=Document(text="t"))]), "ntriples", base=BASE)
    with pytest.raises(FormatError, match="several bases"):
        read("\n".join(LINES) + "\n" + other)


def test_an_order_that_does_not_fit_is_refused():
    actor = Actor(id="x", name="X", kind="igo", aliases=("b", "a"))
    text = graph_to_string(RelationGraph([Extraction(document=Document(text="t"), actors=(actor,))]), "ntriples")
    assert '"2 1"' in text
    with pytest.raises(FormatError, match="aliasOrder that does not fit"):
        read(text.replace('"2 1"', '"3 1"'))
