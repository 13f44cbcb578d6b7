from __future__ import annotations

import subprocess
import sys
from datetime import date

import networkx
import pytest
from made_up import ACTORS, clause, extraction, triples

from relgraph.errors import UsageError
from relgraph.graph import RelationGraph


def names_of(path):
    return [actor.name for actor in path.actors]


@pytest.fixture
def web(index):
    """Russia - Iran is attested twice; Hezbollah reaches Israel directly, over Iran and over Syria and Iran."""
    return RelationGraph(
        [
            extraction(
                clause("Iran", "cooperates.aids", "Hezbollah"),
                clause("Iran", "disputes.rivals", "Israel", symmetric=True),
                clause("Hezbollah", "fights.attacks", "Israel"),
                clause("Syria", "cooperates.supports", "Hezbollah"),
                clause("Iran", "cooperates.supports", "Syria"),
                clause("Russian Navy", "cooperates.aids", "Syria"),
                clause("Sergey Lavrov", "cooperates.aids", "Syria"),
                clause("Sergey Lavrov", "affiliated.leads", "Russian Foreign Ministry"),
                clause("Russian Navy", "affiliated.part_of", "Russia"),
            )
        ],
        index=index,
    )


def test_ties_sum_up(graph):
    first = RelationGraph(
        [
            extraction(
                *[clause("Russian Navy", "cooperates.aids", "Syria", confidence=c) for c in (0.3, 0.7)],
                id="z",
                published=date(2018, 1, 1),
            )
        ]
    )
    merged = graph | first
    tie = merged.ties("Russia")[0]
    assert (tie.source.name, tie.type, tie.target.name, tie.count) == ("Russia", "cooperates.aids", "Syria", 3)
    assert (tie.first, tie.last, tie.documents, tie.confidence) == (
        date(2018, 1, 1),
        date(2018, 1, 1),
        ("undated", "z"),
        1.0,
    )
    assert len(tie.relations) == 3
    assert repr(tie) == "Russia —cooperates.aids→ Syria  ×3"
    assert [t.count for t in merged.ties()] == sorted((t.count for t in merged.ties()), reverse=True)
    spelt = [(t.source.name, t.target.name) for t in merged.ties() if t.count == 1]
    assert spelt == sorted(spelt)


def test_tie_covers_the_whole_stated_time(graph):
    tie = graph.ties("Russia", "supports", "Syria")[0]
    assert (tie.first, tie.last) == (date(2019, 1, 1), date(2019, 12, 31))


def test_symmetric_pair_is_one_tie_in_the_order_of_names(index):
    clauses = [clause(a, "cooperates.consults", b, symmetric=True) for a, b in (("Syria", "Iran"), ("Iran", "Syria"))]
    graph = RelationGraph([extraction(*clauses, clause("Syria", "cooperates.consults", "Iran"))], index=index)
    assert [(t.source.name, t.target.name, t.count, t.symmetric) for t in graph.ties()] == [
        ("Iran", "Syria", 2, True),
        ("Syria", "Iran", 1, False),
    ]
    assert [(t.source.name, t.count) for t in graph.ties("Syria")] == [("Syria", 2), ("Syria", 1)]


def test_ties_table_and_frame(graph):
    lines = repr(graph.ties("Russia")).splitlines()
    assert lines[0] == f"{len(graph.ties('Russia'))} ties"
    assert lines[1].split() == ["source", "type", "target", "count", "documents", "first", "last"]
    assert "cooperates.consults ↔" in "\n".join(lines)
    frame = graph.ties().to_frame()
    assert frame["count"].sum() == 9
    assert isinstance(graph.ties()[:2], type(graph.ties()))


def test_between_gives_both_directions_once(graph):
    assert triples(graph.between("Israel", "Moscow")) == [
        ("Russia", "limits", "Israel"),
        ("Israel", "demands", "Russia"),
    ]
    assert triples(graph.between("Russia", "Iran")) == [("Russia", "consults", "Iran")]
    assert graph.between("Russia", "Hezbollah").set_aside == {"negated": 1}
    assert len(graph.between("Russia", "Israel", "restrains", modality="actual")) == 0


def test_neighbors(graph):
    found = graph.neighbors("Russia")
    assert [(n.actor.name, len(n.relations)) for n in found] == [
        ("Israel", 2),
        ("Syria", 2),
        ("Iran", 1),
        ("Sergey Lavrov", 1),
    ]
    assert repr(found[0]) == "Israel: 2 relations"
    actor, relations = graph.neighbors("Russia", "consults")[0]
    assert (actor.name, triples(relations)) == ("Iran", [("Russia", "consults", "Iran")])
    assert graph.neighbors("France") == ()


def test_neighbor_over_an_affiliation_with_another(index):
    graph = RelationGraph([extraction(clause("Russian Navy", "affiliated.member_of", "Iran"))], index=index)
    assert [n.actor.name for n in graph.neighbors("Russia")] == ["Iran"]


def test_paths_come_shortest_and_best_attested_first(web):
    assert [names_of(path) for path in web.paths("Hezbollah", "Israel")] == [
        ["Hezbollah", "Israel"],
        ["Hezbollah", "Iran", "Israel"],
        ["Hezbollah", "Syria", "Iran", "Israel"],
    ]
    assert len(web.paths("Hezbollah", "Israel", max_length=1)) == 1
    assert web.paths("Hezbollah", "Israel", "cooperates") == []
    assert web.paths("Hezbollah", "Paris") == []
    best, second = web.paths("Moscow", "Iran")
    assert names_of(best) == ["Russia", "Syria", "Iran"]
    assert names_of(second) == ["Russia", "Syria", "Hezbollah", "Iran"]
    assert repr(best) == "Russia —[2]— Syria —[1]— Iran"
    assert [len(step) for step in best] == [2, 1]
    assert best == web.paths("Russia", "Iran")[0] != second


def test_a_path_counts_by_its_weakest_step(index):
    over_iran = [clause("Russia", "cooperates.aids", "Iran"), *[clause("Iran", "cooperates.aids", "Hezbollah")] * 5]
    over_syria = [clause(a, "cooperates.aids", b) for a, b in [("Russia", "Syria"), ("Syria", "Hezbollah")] * 2]
    graph = RelationGraph([extraction(*over_iran, *over_syria)], index=index)
    assert [repr(path) for path in graph.paths("Russia", "Hezbollah", max_length=2)] == [
        "Russia —[2]— Syria —[2]— Hezbollah",
        "Russia —[1]— Iran —[5]— Hezbollah",
    ]


def test_directed_paths_follow_the_arrows(web):
    assert [names_of(p) for p in web.paths("Russia", "Israel", directed=True)] == [
        ["Russia", "Syria", "Hezbollah", "Israel"]
    ]
    assert web.paths("Israel", "Russia", directed=True) == []
    assert names_of(web.paths("Israel", "Iran", directed=True)[0]) == ["Israel", "Iran"]


def test_path_ends_at_the_asked_part_of_a_country(web):
    assert [names_of(path) for path in web.paths("Lavrov", "Hezbollah", max_length=2)] == [
        ["Sergey Lavrov", "Syria", "Hezbollah"]
    ]


def test_path_needs_two_actors_and_a_length(web):
    with pytest.raises(UsageError, match="'Moscow' and 'Russia' are both 'Russia'"):
        web.paths("Moscow", "Russia")
    with pytest.raises(UsageError, match="max_length=0"):
        web.paths("Russia", "Iran", max_length=0)


def test_timeline_puts_undated_relations_last(graph):
    days = [r.day for r in graph.timeline()]
    assert days == [date(2019, 1, 1), date(2021, 3, 1), *[date(2021, 6, 15)] * 4, None, None, None]
    assert triples(graph.timeline("Russia", "Syria")) == [("Russia", "supports", "Syria"), ("Russia", "aids", "Syria")]
    assert graph.timeline("Iran", since="2021")[0].type == "cooperates.consults"
    assert graph.timeline(other="Iran") == graph.timeline("Iran")


def test_filter_gives_a_graph_of_what_it_kept(graph):
    kept = graph.filter("Russia", "cooperates", polarity="affirmed")
    assert len(kept) == 3
    assert len(kept.filter("Russia", rollup=False)) == 1
    assert {a.name for a in kept.actors()} == {
        "Iran",
        "Russia",
        "Russian Foreign Ministry",
        "Russian Navy",
        "Sergey Lavrov",
        "Syria",
    }
    assert {mention.actor for mention in kept.mentions("undated")} == {
        "country/RUS",
        "country/SYR",
        "government/russia-navy",
    }
    assert graph.filter().relations(polarity=None) == graph.relations(polarity=None)
    assert len(graph.filter(document="dated").documents) == 1
    assert graph.filter("France") == RelationGraph()


def test_actors(graph):
    assert [a.name for a in graph.actors("person")] == ["Sergey Lavrov"]
    assert [a.name for a in graph.actors(sector=["MIL", "REB"])] == ["Hezbollah", "Russian Navy"]
    assert [a.name for a in graph.actors(rollup=True)] == ["Hezbollah", "Iran", "Israel", "Moscow", "Russia", "Syria"]
    with pytest.raises(UsageError, match="unknown kind 'state'; allowed: country"):
        graph.actors("state")


def test_a_place_does_not_hide_the_country(graph):
    assert ACTORS["place/moscow"] in graph
    assert graph.actor("Moscow").name == "Russia"
    place_only = RelationGraph([extraction(clause("Iran", "disputes.rivals", "Israel"), extra=("place/moscow",))])
    assert place_only.actor("place/moscow").kind == "place"


def test_what_is_in_a_graph(graph):
    view = next(iter(graph))
    for item in (view, view.relation, view.id, view.source, "Moscow", "undated", graph.documents["dated"]):
        assert item in graph
    for item in (
        "France",
        "nobody",
        7,
        None,
        ACTORS["country/FRA"],
        extraction(clause("Iran", "x.y", "Syria")).document,
    ):
        assert item not in graph
    assert len(list(graph)) == len(graph) == 10
    assert bool(graph)
    assert not RelationGraph()


def test_relation_by_id(graph):
    view = graph.relations("Russia", "aids").first
    assert graph.relation(view.id).source.name == "Russian Navy"
    with pytest.raises(UsageError, match="'none'"):
        graph.relation("none")


def test_repr_tells_size_strongest_ties_and_what_is_set_aside(graph):
    lines = repr(graph).splitlines()
    assert lines[0] == "RelationGraph: 2 documents, 9 actors, 10 relations"
    assert lines[1:3] == ["  Iran —cooperates.supports→ Hezbollah  ×1", "  Iran ←cooperates.consults→ Russia  ×1"]
    assert lines[-2] == "  … and 1 more tie"
    assert lines[-1] == "  included 1 possible, 1 intended, 2 attributed; set aside 1 negated"
    assert repr(RelationGraph()) == "RelationGraph: 0 documents, 0 actors, 0 relations"


def test_networkx_has_plain_attributes(graph, tmp_path):
    network = graph.nx
    assert network is graph.nx
    assert isinstance(network, networkx.MultiDiGraph)
    assert set(network) == {a.id for a in graph.actors()}
    assert {key for *_, key in network.edges(keys=True)} == {r.id for r in graph}
    every = [*(d for _, d in network.nodes(data=True)), *(d for *_, d in network.edges(data=True))]
    assert {type(value) for d in every for value in d.values()} <= {str, int, float, bool}
    assert network.nodes["person/sergey-lavrov"]["root"] == "country/RUS"
    (edge,) = network.get_edge_data("country/RUS", "group/hezbollah").values()
    assert (edge["polarity"], edge["family"], edge["trigger"]) == ("negated", "cooperates", "does not back")
    networkx.write_graphml(network, tmp_path / "graph.graphml")
    assert networkx.read_graphml(tmp_path / "graph.graphml").number_of_edges() == 10
    with pytest.raises(networkx.NetworkXError):
        network.add_node("x")


def test_networkx_rolled_up(graph):
    network = graph.to_networkx(rollup=True)
    assert set(network) == {a.id for a in graph.actors(rollup=True)} | {"person/sergey-lavrov"}
    assert network.number_of_edges("country/RUS", "country/SYR") == 2
    network.add_node("x")
    assert "x" not in graph.nx


def test_doors_to_the_formats(graph, tmp_path):
    from relgraph.formats import read_graph

    graph.write(tmp_path / "graph.jsonl")
    assert read_graph(tmp_path / "graph.jsonl") == graph
    rows = graph.sparql("SELECT (COUNT(?r) AS ?n) WHERE { ?r a rg:Relation }")
    assert rows == [{"n": len(graph)}]


def test_importing_the_graph_loads_nothing_heavy():
    code = (
        "import sys, relgraph.graph\n"
        "print(sorted({'pandas', 'rdflib', 'spacy', 'networkx', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
