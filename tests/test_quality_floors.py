"""Extraction is as good as it was: the floors of ``benchmarks/floors.json``, and nothing out of menus and teasers."""

import sys
from pathlib import Path

import pytest

import relgraph as rg

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = ROOT / "seeds" / "iran_russia.txt"
sys.path.insert(0, str(ROOT / "benchmarks"))

from quality import OWN, SETS, Bench, broken_floors, pin, read_floors  # noqa: E402 (the path must be set before)

has_shared = pytest.mark.skipif(
    not (SHARED / "bench" / "score.py").is_file(), reason=f"the gold sets are not part of the project; none in {SHARED}"
)


@pytest.fixture(scope="module")
def seed_graph():
    return rg.extract(SEED)


@has_shared
def test_no_number_on_our_own_gold_is_under_its_floor():
    bench = Bench(SHARED)
    numbers = {name: bench.measure(name).numbers for name in OWN}
    assert broken_floors(numbers, read_floors()) == []


@has_shared
def test_misses_of_the_held_out_part_are_never_listed():
    bench = Bench(SHARED)
    bench.own_predictions = {}  # everything is missed, and it takes no time
    assert bench.measure("seed").misses
    assert bench.measure("check").misses == ()
    assert bench.measure("check").numbers["R"] == 0


def test_every_set_has_floors():
    assert set(read_floors()) == set(SETS)


def test_a_number_under_its_floor_and_one_over_its_ceiling_are_told():
    floors = {"plv": {"roots": 0.7, "wrong family": 0.05}}
    assert broken_floors({"plv": {"roots": 0.7, "wrong family": 0.05}}, floors) == []
    told = broken_floors({"plv": {"roots": 0.6, "wrong family": 0.06}}, floors)
    assert told == ["plv, roots: 0.600, pinned at 0.700", "plv, wrong family: 0.060, pinned at 0.050"]


def test_pinning_leaves_a_margin_and_the_floors_of_other_sets(tmp_path):
    path = tmp_path / "floors.json"
    pin({"re3d": {"F1": 0.4}}, path)
    pin({"dse": {"found": 0.3, "neutral related": 0.05}}, path)
    floors = read_floors(path)
    assert floors == {"dse": {"found": 0.28, "neutral related": 0.07}, "re3d": {"F1": 0.38}}


def words(text):
    return " ".join(text.split())


def test_the_seed_page_gives_its_article_and_the_article_gives_relations(seed_graph):
    pairs = {frozenset((tie.source.name, tie.target.name)) for tie in seed_graph.ties()}
    assert frozenset(("Russia", "Iran")) in pairs
    assert frozenset(("Russia", "Israel")) in pairs


def test_no_relation_of_the_seed_page_comes_from_menus_or_teasers(seed_graph):
    page = SEED.read_text(encoding="utf-8")
    (document,) = seed_graph.documents.values()
    first = page.index("Tehran and Moscow are drawing closer")
    last = page.index("should consider facilitating such a discourse.") + len(
        "should consider facilitating such a discourse."
    )
    titles = {
        words(document.title or ""),
        "Iran-Russia Relations: Continued Partnership alongside Conflicting Interests",
    }
    body = words(page[first:last])
    strangers = []
    for extraction in seed_graph.extractions():
        for relation in extraction.relations:
            said = words(relation.evidence[0].sentence.text)
            if said not in body and said not in titles:
                strangers.append(said)
    assert strangers == []
    assert words(document.text).endswith("should consider facilitating such a discourse.")


@has_shared
def test_all_evidence_of_the_seed_page_stands_in_the_article_as_annotated(seed_graph):
    article = words((SHARED / "gold" / "docs" / "seed_iran_russia.txt").read_text(encoding="utf-8"))
    sentences = {
        words(relation.evidence[0].sentence.text)
        for extraction in seed_graph.extractions()
        for relation in extraction.relations
    }
    assert len(sentences) > 20
    assert sorted(said for said in sentences if said not in article) == []
