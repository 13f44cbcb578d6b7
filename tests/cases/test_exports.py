"""A graph survives its way out: odd names, parallel edges, lists, dates, and what is not known."""

import io
import json
import re
from datetime import date

import networkx
import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic, to_isomorphic

import relgraph as rg
from relgraph.formats import formats, graph_to_string

NAMES = (
    "Ansar al-Haqq",
    '"Voice" of the Reef',
    "Ba'ath of the North",
    "U.K.L.",
    "Fajr/Two",
    "Line\nBreak Front",
    "Tab\tFront",
    "حركة الفجر",
    "Фронт зари",
    "海豚 前線",
    "C:\\Front\\n",
    "<Front> & {Sons}",
    "50% Front #1?",
    "Front^1`|",
    "🕊 Front",
    "front",
    "Front",
    "Front ",
    "\x00Front\x1f",
    "\u202eFront",
)


def hostile() -> rg.RelationGraph:
    """Every name attacks the next one; its id is made of it."""
    actors = [rg.Actor(id=f"group/{name}", name=name, kind="armed_group", aliases=(name, "x")) for name in NAMES]
    extractions = []
    for number, (one, other) in enumerate(zip(actors, [*actors[1:], actors[0]], strict=True)):
        text = f"{one.name} attacks {other.name}"
        document = rg.Document(text=text, id=f"{number} {one.name}", title=one.name, published=date(2021, 3, 9))
        start = len(one.name) + 1
        words = [document.span(0, len(one.name)), document.span(start, start + 7), document.span(start + 8, len(text))]
        evidence = rg.Evidence(
            document=document.id,
            sentence=document.span(0, len(text)),
            source=words[0],
            trigger=words[1],
            target=words[2],
            frame="fights.attacks/attack",
        )
        relation = rg.Relation(
            source=rg.Mention(actor=one.id, span=words[0], via="name"),
            target=rg.Mention(actor=other.id, span=words[2], via="name"),
            type="fights.attacks",
            symmetric=True,
            attribution=rg.Attribution(name=one.name),
            when=rg.TimeRef(text="then", start=date(2021, 3, 1)),
            evidence=(evidence,),
        )
        extractions.append(rg.Extraction(document=document, actors=(one, other), relations=(relation,)))
    return rg.RelationGraph(extractions)


@pytest.fixture(scope="module")
def graph() -> rg.RelationGraph:
    return hostile()


@pytest.fixture(scope="module")
def read_texts(extractor: rg.Extractor) -> rg.RelationGraph:
    texts = (
        "Peru criticised Chile. Chile criticised Peru. Peru criticised Chile again in May 2020.",
        "Peru attacked Chile, Bolivia said. Peru may support Chile. Peru never sanctioned Chile.",
    )
    return rg.RelationGraph(extractor.extract_many(rg.read(text=text) for text in texts))


@pytest.mark.parametrize("info", formats(), ids=lambda info: info.name)
def test_every_format_writes_every_name(info, graph, tmp_path):
    path = tmp_path / f"graph{info.suffixes[0]}"
    graph.write(path)
    assert path.stat().st_size > 1000
    if info.readable:
        back = rg.read_graph(path)
        assert [relation.id for relation in back] == [relation.id for relation in graph]
        assert {actor.id for actor in back.actors()} == {actor.id for actor in graph.actors()}


def quads(text: str, form: pyoxigraph.RdfFormat) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(io.BytesIO(text.encode("utf-8")), form)}


RDF_FORMS = {
    "turtle": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "ntriples": ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
    "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's reader of JSON-LD uses it
@pytest.mark.parametrize("options", [{}, {"text": True, "mentions": True}], ids=["plain", "all"])
def test_all_rdf_formats_say_the_same_to_two_parsers(graph, options):
    texts = {name: graph_to_string(graph, name, **options) for name in RDF_FORMS}
    ours = {name: rdflib.Graph().parse(data=texts[name], format=RDF_FORMS[name][0]) for name in RDF_FORMS}
    theirs = {name: quads(texts[name], RDF_FORMS[name][1]) for name in RDF_FORMS}
    assert theirs["turtle"] == theirs["ntriples"] == theirs["jsonld"]
    assert isomorphic(ours["turtle"], ours["ntriples"])
    assert isomorphic(ours["turtle"], ours["jsonld"])
    assert len(to_isomorphic(ours["turtle"])) == len(theirs["turtle"]) > 500


def unescaped(label: pyoxigraph.Literal) -> str:
    """The words of a label; where XML could not hold them they are told in escaped characters."""
    if not label.datatype.value.endswith("#EscapedString"):
        return label.value
    return re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), label.value)


@pytest.mark.parametrize("name", RDF_FORMS)
def test_every_iri_is_valid_and_every_label_exact(graph, name):
    triples = quads(graph_to_string(graph, name), RDF_FORMS[name][1])
    labels = {t.subject.value: t.object for t in triples if t.predicate.value.endswith("rdf-schema#label")}
    assert sorted(map(unescaped, labels.values())) == sorted(NAMES)
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, pyoxigraph.NamedNode):
                assert not set(term.value) & set(' <>"{}|^`\\\n\t\x00')


def test_networkx_and_every_writer_of_it_take_the_graph(graph, read_texts, tmp_path):
    for one in (graph, read_texts):
        network = one.nx
        assert network.number_of_edges() == len(list(one))
        for _, data in network.nodes(data=True):
            assert all(type(value) in (str, int, float, bool) for value in data.values())
        for *_, data in network.edges(data=True):
            assert all(type(value) in (str, int, float, bool) for value in data.values())
        json.dumps(networkx.node_link_data(network, edges="edges"), allow_nan=False)
    network = read_texts.nx
    networkx.write_graphml(network, tmp_path / "graph.graphml")
    assert networkx.read_graphml(tmp_path / "graph.graphml").number_of_edges() == len(list(read_texts))
    networkx.write_gexf(network, tmp_path / "graph.gexf")
    assert networkx.read_gexf(tmp_path / "graph.gexf").number_of_edges() == len(list(read_texts))


def test_parallel_edges_stay_apart(read_texts, tmp_path):
    ids = {relation.id for relation in read_texts}
    assert len(ids) == 6
    path = tmp_path / "graph.graphml"
    read_texts.write(path)
    network = networkx.read_graphml(path)
    assert network.is_multigraph()
    assert {key for *_, key in network.edges(keys=True)} == ids
    peru = network.get_edge_data("country/PER", "country/CHL")
    assert sorted((edge["type"], edge["polarity"], edge["modality"]) for edge in peru.values()) == [
        ("cooperates.supports", "affirmed", "possible"),
        ("disputes.accuses", "affirmed", "actual"),
        ("disputes.accuses", "affirmed", "actual"),
        ("fights.attacks", "affirmed", "actual"),
        ("restrains.sanctions", "negated", "actual"),
    ]
    assert len(graph_to_string(read_texts, "csv").strip().splitlines()) == 1 + 6
    assert graph_to_string(read_texts, "ntriples").count("ontology#Relation>") == 6


def test_attributes_of_graphml_are_plain_and_read_as_their_types(graph, tmp_path):
    path = tmp_path / "graph.graphml"
    graph.write(path)
    network = networkx.read_graphml(path)
    for _, data in network.nodes(data=True):
        assert "parent" not in data, "None is left out"
        assert json.loads(data["aliases"])[1] == "x"
    for *_, data in network.edges(data=True):
        assert data["symmetric"] is True
        assert data["published"] == "2021-03-09"
        assert data["start"] == "2021-03-01"
        assert not {"end", "where", "granularity", "attribution_id"} & set(data)
        assert data["type"] == "fights.attacks"
        assert isinstance(data["confidence"], float)
        assert isinstance(data["sentence_start"], int)


def test_what_is_denied_or_possible_is_no_direct_triple(read_texts):
    triples = quads(graph_to_string(read_texts, "ntriples"), pyoxigraph.RdfFormat.N_TRIPLES)
    direct = {
        (t.subject.value[-3:], t.predicate.value.partition("#")[2], t.object.value[-3:])
        for t in triples
        if "/actor/" in t.subject.value and isinstance(t.object, pyoxigraph.NamedNode) and "/actor/" in t.object.value
    }
    assert {("PER", "accuses", "CHL"), ("CHL", "accuses", "PER")} <= direct
    assert not {name for _, name, _ in direct} & {"supports", "sanctions"}
