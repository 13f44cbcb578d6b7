"""For whom somebody stands by what he is said to head: "Ana Ruiz heads *Peru's* customs service"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denotation import Denoter

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

_FINITE = frozenset({"VBZ", "VBD", "VBP", "VBN", "VBG"})


def commanders(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons of whom nothing is known, with the state whose body or forces the text says they head."""
    heading = denoter.words["verbs.heading"]
    if denoter.vocabulary.isdisjoint(heading):
        return
    for i, lower in enumerate(denoter.lowers):
        if lower not in heading or denoter.doc[i].pos_ not in VERBAL or not _is_stated(denoter.doc[i]):
            continue
        verb = denoter.doc[i]
        states = {state for thing in denoter.syntax.objects(verb) for state in _states(denoter, thing)}
        if len(states) != 1:
            continue
        for subject in denoter.syntax.subjects(verb):
            for party in denoter.parties(Argument(subject.token)):
                actor = denoter.cast[party.actor]
                if actor.kind == "person" and actor.parent is None and not denoter.cast.is_known(actor.id):
                    yield actor.id, next(iter(states))


def _is_stated(verb: Token) -> bool:
    """Tell whether a verb says what is or was so: "heads", "has led", not "may head", "wants to lead"."""
    return verb.tag_ in _FINITE and not any(
        child.dep_ == "neg" or (child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ == "to"))
        for child in verb.children
    )


def _states(denoter: Denoter, thing: Token) -> Iterator[str]:
    """Yield the states that have a body or forces, or that are ruled themselves."""
    words, cast = denoter.words, denoter.cast
    mention = denoter.mention_at.get(thing.i)
    if mention is not None:
        if cast[mention.actor].kind in (*STATES, "government") and cast[cast.root(mention.actor)].kind in STATES:
            yield cast.root(mention.actor)
        return
    if thing.base not in words.either("bodies.heads", "nouns.security", "nouns.missions"):
        return
    if any(child.lower_ in words["bodies.opposing"] for child in thing.children):
        return  # "the rebel army of Chad"
    yield from (
        cast.root(owner.actor)
        for owner in denoter.owners(thing)
        if owner.via != "pronoun" and cast[cast.root(owner.actor)].kind in STATES
    )
