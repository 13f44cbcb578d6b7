"""Every RDF syntax is read alike by strict parsers of several makers, whatever the words; all syntaxes say the same.

rdflib, pyoxigraph and PyLD always take part; rapper (raptor) and, in Node, N3.js and jsonld.js where installed.
"""

import io
import json
import os
import re
import shutil
import subprocess
import warnings
from functools import cache
from pathlib import Path

import pyld
import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from sample_graphs import NASTY, graphs, sample

from relgraph.formats import graph_to_string
from relgraph.formats.registry import by_name
from relgraph.graph import RelationGraph

SYNTAXES = ("turtle", "ntriples", "trig", "rdfxml", "jsonld")
SCRIPT = Path(__file__).with_name("read_rdf.js")
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

every_syntax = pytest.mark.parametrize("syntax", SYNTAXES)


# Parsers: from a text to a set of triples of plain values; the graphs of a data set are united


def with_rdflib(text, syntax):
    def plain(term):
        if isinstance(term, rdflib.Literal):
            return str(term), str(term.datatype or XSD_STRING)
        assert isinstance(term, rdflib.URIRef)
        return str(term)

    names = {"ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
    graph = rdflib.Dataset(default_union=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parsers use what rdflib deprecates
        graph.parse(data=text, format=names.get(syntax, syntax))
        return {tuple(map(plain, triple)) for triple in graph.triples((None, None, None))}


def with_oxigraph(text, syntax):
    def plain(term):
        if isinstance(term, pyoxigraph.Literal):
            return term.value, term.datatype.value
        assert isinstance(term, pyoxigraph.NamedNode)
        return term.value

    formats = {"ntriples": "N_TRIPLES", "rdfxml": "RDF_XML", "jsonld": "JSON_LD"}
    format_ = getattr(pyoxigraph.RdfFormat, formats.get(syntax, syntax.upper()))
    parsed = pyoxigraph.parse(io.BytesIO(text.encode("utf-8")), format_)
    return {(quad.subject.value, quad.predicate.value, plain(quad.object)) for quad in parsed}


def with_pyld(text):
    def refuse(url, _):
        raise AssertionError(f"{url} was asked for")

    dataset = pyld.jsonld.to_rdf(json.loads(text), {"documentLoader": refuse})
    assert list(dataset) == ["@default"]
    return {
        tuple(
            (term["value"], term["datatype"]) if term["type"] == "literal" else term["value"]
            for term in (triple["subject"], triple["predicate"], triple["object"])
        )
        for triple in dataset["@default"]
    }


NQUAD = re.compile(
    r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>)?)(?: <[^>]*>)? \.', re.DOTALL
)
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)


def unescape(text):
    def character(found):
        code = found[1] or found[2]
        return (
            chr(int(code, 16))
            if code
            else {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}.get(found[3], found[3])
        )

    return ESCAPE.sub(character, text)


def of_nquads(text):
    triples = set()
    for line in filter(None, text.split("\n")):
        found = NQUAD.fullmatch(line)
        assert found, line
        subject, predicate, iri, words, datatype = found.groups()
        value = unescape(iri) if words is None else (unescape(words), unescape(datatype or XSD_STRING))
        triples.add((unescape(subject), unescape(predicate), value))
    return triples


@cache
def node_is_ready():
    node = shutil.which("node")
    found = node and subprocess.run([node, "-e", "require('n3'); require('jsonld')"], capture_output=True, check=False)
    return bool(found) and found.returncode == 0


# Graphs


def worded(words):
    """Return the sample with the words in every field that can hold them."""
    text_words = words.encode("utf-8", "replace").decode("utf-8") if "\ud800" in words else words
    extractions = []
    for extraction in sample().extractions():
        whence = {"source": words, "copies": (f"{words}c",)}
        document = extraction.document.model_copy(
            update={"title": words, "authors": (words, "b", words), "issuer": words, "language": words, **whence}
        )
        actors = tuple(
            actor.model_copy(
                update={"name": words, "code": words, "sector": words, "aliases": (words, "b"), "same_as": (words,)}
            )
            for actor in extraction.actors
        )
        relations = tuple(
            relation.model_copy(update={"where": words, "type": relation.type, "id": f"{number}{text_words}"})
            for number, relation in enumerate(extraction.relations)
        )
        extractions.append(
            extraction.model_copy(update={"document": document, "actors": actors, "relations": relations})
        )
    return RelationGraph(extractions)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Write a graph for each of the nasty words in every syntax; return the texts by file."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {}
    for number, graph in enumerate([sample(), RelationGraph([]), *map(worded, NASTY)]):
        for syntax in SYNTAXES:
            path = folder / f"{number}{by_name(syntax).SUFFIXES[0]}"
            path.write_bytes(graph_to_string(graph, syntax).encode("utf-8"))
            files[path] = (number, syntax)
    return files


@pytest.fixture(scope="module")
def expected(hostile):
    """The triples of each graph, as pyoxigraph reads them from N-Triples, the plainest syntax."""
    return {
        number: with_oxigraph(path.read_text(encoding="utf-8"), syntax)
        for path, (number, syntax) in hostile.items()
        if syntax == "ntriples"
    }


def text_of(path):
    return path.read_bytes().decode("utf-8")


@every_syntax
def test_rdflib_and_oxigraph_read_the_same_from_every_syntax(hostile, expected, syntax):
    for path, (number, written) in hostile.items():
        if written == syntax:
            assert with_oxigraph(text_of(path), syntax) == expected[number], path
            assert with_rdflib(text_of(path), syntax) == expected[number], path
    assert len(expected) == len(NASTY) + 2
    assert min(map(len, expected.values())) > 4


def test_another_json_ld_processor_reads_the_same(hostile, expected):
    for path, (number, syntax) in hostile.items():
        if syntax == "jsonld":
            assert with_pyld(text_of(path)) == expected[number], path


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper is not installed: apt-get install raptor2-utils")
@pytest.mark.parametrize("syntax", ["turtle", "ntriples", "trig", "rdfxml"])
def test_rapper_reads_the_same(hostile, expected, syntax):
    for path, (number, written) in hostile.items():
        if written == syntax:
            command = ["rapper", "-q", "-i", syntax, "-o", "ntriples", str(path)]
            done = subprocess.run(command, capture_output=True, check=False)
            assert (done.returncode, done.stderr) == (0, b""), path
            assert of_nquads(done.stdout.decode("utf-8")) == expected[number], path


@pytest.mark.skipif(not node_is_ready(), reason="N3.js and jsonld.js are not installed: npm install n3 jsonld")
def test_n3_js_and_jsonld_js_read_the_same(hostile, expected):
    files = {path: number for path, (number, syntax) in hostile.items() if syntax != "rdfxml"}
    command = ["node", str(SCRIPT), *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    outputs = [json.loads(line) for line in done.stdout.decode("utf-8").split("\n") if line]
    assert len(outputs) == len(files)
    for (path, number), output in zip(files.items(), outputs, strict=True):
        assert of_nquads(output) == expected[number], path


@pytest.mark.skipif(not node_is_ready(), reason="N3.js and jsonld.js are not installed: npm install n3 jsonld")
def test_n3_js_reads_triple_terms(tmp_path):
    told = {line for line in graph_to_string(sample(), "ntriples", triple_terms=True).splitlines() if " <<( <" in line}
    assert len(told) == 6
    for suffix in (".ttl", ".nt", ".trig"):
        sample().write(tmp_path / f"x{suffix}", triple_terms=True)
        done = subprocess.run(["node", str(SCRIPT), str(tmp_path / f"x{suffix}")], capture_output=True, check=True)
        lines = {line for line in json.loads(done.stdout).splitlines() if " <<( <" in line}
        if suffix == ".trig":
            lines = {re.sub(r" <[^>]*> \.$", " .", line) for line in lines}
        assert lines == told, suffix


@settings(
    max_examples=int(os.environ.get("RELGRAPH_EXAMPLES", "12")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(graphs())
def test_all_syntaxes_of_any_graph_say_the_same(graph):
    texts = {syntax: graph_to_string(graph, syntax) for syntax in SYNTAXES}
    plain = with_oxigraph(texts["ntriples"], "ntriples")
    for syntax, text in texts.items():
        assert with_oxigraph(text, syntax) == plain, syntax
        assert with_rdflib(text, syntax) == plain, syntax
    assert with_pyld(texts["jsonld"]) == plain
