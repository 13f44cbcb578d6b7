"""Parquet: one table that tools of data analysis read, and that gives the identical graph."""

import datetime
import io
import sys

import pandas
import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from pyarrow import parquet
from sample_graphs import NASTY, graphs, sample

from relgraph.errors import FormatError, MissingDependencyError
from relgraph.formats import graph_to_bytes, read_graph
from relgraph.formats.arrow import escaped, unescaped
from relgraph.graph import RelationGraph

CONTENT = graph_to_bytes(sample(), "parquet")


def read(content: bytes) -> RelationGraph:
    return read_graph(io.BytesIO(content), "parquet")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_any_graph_comes_back_exactly(graph):
    content = graph_to_bytes(graph, "parquet")
    back = read(content)
    assert back == graph
    assert back.extractions() == graph.extractions()
    assert graph_to_bytes(back, "parquet") == content


def test_pandas_reads_relations_as_to_frame_gives_them():
    frame = pandas.read_parquet(io.BytesIO(CONTENT), filters=[("record", "==", "relation")])
    expected = sample().to_frame()
    assert list(frame["sentence"]) == list(expected["sentence"])
    assert list(frame["source"]) == list(expected["source"])
    assert list(frame["confidence"]) == list(expected["confidence"])
    assert list(frame["symmetric"]) == list(expected["symmetric"])
    assert next(iter(frame["start"])) == datetime.date(2021, 5, 24)
    assert set(expected.columns) <= set(frame.columns)


def test_actors_documents_and_mentions_are_records():
    rows = parquet.read_table(io.BytesIO(CONTENT)).to_pylist()
    assert [row["record"] for row in rows] == ["actor"] * 4 + ["document"] * 2 + ["mention"] * 8 + ["relation"] * 5
    assert rows[0]["actor_record"]["aliases"] == ["Islamic Republic of Iran", "Persia"]
    assert rows[4]["document_record"]["text"] == "Nothing here."
    assert rows[5]["extraction_record"]["actors"] == [row["id"] for row in rows[:4]]
    assert rows[6]["mention_record"]["span"] == {"start": 17, "end": 22, "text": "Orlov"}
    assert {row["document"] for row in rows[6:]} == {"news/2021 no.1"}


def test_each_kind_has_row_groups_of_its_own():
    groups = parquet.ParquetFile(io.BytesIO(CONTENT))
    kinds = [set(groups.read_row_group(number)["record"].to_pylist()) for number in range(groups.num_row_groups)]
    assert kinds == [{"actor"}, {"document"}, {"mention"}, {"relation"}]


def test_rows_in_other_groups_are_read_too():
    stream = io.BytesIO()
    table = parquet.read_table(io.BytesIO(CONTENT))
    parquet.write_table(table.take(list(reversed(range(len(table))))), stream, row_group_size=3)
    assert read(stream.getvalue()) == sample()


@pytest.mark.parametrize("words", [*NASTY, "\uffff", "\uffffd800", "a\ud800\udc00b", "\udfff\uffff"])
def test_strings_that_are_no_utf8_come_back(words):
    escaped(words).encode("utf-8")  # does not fail
    assert unescaped(escaped(words)) == words
    assert unescaped(escaped({"a": [words, (words,), 1, None]})) == {"a": [words, [words], 1, None]}


def changed(change) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(change(parquet.read_table(io.BytesIO(CONTENT))), stream)
    return stream.getvalue()


def without(kind: str):
    return lambda table: table.filter(pyarrow.compute.not_equal(table["record"], kind))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (changed(lambda table: table.replace_schema_metadata({})), "no such mark"),
        (changed(lambda table: table.replace_schema_metadata({"relgraph": "9"})), "no such mark"),
        (changed(without("actor")), "country/IRN"),
        (changed(without("document")), "no row for the document 'news/2021 no.1'"),
        (changed(lambda table: table.drop_columns(["trigger"])), "trigger"),
        (changed(lambda table: table.drop_columns(["record"])), "record"),
        (
            changed(lambda table: table.set_column(12, "confidence", pyarrow.array([float("nan")] * len(table)))),
            "confidence",
        ),
    ],
)
def test_damage_is_refused(content, message):
    with pytest.raises(FormatError, match=message):
        read(content)


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingDependencyError, match=r"relgraph\[parquet\]"):
        graph_to_bytes(sample(), "parquet")
    with pytest.raises(MissingDependencyError, match=r"relgraph\[parquet\]"):
        read(CONTENT)


def test_a_pipe_is_read_though_it_cannot_go_back():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise AssertionError("a pipe cannot")

    assert read_graph(Pipe(CONTENT), "parquet") == sample()
