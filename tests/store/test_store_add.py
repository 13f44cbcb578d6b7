"""What goes into a store comes out again, all of it, however it went in."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from made_up import clause, extraction
from pieces import pieces
from sample_graphs import any_words, graphs, sample

import relgraph as rg
from relgraph.errors import UsageError
from relgraph.graph import RelationGraph
from relgraph.store import InputRecord, Store, parties
from relgraph.store.reading import Reader
from relgraph.store.schema import SEGMENT

QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
numbers = itertools.count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("stores")


def filled(folder, *batches):
    path = folder / f"{next(numbers)}.db"
    with Store(path, write=True) as store:
        for batch in batches:
            store.add(batch)
    return path


@QUICK
@given(graph=graphs(any_words))
def test_any_graph_comes_back_exactly(folder, graph):
    path = filled(folder, graph.extractions())
    with Store(path) as store:
        assert store.graph() == graph
        assert store.graph().extractions() == graph.extractions()
        assert len(store) == len(graph)


@QUICK
@given(batches=pieces())
def test_what_comes_in_pieces_is_united_as_in_a_graph(folder, batches):
    graph = RelationGraph([*batches[0], *batches[1]])
    path = filled(folder, *batches)
    with Store(path) as store:
        assert store.graph() == graph
        assert len(store) == len(graph)
    with Store(path, write=True) as store:
        assert store.add([*batches[1], *batches[0]]) == 0
        assert store.graph() == graph


@settings(QUICK, max_examples=50)
@given(batches=pieces())
def test_so_it_is_when_few_actors_fit_into_memory(folder, batches):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parties, "_MOST", 1)
        with Store(folder / f"{next(numbers)}.db", write=True) as store:
            for batch in batches:
                store.add(batch)
            assert store.graph() == RelationGraph(extraction for batch in batches for extraction in batch)


def test_mentions_come_back_in_the_order_of_the_text_and_once(tmp_path):
    one = extraction(clause("Iran", "cooperates.consults", "Syria"), clause("Russia", "fights.attacks", "France"))
    first, *others = one.mentions
    shuffled = one.model_copy(update={"mentions": (*reversed(others), first, first)})
    with Store(tmp_path / "a.db", write=True) as store:
        store.add([shuffled])
        (back,) = store.extractions()
    assert back.mentions == one.mentions


def test_the_count_of_new_relations_is_returned(tmp_path):
    with Store(tmp_path / "x.db", write=True) as store:
        assert store.add(sample().extractions()) == 5
        assert store.add(sample().extractions()) == 0
        assert store.add([extraction(clause("Russia", "cooperates.aids", "Syria"), id="new")]) == 1
        assert len(store) == 6


@pytest.mark.parametrize(
    "wrong",
    [
        sample().extractions()[1].model_copy(update={"actors": ()}),
        sample().extractions()[1].model_copy(update={"document": rg.Document(id="other", text="Another text.")}),
        rg.Extraction(document=rg.Document(id="empty", text="Another text.")),
    ],
    ids=["actor", "document", "text"],
)
def test_what_is_inconsistent_raises_as_in_a_graph_and_nothing_is_kept(tmp_path, wrong):
    before = extraction(clause("Russia", "cooperates.aids", "Syria"), id="before")
    new = [
        extraction(clause("Iran", "cooperates.aids", "Syria"), id="new"),
        rg.Extraction(document=rg.Document(id="empty", text="Nothing.")),
        wrong,
    ]
    with pytest.raises(UsageError) as expected:
        RelationGraph([before, *new])
    with Store(tmp_path / "x.db", write=True) as store:
        store.add([before])
        with pytest.raises(UsageError) as found:
            store.add(new, inputs=[InputRecord(name="a", fingerprint="1", outcome="read")])
        assert str(found.value) == str(expected.value)
        assert store.graph() == RelationGraph([before])
        assert list(store.inputs()) == []
        # What was known for a moment must not be taken for known afterwards.
        store.add(new[:1])
        assert store.graph() == RelationGraph([before, new[0]])


def test_a_relation_that_was_given_its_id_is_one_whatever_documents_and_segments_it_comes_in(tmp_path, monkeypatch):
    one, two, three = (extraction(clause("Russia", "cooperates.aids", "Syria"), id=id_) for id_ in ("1", "2", "3"))
    own = one.relations[0]
    same = two.model_copy(update={"relations": (two.relations[0].model_copy(update={"id": own.id}),)})
    mine = three.model_copy(update={"relations": (three.relations[0].model_copy(update={"id": "mine"}),)})
    also = one.model_copy(update={"relations": (own, own.model_copy(update={"id": "mine", "confidence": 0.5}))})
    last_key = Reader.last_key
    # Each call goes into a segment of its own.
    monkeypatch.setattr(Reader, "last_key", lambda reader: ((last_key(reader) >> SEGMENT) + 1) << SEGMENT)
    for order in itertools.permutations([one, same, mine, also]):
        path = tmp_path / f"{next(numbers)}.db"
        with Store(path, write=True) as store:
            for each in order:
                store.add([each])
            graph = RelationGraph(order)
            assert store.graph() == graph
            assert len(store) == len(graph) == 2
            assert store.check() == []
            assert store.relation(own.id).confidence == graph.relation(own.id).confidence


def test_an_actor_may_be_described_by_an_earlier_call(tmp_path):
    described = extraction(clause("Russia", "cooperates.aids", "Syria"), id="one")
    bare = extraction(clause("Russia", "cooperates.aids", "Syria"), id="two").model_copy(update={"actors": ()})
    with Store(tmp_path / "x.db", write=True) as store:
        store.add([described])
        store.add([bare])
        assert store.graph() == RelationGraph([described, bare])


def test_records_of_inputs_are_kept_in_order_and_found_by_fingerprint(tmp_path):
    skipped = InputRecord(name="b.pdf", fingerprint="2", outcome="skipped", note="it is encrypted")
    read = InputRecord(name="a.pdf", fingerprint="1", outcome="read", document="d", signature=b"\x00\x01", settings="s")
    copy = InputRecord(name="lone \ud800.pdf", fingerprint="1", outcome="copy", document="d", note="of a.pdf")
    with Store(tmp_path / "x.db", write=True) as store:
        assert store.add([], inputs=[skipped, copy, read]) == 0
        mended = skipped.model_copy(update={"outcome": "read", "note": None, "document": "e"})
        assert store.known("2") == skipped
        store.add([], inputs=[mended])
    with Store(tmp_path / "x.db") as store:
        assert list(store.inputs()) == [mended, copy, read]
        assert store.known("1") == read
        assert store.known("2") == mended
        assert store.known("3") is None


def test_only_a_store_that_was_opened_for_writing_is_added_to(tmp_path):
    with Store(tmp_path / "x.db", write=True) as store:
        store.add(sample().extractions())
    with Store(tmp_path / "x.db") as store, pytest.raises(UsageError, match="write=True"):
        store.add([])
