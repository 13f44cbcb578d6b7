"""What fits on a page: all, or the strongest ties, with what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from relgraph.errors import UsageError
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.query import Relations
from relgraph.graph.ties import Places

SHARE = 20
"""Where not all fits, there are at least so many times fewer ties than relations on a page, rather than a few whole."""

TieKey = tuple[str, str, str]
"""The ids of two actors, sorted, and a family: what is drawn as one line."""

_Rank = tuple[bool, bool, float]


class Chosen(NamedTuple):
    """The relations on a page, how many ties and relations are not, and how many had those ties that are cut."""

    relations: Relations
    ties_left_out: int
    relations_left_out: int
    cut: Mapping[TieKey, int]


def chosen(relations: Relations, limit: int) -> Chosen:
    """Return the relations of the strongest ties, at most `limit` of them; raises `UsageError` if that is not positive.

    The strength of a tie is its number of relations. Where the strongest would fill the page, each keeps only its
    surest relations: what is stated plainly and by the text itself comes first.
    """
    if limit < 1:
        raise UsageError(f"limit={limit} leaves nothing to show; give a number of relations such as 5000")
    if len(relations) <= limit:
        return Chosen(relations, 0, 0, {})
    ranks: list[_Rank] = []

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[TieKey]:
        ranks.append(_rank(hit, facts))
        one, other = sorted((hit.source, hit.target))
        return ((one, other, facts.type(hit.relation).partition(".")[0]),)

    ties = sorted(relations.places_by(keys).items(), key=lambda tie: (-len(tie[1]), tie[0]))
    most = _most([len(places) for _, places in ties[: max(1, limit // SHARE)]], limit)
    kept: list[int] = []
    cut: dict[TieKey, int] = {}
    taken = 0
    for key, places in ties:
        surest = _surest(places, ranks, min(most, limit - len(kept)))
        if not surest:
            break
        kept += surest
        taken += 1
        if len(surest) < len(places):
            cut[key] = len(places)
    return Chosen(relations.of(sorted(kept)), len(ties) - taken, len(relations) - len(kept), cut)


def _most(counts: Sequence[int], limit: int) -> int:
    """Return how many relations each tie may have so that these all fit: as many as can be, and at least one."""
    least, most = 1, limit
    while least < most:
        middle = (least + most + 1) // 2
        if sum(min(count, middle) for count in counts) <= limit:
            least = middle
        else:
            most = middle - 1
    return least


def _surest(places: Places, ranks: Sequence[_Rank], most: int) -> list[int]:
    return sorted(places, key=ranks.__getitem__)[: max(0, most)]


def _rank(hit: Hit[Any], facts: Facts[Any]) -> _Rank:
    relation = hit.relation
    plain = facts.modality(relation) == "actual" and facts.polarity(relation) == "affirmed"
    return not plain, facts.said(relation) is not None, -facts.confidence(relation)
