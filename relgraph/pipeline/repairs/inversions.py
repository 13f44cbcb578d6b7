"""Clauses turned round by what stands first, of which the parser made two: "*Never had* Chile attacked Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_FIRST = ("never", "neither", "nor", "hardly", "scarcely", "barely", "seldom", "rarely", "only", "nowhere")
_WRITTEN = frozenset((*_FIRST, *(word.capitalize() for word in _FIRST)))
_AUXILIARIES = frozenset({"had", "has", "have", "did", "does", "do"})
_LATE = frozenset({"VBN", "VB", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def turn_back(doc: Doc) -> None:
    """Let the full verb be the head of an inverted clause, and the word that stands first say something of it."""
    for first in doc.occurrences(_WRITTEN):
        auxiliary = doc[first.i + 1] if first.i + 1 < len(doc) else first
        if auxiliary.lower_ not in _AUXILIARIES:
            continue
        verb = next((child for child in auxiliary.children if _is_turned(child, auxiliary)), None)
        if verb is not None:
            _raise(verb, auxiliary)
        elif auxiliary.dep_ == "aux" and first.head is auxiliary:
            hang(first, auxiliary.head, "advmod")  # "*Neither* did Chile attack"


def _is_turned(verb: Token, auxiliary: Token) -> bool:
    """Tell whether a verb under an auxiliary has its own subject, which stands between the two."""
    return (
        verb.dep_ == "ccomp"
        and verb.tag_ in _LATE
        and any(child.dep_ in _SUBJECTS and child.i > auxiliary.i for child in verb.lefts)
        and not any(child.dep_ in _SUBJECTS and child.i > auxiliary.i for child in auxiliary.children)
    )


def _raise(verb: Token, auxiliary: Token) -> None:
    """Put a verb in the place of the auxiliary above it."""
    above, dep = (verb, "ROOT") if auxiliary.head is auxiliary else (auxiliary.head, auxiliary.dep_)
    beside = [child for child in auxiliary.children if child is not verb]
    hang(verb, above, dep)
    for child in beside:
        hang(child, verb, "advmod" if child.i < auxiliary.i and child.dep_ in _SUBJECTS else child.dep_)
    hang(auxiliary, verb, "aux")
