"""What goes into a page: which relations, with which words, where the actors stand, and which scripts."""

import inspect
import json
import re
from collections import Counter
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from made_up import clause, extraction
from sample_graphs import any_words, graphs

import relgraph
from relgraph.display.html.style import FAMILIES, family_colours, style_sheet
from relgraph.display.page import LIMIT
from relgraph.display.page.chosen import SHARE, chosen
from relgraph.display.page.data import page_data
from relgraph.display.page.file import page_of, script_of_page, style_of_page
from relgraph.display.page.layout import layout
from relgraph.display.page.passages import Passages
from relgraph.errors import UnknownActorError, UsageError
from relgraph.graph import RelationGraph
from relgraph.model import Document, Evidence
from relgraph.store import Store

SEED = Path(__file__).parents[2] / "seeds" / "iran_russia.txt"
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def data_of(graph, limit=LIMIT, **conditions):
    relations = graph.relations(polarity=None, **conditions)
    return page_data(relations, graph._names.content, graph.ontology, limit, None)


def parsed(page):
    (data,) = DATA.findall(page)
    return json.loads(data)


def in_units(text):
    """A text as JavaScript counts it: a list of units of UTF-16."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return [encoded[at : at + 2] for at in range(0, len(encoded), 2)]


@settings(max_examples=25)
@given(graphs(any_words))
def test_any_graph_has_a_page_with_the_words_of_its_evidence(graph):
    page = page_of(data_of(graph))
    page.encode("utf-8")
    data = parsed(page)
    views = list(graph.relations(polarity=None))
    assert [row["id"] for row in data["relations"]] == [view.id for view in views]
    for row, view in zip(data["relations"], views, strict=True):
        number, start, end, *_ = row["evidence"][0]
        if len(view.sentence.text) < 1000:
            assert in_units(data["passages"][number][1])[start:end] == in_units(view.sentence.text)


def evidence_at(document, start, end, trigger):
    source = document.span(start, start)
    return Evidence(
        document=document.id,
        sentence=document.span(start, end),
        source=source,
        target=source,
        trigger=document.span(*trigger),
        frame="f",
    )


def test_passages_have_what_stands_around_a_sentence():
    filler = "and so on " * 60
    document = Document(id="d", text=f"{filler}Peru \U0001f54a left. {filler}")
    start = len(filler)
    found = evidence_at(document, start, start + 12, (start + 7, start + 11))
    passages = Passages([(document, found)])
    (passage,) = passages.all
    assert passage.text.startswith("and so on") or passage.text.startswith(("so on", "on and"))
    assert 12 + 400 < len(passage.text) < 12 + 520
    number, first, last, _, _, trigger, end, *_ = passages.place(found)
    units = in_units(passage.text)
    assert number == 0
    assert units[first:last] == in_units("Peru \U0001f54a left.")
    assert units[trigger:end] == in_units("left")


def test_sentences_near_each_other_share_a_passage_and_far_ones_do_not():
    document = Document(id="d", text="word " * 2000)
    near = [evidence_at(document, at, at + 50, (at, at + 4)) for at in (1000, 1200, 8000)]
    passages = Passages([(document, each) for each in near])
    assert [passages.place(each)[0] for each in near] == [0, 0, 1]
    assert sum(len(each.text) for each in passages.all) < 1500


def test_of_an_endless_sentence_the_words_that_matter_are_kept():
    document = Document(id="d", text="cell " * 20_000)
    found = evidence_at(document, 0, 100_000, (50_000, 50_004))
    passages = Passages([(document, found)])
    _, start, end, *_ = passages.place(found)
    assert len(passages.all[0].text) < 3000
    assert passages.all[0].text[start:end].strip()


def many(*counts):
    """A graph whose pairs have so many relations."""
    pairs = [("Russia", "Iran"), ("Russia", "France"), ("Iran", "Israel"), ("Syria", "France")]
    clauses = [
        clause(one, "cooperates.aids", other, words=f"deals {number} times with", confidence=(500 + number) / 1000)
        for (one, other), count in zip(pairs, counts, strict=False)
        for number in range(count)
    ]
    return RelationGraph([extraction(*clauses, id="d")])


def test_what_fits_is_kept_whole():
    relations = many(3, 2).relations()
    assert chosen(relations, 5) == (relations, 0, 0, {})


def test_the_weakest_ties_are_left_out():
    relations = many(5, 3, 2, 1).relations()
    found = chosen(relations, 8)
    assert [view.target.name for view in found.relations] == ["Iran"] * 5 + ["France"] * 3
    assert found[1:] == (2, 3, {})
    found = chosen(relations, 6)
    assert len(found.relations) == 6
    assert found[1:] == (2, 5, {("country/FRA", "country/RUS", "cooperates"): 3})


def test_of_the_strongest_ties_the_surest_relations_are_kept():
    relations = many(60, 50, 2, 1).relations()
    found = chosen(relations, 40)
    assert 40 // SHARE == 2
    counts = Counter(view.target.name for view in found.relations)
    assert counts == {"Iran": 20, "France": 20}
    assert min(view.confidence for view in found.relations if view.target.name == "Iran") == 0.54
    russia, france, iran = "country/RUS", "country/FRA", "country/IRN"
    cut = {(iran, russia, "cooperates"): 60, (france, russia, "cooperates"): 50}
    assert found[1:] == (2, 73, cut)


@pytest.mark.parametrize("limit", [0, -5])
def test_a_limit_that_leaves_nothing_is_refused(graph, tmp_path, limit):
    with pytest.raises(UsageError, match="leaves nothing"):
        graph.save_page(tmp_path / "page.html", limit=limit)
    assert not list(tmp_path.iterdir())


def test_the_usual_limit_is_one_and_the_same():
    command = inspect.signature(import_module("relgraph.cli.page").page)
    method = inspect.signature(RelationGraph.save_page)
    assert command.parameters["limit"].default == method.parameters["limit"].default == LIMIT


def test_the_page_says_what_it_left_out():
    data = data_of(many(60, 50, 2, 1), limit=40)
    assert data["leftOut"] == {"limit": 40, "ties": 2, "relations": 73, "cut": 2}
    names = [actor["name"] for actor in data["actors"]]
    assert [(names[one], names[other], family, total) for one, other, family, total in data["cut"]] == [
        ("Iran", "Russia", "cooperates", 60),
        ("France", "Russia", "cooperates", 50),
    ]
    whole = data_of(many(3))
    assert whole["leftOut"] is None
    assert whole["cut"] == []


def test_conditions_are_those_of_relations(graph, tmp_path):
    path = tmp_path / "page.html"
    graph.save_page(path, "Moscow", type="restrains", title="Restraint <1>")
    page = path.read_text(encoding="utf-8")
    data = parsed(page)
    assert data["title"] == "Restraint <1>"
    assert "<title>Restraint &lt;1&gt;</title>" in page
    assert [row["polarity"] for row in data["relations"]] == ["negated"]
    with pytest.raises(UnknownActorError):
        graph.save_page(path, "Atlantis")
    with pytest.raises(UsageError, match="no folder"):
        graph.save_page(tmp_path / "missing" / "page.html")
    assert parsed(path.read_text(encoding="utf-8")) == data


def test_a_store_has_the_same_page(graph, tmp_path):
    with Store(tmp_path / "store.db", write=True) as store:
        store.add(graph.extractions())
        store.save_page(tmp_path / "store.html")
    graph.save_page(tmp_path / "graph.html")
    assert (tmp_path / "store.html").read_bytes() == (tmp_path / "graph.html").read_bytes()


def test_actors_stand_apart_and_always_at_the_same_place():
    names = {f"a{number}": f"Actor {number}" for number in range(60)}
    counts = {(f"a{number}", f"a{number * number % 7}"): 1 + number % 5 for number in range(8, 50)}
    places = layout(names, counts)
    assert places == layout(dict(reversed(names.items())), dict(reversed(counts.items())))
    assert set(places) == set(names)
    found = list(places.values())
    assert all(
        abs(one[0] - other[0]) > 30 or abs(one[1] - other[1]) > 20
        for place, one in enumerate(found)
        for other in found[:place]
    )


@pytest.mark.parametrize("names", [{}, {"a": "A"}, {"a": "A", "b": "B"}])
def test_few_actors_have_places_too(names):
    counts = {("a", "b"): 3} if len(names) == 2 else {("a", "a"): 2} if names else {}
    places = layout(names, counts)
    assert set(places) == set(names)
    assert len(set(places.values())) == len(names)


def test_each_module_is_in_the_script_once_and_no_name_twice():
    script = script_of_page()
    folder = files("relgraph.display.page").joinpath("script")
    modules = [each for each in folder.iterdir() if each.name.endswith(".js")]
    assert len(modules) > 10
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    for module in modules:
        heading = module.read_text(encoding="utf-8").partition("\n")[0]
        assert heading.startswith("// ")
        assert script.count(heading) == 1, module.name
    declared = re.findall(r"^(?:async )?(?:const|let|function|class) (\w+)", script, re.MULTILINE)
    assert len(declared) > 80
    assert sorted(set(declared)) == sorted(declared)
    for words in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert words not in script


def test_families_have_the_colours_of_the_notebook():
    style = style_of_page()
    for dark in (False, True):
        colours = family_colours(dark=dark)
        assert set(FAMILIES.values()) < set(colours)
        for number, (front, behind) in colours.items():
            assert f"--family{number}: {front};--behind{number}: {behind}" in style
            assert f"--relgraph-family{number}-fg: {front}" in style_sheet()
    assert family_colours() != family_colours(dark=True)


def test_the_library_is_as_it_was_published():
    from hashlib import sha256

    folder = files("relgraph.display.page").joinpath("vendor")
    library = folder.joinpath("cytoscape.min.js").read_bytes()
    told = folder.joinpath("README.md").read_text(encoding="utf-8")
    assert sha256(library).hexdigest() in told
    version = re.search(rb'\.version="([\d.]+)"', library)[1].decode()
    assert f"Cytoscape.js {version}" in told
    assert "Permission is hereby granted" in folder.joinpath("cytoscape.LICENSE.txt").read_text(encoding="utf-8")


def test_the_page_of_the_article_is_light(tmp_path):
    graph = relgraph.extract(SEED)
    graph.save_page(tmp_path / "page.html")
    assert 400_000 < (tmp_path / "page.html").stat().st_size < 2_000_000
