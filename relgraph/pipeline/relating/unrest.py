"""Who is put down where only the unrest is named: "the junta crushed the *protests*" is done to its own people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.arguments import Argument
    from relgraph.pipeline.candidates import Trigger
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_OF = frozenset({"of", "by", "against"})
_PEOPLE = frozenset(
    {"people", "person", "man", "woman", "other", "demonstrator", "protester", "them", "thousand", "hundred"}
)
_VOTES = frozenset({"election", "poll", "vote", "referendum", "ballot", "runoff", "constitution"})
_OUTCOMES = frozenset({"result", "outcome", "victory", "win"})
_OPPOSING = frozenset(
    {"opposition", "party", "leader", "rival", "candidate", "opponent", "group", "movement", "coalition"}
)
FORCED = "restrains.coerces"
EMERGENCY = "restrains.coerces/emergency-rule"
_ON_HOMES = frozenset(f"fights.attacks/{name}" for name in ("burn-town", "bomb", "destroy"))
OWN_VOTE = "vote of one's own country"
OWN: tuple[str, float] = ("the people put down are taken for one's own", 0.9)


def crowd(denoter: Denoter, verb: Token, frame: Frame) -> list[Party]:
    """Return those who protest of whom only the number is told: "*thousands* rallied", "hundreds of people marched"."""
    if frame.type != "disputes.protests":
        return []
    subjects = [argument.token for argument in denoter.syntax.subjects(verb)]
    for token in subjects:
        several = token.tag_ in ("NNS", "CD") and token.base in denoter.words["nouns.numerous"]
        if several and all(part.base in _PEOPLE for of in token.children if of.lower_ == "of" for part in of.children):
            parts = [part for of in token.children if of.lower_ == "of" for part in of.children if part.dep_ == "pobj"]
            name = parts[0].lower_ if parts else token.lower_
            actor = denoter.cast.introduce(name, "group")
            return [Party(actor, token.i, token.i + 1, "description", how="generic group")]
    return []


def own_land(denoter: Denoter, trigger: Trigger, places: Iterable[Token], sources: Iterable[Party]) -> list[Party]:
    """Return the country whose rulers put a part of it under emergency rule: "imposed a curfew *on Basra*"."""
    if trigger.frame.name != EMERGENCY:
        return []
    cast = denoter.cast
    for place in places:
        named = any(part.ent_type_ in ("GPE", "LOC") for part in place.subtree)
        if named or (place.base in denoter.words["nouns.land"] and place.pos_ == "NOUN"):
            return [
                Party(cast.root(party.actor), place.i, place.i + 1, "description", how="of the country spoken of")
                for party in sources
                if cast[cast.root(party.actor)].kind in STATES and not party.start <= place.i < party.end
            ]
    return []


def own_homes(denoter: Denoter, trigger: Trigger, things: Iterable[Token], sources: Iterable[Party]) -> list[Party]:
    """Return the country whose forces burn or shell homes, where no other is named: "*Chad's* army burned a town"."""
    if trigger.frame.name not in _ON_HOMES:
        return []
    cast = denoter.cast
    own = [party for party in sources if cast[cast.root(party.actor)].kind in STATES]
    roots = {cast.root(party.actor) for party in (*denoter.named, *own)}
    if not own or len([root for root in roots if cast[root].kind in STATES]) > 1:
        return []
    return [
        Party(cast.root(own[0].actor), thing.i, thing.i + 1, "description", how="of the country spoken of")
        for thing in things
        if thing.pos_ == "NOUN"
        and thing.base in denoter.words["nouns.homes"]
        and not own[0].start <= thing.i < own[0].end
    ]


def own_vote(denoter: Denoter, things: Iterable[Argument], sources: Iterable[Party]) -> list[Party]:
    """Return the country whose vote its own opposition shuns or rejects: "*Chad's* opposition boycotted the *poll*"."""
    cast = denoter.cast
    for thing in things:
        noun = thing.token
        named = noun.base in _VOTES or (
            noun.base in _OUTCOMES
            and any(_VOTES & {child.base, *(c.base for c in child.children)} for child in noun.children)
        )
        if not named or denoter.owners(noun) or noun.i in denoter.mention_at:
            continue
        return [
            Party(cast.root(party.actor), noun.i, noun.i + 1, "description", how=OWN_VOTE)
            for party in sources
            if cast[cast.root(party.actor)].kind in STATES
            and _OPPOSING.intersection(token.base for token in _described(denoter, party))
        ]
    return []


def _described(denoter: Denoter, party: Party) -> Iterable[Token]:
    """Return the words for somebody; of a pronoun, those for who says it: "the *opposition* said *it* would"."""
    words = denoter.doc[party.start : party.end]
    if party.via != "pronoun":
        return words
    verb = words.root.head
    speakers = denoter.syntax.own_subjects(verb.head) if verb.dep_ == "ccomp" else []
    return [part for speaker in speakers for part in speaker.subtree]


def own_people(denoter: Denoter, kind: str, noun: Token, sources: Iterable[Party]) -> list[Party]:
    """Return the country whose rulers act, as the one of whoever protests; `kind` is the type of what is done.

    Nothing is known of a protest that the words give to somebody: "suppressed the uprising of the miners", nor of whom
    soldiers fight, who may be abroad, unless it is a march.
    """
    if kind != FORCED or noun.base not in denoter.words["nouns.unrest"] or noun.pos_ != "NOUN":
        return []
    if noun.i in denoter.mention_at or any(child.dep_ == "poss" or child.lower_ in _OF for child in noun.children):
        return []
    peaceful = noun.base in denoter.words["nouns.marching"]
    cast, abroad = denoter.cast, frozenset() if peaceful else denoter.words["nouns.moved"]
    return [
        Party(cast.root(party.actor), noun.i, noun.i + 1, "description", how="of the country spoken of")
        for party in sources
        if cast[cast.root(party.actor)].kind in STATES
        and not party.start <= noun.i < party.end
        and denoter.doc[party.start : party.end].root.base not in abroad
    ]
