"""Camps: actors among whom what is friendly prevails, and between whom what is hostile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions
from relgraph.graph.names import Names
from relgraph.graph.rows import Rows
from relgraph.graph.signed import Dyad, SignedPairs, Signs, signed_pairs
from relgraph.graph.splitting import modularity, split
from relgraph.graph.table import counted
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """How many friendly and hostile relations someone has inside a camp and with those outside.

    Attributes:
        friendly_inside: Friendly ones inside.
        hostile_inside: Hostile ones inside.
        friendly_outside: Friendly ones with those outside.
        hostile_outside: Hostile ones with those outside.
    """

    friendly_inside: int = 0
    hostile_inside: int = 0
    friendly_outside: int = 0
    hostile_outside: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Camp:
    """One of the camps.

    Attributes:
        number: Its number, from 1.
        members: Its members, those with most friendly relations inside first.
        standings: Where each member stands, in the same order.
        sums: These added up, with relations between two members counted once.
    """

    number: int
    members: tuple[Actor, ...]
    standings: tuple[Standing, ...]
    sums: Standing

    def __len__(self) -> int:
        return len(self.members)

    def __contains__(self, actor: object) -> bool:
        return actor in self.members

    def __repr__(self) -> str:
        return visible(f"{self.number}: {', '.join(actor.name for actor in self.members)}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the camp as one flat row of plain values."""
        sums = self.sums
        return {
            "camp": self.number,
            "actors": len(self.members),
            "friendly_inside": sums.friendly_inside,
            "hostile_inside": sums.hostile_inside,
            "friendly_outside": sums.friendly_outside,
            "hostile_outside": sums.hostile_outside,
            "members": ", ".join(actor.name for actor in self.members),
        }


class Camps(Rows[Camp]):
    """The camps, the largest first; frames have a row for each actor.

    `frustration` is the share of the relations that go against the split: hostile ones inside camps, friendly ones
    between them (0 if there are none at all). `modularity` is that for signed networks of Gómez et al. (2009).
    """

    __slots__ = ("__dict__", "_names", "_number_of", "_pairs", "against", "modularity", "relations")

    columns = (
        "camp", "actor", "kind", "friendly_inside", "hostile_inside", "friendly_outside", "hostile_outside", "actor_id",
    )  # fmt: skip
    header = ("camp", "actors", "inside", "outside", "members")

    def __init__(self, names: Names, pairs: SignedPairs, number_of: Mapping[str, int], modularity: float) -> None:
        super().__init__(_camps(pairs, number_of))
        self._names = names
        self._pairs = pairs
        self._number_of = number_of
        self.modularity = modularity
        self.relations: int = sum(good + bad for good, bad in pairs.counts.values())
        self.against: int = sum(
            bad if number_of[one] == number_of[other] else good for (one, other), (good, bad) in pairs.counts.items()
        )

    @property
    def frustration(self) -> float:
        """The share of the relations that go against the split, from 0 to 1."""
        return self.against / self.relations if self.relations else 0.0

    @cached_property
    def strains(self) -> tuple[Dyad, ...]:
        """The pairs that the split is hardest on: with relations that go against it, those with most of them first."""
        found = []
        for (one, other), (good, bad) in self._pairs.counts.items():
            if against := bad if self._number_of[one] == self._number_of[other] else good:
                found.append((-against, (one, other)))
        return tuple(self._pairs.dyad(pair) for _, pair in sorted(found, key=lambda each: each[0]))

    @property
    def dyads(self) -> tuple[Dyad, ...]:
        """All pairs with friendly or hostile relations, in the order of names."""
        return tuple(map(self._pairs.dyad, self._pairs.counts))

    def of(self, name: str | Actor) -> Camp | None:
        """Return the camp of an actor, None if it has no friendly or hostile relations; raises `UnknownActorError`."""
        number = self._number_of.get(self._names.actor(name).id)
        return None if number is None else self[number - 1]

    @property
    def title(self) -> str:
        """How many camps of how many actors there are, and how much goes against them."""
        alone = sum(len(camp) == 1 for camp in self)
        actors = counted(len(self._number_of), "actor") + (f" ({alone:,} alone)" if alone else "")
        against = f"{self.against:,} of {counted(self.relations, 'relation')} against it ({self.frustration:.0%})"
        return f"{counted(len(self), 'camp')} of {actors}, {against}; signed modularity {self.modularity:.2f}"

    @property
    def notes(self) -> str:
        """Which relations do not count."""
        return self._pairs.left_out

    def cells(self, row: Camp) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        sums = row.sums
        return (
            str(row.number),
            str(len(row)),
            f"+{sums.friendly_inside} −{sums.hostile_inside}",
            f"+{sums.friendly_outside} −{sums.hostile_outside}",
            ", ".join(actor.name for actor in row.members),
        )

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a row of plain values for each actor, those of the first camp first."""
        return [
            {
                "camp": camp.number,
                "actor": actor.name,
                "kind": actor.kind,
                "friendly_inside": standing.friendly_inside,
                "hostile_inside": standing.hostile_inside,
                "friendly_outside": standing.friendly_outside,
                "hostile_outside": standing.hostile_outside,
                "actor_id": actor.id,
            }
            for camp in self
            for actor, standing in zip(camp.members, camp.standings, strict=True)
        ]


def camps(
    names: Names,
    type: AskedTypes,
    signs: Signs | None,
    conditions: Conditions,
    *,
    resolution: float,
    weighted: bool,
) -> Camps:
    """Return the camps; `Insights.camps` explains them."""
    if isinstance(resolution, bool) or not isinstance(resolution, int | float) or not 0 <= resolution < float("inf"):
        raise UsageError(f"resolution={resolution!r} is no number from 0")
    return camps_of(names, signed_pairs(names, type, signs, conditions), resolution, weighted)


def camps_of(names: Names, pairs: SignedPairs, resolution: float = 0.0, weighted: bool = True) -> Camps:
    """Return the camps of signed pairs."""
    place = {id_: number for number, id_ in enumerate(pairs.ids)}
    weights = {
        (place[one], place[other]): net if weighted else (net > 0) - (net < 0)
        for (one, other), net in pairs.net.items()
    }
    groups = split(weights, len(place), float(resolution))
    members: defaultdict[int, list[str]] = defaultdict(list)
    for id_, group in zip(pairs.ids, groups, strict=True):
        members[group].append(id_)
    # Groups are numbered by their first members in the order of names, which decides between equally large ones.
    largest_first = sorted(members, key=lambda group: (-len(members[group]), group))
    number_of = {id_: number for number, group in enumerate(largest_first, 1) for id_ in members[group]}
    return Camps(names, pairs, number_of, modularity(weights, groups))


def _camps(pairs: SignedPairs, number_of: Mapping[str, int]) -> list[Camp]:
    standings: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    members: defaultdict[int, list[str]] = defaultdict(list)
    for id_, number in number_of.items():
        members[number].append(id_)
    for pair, counts in pairs.counts.items():
        outside = 0 if number_of[pair[0]] == number_of[pair[1]] else 2
        for at, count in enumerate(counts, outside):
            for id_ in pair:
                standings[id_][at] += count
            for number in {number_of[id_] for id_ in pair}:
                sums[number][at] += count

    def order(id_: str) -> tuple[int, int, tuple[str, str]]:
        friends, foes, *_ = standings[id_]
        return -friends, foes, pairs.rank(id_)

    made = []
    for number in sorted(members):
        ids: Sequence[str] = sorted(members[number], key=order)
        each = tuple(Standing(*standings[id_]) for id_ in ids)
        made.append(Camp(number, tuple(pairs.actors[id_] for id_ in ids), each, Standing(*sums[number])))
    return made
