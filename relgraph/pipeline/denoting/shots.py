"""Whose a shot is by where it came from: "shells fired from *Syria*", "from a *Chilean* drone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_FIRING = frozenset({"fire", "launch", "drop", "shoot"})
_HOW = "from whose land it was fired"


def fired_from(denoter: Denoter, participle: Token) -> list[Party]:
    """Return whose craft or battery a shot came from: "a missile fired from a *Chilean* drone", no place."""
    if participle.lemma_ not in _FIRING:
        return []
    craft = [token for token in denoter.syntax.prepositional(participle, "from") if token.pos_ == "NOUN"]
    return [
        party for token in craft if token.i not in denoter.mention_at for party in denoter.owners(token, allow_of=False)
    ]


def shot_from(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country from which a shot came, of whose owner nothing is said: "shells from *Syria* hit a town"."""
    words = denoter.words
    if noun.base not in words["nouns.shots"]:
        return []
    fired = (child for child in noun.children if child.dep_ == "acl" and child.lemma_ in _FIRING)
    for holder in (noun, *fired):
        for place in denoter.syntax.prepositional(holder, "from"):
            named = denoter.mention_at.get(place.i)
            if named is not None and denoter.cast[denoter.cast.root(named.actor)].kind in STATES:
                return [named.widened(named.start, named.end, how=_HOW)]
    return []
