"""The commands that take stores."""

import json

import pytest
from sample_graphs import sample
from typer.testing import CliRunner

import relgraph.cli.graphs
import relgraph.cli.store  # noqa: F401 - importing these adds their commands
from relgraph.cli.app import app
from relgraph.errors import ReadError, UsageError
from relgraph.formats import graph_to_string, read_graph
from relgraph.store import Store


def run(*arguments):
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


@pytest.fixture
def store(tmp_path):
    sample().write(tmp_path / "sample.jsonl")
    run("convert", tmp_path / "sample.jsonl", tmp_path / "x.db")
    return tmp_path / "x.db"


def test_a_graph_becomes_a_store_and_a_graph_again(store, tmp_path):
    run("convert", store, tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_text("utf-8") == graph_to_string(sample(), "jsonl")
    run("store", "export", store, tmp_path / "attacks.jsonl", "--type", "attacks", "--since", "2021")
    assert read_graph(tmp_path / "attacks.jsonl") == sample().filter(type="attacks", since="2021")


def test_a_store_is_asked_like_a_graph(store, tmp_path):
    asked = ("--source", "Moscow", "--format", "jsonl")
    rows = run("query", store, *asked)
    assert json.loads(rows.splitlines()[0])["trigger"] == "met"
    assert rows == run("query", tmp_path / "sample.jsonl", *asked) == run("store", "query", store, *asked)
    found = run("query", store, "--search", "sanction NEAR acme", "--polarity", "any", "--format", "csv")
    assert len(found.splitlines()) == 2
    with pytest.raises(UsageError, match="only a store"):
        run("query", tmp_path / "sample.jsonl", "--search", "acme")
    with pytest.raises(ReadError, match="there is no file"):
        run("query", tmp_path / "missing.db")


def test_stores_are_merged_told_of_checked_and_made_small(store, tmp_path):
    other = tmp_path / "other.db"
    assert "5 new relations" in run("store", "merge", other, store)
    assert "0 new relations" in run("store", "merge", other, store)
    with pytest.raises(ReadError, match="there is no file"):
        run("store", "merge", tmp_path / "third.db", tmp_path / "missing.db")
    assert not (tmp_path / "third.db").exists()
    told = run("store", "info", other)
    assert "relations              5\n" in told
    assert "  fights.attacks       2\n" in told
    assert json.loads(run("store", "info", other, "--format", "json"))["documents"] == 2
    assert "is sound" in run("store", "check", other)
    assert "MB now" in run("store", "vacuum", other)
    with Store(other) as vacuumed:
        assert vacuumed.graph() == sample()
