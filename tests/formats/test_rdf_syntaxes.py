"""The syntaxes beside Turtle: named graphs, XML, JSON-LD and RDF 1.2; what is harmful is refused in bounded memory."""

import io
import json
import os
import resource
import subprocess
import sys

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from lxml import etree
from sample_graphs import any_words, graphs, sample

from relgraph.errors import FormatError, UsageError
from relgraph.formats import context, graph_to_string, read_graph
from relgraph.formats.guard import TripleTermGuard, XmlGuard
from relgraph.formats.jsonguard import JsonLdGuard
from relgraph.formats.parsing import parse, with_rdflib
from relgraph.formats.restore import restore
from relgraph.formats.terms import BASE, DOCUMENT, RDF, actor_iri, document_iri
from relgraph.graph import RelationGraph

OTHER_BASE = "https://example.org/my-data/"
NEW = ("trig", "rdfxml", "jsonld")
ALL = ("turtle", "ntriples", *NEW)
RDF_12 = ("turtle", "ntriples", "trig")
slow = settings(
    max_examples=int(os.environ.get("RELGRAPH_EXAMPLES", "20")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
every_new = pytest.mark.parametrize("name", NEW)
every_one = pytest.mark.parametrize("name", ALL)


def read(text: str, name: str) -> RelationGraph:
    return read_graph(io.BytesIO(text.encode("utf-8")), name)


# There and back


@slow
@given(graphs(words=any_words))
def test_any_graph_comes_back_exactly(graph):
    for name in NEW:
        text = graph_to_string(graph, name)
        back = read(text, name)
        assert back == graph
        assert back.extractions() == graph.extractions()


@settings(slow, max_examples=10)
@given(graphs(words=any_words))
def test_rdflib_restores_what_pyoxigraph_does(graph):
    for name in NEW:
        stream = io.BytesIO(graph_to_string(graph, name).encode("utf-8"))
        assert restore(with_rdflib(stream, name)) == graph


@every_one
def test_ids_can_lie_below_another_base(name):
    text = graph_to_string(sample(), name, base=OTHER_BASE)
    assert f"{BASE}actor/" not in text
    assert read(text, name) == sample()


@every_one
def test_text_and_mentions_can_be_left_out(name):
    text = graph_to_string(sample(), name, text=False, mentions=False)
    assert "Nothing here." not in text
    assert "Nothing here." in graph_to_string(sample(), name)
    (*_, document) = read(text, name).documents.values()
    assert document.text.strip().startswith("Foreign Minister Orlov met")
    assert not read(text, name).mentions(document)


@every_one
def test_triples_of_other_programs_do_no_harm(name):
    parsed = rdflib.Graph()
    for subject, predicate, value in parse(io.BytesIO(graph_to_string(sample(), name).encode()), name):
        is_literal = not isinstance(value, str)
        node = (
            rdflib.Literal(value.text, datatype=value.datatype and rdflib.URIRef(value.datatype))
            if is_literal
            else None
        )
        parsed.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), node if is_literal else rdflib.URIRef(value)))
    parsed.add((rdflib.BNode(), rdflib.RDFS.label, rdflib.Literal("somebody", lang="en")))
    names = {"ntriples": "nt", "rdfxml": "pretty-xml", "jsonld": "json-ld"}
    assert read(parsed.serialize(format=names.get(name, name)), name) == sample()


# TriG


def test_a_document_is_a_named_graph_with_what_it_states():
    text = graph_to_string(sample(), "trig")
    quads = list(pyoxigraph.parse(text.encode(), pyoxigraph.RdfFormat.TRIG))
    graphs_named = {quad.graph_name.value for quad in quads if quad.graph_name != pyoxigraph.DefaultGraph()}
    assert graphs_named == {str(document_iri("news/2021 no.1"))}
    classes = {
        quad.object.value.rpartition("#")[2]: quad.graph_name for quad in quads if quad.predicate.value == RDF + "type"
    }
    assert {name for name, graph in classes.items() if graph == pyoxigraph.DefaultGraph()} >= {"Country", "Document"}
    assert {name for name, graph in classes.items() if graph != pyoxigraph.DefaultGraph()} >= {"Relation", "Annotation"}
    attacks = [quad for quad in quads if quad.predicate.value.endswith("#attacks")]
    assert [quad.graph_name.value for quad in attacks] == [str(document_iri("news/2021 no.1"))]


# RDF/XML


def test_rdf_xml_is_xml_without_a_document_type():
    text = graph_to_string(sample(), "rdfxml")
    root = etree.fromstring(text.encode("utf-8"))
    assert root.tag == f"{{{RDF}}}RDF"
    assert {child.get(f"{{{RDF}}}about") for child in root} >= {str(actor_iri("country/IRN"))}
    assert "<!DOCTYPE" not in text


def retyped(type_id: str) -> RelationGraph:
    (extraction, *_) = reversed(sample().extractions())
    relation = extraction.relations[-1].model_copy(update={"type": type_id})
    return RelationGraph([extraction.model_copy(update={"relations": (relation,)})])


@pytest.mark.parametrize("type_id", ["home.made", "own type/x", "label", "source", "type", "Relation", "actual", "xsd"])
@every_one
def test_types_of_ones_own_come_back(name, type_id):
    graph = retyped(type_id)
    text = graph_to_string(graph, name)
    assert read(text, name) == graph
    assert set(with_rdflib(io.BytesIO(text.encode()), name)) == set(parse(io.BytesIO(text.encode()), name))


def test_a_type_that_xml_cannot_name_is_refused(tmp_path):
    with pytest.raises(
        FormatError, match=r"RDF/XML cannot write <.*%21>, as it does not end with a name; write turtle"
    ):
        retyped("own.!").write(tmp_path / "x.rdf")
    assert not list(tmp_path.iterdir())
    for name in ("turtle", "ntriples", "trig", "jsonld"):
        assert read(graph_to_string(retyped("own.!"), name), name) == retyped("own.!")


# JSON-LD


def test_the_context_that_ships_is_up_to_date():
    assert context.FILE.read_text(encoding="utf-8") == context.build(), "write it anew as relgraph.formats.context says"
    assert json.loads(context.build())["@context"]["attacks"] == {"@id": "rg:attacks", "@type": "@id"}


@pytest.mark.parametrize("kind", ["inline", "url"])
def test_json_ld_is_short_and_readable(kind):
    document = json.loads(graph_to_string(sample(), "jsonld", context=kind))
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert nodes["country:RUS"] == {
        "@id": "country:RUS",
        "@type": "Country",
        "label": "Russia",
        "code": "RUS",
        "isoAlpha2": "RU",
        "isoAlpha3": "RUS",
        "sector": "GOV",
        "demonym": "Russian",
        "metonym": "the Kremlin",
        "capital": "Moscow",
        "sameAs": "http://www.wikidata.org/entity/Q159",
        "identifier": "not an IRI <>",
        "attacks": "country:IRN",
        "threatens": "country:IRN",
    }
    (met,) = [node for node in nodes.values() if node.get("symmetric") is True]
    assert (met["type"], met["polarity"], met["modality"]) == ("cooperates.consults", "affirmed", "actual")
    assert (met["source"], met["start"], met["confidence"]) == ("person:orlov", "2021-05-24", "0.9")
    keys = {key for node in document["@graph"] for key in node}
    assert not [key for key in keys if key.startswith("http")], "every property has a short name"


@pytest.mark.parametrize("base", [BASE, OTHER_BASE])
def test_the_context_can_be_named_by_its_address(base, monkeypatch):
    text = graph_to_string(sample(), "jsonld", context="url", base=base)
    contexts = json.loads(text)["@context"]
    assert (contexts if base == BASE else contexts[0]) == context.URL
    inline = graph_to_string(sample(), "jsonld", base=base)
    assert len(text) < len(inline) - 4000
    assert read(text, "jsonld") == sample()
    assert restore(with_rdflib(io.BytesIO(text.encode()), "jsonld")) == sample()
    assert set(parse(io.BytesIO(text.encode()), "jsonld")) == set(parse(io.BytesIO(inline.encode()), "jsonld"))


def test_a_context_is_inline_or_an_address():
    with pytest.raises(UsageError, match="neither 'inline' nor 'url'"):
        graph_to_string(sample(), "jsonld", context="none")


HOSTILE_CONTEXTS = [
    '{"@context": "http://127.0.0.1:9/c", "@id": "http://x", "http://p": 1}',
    '{"@context": [{}, "http://127.0.0.1:9/c"], "@id": "http://x", "http://p": 1}',
    '{"@context": {"@version": 1.1, "@import": "http://127.0.0.1:9/c"}, "@id": "http://x", "http://p": 1}',
    '{"@context": {"@version": 1.1, "p": {"@id": "http://p", "@context": "http://127.0.0.1:9/c"}}, "p": {"q": 1}}',
    '{"\\u0040context": "file:///etc/passwd", "@id": "http://x", "http://p": 1}',
]


@pytest.mark.parametrize("text", HOSTILE_CONTEXTS)
def test_no_context_is_fetched(text, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("something was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    with pytest.raises(FormatError, match=r"relgraph fetches nothing|no graph of relgraph"):
        read(text, "jsonld")
    with pytest.raises(FormatError, match="relgraph fetches nothing"):
        list(with_rdflib(io.BytesIO(text.encode()), "jsonld"))


# RDF 1.2


@pytest.mark.parametrize("name", RDF_12)
def test_triple_terms_say_what_each_relation_is_about(name):
    text = graph_to_string(sample(), name, triple_terms=True)
    assert graph_to_string(sample(), name) != text
    assert read(text, name) == sample()
    formats = {"turtle": "TURTLE", "ntriples": "N_TRIPLES", "trig": "TRIG"}
    quads = list(pyoxigraph.parse(text.encode(), getattr(pyoxigraph.RdfFormat, formats[name])))
    stated = {quad.triple for quad in quads}
    reified = {(quad.subject.value, quad.object) for quad in quads if quad.predicate.value == RDF + "reifies"}
    relations = {relation.id: relation for relation in sample().relations(polarity=None, rollup=False)}
    assert {subject.rpartition("/")[2] for subject, _ in reified} == set(relations)
    assert len(reified) == len(relations) + 1  # a symmetric one is about two triples
    for subject, triple in reified:
        relation = relations[subject.rpartition("/")[2]]
        plain = relation.polarity == "affirmed" and relation.modality == "actual"
        assert (triple in stated) == plain or relation.type == "fights.attacks"
    if name == "trig":
        names = {quad.graph_name.value for quad in quads if quad.predicate.value == RDF + "reifies"}
        assert names == {DOCUMENT + "news/2021%20no.1"}


def test_turtle_annotates_the_triples_that_are_stated():
    text = graph_to_string(sample(), "turtle", triple_terms=True)
    assert "\ncountry:RUS rg:threatens country:IRN ~ relation:" in text
    assert "rdf:reifies <<( country:IRN rg:sanctions <" in text


@pytest.mark.parametrize("name", RDF_12)
def test_without_pyoxigraph_triple_terms_are_refused_with_advice(name):
    text = graph_to_string(sample(), name, triple_terms=True)
    with pytest.raises(FormatError, match=r"relgraph\[oxigraph\]"):
        list(with_rdflib(io.BytesIO(text.encode()), name))


# Harm


XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HARMFUL = {
    "billion laughs": (
        "rdfxml",
        f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a0 "ha">{LAUGHS}]>{XML}'
        '<rdf:Description rdf:about="http://x"><e:p>&a9;</e:p></rdf:Description></rdf:RDF>',
    ),
    "a file of the machine": (
        "rdfxml",
        f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "file:///etc/passwd">]>{XML}'
        '<rdf:Description rdf:about="http://x"><e:p>&x;</e:p></rdf:Description></rdf:RDF>',
    ),
    "elements in elements": ("rdfxml", XML + "<e:A><e:p>" * 100_000),
    "objects in objects": ("jsonld", '{"@id":"http://x","http://p":' * 100_000 + "1" + "}" * 100_000),
    "arrays in arrays": ("jsonld", '{"http://p":' + "[" * 100_000 + "]" * 100_000 + "}"),
    "contexts in contexts": ("jsonld", '{"@context":' + '{"a":{"@id":"http://e/","@context":' * 50_000),
    "triples in triples": ("turtle", "<http://a> <http://b> " + "<<( <http://a> <http://b> " * 200_000),
    "triples in triples in a data set": ("trig", "<http://a> <http://b> " + "<<( <http://a> <http://b> " * 200_000),
    "triples in lines": ("ntriples", "<http://a> <http://b> " + "<<( <http://a> <http://b> " * 200_000),
}


@pytest.mark.parametrize("reader", ["pyoxigraph", "rdflib"])
@pytest.mark.parametrize("harm", HARMFUL)
def test_harmful_files_are_refused(harm, reader):
    syntax, text = HARMFUL[harm]
    stream = io.BytesIO(text.encode())
    triples = with_rdflib(stream, syntax) if reader == "rdflib" else parse(stream, syntax)
    with pytest.raises(FormatError, match=r"without end|document type"):
        list(triples)


def test_harmful_files_are_refused_in_bounded_memory(tmp_path):
    """In a process of its own with little memory, as one that fails would take the tests with it."""
    for number, (syntax, text) in enumerate(HARMFUL.values()):
        (tmp_path / f"{number}.{syntax}").write_text(text, encoding="utf-8")
    program = (
        "import pathlib, sys\n"
        "from relgraph.errors import FormatError\n"
        "from relgraph.formats import read_graph\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    try: read_graph(open(path, 'rb'), path.suffix[1:])\n"
        "    except FormatError: print('refused')\n"
    )

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    assert (done.returncode, done.stdout.split()) == (0, ["refused"] * len(HARMFUL)), done.stderr


class Trickle(io.BytesIO):
    """Gives a few bytes at a time, whatever is asked for."""

    def read(self, size=-1):
        return super().read(3 if size and size > 3 else size)


@pytest.mark.parametrize("guard", [XmlGuard, JsonLdGuard, TripleTermGuard])
def test_guards_pass_on_what_they_read(guard):
    data = graph_to_string(sample(), "rdfxml" if guard is XmlGuard else "jsonld" if guard is JsonLdGuard else "turtle")
    data = data.encode("utf-8")
    assert guard(io.BytesIO(data)).read() == data
    for stream in (io.BytesIO(data), Trickle(data)):
        guarded = guard(stream)
        pieces = []
        while piece := guarded.read(1000):
            assert len(piece) <= 1000
            pieces.append(piece)
        assert b"".join(pieces) == data


def test_brackets_in_strings_are_not_counted():
    words = json.dumps({"a": "[{" * 1000 + '\\"[[' * 500 + "\\", "b": ["]" * 9, "\\\\", '"{"' * 400]}).encode()
    for stream in (io.BytesIO(words), Trickle(words)):
        guarded = JsonLdGuard(stream)
        while guarded.read(7):
            pass
    (extraction, *_) = sample().extractions()
    for sign in ("<<", "<", "<<(", ">>"):
        document = extraction.document.model_copy(update={"title": sign * 5000})
        graph = RelationGraph([extraction.model_copy(update={"document": document})])
        for name in ALL:
            assert read(graph_to_string(graph, name), name) == graph
