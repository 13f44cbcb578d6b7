"""Which words tie fighters to a group, so that they act as it does: "terrorists *affiliated with* Daesh"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.denotation import Denoter
    from relgraph.pipeline.parse import Token

_TELLING = frozenset({"who", "that"})
_SUSPECTED = frozenset({"suspected", "accused"})


def behind_ties(denoter: Denoter, noun: Token, lemma: str) -> int:
    """Return where a name may stand behind words that tie fighters to it, or 0: the parser is not asked.

    Who is loyal or allied to somebody, or backed by him, is one of another group.
    """
    if lemma not in denoter.words["nouns.tied_fighters"]:
        return 0
    lowers, i = denoter.lowers, noun.i + 1
    while i + 2 < len(lowers) and (lowers[i] in _TELLING or lowers[i].endswith("ly") or lowers[i] in ("are", "were")):
        i += 1
    if lowers[i] in _SUSPECTED and lowers[i + 1 : i + 2] == ["of"]:
        i += 2
    for length in (2, 3, 1):
        if tuple(lowers[i : i + length]) in _ties():
            return i + length
    return 0


@cache
def _ties() -> frozenset[tuple[str, ...]]:
    """Return the words that tie people to a group, each taken apart."""
    return frozenset(tuple(tie.split()) for tie in grammar()["groups.ties"])
