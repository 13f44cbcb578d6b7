"""Whom a pronoun means by what is done: "joined the Alliance and led *it*", "met Chad and praised *its* move"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_BODIES = frozenset({"organization", "armed_group"})
_AS_WHAT = frozenset({"attr", "dobj", "pobj", "oprd"})


def joined(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the body that one has joined or founded whose office one gets or which one leads."""
    verb = _of_office(denoter, pronoun) if pronoun.tag_ == "PRP$" else _of_leading(denoter, pronoun)
    before = verb.head if verb is not None and verb.dep_ == "conj" else None
    if before is None or before.pos_ not in VERBAL or before.lemma_ not in denoter.words["verbs.entering"]:
        return None
    return next((child for child in before.children if child.dep_ == "dobj" and child.i < pronoun.i), None)


def _of_office(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the verb that says what office one gets: "*became* its leader", "*served* as its leader"."""
    office = pronoun.head
    offices = denoter.words.either("nouns.person_word", "offices.heading", "nouns.role")
    if office.base not in offices or office.dep_ not in _AS_WHAT:
        return None
    above = office.head.head if office.dep_ == "pobj" else office.head
    return above if above.pos_ in VERBAL else None


def _of_leading(denoter: Denoter, pronoun: Token) -> Token | None:
    leads = pronoun.dep_ == "dobj" and pronoun.head.lower_ in denoter.words["verbs.heading"]
    return pronoun.head if leads else None


def outlawed(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the body that acted in the sentence before, of what is banned: "The party rebelled. Chad banned *it*"."""
    start = pronoun.sent.start
    if pronoun.dep_ not in ("dobj", "nsubjpass") or pronoun.head.dep_ != "ROOT" or start == 0:
        return None
    if pronoun.head.lemma_ not in denoter.words["verbs.outlawing"]:
        return None
    before = pronoun.doc[start - 1].sent.root
    subject = next((child for child in before.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    named = denoter.denote(subject) if subject is not None else []
    return subject if any(denoter.cast[party.actor].kind in _BODIES for party in named) else None


def judged_next(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return on whom one acts who then judges what is his: "urged *Egypt* to sell and praised *its* decision"."""
    verb = pronoun.head.head
    first = verb.head
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "dobj" or verb.dep_ != "conj" or first.pos_ not in VERBAL:
        return None
    judging = denoter.words.either("verbs.judging", "verbs.welcoming")
    done = pronoun.head.base in denoter.words["nouns.anothers_deeds"]
    if verb.lemma_ not in judging or not done or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    met = [*denoter.syntax.objects(first), *denoter.syntax.prepositional(first, "with")]
    return next((noun for noun in met if noun.i < verb.i and denoter.denote(noun)), None)
