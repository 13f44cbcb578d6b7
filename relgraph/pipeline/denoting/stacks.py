"""States one behind the other before a noun: "*US Iran* sanctions", "the *Franco-German* and *Franco-Polish* talks"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import paired, pairs_among
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_LISTING = frozenset({"–", "—", "-", ",", ":", "("})
_FEWEST = 2
_ACTING = frozenset({"country", "historic_state", "igo", "bloc"})


def stacked(denoter: Denoter, noun: Token) -> tuple[Party, Party] | None:
    """Return who does what a noun says and to whom, if two names of states stand before it with nothing between."""
    at = noun.i - 1
    while at > noun.sent.start and at not in denoter.mention_at and _is_plain(noun.doc[at], noun):
        at -= 1  # "EU China *arms* ban"
    second = denoter.mention_at.get(at)
    if second is None or second.via == "demonym" or second.capital:
        return None
    first = denoter.mention_at.get(second.start - 1)
    if first is None or first.capital or first.start < noun.sent.start or first.actor == second.actor:
        return None
    if any(denoter.cast[party.actor].kind not in _ACTING for party in (first, second)):
        return None
    heads = noun.doc[first.start : first.end].root, noun.doc[second.start : second.end].root
    if any(head.dep_ not in ("compound", "nmod", "amod") for head in heads) or heads[1].head.i != noun.i:
        return None
    return (first, second) if heads[0].head.i in (noun.i, heads[1].i) else None


def _is_plain(word: Token, noun: Token) -> bool:
    return word.dep_ == "compound" and word.head.i == noun.i and word.tag_ in ("NN", "NNS")


def compounded(denoter: Denoter, parties: list[Party], noun: Token | None = None) -> Iterator[tuple[Party, Party]]:
    """Yield every two of those who share what a `noun` says.

    Of several compounds each is a pair of its own: "Franco-German and Franco-Polish talks" join no Germans and Poles.
    Nor do "talks between Europe and three powers, Iran, Oman and Chad" join those who are one side.
    """
    if noun is not None and (sides := _sides(denoter, noun, parties)) is not None:
        yield from paired(*sides)
        return
    compounds: defaultdict[int, list[Party]] = defaultdict(list)
    for party in parties:
        compounds[_first_of_compound(denoter, party.start)].append(party)
    pairs = [members for members in compounds.values() if len(members) > 1]
    for members in pairs if len(pairs) > 1 else [parties]:
        yield from pairs_among(members)


def _sides(denoter: Denoter, noun: Token, parties: list[Party]) -> tuple[list[Party], list[Party]] | None:
    """Return those of the two sides "between" which something is, if the second is several who are listed behind it."""
    joined = [
        side
        for between in noun.children
        if between.lower_ == "between"
        for first in between.children
        if first.dep_ == "pobj"
        for side in first.children
        if side.dep_ == "conj"
    ]
    if len(joined) != 1 or joined[0].tag_ != "NNS" or joined[0].i in denoter.mention_at:
        return None
    second = joined[0]
    listed = [party for party in parties if party.start > second.i]
    mark = noun.doc[second.i + 1].text if second.i + 1 < len(noun.doc) else ""
    if len(listed) < _FEWEST or mark not in _LISTING:
        return None
    first_side = [party for party in parties if party.start < second.left_edge.i]
    return (first_side, listed) if first_side and len(first_side) + len(listed) == len(parties) else None


def _first_of_compound(denoter: Denoter, start: int) -> int:
    """Return where a compound of names begins that a name is part of, or where the name does."""
    while start > 1 and denoter.texts[start - 1] in ("-", "–"):
        before = denoter.mention_at.get(start - 2)
        if before is None:
            break
        start = before.start
    return start
