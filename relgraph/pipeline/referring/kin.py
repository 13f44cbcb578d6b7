"""Whom friends and foes deal with, and who they are: "*their* patrons in *Tehran* sent *them* arms"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.naming.gender import of_pronoun

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_SAME = {"it": "its", "them": "their", "him": "his", "her": "her"}
_OBJECTS = frozenset({"dobj", "dative", "pobj"})


def with_whom(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the possessive before a subject that is somebody's friend or foe: what that does, it does to him.

    Examples: "*its* neighbours condemned it", "*his* party expelled him"; but not "its troops shelled it".
    """
    if pronoun.dep_ not in _OBJECTS and not (pronoun.dep_ in SUBJECTS and pronoun.i > pronoun.head.head.i):
        return None
    own = _SAME.get(pronoun.lower_)
    for verb in pronoun.ancestors:
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
        if subject is None or subject.i == pronoun.i:
            continue
        nouns = denoter.words.either("nouns.relational", "nouns.of_states")
        if subject.base not in nouns and not (subject.base == "party" and own in ("his", "her")):
            return None
        return next((child for child in subject.children if child.lower_ == own and child.tag_ == "PRP$"), None)
    return None


def means_relative(denoter: Denoter, pronoun: Token, person: Party) -> bool:
    """Tell whether a nameless relative is nearer who may be meant: "Kahn's *mother* died, and he buried *her*"."""
    asked = of_pronoun(pronoun)
    if asked is None or pronoun.i < person.end:
        return False
    kin = denoter.words["nouns.kin"] & denoter.words[f"gender.{asked}_word"]
    between = denoter.doc[max(person.end, pronoun.sent.start) : pronoun.i]
    return any(token.base in kin and token.pos_ == "NOUN" and token.i < pronoun.i - 1 for token in between)


def seated(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the state whose capital somebody's friends or foes sit in: "Ukraine's *friends in Washington*"."""
    others = denoter.words["nouns.relational"] - denoter.words["nouns.of_one_side"]  # "his wife in Paris"
    if noun.base not in others or not any(child.dep_ == "poss" for child in noun.children):
        return []
    seat = denoter.mention_at.get(noun.i + 2)
    if seat is None or denoter.lowers[noun.i + 1] != "in" or not (seat.capital or seat.via == "metonym"):
        return []
    owners = {denoter.cast.root(party.actor) for party in denoter.owners(noun, allow_of=False)}
    if denoter.cast.root(seat.actor) in owners:
        return []
    return [replace(seat, start=noun.left_edge.i, via="description", capital=False)]
