"""What queries need of whatever holds relations: a graph in memory, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from relgraph.graph.facts import Hit
from relgraph.graph.view import Surroundings
from relgraph.model import Mention

if TYPE_CHECKING:
    from relgraph.graph.conditions import Query


class Held(Surroundings, Protocol):
    """Relations that can be asked for, in the order of their documents (by day, then id) and of the text.

    A relation stands in hits as whatever its facts take: a number, or a row.
    """

    @property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        """For the id of each actor, itself and its ancestors, nearest first."""

    @property
    def roots(self) -> Mapping[str, str]:
        """For the id of each actor, the end of that chain."""

    @property
    def types(self) -> tuple[str, ...]:
        """The relation types that occur, sorted."""

    def __len__(self) -> int: ...

    def key_of(self, id: str) -> Any:  # noqa: ANN401 - whatever the facts take
        """Return what stands for the relation with an id, or None."""

    def answer(self, query: Query) -> tuple[Sequence[Hit[Any]], Sequence[Hit[Any]]]:
        """Return what a query finds and what it sets aside, both in order."""

    def in_order(self, hits: Iterable[Hit[Any]]) -> Sequence[Hit[Any]]:
        """Return what queries found in the order of the relations."""

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """Return the mentions of a document in the order of the text."""

    def speakers(self) -> Iterable[tuple[str, str | None]]:
        """Yield the name and actor of every attribution, in the order of the relations."""
