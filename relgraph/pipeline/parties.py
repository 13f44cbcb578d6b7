"""What the stages of reading hand on: a `Party` is an actor at a place of the parsed text."""

from __future__ import annotations

from dataclasses import dataclass

from relgraph.model import Via


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as the words name it: the actor's id and the tokens ``start:end`` that stand for it.

    `capital` marks a city that is its country only where it acts. `how` says in words why these tokens mean this actor.
    """

    actor: str
    start: int
    end: int
    via: Via
    how: str = "named"
    capital: bool = False

    def overlaps(self, other: Party) -> bool:
        """Tell whether both are named by some of the same words."""
        return self.start < other.end and other.start < self.end

    def widened(self, start: int, end: int, how: str | None = None) -> Party:
        """Return the same actor over at least these tokens as well."""
        start, end = min(self.start, start), max(self.end, end)
        return Party(self.actor, start, end, self.via, how or self.how, self.capital)


def unique(parties: list[Party]) -> list[Party]:
    """Drop parties that name an actor a second time at the same place; the order stays."""
    if len(parties) < 2:
        return parties.copy()
    seen: set[tuple[str, int]] = set()
    kept = []
    for party in parties:
        key = (party.actor, party.start)
        if key not in seen:
            seen.add(key)
            kept.append(party)
    return kept
