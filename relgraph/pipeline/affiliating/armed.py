"""Armed groups that only a text makes known: "the Karamoja Freedom Army is a rebel group", "Okapi Front militants"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.bodies import has_armed_name

if TYPE_CHECKING:
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.nlp.parse import Token

_FAR_MORE = 2
"""How many times as often as any other a group is named that a text is about."""


def arm(denoter: Denoter) -> None:
    """Make armed groups of the bodies that the text or their own names say to be armed groups."""
    cast, words = denoter.cast, denoter.words
    unknown = {party.actor for party in denoter.named if _may_be(cast, party.actor)}
    armed = {actor for actor in unknown if has_armed_name(cast[actor].name, words)}
    if len(armed) < len(unknown):
        armed |= set(_said(denoter, unknown))
    for actor in sorted(armed):
        cast.arm(actor)


def main_group(denoter: Denoter) -> str | None:
    """Return the armed group that the text names at least twice as often as any other."""
    cast, partners = denoter.cast, denoter.words["armed.partners"]
    counts = Counter(party.actor for party in denoter.named if cast[party.actor].kind == "armed_group")
    if not partners.issuperset(counts):  # those whom others help are not their enemy
        counts = Counter({actor: count for actor, count in counts.items() if actor not in partners})
    ranked = sorted(counts, key=lambda actor: (-counts[actor], actor))
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] < _FAR_MORE * counts[ranked[1]]):
        return None
    return ranked[0]


def _may_be(cast: Cast, actor: str) -> bool:
    return cast[actor].kind == "organization" and cast[actor].parent is None and not cast.is_known(actor)


def _said(denoter: Denoter, unknown: set[str]) -> Iterator[str]:
    """Yield the bodies of which the text says that they are groups of fighters, or that have fighters."""
    words, at = denoter.words, denoter.mention_at
    nouns = words.either("armed.bodies", "armed.people", "armed.kinds")
    if denoter.vocabulary.isdisjoint(nouns):
        return
    for token in denoter.doc:
        if token.lower_ not in nouns:
            continue
        named = list(_named_by(denoter, token))
        for name in named:
            if name.i in at and at[name.i].actor in unknown:
                yield at[name.i].actor


def _named_by(denoter: Denoter, token: Token) -> Iterator[Token]:
    """Yield the names that a word for fighters, or one of what they are for, may be said of."""
    words = denoter.words
    if token.lower_ in words["armed.kinds"] and token.tag_ in ("JJ", "NN") and token.i + 1 < len(denoter.doc):
        yield denoter.doc[token.i + 1]  # "the insurgent Army of the Two Rivers"
    if token.lower_ in words["armed.people"]:
        yield from (child for child in token.children if child.dep_ in ("compound", "nmod") and child.i < token.i)
    before = (child.lower_ for child in token.children if child.i < token.i)
    if token.lower_ in words["armed.always"] or any(word in words["armed.kinds"] for word in before):
        yield from _around(token)


def _around(noun: Token) -> Iterator[Token]:
    """Yield the names of which a noun says what they are: apposed, before or after it, or as its subject."""
    yield from (child for child in noun.children if child.dep_ == "appos")
    if noun.dep_ in ("appos", "compound", "nmod"):
        yield noun.head
    if noun.dep_ == "attr":
        yield from (child for child in noun.head.children if child.dep_ == "nsubj")
