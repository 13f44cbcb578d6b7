"""Structural balance: whether the friends of friends are friends, and the enemies of friends enemies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from relgraph.graph.camps import Camps, camps_of
from relgraph.graph.conditions import AskedTypes, Conditions
from relgraph.graph.names import Names
from relgraph.graph.rows import Rows
from relgraph.graph.signed import Pair, SignedPairs, Signs, signed_pairs
from relgraph.graph.table import counted
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor

Pattern = Literal["+++", "++-", "+--", "---"]
"""How many of the three ties of a triad are friendly and hostile."""

_PATTERNS: dict[int, Pattern] = {3 - 2 * number: pattern for number, pattern in enumerate(get_args(Pattern))}


@dataclass(frozen=True, slots=True, repr=False)
class Triad:
    """Three actors who all have to do with each other.

    Attributes:
        actors: The three, in the order of their names.
        nets: How many more relations are friendly than hostile between the first and second, the first and third, and
            the second and third; none is 0.
    """

    actors: tuple[Actor, Actor, Actor]
    nets: tuple[int, int, int]

    @property
    def pattern(self) -> Pattern:
        """The signs of the three ties, friendly ones first: ``+++``, ``++-``, ``+--`` or ``---``."""
        return _PATTERNS[sum(1 if net > 0 else -1 for net in self.nets)]

    @property
    def balanced(self) -> bool:
        """Whether the product of the signs is positive: ``+++`` and ``+--`` (Cartwright and Harary 1956)."""
        return self.pattern in ("+++", "+--")

    @property
    def strength(self) -> int:
        """The surplus of relations of the weakest of the three ties."""
        return min(map(abs, self.nets))

    def __repr__(self) -> str:
        return visible(f"{' – '.join(actor.name for actor in self.actors)}  {self.pattern}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the triad as one flat row of plain values."""
        row: dict[str, Plain] = dict(zip(("first_actor", "second_actor", "third_actor"), self._names, strict=True))
        row.update({"pattern": self.pattern, "balanced": self.balanced})
        row.update(zip(("net_first_second", "net_first_third", "net_second_third"), self.nets, strict=True))
        row["strength"] = self.strength
        ids = (actor.id for actor in self.actors)
        row.update(zip(("first_actor_id", "second_actor_id", "third_actor_id"), ids, strict=True))
        return row

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(actor.name for actor in self.actors)


class Balance(Rows[Triad]):
    """The triads of a signed network, the unbalanced ones first, and of these the strong ones; and the `camps`.

    `counts` has the number of triads of each pattern. `ambivalent` is how many pairs have as many friendly as hostile
    relations and so no sign.
    """

    __slots__ = ("ambivalent", "camps", "counts", "signed")

    columns = (
        "first_actor", "second_actor", "third_actor", "pattern", "balanced",
        "net_first_second", "net_first_third", "net_second_third", "strength",
        "first_actor_id", "second_actor_id", "third_actor_id",
    )  # fmt: skip
    header = ("first actor", "second actor", "third actor", "triad", "", "weakest tie")

    def __init__(self, pairs: SignedPairs, camps: Camps) -> None:
        nets = pairs.net
        triads = [
            Triad((pairs.actors[a], pairs.actors[b], pairs.actors[c]), found) for (a, b, c), found in _triads(nets)
        ]
        # What comes before in the order of names stays before what is equal.
        super().__init__(sorted(triads, key=lambda triad: (triad.balanced, -triad.strength)))
        self.camps = camps
        self.signed: int = len(nets)
        self.ambivalent: int = len(pairs.counts) - len(nets)
        found = Counter(triad.pattern for triad in triads)
        self.counts: dict[Pattern, int] = {pattern: found[pattern] for pattern in get_args(Pattern)}

    @property
    def share(self) -> float | None:
        """The share of balanced triads, from 0 to 1 (Cartwright and Harary 1956); None if there is no triad."""
        return (self.counts["+++"] + self.counts["+--"]) / len(self) if self else None

    @property
    def weak_share(self) -> float | None:
        """The share if three who are all hostile to each other count as balanced too (Davis 1967)."""
        return 1 - self.counts["++-"] / len(self) if self else None

    @property
    def frustration(self) -> float:
        """The share of the relations that go against the camps."""
        return self.camps.frustration

    @property
    def balanced(self) -> tuple[Triad, ...]:
        """The balanced triads."""
        return tuple(triad for triad in self if triad.balanced)

    @property
    def unbalanced(self) -> tuple[Triad, ...]:
        """The unbalanced triads."""
        return tuple(triad for triad in self if not triad.balanced)

    @property
    def title(self) -> str:
        """How many triads are balanced."""
        share, weak = self.share, self.weak_share
        if share is None or weak is None:
            return "no triads"
        good = self.counts["+++"] + self.counts["+--"]
        lone = f" ({weak:.0%} if all may be hostile to all)" if self.counts["---"] else ""
        return f"{good:,} of {counted(len(self), 'triad')} balanced: {share:.0%}{lone}"

    @property
    def notes(self) -> str:
        """The numbers of each pattern, pairs without a sign, the frustration of the camps, and what does not count."""
        parts = [f"{number:,} {pattern}" for pattern, number in self.counts.items() if number]
        parts += [f"{counted(self.ambivalent, 'pair')} as friendly as hostile"] if self.ambivalent else []
        parts.append(f"{counted(len(self.camps), 'camp')} with frustration {self.frustration:.0%}")
        return "; ".join(filter(None, [*parts, self.camps.notes]))

    def cells(self, row: Triad) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        return *row._names, row.pattern, "balanced" if row.balanced else "unbalanced", str(row.strength)


def balance(names: Names, type: AskedTypes, signs: Signs | None, conditions: Conditions) -> Balance:
    """Return the balance; `Insights.balance` explains it."""
    pairs = signed_pairs(names, type, signs, conditions)
    return Balance(pairs, camps_of(names, pairs))


def _triads(nets: dict[Pair, int]) -> Iterator[tuple[tuple[str, str, str], tuple[int, int, int]]]:
    """Yield three actors and the weights between them, in the order of the pairs, which is that of names."""
    later: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), net in nets.items():
        later[one][other] = net
    for one, others in list(later.items()):
        for second, first_net in others.items():
            # The shorter way round: a few actors have most of the ties.
            thirds = later.get(second, {})
            shared = (
                (third for third in thirds if third in others)
                if len(thirds) <= len(others)
                else (third for third in others if third in thirds)
            )
            for third in shared:
                yield (one, second, third), (first_net, others[third], thirds[third])
