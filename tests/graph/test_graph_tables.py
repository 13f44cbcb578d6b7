"""What a graph keeps as columns comes back as it was, and the index finds what looking at everything finds."""

from __future__ import annotations

import pickle
import tracemalloc
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import ACTORS, clause, extraction

from relgraph.graph import RelationGraph
from relgraph.graph.conditions import compile_query
from relgraph.model import Attribution, Mention, Relation, Span, TimeRef, trusted

HERE = Span(start=0, end=4, text="Iran")
ELSEWHERE = Span(start=2, end=6, text="Iraq")  # not the words that stand there
BEHIND = Span(start=1 << 40, end=1 << 40, text="")
SPANS = st.sampled_from([HERE, Span(start=5, end=10, text="deals"), ELSEWHERE, BEHIND])
MAYBE_SPANS = st.one_of(st.none(), SPANS)
DAYS = st.sampled_from([None, date(2020, 1, 1), date(2021, 5, 31)])
PLAIN = extraction(clause("Iran", "cooperates.consults", "Syria"), id="d")


class Remark(Relation):
    """A relation that someone extended."""

    remark: str = ""


@st.composite
def relations(draw):
    main = (
        PLAIN.relations[0]
        .evidence[0]
        .model_copy(update={name: draw(SPANS) for name in ("sentence", "source", "target", "trigger")})
    )
    further = main.model_copy(update={"document": "other", "frame": "x/y"})
    kind = draw(st.sampled_from([Relation, Relation, Remark]))
    return kind(
        id=draw(st.sampled_from(["a", "b", "c", "d"])),
        source=Mention(actor="country/IRN", span=draw(SPANS), via=draw(st.sampled_from(["name", "pronoun"]))),
        target=Mention(actor="country/SYR", span=draw(SPANS), via="demonym"),
        type=draw(st.sampled_from(["cooperates.consults", "fights.attacks"])),
        symmetric=draw(st.booleans()),
        polarity=draw(st.sampled_from(["affirmed", "negated"])),
        modality=draw(st.sampled_from(["actual", "possible"])),
        attribution=draw(
            st.none() | st.builds(Attribution, name=st.sampled_from(["Iran", "it"]), actor=st.none(), span=MAYBE_SPANS)
        ),
        when=draw(
            st.none() | st.builds(TimeRef, text=st.just("now"), start=DAYS, granularity=st.none(), span=MAYBE_SPANS)
        ),
        where=draw(st.sampled_from([None, "Geneva"])),
        confidence=draw(st.sampled_from([0.0, 0.1, 1.0])),
        evidence=(main, further) if draw(st.booleans()) else (main,),
    )


def key(relation):
    main = relation.evidence[0]
    return main.sentence.start, main.trigger.start, main.source.start, main.target.start, relation.id


@given(made=st.lists(relations(), max_size=4, unique_by=lambda relation: relation.id))
def test_what_goes_in_comes_out(made):
    mentions = tuple({mention: None for each in made for mention in (each.source, each.target)})
    graph = RelationGraph([PLAIN.model_copy(update={"relations": tuple(made), "mentions": mentions})])
    (back,) = graph.extractions()
    assert list(back.relations) == sorted(made, key=key)
    assert [each.model_dump_json() for each in back.relations] == [
        each.model_dump_json() for each in sorted(made, key=key)
    ]
    assert set(back.mentions) == set(mentions)
    assert len(back.mentions) == len(mentions)
    views = graph.relations(polarity=None, rollup=False)
    assert [view.relation for view in views] == list(back.relations)
    for view, relation in zip(views, back.relations, strict=True):
        shown = (view.id, view.type, view.symmetric, view.polarity, view.modality, view.confidence)
        assert shown == tuple(
            getattr(relation, name) for name in ("id", "type", "symmetric", "polarity", "modality", "confidence")
        )
        assert (view.attribution, view.when, view.where) == (relation.attribution, relation.when, relation.where)
        assert (view.source_actor.id, view.target_actor.id) == (relation.source.actor, relation.target.actor)


@given(one=relations(), other=relations())
def test_the_words_of_a_document_are_not_kept_twice(one, other):
    made = [PLAIN.model_copy(update={"relations": (each,)}) for each in (one, other)]
    assert RelationGraph(made[:1]) | RelationGraph(made[1:]) == RelationGraph(made) == RelationGraph(made[::-1])


def test_values_from_trusted_places_are_as_if_validated():
    made = trusted(Span, start=0, end=4, text="Iran")
    assert (made, hash(made), repr(made)) == (HERE, hash(HERE), repr(HERE))
    assert made.model_dump_json() == HERE.model_dump_json()
    assert made.model_fields_set == {"start", "end", "text"}
    assert pickle.loads(pickle.dumps(made)) == HERE
    changed = made.model_copy(update={"text": "Iraq"})
    assert (changed.text, made.text) == ("Iraq", "Iran")
    with pytest.raises(ValueError, match="frozen"):
        made.start = 1


MANY = RelationGraph(
    extraction(
        *(
            clause(source, kind, target, symmetric=kind.endswith("consults"))
            for source, target, kind in product(
                ("Russia", "Sergey Lavrov", "Russian Navy", "Iran"),
                ("Russian Foreign Ministry", "Russia", "Syria", "Iran"),
                ("cooperates.consults", "fights.attacks", "affiliated.leads", "cooperates.aids")[number:],
            )
        ),
        id=f"d{number}",
    )
    for number in range(3)
)
ASKED = [None, "Russia", "Sergey Lavrov", "Iran", "France"]


@pytest.mark.parametrize("kind", [None, "cooperates", "attacks", ["leads", "consults"]])
@pytest.mark.parametrize("rollup", [True, False])
def test_the_index_finds_what_looking_at_all_finds(kind, rollup):
    content = MANY._content
    for source, target, either in product(ASKED, repeat=3):
        query = compile_query(MANY._names, source, kind, target, either=either, rollup=rollup)
        numbers = query.candidates(content)
        assert list(numbers) == sorted(set(numbers))
        found = list(query.hits(numbers, content.facts, content))
        assert found == list(query.hits(range(len(MANY)), content.facts, content))


def test_a_view_is_for_looking_and_travels_alone():
    view = MANY.relations("Russia", "attacks", "Iran")[0]
    with pytest.raises(AttributeError):
        view.source = ACTORS["country/IRN"]
    with pytest.raises(AttributeError):
        view.note = "mine"
    packed = pickle.dumps(view)
    assert pickle.loads(packed) == view
    assert len(packed) < len(pickle.dumps(MANY)) / 2


def test_extractions_are_a_sequence_that_equals_a_tuple():
    extractions = MANY.extractions()
    assert extractions == tuple(extractions) == extractions[:]
    assert extractions != tuple(extractions)[1:]
    assert extractions[-1].document.id == "d2"
    assert hash(extractions) == hash(tuple(extractions))
    assert repr(extractions) == repr(tuple(extractions))
    assert extractions != list(extractions)


def test_a_relation_takes_little_memory():
    made = list(MANY.extractions())
    tracemalloc.start()
    try:
        graph = RelationGraph(made)
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(graph) > 100
    assert taken / len(graph) < 800  # one span as a value of its own takes 480
