"""Which words tie fighters to a group, so that they act as it does: "terrorists *affiliated with* Daesh"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_TELLING = frozenset({"who", "that"})
_BETWEEN = frozenset({"are", "were", "was", "is", "been", "had", "have"})
_SUSPECTED = frozenset({"suspected", "accused", "convicted", "guilty"})
_TAKEN_FOR = frozenset({"suspected", "believed", "thought", "alleged", "said", "presumed"})
_LONGEST = 4


def behind_ties(denoter: Denoter, noun: Token, lemma: str) -> int:
    """Return where a name may stand behind words that tie people to a group, or 0: the parser is not asked.

    Who is loyal or allied to somebody, or backed by him, is one of another group.
    """
    words = denoter.words
    if lemma not in words["nouns.tied_fighters"] and lemma not in words["nouns.tied_people"]:
        return 0
    lowers, i = denoter.lowers, _past_telling(denoter, noun.i + 1)
    if (lowers[i] in _SUSPECTED and lowers[i + 1] == "of") or (lowers[i] in _TAKEN_FOR and lowers[i + 1] == "to"):
        return _behind(lowers, i + 2, _taken_apart("groups.ties"))
    if lemma in words["nouns.tied_people"]:
        return 0  # of whom more than a tie is said: "three clerics linked to Hamas"
    if lemma == "cell" and lowers[i : i + 2] == ["loyal", "to"]:
        return i + 2  # a cell is always somebody's
    return _behind(lowers, i, _taken_apart("groups.ties"))


def behind_work(denoter: Denoter, noun: Token) -> int:
    """Return where a name may stand behind words for whom people work, or 0: "nurses *employed by* Oxfam"."""
    return _behind(denoter.lowers, _past_telling(denoter, noun.i + 1), _taken_apart("groups.employing"))


def _past_telling(denoter: Denoter, at: int) -> int:
    lowers = denoter.lowers
    while at + 2 < len(lowers) and (lowers[at] in _TELLING or lowers[at].endswith("ly") or lowers[at] in _BETWEEN):
        at += 1
    return at


def _behind(lowers: list[str], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """Return where the longest of some phrases ends that begins at a token, or 0."""
    for length in range(_LONGEST, 0, -1):
        if tuple(lowers[at : at + length]) in phrases:
            return at + length
    return 0


@cache
def _taken_apart(words: str) -> frozenset[tuple[str, ...]]:
    """Return a list of phrases of the grammar, each taken apart."""
    return frozenset(tuple(tie.split()) for tie in grammar()[words])
