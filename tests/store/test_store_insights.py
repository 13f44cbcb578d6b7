"""A store is analysed as the graph of the same extractions is."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_graphs import any_words, graphs

from relgraph.graph import RelationGraph
from relgraph.store import Store

QUICK = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
numbers = itertools.count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("analysed")


def analyses(holder, actor, conditions):
    found = [
        holder.camps(**conditions),
        holder.balance(**conditions),
        holder.brokers(**conditions),
        holder.contested(**conditions),
        holder.change("2020", ("2021", None), **conditions),
        holder.contradictions(by="family", **conditions),
        holder.profile(actor, **conditions),
    ]
    return [(each.to_dicts(), repr(each)) for each in found]


@QUICK
@given(graph=graphs(any_words), rollup=st.booleans(), modality=st.sampled_from([None, "actual"]))
def test_any_analysis_is_that_of_the_graph(folder, graph, rollup, modality):
    path = folder / f"{next(numbers)}.db"
    with Store(path, write=True) as store:
        store.add(graph.extractions())
    graph = RelationGraph(graph.extractions())
    conditions = {"rollup": rollup, "modality": modality}
    with Store(path) as store:
        for actor in list(graph.actors())[:2]:
            assert analyses(store, actor, conditions) == analyses(graph, actor, conditions)
