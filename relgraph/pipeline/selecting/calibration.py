"""What confidence means: how often a relation found like this one is one that a careful reader would write down.

A logistic model over a few signs of a candidate (how much its frame is trusted, where its parties stand, how their
names were understood). It was learned from annotated texts written for it; ``training/confidence`` has them and the
script that makes ``relgraph/data/confidence.toml``. The signs are few, so that the model says how good a kind of
finding is and knows no single word.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from relgraph.errors import DataError
from relgraph.ontology import read_toml
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FILE = Path(__file__).resolve().parents[2] / "data" / "confidence.toml"
_LEAST, _MOST = 0.05, 0.99
_FAR = (3, 7, 15)
_NAMED = frozenset({"named", "capital", "seat of government"})

Signs = dict[str, float]
"""The signs of a candidate that are there, each with its strength (1 where it is only there or not)."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of signs; a sign without a weight says nothing."""

    weights: Mapping[str, float]

    @classmethod
    def shipped(cls) -> Calibration:
        """Return the calibration that ships with relgraph (loaded once)."""
        return _shipped()

    def probability(self, signs: Mapping[str, float]) -> float:
        """Return how probably a relation with these signs is right, to two digits, never 0 or 1."""
        score = sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        return round(min(max(1 / (1 + math.exp(-score)), _LEAST), _MOST), 2)


def signs(candidate: Candidate, others: Iterable[Candidate], cast: Cast) -> Signs:
    """Return the signs of a candidate among the others of its sentence."""
    frame, source, target = candidate.frame, candidate.source, candidate.target
    found: Signs = {"always": 1.0, "trust": candidate.confidence}
    found[f"class {frame.word_class}"] = 1.0
    found[f"family {candidate.type.partition('.')[0]}"] = 1.0
    for reason, _ in candidate.doubts:
        found[f"doubt {reason}"] = 1.0
    for role, party in (("source", source), ("target", target)):
        found[f"{role} {_understood(party, cast)}"] = 1.0
        distance = abs(_place(party, candidate.trigger) - candidate.trigger.i)
        found[f"{role} {next((f'within {far}' for far in _FAR if distance <= far), 'far')}"] = 1.0
    if cast.root(source.actor) == cast.root(target.actor):
        found["one country"] = 1.0
    if candidate.composed:
        found["composed"] = 1.0
    if candidate.symmetric:
        found["symmetric"] = 1.0
    # a list of names is one deed of several: it makes none of them less sure
    found["deeds in the sentence"] = min(len({one.trigger.i for one in others}), 8) / 8
    found["long sentence"] = min(len(candidate.trigger.sent), 60) / 60
    return found


def _place(party: Party, trigger: Token) -> int:
    """Return where a party stands: all of a list where its first does, "Peru, Chile, *Mali* and Chad"."""
    token = trigger.doc[party.start : party.end].root
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "PROPN" and first.head.i < first.i:
        first = first.head
    return party.start if first is token else min(party.start, first.i)


def _understood(party: Party, cast: Cast) -> str:
    """Return how the words of a party were understood."""
    kind = cast[cast.root(party.actor)].kind
    if party.via == "pronoun":
        return "pronoun"
    if party.how in _NAMED or party.how.startswith("named entity"):
        return f"named {kind}"
    if party.how == "owner":
        return "owner"
    if kind == "group":
        return "generic"
    return "description"


@cache
def _shipped() -> Calibration:
    tables = read_toml(_FILE)
    weights = tables.get("weights")
    if not isinstance(weights, dict) or not all(isinstance(value, int | float) for value in weights.values()):
        raise DataError(f"{_FILE} has no table of weights")
    return Calibration(MappingProxyType({name: float(value) for name, value in weights.items()}))
