"""Nouns for bodies and people that their words make a state's, or none's: "royal commission", "business leaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_MODIFYING = frozenset({"amod", "compound", "nmod"})
_OF_LAW = frozenset({"law", "room"})
_OF_FAITH = frozenset({"religion", "religions", "church", "churches", "faith"})
_COURTS = frozenset({"hard", "clay", "grass", "tennis", "centre", "center", "food", "basketball"})
_GUARDED = frozenset({"border", "frontier", "presidential", "republican"})
_ABSTRACT = frozenset({"opposition", "government", "authority"})


def is_of_no_state(noun: Token, lemma: str, words: Words) -> bool:
    """Tell whether a noun with the lemma of a state's body or office is no actor, or another's than the state's."""
    if noun.tag_ in ("NN", "NNP") and lemma in _ABSTRACT and _is_abstract(noun, lemma):
        return True
    before = [child.lower_ for child in noun.children if child.dep_ in _MODIFYING and child.i < noun.i]
    fighting = lemma in words.either("nouns.forces", "nouns.ruling", "nouns.fighting")
    if noun.tag_ in ("NNS", "NNPS"):
        if fighting and any(word in words["adjectives.factional"] for word in before):
            return True  # "communist regimes", "Liberal forces"
        if lemma in words["nouns.one_each"] and not any(word in words["adjectives.in_turn"] for word in before):
            return True  # "friendly *regimes*", of which each state has one
    if lemma in ("leader", "official"):
        return any(word in words["offices.of_others"] for word in before)
    if lemma in ("agency", "council"):
        return any(word in words["offices.of_charities"] for word in before)
    of_many = lemma in words["nouns.of_factions"] and (lemma != "regime" or noun.tag_ == "NNS")
    if of_many and any(word in words["adjectives.factional"] for word in before):
        return True  # "Liberal forces" fight those of the state
    if lemma == "force" and noun.tag_ == "NN":
        return any(word not in words["offices.forces_that_fight"] for word in before)
    if lemma == "court":
        return any(word in _COURTS for word in before) or _follows(noun, "of", _OF_LAW)
    return lemma == "minister" and _follows(noun, "of", _OF_FAITH)


def is_marked(noun: Token, lemma: str, words: Words) -> bool:
    """Tell whether words before a noun for a body say that it is the state's: "a *parliamentary* commission"."""
    marks = words["adjectives.governing"]
    if lemma == "guard" and noun.tag_ == "NNS":
        return any(child.lower_ in _GUARDED for child in noun.lefts)
    return lemma in words.either("nouns.office", "bodies.heads") and any(child.lower_ in marks for child in noun.lefts)


def is_secret_service(noun: Token) -> bool:
    """Tell whether a noun is the service of a state that watches and jails: "the intelligence service"."""
    secret = ("intelligence", "security", "secret")
    return noun.base in ("service", "services") and any(child.lower_ in secret for child in noun.children)


def _is_abstract(noun: Token, lemma: str) -> bool:
    """Tell whether a noun is what is had or done, and nobody: "lacked the authority", "a form of government"."""
    if noun.dep_ in ("compound", "nmod"):
        return False  # "opposition parties", "government forces"
    if lemma == "authority":
        return noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS and noun.head.lower_ != "by"
    qualifying = ("det", "poss") if lemma == "opposition" else ("det", "poss", "amod", "compound")
    if any(child.dep_ in qualifying for child in noun.children):
        return False  # "considerable opposition" is what somebody meets with
    return noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS


def _follows(noun: Token, preposition: str, objects: frozenset[str]) -> bool:
    """Tell whether one of the objects follows a noun after a preposition."""
    return any(
        child.lower_ == preposition and any(own.lower_ in objects for own in child.children)
        for child in noun.children
        if child.i > noun.i
    )
