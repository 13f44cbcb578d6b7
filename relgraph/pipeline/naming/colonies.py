"""Lands that are another one's: "Spanish Cuba" stands for Spain, "Soviet Georgia" for the Soviet Union."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_MODIFYING = frozenset({"compound", "amod", "nmod"})


def colonies(doc: Doc, found: list[Party], cast: Cast) -> list[Party]:
    """Return the mentions, those of lands right behind the adjective of the state that holds them as that state's."""
    owners = {party.end: party for party in found if party.via == "demonym" and cast[party.actor].kind in STATES}
    held: dict[int, Party] = {}
    for party in found if owners else ():
        owner = owners.get(party.start)
        if owner is None or party.via not in ("name", "alias") or not _is_land(party, cast):
            continue
        land = doc[party.end - 1]
        adjective = doc[owner.end - 1]
        apart = cast.root(owner.actor) != cast.root(party.actor)
        # "Russian *Ukraine* policy" and "the Iranian Iraq war" are about two
        if apart and land.dep_ not in _MODIFYING and adjective.dep_ in _MODIFYING and adjective.head.i == land.i:
            held[party.start] = replace(party, actor=owner.actor, start=owner.start, how="a land that is another one's")
    if not held:
        return found
    owning = {party.start for party in held.values()}
    return [held.get(p.start, p) for p in found if not (p.via == "demonym" and p.start in owning)]


def _is_land(party: Party, cast: Cast) -> bool:
    return cast[party.actor].kind in (*STATES, "region")
