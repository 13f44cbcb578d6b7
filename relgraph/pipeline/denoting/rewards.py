"""Who pays for information wants done what it leads to: "a reward for *information* leading to the arrest of Kony"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.words import Words

_MAX_STEPS = 6


def offering(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return who offers a reward for what a noun names: he is to do what it makes possible."""
    if lemma not in denoter.words["rewards.sought"]:
        return []
    if _is_asked_for(noun, denoter.words):
        return [party for one in denoter.syntax.subjects(noun.head) for party in denoter.parties(one)]
    prize = _prize(noun, denoter.words)
    return [] if prize is None else denoter.owners(prize, allow_of=False) or denoter.borrowed(prize)


def is_sought(noun: Token, words: Words) -> bool:
    """Tell whether a noun names what a reward is offered for."""
    return noun.base in words["rewards.sought"] and (_is_asked_for(noun, words) or _prize(noun, words) is not None)


def _is_asked_for(noun: Token, words: Words) -> bool:
    """Tell whether people are asked for what they know, whatever they get for it: "is seeking *information*"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in words["rewards.seeking"]


def _prize(noun: Token, words: Words) -> Token | None:
    """Return the reward that is offered for a thing, wherever the parser hung the phrase."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return None
    holder = noun.head.head
    for _ in range(_MAX_STEPS):
        if holder.base in words["rewards.prizes"] and holder.pos_ not in VERBAL:
            return holder
        if holder.pos_ in VERBAL or holder.head.i == holder.i:
            break
        holder = holder.head
    prizes = words["rewards.prizes"]
    if holder.lemma_ in words["rewards.offering"]:
        prizes |= words["nouns.money"]
    objects = (child for child in holder.children if child.dep_ in ("dobj", "nsubjpass"))
    return next((child for child in objects if child.base in prizes), None)
