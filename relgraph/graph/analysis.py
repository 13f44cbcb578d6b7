"""Questions about the shape of a graph: who is near whom, by which ways two actors are connected, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, overload

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions, compile_query
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names, as_tuple
from relgraph.graph.query import Relations, run_query
from relgraph.graph.table import counted
from relgraph.model import Actor, Kind

if TYPE_CHECKING:
    from typing import Unpack


class Neighbor(NamedTuple):
    """An actor that has relations with the asked one.

    Attributes:
        actor: The actor.
        relations: The relations.
    """

    actor: Actor
    relations: Relations

    def __repr__(self) -> str:
        return f"{self.actor.name}: {counted(len(self.relations), 'relation')}"


class Path(Sequence[Relations]):
    """A way from one actor to another: `actors` in order, and as a sequence the relations between each two of them."""

    __slots__ = ("_steps", "actors")

    def __init__(self, actors: Iterable[Actor], steps: Iterable[Relations]) -> None:
        self.actors: tuple[Actor, ...] = tuple(actors)
        self._steps = tuple(steps)

    @overload
    def __getitem__(self, index: int) -> Relations: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Relations, ...]: ...
    def __getitem__(self, index: int | slice) -> Relations | tuple[Relations, ...]:
        return self._steps[index]

    def __len__(self) -> int:
        return len(self._steps)

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Path) and (self.actors, self._steps) == (other.actors, other._steps)
        return same if isinstance(other, Path) else NotImplemented

    def __hash__(self) -> int:
        return hash((tuple(actor.id for actor in self.actors), self._steps))

    def __repr__(self) -> str:
        steps = (f" —[{len(step)}]— {actor.name}" for step, actor in zip(self._steps, self.actors[1:], strict=True))
        return self.actors[0].name + "".join(steps)


def neighbors(
    names: Names, name: str | Actor, type: AskedTypes = None, **conditions: Unpack[Conditions]
) -> tuple[Neighbor, ...]:
    """Return the actors that have relations with the asked one, those with the most first."""
    asked = names.actor(name).id
    either: Conditions = {**conditions, "either": name}
    query = compile_query(names, type=type, **either)
    chains, actors = names.content.chains, names.content.actors

    def other(hit: Hit[Any], facts: Facts[Any]) -> tuple[str]:
        if hit.source == asked:
            return (hit.target,)
        if hit.target == asked:
            return (hit.source,)
        # The source of an affiliation is shown as itself, though it may have been found by what it rolls up to.
        named = (facts.target if hit.flipped else facts.source)(hit.relation)
        return (hit.target,) if asked in chains[named] else (hit.source,)

    grouped = run_query(names, query).grouped(other)
    found = [Neighbor(actors[id_], relations) for id_, relations in grouped.items() if id_ != asked]
    return tuple(sorted(found, key=lambda each: (-len(each.relations), each.actor.name, each.actor.id)))


def paths(
    names: Names,
    start: str | Actor,
    end: str | Actor,
    type: AskedTypes = None,
    *,
    max_length: int = 3,
    directed: bool = False,
    **conditions: Unpack[Conditions],
) -> list[Path]:
    """Return the ways from one actor to another over at most `max_length` steps that visit no actor twice.

    The shortest come first; of equally long ones, those whose weakest step has the most relations. `directed` follows
    relations from source to target only. Raises `UsageError` if start and end are one actor or `max_length` is below 1.
    """
    import networkx  # noqa: PLC0415 -- slow to load

    first, last = names.actor(start), names.actor(end)
    if first.id == last.id:
        raise UsageError(f"a path needs two different actors; {start!r} and {end!r} are both {first.name!r}")
    if isinstance(max_length, bool) or not isinstance(max_length, int) or max_length < 1:
        raise UsageError(f"max_length={max_length!r} is no whole number from 1")
    ends = frozenset({first.id, last.id})
    # On a way of two steps, each begins or ends with one of the two.
    near = ends if max_length <= 2 else frozenset()
    query = replace(compile_query(names, type=type, **conditions), keep=ends, near=near)
    relations = run_query(names, query)
    network = networkx.DiGraph(
        pair for pairs in relations.each(_steps(directed)) for pair in pairs if pair[0] != pair[1]
    )
    if first.id not in network or last.id not in network:
        return []
    ways = list(networkx.all_simple_paths(network, first.id, last.id, cutoff=max_length))
    steps = relations.grouped(_steps(directed), {pair for way in ways for pair in pairwise(way)})
    return sorted((_path(names, way, steps) for way in ways), key=_path_order)


def _steps(directed: bool) -> Callable[[Hit[Any], Facts[Any]], tuple[tuple[str, str], ...]]:
    def steps(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[str, str], ...]:
        there, back = (hit.source, hit.target), (hit.target, hit.source)
        return (there,) if directed and not facts.symmetric(hit.relation) else (there, back)

    return steps


def _path(names: Names, ids: Sequence[str], steps: dict[tuple[str, str], Relations]) -> Path:
    actors = names.content.actors
    return Path((actors[id_] for id_ in ids), (steps[pair] for pair in pairwise(ids)))


def _path_order(path: Path) -> tuple[int, int, int, tuple[str, ...]]:
    counts = [len(step) for step in path]
    return len(path), -min(counts), -sum(counts), tuple(f"{actor.name}\0{actor.id}" for actor in path.actors)


def between(
    names: Names, one: str | Actor, other: str | Actor, type: AskedTypes = None, **conditions: Unpack[Conditions]
) -> Relations:
    """Return the relations from one actor to the other and back."""
    there = run_query(names, compile_query(names, one, type, other, **conditions))
    return there | run_query(names, compile_query(names, other, type, one, **conditions))


def timeline(
    names: Names,
    one: str | Actor | None = None,
    other: str | Actor | None = None,
    type: AskedTypes = None,
    **conditions: Unpack[Conditions],
) -> Relations:
    """Return relations in the order of time: between two actors, of one actor, or all."""
    if one is not None and other is not None:
        return between(names, one, other, type, **conditions).sorted_by_day()
    asked: Conditions = conditions if one is other else {**conditions, "either": one if other is None else other}
    return run_query(names, compile_query(names, type=type, **asked)).sorted_by_day()


def select_actors(
    names: Names, kind: Kind | Iterable[Kind] | None, sector: str | Iterable[str] | None, rollup: bool
) -> tuple[Actor, ...]:
    """Return the actors of a kind and sector, by name; with `rollup` only those that stand at the end of a chain."""
    kinds = None if kind is None else as_tuple(kind)
    for each in kinds or ():
        if each not in get_args(Kind):
            raise UsageError(f"unknown kind {each!r}; allowed: {', '.join(get_args(Kind))}, or None for any")
    sectors = None if sector is None else as_tuple(sector)
    content = names.content
    ids = sorted(set(content.roots.values())) if rollup else content.actors
    found = (content.actors[id_] for id_ in ids)
    return tuple(
        sorted(
            (
                actor
                for actor in found
                if (kinds is None or actor.kind in kinds) and (sectors is None or actor.sector in sectors)
            ),
            key=lambda actor: (actor.name, actor.id),
        )
    )
