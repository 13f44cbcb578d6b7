from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import ACTORS, clause, extraction

from relgraph.errors import UsageError
from relgraph.graph import RelationGraph
from relgraph.graph.content import Content
from relgraph.graph.merge import unite_actors, unite_documents, unite_relations
from relgraph.model import Actor, Attribution, Document, Evidence

IDS = ["country/RUS", "country/IRN", None]
FEW_NAMES = st.lists(st.sampled_from(["Ann", "Anna", "A. B.", "Bo"]), max_size=3).map(tuple)
VERSIONS_OF_AN_ACTOR = st.builds(
    Actor,
    id=st.just("person/x"),
    name=st.sampled_from(["Ann", "Anna", "A. B."]),
    kind=st.sampled_from(["person", "group"]),
    code=st.sampled_from([None, "GOV"]),
    sector=st.sampled_from([None, "GOV", "MIL"]),
    parent=st.sampled_from(IDS),
    aliases=FEW_NAMES,
    same_as=FEW_NAMES,
)
VERSIONS_OF_A_DOCUMENT = st.builds(
    Document,
    id=st.just("d"),
    text=st.just("Text."),
    title=st.sampled_from([None, "A", "B"]),
    published=st.sampled_from([None, date(2020, 1, 1), date(2021, 1, 1)]),
    authors=st.sampled_from([(), ("X",), ("X", "Y"), ("Y", "X")]),
    source=st.sampled_from([None, "a.txt", "b.txt"]),
    copies=st.lists(st.sampled_from(["a.txt", "b.txt", "c.txt"])).map(tuple),
    language=st.sampled_from(["en", "de"]),
)

PLAIN = extraction(clause("Iran", "cooperates.aids", "Syria"), id="d")
MAIN = PLAIN.relations[0].evidence[0]
OTHER_PLACES = [
    Evidence(**{**MAIN.model_dump(), "document": document, "frame": frame})
    for document in ("d", "e")
    for frame in ("x/a", "x/b")
]


@st.composite
def versions_of_a_relation(draw):
    rest = draw(st.lists(st.sampled_from(OTHER_PLACES), max_size=3, unique=True))
    main = MAIN.model_copy(update={"frame": draw(st.sampled_from(["x/a", "x/c"]))})
    return PLAIN.relations[0].model_copy(
        update={
            "polarity": draw(st.sampled_from(["affirmed", "negated"])),
            "confidence": draw(st.sampled_from([0.5, 0.9])),
            "attribution": draw(st.sampled_from([None, Attribution(name="Israel")])),
            "evidence": (main, *(each for each in rest if each != main)),
        }
    )


@pytest.mark.parametrize(
    ("unite", "versions"),
    [
        (unite_actors, VERSIONS_OF_AN_ACTOR),
        (unite_documents, VERSIONS_OF_A_DOCUMENT),
        (unite_relations, versions_of_a_relation()),
    ],
)
@given(data=st.data())
def test_values_merge_by_the_laws(unite, versions, data):
    a, b, c = (data.draw(versions) for _ in range(3))
    assert unite(a, a) == a
    assert unite(a, b) == unite(b, a)
    assert unite(unite(a, b), c) == unite(a, unite(b, c))
    assert unite(unite(a, b), b) == unite(a, b)


@st.composite
def graphs(draw):
    """Graphs of up to three documents out of a few, whose actors and relations are described in varying ways."""
    made = []
    for number in draw(st.lists(st.integers(0, 2), max_size=3)):
        clauses = [
            clause("Russia", "cooperates.aids", "Syria", confidence=draw(st.sampled_from([0.4, 0.9]))),
            clause(
                "Sergey Lavrov",
                "cooperates.consults",
                "Iran",
                symmetric=True,
                polarity=draw(st.sampled_from(["affirmed", "negated"])),
            ),
            clause("Israel", "fights.attacks", "Hezbollah"),
        ][: number + 1]
        one = extraction(*clauses, id=f"d{number}", title=draw(st.sampled_from([None, "A", "B"])))
        if one.relations and draw(st.booleans()):
            one = one.model_copy(update={"relations": one.relations[1:]})
        parent = draw(st.sampled_from([None, "country/RUS", "country/IRN"]))
        actors = [a.model_copy(update={"parent": parent}) if a.id.startswith("government") else a for a in one.actors]
        made.append(one.model_copy(update={"actors": tuple(actors)}))
    return RelationGraph(made)


@given(a=graphs(), b=graphs(), c=graphs())
def test_graphs_merge_by_the_laws(a, b, c):
    assert a | a == a
    assert a | b == b | a
    assert (a | b) | c == a | (b | c) == a.merge(b, c)
    assert (a | b) | a == a | b
    assert hash(a | b) == hash(b | a)
    assert [repr(r) for r in a | b] == [repr(r) for r in b | a]


@given(a=graphs(), b=graphs())
def test_extractions_hold_everything(a, b):
    merged = a | b
    again = RelationGraph(merged.extractions())
    assert again == merged
    assert again.extractions() == merged.extractions()
    assert [e.document.id for e in merged.extractions()] == sorted(merged.documents)


def test_extraction_comes_back_as_it_was(graph):
    made = extraction(
        clause("Sergey Lavrov", "cooperates.consults", "Iran", by="Hezbollah"),
        clause("Iran", "disputes.rivals", "Israel"),
        extra=("place/moscow",),
    )
    assert RelationGraph([made]).extractions() == (made,)


def test_graphs_that_differ_are_unequal(graph):
    assert graph != graph.filter(polarity="affirmed")
    assert RelationGraph() != graph
    assert graph != "graph"
    one, other = (
        RelationGraph([extraction(clause("Iran", "disputes.rivals", "Israel"), title=title)]) for title in "AB"
    )
    assert one != other


def test_merging_unites_aliases_and_prefers_a_known_parent():
    def lavrov(**fields):
        made = extraction(clause("Sergey Lavrov", "disputes.rejects", "Iran", words=f"rejects {len(fields)}"))
        new = [Actor(id=a.id, kind=a.kind, **fields) if a.kind == "person" else a for a in made.actors]
        return RelationGraph([made.model_copy(update={"actors": tuple(new)})])

    one = lavrov(name="Lavrov", aliases=("the minister",))
    merged = one | lavrov(name="Sergey Lavrov", parent="country/RUS", aliases=("Mr Lavrov",))
    actor = merged.actor("person/sergey-lavrov")
    assert (actor.name, actor.parent) == ("Sergey Lavrov", "country/RUS")
    assert actor.aliases == ("Lavrov", "Mr Lavrov", "the minister")
    assert len(one.relations("Russia")) == 0
    assert len(merged.relations("Russia")) == 2


def test_merging_the_same_relation_unites_its_evidence():
    first = PLAIN.relations[0].model_copy(update={"confidence": 0.5})
    second = first.model_copy(update={"confidence": 0.8, "evidence": (MAIN, OTHER_PLACES[3])})
    merged = unite_relations(first, second)
    assert (merged.confidence, merged.evidence) == (0.8, (MAIN, OTHER_PLACES[3]))


def test_merging_keeps_all_places_where_a_text_was_read():
    one, other, third = (
        RelationGraph([extraction(clause("Iran", "disputes.rivals", "Israel"), source=source, copies=copies)])
        for source, copies in (("b.txt", ("c.txt", "a.txt", "c.txt")), ("d.txt", ()), (None, ()))
    )
    (document,) = (one | other | third).documents.values()
    assert (document.source, document.copies) == ("b.txt", ("a.txt", "c.txt", "d.txt"))
    assert all(len((one | other).relations(document=place)) == 1 for place in ("b.txt", "a.txt", "d.txt"))
    with pytest.raises(UsageError, match=r"no document has the id, title or source 'e\.txt'"):
        one.relations(document="e.txt")


def test_a_document_is_no_copy_of_itself():
    assert Document(text="t", source="b", copies=("c", "b", "a", "c")).copies == ("a", "c")


def test_two_texts_under_one_id_raise():
    one, other = (
        RelationGraph([extraction(clause("Iran", "disputes.rivals", name), id="same")]) for name in ("Israel", "Syria")
    )
    with pytest.raises(UsageError, match="two different texts have the document id 'same'"):
        one | other


def test_content_that_nothing_describes_raises():
    with pytest.raises(UsageError, match="'country/IRN'"):
        RelationGraph([PLAIN.model_copy(update={"actors": (ACTORS["country/SYR"],)})])
    elsewhere = extraction(clause("Iran", "cooperates.aids", "Syria"), id="e")
    with pytest.raises(UsageError, match="extraction of document 'd'"):
        RelationGraph([PLAIN.model_copy(update={"relations": elsewhere.relations})])


def test_parents_that_go_round_roll_up_to_one_actor():
    made = extraction(clause("Iran", "cooperates.aids", "Syria"))
    parents = {"country/IRN": "country/SYR", "country/SYR": "country/IRN"}
    actors = tuple(actor.model_copy(update={"parent": parents[actor.id]}) for actor in made.actors)
    content = Content([made.model_copy(update={"actors": actors})])
    assert content.roots == {"country/IRN": "country/IRN", "country/SYR": "country/IRN"}


def test_graphs_and_results_pickle(graph):
    assert graph.nx.number_of_edges() == 10
    copy = pickle.loads(pickle.dumps(graph))
    assert copy == graph
    assert copy.relations("Moscow") == graph.relations("Moscow")
    assert pickle.loads(pickle.dumps(graph.ties())) == graph.ties()
