#!/usr/bin/env python3
"""Learn what confidence is worth from the annotated texts beside this script; writes ``relgraph/data/confidence.toml``.

    train.py            learn from all texts and write the weights
    train.py --folds 5  only tell how well each fifth is foretold by what the others teach

``texts/`` holds documents written and annotated for this purpose, one JSON object a line: `id`, `text` and `relations`
(the form of the annotation is that of the ontology: rolled-up names, `optional` for what a reader may or may not write
down). A relation that the engine finds is right if family, names and sentence fit one that is required; those that fit
only an optional one teach nothing.

The engine has been mended on all of these but `texts/unread.jsonl`, of which nobody has read what is missed or wrong:
without it the weights would promise more than other texts keep. Once it is read too, new weights want new texts.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relgraph.extractor import Extractor
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.reader import Reading
from relgraph.pipeline.selecting.calibration import Calibration, Signs, signs

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parents[1] / "relgraph" / "data" / "confidence.toml"
PENALTY = 6.0
ROUNDS = 30
SHARED = 0.6
"""The part of a sentence's words that another one must have to be the same."""

Matrix = NDArray[np.float64]
Json = dict[str, Any]


@dataclass(frozen=True)
class Lesson:
    """The signs of a relation that was found in a document, and whether it is right."""

    document: int
    signs: Signs
    right: bool


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, metavar="N", help="tell how well it works, and write nothing")
    folds = parser.parse_args().folds
    lessons = list(read_lessons())
    print(f"{len(lessons)} relations found, {sum(lesson.right for lesson in lessons) / len(lessons):.2f} of them right")
    if folds:
        foretold = []
        for fold in range(folds):
            weights = learned([lesson for lesson in lessons if lesson.document % folds != fold])
            calibration = Calibration(weights)
            held = (lesson for lesson in lessons if lesson.document % folds == fold)
            foretold.extend((calibration.probability(lesson.signs), lesson.right) for lesson in held)
        tell(foretold)
    else:
        write(learned(lessons))


def read_lessons() -> Iterator[Lesson]:
    """Yield what the engine finds in the texts."""
    extractor = Extractor()
    rows = [
        json.loads(line)
        for path in sorted((HERE / "texts").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for number, row in enumerate(rows):
        reading = extractor.reading(row["text"])
        in_sentence: defaultdict[int, list[Candidate]] = defaultdict(list)
        for candidate in reading.selected:
            in_sentence[candidate.trigger.sent.start].append(candidate)
        for candidate in reading.selected:
            fitting = [gold for gold in row["relations"] if fits(candidate, gold, reading)]
            if not fitting or any(not gold.get("optional") for gold in fitting):
                others = in_sentence[candidate.trigger.sent.start]
                yield Lesson(number, signs(candidate, others, reading.cast), bool(fitting))


def fits(candidate: Candidate, gold: Json, reading: Reading) -> bool:
    """Tell whether a candidate says what an annotated relation says: family, names and sentence."""
    types = {gold["type"], *gold.get("also_type", ())}
    if candidate.type.partition(".")[0] not in {type_.partition(".")[0] for type_ in types}:
        return False
    cast = reading.cast
    affiliation = candidate.type.startswith("affiliated.")
    source = cast[candidate.source.actor if affiliation else cast.root(candidate.source.actor)].name
    target = cast[cast.root(candidate.target.actor)].name
    sources = [gold["source"], *gold.get("also_source", ())]
    targets = [gold["target"], *gold.get("also_target", ())]
    straight = is_one_of(source, sources, by_last_word=affiliation) and is_one_of(target, targets)
    swapped = (
        (gold.get("symmetric") or candidate.symmetric) and is_one_of(source, targets) and is_one_of(target, sources)
    )
    words, known = set(candidate.trigger.sent.text.lower().split()), set(gold["sentence"].lower().split())
    return bool(straight or swapped) and len(words & known) >= SHARED * len(words)


def is_one_of(name: str, names: Sequence[str], *, by_last_word: bool = False) -> bool:
    """Tell whether a name is one of several, without regard to case and article; generic names by their last word."""

    def key(one: str) -> str:
        plain = one.casefold().removeprefix("the ").strip()
        return plain.split()[-1] if plain and (by_last_word or one == one.lower()) else plain

    return key(name) in {key(one) for one in names if one}


def learned(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Return the weights of a logistic regression with a quadratic penalty, by Newton's method."""
    names = sorted({name for lesson in lessons for name in lesson.signs})
    column = {name: i for i, name in enumerate(names)}
    rows: Matrix = np.zeros((len(lessons), len(names)))
    for i, lesson in enumerate(lessons):
        for name, value in lesson.signs.items():
            rows[i, column[name]] = value
    right: Matrix = np.array([lesson.right for lesson in lessons], dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[column["always"]] = 1e-3
    weights: Matrix = np.zeros(len(names))
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (right - expected) - penalty * weights
        bend = (rows * (expected * (1 - expected))[:, None]).T @ rows + np.diag(penalty)
        weights = weights + np.linalg.solve(bend, slope)
    return {name: round(float(weights[column[name]]), 3) for name in names}


def tell(foretold: Sequence[tuple[float, bool]]) -> None:
    """Print, by confidence, how many relations there are and how many of them are right."""
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0)):
        group = [right for share, right in foretold if low <= share < high]
        if group:
            print(f"{low:.1f} to {high:.1f}: {len(group):4d} relations, {sum(group) / len(group):.2f} right")


def write(weights: Mapping[str, float]) -> None:
    """Write the weights, each sign with what it adds to the log odds."""
    lines = [
        "# What each sign of a relation adds to the log odds that it is right: made by training/confidence/train.py.",
        "",
        "[weights]",
        *(f"{json.dumps(name)} = {value}" for name, value in sorted(weights.items()) if value),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
