"""Pronouns whose antecedent grammar decides: the judged object's "its", the callee's "him", "his" before its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from relgraph.pipeline.denotation import Denoter

_GROUNDS = frozenset({"for", "over", "about", "because", "regarding", "concerning"})
_MAX_STEPS = 8
_FRONTED = frozenset({"prep", "advcl"})


def judged(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "condemned Iran for *its* support": the grounds are the judged one's, not the judge's."""
    token = pronoun
    for _ in range(_MAX_STEPS):
        head = token.head
        if head.i == token.i or (token.pos_ in VERBAL and any(child.dep_ in SUBJECTS for child in token.children)):
            return None
        if token.dep_ == "prep" and token.lower_ in _GROUNDS:
            verb = head if head.pos_ in VERBAL else head.head if head.dep_ == "dobj" else head
            if verb.pos_ in VERBAL and verb.lemma_ in denoter.words["verbs.judging"]:
                objects = denoter.syntax.passive_subjects(verb) or denoter.syntax.objects(verb)
                return next((noun for noun in objects if noun.i < token.i), None)
        token = head
    return None


def addressed(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "phoned Chad to thank *it*": what the clause acts on is whom the verb above acts on.

    Not of "urged Chad to thank it", where the object of the verb itself does the thanking.
    """
    if pronoun.dep_ != "dobj":
        return None
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
        clause = clause.head
    verb = clause.head
    if clause.dep_ not in ("xcomp", "advcl") or verb.pos_ not in VERBAL or not _is_subjectless(clause):
        return None
    if verb.lemma_ not in denoter.words["verbs.contacting"]:
        return None
    objects = [*denoter.syntax.objects(verb), *denoter.syntax.prepositional(verb, "with")]
    return next((noun for noun in objects if noun.i < pronoun.i), None)


def announced(pronoun: Token) -> Token | None:
    """Return the subject that follows in "In *his* speech, Mandela praised", "Before *he* left, Mandela praised"."""
    token = pronoun
    fronted = False
    for _ in range(_MAX_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        fronted = fronted or (token.dep_ in _FRONTED and head.i > token.i)
        if fronted and head.pos_ in VERBAL and head.i > pronoun.i:
            return next(
                (
                    child
                    for child in head.children
                    if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and child.i > token.right_edge.i
                ),
                None,
            )
        token = head
    return None


def _is_subjectless(clause: Token) -> bool:
    return not any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in clause.children)


def within(pronoun: Token) -> Token:
    """Return the pronoun, or the verb that it is the object of in sense: "wanted *it* to end"."""
    verb = pronoun.head
    infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
    return verb.head if pronoun.dep_ in SUBJECTS and infinitive and verb.dep_ in ("ccomp", "xcomp") else pronoun
