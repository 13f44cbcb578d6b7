"""For whom those stand who are loyal or tied to somebody: "troops loyal to Haftar", "militants linked to Daesh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.denoting.employers import employer
from relgraph.pipeline.denoting.groups import generic, is_partisan

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party


def followed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return for whom forces act that are loyal to somebody: "troops loyal to *Haftar*", no rebels of his."""
    if noun.base not in denoter.words["nouns.security"] or not is_partisan(denoter, noun):
        return []
    return [
        party.widened(min(noun.i, party.start), party.end, how="loyal to")
        for child in noun.children
        if child.lower_ in ("loyal", "faithful") and child.i > noun.i
        for leader in denoter.syntax.prepositional(child, "to") or _misplaced(noun, child)
        for party in denoter.parties(Argument(leader))
    ]


def followers(denoter: Denoter, argument: Argument) -> list[Party]:
    """Return of whom an adjective is said: of those who are loyal to somebody, not of whom they act for."""
    noun = argument.token
    if is_partisan(denoter, noun) and noun.i not in denoter.references and noun.i not in denoter.mention_at:
        return employer(denoter, noun, noun.base) or generic(denoter, noun, noun.base, target=False)
    return denoter.parties(argument)


def _misplaced(noun: Token, adjective: Token) -> list[Token]:
    """Return the leader whom the parser made a second subject: "troops loyal to *Gbagbo* shelled the town"."""
    return [child for child in noun.head.children if child.dep_ == noun.dep_ and adjective.i < child.i < noun.head.i]
