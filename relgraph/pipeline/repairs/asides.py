"""Asides between commas: "asked the staff, *led by Ana Ruiz*, to report", "ten jets, *including bombers*, to Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_OWN = SUBJECTS | PASSIVE_SUBJECTS | {"mark", "aux", "auxpass"}


def mend_asides(doc: Doc, words: Words) -> None:
    """Hang an aside on what it is said of, and what follows it on what comes before; each step says what it mends."""
    _described(doc, words)
    _exemplified(doc)
    _accompanied(doc)
    _planned(doc, words)


def _described(doc: Doc, words: Words) -> None:
    """Hang such a participle on the object before it, and what the object is to do on the verb again.

    What somebody arranges for others may stand further before it: "signed *a truce* in May, *brokered by Chad*".
    """
    for by in doc.occurrences(("by",)):
        told = by.head
        if by.dep_ != "agent" or told.dep_ not in _CLAUSES or told.tag_ not in ("VBN", "VBD") or told.i + 1 != by.i:
            continue
        verb, before = told.head, told.nbor(-1) if told.i else told
        if before.text != "," or verb.i > told.i or any(child.dep_ in _OWN for child in told.children):
            continue
        described = _object_before(verb, before) or _arranged(verb, told, words)
        if described is None:
            continue
        to_do = [child for child in told.children if child.dep_ == "xcomp" and child.i > by.i]
        hang(told, described, "acl")
        for clause in to_do:
            if doc[clause.left_edge.i - 1].text == ",":
                hang(clause, verb, "xcomp")


def _exemplified(doc: Doc) -> None:
    """Hang what follows an aside with examples on what is told: "sent 30 men, including two doctors, *to Chad*"."""
    for including in doc.occurrences(("including",)):
        told = including.head
        listed = [child for child in including.children if child.dep_ == "pobj"]
        if including.dep_ != "prep" or told.pos_ not in _NOUNS or told.i > including.i or not listed:
            continue
        phrases = [child for holder in (including, *listed) for child in holder.rights if child.dep_ == "prep"]
        closed = next((phrase.i for phrase in phrases if phrase.nbor(-1).text == ","), len(doc))
        while told.dep_ == "pobj" and told.head.lower_ == "of" and told.head.head.pos_ in _NOUNS:
            told = told.head.head  # "the *deployment* of 30 men"
        for phrase in phrases:
            if phrase.i >= closed:
                hang(phrase, told)


def _arranged(verb: Token, told: Token, words: Words) -> Token | None:
    """Return the treaty or talks of a verb that a participle behind a date or place says who arranged."""
    if told.lemma_ not in words["verbs.arranging"] or told.dep_ != "advcl":
        return None
    shared = words.either("works.pact", "nouns.shared_dealings")
    return next((child for child in verb.rights if child.dep_ == "dobj" and child.base in shared), None)


def _object_before(verb: Token, comma: Token) -> Token | None:
    """Return the object of a verb that a comma follows."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i < comma.i and child.i >= comma.i - 4 and _ends_at(child, comma):
            return child
    return None


def _ends_at(noun: Token, comma: Token) -> bool:
    inside = [token.i for token in noun.subtree if token.i < comma.i]
    return max(inside) == comma.i - 1


def _accompanied(doc: Doc) -> None:
    """Hang those with whom somebody acts on him, not on a time: "Chad has *today*, together *with Mali*, signed"."""
    for along in doc.occurrences(("together", "along", "alongside")):
        link = along if along.text == "alongside" else along.nbor()
        time = link.head
        if link.lower_ not in ("with", "alongside") or link.dep_ != "prep" or time.dep_ != "npadvmod":
            continue
        doer = next((child for child in time.head.children if child.dep_ in SUBJECTS and child.i < time.i), None)
        if doer is not None and time.i < along.i:
            hang(link, doer)


def _planned(doc: Doc, words: Words) -> None:
    """Hang what is planned on the plan, over who backs it: "fears over plans, *backed by Chad*, to arm it"."""
    for by in doc.occurrences(("by",)):
        told = by.head
        plan = told.head
        if by.dep_ != "agent" or told.dep_ != "acl" or told.nbor(-1).text != "," or plan.i != told.i - 2:
            continue
        at = told.right_edge.i + 2
        if at + 1 >= len(doc) or doc[at].tag_ != "TO" or doc[at - 1].text != ",":
            continue
        deed = doc[at].head
        if plan.base in words["nouns.intended"] and deed.tag_ == "VB" and deed.head.i < plan.i:
            hang(deed, plan, "acl")
