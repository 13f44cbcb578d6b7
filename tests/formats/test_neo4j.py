"""Neo4j: two CSV files as `neo4j-admin database import` wants them, by the rules of its manual."""

import csv
import datetime
import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from sample_graphs import NASTY, graphs, sample
from test_network import awkward

from relgraph.formats import graph_to_bytes
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Extraction

HEADER = re.compile(r"(\w*)(?::(ID|START_ID|END_ID|LABEL|TYPE|long|double|boolean|date|string\[\])(\(Actor\))?)?")
PARSERS = {
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
    "string[]": lambda cell: cell.split(";"),
}


def parsed(graph: RelationGraph, name: str) -> list[dict[str, object]]:
    """Return the rows of a table with values of the types in its header; cells that are empty are left out."""
    with zipfile.ZipFile(io.BytesIO(graph_to_bytes(graph, "neo4j"))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["nodes.csv", "edges.csv", "import.args"]
        text = archive.read(name).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    names = [HEADER.fullmatch(cell) for cell in header]
    assert all(names)
    found = []
    for row in rows:
        assert len(row) == len(header)
        cells = ((name[1] or name[2], PARSERS.get(name[2], str), cell) for name, cell in zip(names, row, strict=True))
        found.append({key: parse(cell) for key, parse, cell in cells if cell})
    return found


def test_nodes_have_labels_and_lists():
    nodes = {row["id"]: row for row in parsed(sample(), "nodes.csv")}
    assert set(nodes) == {"country/IRN", "country/RUS", "organization/acme-söhne", "person/orlov"}
    assert nodes["country/IRN"] == {
        "id": "country/IRN",
        "LABEL": "Actor;Country",
        "name": "Iran",
        "kind": "country",
        "code": "IRN",
        "aliases": ["Islamic Republic of Iran", "Persia"],
    }


def test_edges_have_types_and_values():
    edges = parsed(sample(), "edges.csv")
    assert edges[0] == {"START_ID": "person/orlov", "END_ID": "country/RUS", "TYPE": "PARENT"}
    met = edges[1]
    assert (met["START_ID"], met["TYPE"], met["END_ID"]) == ("person/orlov", "COOPERATES_CONSULTS", "country/IRN")
    assert (met["type"], met["symmetric"], met["confidence"], met["sign"]) == ("cooperates.consults", True, 0.9, 1)
    assert (met["start"], met["trigger"], met["trigger_start"]) == (datetime.date(2021, 5, 24), "met", 23)
    assert len({edge["id"] for edge in edges[1:]}) == 5


def test_the_arguments_name_the_files():
    with zipfile.ZipFile(io.BytesIO(graph_to_bytes(sample(), "neo4j"))) as archive:
        arguments = archive.read("import.args").decode().splitlines()
    assert arguments == ["--nodes=nodes.csv", "--relationships=edges.csv", "--multiline-fields=true"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_any_graph_keeps_the_rules(graph):
    nodes, edges = parsed(graph, "nodes.csv"), parsed(graph, "edges.csv")
    ids = {row["id"] for row in nodes}
    assert len(ids) == len(nodes) == len({actor.id for each in graph.extractions() for actor in each.actors})
    assert {row["START_ID"] for row in edges} | {row["END_ID"] for row in edges} <= ids
    assert sum(row["TYPE"] != "PARENT" for row in edges) == len(graph)
    assert all(re.fullmatch(r"\w+", row["TYPE"]) for row in edges)


@pytest.mark.parametrize(
    "words", [words for words in NASTY if "\ud800" not in words], ids=lambda words: ascii(words)[:20]
)
def test_awkward_words_stay_apart_and_legal(words):
    graph = awkward(words)
    nodes, edges = parsed(graph, "nodes.csv"), parsed(graph, "edges.csv")
    assert (len({row["id"] for row in nodes}), len({row["id"] for row in edges})) == (2, 2)
    if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", words):
        assert {row.get("name", "") for row in nodes} == {words}
        assert nodes[0]["aliases"] == [words.replace(";", "；")] * 2


def test_what_is_empty_is_not_what_is_missing():
    actor = Actor(id="a", name="", kind="group")
    graph = RelationGraph([Extraction(document=Document(id="d", text=""), actors=(actor,))])
    with zipfile.ZipFile(io.BytesIO(graph_to_bytes(graph, "neo4j"))) as archive:
        assert archive.read("nodes.csv").decode().splitlines()[1].startswith('"a","Actor;Group","","group",,,,')
