"""Brokers: actors over whom the shortest friendly ways between others lead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions
from relgraph.graph.names import Names
from relgraph.graph.rows import Rows
from relgraph.graph.signed import SignedPairs, Signs, signed_pairs
from relgraph.graph.table import counted
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor

if TYPE_CHECKING:
    import networkx

_STEPS = 4_000_000
"""How many times a tie may be walked over: a few seconds."""


@dataclass(frozen=True, slots=True, repr=False)
class Broker:
    """An actor over whom friendly ways between others lead.

    Attributes:
        actor: The actor.
        betweenness: The share of shortest ways that lead over it, from 0 to 1.
        partners: How many actors it has friendly relations with.
        open_pairs: How many pairs of these have no friendly tie.
        foes_between: How many of those pairs have hostile relations: who deals with both sides of a conflict.
    """

    actor: Actor
    betweenness: float
    partners: int
    open_pairs: int
    foes_between: int

    def __repr__(self) -> str:
        return visible(f"{self.actor.name}  {self.betweenness:.3f}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the broker as one flat row of plain values."""
        return {
            "actor": self.actor.name,
            "kind": self.actor.kind,
            "betweenness": self.betweenness,
            "partners": self.partners,
            "open_pairs": self.open_pairs,
            "foes_between": self.foes_between,
            "actor_id": self.actor.id,
        }


class Brokers(Rows[Broker]):
    """The actors over whom any way leads, those with the greatest betweenness first.

    `actors` and `ties` are the numbers of nodes and edges; `pivots` is from how many actors ways were counted, None if
    from all.
    """

    __slots__ = ("_left_out", "actors", "pivots", "ties")

    columns = ("actor", "kind", "betweenness", "partners", "open_pairs", "foes_between", "actor_id")
    header = ("actor", "betweenness", "partners", "unlinked pairs", "of these hostile")

    def __init__(
        self, brokers: list[Broker], *, actors: int, ties: int, pivots: int | None, left_out: str = ""
    ) -> None:
        super().__init__(brokers)
        self.actors = actors
        self.ties = ties
        self.pivots = pivots
        self._left_out = left_out

    @property
    def title(self) -> str:
        """How many brokers there are among how many actors."""
        actors, ties = counted(self.actors, "actor"), counted(self.ties, "friendly tie")
        return f"{counted(len(self), 'broker')} of {actors} with {ties}"

    @property
    def notes(self) -> str:
        """From how many actors ways were counted, if not from all, and which relations do not count."""
        estimate = f"estimated by the ways from {self.pivots:,} of the actors" if self.pivots is not None else ""
        return "; ".join(filter(None, (estimate, self._left_out)))

    def cells(self, row: Broker) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        return row.actor.name, f"{row.betweenness:.3f}", str(row.partners), str(row.open_pairs), str(row.foes_between)


def brokers(names: Names, type: AskedTypes, signs: Signs | None, pivots: int | None, conditions: Conditions) -> Brokers:
    """Return the brokers; `Insights.brokers` explains them."""
    import networkx  # noqa: PLC0415 -- slow to load

    if pivots is not None and (isinstance(pivots, bool) or not isinstance(pivots, int) or pivots < 1):
        raise UsageError(f"pivots={pivots!r} is no whole number from 1")
    pairs = signed_pairs(names, type, signs, conditions)
    network = networkx.Graph()
    friendly = [pair for pair, (good, _) in pairs.counts.items() if good]
    # Which actors are the pivots depends on the order of nodes, so that is the one of names.
    network.add_nodes_from(sorted({id_ for pair in friendly for id_ in pair}, key=pairs.rank))
    network.add_edges_from(friendly)
    size = len(network)
    if pivots is None and size * len(friendly) > _STEPS:
        pivots = max(1, _STEPS // len(friendly))
    if pivots is not None and pivots >= size:
        pivots = None
    found = networkx.betweenness_centrality(network, k=pivots, seed=0)
    linked, foes = networkx.triangles(network), _foes_between(pairs, network)
    made = []
    for id_, betweenness in found.items():
        if betweenness > 0:
            partners = len(network[id_])
            unlinked = partners * (partners - 1) // 2 - linked[id_]
            made.append(Broker(pairs.actors[id_], betweenness, partners, unlinked, foes[id_]))
    # Sums of fractions that are equal on paper may differ in the last digits.
    made.sort(key=lambda broker: (-round(broker.betweenness, 12), -broker.partners, pairs.rank(broker.actor.id)))
    return Brokers(made, actors=size, ties=len(friendly), pivots=pivots, left_out=pairs.left_out)


def _foes_between(pairs: SignedPairs, network: networkx.Graph) -> Counter[str]:
    """Return how many pairs with only hostile relations each actor has among its partners."""
    foes: Counter[str] = Counter()
    for (one, other), (good, _) in pairs.counts.items():
        if not good and one in network and other in network:
            foes.update(network[one].keys() & network[other].keys())
    return foes
