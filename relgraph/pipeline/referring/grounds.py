"""Whose land a bare noun means: "the town" and "the port" after one was named, "the capital" of the country.

It counts only where something is done to a place or on the spot (see `relgraph.pipeline.denoting.sites`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.naming.articles import definition
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.referring.domestic import DomesticResolver

HOW = "the place named last"
_REACH = 4
"""For so many sentences a place stays in mind."""
_BESIDE = frozenset({"det", "punct", "case", "advcl", "dep"})
_PLAIN = frozenset(
    {"besieged", "blockaded", "embattled", "encircled", "stricken", "devastated", "captured", "occupied", "starving"}
    | {"entire", "whole", "northern", "southern", "eastern", "western", "central", "strategic", "key", "divided"}
)
"""Adjectives that do not make it another place."""


class Grounds:
    """The places of one parsed text, in the order in which they are named."""

    def __init__(self, denoter: Denoter, domestic: DomesticResolver) -> None:
        self._denoter = denoter
        self._domestic = domestic
        self._named: list[tuple[int, Party]] = []
        self._subject = self._defined()

    def note(self, token: Token) -> None:
        """Remember a named place with its country, or a place of which the words say whose it is."""
        denoter = self._denoter
        mention = denoter.mention_at.get(token.i)
        if mention is not None:
            place = denoter.cast[mention.actor]
            acts = token.dep_ in SUBJECTS | {"poss"} or (
                token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "against")
            )
            seat = mention.actor if mention.capital and not acts else None
            country = place.parent if mention.how == "place" else seat
            if country is not None and denoter.cast[denoter.cast.root(country)].kind in STATES:
                self._named.append((token.i, Party(denoter.cast.root(country), mention.start, mention.end, "metonym")))
        elif token.base in denoter.words["grounds.places"]:
            owners = [party for party in denoter.owners(token) if denoter.cast[party.actor].kind in STATES]
            if len(owners) == 1:
                self._named.append((token.i, owners[0]))

    def takes_up(self, pronoun: Token) -> bool:
        """Note whose land "it" is at the head of a sentence in an article on a place: "*It* was besieged by"."""
        if self._subject is None or pronoun.lower_ != "it" or pronoun.dep_ not in PASSIVE_SUBJECTS | SUBJECTS:
            return False
        if pronoun.left_edge.i > pronoun.sent.start + 1 or self._subject.start > pronoun.i:
            return False
        self._denoter.grounds[pronoun.i] = _meant(self._denoter.cast.root(self._subject.actor), pronoun)
        return True

    def _defined(self) -> Party | None:
        """Return the place that the first sentence defines: "*Azaz* is a town in Syria"."""
        subject, noun = definition(self._denoter.doc) or (None, None)
        mention = self._denoter.mention_at.get(subject.i) if subject is not None else None
        if mention is None or noun is None or mention.how != "place":
            return None
        country = self._denoter.cast[self._denoter.cast.root(mention.actor)].kind in STATES
        return mention if country and noun.base in self._denoter.words["articles.places"] else None

    def of(self, noun: Token, sentence: Span) -> Party | None:
        """Return the country of the place that a bare definite noun comes back to, if it can only be one."""
        words = self._denoter.words
        if noun.base not in words["grounds.places"] or noun.tag_ != "NN" or not _is_bare(noun):
            return None
        if noun.base == "capital":
            country = self._domestic.of_capital(noun, sentence)
            return _meant(country, noun) if country is not None else None
        start = sentence.start
        for _ in range(_REACH):
            start = noun.doc[start - 1].sent.start if start else 0
        near = [party for i, party in self._named if start <= i < noun.i]
        if len({party.actor for party in near}) != 1:
            return None
        return _meant(near[0].actor, noun)


def _meant(country: str, noun: Token) -> Party:
    return Party(country, noun.left_edge.i, noun.i + 1, "description", how=HOW)


def _is_bare(noun: Token) -> bool:
    """Tell whether "the" stands before a noun and no words that make it another one than that named before."""
    if noun.left_edge.lower_ != "the" or noun.dep_ in ("compound", "nmod", "amod", "appos", "npadvmod"):
        return False
    return all(
        child.dep_ in _BESIDE or (child.dep_ in ("amod", "advmod") and child.lower_ in _PLAIN)
        for child in noun.children
        if child.i < noun.i or child.dep_ not in ("punct", "relcl", "cc")
    )
