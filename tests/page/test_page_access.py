"""Everybody can use the page: axe-core finds no serious fault, whatever is open, in light and dark."""

from pathlib import Path

import pytest

STATES = {
    "list": "",
    "actors": "#list=actors",
    "relations": "#list=relations",
    "actor": "#actor=country/RUS",
    "tie": "#pair=country/RUS&pair=country/IRN",
    "nothing": "#words=nobody",
}


@pytest.fixture(scope="module")
def axe():
    package = pytest.importorskip("axe_playwright_python", reason="axe-core comes with axe-playwright-python: [test]")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    return [
        (each["id"], [node["html"][:200] for node in each["nodes"]][:3])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault(open_page, graph, axe, state, theme):
    page = open_page(graph, STATES[state], color_scheme=theme)
    page.locator("#filters-button").click()
    page.locator("#filters details").first.evaluate("(each) => { each.open = true; }")
    page.locator("#export summary").click()
    assert faults(page, axe) == []


def test_no_serious_fault_on_a_phone_and_in_the_help(open_page, graph, axe):
    page = open_page(graph, size=(390, 844), save={"limit": 3})
    assert faults(page, axe) == []
    page.keyboard.press("?")
    assert faults(page, axe) == []


def test_a_planted_fault_is_found(open_page, graph, axe):
    page = open_page(graph)
    page.evaluate("document.getElementById('search').labels[0].remove()")
    page.evaluate("document.getElementById('search').removeAttribute('placeholder')")
    assert [name for name, _ in faults(page, axe)] == ["label"]
