"""Heads and bodies of towns and provinces, who are their country's: "*Chicago's mayor*", "the *city* of Lima"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_LOCAL = ("nouns.local_heads", "nouns.local_bodies", "nouns.of_places")


def of_place(denoter: Denoter, noun: Token, lemma: str, *, target: bool) -> list[Party]:
    """Return the place whose head or body a noun names: "Kisumu's council", "the attorney general of Texas".

    A city that acts is one, too; what befalls it befalls land.
    """
    body = _in_full(noun) in denoter.words.either(*_LOCAL)
    local = body or (not target and lemma in denoter.words["nouns.local_land"])
    if not local or noun.i in denoter.mention_at:
        return []
    for child in noun.children:
        beside = (
            body and child.dep_ == "compound" and child.pos_ == "PROPN" and child.i < noun.i
        )  # "the *Kisumu* council"
        names = [child] if child.dep_ == "poss" or beside else []
        if child.lower_ == "of" and child.dep_ == "prep" and child.i == noun.i + 1:
            names = [name for name in child.children if name.dep_ == "pobj"]
        for name in names:
            place = denoter.mention_at.get(name.i)
            if place is not None and (place.how == "place" or place.capital) and _is_of_state(denoter, place):
                return [place.widened(noun.i, noun.i + 1, how="owner")]
    return []


def town_of_state(denoter: Denoter, names: Iterable[Token]) -> list[Party]:
    """Return the towns of states among names, as those who act there: "jailed in *Istanbul*"."""
    places = [denoter.mention_at.get(name.i) for name in names]
    return [
        place.widened(place.start, place.end, how="owner")
        for place in places
        if place is not None and place.how == "place" and _is_of_state(denoter, place)
    ]


def _in_full(noun: Token) -> str:
    """Return an office of two words as one: "attorney general"."""
    before = noun.nbor(-1).lower_ if noun.i > 0 else ""
    return f"attorney-{noun.base}" if before == "attorney" else noun.base


def _is_of_state(denoter: Denoter, place: Party) -> bool:
    return denoter.cast[denoter.cast.root(place.actor)].kind in STATES
