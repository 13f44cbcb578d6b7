"""Features of a given pair for the ranker: what the frames say, the words around the two, and their meaning.

A feature is a name and a number. Names of words are lemmas of ordinary words only: what somebody is called says nothing
about what he does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.pairing.pair_rules import Clue, Pair

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

Features = dict[str, float]
Vector = NDArray[np.float32]

_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_LINKS = frozenset({"ADP", "PART", "SCONJ", "AUX"})
_CLOSE = 0.6
"""Small words count only where they stand nearer than this."""

_COMPLEMENTS = frozenset({"dobj", "prt", "acomp", "attr", "xcomp", "ccomp", "oprd", "advmod", "nsubjpass", "dative"})
_AROUND_VERBS = frozenset({"aux", "neg", "mark"})
_SOMEWHERE = 0.5
"""What a word anywhere in the sentence is worth beside one near the pair."""


def features(pair: Pair, clues: Sequence[Clue]) -> Features:
    """Return the named features of a pair; `clues` are what the rules found, the surest first."""
    found: Features = {}
    _of_clues(pair, clues, found)
    _of_words(pair, found)
    _of_way(pair, found)
    _of_ends(pair, found)
    return found


def meaning(pair: Pair) -> Vector:
    """Return four word vectors, each of length 1 or 0, one after the other.

    They are those of the words on the way between the two, of the verb that governs both, of what hangs on the way, and
    of all that stands between the two in the text.
    """
    beside = [token for token in pair.words() if token.head.i in pair.on_path and token.i not in pair.on_path]
    groups: tuple[Iterable[Token], ...] = (
        pair.path,
        () if pair.verb is None else (pair.verb,),
        beside,
        [token for token in pair.words() if pair.is_between(token)],
    )
    return np.concatenate([_direction(group, pair.doc.original.vocab.vectors_length) for group in groups])


def _of_clues(pair: Pair, clues: Sequence[Clue], found: Features) -> None:
    """Note what the rules say, under the type that they file it and under the plain one."""
    for clue in clues:
        way = "grammar" if clue.nearness == 1.0 else "words"
        names = [f"rules {clue.type}", f"{way} {clue.plain}", f"frame {clue.frame.name}"]
        if pair.does is not None and pair.does.i in (clue.trigger.i, clue.trigger.head.i):
            names.append(f"own {clue.type}")
        if clue.context.negated:
            names.append(f"negated {clue.plain}")
        if clue.context.modality != "actual":
            names.append(f"{clue.context.modality} {clue.plain}")
        for name in names:
            found[name] = max(found.get(name, 0.0), round(clue.score, 3))
    best = next((clue for clue in clues if not clue.type.startswith("affiliated.")), None)
    if best is not None:
        found[f"best {best.type}"] = 1.0


def _of_words(pair: Pair, found: Features) -> None:
    """Note the lemmas of the sentence by where they stand."""
    for token in pair.words():
        if token.pos_ not in _CONTENT and not (token.pos_ in _LINKS and pair.nearness(token) > _CLOSE):
            continue
        lemma = _lemma(token)
        if token.i in pair.on_path:
            found[f"way {lemma}"] = 1.0
        if token.i in pair.on_path or token.head.i in pair.on_path:
            found[f"near {lemma}"] = 1.0
        if pair.is_between(token):
            found[f"between {lemma}"] = 1.0
        found[f"in {lemma}"] = _SOMEWHERE


def _of_way(pair: Pair, found: Features) -> None:
    """Note the steps of the way between the two, and what its verbs have with them."""
    steps = [token for token in pair.path if token.pos_ in _CONTENT or token.pos_ == "ADP"]
    for one, other in pairwise(steps):
        found[f"step {_lemma(one)} {_lemma(other)}"] = 1.0
    for verb in pair.path:
        if verb.pos_ not in VERBAL:
            continue
        for child in verb.children:
            if child.dep_ in _COMPLEMENTS and not pair.holds(child) and child.pos_ != "PROPN":
                found[f"with {_lemma(verb)} {_lemma(child)}"] = 1.0
            if child.dep_ in _AROUND_VERBS:
                found[f"around {child.dep_} {_lemma(child)}"] = 1.0
    if pair.verb is not None:
        found[f"verb {_lemma(pair.verb)}"] = 1.0
        for child in pair.verb.children:
            if child.dep_ in ("aux", "neg"):
                found[f"verb-aux {_lemma(child)}"] = 1.0
    if pair.does is not None:
        found[f"does {_lemma(pair.does)}"] = 1.0
        for child in pair.does.children:
            if child.dep_ in ("aux", "neg"):
                found[f"does-aux {_lemma(child)}"] = 1.0
    found["path " + " ".join(token.dep_ for token in pair.path[:4])] = 1.0


def _of_ends(pair: Pair, found: Features) -> None:
    """Note what kind of thing each of the two is, and what the target hangs on."""
    for name, root in (("source", pair.source_root), ("target", pair.target_root)):
        if root.pos_ != "PROPN":
            found[f"{name} {_lemma(root)}"] = 1.0
        found[f"{name} as {root.dep_}"] = 1.0
        found[f"{name} kind {root.ent_type_ or root.pos_}"] = 1.0
    head = pair.target_root.head
    found[f"target under {_lemma(head)}"] = 1.0
    if head.pos_ == "ADP":
        found[f"target under {_lemma(head.head)} {_lemma(head)}"] = 1.0


def _direction(tokens: Iterable[Token], length: int) -> Vector:
    """Return where the words that mean something point to together."""
    total = np.zeros(length, dtype=np.float32)
    for token in tokens:
        word = token.original
        if token.pos_ in _CONTENT and word.has_vector and length:
            total += word.vector / (word.vector_norm or 1.0)
    norm = float(np.linalg.norm(total))
    return total / np.float32(norm) if norm else total


def _lemma(token: Token) -> str:
    return token.base
