"""Against whom people protest who name nobody: "thousands marched *in Lima*" is against those who rule there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.scenes import scene
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.frames import Frame
    from relgraph.pipeline.candidates import Trigger
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

PROTESTS = "disputes.protests"
_SAID = frozenset(
    {
        "disputes.protests/take-to-streets",
        "disputes.protests/stage-protest",
        "disputes.protests/strike-verb",
        "disputes.protests/act-in-protest",
    }
)
"""Frames whose words say that it is a protest, whatever their verb is."""
_STRIKING = frozenset({"strike", "work", "tool", "class", "walkout"})
_DISPERSING = frozenset(
    {"disperse", "crush", "quash", "quell", "suppress", "dispel", "clear", "halt", "stop", "prevent"}
)
_LASTING = frozenset({"uprising", "revolt", "unrest", "insurrection", "mutiny", "agitation", "intifada", "dissent"})
"""What is no matter of a place and a day."""
_OPPOSED = frozenset(
    {"opposition", "jailed", "detained", "imprisoned", "arrested", "ousted", "deposed", "former", "banned"}
)
_WALKING_OUT = "disputes.protests/walk-out"
_AGAINST = frozenset({"against", "over", "about", "at", "for", "of"})
RULED: tuple[str, float] = ("who protests is against those who rule the place", 0.85)


def ruled_there(denoter: Denoter, trigger: Trigger, sources: Iterable[Party]) -> list[Party]:
    """Return the country in whose streets people of no other state protest, if what they are against is no one else.

    A strike is against whoever employs the strikers: the state only those who serve it.
    """
    verb, frame = trigger.head, trigger.frame
    said = verb.lemma_ in denoter.words["verbs.protesting"] or frame.name in _SAID
    out = frame.name == _WALKING_OUT and not any(child.lower_ in ("of", "from") for child in verb.children)
    if frame.type != PROTESTS or not (said or out):
        return []
    if out or any(word.base in _STRIKING for word in trigger.words):
        sources = [party for party in sources if _serves_state(denoter, party)]
    return _rulers(denoter, verb, sources)


def is_state(denoter: Denoter, party: Party) -> bool:
    """Tell whether a party is a state itself, which protests against another one: "*Egypt* protested"."""
    mention = denoter.mention_at.get(party.start)
    alone = (
        mention is not None and mention.via != "demonym" and (mention.start, mention.end) == (party.start, party.end)
    )
    return alone and denoter.cast[party.actor].kind in STATES


def ruled_where(denoter: Denoter, noun: Token, frame: Frame, sources: list[Party]) -> list[Party]:
    """Return the country where those protest whose protest a noun is: "a demonstration *by teachers* in Huambo"."""
    if frame.type != PROTESTS:
        return []
    if (rule := _rule(denoter, noun)) is not None:
        return _of_own_rule(denoter, rule, sources)
    if noun.base in _LASTING:
        return []
    by = {part.i for child in noun.children if child.lower_ == "by" for part in child.subtree}
    return _rulers(denoter, noun, sources) if all(party.end - 1 in by for party in sources) else []


def _rule(denoter: Denoter, noun: Token) -> Token | None:
    """Return the rule that a protest is said to be against: "strikes by Danes against military *rule*"."""
    for against in noun.children:
        for thing in against.children if against.lower_ == "against" else ():
            if (
                thing.dep_ == "pobj"
                and thing.base in denoter.words["protests.ruling"]
                and thing.i not in denoter.mention_at
            ):
                return thing
    return None


def _of_own_rule(denoter: Denoter, rule: Token, sources: list[Party]) -> list[Party]:
    """Return the country of those who protest against a rule that is no other's."""
    states = {denoter.cast.root(party.actor) for party in sources if party.via == "demonym" or party.how == "owner"}
    if len(states) != 1 or denoter.cast[next(iter(states))].kind not in STATES:
        return []
    return [Party(next(iter(states)), rule.i, rule.i + 1, "description", how="of the country spoken of")]


def is_put_down(noun: Token, frame: Frame, words: Words) -> bool:
    """Tell whether somebody ends a protest of others: "police broke up a *protest* outside the Chinese embassy"."""
    if frame.type != PROTESTS or noun.dep_ != "dobj":
        return False
    verb = noun.head
    up = verb.lemma_ == "break" and any(child.lower_ == "up" for child in verb.children)
    return up or verb.lemma_ in _DISPERSING or verb.lemma_ in words["verbs.banning"]


def _rulers(denoter: Denoter, word: Token, sources: Iterable[Party]) -> list[Party]:
    """Return the country where a protest takes place, as the words for the place mean it, or the protest itself."""
    people = [party for party in sources if _may_protest(denoter, party)]
    place = scene(denoter, word) if people else None
    if _is_for_good(denoter, word):
        return []
    if place is None:
        return _own_rulers(denoter, word, people)
    inside = any(party.start <= place.start < party.end for party in people)
    start, end = (word.i, word.i + 1) if inside else (place.start, place.end)
    return [Party(place.actor, start, end, "description", how="of the country spoken of")]


def _own_rulers(denoter: Denoter, word: Token, people: list[Party]) -> list[Party]:
    """Return the country whose people protest, if no other is spoken of: "*Georgians* protested over it"."""
    cast, sentence = denoter.cast, word.sent
    if word.pos_ != "VERB" or not _says_why(word):
        return []
    states = {cast.root(party.actor) for party in people if party.via != "pronoun"}
    named = {cast.root(party.actor) for party in denoter.named if sentence.start <= party.start < sentence.end}
    if len(states) != 1 or named != states or cast[next(iter(states))].kind not in STATES:
        return []
    return [Party(next(iter(states)), word.i, word.i + 1, "description", how="of the country spoken of")]


def _says_why(verb: Token) -> bool:
    """Tell whether people say what they are against or for, or can do nothing else: "rallied *to demand*", "rioted"."""
    if verb.lemma_ in ("protest", "demonstrate", "riot"):
        return not any(child.dep_ in ("dobj", "ccomp") for child in verb.children)  # "demonstrated a new engine"
    return any(
        (child.dep_ == "prep" and child.lower_ in ("against", "over"))
        or (child.dep_ in ("advcl", "xcomp") and child.lemma_ in ("protest", "demand", "oppose", "denounce", "condemn"))
        for child in verb.children
    )


def _may_protest(denoter: Denoter, party: Party) -> bool:
    """Tell whether a party is people who may be against their rulers: no soldiers, nor "supporters of the king"."""
    noun = denoter.doc[party.start : party.end].root
    words = denoter.words
    if denoter.cast[party.actor].kind == "person" or is_state(denoter, party) or noun.base in words["nouns.moved"]:
        return False
    if noun.base in words["nouns.ruling"]:
        return False  # "the Peruvian *government* protested": against another state
    subtree = {child.lower_ for child in noun.subtree}
    return (noun.base not in words["protests.loyal"] or bool(subtree & _OPPOSED)) and "peace" not in subtree


def _serves_state(denoter: Denoter, party: Party) -> bool:
    return denoter.doc[party.start : party.end].root.base in denoter.words["protests.servants"]


def _is_for_good(denoter: Denoter, word: Token) -> bool:
    """Tell whether people gather for somebody or something, or against an evil that nobody rules by."""
    praising, evil = denoter.words["protests.praising"], denoter.words["protests.evil"]
    for token in word.subtree:
        if token.i > word.i and token.base in praising:
            return True
        if token.base in evil and token.dep_ == "pobj" and token.head.lower_ in _AGAINST:
            return True
    return False
