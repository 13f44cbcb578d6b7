"""CSV: one row a relation, cells exact, read alike by the csv module and pandas."""

import csv
import io

import pandas
import pytest
from hypothesis import HealthCheck, given, settings
from sample_graphs import graphs, sample

from relgraph.formats import graph_to_string
from relgraph.graph import RelationGraph


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_actors_are_rolled_up_and_specific():
    met = rows(graph_to_string(sample(), "csv"))[0]
    assert (met["source"], met["source_id"], met["source_kind"]) == ("Russia", "country/RUS", "country")
    assert (met["source_actor"], met["source_actor_id"], met["source_text"]) == ("Orlov", "person/orlov", "Orlov")
    assert (met["type"], met["family"], met["sign"], met["symmetric"]) == (
        "cooperates.consults",
        "cooperates",
        "1",
        "true",
    )
    assert (met["when"], met["start"], met["end"], met["granularity"]) == (
        "last week",
        "2021-05-24",
        "2021-05-30",
        "week",
    )
    assert (met["trigger"], met["trigger_start"], met["trigger_end"]) == ("met", "23", "26")


def test_negated_and_possible_relations_are_in_it_and_unknown_cells_are_empty():
    found = rows(graph_to_string(sample(), "csv"))
    assert len(found) == 5
    (denied,) = [row for row in found if row["polarity"] == "negated"]
    assert (denied["attribution"], denied["when"], denied["where"]) == ("Le Monde", "", "")
    assert [row["modality"] for row in found].count("possible") == 1


def test_pandas_reads_what_to_frame_gives():
    frame = pandas.read_csv(io.StringIO(graph_to_string(sample(), "csv")), keep_default_na=False)
    expected = sample().to_frame()
    assert list(frame.columns[: len(expected.columns)]) == list(expected.columns)
    assert list(frame["sentence"]) == list(expected["sentence"])
    assert list(frame["confidence"]) == list(expected["confidence"])


def test_every_cell_is_quoted():
    lines = graph_to_string(sample(), "csv").split("\r\n")
    assert lines.pop() == ""
    assert all(line.startswith('"') and line.endswith('"') for line in lines)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_cells_hold_exactly_what_the_graph_says(graph):
    found = rows(graph_to_string(graph, "csv"))
    expected = [
        (view.id, view.source.name, view.sentence.text, view.document.title or "", view.where or "")
        for view in graph.relations(polarity=None)
    ]
    assert [(row["id"], row["source"], row["sentence"], row["title"], row["where"]) for row in found] == expected


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_kept_unless_guarded(start):
    (extraction, *_) = reversed(sample().extractions())
    words = f"{start}1+1"
    document = extraction.document.model_copy(update={"title": words})
    graph = RelationGraph([extraction.model_copy(update={"document": document})])
    assert {row["title"] for row in rows(graph_to_string(graph, "csv"))} == {words}
    guarded = rows(graph_to_string(graph, "csv", guard_formulas=True))
    assert {row["title"] for row in guarded} == {f"'{words}"}
    assert {row["sign"] for row in guarded} == {"1", "-1"}
