"""Visits that a headline tells without a verb: "*Chilean minister* in *Lima* for talks with Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

VISIT = Frame(id="in-for-talks", type="cooperates.consults", noun=("visit",), target=("in",), confidence=0.75)
TALKS = Frame(
    id="there-for-talks", type="cooperates.consults", noun=("talk",), target=("with",), symmetric=True, confidence=0.75
)
_FOR = frozenset({"for", "on", "amid"})


def arrivals(material: Material) -> Iterator[Candidate]:
    """Yield whom somebody visits and with whom he talks there, from sentences of which a noun is the root."""
    denoter = material.denoter
    for sentence in material.doc.sents:
        top = sentence.root
        if top.pos_ not in ("NOUN", "PROPN") or any(child.pos_ in VERBAL for child in top.children):
            continue
        place = next((child for child in top.rights if child.lower_ == "in" and child.dep_ == "prep"), None)
        purpose = _purpose(material, top, place) if place is not None else None
        if place is None or purpose is None:
            continue
        people = denoter.parties(Argument(top))
        visitors = [one for one in people if denoter.is_power(one) or denoter.cast[one.actor].kind == "person"]
        roots = {denoter.cast.root(one.actor) for one in visitors}
        hosts = [one for one in _lands(material, place) if denoter.cast.root(one.actor) not in roots]
        for visitor in visitors if hosts else ():
            for host in hosts:
                yield Candidate(VISIT, visitor, host, purpose, place.i, purpose.i + 1, VISIT.type)
            for other in material.targets(material.syntax.prepositional(purpose, "with"), "with"):
                if denoter.cast.root(other.actor) not in roots:
                    yield Candidate(
                        TALKS, visitor, other, purpose, purpose.i, purpose.i + 1, TALKS.type, symmetric=True
                    )


def _purpose(material: Material, top: Token, place: Token) -> Token | None:
    """Return the talks or the visit for which somebody is at a place: "in Lima for *talks*", "on a *visit*"."""
    meetings = material.words["nouns.visiting"]
    phrases = (child for word in (top, place, *place.children) for child in word.rights if child.lower_ in _FOR)
    nouns = (noun for phrase in phrases if phrase.i > place.i for noun in phrase.children if noun.dep_ == "pobj")
    return next((noun for noun in nouns if noun.base in meetings), None)


def _lands(material: Material, place: Token) -> list[Party]:
    """Return the state in which a place is that is named as a town or by its name."""
    denoter = material.denoter
    named = [denoter.mention_at.get(child.i) for child in place.children if child.dep_ == "pobj"]
    return [one for one in named if one is not None and denoter.cast[denoter.cast.root(one.actor)].kind in STATES]
