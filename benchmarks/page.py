#!/usr/bin/env python3
"""Measure the page of a graph in a real browser: its weight, the time to the first paint, and how fluid it is.

    page.py                       2,000 and 5,000 made-up relations
    page.py graph.jsonl           a graph of one's own
    page.py --out FOLDER          keep the pages, and pictures of them

Needs Playwright for Python (extra `test`) and Chromium, which draws without a graphics card here: others are faster.
Frames are those of dragging, of zooming in and out, and of moving the date slider, two seconds each. The work of each
is the time of the processor in the page's own thread, which other programs do not change.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from relgraph import Actor, Document, Evidence, Extraction, Mention, Ontology, Relation, RelationGraph, read_graph

FIRST = (
    "Al",
    "Bor",
    "Cal",
    "Dor",
    "El",
    "Fal",
    "Gran",
    "Hel",
    "Is",
    "Jor",
    "Kar",
    "Lor",
    "Mar",
    "Nor",
    "Or",
    "Pal",
    "Sal",
)
LAST = ("andia", "avia", "enia", "istan", "mark", "onia", "ovia", "ua", "uria", "wana")
KINDS = ("country", "country", "country", "igo", "armed_group", "organization", "person", "government")
FORMS = {
    "country": "{}",
    "igo": "{} Union",
    "armed_group": "Front of {}",
    "organization": "Bank of {}",
    "person": "Minister of {}",
    "government": "{} Navy",
}
WORDS = {
    "cooperates": "signed an agreement with",
    "disputes": "accused",
    "restrains": "imposed sanctions on",
    "fights": "attacked",
    "affiliated": "stands with",
}
SIZES = {"phone": (390, 844), "laptop": (1280, 800), "wide": (1920, 1080)}


def made_up(relations: int) -> RelationGraph:
    """Return a graph in which a few actors have most relations and most relations are between neighbours."""
    chance = random.Random(7)
    names = [first + last for first in FIRST for last in LAST]
    chance.shuffle(names)
    actors = []
    for number in range(min(max(30, relations // 8), 6 * len(names))):
        kind = KINDS[chance.randrange(len(KINDS))] if number > 20 else "country"
        name = FORMS[kind].format(names[number % len(names)])
        known = [actor.name for actor in actors]
        name = name if name not in known else f"{name} {known.count(name) + number // len(names) + 1}"
        actors.append(Actor(id=f"{kind}/{number}", name=name, kind=kind))  # type: ignore[arg-type]
    return RelationGraph(_extractions(chance, actors, relations))


def _extractions(chance: random.Random, actors: list[Actor], relations: int) -> list[Extraction]:
    pairs = _pairs(chance, actors, relations // 4)
    weights = list(accumulate(1 / (rank + 3) ** 0.8 for rank in range(len(pairs))))
    found: list[Extraction] = []
    while (left := relations - sum(len(each.relations) for each in found)) > 0:
        clauses = []
        for one, types, other in chance.choices(pairs, cum_weights=weights, k=min(left, 12)):
            ends = (one, other) if chance.random() < 0.6 else (other, one)
            clauses.append((ends[0], chance.choice(types), ends[1]))
        found.append(_extraction(chance, len(found), clauses))
    return found


def _pairs(chance: random.Random, actors: list[Actor], number: int) -> list[tuple[Actor, list[str], Actor]]:
    """Return pairs, each with the few types of relations that it has; most are of the same neighbourhood."""
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(actors))))
    camps = max(4, len(actors) // 25)
    types = list(Ontology.default().types)
    found: dict[tuple[int, int], tuple[Actor, list[str], Actor]] = {}
    while len(found) < number:
        one = chance.choices(range(len(actors)), cum_weights=weights)[0]
        near = range(one % camps, len(actors), camps)
        other = chance.choice(near) if chance.random() < 0.8 else chance.randrange(min(40, len(actors)))
        if one != other:
            pair = min(one, other), max(one, other)
            found[pair] = actors[pair[0]], chance.sample(types, chance.choice((1, 1, 2, 4))), actors[pair[1]]
    return list(found.values())


def _extraction(chance: random.Random, number: int, clauses: list[tuple[Actor, str, Actor]]) -> Extraction:
    sentences = [
        f"{one.name} {WORDS[kind.partition('.')[0]]} {other.name}, which observers in the region had long expected."
        for one, kind, other in clauses
    ]
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
    text = " ".join(sentences)
    document = Document(
        id=f"d{number}", text=text, title=f"Dispatch {number}", published=day, source=f"https://example.org/{number}"
    )
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    relations = [
        _relation(chance, document, start, end - 1, clause)
        for (start, end), clause in zip(pairwise(starts), clauses, strict=True)
    ]
    known = {actor.id: actor for one, _, other in clauses for actor in (one, other)}
    return Extraction(document=document, actors=tuple(known[id_] for id_ in sorted(known)), relations=tuple(relations))


def _relation(
    chance: random.Random, document: Document, start: int, end: int, clause: tuple[Actor, str, Actor]
) -> Relation:
    one, kind, other = clause
    words = WORDS[kind.partition(".")[0]]
    at_words = start + len(one.name) + 1
    at_other = at_words + len(words) + 1
    source, target = document.span(start, start + len(one.name)), document.span(at_other, at_other + len(other.name))
    trigger = document.span(at_words, at_other - 1)
    return Relation(
        source=Mention(actor=one.id, span=source, via="name"),
        target=Mention(actor=other.id, span=target, via="name"),
        type=kind,
        polarity="negated" if chance.random() < 0.08 else "affirmed",
        modality=chance.choices(("actual", "intended", "possible"), (8, 1, 1))[0],  # type: ignore[arg-type]
        confidence=round(chance.uniform(0.4, 0.99), 2),
        evidence=(
            Evidence(
                document=document.id,
                sentence=document.span(start, end),
                source=source,
                target=target,
                trigger=trigger,
                frame=f"{kind}/made-up",
            ),
        ),
    )


FRAMES = """async ([what]) => {
  const canvas = document.querySelector("#network canvas");
  const box = canvas.getBoundingClientRect();
  const slider = document.getElementById("date-from");
  const mouse = (type, x, y, buttons) => canvas.dispatchEvent(new MouseEvent(type, {
    bubbles: true, view: window, clientX: box.x + x, clientY: box.y + y, button: 0, buttons,
  }));
  const wheel = (deltaY) => canvas.dispatchEvent(new WheelEvent("wheel", {
    bubbles: true, cancelable: true, view: window, clientX: box.x + 300, clientY: box.y + 300, deltaY,
  }));
  const steps = {
    pan: (n) => mouse("mousemove", 200 + (n % 40) * 4, 40 + (n % 30) * 3, 1),
    zoom: (n) => wheel(n % 30 < 15 ? -40 : 40),
    filter: (n) => {
      slider.value = n % Number(slider.max);
      slider.dispatchEvent(new Event("input", {bubbles: true}));
    },
  };
  if (what === "pan") mouse("mousedown", 200, 40, 1);
  const times = [];
  let last = performance.now();
  const end = last + 2000;
  for (let n = 0; last < end; n += 1) {
    steps[what](n);
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  if (what === "pan") mouse("mouseup", 200, 40, 0);
  slider.value = 0;
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  times.sort((one, other) => one - other);
  const seconds = times.reduce((sum, each) => sum + each, 0) / 1000;
  return [times.length, seconds, times[Math.floor(times.length * 0.95)]];
}"""
"""Does something at every frame for two seconds, and tells how many frames that were, and the slowest of twenty."""


def measured(page: Page, path: Path) -> dict[str, Any]:
    """Open a page and return what it takes: milliseconds until it is there, and frames per second, as words."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        return found["TaskDuration"]

    page.goto(path.as_uri())
    page.wait_for_selector("#list .row")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    drawn = page.evaluate("performance.getEntriesByName('drawn')[0].startTime")
    found: dict[str, Any] = {"first paint": f"{paint:.0f} ms", "drawn": f"{drawn:.0f} ms"}
    for told in ("strongest ties", "all ties"):
        for what in ("pan", "zoom", "filter"):
            before = busy()
            frames, seconds, slow = page.evaluate(FRAMES, [what])
            work = 1000 * (busy() - before) / frames
            speed = f"{frames / seconds:.0f} frames a second, the slowest of twenty {slow:.0f} ms"
            found[f"{what}, {told}"] = f"{speed}; {work:.1f} ms of work each"
        if page.locator("#draw-all").is_visible():
            page.locator("#draw-all").click()
    return found


def pictures(context_of: Any, path: Path, folder: Path) -> None:
    """Save pictures of a page in three sizes, light and dark."""
    for size, (width, height) in SIZES.items():
        for theme in ("light", "dark"):
            context = context_of(viewport={"width": width, "height": height}, color_scheme=theme)
            page = context.new_page()
            page.goto(path.as_uri())
            page.wait_for_timeout(1200)
            page.screenshot(path=folder / f"{path.stem}-{size}-{theme}.png")
            context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", help="a graph that can be read back")
    parser.add_argument("--out", type=Path, help="keep pages and pictures in this folder")
    options = parser.parse_args()
    folder = options.out or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    graphs = (
        {Path(options.graph).stem: read_graph(options.graph)}
        if options.graph
        else {f"made-up-{n}": made_up(n) for n in (2000, 5000)}
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, graph in graphs.items():
            path = folder / f"{name}.html"
            start = time.perf_counter()
            graph.save_page(path)
            took, size = time.perf_counter() - start, path.stat().st_size / 1e6
            print(f"{name}: {len(graph):,} relations, written in {took:.1f} s, {size:.2f} MB")
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            for key, value in measured(page, path).items():
                print(f"  {key}: {value}")
            page.close()
            if options.out:
                pictures(browser.new_context, path, folder)
        browser.close()


if __name__ == "__main__":
    main()
