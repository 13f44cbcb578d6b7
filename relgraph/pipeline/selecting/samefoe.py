"""Nameless fighters who are those of the group that their sentence says is struck: "the raid killed *militants*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter

_BLOWS = "fights.attacks"


def of_the_same_foe(candidates: Iterable[Candidate], denoter: Denoter) -> list[Candidate]:
    """Return the candidates; where somebody strikes one armed group, the fighters whom he kills are of that group."""
    found = list(candidates)
    struck: defaultdict[tuple[int, str], dict[str, Candidate]] = defaultdict(dict)
    for one in found:
        if one.type == _BLOWS and not one.symmetric and denoter.cast[one.target.actor].kind == "armed_group":
            struck[_doer(one, denoter)][one.target.actor] = one
    if not struck:
        return found
    return [_meant(one, struck.get(_doer(one, denoter), {}), denoter) for one in found]


def _doer(one: Candidate, denoter: Denoter) -> tuple[int, str]:
    return one.trigger.sent.start, denoter.cast.root(one.source.actor)


def _meant(one: Candidate, struck: dict[str, Candidate], denoter: Denoter) -> Candidate:
    if one.type != _BLOWS or one.symmetric or len(struck) != 1 or not _are_nameless(one, denoter):
        return one
    group = next(iter(struck.values())).target
    meant = replace(one.target, actor=group.actor, via="description", how="of the group that is struck")
    return replace(one, target=meant)


def _are_nameless(one: Candidate, denoter: Denoter) -> bool:
    fighters = denoter.doc[one.target.end - 1]  # "dozens of *militants*"
    if denoter.cast.is_known(one.target.actor) or fighters.base not in denoter.words["armed.bare"]:
        return False
    told_apart = ("amod", "compound", "poss", "nmod")
    return not any(child.dep_ in told_apart and child.text[0].isupper() for child in fighters.children)
