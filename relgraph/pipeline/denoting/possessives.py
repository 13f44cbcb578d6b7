"""Whose a possessive's noun is by the phrase that it stands in: "Peru and *its* allies", "Chile is *its* ally"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.referring.antecedents import History

_NOUNS = frozenset({"NOUN", "PROPN"})
_COPULAS = frozenset({"be", "become", "remain"})
_PARTITIVE = frozenset({"of", "among"})
_COLLECTIVE: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
OF_ACTORS = (
    "nouns.of_firms",
    "nouns.of_nations",
    "nouns.of_nations_alone",
    "nouns.security",
    "nouns.domestic",
    "nouns.group",
    "nouns.vessel",
)
"""Classes of what only somebody has, no event or document."""


def beside(history: History, pronoun: Token, *, plural: bool, persons: bool = False) -> list[Party] | None:
    """Return whose "its" is in "Peru and *its* allies": that of the noun beside it; None if there is no such noun.

    Nobody's, if that noun is a thing: "the treaty and its terms". So also "Peru and the arms that *it* bought", and of
    `persons` "Carter and *his* aides".
    """
    noun = pronoun.head
    if pronoun.tag_ == "PRP$" and (listed := _owner_of_list(history, noun, plural=plural, persons=persons)):
        return listed
    if pronoun.tag_ == "PRP":
        if pronoun.dep_ not in SUBJECTS or noun.dep_ != "relcl":
            return None
        noun = noun.head
    first = noun.head
    if pronoun.tag_ == "PRP" and first.pos_ in VERBAL and noun.left_edge.i > 1 and noun.left_edge.nbor(-1).dep_ == "cc":
        before = noun.doc[noun.left_edge.i - 2]  # "confront *Peru* and the threat it poses", hung on the verb
        first = before if before.dep_ == "dobj" else first
    if noun.dep_ != "conj" or noun.pos_ not in _NOUNS or first.pos_ not in _NOUNS or first.i > pronoun.i:
        return None
    denoter = history.denoter
    if any(child.tag_ == "PRP$" for child in first.children):
        return None  # "its ports and its ships": both somebody else's
    if denoter.is_whole(first):
        if plural and first.dep_ == "conj":
            return None  # "France, Spain and their allies"
        ruled = denoter.denote(first) if first.base in denoter.words["nouns.country_word"] else []
        if ruled and not plural and not persons:
            return [replace(party, actor=denoter.cast.root(party.actor)) for party in ruled[:1]]
        found = history.fitting(first, plural=plural, persons=persons)
        if not found and plural and pronoun.tag_ == "PRP":
            found = [party for party in denoter.denote(first) if denoter.cast[party.actor].kind in _COLLECTIVE]
        return found or None
    singular = first.tag_ in ("NN", "NNP") and not plural and not persons
    return [] if singular and any(child.dep_ == "det" for child in first.children) else None


def _owner_of_list(history: History, noun: Token, *, plural: bool, persons: bool) -> list[Party]:
    """Return whose the first thing of a list is: "*Peru's* feud with Chile, *its* pact with Togo and *its* debts".

    Behind a name the list goes on if it goes on with deeds: "*Peru's* raids on Chad and *its* threats".
    """
    lexicon = history.denoter.lexicon
    is_deed = noun.base in lexicon.measures or noun.base in lexicon.stances
    first, is_list = noun, False
    while first.head.i < first.i and first.pos_ in _NOUNS:
        owner = next((child for child in first.children if child.dep_ == "poss" and child.tag_ != "PRP$"), None)
        found = history.fitting(owner, plural=plural, persons=persons) if owner is not None and is_list else []
        if found:
            return found
        if first.dep_ in ("conj", "appos"):
            is_list = is_list or is_deed or first.dep_ == "appos" or not history.denoter.is_whole(first.head)
            first = first.head
        elif is_list and first.dep_ == "pobj":
            first = first.head.head
        else:
            break
    return []


def predicated(pronoun: Token) -> Token | None:
    """Return the subject of "Kuwait became *its* province", who is another one than the owner."""
    noun = pronoun.head
    if pronoun.tag_ != "PRP$" or any(child.lower_ == "own" for child in noun.children):
        return None
    while noun.dep_ == "pobj" and noun.head.lower_ in _PARTITIVE and noun.head.head.i != noun.head.i:
        noun = noun.head.head  # "one of its allies"
    if noun.dep_ != "attr" or noun.head.lemma_ not in _COPULAS:
        return None
    return next((child for child in noun.head.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)


def is_of_document(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether a noun names what treaties, laws and events have: "its provisions", "its aftermath"."""
    return pronoun.tag_ == "PRP$" and pronoun.head.base in denoter.words["nouns.of_documents"]


def is_things_own(denoter: Denoter, pronoun: Token, subject: Token) -> bool:
    """Tell whether "its" is that of a document or event that is its clause's subject: "the accord reached its aims"."""
    if subject.tag_ not in ("NN", "NNP") or denoter.is_whole(subject):
        return False
    lemma, words = subject.base, denoter.words
    if lemma not in words["bodies.documents"] and lemma not in words["nouns.said_of_events"]:
        return False
    return pronoun.head.base not in words.either(*OF_ACTORS)


def is_of_unknown(denoter: Denoter, subject: Token) -> bool:
    """Tell whether the subject of a possessive's clause is a name of nobody known: "Virginia gave up its claims"."""
    return subject.tag_ == "NNP" and subject.i not in denoter.mention_at and not denoter.denote(subject)
