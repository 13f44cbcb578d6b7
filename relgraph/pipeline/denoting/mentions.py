"""Whom a token names or refers to, and when a name does not mean its bearer: "in *Paris*", "another *Vietnam*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting import casualties, ownership, theirpeople, wholes
from relgraph.pipeline.denoting.examples import listed, of_land, twins
from relgraph.pipeline.denoting.inhabitants import country_after, countryman
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.apposition import named_as
from relgraph.pipeline.syntax.expletives import goes_on

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_LOCATIVE = frozenset({"in", "near", "around", "outside", "inside", "within", "across", "throughout"})


def named_or_meant(denoter: Denoter, token: Token, *, target: bool, preposition: str) -> list[Party] | None:
    """Return whom a token names or refers to, or None if it does neither."""
    shared = wholes.shared_whole(denoter, token) if token.pos_ == "NOUN" else None
    if shared is not None:
        return [party.widened(token.i, token.i + 1, how="owner") for party in denoter.denote(shared, target=target)]
    if token.i in denoter.references:
        seat = ownership.seated(denoter, token) if token.pos_ == "NOUN" else []
        return seat or denoter.references[token.i]
    # "the WHO" is none
    if token.tag_ in ("WDT", "WP", "WP$") and token.i not in denoter.mention_at and token.i not in denoter.events:
        return _relative(denoter, token, target=target)
    if named := listed(denoter, token) or of_land(denoter, token) or twins(denoter, token):
        return named
    mention = denoter.mention_at.get(token.i)
    if mention is None:
        return None
    if mention.via == "name" and mention.start and denoter.lowers[mention.start - 1] == "another":
        return []  # "to prevent another Vietnam"
    if mention.how == "place":
        if (country := country_after(denoter, token)) is not None:
            return [country]
        return [replace(mention, how="state that acts")] if _acts(denoter, token, mention) else []
    if mention.capital and preposition in _LOCATIVE:
        return wholes.sharing(denoter, mention)
    if mention.via == "demonym" and (person := countryman(denoter, token)) is not None:
        return [person]  # "Ana Ruiz, a *Chilean* serving as"
    members = theirpeople.members(denoter, token) or [_apposed(denoter, token, mention) or mention]
    return [*wholes.sharing(denoter, mention), *members]


def _relative(denoter: Denoter, pronoun: Token, *, target: bool) -> list[Party]:
    """Return whom "which" and "whose" mean: the noun that their clause belongs to."""
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl":
            cost = casualties.within_which(denoter, pronoun, ancestor)
            if cost is not None:
                return cost
            found = denoter.denote(named_as(ancestor.head, denoter.words), target=target)
            event = pronoun.tag_ == "WDT" and pronoun.head.i == ancestor.i and goes_on(ancestor, denoter.words)
            return [] if event and all(map(denoter.is_national, found)) else found  # "unrest in Peru, which lasted"
    return []


def _acts(denoter: Denoter, token: Token, place: Party) -> bool:
    """Tell whether a state or province of a country stands where an actor does: "Maine called out the militia"."""
    return (
        token.dep_ in ("nsubj", "dobj", "agent", "conj")
        and place.actor.removeprefix("place/") in denoter.words["places.acting"]
        and token.head.pos_ in ("VERB", "PROPN")
    )


def _apposed(denoter: Denoter, token: Token, mention: Party) -> Party | None:
    """For "the Israeli prime minister, Netanyahu" the name wins; a title before it only widens the words."""
    if denoter.cast[mention.actor].kind != "person":
        return None
    start = mention.start
    for child in token.children:
        if (
            child.dep_ in ("compound", "amod", "nmod", "poss", "det")
            and child.i < start
            and child.i >= mention.start - 8
        ):
            start = min(start, child.left_edge.i)
    return mention.widened(start, mention.end) if start < mention.start else None
