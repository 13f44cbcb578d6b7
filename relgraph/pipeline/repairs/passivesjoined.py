"""Passives that go on with one before: "was given boats by Chad and *promised a radar by Mali*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark"})
_PAST = frozenset({"VBD", "VBN"})
_TIMES = frozenset({"DATE", "TIME"})


def join_passives(doc: Doc, words: Words) -> None:
    """Make passives of what has both an object and who does it, and join those of a row to the first."""
    for by in doc.occurrences(("by",)):
        doer = next((child for child in by.children if child.dep_ == "pobj"), None)
        if doer is None or doer.ent_type_ in _TIMES:
            continue
        if doer.pos_ == "PROPN" or any(child.pos_ == "PROPN" for child in doer.lefts):
            _given_too(by, words)
        _in_a_row(by, doer)


def _given_too(by: Token, words: Words) -> None:
    """Take for a passive what has an object of its own behind one: "and *promised a radar by Mali*"."""
    verb = by.head.head if by.head.dep_ == "dobj" else by.head
    if verb.tag_ not in ("VBD", "VBN") or verb.i > by.i or not any(child.dep_ == "dobj" for child in verb.children):
        return
    if verb.lemma_ not in words.either("verbs.granting", "verbs.sending", "verbs.giving", "verbs.promising"):
        return
    if _is_passive(verb):
        hang(by, verb, "agent")
        return
    if verb.dep_ != "conj":
        return
    first = verb.head
    while first.dep_ == "conj" and not _is_passive(first):
        first = first.head
    if _is_passive(first) and not any(child.dep_ in _OWN for child in verb.children):
        verb.tag_ = "VBN"
        hang(by, verb, "agent")


def _in_a_row(by: Token, doer: Token) -> None:
    """Join the second of three passives to the first: "was received by Chad, *snubbed by Mali* and jeered by"."""
    first = by.head
    if by.dep_ != "agent" or not _is_passive(first):
        return
    for second in doer.children:
        if second.dep_ != "acl" or second.tag_ != "VBN" or second.doc[second.left_edge.i - 1].text != ",":
            continue
        third = next((child for child in second.children if child.dep_ == "conj" and child.tag_ in _PAST), None)
        if third is not None and all(any(c.dep_ == "agent" for c in verb.children) for verb in (second, third)):
            hang(second, first, "conj")


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children)
