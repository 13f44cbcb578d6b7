"""GraphML: strict readers take it, and it comes back with all that it holds."""

import io
import json
import warnings

import igraph
import networkx
import pytest
from sample_graphs import TEXT, sample

from relgraph.errors import FormatError
from relgraph.formats import graph_to_string, read_graph, write_graph
from relgraph.formats.graphml import EDGE_KEYS, NODE_KEYS
from relgraph.graph import RelationGraph

OUTPUT = graph_to_string(sample(), "graphml")


def in_networkx(text: str) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(text.encode("utf-8")), edge_key_type=str, force_multigraph=True)


def test_networkx_reads_what_stands_on_the_nodes():
    network = in_networkx(OUTPUT)
    assert set(network.nodes) == {"country/IRN", "country/RUS", "organization/acme-söhne", "person/orlov"}
    assert network.nodes["person/orlov"] == {"label": "Orlov", "kind": "person", "parent": "country/RUS"}
    russia = network.nodes["country/RUS"]
    assert (russia["label"], russia["code"], russia["sector"]) == ("Russia", "RUS", "GOV")
    assert json.loads(network.nodes["country/IRN"]["aliases"]) == ["Islamic Republic of Iran", "Persia"]


def test_networkx_reads_what_stands_on_the_edges():
    network = in_networkx(OUTPUT)
    assert {key for *_, key in network.edges(keys=True)} == {relation.id for relation in sample()} | {
        relation.id for relation in sample().relations(polarity="negated")
    }
    (met,) = network["person/orlov"]["country/IRN"].values()
    first = TEXT[: TEXT.index("\r")]
    assert met.pop("extra")
    assert met.pop("id", None) in (None, next(iter(sample())).id)
    assert met == {
        "label": "consults with",
        "type": "cooperates.consults",
        "family": "cooperates",
        "sign": 1,
        "polarity": "affirmed",
        "modality": "actual",
        "symmetric": True,
        "when": "last week",
        "start": "2021-05-24",
        "end": "2021-05-30",
        "granularity": "week",
        "where": "Vienna",
        "confidence": 0.9,
        "frame": "cooperates.consults/meet",
        "document": "news/2021 no.1",
        "title": "Talks in Vienna",
        "published": "2021-06-01",
        "sentence": first,
        "sentence_start": 0,
        "sentence_end": len(first),
        "source_text": "Orlov",
        "source_start": 17,
        "source_end": 22,
        "source_via": "name",
        "target_text": "Iranian",
        "target_start": 31,
        "target_end": 38,
        "target_via": "demonym",
        "trigger": "met",
        "trigger_start": 23,
        "trigger_end": 26,
        "evidence_count": 1,
    }


def test_parallel_edges_stay_apart():
    network = in_networkx(OUTPUT)
    assert sorted(edge["type"] for edge in network["country/RUS"]["country/IRN"].values()) == [
        "disputes.threatens",
        "fights.attacks",
    ]


def test_igraph_reads_the_same(tmp_path):
    write_graph(sample(), tmp_path / "graph.graphml")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # igraph warns of what it cannot read
        network = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert network.is_directed()
    assert network.vs["id"] == ["country/IRN", "country/RUS", "organization/acme-söhne", "person/orlov"]
    assert set(network.vs.attributes()) == {*NODE_KEYS, "id"}
    assert set(network.es.attributes()) == {*EDGE_KEYS, "id"}
    assert network.es["confidence"] == [0.9, 1.0, 1.0, 1.0, 1.0]
    assert network.es["symmetric"] == [True, False, False, False, False]
    assert len(set(network.es["id"])) == 5
    assert "<It> may attack Russia; Moscow may attack Iran." in network.es["sentence"]


def test_the_sentences_stand_in_their_places():
    back = read_graph(io.StringIO(OUTPUT), "graphml")
    text = back.documents["news/2021 no.1"].text
    assert text == TEXT.replace("\r\n", "  ")
    for relation in back.relations(polarity=None):
        for span in (relation.sentence, relation.source_span, relation.target_span, relation.trigger):
            assert text[span.start : span.end] == span.text


def test_characters_that_xml_cannot_hold_become_visible():
    (extraction, *rest) = reversed(sample().extractions())
    actors = tuple(actor.model_copy(update={"name": "a\x00\x1b\ufffe\ud800\r\nb"}) for actor in extraction.actors)
    text = graph_to_string(RelationGraph([extraction.model_copy(update={"actors": actors}), *rest]), "graphml")
    node = in_networkx(text).nodes["country/IRN"]
    assert node["label"] == "a␀␛\ufffd\ufffd\r\nb"
    assert json.loads(node["exact"]) == {"label": "a\x00\x1b\ufffe\ud800\r\nb"}
    assert read_graph(io.StringIO(text), "graphml").actor("country/IRN").name == "a\x00\x1b\ufffe\ud800\r\nb"


def test_ids_never_collide():
    (extraction, *_) = reversed(sample().extractions())
    odd = ("a\x01", "a%01", "a␁", "a%2501", "a\n", "a ")
    actors = tuple(extraction.actors[0].model_copy(update={"id": identifier}) for identifier in odd)
    graph = RelationGraph([extraction.model_copy(update={"actors": actors, "mentions": (), "relations": ()})])
    text = graph_to_string(graph, "graphml")
    assert in_networkx(text).number_of_nodes() == len(odd)
    assert read_graph(io.StringIO(text), "graphml").actors() == graph.actors()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('<data key="graph_relgraph">1</data>', "", "not written by this version of relgraph"),
        ('<data key="edge_frame">', '<data key="edge_where">', "an attribute is missing or wrong"),
        (
            '<data key="edge_trigger_start">23<',
            '<data key="edge_trigger_start">many<',
            "an attribute is missing or wrong",
        ),
        ('<data key="edge_trigger_start">23<', '<data key="edge_trigger_start">22<', r"damaged: evidence\.0\.trigger"),
        ('<edge id="', '<edge name="', "has no 'id'"),
        ('<node id="country/IRN">', '<node id="country/IRQ">', "missing or wrong|no extraction describes"),
        ("</node>", "<node>", "not well-formed XML"),
        ('target="country/IRN"', 'target="country/IRQ"', "contradicts itself: no extraction describes the actor"),
    ],
)
def test_damage_is_refused(old, new, message):
    assert old in OUTPUT
    with pytest.raises(FormatError, match=message):
        read_graph(io.StringIO(OUTPUT.replace(old, new)), "graphml")


def test_graphml_of_others_is_refused():
    stream = io.BytesIO()
    networkx.write_graphml(networkx.path_graph(3), stream)
    stream.seek(0)
    with pytest.raises(FormatError):
        read_graph(stream, "graphml")
