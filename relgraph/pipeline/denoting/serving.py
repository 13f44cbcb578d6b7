"""Of which state those are who serve in one of its bodies: "a *captain* in the Kenyan navy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.coordination import conjuncts
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_WITHIN = frozenset({"in", "at", "with", "within"})
_NOT_SERVING = ("nouns.relational", "nouns.apart", "nouns.apart_plural", "nouns.opposing", "nouns.body_word")
"""Classes of nouns for people who are not a body's though they are in it: "*critics* in the Kenyan parliament"."""


def serving(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return for whom somebody acts who is in an army, embassy or ministry of a state, by name or nation."""
    if noun.pos_ != "NOUN" or noun.i in denoter.mention_at or not _serves(denoter, noun, lemma):
        return []
    phrase = noun.nbor(1) if noun.i + 1 < len(denoter.doc) else noun
    if phrase.lower_ not in _WITHIN or phrase.head.i not in (noun.i, noun.head.i) or phrase.dep_ != "prep":
        return []
    bodies = [body for child in phrase.children if child.dep_ == "pobj" for body in conjuncts(denoter, child)]
    found = [party for body in bodies for party in _state_with(denoter, body)]
    return unique([party.widened(noun.i, noun.i + 1, how="people of the body") for party in found])


def _serves(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a common noun is a rank or an office and nothing before it says of whose."""
    if lemma not in denoter.lexicon.titles or lemma in denoter.words.either(*_NOT_SERVING):
        return False
    return not any(child.dep_ == "poss" or child.i in denoter.mention_at for child in noun.lefts)


def _state_with(denoter: Denoter, body: Token) -> list[Party]:
    """Return the state that has a body: "the Kenyan *navy*", "the *US Army*"; rebels' armies are not their state's."""
    named = denoter.mention_at.get(body.i)
    if named is None:
        opposing = any(child.lower_ in denoter.words["bodies.opposing"] for child in body.lefts)
        if body.lower_ not in denoter.words["bodies.heads"] or opposing:
            return []
        owners = denoter.owners(body)
    else:
        owners = [named] if denoter.cast[named.actor].kind == "government" else []
    return [party for party in owners if denoter.cast[denoter.cast.root(party.actor)].kind in STATES]
