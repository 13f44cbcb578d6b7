"""By whom how much is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names

if TYPE_CHECKING:
    from relgraph.graph.query import Relations

Counts = tuple[tuple[str, int], ...]
"""Names and how often each occurs, the most frequent first."""


def speakers_of(names: Names, relations: Relations, *, but: str | None = None) -> Counts:
    """Return who tells how many of some relations, except for an actor (its id) and what belongs to it."""
    chains, actors = names.content.chains, names.content.actors

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[str, ...]:
        said = facts.said(hit.relation)
        if said is None:
            return ()
        name, id_ = said
        if id_ is None or id_ not in actors:
            return (name,)
        return () if but is not None and but in chains[id_] else (actors[id_].name,)

    return most_first({name: len(places) for name, places in relations.places_by(keys).items()})


def most_first(counts: Mapping[str, int]) -> Counts:
    """Return names with their numbers, the largest number first."""
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
