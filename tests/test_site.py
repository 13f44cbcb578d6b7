"""The documentation site: it builds without a warning, holds together, and needs no other host."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import relgraph

PATIENCE = 300
"""Seconds that a process waits for the site that another one builds."""

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

pytestmark = pytest.mark.skipif(find_spec("mkdocs") is None, reason="the site needs mkdocs: [docs]")

LOADS = {
    *((tag, "src") for tag in ("script", "img", "iframe", "source", "video", "audio")),
    ("source", "srcset"),
    ("object", "data"),
}
"""What a browser fetches by itself; a `link` is one if its `rel` says so."""


class Page(HTMLParser):
    """What a page loads, where its links lead, and what can be led to."""

    def __init__(self, text):
        super().__init__()
        self.loads, self.links, self.anchors = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.anchors.update(values[key] for key in ("id", "name") if values.get(key))
        self.loads += [values[key] for of, key in LOADS if of == tag and values.get(key)]
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "preconnect", "dns-prefetch"):
            self.loads.append(values["href"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])


def is_elsewhere(address):
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def built(folder):
    """Build the site as `make docs` does; not with --quiet, by which mkdocs forgets about --strict."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return "" if made.returncode == 0 else made.stdout + made.stderr or "mkdocs failed"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The built site: the first process of a parallel run builds it, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, outcome = base / "site", base / "site-outcome"
    try:
        (base / "site-begun").mkdir()
    except FileExistsError:
        for _ in range(PATIENCE):
            if outcome.exists():
                break
            time.sleep(1)
    else:
        said = built(folder)
        (base / "site-said").write_text(said, encoding="utf-8")
        (base / "site-said").rename(outcome)  # so that nobody reads half of it
    said = outcome.read_text(encoding="utf-8")
    assert not said, said
    return folder


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_every_page_of_the_docs_is_on_the_site(site):
    wanted = {path.relative_to(DOCS).with_suffix(".html").as_posix() for path in DOCS.rglob("*.md")}
    wanted |= {f"examples/{path.stem}.html" for path in (ROOT / "examples").glob("*.ipynb")}
    wanted |= {"changelog.html", "licence.html"}
    assert wanted <= {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_links_lead_to_pages_and_places(site, pages):
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if is_elsewhere(link) or path.name == "404.html":  # its links are those of a server's root
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchors = pages[target].anchors if target in pages else set()
            if not target.is_file() or (parts.fragment and anchors and unquote(parts.fragment) not in anchors):
                broken.append((path.relative_to(site).as_posix(), link))
    assert broken == []


def test_nothing_is_loaded_from_another_host(site, pages):
    for path, page in pages.items():
        assert [address for address in page.loads if is_elsewhere(address)] == [], path.name
        missing = [each for each in page.loads if urlsplit(each).scheme != "data" and path.name != "404.html"]
        missing = [each for each in missing if not (path.parent / unquote(urlsplit(each).path)).is_file()]
        assert missing == [], path.name
    for sheet in site.rglob("*.css"):
        loaded = re.findall(r"(?:url\(|@import\s+)[\"']?(?!data:)([^\"')\s;]+)", sheet.read_text(encoding="utf-8"))
        assert [address for address in loaded if is_elsewhere(address)] == [], sheet.name


def test_the_search_index_has_every_page(site):
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] or "index.html" for entry in index["docs"]}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - found == {"404.html"}
    inlined = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    assert json.loads(inlined.partition("=")[2]) == index


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
def test_search_finds_a_page_opened_from_a_folder(site, tmp_path):
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    command += ["--virtual-time-budget=8000", "--dump-dom", f"{(site / 'index.html').as_uri()}?q=ForceAtlas"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60).stdout
    results = re.search(r'<ol class="md-search-result__list".*?</ol>', shown, re.DOTALL)
    assert results
    assert "how-to/gephi.html" in results[0]


# The programming interface


def test_every_public_name_has_its_place(site, pages):
    sources = [path.read_text(encoding="utf-8") for path in (DOCS / "api").glob("*.md")]
    told = [name for source in sources for name in re.findall(r"^::: relgraph\.(\w+)$", source, re.MULTILINE)]
    assert sorted(told) == sorted(set(relgraph.__all__) - {"__version__"})
    anchors = set().union(*(page.anchors for path, page in pages.items() if path.parent == site / "api"))
    whole = ("RelationGraph", "Extractor", "Relations", "RelationView", "Ties", "SparqlResult")
    for of in (*whole, "Store"):
        homes = [kind for kind in getattr(relgraph, of).__mro__ if kind.__module__.startswith("relgraph.")]
        homes = homes if of in whole else homes[:1]  # what a store inherits is told of a graph
        members = {name for kind in homes for name in vars(kind) if not name.startswith("_")}
        assert members
        assert {name for name in members if f"relgraph.{of}.{name}" not in anchors} == set(), of
