"""The subject of a clause that the parser joined to an object of the clause before: "attacked Chad and *Mali* fled"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def acting(noun: Token) -> Token | None:
    """Return the verb of the next clause whose subject was joined to an object: "attacked Chad and *Mali* fled".

    No conjunction stands before that verb, and it has no other subject.
    """
    following = noun.right_edge.i + 1
    if noun.dep_ != "conj" or following >= len(noun.doc):
        return None
    verb = noun.doc[following]
    while verb.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.head.i > verb.i:
        verb = verb.head
    if verb.pos_ not in VERBAL or verb.dep_ != "conj" or verb.head.i >= noun.i or verb.left_edge.i != following:
        return None
    finite = verb.tag_ in _FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.i < verb.i for child in verb.children
    )
    if not finite or any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children):
        return None
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in _NOUNS:
        first = first.head
    under = first.dep_ in ("dobj", "pobj", "attr") and any(above.i == verb.head.i for above in first.ancestors)
    return verb if under else None


def joined_to_object(verb: Token) -> list[Token]:
    """Return the subject that the parser joined to the object of the clause before."""
    first = verb.left_edge
    if verb.dep_ != "conj" or first.i == 0:
        return []
    noun = first.nbor(-1)
    while noun.dep_ in ("pobj", "prep") and noun.head.i < noun.i:
        noun = noun.head
    found = acting(noun)
    return [noun] if found is not None and found.i == verb.i else []
