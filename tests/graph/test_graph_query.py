from __future__ import annotations

import json
import sys
from datetime import date, datetime

import pandas as pd
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import clause, extraction, triples

from relgraph.errors import MissingDependencyError, UnknownActorError, UnknownTypeError, UsageError
from relgraph.graph import RelationGraph, Relations
from relgraph.graph.dates import first_day, last_day
from relgraph.model import Actor, TimeRef


@pytest.mark.parametrize("name", ["Russia", "Moscow", "the Kremlin", "russian", "country/RUS", "Russian Federation"])
def test_names_of_an_actor_resolve(graph, name):
    assert graph.actor(name).id == "country/RUS"
    assert graph.relations(name, "restrains").first.target.name == "Israel"


def test_surname_resolves_as_a_last_resort(graph):
    assert graph.actor("Lavrov").id == "person/sergey-lavrov"


def test_an_actor_value_can_be_asked_for(graph):
    assert graph.relations(graph.actor("Iran")) == graph.relations("Tehran")


def test_actor_known_only_to_the_index_gives_nothing(graph):
    assert graph.actor("Paris").name == "France"
    assert "France" not in graph
    assert len(graph.relations("Paris")) == 0


def test_unknown_actor_raises_with_suggestions_from_graph_and_index(graph):
    with pytest.raises(UnknownActorError, match="'Hezbollah'"):
        graph.relations("Hizbollah")
    with pytest.raises(UnknownActorError, match="'France'"):
        graph.relations(target="Frances")


def test_ambiguous_name_raises(index):
    made = extraction(clause("Iran", "disputes.rivals", "Israel"))
    two = tuple(Actor(id=f"person/{n}", name="Ali Salehi", kind="person", parent="country/IRN") for n in "ab")
    graph = RelationGraph([made.model_copy(update={"actors": (*made.actors, *two)})], index=index)
    with pytest.raises(UsageError, match=r"ambiguous.*person/a.*person/b"):
        graph.relations("Ali Salehi")


def test_family_bare_subtype_and_several_types(graph):
    assert triples(graph.relations("Russia", "cooperates", "Syria")) == [
        ("Russia", "supports", "Syria"),
        ("Russia", "aids", "Syria"),
    ]
    assert triples(graph.relations("Russia", "aids")) == [("Russia", "aids", "Syria")]
    assert len(graph.relations(type=["fights", "disputes.demands"])) == 2
    with pytest.raises(UnknownTypeError, match="'cooperates'"):
        graph.relations(type="cooperate")


def test_type_outside_the_ontology_is_found_if_the_graph_has_it(index):
    graph = RelationGraph([extraction(clause("Iran", "lends.books", "Syria"))], index=index)
    assert len(graph.relations(type="lends")) == len(graph.relations(type="lends.books")) == 1
    assert len(graph.relations(type="books")) == 1


def test_default_counts_affirmed_of_any_modality_and_says_what_it_sets_aside(graph):
    found = graph.relations("Russia")
    assert "Hezbollah" not in {r.target.name for r in found}
    assert {r.modality for r in found} == {"actual", "intended"}
    assert found.set_aside == {"negated": 1}
    assert found.included == {"intended": 1}
    assert repr(found).endswith("included: 1 intended; set aside: 1 negated")


def test_polarity_and_modality(graph):
    assert [r.polarity for r in graph.relations("Russia", target="Hezbollah", polarity=None)] == ["negated"]
    assert len(graph.relations(polarity=["affirmed", "negated"])) == len(graph) == 10
    assert triples(graph.relations(modality=("possible", "intended"))) == [
        ("Russia", "limits", "Israel"),
        ("Israel", "demands", "Russia"),
    ]
    assert graph.relations(modality="possible").set_aside == {"negated": 1, "intended": 1, "actual": 7}


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"polarity": "positive"}, "'affirmed', 'negated'"),
        ({"modality": "posible"}, "did you mean 'possible'"),
        ({"modality": ["actual", "real"]}, "'conditional'"),
        ({"since": "last year"}, "since='last year'"),
        ({"until": "2021-13"}, "'2021-03-15'"),
        ({"since": "2022", "until": "2021"}, "later"),
        ({"min_confidence": 80}, "from 0 to 1"),
        ({"document": "nowhere"}, "the first are 'dated', 'undated'"),
        ({"attributed": False, "attribution": "Israel"}, "give one"),
        ({"source": 7}, "by its name"),
    ],
)
def test_wrong_values_raise_and_say_what_is_allowed(graph, conditions, message):
    with pytest.raises(UsageError, match=message):
        graph.relations(**conditions)


def test_unknown_keyword_raises(graph):
    with pytest.raises(TypeError, match="polarty"):
        graph.ties(polarty=None)


def test_rollup_counts_what_belongs_to_an_actor_as_its_own(graph):
    aid = graph.relations("Russia", "aids").first
    assert (aid.source.name, aid.source_actor.name, aid.source_text) == ("Russia", "Russian Navy", "Russian Navy")
    assert len(graph.relations("Russia", "aids", rollup=False)) == 0
    assert triples(graph.relations("Russian Navy", "aids", rollup=False)) == [("Russian Navy", "aids", "Syria")]


def test_an_asked_part_is_shown_as_itself(graph):
    assert triples(graph.relations("Lavrov", "consults")) == [("Sergey Lavrov", "consults", "Iran")]
    assert triples(graph.relations(type="consults", target="Russian Foreign Ministry")) == [
        ("Iran", "consults", "Russian Foreign Ministry")
    ]


def test_relation_of_a_country_with_itself_is_kept(graph):
    assert triples(graph.relations(type="protests")) == [("Russia", "protests", "Russia")]
    assert triples(graph.relations("Russia", "protests", "Russia")) == [("Russia", "protests", "Russia")]


def test_affiliation_shows_who_is_affiliated(graph):
    assert triples(graph.relations("Russia", "affiliated")) == [("Sergey Lavrov", "leads", "Russia")]
    assert triples(graph.relations(type="affiliated", rollup=False)) == [
        ("Sergey Lavrov", "leads", "Russian Foreign Ministry")
    ]


def test_affiliation_with_what_rolls_up_to_the_source_keeps_its_target(index):
    graph = RelationGraph([extraction(clause("Russia", "affiliated.leads", "Russian Navy"))], index=index)
    assert triples(graph.relations()) == [("Russia", "leads", "Russian Navy")]


def test_symmetric_relation_is_shown_from_the_asked_side(graph):
    asked = graph.relations("Russia", "consults", "Iran").first
    assert (asked.source.name, asked.source_text, asked.target_text) == ("Russia", "Sergey Lavrov", "Iran")
    assert asked.flipped
    stated = graph.relations("Iran", "consults").first
    assert (stated.source_text, stated.flipped) == ("Iran", False)
    assert triples(graph.relations(type="consults", either="Russia")) == [("Russia", "consults", "Iran")]
    assert triples(graph.relations("Russia", "consults", either="Iran")) == [("Russia", "consults", "Iran")]


def test_one_sided_relation_is_not_turned_round(graph):
    assert len(graph.relations("Syria", "cooperates", "Russia")) == 0
    assert len(graph.relations(symmetric=True)) == 1


PAIRS = st.tuples(
    st.sampled_from(["Russia", "Iran", "Russian Navy", "Hezbollah"]), st.sampled_from(["Iran", "Israel", "Syria"])
)


@given(pairs=st.lists(st.tuples(PAIRS, st.booleans()), min_size=1, max_size=6))
def test_symmetric_relations_are_found_from_both_sides(index, pairs):
    clauses = [clause(a, "cooperates.consults", b, symmetric=symmetric) for (a, b), symmetric in pairs]
    graph = RelationGraph([extraction(*clauses)], index=index)
    for (a, b), _ in pairs:
        there, back = graph.relations(a, None, b), graph.relations(b, None, a)
        symmetric = {r.id for r in there if r.symmetric}
        assert symmetric == {r.id for r in back if r.symmetric}
        assert all(r.source.name == a and r.target.name == b for r in there)
        assert all(r.source_span.text == r.source_actor.name for r in (*there, *back))
        assert graph.between(a, b) == there | back
        assert {r.id for r in graph.between(a, b)} == {r.id for r in graph.between(b, a)}
    for conditions in ({"either": "Iran"}, {"source": "Russia"}, {"target": "Iran"}, {"rollup": False}):
        ids = [r.id for r in graph.relations(**conditions)]
        assert len(ids) == len(set(ids))
        assert ids == [r.id for r in graph.relations().filter(**conditions)]
    assert sum(tie.count for tie in graph.ties()) == len(graph)


def test_attribution(graph):
    assert triples(graph.relations(attribution="Russia")) == [("Israel", "attacks", "Hezbollah")]
    assert len(graph.relations(attribution="Russia", rollup=False)) == 0
    assert triples(graph.relations(attribution="israeli sources")) == [("Iran", "supports", "Hezbollah")]
    assert len(graph.relations(attributed=True)) == 2
    assert len(graph.relations(attributed=False)) == 7
    with pytest.raises(UnknownActorError, match="'Israeli sources'"):
        graph.relations(attribution="Israeli sorces")


def test_dates_overlap_the_stated_time_and_else_the_publication(graph):
    assert triples(graph.relations(since="2019-06", until="2019-06")) == [("Russia", "supports", "Syria")]
    assert triples(graph.relations(since="2021-03-31", until=date(2021, 4, 1))) == [("Iran", "consults", "Russia")]
    in_june = graph.relations(since="2021-06")
    assert len(in_june) == 4
    assert in_june.set_aside == {"negated": 1, "undated": 3}
    assert graph.relations(until="2018").set_aside == {"negated": 1, "undated": 3}


def test_open_time_runs_to_the_publication(index):
    since_2015 = TimeRef(text="since 2015", start=date(2015, 1, 1), granularity="interval")
    until_2015 = TimeRef(text="until 2015", end=date(2015, 12, 31), granularity="interval")
    graph = RelationGraph(
        [
            extraction(
                clause("Russia", "cooperates.aids", "Syria", when=since_2015),
                clause("Iran", "disputes.rivals", "Israel", when=until_2015),
                published=date(2020, 1, 1),
            )
        ],
        index=index,
    )
    assert triples(graph.relations(since="2018")) == [("Russia", "aids", "Syria")]
    assert triples(graph.relations(until="2014")) == [("Iran", "rivals", "Israel")]
    assert len(graph.relations(since="2021")) == 0


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_periods_hold_their_days(day):
    for text in (f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()):
        assert first_day(text) <= day <= last_day(text)
    assert first_day(day) == last_day(datetime(day.year, day.month, day.day, 12)) == day


def test_document_and_confidence(graph):
    assert len(graph.relations(document="dated")) == 5
    assert graph.relations(document="Background") == graph.relations(document=graph.documents["undated"])
    assert len(graph.relations(document=["dated", "undated"])) == 9
    assert len(graph.relations(min_confidence=0.6)) == 8


def test_view_reads_well(graph):
    view = graph.relations("Israel", "demands").first
    assert repr(view) == "Israel —demands→ Russia  “Israel may call on Russia.”  (possible)"
    met = graph.relations("Russia", "consults").first
    assert repr(met) == "Russia ←consults→ Iran  “Iran met with Sergey Lavrov.”  (March 2021)"
    said = graph.relations("Iran", "supports").first
    assert repr(said).endswith("(according to Israeli sources)")
    assert said.document.text[said.sentence.start : said.sentence.end] == said.sentence.text
    assert (said.trigger.text, said.frame, said.family) == ("backs", "cooperates.supports/made-up", "cooperates")


def test_relations_are_an_immutable_sequence(graph):
    found = graph.relations()
    assert isinstance(found[:2], Relations)
    assert [*found[:2], *found[2:]] == list(found)
    assert found[:2] | found[1:] == found
    assert found[:2].set_aside == found.set_aside
    assert {found: 1}[graph.relations()] == 1
    assert found.first == found[0]
    assert graph.relations("Syria").first is None
    with pytest.raises(TypeError):
        found[0] = found[1]


def test_union_takes_what_one_side_sets_aside_out_of_that(graph):
    negated = graph.relations(polarity="negated")
    assert len(graph.relations() | negated) == len(graph)
    assert (graph.relations() | negated).set_aside == {}


def test_union_of_two_graphs_raises(graph, index):
    other = RelationGraph([extraction(clause("Iran", "disputes.rivals", "Israel"))], index=index)
    with pytest.raises(UsageError, match="two graphs"):
        graph.relations() | other.relations()


def test_filter_tests_only_what_is_named(graph):
    everything = graph.relations(polarity=None)
    assert everything.filter(target="Hezbollah") == graph.relations(target="Hezbollah", polarity=None)
    assert graph.relations().filter("Russia", "cooperates") == graph.relations("Russia", "cooperates")
    assert graph.relations().filter("Russia").set_aside == {"negated": 1}
    assert graph.relations("Russia").filter(type="consults").first.source.name == "Russia"
    assert graph.relations("Iran").filter(polarity="negated").set_aside == {"affirmed": 2}
    assert triples(graph.relations(type="aids").filter(rollup=False)) == [("Russian Navy", "aids", "Syria")]


def test_table_fits_and_says_how_many_more(index, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    clauses = [clause("Iran", "disputes.rivals", "Israel", words=f"quarrels {'very ' * n}with") for n in range(1, 31)]
    lines = repr(RelationGraph([extraction(*clauses)], index=index).relations()).splitlines()
    assert lines[0] == "30 relations"
    assert lines[-1] == "… and 10 more"
    assert len(lines) == 23
    assert max(map(len, lines)) == 80
    assert lines[1].split() == ["source", "type", "target", "sentence"]


def test_empty_result_reads_well(graph):
    assert repr(graph.relations("Syria")) == "0 relations"
    assert repr(graph.ties("Syria")) == "0 ties"


def test_dicts_are_plain_and_frames_typed(graph):
    rows = graph.relations(polarity=None).to_dicts()
    assert json.loads(json.dumps(rows)) == rows
    frame = graph.to_frame()
    assert len(frame) == len(graph)
    assert list(frame.columns) == list(rows[0])
    assert frame.loc[frame["when"] == "in 2019", "start"].item() == pd.Timestamp("2019-01-01")
    assert list(graph.relations("Syria").to_frame().columns) == list(frame.columns)


def test_days_before_1677_fit_into_a_frame(index):
    old = TimeRef(text="in 1555", start=date(1555, 1, 1), end=date(1555, 12, 31))
    graph = RelationGraph([extraction(clause("Russia", "cooperates.agrees", "Iran", when=old))], index=index)
    assert graph.to_frame()["start"].dt.year.tolist() == [1555]
    assert graph.ties().to_frame()["first"].dt.year.tolist() == [1555]


def test_polars_gives_the_same_as_pandas(graph):
    for asked in (
        graph.relations(polarity=None),
        graph.ties(),
        graph.relations("Syria"),
        graph.relations("Syria").ties(),
    ):
        other, frame = asked.to_polars(), asked.to_frame()
        assert other.columns == list(frame.columns)
        assert other.select(polars.col(polars.String)).to_dicts() == [
            {name: row[name] for name, kind in other.schema.items() if kind == polars.String}
            for row in asked.to_dicts()
        ]
        for name in ("start", "end", "published", "first", "last"):
            if name in other.columns:
                assert other[name].dtype == polars.Date
                assert [day and day.isoformat() for day in other[name]] == [row[name] for row in asked.to_dicts()]
    whole = graph.to_polars()
    assert len(whole) == len(graph)
    assert whole.schema["confidence"] == polars.Float64
    assert whole.schema["symmetric"] == polars.Boolean


def test_what_no_frame_can_hold_is_replaced(index):
    graph = RelationGraph([extraction(clause("Russia", "cooperates.agrees", "Iran", where="a\ud800b"))], index=index)
    assert graph.to_frame()["where"].tolist() == graph.to_polars()["where"].to_list() == ["a\ufffdb"]


def test_missing_polars_is_named(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingDependencyError, match=r"relgraph\[polars\]"):
        graph.to_polars()


def test_missing_pandas_is_named(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingDependencyError, match=r"relgraph\[pandas\]"):
        graph.to_frame()
