"""Words that deny what they stand with, and clauses on which it depends: "not", "no country", "if Peru agrees"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.standing import is_inverted, takes_for_granted

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token


def negates(child: Token, token: Token) -> bool:
    """Tell whether a child of a token denies it: "not", "never", "no longer"; not "not only"."""
    lower = child.lower_
    if child.dep_ == "advmod" and lower == "longer":
        return any(word.lower_ == "no" for word in child.children)
    if takes_for_granted(token):
        return False
    if child.dep_ == "neg" or (
        child.dep_ in ("advmod", "preconj", "cc")
        and lower in ("never", "hardly", "scarcely", "barely", "neither", "nor")
    ):
        following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
        return not (child.dep_ == "cc" and child.i > token.i) and following not in (
            "only",
            "just",
            "merely",
            "simply",
            "least",
        )
    return False


def is_none(noun: Token) -> bool:
    """Tell whether a noun says that there is none: "no country supports Iran", "none", "gave no aid"."""
    if noun.lower_ in ("none", "nobody", "neither"):
        return True
    if any(c.dep_ == "nummod" and c.lower_ == "one" and c.nbor(-1).lower_ == "not" for c in noun.children if c.i):
        return True  # "not one soldier"
    return any(c.dep_ in ("preconj", "det") and c.lower_ == "neither" for c in noun.children) or any(
        c.dep_ == "det" and c.lower_ == "no" for c in noun.children
    )


def is_neither(noun: Token) -> bool:
    """Tell whether a subject of the verb above says that none of them does: "neither Chile nor Peru wished to"."""
    return any(child.dep_ in ("preconj", "det") and child.lower_ == "neither" for child in noun.children)


def is_condition(clause: Token) -> bool:
    """Tell whether a clause is a condition: "if X", "unless X", "should X happen"."""
    return is_inverted(clause) or any(
        child.lower_ in ("if", "unless", "provided") and child.dep_ in ("mark", "advmod") for child in clause.children
    )


def has_condition(verb: Token) -> bool:
    """Tell whether a verb, or the clause that it is part of, depends on a condition."""
    clause = verb
    for _ in range(5):
        if any(child.dep_ == "advcl" and is_condition(child) for child in clause.children):
            return True
        if clause.dep_ not in ("relcl", "conj", "xcomp", "ccomp", "advcl"):
            return False
        clause = clause.head
    return False
