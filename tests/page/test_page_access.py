"""Everybody can use the page: axe-core finds no serious fault, whatever is open, in light and dark."""

from pathlib import Path

import pytest

STATES = {
    "ties": ("", "#list [data-tie]"),
    "actors": ("list=actors", "#list [data-actor]"),
    "relations": ("list=relations", "#list .card"),
    "actor": ("actor=country/RUS", "#detail .timeline"),
    "tie": ("pair=country/RUS&pair=country/IRN", "#detail .choices"),
    "nothing": ("words=nobody", "#nothing"),
}
"""Fragments of addresses, and what is seen there."""


@pytest.fixture(scope="module")
def axe():
    package = pytest.importorskip("axe_playwright_python", reason="axe-core comes with axe-playwright-python: [test]")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page):
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    return [
        (each["id"], [node["html"][:200] for node in each["nodes"]][:3])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_fault(open_page, graph, axe, theme):
    page = open_page(graph, color_scheme=theme)
    page.evaluate(axe)
    page.locator("#filters-button").click()
    page.locator("#filters details").first.evaluate("(each) => { each.open = true; }")
    page.locator("#export summary").click()
    for state, (fragment, sign) in STATES.items():
        page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        page.wait_for_selector(sign)
        assert faults(page) == [], state


def test_no_serious_fault_on_a_phone_and_in_the_help(open_page, graph, axe):
    page = open_page(graph, size=(390, 844), save={"limit": 3})
    page.evaluate(axe)
    assert faults(page) == []
    page.keyboard.press("?")
    page.wait_for_selector("#help")
    assert faults(page) == []


def test_a_planted_fault_is_found(open_page, graph, axe):
    page = open_page(graph)
    page.evaluate(axe)
    page.evaluate("document.getElementById('search').labels[0].remove()")
    page.evaluate("document.getElementById('search').removeAttribute('placeholder')")
    assert [name for name, _ in faults(page)] == ["label"]
