"""Armies and brigades that are called after a town, land or party: "the Aleppo *Brigade*", "the Wa State *Army*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_FEDERAL = "place/us-"
"""How the ids of lands begin whose guards are those of one country."""


def with_armies(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return mentions in which a town or party before "Brigade" is a part of the name, and stands for nobody."""
    starts = {party.start for party in found}
    mended = []
    for party in found:
        end = party.end
        if not _may_have_army(party, cast) or end >= len(doc) or end in starts:
            mended.append(party)
            continue
        word, following = doc[end], doc[end + 1] if end + 1 < len(doc) else None
        named = word.text.istitle() and word.lower_ in words["armed.called"] and word.pos_ in ("PROPN", "NOUN")
        if not named or (following is not None and following.pos_ == "PROPN" and following.text.istitle()):
            mended.append(party)
            continue
        actor = cast.introduce(doc[party.start : end + 1].text, "organization")
        mended.append(replace(party, actor=actor, end=end + 1, via="name", how="called after it", capital=False))
    return mended


def _may_have_army(party: Party, cast: Cast) -> bool:
    """Tell whether a mention is a town, a land without a state, or a party."""
    actor = cast[party.actor]
    if party.via not in ("name", "alias") or actor.id.startswith(_FEDERAL):
        return False
    return actor.kind in ("place", "region") or actor.sector == "PTY" or actor.id.startswith("party/")
