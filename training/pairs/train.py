#!/usr/bin/env python3
"""Learn the ranker of pair mode from the sentences beside this script, and write ``relgraph/data/pairs.npz``.

    train.py            learn from all sentences and write the weights
    train.py --folds 5  only tell how many sentences of each fifth are typed rightly by what the others teach

``sentences/`` has a file for each type, a sentence a line with the source in [brackets] and the target in {braces}.
Each stands for itself and once more with the surroundings of ``surroundings.toml``. The examples of the frames join in
with a small weight: the rules read them too well to show how the rules fail.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relgraph.actors import ActorIndex
from relgraph.examples import Example, parse_example
from relgraph.frames import FrameSet
from relgraph.model import Document
from relgraph.ontology import Ontology
from relgraph.pipeline.build import load_model
from relgraph.pipeline.pairing.pair_features import Features, Vector, features, meaning
from relgraph.pipeline.pairing.pair_ranker import Ranker
from relgraph.pipeline.pairing.pair_rules import find_clues
from relgraph.pipeline.pairing.pairs import given_pair
from relgraph.pipeline.reader import Knowledge

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parents[1] / "relgraph" / "data" / "pairs.npz"

OF_FRAMES = 0.1
"""The weight of a frame's example beside that of a sentence written for pairs."""

OF_AFFILIATIONS = 0.5
"""The same for affiliations, for which no other sentences are written."""

OF_MEANING = 3.0
"""How long word vectors are beside a word that is there."""

PENALTY = 1.0
STEPS = 250
SMALLEST = 0.01
"""Features whose weights are all smaller are left out of the file."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Lesson:
    """A marked sentence with its type; `number` is the same for a sentence with and without surroundings."""

    number: int
    type: str
    example: Example
    weight: float


@dataclass(frozen=True)
class Seen:
    """A lesson as the ranker sees it."""

    lesson: Lesson
    features: Features
    meaning: Vector


def lessons() -> Iterator[Lesson]:
    """Yield all sentences to learn from, in a fixed order."""
    surroundings = tomllib.loads((HERE / "surroundings.toml").read_text(encoding="utf-8"))
    number = 0
    for path in sorted((HERE / "sentences").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            example = parse_example(line)
            yield Lesson(number, path.stem, example, 1.0)
            yield Lesson(number, path.stem, surrounded(example, number, surroundings), 1.0)
            number += 1
    for frame in FrameSet.default():
        weight = OF_AFFILIATIONS if frame.type.startswith("affiliated.") else OF_FRAMES
        for example in frame.examples:
            yield Lesson(number, frame.type, example, weight)
            number += 1


def surrounded(example: Example, number: int, surroundings: dict[str, list[str]]) -> Example:
    """Return a sentence with a head, a tail or both, chosen by its number."""
    heads, tails = surroundings["heads"], surroundings["tails"]
    head = "" if number % 3 == 0 else heads[number * 7 % len(heads)]
    tail = "" if number % 3 == 1 else tails[number * 11 % len(tails)]
    text = example.text
    if tail:
        text = text.removesuffix(".") + tail
    if head and text.split()[0] in surroundings["articles"]:
        text = text[0].lower() + text[1:]
    source, target = ((start + len(head), end + len(head)) for start, end in (example.source, example.target))
    return Example(text=head + text, source=source, target=target)


def seen() -> list[Seen]:
    """Parse all lessons and take their features."""
    nlp, ontology = load_model(), Ontology.default()
    knowledge = Knowledge(ActorIndex.default(), ontology, FrameSet.default(), nlp)
    given = list(lessons())
    found = []
    for lesson, doc in zip(given, nlp.pipe(lesson.example.text for lesson in given), strict=True):
        example = lesson.example
        pair = given_pair(doc, Document(text=example.text), knowledge, example.source, example.target)
        found.append(Seen(lesson, features(pair, find_clues(pair)), meaning(pair)))
    return found


def learned(found: Sequence[Seen]) -> Ranker:
    """Fit the ranker: a softmax over the types with a quadratic penalty, by accelerated gradient descent."""
    types = tuple(sorted({one.lesson.type for one in found}))
    # A name that only one sentence has says nothing; a sentence and its surrounded twin count as one.
    counts = Counter(name for _, name in {(one.lesson.number, name) for one in found for name in one.features})
    names = sorted(name for name, count in counts.items() if count > 1)
    rows = {name: row for row, name in enumerate(names)}
    matrix = np.zeros((len(found), len(names) + found[0].meaning.shape[0] + 1), dtype=np.float32)
    for line, one in zip(matrix, found, strict=True):
        for name, value in one.features.items():
            if name in rows:
                line[rows[name]] = value
        line[len(names) : -1] = OF_MEANING * one.meaning
        line[-1] = 1.0
    goals = np.array([types.index(one.lesson.type) for one in found])
    weights = _fitted(matrix, goals, np.array([one.lesson.weight for one in found], dtype=np.float32), len(types))
    words = weights[: len(names)]
    kept = [row for row in range(len(names)) if np.abs(words[row]).max() >= SMALLEST]
    return Ranker(
        types=types,
        rows={names[row]: place for place, row in enumerate(kept)},
        words=words[kept],
        vectors=OF_MEANING * weights[len(names) : -1],
        bias=weights[-1],
    )


def _fitted(matrix: Matrix, goals: NDArray[np.int64], importance: Matrix, classes: int) -> Matrix:
    wanted = np.eye(classes, dtype=np.float32)[goals]
    step = 1.0 / (0.5 * _largest(matrix, importance) + PENALTY)
    weights = np.zeros((matrix.shape[1], classes), dtype=np.float32)
    ahead, momentum = weights.copy(), 1.0
    for _ in range(STEPS):
        odds = matrix @ ahead
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = matrix.T @ ((odds - wanted) * importance[:, None])
        slope[:-1] += PENALTY * ahead[:-1]
        new = ahead - np.float32(step) * slope
        if float(((ahead - new) * (new - weights)).sum()) > 0:
            momentum = 1.0  # it overshot: begin again from here
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = new + np.float32((momentum - 1) / following) * (new - weights)
        weights, momentum = new, following
    return weights


def _largest(matrix: Matrix, importance: Matrix) -> float:
    """Return the largest curvature, which bounds the step."""
    direction = np.ones(matrix.shape[1], dtype=np.float32)
    norm = 1.0
    for _ in range(30):
        direction = matrix.T @ (importance * (matrix @ direction))
        norm = float(np.linalg.norm(direction))
        direction /= np.float32(norm)
    return norm


def tested(found: Sequence[Seen], folds: int) -> str:
    """Return the share of sentences that are typed rightly by what the other folds teach."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for fold in range(folds):
        ranker = learned([one for one in found if one.lesson.number % folds != fold])
        for one in found:
            if one.lesson.number % folds == fold and one.lesson.weight == 1.0:
                shares = ranker.probabilities(one.features, one.meaning)
                total[one.lesson.type] += 1
                right[one.lesson.type] += max(shares, key=shares.__getitem__) == one.lesson.type
    lines = [f"{type_:24} {right[type_] / total[type_]:.3f} of {total[type_]}" for type_ in sorted(total)]
    return "\n".join([*lines, f"{'all':24} {sum(right.values()) / sum(total.values()):.3f} of {sum(total.values())}"])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, metavar="N", help="test by N folds instead of writing the weights")
    given = parser.parse_args()
    found = seen()
    if given.folds:
        print(tested(found, given.folds))
        return
    ranker = learned(found)
    ranker.save(WEIGHTS)
    print(f"{len(found)} sentences, {len(ranker.rows)} features, {WEIGHTS.stat().st_size // 1024} KB in {WEIGHTS}")


if __name__ == "__main__":
    main()
