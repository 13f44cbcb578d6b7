"""Pages in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_up import clause, extraction

from relgraph.graph import RelationGraph
from relgraph.model import TimeRef

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


@dataclass
class Watched:
    """A page that was opened, with all that went wrong on it and all that it asked for."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def check(self) -> None:
        assert self.errors == []
        assert self.page.evaluate("window.violations") == []
        assert [each for each in self.requests if not each.startswith(("file:", "blob:"))] == []


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need Playwright: [test]")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("browser tests need Chromium: apt-get install chromium")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """A function that writes the page of a graph, opens it, and checks in the end that nothing went wrong on it."""
    opened = []

    def show(graph: RelationGraph | Path, fragment="", save=None, checked=True, **context: Any):
        path = graph
        if isinstance(graph, RelationGraph):
            path = tmp_path / f"page-{len(opened)}.html"
            graph.save_page(path, **(save or {}))
        size = context.pop("size", (1280, 800))
        found = browser.new_context(viewport={"width": size[0], "height": size[1]}, **context)
        found.set_default_timeout(20_000)
        watched = Watched(found.new_page())
        watched.page.add_init_script(WATCH)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on(
            "console", lambda told: watched.errors.append(told.text) if told.type in ("error", "warning") else None
        )
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.goto(path.as_uri() + fragment)
        watched.page.wait_for_selector("#list .row, #list .card, #detail h2, #list .empty", state="attached")
        opened.append((watched, checked))
        return watched.page

    yield show
    for watched, checked in opened:
        if checked:
            watched.check()
        watched.page.context.close()


def spring() -> TimeRef:
    return TimeRef(text="in spring", start=date(2021, 3, 1), end=date(2021, 5, 31))


@pytest.fixture(scope="session")
def graph() -> RelationGraph:
    """Eight relations in two documents, of four families, one of them negated."""
    return RelationGraph(
        [
            extraction(
                clause("Russia", "cooperates.supports", "Iran", words="backs"),
                clause("Iran", "cooperates.supports", "Russia", words="thanks", modality="intended"),
                clause("Russia", "cooperates.consults", "Iran", words="meets", symmetric=True, confidence=0.5),
                clause("Israel", "fights.attacks", "Hezbollah", words="bombed", when=spring()),
                clause("Russia", "restrains.sanctions", "France", words="never sanctioned", polarity="negated"),
                id="dispatch",
                title="A dispatch",
                published=date(2021, 8, 4),
                source="https://example.org/dispatch",
            ),
            extraction(
                clause("Russian Foreign Ministry", "disputes.accuses", "France", words="accused", by="Iran"),
                clause("France", "disputes.rejects", "Russia", words="rejected"),
                clause("Syria", "cooperates.aids", "Iran", words="=helps", modality="possible"),
                id="cable",
                title="A cable",
                published=date(2019, 2, 3),
                source="javascript:alert(1)",
            ),
        ]
    )
