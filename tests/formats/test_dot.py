"""DOT: Graphviz draws it, and words stay words."""

import html
import re
import shutil
import subprocess

import pydot
import pytest
from sample_graphs import NASTY, sample
from test_network import awkward

from relgraph.formats import graph_to_string
from relgraph.formats.dot import COLOURS
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Extraction

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the parser that pydot is built on


def parsed(text: str) -> pydot.Dot:
    found = pydot.graph_from_dot_data(text)
    assert found is not None
    assert len(found) == 1
    return found[0]


def words_of(quoted: str) -> str:
    """Return what Graphviz shows of a label."""
    assert quoted.startswith('"')
    assert quoted.endswith('"')
    unquoted = quoted[1:-1].replace('\\"', '"')
    return html.unescape(re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), unquoted))


def test_nodes_and_parallel_edges_stay_apart():
    graph = parsed(graph_to_string(sample(), "dot"))
    nodes = {node.get_name() for node in graph.get_nodes()} - {"node", "edge", "graph"}
    assert nodes == {'"country/IRN"', '"country/RUS"', '"organization/acme-söhne"', '"person/orlov"'}
    assert len(graph.get_edges()) == 5
    assert len(graph.get_edge('"country/RUS"', '"country/IRN"')) == 2


def test_looks_say_what_is_meant():
    graph = parsed(graph_to_string(sample(), "dot"))
    (met,) = graph.get_edge('"person/orlov"', '"country/IRN"')
    assert (met.get_color(), met.get("dir"), met.get_style()) == (f'"{COLOURS[1]}"', "both", None)
    (denied,) = graph.get_edge('"country/IRN"', '"organization/acme-söhne"')
    assert (denied.get_label(), denied.get_color(), denied.get_style()) == (
        *('"not sanctions"', f'"{COLOURS[-1]}"'),
        "dotted",
    )
    (possible,) = graph.get_edge('"country/IRN"', '"country/RUS"')
    assert (possible.get_label(), possible.get_style()) == ('"possible attacks"', "dashed")


@pytest.mark.parametrize(
    "words", [words for words in NASTY if "\ud800" not in words], ids=lambda words: ascii(words)[:20]
)
def test_awkward_words_stay_what_they_are(words):
    text = graph_to_string(awkward(words), "dot")
    graph = parsed(text)
    assert len(graph.get_edges()) == 2
    nodes = [node for node in graph.get_nodes() if node.get_name() not in ("node", "edge", "graph")]
    assert len(nodes) == 2
    if not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", words):
        assert {words_of(node.get_label()) for node in nodes} == {
            words.replace("\r", "") if len(words) <= 500 else words[:500] + "…"
        }


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize(
    "words", [words for words in NASTY if "\ud800" not in words], ids=lambda words: ascii(words)[:20]
)
def test_graphviz_takes_awkward_words(words):
    text = graph_to_string(awkward(words), "dot")
    for kind in ("-Tcanon", "-Tplain"):
        done = subprocess.run(["dot", kind], input=text.encode(), capture_output=True, check=True)
        assert b"syntax" not in done.stderr
    assert done.stdout.count(b"\nedge ") == 2


def test_ids_that_look_alike_stay_apart():
    looks = ("a", 'a"', "a\\", 'a\\"', "a\n", "a\\n", "a%0A", "a\r", "a\t", "a:b", "a:b:c", "node", "\x00", "␀")
    actors = tuple(Actor(id=identifier, name="same", kind="group") for identifier in looks)
    graph = RelationGraph([Extraction(document=Document(id="d", text=""), actors=actors)])
    text = graph_to_string(graph, "dot")
    names = re.findall(r'^  ("(?:[^"\\]|\\.)*") \[label="same"', text, re.MULTILINE)
    assert len(set(names)) == len(looks)
    assert len([node for node in parsed(text).get_nodes() if node.get_label() == '"same"']) == len(looks)
