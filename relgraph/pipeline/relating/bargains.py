"""Whose a treaty is that names one side only: "the treaty with Siam *that gave France* its ports" is France's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_WHICH = frozenset({"that", "which"})


def gainers(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the states that a clause of a treaty gives something or lets do it, if the treaty names a partner."""
    if noun.base not in denoter.words["nouns.bargain"] or not any(
        child.dep_ == "prep" and child.lower_ == "with" for child in noun.children
    ):
        return []
    for clause in noun.children:
        relative = clause.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ in _WHICH for c in clause.children)
        if relative or (clause.dep_ == "acl" and clause.tag_ == "VBG"):
            return _gainers(denoter, clause)
    return _gainers(denoter, noun.head) if noun.dep_ == "nsubj" else []


def makers(denoter: Denoter, verb: Token, frame: Frame) -> list[Party]:
    """Return who made a treaty that names its partner only: "the pact, *signed* with Siam, gave Spain ports"."""
    noun = verb.head
    made = verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.base in denoter.words["nouns.bargain"]
    if not made or "with" not in frame.target or not any(child.lower_ == "with" for child in verb.children):
        return []
    return _gainers(denoter, noun.head) if noun.dep_ == "nsubj" else []


def _gainers(denoter: Denoter, clause: Token) -> list[Party]:
    """Return the states that a clause gives something or lets do it."""
    syntax = denoter.syntax
    given = syntax.indirect(clause) if clause.lemma_ in denoter.words["verbs.entitling"] else []
    if clause.lemma_ in denoter.words["verbs.entitling_to"]:
        given = syntax.objects(clause)
        given = [token for child in clause.children if child.dep_ == "ccomp" for token in _doers(child)] or given
    found = [party for token in given for party in denoter.parties(Argument(token), target=True)]
    return [party for party in found if denoter.is_power(party)]


def _doers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "nsubj"]
