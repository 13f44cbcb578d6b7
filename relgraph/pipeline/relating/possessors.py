"""Whose friends, foes and backers are spoken of: "*its* ally", "*Fatah's* Syrian patrons"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party


def possessors(denoter: Denoter, noun: Token) -> list[Party]:
    """Return whose a noun is said to be by a possessive."""
    owners = (child for child in noun.children if child.dep_ == "poss")
    return [party for owner in owners for party in denoter.parties(Argument(owner), target=True)]


def is_body_at_work(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun calls a body by what it does somewhere: "the UN peacekeeping *force* in Chad"."""
    body = denoter.mention_at.get(noun.i)
    if body is None or body.end != noun.i + 1 or not noun.is_lower or noun.base not in denoter.words["nouns.forces"]:
        return False
    placed = any(child.dep_ == "prep" and child.lower_ == "in" for child in noun.rights)
    return placed and denoter.cast[denoter.cast.root(body.actor)].kind == "igo"


def embodied(denoter: Denoter, noun: Token, frame: Frame) -> list[Party]:
    """Return the body whose help a noun is by its very name: "the UN peacekeeping *force* in Chad"."""
    helps = frame.type == "cooperates.aids" and is_body_at_work(denoter, noun)
    return [denoter.mention_at[noun.i]] if helps else []


def sides_of(denoter: Denoter, noun: Token, *, symmetric: bool) -> tuple[list[Party], list[Party]] | None:
    """Return who is whose friend, foe or backer, where a possessive and what the noun means say it.

    Example: "Peru turned to Chile, and Chile armed *its new ally*"; what is not `symmetric` has slots of its own.
    """
    meant = denoter.references.get(noun.i)
    if meant is not None:
        return possessors(denoter, noun) if symmetric else [], meant
    return _backers(denoter, noun)


def _backers(denoter: Denoter, noun: Token) -> tuple[list[Party], list[Party]] | None:
    """Return who backs whom in "Fatah's Syrian *patrons*": those of whose nation they are back the owner."""
    if noun.base not in denoter.words["nouns.backers"]:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    nations = [
        denoter.mention_at[child.i]
        for child in noun.children
        if child.dep_ in ("amod", "compound") and child.i in denoter.mention_at
    ]
    if owner is None or not nations:
        return None
    return nations, denoter.parties(Argument(owner), target=True)
