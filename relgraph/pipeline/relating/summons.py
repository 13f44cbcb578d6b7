"""Who summons an envoy, where only the place says so: "summoned to the *Italian* foreign ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

SUMMONS = "disputes.accuses/summon-envoy"
_BEFORE = frozenset({"ministry", "office", "department", "headquarters", "palace"})


def summoned_by(denoter: Denoter, verb: Token) -> list[Party]:
    """Return the country whose ministry an envoy is summoned to, or in whose capital he or the ministry is."""
    goals = denoter.syntax.prepositional(verb, "to")
    if any(noun.i in denoter.mention_at for noun in goals):
        return []  # "the Chilean envoy in Lima was summoned *to Santiago*": home
    offices = [noun for noun in goals if noun.base in _BEFORE]
    for office in offices:
        if found := denoter.owners(office):
            return found
    envoys = denoter.syntax.passive_subjects(verb)
    for word in (*offices, verb, *envoys):
        for place in denoter.syntax.prepositional(word, "in"):
            named = denoter.mention_at.get(place.i)
            if named is not None and denoter.cast[denoter.cast.root(named.actor)].kind in STATES:
                return [named]
    return []
