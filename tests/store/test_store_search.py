"""Searching the sentences that state relations."""

import pytest
from made_up import clause, extraction

from relgraph.errors import UsageError
from relgraph.model import Span
from relgraph.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "x.db"
    with Store(path, write=True) as store:
        store.add(
            [
                extraction(
                    clause("Russia", "cooperates.aids", "Syria", words="lifts its long standing arms embargo on"),
                    clause("Iran", "restrains.sanctions", "Israel", words="sanctions the ports of"),
                    clause("Iran", "restrains.sanctions", "France", words="does not sanction", polarity="negated"),
                    clause("France", "disputes.accuses", "Iran", words="accuses the café owners of"),
                    id="one",
                ),
                extraction(clause("Israel", "fights.attacks", "Syria", words="bombs arms depots in"), id="two"),
            ]
        )
        yield store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("arms", ["Russia", "Israel"]),
        ("ARMS embargo", ["Russia"]),
        ("arms AND embargo", ["Russia"]),
        ("arms OR ports", ["Russia", "Iran", "Israel"]),
        ("arms NOT embargo", ["Israel"]),
        ("lifts NEAR embargo", ["Russia"]),
        ("lifts NEAR/2 embargo", []),
        ("lifts NEAR/4 embargo", ["Russia"]),
        ('"arms embargo"', ["Russia"]),
        ('"embargo arms"', []),
        ("sanction", ["Iran"]),
        ("sanctioned", ["Iran"]),
        ("embar*", ["Russia"]),
        ("cafe", ["France"]),
        ("(lifts OR bombs) AND arms", ["Russia", "Israel"]),
        ("long-standing", ["Russia"]),
        ("nothing", []),
    ],
)
def test_words_are_found_in_the_ways_that_are_told(store, words, found):
    assert [view.source.name for view in store.search(words)] == found


def test_a_search_takes_the_conditions_of_a_query(store):
    assert [view.target.name for view in store.search("arms", target="Syria")] == ["Syria", "Syria"]
    assert [view.source.name for view in store.search("arms", "Russia")] == ["Russia"]
    assert [view.source.name for view in store.search("arms", type="fights")] == ["Israel"]
    assert store.search("sanction").set_aside == {"negated": 1}
    assert len(store.search("sanction", polarity=None)) == 2


NO_SEARCHES = [
    "",
    "  ",
    "—",
    "a AND",
    "OR b",
    "NOT b",
    "(a",
    "a)",
    "()",
    'a "b',
    "a NEAR",
    "NEAR b",
    "a NEAR (b c)",
    "*",
]


@pytest.mark.parametrize("words", [*NO_SEARCHES, "(" * 60, 3])
def test_what_is_no_search_says_how_to_write_one(store, words):
    with pytest.raises(UsageError, match="search"):
        store.search(words)


def test_only_what_still_stands_is_found(tmp_path):
    known = extraction(clause("Russia", "cooperates.aids", "Syria", words="aids"), id="one")
    relation = known.relations[0]
    elsewhere = Span(start=0, end=19, text="Moscow helps Syria.")
    further = relation.evidence[0].model_copy(update={"document": "two", "sentence": elsewhere})
    more = relation.model_copy(update={"evidence": (relation.evidence[0], further)})
    with Store(tmp_path / "x.db", write=True) as store:
        store.add([known])
        store.add([known.model_copy(update={"relations": (more,)})])
        store.add([extraction(clause("Iran", "cooperates.aids", "Syria", words="aids"), id="three")])
        assert [view.source.name for view in store.search("aids")] == ["Russia", "Iran"]
        assert [view.source.name for view in store.search("Moscow")] == ["Russia"]
        assert store.search("Moscow").first.evidence == more.evidence
        store.add([known.model_copy(update={"document": known.document.model_copy(update={"title": "New"})})])
        assert [view.source.name for view in store.search("Moscow")] == ["Russia"]
        assert len(store.search("Syria")) == 2
