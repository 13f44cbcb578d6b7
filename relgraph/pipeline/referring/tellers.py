"""Whom "he" means who goes on speaking: who spoke before, and none of those of whom he spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.words import DONE_BY_ACTORS

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.referring.antecedents import Antecedent, History

_AS_WELL = frozenset({"also", "then", "later", "further", "earlier"})
_MAIN = frozenset({"ROOT", "parataxis"})


def beside_the_told(history: History, pronoun: Token, near: list[Antecedent]) -> list[Antecedent]:
    """Return those of some antecedents whom the one may be who says something: nobody of whom he speaks himself.

    Examples: "'Omar lied. He must go,' *he* said", "Omar, *he* said, must go".
    """
    verb = pronoun.head
    saying = pronoun.dep_ in SUBJECTS and verb.pos_ in VERBAL and verb.lemma_ in history.denoter.words["verbs.speaking"]
    if not saying or history.quoted[pronoun.i]:
        return near
    told = _told(verb)
    others = [a for a in near if not history.quoted[a.token.i]]
    apart = [a for a in others if a.token.i not in told]
    return apart if any(a.subject for a in apart) else others


def _told(verb: Token) -> set[int]:
    """Return the tokens of what a verb of speech says where that stands before or around it."""
    if verb.dep_ == "parataxis":
        return {token.i for token in verb.head.subtree if token.i < verb.left_edge.i}
    return {token.i for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i for token in c.subtree}


def speakers_first(history: History, pronoun: Token, acting: list[Antecedent]) -> list[Antecedent]:
    """Return those who speak among some that act in the sentence before one that goes on in that vein.

    Example: "*Diaz* said Omar was wrong. *He* also condemned the strike".
    """
    return [a for a in acting if _speaks(history, a.token)] or acting if _goes_on(history, pronoun) else acting


def _goes_on(history: History, pronoun: Token) -> bool:
    """Tell whether a pronoun is the subject of a main clause that says what somebody said or did as well."""
    verb = pronoun.head
    if pronoun.dep_ not in SUBJECTS or verb.pos_ not in VERBAL or verb.dep_ not in _MAIN:
        return False
    also = any(child.dep_ == "advmod" and child.lower_ in _AS_WELL for child in verb.children)
    return also or verb.lemma_ in history.denoter.words.either(*DONE_BY_ACTORS)


def _speaks(history: History, subject: Token) -> bool:
    """Tell whether a noun or pronoun is the subject of a main clause that says what somebody said."""
    noun = history.phrase_head(subject)
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.dep_ not in _MAIN:
        return False
    said = any(child.dep_ in ("ccomp", "parataxis") for child in verb.children) or verb.dep_ == "parataxis"
    words = history.denoter.words
    return said and verb.lemma_ in words["verbs.speaking"] and verb.lemma_ not in words["verbs.opining"]
