"""What fits on a page: all, or the strongest ties, with what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from relgraph.errors import UsageError
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.query import Relations
from relgraph.graph.ties import Places

PART = 25
"""Where not all fits, a tie has at most one in so many of the relations on the page, so that it does not fill it."""

TieKey = tuple[str, str, str]
"""The ids of two actors, sorted, and a family: what is drawn as one line."""


class Chosen(NamedTuple):
    """The relations on a page; how many ties and relations are not, and how many of these belong to ties that are."""

    relations: Relations
    ties_left_out: int
    relations_left_out: int
    cut_from_ties: int


def chosen(relations: Relations, limit: int) -> Chosen:
    """Return the relations of the strongest ties, at most `limit` of them; raises `UsageError` if that is not positive.

    The strength of a tie is its number of relations. If something has to be left out, no tie keeps more than its part;
    what is stated plainly and surely comes first.
    """
    if limit < 1:
        raise UsageError(f"limit={limit} leaves nothing to show; give a number of relations such as 5000")
    if len(relations) <= limit:
        return Chosen(relations, 0, 0, 0)
    ranks: list[tuple[bool, bool, float]] = []

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[TieKey]:
        ranks.append(_rank(hit, facts))
        one, other = sorted((hit.source, hit.target))
        return ((one, other, facts.type(hit.relation).partition(".")[0]),)

    ties = sorted(relations.places_by(keys).items(), key=lambda tie: (-len(tie[1]), tie[0]))
    kept, taken, cut = _kept([places for _, places in ties], ranks, limit)
    return Chosen(relations.of(sorted(kept)), len(ties) - taken, len(relations) - len(kept), cut)


def _kept(ties: Sequence[Places], ranks: Sequence[tuple[bool, bool, float]], limit: int) -> tuple[list[int], int, int]:
    """Return the places that are kept, of how many ties they are, and how many of these ties' places are not kept."""
    part = max(1, limit // PART)
    kept: list[int] = []
    cut = 0
    for taken, places in enumerate(ties):
        surest = sorted(places, key=ranks.__getitem__)[:part]
        if len(kept) + len(surest) > limit:
            return kept, taken, cut
        kept += surest
        cut += len(places) - len(surest)
    return kept, len(ties), cut


def _rank(hit: Hit[Any], facts: Facts[Any]) -> tuple[bool, bool, float]:
    relation = hit.relation
    plain = facts.modality(relation) == "actual" and facts.polarity(relation) == "affirmed"
    return not plain, facts.said(relation) is not None, -facts.confidence(relation)
