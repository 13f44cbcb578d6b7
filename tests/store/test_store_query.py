"""A store answers as the graph of the same extractions does."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import ACTORS
from sample_graphs import TYPES, any_words, days, graphs, sample

from relgraph.actors import ActorIndex
from relgraph.errors import RelgraphError
from relgraph.graph import RelationGraph
from relgraph.store import Store

QUICK = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
INDEX = ActorIndex([actor for actor in ACTORS.values() if actor.kind != "place"])
numbers = itertools.count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("stores")


def stored(folder, graph, index=INDEX):
    path = folder / f"{next(numbers)}.db"
    with Store(path, write=True) as store:
        store.add(graph.extractions())
    return Store(path, index=index)


def outcome(ask):
    """What a question gives, in a form that can be compared, or how it fails."""
    try:
        found = ask()
    except RelgraphError as error:
        return type(error), str(error)
    if hasattr(found, "notes"):
        return list(found), found.included, found.set_aside, found.notes, repr(found), repr(found.ties())
    return found


@st.composite
def conditions(draw, graph):
    """Any conditions, most of which make sense for the graph."""
    actors = list(graph._names.content.actors.values())
    spellings = [name for actor in actors for name in (actor.id, actor.name, *actor.aliases, *actor.capitals)]
    spellings += ["Russia", "Moscow", "nobody at all", actors[0]]
    said = [r.attribution.name for r in graph._names.content.relations.values() if r.attribution]
    documents = list(graph.documents.values())
    headings = [
        heading for each in documents for heading in (each.id, each.title, each.source, *each.copies) if heading
    ]
    told = [r.when for r in graph._names.content.relations.values() if r.when]
    known = [day for when in told for day in (when.start, when.end) if day] + [
        d.published for d in documents if d.published
    ]
    some_day = st.sampled_from(known) | days if known else days
    types = [*TYPES, "cooperates", "made", "restrains", "nonsense"]
    found = {}
    for key, values in {
        "source": st.sampled_from(spellings),
        "target": st.sampled_from(spellings),
        "either": st.sampled_from(spellings),
        "type": st.sampled_from(types) | st.lists(st.sampled_from(types), max_size=6),
        "polarity": st.sampled_from(["affirmed", "negated", None, ("affirmed", "negated")]),
        "modality": st.sampled_from(["actual", "possible", None, ("actual", "intended")]),
        "symmetric": st.booleans(),
        "attributed": st.booleans(),
        "attribution": st.sampled_from([*said, *spellings]),
        "since": some_day,
        "until": some_day,
        "document": st.sampled_from([*headings, documents[0], "no such document"]),
        "min_confidence": st.floats(0, 1),
        "rollup": st.booleans(),
    }.items():
        if draw(st.integers(0, 3)) == 0:
            found[key] = draw(values)
    return found


def answers(holder, whole, asked):
    """What a store or graph says to questions of each kind with these conditions; `whole` narrows it down."""
    rest = {key: value for key, value in asked.items() if key not in ("source", "target", "either")}
    one, other = asked.get("source", "Russia"), asked.get("target", "Iran")
    return [
        outcome(lambda: holder.relations(**asked)),
        outcome(lambda: holder.relations(**rest).filter(one, rollup=False)),
        outcome(lambda: whole(**asked)),
        outcome(lambda: holder.between(one, other, **rest)),
        outcome(lambda: holder.neighbors(one, **rest)),
        outcome(lambda: holder.paths(one, other, **rest)),
        outcome(lambda: holder.timeline(one, **rest)),
    ]


@QUICK
@given(data=st.data())
def test_any_question_is_answered_as_in_a_graph(folder, data):
    graph = RelationGraph(data.draw(graphs(any_words)).extractions(), index=INDEX)
    with stored(folder, graph) as store:
        for _ in range(4):
            asked = data.draw(conditions(graph))
            assert answers(store, store.graph, asked) == answers(graph, graph.filter if asked else lambda: graph, asked)


@QUICK
@given(graph=graphs(any_words))
def test_what_it_holds_is_told_as_by_a_graph(folder, graph):
    with stored(folder, graph, index=None) as store:
        assert len(store) == len(graph)
        assert bool(store) == bool(graph)
        assert store.actors() == graph.actors()
        assert store.actors(rollup=True) == graph.actors(rollup=True)
        assert store.actors("person") == graph.actors("person")
        for document in graph.documents.values():
            assert store.mentions(document) == graph.mentions(document)
            assert document in store
            assert store.document(document.id) == document
        for view in graph.relations(polarity=None):
            assert store.relation(view.id) == graph.relation(view.id)
            assert view in store
        assert list(store) == list(graph)
        assert "nothing" not in store
        assert outcome(lambda: store.relation("nothing")) == outcome(lambda: graph.relation("nothing"))


def test_first_and_last_days_are_included_as_in_a_graph(folder):
    graph = sample()
    told = [date(2021, 5, 24), date(2021, 5, 30), date(2021, 6, 1)]
    days_around = [day + timedelta(days=more) for day in told for more in (-1, 0, 1)]
    with stored(folder, graph, index=None) as store:
        for day in days_around:
            for asked in ({"since": day}, {"until": day}, {"since": day, "until": day}):
                assert outcome(lambda: store.relations(**asked)) == outcome(lambda: graph.relations(**asked))  # noqa: B023
