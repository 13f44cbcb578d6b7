"""What the parser hung in the wrong clause, found again by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def taken_for_subject(verb: Token) -> Token | None:
    """Return the object of a that-clause that was given to the verb after it.

    Example: "The fear that Peru had armed *the rebels* grew", where the parser has the rebels grow.
    """
    if not any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children):
        return None
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.dep_ != "ROOT" or noun.pos_ != "NOUN":
        return None
    for clause in verb.rights:
        finite = clause.tag_ in _FINITE or any(child.tag_ in _FINITE for child in clause.children)
        if clause.dep_ in ("ccomp", "advcl") and finite and not any(child.dep_ == "mark" for child in clause.children):
            for child in clause.children:
                if child.dep_ in (*SUBJECTS, "nsubjpass") and child.left_edge.i == verb.i + 1:
                    return child
    return None
