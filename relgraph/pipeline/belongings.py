"""Finer points of whose a noun is: a country that it is only about, and who is helped in a war."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from relgraph.pipeline.denotation import Denoter


_LANDS = frozenset({"country", "region", "historic_state"})


def possessors(denoter: Denoter, noun: Token, found: list[Party]) -> list[Party]:
    """Return the Union alone in "the Union's Chad policy": the country's name only says what about."""
    if not any(child.dep_ == "poss" for child in noun.children):
        return found
    about = {
        mention.start
        for child in noun.children
        if child.dep_ in ("compound", "nmod")
        for mention in [denoter.mention_at.get(child.i)]
        if mention is not None and mention.via in ("name", "alias") and denoter.cast[mention.actor].kind in _LANDS
    }
    return [party for party in found if party.start not in about] or found


def helped(denoter: Denoter, verb: Token, preposition: Token) -> list[Party]:
    """Return whose war or work it is in which somebody is helped: "assisted *Poland* in any war against Sweden"."""
    if preposition.lower_ != "in" or verb.lemma_ not in denoter.words["verbs.helping"]:
        return []
    return [
        party
        for token in denoter.syntax.objects(verb)
        if token.i < preposition.i
        for party in denoter.parties(Argument(token), target=True)
    ]
