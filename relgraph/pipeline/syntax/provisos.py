"""Conditions in words of their own, and deeds that are not done because their means are not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_DOERS = SUBJECTS | PASSIVE_SUBJECTS
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_MEANS = ("verbs.sending", "verbs.moving", "verbs.motion", "verbs.using", "verbs.engaging")


def is_proviso(clause: Token, words: Words) -> bool:
    """Tell whether a clause begins with words for a condition: "*on condition that* it withdraw", "*if and when*"."""
    subject = next((child for child in clause.children if child.dep_ in _DOERS and child.i < clause.i), None)
    if subject is None:
        return False
    first = subject.left_edge.i
    before = [word.lower_ for word in clause.doc[max(clause.sent.start, first - 5) : first]]
    if before[-1:] == ["that"]:
        before.pop()
    if not before or before[-1] not in words["conjunctions.proviso_ends"]:
        return False
    said = " ".join(before)
    return any(said == phrase or said.endswith(f" {phrase}") for phrase in words["conjunctions.provisos"])


def is_event(noun: Token, words: Words) -> bool:
    """Tell whether a noun makes a condition of what it governs: "in the *event* of an attack", "in *case* of war"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.base in words["nouns.eventualities"]


def undone(purpose: Token, words: Words) -> Token | None:
    """Return the verb above for the means of a purpose, without which it fails: "did not *send* troops to help it".

    "Did not sign, to punish Chad" and "in order to" tell why it was not done.
    """
    above = purpose.head
    first = next((child for child in purpose.children if child.tag_ == "TO"), None)
    if purpose.dep_ != "advcl" or purpose.tag_ != "VB" or first is None or above.i > first.i:
        return None
    if purpose.doc[first.i - 1].text == "," or purpose.doc[first.i - 1].lower_ in ("order", "as"):
        return None
    return above if above.lemma_ in words.either(*_MEANS) else None
