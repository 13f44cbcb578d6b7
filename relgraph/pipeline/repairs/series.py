"""Deeds in a row that belong to one clause.

Examples: "left because Chad had jailed men, *ignored* notes, and *seized* ships", "led Chad to free him and *open* it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_MARKS = ("because", "that", "after", "when", "since", "although", "though", "while", "before", "until")
_HAVING = frozenset({"had", "has", "have"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DONE = frozenset({"VBD", "VBN"})
_JOINTS = frozenset({",", "and", "or"})


def keep_together(doc: Doc) -> None:
    """Hang what goes on with a deed on it, and not on the verb above its clause."""
    _had_done(doc)
    _to_do(doc)


def _to_do(doc: Doc) -> None:
    """Hang bare forms on the infinitive that they go on with: "led Chad to free him, *open* the port and *pay*"."""
    for to in doc.occurrences(("to",)):
        first = to.head
        if to.dep_ != "aux" or to.tag_ != "TO" or first.tag_ != "VB" or first.i < to.i:
            continue
        last = first
        while (further := _bare_after(doc, last, first)) is not None:
            hang(further, first, "conj")
            last = further


def _bare_after(doc: Doc, last: Token, first: Token) -> Token | None:
    """Return the bare form behind a deed that hangs on a verb in the past above it, which it cannot go on with."""
    at = last.right_edge.i + 1
    while at < len(doc) and doc[at].lower_ in _JOINTS:
        at += 1
    joined = at > last.right_edge.i + 1
    while at < len(doc) and doc[at].pos_ == "ADV":
        at += 1
    if at >= len(doc) or not joined:
        return None
    verb = doc[at]
    if verb.tag_ not in ("VB", "VBP") or verb.dep_ not in ("conj", "advcl", "ccomp", "dep"):
        return None
    above = verb.head
    if any(child.dep_ in _SUBJECTS or child.dep_ in ("aux", "mark") for child in verb.children):
        return None
    return verb if above.tag_ == "VBD" and above.is_ancestor(first) and not verb.is_ancestor(first) else None


def _had_done(doc: Doc) -> None:
    """Hang the second of three deeds on the first, whose "had" it shares, not on the verb above the clause."""
    for mark in doc.occurrences(_MARKS):
        first = mark.head
        if mark.dep_ != "mark" or first.pos_ != "VERB" or first.tag_ not in _DONE or first.i < mark.i:
            continue
        if not any(child.dep_ == "aux" and child.lower_ in _HAVING for child in first.children):
            continue
        second = _next(doc, first)
        if second is not None and second.head.is_ancestor(first) and _leads_on(second):
            hang(second, first, "conj")


def _next(doc: Doc, first: Token) -> Token | None:
    """Return the verb right behind the comma after a clause."""
    last = first.right_edge.i
    comma = last if doc[last].text == "," else last + 1
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return None
    verb = doc[comma + 1]
    return verb if verb.pos_ == "VERB" and verb.tag_ in _DONE else None


def _leads_on(second: Token) -> bool:
    """Tell whether a verb has no subject and is followed by a last one: "…, *ignored* notes, and seized ships"."""
    if second.dep_ not in ("conj", "ccomp", "dep", "advcl", "parataxis"):
        return False
    if any(child.dep_ in _SUBJECTS or child.dep_ == "aux" for child in second.children):
        return False
    return any(child.dep_ == "conj" and child.tag_ in _DONE for child in second.children) and any(
        child.dep_ == "cc" and child.lower_ == "and" for child in second.children
    )
