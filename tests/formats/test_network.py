"""GraphML, GEXF and Cytoscape JSON: they hold the same, hold all of it, and are read without harm."""

import io
import json
import tracemalloc
import warnings

import igraph
import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from sample_graphs import NASTY, graphs, sample

from relgraph.errors import FormatError
from relgraph.formats import graph_to_bytes, graph_to_string, read_graph
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation, Span

NAMES = ("graphml", "gexf", "cytoscape")
every_format = pytest.mark.parametrize("name", NAMES)
XML = ("graphml", "gexf")


def in_networkx(content: bytes, name: str) -> networkx.MultiDiGraph:
    stream = io.BytesIO(content)
    if name == "graphml":
        return networkx.read_graphml(stream, edge_key_type=str, force_multigraph=True)
    if name == "gexf":
        return networkx.read_gexf(stream, version="1.3")
    elements = json.load(stream)["elements"]
    network = networkx.MultiDiGraph()
    network.add_nodes_from((node["data"]["id"], node["data"]) for node in elements["nodes"])
    network.add_edges_from(
        (data["source"], data["target"], data["id"], data) for data in (edge["data"] for edge in elements["edges"])
    )
    return network


def held(graph: RelationGraph) -> list[object]:
    """Return what these formats hold: all but texts and mentions outside relations."""
    return [
        (each.document.model_copy(update={"text": ""}), each.actors, each.relations) for each in graph.extractions()
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(NAMES), graphs())
def test_any_graph_is_taken_by_strict_readers_and_comes_back(name, graph):
    content = graph_to_bytes(graph, name)
    if name in XML:
        etree.fromstring(content, etree.XMLParser(huge_tree=True))
    network = in_networkx(content, name)
    assert network.number_of_nodes() == len({actor.id for each in graph.extractions() for actor in each.actors})
    assert network.number_of_edges() == len(graph)
    back = read_graph(io.BytesIO(content), name)
    assert held(back) == held(graph)
    assert graph_to_bytes(back, name) == content


def awkward(words: str) -> RelationGraph:
    """A graph that has these words wherever words can stand."""
    text = f"{words} {words}"
    span = Span(start=0, end=len(words), text=words)
    ids = (f"{words}/a", f"{words}/b")
    first, second = (Mention(actor=identifier, span=span, via="name") for identifier in ids)
    evidence = Evidence(document="d", sentence=span, source=span, target=span, trigger=span, frame=words)
    relations = [
        Relation(id=f"{words}{number}", source=first, target=second, type=words, where=words, evidence=(evidence,))
        for number in (1, 2)
    ]
    actors = tuple(Actor(id=id_, name=words, kind="group", code=words, aliases=(words, words)) for id_ in ids)
    whence = {"source": words, "copies": (f"{words}c",)}
    document = Document(id="d", text=text, title=words, issuer=words, authors=(words,), language=words, **whence)
    return RelationGraph([Extraction(document=document, actors=actors, relations=relations)])


@every_format
@pytest.mark.parametrize(
    "words", [words for words in NASTY if "\ud800" not in words], ids=lambda words: ascii(words)[:20]
)
def test_awkward_words_stay_what_they_are(name, words, tmp_path):
    graph = awkward(words)
    content = graph_to_bytes(graph, name)
    network = in_networkx(content, name)
    assert (network.number_of_nodes(), network.number_of_edges()) == (2, 2)
    if name == "graphml":
        (tmp_path / "graph.graphml").write_bytes(content)
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # igraph warns of what it cannot read
            other = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
        assert (other.vcount(), other.ecount()) == (2, 2)
        assert other.vs["label"] == [node["label"] for _, node in network.nodes(data=True)]
    assert held(read_graph(io.BytesIO(content), name)) == held(graph)


@every_format
def test_a_lone_surrogate_comes_back(name):
    (extraction, *_) = reversed(sample().extractions())
    document = extraction.document.model_copy(update={"title": "a\ud800b"})
    graph = RelationGraph([extraction.model_copy(update={"document": document})])
    assert held(read_graph(io.BytesIO(graph_to_bytes(graph, name)), name)) == held(graph)


@every_format
def test_ids_that_look_alike_stay_apart(name):
    looks = ("a/b", "a b", "a_b", "a%2Fb", "a\x01", "a%01", "a␁", "a%2501", "A/B", "a/b ", "a\n", "\u00e9", "e\u0301")
    actors = tuple(Actor(id=identifier, name="same", kind="group") for identifier in looks)
    graph = RelationGraph([Extraction(document=Document(id="d", text=""), actors=actors)])
    content = graph_to_bytes(graph, name)
    assert in_networkx(content, name).number_of_nodes() == len(looks)
    assert read_graph(io.BytesIO(content), name).actors() == graph.actors()


@every_format
def test_the_sentences_stand_in_their_places(name):
    back = read_graph(io.BytesIO(graph_to_bytes(sample(), name)), name)
    text = back.documents["news/2021 no.1"].text
    assert text == sample().documents["news/2021 no.1"].text.replace("\r\n", "  ")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HARMFUL = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><x>&l9;</x>',
    "external entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "external subset": '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://example.org/x.dtd"> %e;]><x/>',
}


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("harm", HARMFUL)
def test_harmful_xml_is_refused_in_little_memory(name, harm):
    tracemalloc.start()
    with pytest.raises(FormatError, match="DOCTYPE"):
        read_graph(io.BytesIO(HARMFUL[harm].encode()), name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize("name", XML)
def test_a_tower_of_elements_is_refused_in_little_memory(name):
    tracemalloc.start()
    with pytest.raises(FormatError, match="without end"):
        read_graph(io.BytesIO(b"<a>" * 200_000), name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


@every_format
def test_words_that_stand_nowhere_near_are_refused_in_little_memory(name):
    span = Span(start=10**12, end=10**12 + 5, text="Chile")
    source = Mention(actor="a", span=span, via="name")
    evidence = Evidence(document="d", sentence=span, source=span, target=span, trigger=span, frame="f")
    relation = Relation(source=source, target=source, type="fights.attacks", evidence=(evidence,))
    actor = Actor(id="a", name="Chile", kind="country")
    graph = RelationGraph([Extraction(document=Document(id="d", text=""), actors=(actor,), relations=(relation,))])
    with pytest.raises(FormatError, match="too far"):
        read_graph(io.BytesIO(graph_to_bytes(graph, name)), name)


@every_format
def test_a_confidence_that_is_no_number_is_refused(name):
    content = graph_to_string(sample(), name)
    assert "0.9" in content
    with pytest.raises(FormatError, match="confidence"):
        read_graph(io.StringIO(content.replace("0.9", "NaN")), name)


def test_gexf_has_the_times_of_its_relations():
    network = in_networkx(graph_to_bytes(sample(), "gexf"), "gexf")
    assert network.graph["mode"] == "dynamic"
    (met,) = network["person/orlov"]["country/IRN"].values()
    assert (met["start"], met["end"], met["when_start"], met["when_end"]) == (
        *("2021-05-24", "2021-05-30"),
        *("2021-05-24", "2021-05-30"),
    )
    (denied,) = network["country/IRN"]["organization/acme-söhne"].values()
    assert (denied["start"], denied["end"], denied.get("when_start")) == ("2021-06-01", "2021-06-01", None)
    assert (network.nodes["country/IRN"]["start"], network.nodes["country/IRN"]["end"]) == ("2021-05-24", "2021-06-01")


def test_gexf_without_dates_is_static():
    content = graph_to_bytes(sample(published=None), "gexf")
    assert b'mode="dynamic"' in content  # one relation still has a time of its own
    (extraction, *_) = reversed(sample(published=None).extractions())
    undated = extraction.model_copy(update={"relations": extraction.relations[1:]})
    static = graph_to_bytes(RelationGraph([undated]), "gexf")
    assert b"dynamic" not in static
    assert not any("start" in data for _, data in in_networkx(static, "gexf").nodes(data=True))


def test_an_actor_with_an_undated_relation_is_always_there():
    network = in_networkx(graph_to_bytes(sample(published=None), "gexf"), "gexf")
    assert "start" in network.nodes["person/orlov"]
    assert "start" not in network.nodes["country/IRN"]


def test_cytoscape_gives_no_two_elements_one_id():
    graph = awkward("x")
    (extraction,) = graph.extractions()
    ids = (extraction.actors[0].id, f"relation:{extraction.actors[0].id}")
    relations = [
        each.model_copy(update={"id": identifier}) for each, identifier in zip(extraction.relations, ids, strict=True)
    ]
    graph = RelationGraph([extraction.model_copy(update={"relations": relations})])
    elements = json.loads(graph_to_string(graph, "cytoscape"))["elements"]
    found = [element["data"]["id"] for kind in ("nodes", "edges") for element in elements[kind]]
    assert len(set(found)) == len(found) == 4
    assert held(read_graph(io.BytesIO(graph_to_bytes(graph, "cytoscape")), "cytoscape")) == held(graph)


def test_cytoscape_has_lists_and_no_compound_nodes():
    nodes = {
        node["data"]["id"]: node["data"]
        for node in json.loads(graph_to_string(sample(), "cytoscape"))["elements"]["nodes"]
    }
    assert nodes["country/IRN"]["aliases"] == ["Islamic Republic of Iran", "Persia"]
    assert nodes["person/orlov"]["parent_id"] == "country/RUS"
    assert all("parent" not in node for node in nodes.values())


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("gexf", '"relgraph":1', '"relgraph":9', "not written by this version"),
        ("gexf", 'for="frame"', 'for="frames"', "missing or wrong"),
        ("gexf", 'for="trigger_start" value="23"', 'for="trigger_start" value="many"', "missing or wrong"),
        ("gexf", '<edge id="', '<edge name="', "has no 'id'"),
        ("cytoscape", '"relgraph":1', '"relgraph":9', "not written by this version"),
        ("cytoscape", '"frame":', '"frames":', "missing or wrong"),
        ("cytoscape", '"trigger_start":23', '"trigger_start":"many"', "missing or wrong"),
        ("cytoscape", '"relation_id":', '"relations":', "missing or wrong"),
        ("cytoscape", '"kind":"person"', '"kind":"king"', "damaged: kind"),
        ("cytoscape", '"edges":[', '"edges":7,"x":[', "missing or wrong"),
        ("cytoscape", '"aliases":[', '"aliases":7,"x":[', "missing or wrong"),
    ],
)
def test_damage_is_refused(name, old, new, message):
    content = graph_to_string(sample(), name)
    assert old in content
    with pytest.raises(FormatError, match=message):
        read_graph(io.StringIO(content.replace(old, new)), name)
