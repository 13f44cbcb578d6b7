"""On whom a clause acts again: "expelled the *envoy*, accusing *her* of lying", "met *Iran* after accusing *it*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_WHEN = frozenset({"after", "before", "while", "without", "since"})
_PERSONS = (
    "nouns.person_word",
    "nouns.calling",
    "nouns.agents",
    "nouns.private_calling",
    "nouns.armed_people",
    "nouns.role_plural",
)
_CALLED = ("man", "er", "or", "ist")
"""How nouns for people by what they do end."""
_OBJECTS = frozenset({"dobj", "dative"})


def acted_on_again(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return whom an object pronoun means if the subject that acts on it has just acted on somebody.

    Who acts is the same in both clauses, so that the pronoun can only mean the other one.
    """
    verb = _clause_before(pronoun)
    if verb is None or verb.pos_ not in VERBAL or any(child.dep_ in PASSIVE_SUBJECTS for child in verb.children):
        return []
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    withs = (to for word in (verb, *objects) for to in word.children if to.dep_ == "prep" and to.lower_ == "with")
    nouns = (*objects, *(thing for to in withs for thing in to.children))
    fitting = [noun for noun in nouns if verb.i < noun.i < pronoun.head.i and _agrees(denoter, noun, pronoun)]
    found = denoter.denote(fitting[-1]) if fitting else []
    return found if len(found) == 1 else []


def _clause_before(pronoun: Token) -> Token | None:
    """Return the verb whose subject acts in the pronoun's clause, too."""
    clause = pronoun.head
    if pronoun.dep_ != "dobj" or clause.pos_ not in VERBAL:
        return None
    above = clause.head
    for subject in clause.children:
        if subject.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
            return above if _is_said_again(subject, above) else None
    if clause.dep_ == "pcomp":
        return above.head if clause.tag_ == "VBG" and above.lower_ in _WHEN and above.dep_ == "prep" else None
    if clause.i < above.i or clause.i == above.i:
        return None
    going_on = clause.dep_ == "conj" and clause.tag_ == above.tag_ and above.pos_ in VERBAL
    return above if going_on or (clause.dep_ == "advcl" and clause.tag_ == "VBG") else None


def _is_said_again(subject: Token, above: Token) -> bool:
    """Tell whether a clause only says by "it" who acts in the one before: "freed an envoy after *it* jailed him"."""
    clause = subject.head
    when = clause.dep_ == "advcl" and clause.i > above.i and any(child.lower_ in _WHEN for child in clause.children)
    return when and subject.lower_ == "it" and any(child.dep_ in SUBJECTS for child in above.children)


def _agrees(denoter: Denoter, noun: Token, pronoun: Token) -> bool:
    """Tell whether a pronoun can mean a noun by number and kind."""
    form = pronoun.lower_
    if form == "them":
        return noun.tag_ == "NNS" and denoter.is_whole(noun)
    if form == "it":
        return noun.tag_ == "NNP" and noun.i in denoter.mention_at and denoter.is_power(denoter.mention_at[noun.i])
    if form not in ("him", "her") or noun.tag_ != "NN":
        return False
    return noun.base in denoter.words.either(*_PERSONS) or noun.base.endswith(_CALLED)
