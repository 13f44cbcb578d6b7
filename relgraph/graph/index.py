"""Which relations of a table an actor has, by type: built when it is first asked."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from relgraph.graph.tables import RelationTable

_Numbers = dict[str, "array[int]"]

_FEW = 32
_TIMES = 16


class RelationIndex:
    """Finds the numbers of relations, always in order; `chains` gives an actor's id and those that it rolls up to."""

    def __init__(self, table: RelationTable, chains: Mapping[str, tuple[str, ...]]) -> None:
        self._table = table
        self._chains = chains
        self._typed: dict[tuple[bool, str], _Numbers] = {}

    @cached_property
    def _sides(self) -> tuple[_Numbers, _Numbers]:
        # An actor stands here with all that it or anything below it does, so that a roll-up costs nothing when asked.
        outgoing: defaultdict[str, array[int]] = defaultdict(_none)
        incoming: defaultdict[str, array[int]] = defaultdict(_none)
        table, chains = self._table, self._chains
        for number, (source, target, symmetric) in enumerate(
            zip(table.source, table.target, table.symmetric, strict=True)
        ):
            sources, targets = chains[source], chains[target]
            if symmetric:
                sources = targets = tuple({*sources, *targets})
            for id_ in sources:
                outgoing[id_].append(number)
            for id_ in targets:
                incoming[id_].append(number)
        return dict(outgoing), dict(incoming)

    @cached_property
    def _by_type(self) -> _Numbers:
        return _grouped(self._table, range(len(self._table.type)))

    @property
    def types(self) -> tuple[str, ...]:
        """The relation types that occur, sorted."""
        return tuple(sorted(self._by_type))

    def candidates(
        self, source: str | None, target: str | None, either: str | None, types: frozenset[str] | None
    ) -> Sequence[int]:
        """Return the relations that can match: those of the rarest asked side or of two sides, with the asked types."""
        choices: list[Sequence[int]] = []
        if source is not None:
            choices.append(self._of_side(False, source, types))
        if target is not None:
            choices.append(self._of_side(True, target, types))
        if either is not None:
            choices.append(self.of_any((either,), types))
        if not choices:
            if types is None:
                return range(len(self._table.type))
            return _joined([self._by_type[kind] for kind in types if kind in self._by_type])
        fewest, *others = sorted(choices, key=len)
        for other in others:
            if len(other) < _TIMES * len(fewest):
                fewest = sorted(set(fewest).intersection(other))
        return fewest

    def of_any(self, actors: Iterable[str], types: frozenset[str] | None) -> Sequence[int]:
        """Return the relations of any of the actors, with the asked types."""
        return sorted(
            {number for id_ in actors for side in (False, True) for number in self._of_side(side, id_, types)}
        )

    def _of_side(self, incoming: bool, actor: str, types: frozenset[str] | None) -> Sequence[int]:
        numbers: Sequence[int] = self._sides[incoming].get(actor, ())
        if types is None:
            return numbers
        if len(numbers) <= _FEW:
            kinds = self._table.type
            return [number for number in numbers if kinds[number] in types]
        if (incoming, actor) not in self._typed:
            self._typed[incoming, actor] = _grouped(self._table, numbers)
        grouped = self._typed[incoming, actor]
        return _joined([grouped[kind] for kind in types if kind in grouped])


def _none() -> array[int]:
    return array("I")


def _grouped(table: RelationTable, numbers: Sequence[int]) -> _Numbers:
    groups: defaultdict[str, array[int]] = defaultdict(_none)
    kinds = table.type
    for number in numbers:
        groups[kinds[number]].append(number)
    return dict(groups)


def _joined(parts: Sequence[Sequence[int]]) -> Sequence[int]:
    return parts[0] if len(parts) == 1 else sorted(number for part in parts for number in part)
