"""Where the actors of a network stand: what has to do with each other is near, and always in the same places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx
import numpy

from relgraph.display.plots.labels import Point

_MANY = 150
"""From how many actors on the springs of Fruchterman and Reingold are used, which are quicker."""

_CLOSE, _ASIDE = 0.07, 0.15


def positions(pairs: Mapping[tuple[str, str], int]) -> dict[str, Point]:
    """Return places from 0 to 1 for the ends of pairs with so many lines between them, which need room.

    The distances are those of Kamada and Kawai (1989: An algorithm for drawing general undirected graphs, Information
    Processing Letters 31), the longest way across lies level.
    """
    graph = networkx.Graph()
    for (one, other), lines in sorted(pairs.items()):
        graph.add_edge(one, other, length=1 + _ASIDE * (lines - 1))
    if len(graph) > _MANY:
        found = networkx.spring_layout(graph, weight=None, seed=1, iterations=100)
    else:
        found = networkx.kamada_kawai_layout(graph, dist=_distances(graph), pos=networkx.circular_layout(graph))
    nodes = sorted(graph)
    places = _level(numpy.array([found[node] for node in nodes]))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, _apart(places), strict=True)}


def _distances(graph: networkx.Graph) -> dict[str, dict[str, float]]:
    """Return the lengths of the shortest ways; where there is none, something more than the longest."""
    ways = {one: dict(far) for one, far in networkx.all_pairs_dijkstra_path_length(graph, weight="length")}
    beyond = 0.8 * max(length for far in ways.values() for length in far.values()) + 0.4
    return {one: {other: far.get(other, beyond) for other in graph} for one, far in ways.items()}


def _level(places: Any) -> Any:  # noqa: ANN401 -- arrays of numpy
    """Turn places so that they reach farthest from left to right, and fit them into the unit square."""
    centred = places - places.mean(axis=0)
    _, _, axes = numpy.linalg.svd(centred, full_matrices=False)
    axes *= numpy.sign(axes[:, numpy.abs(axes).argmax(axis=1)].diagonal())[:, None]
    turned = centred @ axes.T
    span = numpy.ptp(turned, axis=0)
    span[span < 1e-9] = 1.0
    return 0.5 + (turned - (turned.max(axis=0) + turned.min(axis=0)) / 2) / span


def _apart(places: Any) -> Any:  # noqa: ANN401 -- arrays of numpy
    """Push points apart that would cover each other."""
    for _ in range(50):
        gaps = places[:, None] - places[None, :]
        lengths = numpy.sqrt((gaps**2).sum(axis=2)) + numpy.eye(len(places))
        near = numpy.clip(_CLOSE - lengths, 0, None)
        if not near.any():
            break
        # Points in the very same place go aside in the order of their numbers.
        steps = numpy.where(lengths[..., None] > 1e-9, gaps / numpy.maximum(lengths, 1e-9)[..., None], [[[0.0, 1.0]]])
        places = places + (steps * near[..., None] / 2).sum(axis=1)
    return places
