"""Whom "he" and "she" mean in a text that tells somebody's life: mostly him whom its first sentence defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.topics import PERSON
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.referring.antecedents import History


_CALLINGS = ("nouns.group", "nouns.role", "nouns.person_word", "nouns.people")
"""Classes of nouns for what somebody is."""


def whose_life(history: History, pronoun: Token, sentence: Span) -> list[Party]:
    """Return the person whom a text is about, if a pronoun can mean him: "Perón received him. *His* own chief rose".

    Not where somebody else acts earlier in the sentence, who may be meant, nor for the object of what he does himself.
    """
    topic = history.topic
    if topic is None or pronoun.i < topic.party.end or not history.is_person(topic.party):
        return []
    denoter, himself = history.denoter, topic.party.actor
    called = PERSON in topic.nouns or not topic.nouns.isdisjoint(denoter.words.either(*_CALLINGS))
    if not called or not history.genders.admits(topic.party, pronoun):
        return []  # "Hibhib is a village": nobody, whatever its name was taken for
    acts = pronoun.dep_ in SUBJECTS | PASSIVE_SUBJECTS or pronoun.tag_ == "PRP$"
    if not acts:
        own = history.clause_subject(pronoun)
        if own is None or any(party.actor == himself for party in denoter.denote(own)):
            return []
        return [topic.party]
    for i in range(sentence.start, pronoun.i):
        party = denoter.mention_at.get(i)
        if party is None or party.actor == himself or not history.is_person(party):
            continue
        if denoter.doc[party.start : party.end].root.dep_ not in ("compound", "poss", "nmod"):
            return []
    return [topic.party]
