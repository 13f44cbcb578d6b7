#!/usr/bin/env python3
"""Tell what more precision costs in recall: the tables of docs/how-to/precision.md, over the texts beside this script.

A relation counts as found if its sentence, its two actors (rolled up) and its family are right. What readers may or may
not write down (`optional`) counts neither as right nor as wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from train import HERE, SHARED, is_one_of

from relgraph import Extractor, RelationView

Json = dict[str, Any]
FAMILIES = ("cooperates", "disputes", "restrains", "fights", "affiliated")
Test = Callable[[RelationView], bool]


@dataclass(frozen=True)
class Found:
    """A relation that was found, and the numbers of the required ones that it is; None if only optional ones fit."""

    view: RelationView
    hits: frozenset[int] | None


@dataclass(frozen=True)
class Texts:
    """What was found in all texts, and the families of what a reader requires."""

    found: list[Found]
    required: list[str]

    def row(self, label: str, keeps: Test, family: str | None = None) -> str:
        """Return a line of a table: how many relations are kept, precision and recall."""
        kept = [each for each in self.found if each.hits is not None and keeps(each.view)]
        if family:
            kept = [each for each in kept if each.view.family == family]
        hits: set[int] = {hit for each in kept for hit in each.hits or ()}
        right = sum(bool(each.hits) for each in kept)
        wanted = sum(family in (None, each) for each in self.required)
        return f"| {label} | {len(kept)} | {right / len(kept):.2f} | {len(hits) / wanted:.2f} |"


def main() -> None:
    """Print the tables."""
    texts = measured()
    print(f"{len(texts.required):,} relations required\n")
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        print(texts.row(f"`min_confidence={least}`" if least else "all", from_(least)))
    print()
    for family in FAMILIES:
        print(texts.row(f"`{family}`", from_(0.0), family))
        print(texts.row(f"`{family}`, from 0.7", from_(0.7), family))
    print()
    print(texts.row("`modality='actual'`", lambda r: r.modality == "actual"))
    print(texts.row("`attributed=False`", lambda r: r.attribution is None))
    for words in (20, 30, 40):
        print(texts.row(f"sentences of up to {words} words", shorter(words)))


def from_(least: float) -> Test:
    """Return the test for a confidence of at least so much."""
    return lambda view: view.confidence >= least


def shorter(words: int) -> Test:
    """Return the test for a sentence of at most so many words."""
    return lambda view: len(view.sentence.text.split()) <= words


def measured() -> Texts:
    """Read the texts and compare."""
    found: list[Found] = []
    required: list[str] = []
    extractor = Extractor()
    for row in rows():
        first = len(required)
        wanted = [gold for gold in row["relations"] if not gold.get("optional")]
        optional = [gold for gold in row["relations"] if gold.get("optional")]
        required += [gold["type"].partition(".")[0] for gold in wanted]
        for view in extractor.extract(text=row["text"]).relations(polarity=None):
            hits = frozenset(first + i for i, gold in enumerate(wanted) if is_it(view, gold))
            unclear = not hits and any(is_it(view, gold) for gold in optional)
            found.append(Found(view, None if unclear else hits))
    return Texts(found, required)


def rows() -> Iterator[Json]:
    """Yield the annotated texts."""
    for path in sorted((HERE / "texts").glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def is_it(view: RelationView, gold: Json) -> bool:
    """Tell whether a relation says what an annotated one says: family, names and sentence."""
    families = {one.partition(".")[0] for one in (gold["type"], *gold.get("also_type", ()))}
    if view.family not in families:
        return False
    loose = view.family == "affiliated"
    sources = [gold["source"], *gold.get("also_source", ())]
    targets = [gold["target"], *gold.get("also_target", ())]
    straight = is_one_of(view.source.name, sources, by_last_word=loose) and is_one_of(view.target.name, targets)
    swapped = is_one_of(view.source.name, targets) and is_one_of(view.target.name, sources)
    words, known = (set(text.lower().split()) for text in (view.sentence.text, gold["sentence"]))
    either_way = gold.get("symmetric") or view.symmetric
    return (straight or bool(either_way and swapped)) and len(words & known) >= SHARED * len(words)


if __name__ == "__main__":
    main()
