"""Where actors stand in the drawing: found once, the same for the same relations.

Connected actors attract and all repel each other (ForceAtlas2: Jacomy, Venturini, Heymann, Bastian 2014, PLoS ONE 9).
Those with a single partner are left out of that and set around it, which is where they would end up; so are, in large
networks, those with few relations. Parts of the network that have nothing to do with each other are laid out alone and
packed. In the end all are moved apart until no name would cover another.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import networkx
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_LETTER, _LINE, _LONGEST = 7.0, 40.0, 24
"""About how many pixels a letter is wide and a name with a small node high; for longer names there need be no room."""
_SIZE = 5.0
"""How nodes grow with the root of the number of relations, as the script of the page has it."""
_LENGTH = 150.0
_GAP = 90.0
_WIDE = 1.5
"""The drawing is as many times wider than it is high."""
_ROUNDS, _PAIRS = 120, 40_000_000
"""How many rounds all are moved apart, at most, and how many pairs may be looked at for that: seconds, not minutes."""
_INNER = 700
"""As many of a part's actors, those with the most relations, find their places by the forces."""
_FULL = 0.4
"""As much of the drawing may be full of boxes."""
_STRETCH = 1.25
_BACKBONE, _OTHERS = 2, 0.05
"""As many partners of each actor decide where it stands; the others hardly do, or all would end up in one clump."""


def layout(names: Mapping[str, str], counts: Mapping[tuple[str, str], int]) -> dict[str, tuple[int, int]]:
    """Return a place for each actor, in pixels.

    `names` has the names of actors by id, `counts` how many relations are between two of them (an actor and itself:
    without effect).
    """
    import networkx  # noqa: PLC0415 -- slow to load

    network = networkx.Graph()
    network.add_nodes_from(sorted(names))
    network.add_weighted_edges_from(_weighted(counts))
    sizes = _sizes(names, counts)
    parts = sorted(map(sorted, networkx.connected_components(network)), key=lambda part: (-len(part), part))
    placed = [_apart(_placed(network.subgraph(part), part), np.array([sizes[id_] for id_ in part])) for part in parts]
    return {
        id_: (round(float(x)), round(float(y)))
        for part, points in zip(parts, _packed(placed), strict=True)
        for id_, (x, y) in zip(part, points, strict=True)
    }


def _weighted(counts: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str, float]]:
    """Give the pairs with how much they attract each other: little if neither is a strongest partner of the other."""
    partners: Counter[str] = Counter()
    strongest = sorted(((count, pair) for pair, count in counts.items()), key=lambda each: (-each[0], each[1]))
    for count, (one, other) in strongest:
        if one == other:
            continue
        backbone = min(partners[one], partners[other]) < _BACKBONE
        partners.update((one, other))
        yield one, other, (1 + math.log2(count) / 4) * (1 if backbone else _OTHERS)


def _placed(part: networkx.Graph, ids: Sequence[str]) -> Points:
    """Return the places of the actors of a connected part, in the order of their ids."""
    inner = _inner(part)
    if not inner:  # two that have only each other, or one alone
        return np.array([(index * 2 * _LENGTH, 0.0) for index in range(len(ids))])
    points = dict(zip(inner, _by_forces(part.subgraph(inner), inner), strict=True))
    while len(points) < len(ids):
        points.update(_around(part, [id_ for id_ in ids if id_ not in points], points))
    return _turned(np.array([points[id_] for id_ in ids]))


def _inner(part: networkx.Graph) -> list[str]:
    """Return actors with several partners: the one with the most relations, then always the next one tied to them."""
    rank = {id_: (-weight, id_) for id_, weight in part.degree(weight="weight") if part.degree(id_) > 1}
    found: list[str] = []
    seen = {min(rank, key=rank.__getitem__)} if rank else set()
    waiting = [rank[id_] for id_ in seen]
    while waiting and len(found) < _INNER:
        _, id_ = heappop(waiting)
        found.append(id_)
        for other in part[id_]:
            if other in rank and other not in seen:
                seen.add(other)
                heappush(waiting, rank[other])
    return sorted(found)


def _around(part: networkx.Graph, ids: Iterable[str], points: Mapping[str, Points]) -> dict[str, Points]:
    """Return places for those of the ids that have a partner with a place: around the one that they have most with."""
    hanging: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        if partners := [(part[id_][each]["weight"], each) for each in part[id_] if each in points]:
            hanging[max(partners)[1]].append(id_)
    found: dict[str, Points] = {}
    for hub, leaves in sorted(hanging.items()):
        others = [points[id_] for id_ in part[hub] if id_ in points]
        found.update(zip(leaves, _fan(points[hub], others, len(leaves)), strict=True))
    return found


def _by_forces(part: networkx.Graph, ids: Sequence[str]) -> Points:
    import networkx  # noqa: PLC0415 -- slow to load

    if len(ids) == 1:
        return np.zeros((1, 2))
    rounds = min(400, max(60, _PAIRS // len(ids) ** 2))
    angles = np.linspace(0, 2 * np.pi, len(ids), endpoint=False)
    order = sorted(ids, key=lambda id_: (-part.degree(id_), id_))
    # On a spiral, the busiest inside: no chance is needed to begin with.
    start = {
        id_: np.array((np.cos(turn * 7), np.sin(turn * 7))) * (1 + index) ** 0.5
        for index, (id_, turn) in enumerate(zip(order, angles, strict=True))
    }
    found: dict[str, Any] = networkx.forceatlas2_layout(
        part.copy(), pos=start, max_iter=rounds, weight="weight", scaling_ratio=2.0, strong_gravity=False, seed=0
    )
    points = np.array([found[id_] for id_ in ids])
    number = {id_: index for index, id_ in enumerate(ids)}
    lengths = [float(np.linalg.norm(points[number[one]] - points[number[other]])) for one, other in part.edges()]
    return points * (_LENGTH / max(float(np.median(lengths)), 1e-9))


def _fan(hub: Points, others: Sequence[Points], count: int) -> list[Points]:
    """Return places for those that hang on a hub: in rings around it, on the side away from its other partners."""
    away = hub - np.mean(others, axis=0) if others else np.array((1.0, 0.0))
    middle = float(np.arctan2(away[1], away[0]))
    places: list[Points] = []
    ring = 0
    while len(places) < count:
        radius = _LENGTH * (0.8 + 0.55 * ring)
        whole = 2 * np.pi if not others else 1.25 * np.pi
        room = max(1, int(whole * radius / 75))
        here = min(room, count - len(places))
        spread = whole * here / room
        for index in range(here):
            angle = middle + spread * ((index + 0.5) / here - 0.5)
            places.append(hub + radius * np.array((np.cos(angle), np.sin(angle))))
        ring += 1
    return places


def _turned(points: Points) -> Points:
    """Return the points turned so that they lie rather side by side than above each other, as screens do."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1] * np.sign(axes[0, ::-1] + 1e-12)
    turned: Points = centred @ axes * np.array((_STRETCH, 1.0))
    return turned


def _sizes(names: Mapping[str, str], counts: Mapping[tuple[str, str], int]) -> dict[str, tuple[float, float]]:
    """Return how wide and high the box of each actor is: its node, which grows with its relations, and its name."""
    sums = Counter(dict.fromkeys(names, 0))
    for pair, count in counts.items():
        sums.update(dict.fromkeys(pair, count))
    return {
        id_: (
            max(_LETTER * min(max(len(name), 4), _LONGEST) + 12, 4.5 * _SIZE * min(sums[id_], 60) ** 0.5),
            _LINE + 3 * _SIZE * min(sums[id_], 60) ** 0.5,
        )
        for id_, name in names.items()
    }


def _apart(points: Points, sizes: Points) -> Points:
    """Return the points moved until their boxes do not overlap, or as far as some rounds bring them."""
    needed = float((sizes[:, 0] * sizes[:, 1]).sum()) / _FULL
    there_is = float(np.prod(np.ptp(points, axis=0) + sizes.max(axis=0)))
    points = points * max(1.0, (needed / there_is) ** 0.5)
    least_x, least_y = ((sizes[:, None, axis] + sizes[None, :, axis]) / 2 for axis in (0, 1))
    numbers = np.arange(len(points))
    order = np.sign(numbers[:, None] - numbers[None, :])
    for _ in range(min(_ROUNDS, max(4, _PAIRS // len(points) ** 2))):
        dx, dy = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
        over_x, over_y = least_x - np.abs(dx), least_y - np.abs(dy)
        over = (over_x > 0.5) & (over_y > 0.5) & (order != 0)
        if not over.any():
            break
        sideways = over & (over_x < over_y)
        upwards = over & ~sideways
        sign_x, sign_y = (np.where(d == 0, order, np.sign(d)) for d in (dx, dy))
        step_x = np.where(sideways, over_x * sign_x, 0).sum(axis=1)
        step_y = np.where(upwards, over_y * sign_y, 0).sum(axis=1)
        shared = np.maximum(over.sum(axis=1), 1)
        points = points + 0.55 * np.stack((step_x / shared, step_y / shared), axis=1)
    return points


def _packed(parts: Sequence[Points]) -> list[Points]:
    """Return the parts side by side in rows below the first, which is the largest, without overlap."""
    if not parts:
        return []
    sizes = [np.ptp(points, axis=0) + np.array((_GAP * 1.6, _GAP)) for points in parts]
    total = sum(float(width * height) for width, height in sizes)
    row = max(float(sizes[0][0]), (_WIDE * total) ** 0.5)
    places: list[Points] = []
    x = y = high = 0.0
    for points, (width, height) in zip(parts, sizes, strict=True):
        if x and x + width > row:
            x, y, high = 0.0, y + high, 0.0
        places.append(points - points.min(axis=0) + np.array((x, y)))
        x, high = x + float(width), max(high, float(height))
    return places
