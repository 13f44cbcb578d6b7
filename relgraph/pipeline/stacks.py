"""Two states one behind the other before a noun, as in headlines: "*US Iran* sanctions", "the *EU China* arms ban"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

_ACTING = frozenset({"country", "historic_state", "igo", "bloc"})


def stacked(denoter: Denoter, noun: Token) -> tuple[Party, Party] | None:
    """Return who does what a noun says and to whom, if two names of states stand before it with nothing between."""
    at = noun.i - 1
    while at > noun.sent.start and at not in denoter.mention_at and _is_plain(noun.doc[at], noun):
        at -= 1  # "EU China *arms* ban"
    second = denoter.mention_at.get(at)
    if second is None or second.via == "demonym" or second.capital:
        return None
    first = denoter.mention_at.get(second.start - 1)
    if first is None or first.capital or first.start < noun.sent.start or first.actor == second.actor:
        return None
    if any(denoter.cast[party.actor].kind not in _ACTING for party in (first, second)):
        return None
    heads = noun.doc[first.start : first.end].root, noun.doc[second.start : second.end].root
    if any(head.dep_ not in ("compound", "nmod", "amod") for head in heads) or heads[1].head.i != noun.i:
        return None
    return (first, second) if heads[0].head.i in (noun.i, heads[1].i) else None


def _is_plain(word: Token, noun: Token) -> bool:
    return word.dep_ == "compound" and word.head.i == noun.i and word.tag_ in ("NN", "NNS")
