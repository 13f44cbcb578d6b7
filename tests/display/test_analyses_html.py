"""What notebooks show of analyses: tables, contradictions with both quotes, profiles; nothing from a text is run."""

import re

import html5lib
import lxml.html
import pytest
from made_up import ACTORS, clause, extraction

from relgraph.graph import RelationGraph

HOSTILE = "<script>alert(1)</script>\u202e"


@pytest.fixture(scope="module")
def graph():
    given = extraction(
        clause("Iran", "cooperates.aids", "Hezbollah", by="Israel", words="armed"),
        clause("Iran", "cooperates.aids", "Hezbollah", by="Iran", polarity="negated", words="never armed"),
        clause("Iran", "cooperates.supports", "Syria", words="backs"),
        clause("Iran", "disputes.rivals", "Syria", words="envies"),
        clause("Syria", "cooperates.supports", "Hezbollah", words="backs"),
        clause("Hezbollah", "fights.attacks", "Israel", words="attacks"),
        id="a",
    )
    hostile = ACTORS["country/SYR"].model_copy(update={"name": HOSTILE})
    actors = tuple(hostile if actor.id == hostile.id else actor for actor in given.actors)
    return RelationGraph([given.model_copy(update={"actors": actors})])


def shown(value):
    """The words and cells of what a notebook shows."""
    source = value._repr_html_()
    html5lib.HTMLParser(strict=True).parseFragment(source)  # nothing that a browser would have to mend
    tree = lxml.html.fromstring(source)
    assert tree.xpath("//script | //img | //link") == []
    assert "\u202e" not in source
    for style in tree.xpath("//style"):
        style.drop_tree()
    rows = [[" ".join(cell.text_content().split()) for cell in row.xpath("./td")] for row in tree.xpath("//tbody/tr")]
    return " ".join(tree.text_content().split()), rows


def test_tables_have_title_rows_and_notes(graph):
    for found in (graph.camps(), graph.balance(), graph.brokers(), graph.contested(), graph.change("2020", "2021")):
        text, rows = shown(found)
        assert text.startswith(found.title)
        assert len(rows) == len(found)
        assert found.notes in text
    text, rows = shown(graph.contested())
    assert rows == [[f"{HOSTILE[:-1]}⟦RLO⟧", "Iran", "1", "1", "2"]]
    assert shown(graph.camps())[1][-1] == ["2", "1", "+0 −0", "+0 −1", "Israel"]


def test_contradictions_stand_side_by_side(graph):
    text, ((source, kind, target, affirmed, denied),) = shown(graph.contradictions())
    assert text.startswith("1 contradiction")
    assert (source, kind, target) == ("Iran", "cooperates.aids →", "Hezbollah")
    assert affirmed == "“Iran armed Hezbollah.” Israel"
    assert denied == "“Iran never armed Hezbollah.” Iran"


def test_a_profile_has_partners_opponents_and_words(graph):
    text, rows = shown(graph.profile("Hezbollah"))
    assert text.startswith("Hezbollah (armed group): 3 relations in 1 document")
    assert ["Israel", "×1"] in [row[:2] for row in rows]
    assert re.search(r"partners.*opponents.*evidence", text)
    assert "“Hezbollah attacks Israel.”" in text
    assert "what it says" not in text
    assert "what it says" in shown(graph.profile("Israel"))[0]
    assert "set aside 1 negated" in text


def test_many_rows_are_cut(graph):
    many = [
        extraction(
            clause("Iran", "cooperates.aids", "Syria", by=f"witness {number}", polarity=polarity), id=f"{number}"
        )
        for number, polarity in enumerate(("affirmed", "negated"))
    ]
    assert "and 1 more" not in shown(RelationGraph(many).contradictions())[0]
    text, _ = shown(
        RelationGraph([*many, extraction(clause("Iran", "cooperates.aids", "Syria"), id="z")]).contradictions()
    )
    assert "and 1 more" in text
