"""Splitting a signed network into groups, by local search: numbers in, numbers out.

What is sought is the split with the greatest sum, over all groups, of the weights within. With a `resolution` of 0 that
is the one with the least frustration: fewest negative weights within and positive ones between groups, of which there
may be any number (Davis 1967, Doreian and Mrvar 1996). With 1 it is the one with the greatest modularity for signed
networks (Gómez, Jensen and Arenas 2009): weights count as far as they exceed what chance would give nodes of such
strengths. Traag and Bruggeman (2009) show that the two are ends of one scale.

networkx splits only networks without signs, so the search is here. It moves single nodes while that helps, then whole
groups of them, then single ones again, as Blondel et al. (2008) do for networks without signs, from several starts,
the later ones near the best split so far. Every choice is made by numbers, so that the same network always gives the
same split.

James A. Davis: Clustering and structural balance in graphs. Human Relations 20 (1967).
Patrick Doreian and Andrej Mrvar: A partitioning approach to structural balance. Social Networks 18 (1996).
Sergio Gómez, Pablo Jensen and Alex Arenas: Analysis of community structure in networks of correlated data. Physical
Review E 80 (2009), 016114.
V. A. Traag and Jeroen Bruggeman: Community detection in networks with positive and negative links. Physical Review E 80
(2009), 036115.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Weights = Mapping[tuple[int, int], int]
"""Weights other than 0 between nodes, which are numbers from 0; each pair once, no node with itself."""

_ORDERS = 160
_STEPS = 600_000
_FEW = 64
_FRESH = 4
_SHAKEN = 0.15
_ROUNDS = 20
_TINY = 1e-9


class Network(NamedTuple):
    """Weights between nodes, and how much of positive and negative weight each has in all."""

    links: list[dict[int, int]]
    positive: list[int]
    negative: list[int]


def split(weights: Weights, size: int, resolution: float = 0.0) -> list[int]:
    """Return the number of the group of each of `size` nodes; groups are numbered in the order of their first nodes."""
    network = _network(weights, size)
    best, best_quality = list(range(size)), float("-inf")
    by_strength = sorted(range(size), key=lambda node: (-network.positive[node] - network.negative[node], node))
    chance = random.Random(0)
    for attempt in range(max(1, min(_ORDERS, _STEPS // (len(weights) + 1)))):
        order = by_strength if attempt == 0 else chance.sample(range(size), size)
        if attempt >= _FRESH:
            start = _shaken(best, chance)
        else:
            # From single nodes, or from a few large groups.
            start = [chance.randrange(1 + attempt // 2) for _ in order] if attempt % 2 else list(range(size))
        groups = _numbered(_searched(network, start, order, resolution))
        if resolution == 0:
            groups = _numbered(_connected(network, groups))
        found = quality(network, groups, resolution)
        if found > best_quality + _TINY or (found > best_quality - _TINY and groups < best):
            best, best_quality = groups, found
    return best


def modularity(weights: Weights, groups: Sequence[int]) -> float:
    """Return the modularity of a split for signed networks (Gómez et al. 2009, eq. 17); 0 if there are no weights."""
    network = _network(weights, len(groups))
    total = sum(network.positive) + sum(network.negative)
    return 2 * quality(network, groups, 1.0) / total if total else 0.0


def quality(network: Network, groups: Sequence[int], resolution: float) -> float:
    """Return the sum of the weights within groups, less `resolution` times what chance would give."""
    within = 0
    for node, links in enumerate(network.links):
        within += sum(weight for other, weight in links.items() if other > node and groups[other] == groups[node])
    if resolution == 0:
        return within
    expected = 0.0
    for strengths, sign in ((network.positive, 1), (network.negative, -1)):
        sums: defaultdict[int, int] = defaultdict(int)
        for node, strength in enumerate(strengths):
            sums[groups[node]] += strength
        total = sum(strengths)
        expected += sign * sum(each * each for each in sums.values()) / (2 * total) if total else 0.0
    return within - resolution * expected


def _shaken(groups: Sequence[int], chance: random.Random) -> list[int]:
    """Return a split with some nodes thrown into other groups, from which a search may find a better one."""
    number = max(groups, default=0) + 1
    return [chance.randrange(number) if chance.random() < _SHAKEN else group for group in groups]


def _network(weights: Weights, size: int) -> Network:
    network = Network([{} for _ in range(size)], [0] * size, [0] * size)
    for (one, other), weight in weights.items():
        network.links[one][other] = network.links[other][one] = weight
        strengths = network.positive if weight > 0 else network.negative
        strengths[one] += abs(weight)
        strengths[other] += abs(weight)
    return network


def _searched(network: Network, groups: list[int], order: Sequence[int], resolution: float) -> list[int]:
    """Return the group of each node after a search that begins with these groups and takes nodes in this order."""
    for _ in range(_ROUNDS):
        _move(network, groups, order, resolution)
        groups = _numbered(groups)
        merged = _merged(network, groups)
        upper = list(range(len(merged.links)))
        if not _move(merged, upper, list(upper), resolution):
            return groups
        groups = [upper[group] for group in groups]
    return groups


def _move(network: Network, groups: list[int], order: Sequence[int], resolution: float) -> bool:
    """Move nodes to other groups, in place, for as long as that improves the split; tell whether anything moved."""
    positive, negative = _sums(groups, network.positive), _sums(groups, network.negative)
    members = _sums(groups, [1] * len(groups))
    per_positive = resolution / (sum(network.positive) or 1)
    per_negative = resolution / (sum(network.negative) or 1)
    empty = [group for group in range(len(groups) + 1) if group not in members]
    moved, again = False, True
    while again:
        again = False
        for node in order:
            here, plus, minus = groups[node], network.positive[node], network.negative[node]
            gains: defaultdict[int, float] = defaultdict(float)
            for other, weight in network.links[node].items():
                gains[groups[other]] += weight
            members[here] -= 1
            positive[here] -= plus
            negative[here] -= minus
            if resolution and len(members) <= _FEW:
                # Those who share their enemies belong together here, even if nothing links them.
                for group in members:
                    gains[group] += 0.0
            stay = gains[here] - plus * positive[here] * per_positive + minus * negative[here] * per_negative
            best, most = here, stay
            for group, gain in gains.items():
                total = gain - plus * positive[group] * per_positive + minus * negative[group] * per_negative
                if members[group] and (total > most + _TINY or (total > most - _TINY and group < best != here)):
                    best, most = group, total
            if most < -_TINY and members[here]:
                best = empty.pop()
            if best != here:
                again = moved = True
                if not members[here]:
                    del members[here]
                    empty.append(here)
            groups[node] = best
            members[best] += 1
            positive[best] += plus
            negative[best] += minus
    return moved


def _sums(groups: Sequence[int], values: Sequence[int]) -> defaultdict[int, int]:
    sums: defaultdict[int, int] = defaultdict(int)
    for group, value in zip(groups, values, strict=True):
        sums[group] += value
    return sums


def _merged(network: Network, groups: Sequence[int]) -> Network:
    """Return the network whose nodes are the groups, which are numbered from 0."""
    size = max(groups, default=-1) + 1
    positive, negative = _sums(groups, network.positive), _sums(groups, network.negative)
    links: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(size)]
    for node, found in enumerate(network.links):
        for other, weight in found.items():
            if groups[node] != groups[other]:
                links[groups[node]][groups[other]] += weight
    return Network(
        [dict(each) for each in links],
        [positive[group] for group in range(size)],
        [negative[group] for group in range(size)],
    )


def _connected(network: Network, groups: Sequence[int]) -> list[int]:
    """Return the split with each group that no positive weights hold together taken apart, which costs nothing."""
    found = [-1] * len(groups)
    for start in range(len(groups)):
        if found[start] >= 0:
            continue
        found[start], reached = start, [start]
        while reached:
            node = reached.pop()
            for other, weight in network.links[node].items():
                if weight > 0 and found[other] < 0 and groups[other] == groups[node]:
                    found[other] = start
                    reached.append(other)
    return found


def _numbered(groups: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]
