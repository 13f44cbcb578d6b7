"""The one pair that a sentence names, for an event that needs two parties and names none: "the rivalry"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.scenes import clause_of
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SHARING = frozenset({"among", "amongst", "between", "with"})


def pair_of_sentence(denoter: Denoter, noun: Token, besides: Sequence[Party] = ()) -> list[Party]:
    """Return the one pair that a noun's sentence names, for an event that needs two parties and names none.

    Who stands `besides` brings the two together: "the war of Chad and Libya ended by *French* mediation".
    """
    if any(child.dep_ == "prep" and child.lower_ in _SHARING for child in noun.children):
        return []  # "competition among farmers"
    if is_named_event(denoter, noun):
        return []
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
        return [] if actors else _referred_to(denoter, noun, besides)
    root = denoter.cast.root
    if {root(party.actor) for party in besides} & {root(party.actor) for party in here[-1]}:
        return []  # "Arab-Israeli peacemaking": nobody brings himself together
    first = [denoter.doc[pair[0].start] for pair in here]
    if all(token.dep_ == "pobj" and token.head.lower_ == "against" for token in first):
        return []  # "coordinated their strategy against Chad and Mali" at a conference of others
    referred = any(pair[0].start == pair[1].start for pair in here)  # "and *both nations* sought relief"
    if not referred and not any(token.i < noun.i or clause_of(token).is_ancestor(noun) for token in first):
        return []  # "the clash did not end the dispute, but it drew in Chad and Mali"
    subject = any(token.head.i == clause.i and token.i < clause.i for token in first)
    others = {
        root(party.actor)
        for party in denoter.mention_at.values()
        if sentence.start <= party.start < sentence.end
        and denoter.cast[party.actor].kind not in ("region", "place", "person")
        and not (subject and (party.via == "demonym" or party.capital))  # "share American interests"
    } - {root(party.actor) for parties in (*here, besides) for party in parties}
    return [] if others else here[-1]


def is_named_event(denoter: Denoter, noun: Token) -> bool:
    """Tell whether an event has a name that is no party's: "the *Lisbon* conference", "*North-South* discussions"."""
    return any(
        child.dep_ in ("compound", "amod", "nmod")
        and child.tag_ in ("NNP", "NNPS")
        and child.lower_ not in denoter.words["parser.dates"]
        and (noun.text.islower() or child.ent_type_ in ("GPE", "LOC"))  # "the Cold War" is anybody's
        and (child.i not in denoter.mention_at or denoter.mention_at[child.i].capital)
        for child in noun.lefts
    )


def _referred_to(denoter: Denoter, noun: Token, besides: Sequence[Party]) -> list[Party]:
    """Return the two of whom a noun's sentence speaks: "The rivalry was costly, and *both nations* sought relief".

    Or the two of a compound: "ended the *India-Pakistan* war". None if it names anybody else than them and `besides`.
    """
    root, sentence = denoter.cast.root, noun.sent
    found: dict[frozenset[str], list[Party]] = {}
    for i in range(sentence.start, sentence.end):
        pair = list(denoter.references.get(i, ())) if denoter.doc[i].tag_ == "NNS" else []
        pair = pair or (_hyphened(denoter, i) if besides else [])
        if len(pair) == 2 and all(denoter.is_power(party) for party in pair):
            found.setdefault(frozenset(root(party.actor) for party in pair), pair)
    if len(found) != 1:
        return []
    (roots, pair), *_ = found.items()
    if any(root(party.actor) in roots for party in besides):
        return []
    named = {root(m.actor) for m in denoter.named if sentence.start <= m.start < sentence.end}
    named -= {root(party.actor) for party in besides}
    return pair if len(roots) == 2 and named <= roots else []


def _hyphened(denoter: Denoter, i: int) -> list[Party]:
    """Return the two of a compound that a name begins: "*India*-Pakistan"."""
    first = denoter.mention_at.get(i)
    second = denoter.mention_at.get(first.end + 1) if first is not None else None
    return [first, second] if first and second and denoter.doc[first.end].text in "-–" else []
