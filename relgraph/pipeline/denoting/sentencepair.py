"""The one pair that a sentence names, for an event that needs two parties and names none: "the rivalry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.scenes import clause_of
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SHARING = frozenset({"among", "amongst", "between", "with"})


def pair_of_sentence(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the one pair that a noun's sentence names, for an event that needs two parties and names none."""
    if any(child.dep_ == "prep" and child.lower_ in _SHARING for child in noun.children):
        return []  # "competition among farmers"
    clause = noun
    while clause.head.i != clause.i:
        if clause.dep_ in ("ccomp", "relcl"):
            return []
        clause = clause.head
    sentence = noun.sent
    here = [pair for pair in denoter.pairs if all(sentence.start <= party.start < sentence.end for party in pair)]
    here = [pair for pair in here if all(denoter.cast[party.actor].kind not in ("person", "group") for party in pair)]
    actors = {frozenset(party.actor for party in pair) for pair in here}
    if len(actors) != 1:
        return [] if actors else _referred_to(denoter, noun)
    first = [denoter.doc[pair[0].start] for pair in here]
    if all(token.dep_ == "pobj" and token.head.lower_ == "against" for token in first):
        return []  # "coordinated their strategy against Chad and Mali" at a conference of others
    referred = any(pair[0].start == pair[1].start for pair in here)  # "and *both nations* sought relief"
    if not referred and not any(token.i < noun.i or clause_of(token).is_ancestor(noun) for token in first):
        return []  # "the clash did not end the dispute, but it drew in Chad and Mali"
    subject = any(token.head.i == clause.i and token.i < clause.i for token in first)
    others = {
        denoter.cast.root(party.actor)
        for party in denoter.mention_at.values()
        if sentence.start <= party.start < sentence.end
        and denoter.cast[party.actor].kind not in ("region", "place", "person")
        and not (subject and (party.via == "demonym" or party.capital))  # "share American interests"
    } - {denoter.cast.root(party.actor) for pair in here for party in pair}
    return [] if others else here[-1]


def _referred_to(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the two of whom a noun's sentence speaks: "The rivalry was costly, and *both nations* sought relief".

    None if the sentence names anybody else.
    """
    root, sentence = denoter.cast.root, noun.sent
    found: dict[frozenset[str], list[Party]] = {}
    for i in range(sentence.start, sentence.end):
        pair = denoter.references.get(i, ())
        if len(pair) == 2 and denoter.doc[i].tag_ == "NNS" and all(denoter.is_power(party) for party in pair):
            found.setdefault(frozenset(root(party.actor) for party in pair), list(pair))
    if len(found) != 1:
        return []
    (roots, pair), *_ = found.items()
    named = {root(m.actor) for m in denoter.named if sentence.start <= m.start < sentence.end}
    return pair if len(roots) == 2 and named <= roots else []
