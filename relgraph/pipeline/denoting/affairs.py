"""Whose a state of affairs is that is judged: "criticised the slow pace of reforms in *Albania*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

HOW = "where it is so"
_LONGEST_CHAIN = 4


def where_it_is_so(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country in which a state of affairs is what it is, by "in" after the noun or one that is of it.

    A capital is left out unless it is what rulers do that is judged: "criticised the vote in Geneva" says where it was.
    """
    words = denoter.words
    chain = _chain(denoter, noun)
    ruled = any(link.base in words.either("nouns.abuse", "nouns.misrule") for link in chain)
    if not ruled and not any(link.base in words["nouns.affairs"] for link in chain):
        return []
    holders = [*chain, noun.head] if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else chain
    places = [place for holder in holders for place in denoter.syntax.prepositional(holder, "in") if place.i > noun.i]
    found = [party for place in places for party in denoter.denote(place, target=True)]
    return unique(
        [
            party.widened(party.start, party.end, how=HOW)
            for party in found
            if (ruled or not party.capital) and denoter.cast[denoter.cast.root(party.actor)].kind in STATES
        ]
    )


def _chain(denoter: Denoter, noun: Token) -> list[Token]:
    """Return a noun and those that are of it: "the *lack* of *transparency*"."""
    chain = [noun]
    while len(chain) < _LONGEST_CHAIN:
        below = denoter.syntax.prepositional(chain[-1], "of")
        if len(below) != 1:
            break
        chain.append(below[0])
    return chain
