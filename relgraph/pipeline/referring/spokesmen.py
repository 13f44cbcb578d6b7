"""Whom "it" means in what a body lets its spokesman say: "An *Oxfam* spokesman said *it* had asked Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import BODIES

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_OF = frozenset({"for", "of", "from", "at", "with"})
_STEPS = 4


def spoken_for(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return the body whose spokesman says what "it" does, or what its own thing does, by his words alone."""
    noun = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    clause = noun.head
    if pronoun.tag_ == "PRP" and _is_judged(clause):
        return []
    if noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or clause.pos_ not in VERBAL:
        return []
    for _ in range(_STEPS):
        if clause.dep_ == "ccomp" or clause.head.i == clause.i:
            break
        clause = clause.head
    saying = clause.head
    if clause.dep_ != "ccomp" or saying.lemma_ not in denoter.words["verbs.speaking"]:
        return []
    speaker = next((child for child in saying.children if child.dep_ in SUBJECTS and child.i < pronoun.i), None)
    return _body(denoter, speaker) if speaker is not None else []


def _is_judged(verb: Token) -> bool:
    """Tell whether "it" is only said to be so or so, and may be a thing: "it was wrong", but "it was ready to help"."""
    said = [child for child in verb.children if child.dep_ in ("attr", "acomp")] if verb.lemma_ == "be" else []
    willing = (*verb.children, *(child for word in said for child in word.children))
    return bool(said) and not any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in willing)


def _body(denoter: Denoter, speaker: Token) -> list[Party]:
    """Return the one body that is named as that of a spokesman, before or behind the word for him or his name."""
    words = denoter.doc[speaker.left_edge.i : speaker.i + 1]
    title = next((word for word in words if word.base in denoter.words["nouns.spokesmen"]), None)
    if title is None:
        return []
    places = [word.i for word in words if word.i < title.i]
    places += [
        name.i
        for phrase in (*title.rights, *speaker.rights)
        if phrase.dep_ == "prep" and phrase.lower_ in _OF
        for name in phrase.children
        if name.dep_ == "pobj"
    ]
    named = {denoter.mention_at[i].actor: denoter.mention_at[i] for i in places if i in denoter.mention_at}
    bodies = [party for party in named.values() if denoter.cast[party.actor].kind in BODIES | STATES]
    return bodies if len(bodies) == 1 else []
