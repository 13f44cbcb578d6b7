"""Pronouns in conditions that one puts to another: "warned *Mali* that it would leave if *it* hired mercenaries"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_CONDITIONS = frozenset({"if", "unless"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def warned(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whom somebody tells what he will do on a condition: who has to meet it is the one told, not the teller."""
    clause = pronoun.head
    deed = clause.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "advcl" or deed.dep_ not in _COMPLEMENTS:
        return None
    telling = deed.head
    words = denoter.words
    if telling.pos_ not in VERBAL or telling.lemma_ not in words.either("verbs.threatening", "verbs.telling"):
        return None
    if not any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in clause.children):
        return None
    if not _is_tellers(deed, telling):
        return None
    told = [*denoter.syntax.objects(telling), *denoter.syntax.indirect(telling)]
    return next((noun for noun in told if telling.i < noun.i < min(deed.i, clause.i) and noun.tag_ != "PRP"), None)


def _is_tellers(deed: Token, telling: Token) -> bool:
    """Tell whether the teller himself would do it: "that *it* would leave", "that *his government* would expel him"."""
    subject = next((child for child in deed.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return deed.dep_ == "xcomp"
    if subject.tag_ == "PRP" or any(child.tag_ == "PRP$" for child in subject.children):
        return True
    teller = next((child for child in telling.children if child.dep_ in SUBJECTS), None)
    return teller is not None and teller.text == subject.text
