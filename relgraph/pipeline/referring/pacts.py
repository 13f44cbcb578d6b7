"""Whom "the treaty" means to those who judge it: its other side, or both sides if a third one judges.

"Chad and Mali signed a treaty. *The Malian senate refused to ratify the treaty*" is against Chad.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.qualifying.tellings import Tellings

WHOSE_PACT = "whose treaty it is"
"""How a noun for a treaty made earlier means those who made it."""
_NEAR = 2
_FAR = 5
"""So many sentences back a treaty of others, and one's own, is looked for."""
_DEFINITE = frozenset({"the", "this", "that"})
_SAYS_WHICH = frozenset({"amod", "compound", "nummod", "relcl", "acl", "poss"})
_WHY = frozenset({"ground", "account", "behalf", "principle"})
_MADE = ("cooperates.agrees", "cooperates.consults")


def counterparts(denoter: Denoter, tellings: Tellings, noun: Token) -> list[Party]:
    """Return those who made "the treaty", without him who judges it."""
    verb = _weighed_by(denoter, noun)
    if verb is None or noun.i in denoter.references or denoter.owners(noun):
        return []
    judges = [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]
    judging = {denoter.cast.root(party.actor) for party in judges}
    if not judging:
        return []
    for distance, candidate in tellings.before(noun, _FAR):
        signed = candidate.type == _MADE[0] and candidate.symmetric and distance <= _NEAR
        if candidate.type not in _MADE or not (signed or _tells_of(candidate, noun.base)):
            continue
        ends = [candidate.source, candidate.target]
        others = [party for party in ends if denoter.cast.root(party.actor) not in judging]
        third = len(others) == 2 and (distance > _NEAR or not candidate.symmetric or candidate.type != _MADE[0])
        if third or not all(denoter.is_power(party) for party in ends):
            return []
        if len(others) < len(ends) and distance <= 1 and _has_just_made(denoter, verb):
            return []
        start = noun.left_edge.i
        return [
            replace(party, start=start, end=noun.i + 1, via="description", how=WHOSE_PACT, capital=False)
            for party in others
        ]
    return []


def _weighed_by(denoter: Denoter, noun: Token) -> Token | None:
    """Return the verb that says what is thought of a treaty that nothing but its article tells apart."""
    if noun.tag_ != "NN" or noun.base not in denoter.words["nouns.made_by_two"]:
        return None
    if not any(child.lower_ in _DEFINITE for child in noun.children):
        return None
    if any(child.dep_ in _SAYS_WHICH or (child.dep_ == "prep" and not _says_why(child)) for child in noun.children):
        return None
    thing = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.base in denoter.words["nouns.of_pact"]:
        thing = noun.head.head
    verb = thing.head
    if thing.dep_ == "pobj" and verb.lower_ == "from":
        verb = verb.head
        return verb if verb.lemma_ in denoter.words["verbs.leaving_pact"] else None
    if thing.dep_ not in ("dobj", "nsubjpass"):
        return None
    weighed = denoter.words.either("verbs.weighing", "verbs.weighing_pact", "verbs.breaking")
    return verb if verb.lemma_ in weighed else None


def _says_why(phrase: Token) -> bool:
    """Tell whether a phrase says why or when it is judged: "rejected the treaty *on grounds* of cost", "*in 1904*"."""
    inside = [child for child in phrase.children if child.i > phrase.i]
    return any(child.base in _WHY or child.ent_type_ == "DATE" for child in inside)


def _has_just_made(denoter: Denoter, verb: Token) -> bool:
    """Tell whether a state itself judges what it has just made: "Chad and Mali signed a deal. *Chad* hailed it"."""
    if verb.lemma_ not in denoter.words["verbs.weighing"]:
        return False
    named = [denoter.mention_at.get(argument.token.i) for argument in denoter.syntax.subjects(verb)]
    return any(
        party is not None and party.via != "demonym" and denoter.cast.root(party.actor) == party.actor
        for party in named
    )


def _tells_of(candidate: Candidate, lemma: str) -> bool:
    """Tell whether the words of a relation are about a treaty, or whatever the noun is."""
    trigger = candidate.trigger
    near = [trigger, trigger.head, *trigger.children, *trigger.head.children]
    return any(token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() == lemma for token in near)
