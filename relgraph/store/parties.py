"""The actors of a store: united with what is known of them, with all their names, and what they roll up to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from relgraph.actors import fold
from relgraph.graph.merge import unite_actors
from relgraph.model import Actor
from relgraph.store.cells import Cell, get_maybe, get_text, put_maybe, put_text
from relgraph.store.relations import Party

ACTOR_COLUMNS = ("key", "id", "name", "kind", "code", "sector", "parent", "names", "root")

_MOST = 100_000
"""How many actors are kept in memory before the memory is cleared."""
_LISTS = ("aliases", "demonyms", "metonyms", "capitals", "same_as")
_SURNAME, _PLACE = 5, 6


def actor_of(row: Sequence[Any]) -> Actor:
    """Return the actor of a row with the columns `ACTOR_COLUMNS`."""
    _, id_, name, kind, code, sector, parent, names, _ = row
    lists = json.loads(names) if names else [[]] * len(_LISTS)
    return Actor(
        id=get_text(id_),
        name=get_text(name),
        kind=kind,
        code=get_maybe(code),
        sector=get_maybe(sector),
        parent=get_maybe(parent),
        **{key: tuple(each) for key, each in zip(_LISTS, lists, strict=True)},
    )


def _cells(actor: Actor) -> tuple[Cell, ...]:
    lists = [getattr(actor, key) for key in _LISTS]
    return (
        put_text(actor.name),
        actor.kind,
        put_maybe(actor.code),
        put_maybe(actor.sector),
        put_maybe(actor.parent),
        json.dumps(lists, separators=(",", ":")) if any(lists) else None,
    )


def folded_names(actor: Actor) -> Iterator[tuple[str, int]]:
    """Give the names that an actor is found by, in the form in which names are compared, each with its rank.

    The ranks are those in which `relgraph.graph.names` looks names up.
    """
    ranked: dict[int, Sequence[str]] = {_PLACE: (actor.name, *actor.aliases)}
    if actor.kind != "place":
        ranked = dict(enumerate(((actor.name,), actor.aliases, actor.demonyms, actor.metonyms, actor.capitals)))
        ranked[_SURNAME] = actor.name.split()[-1:] if actor.kind == "person" else ()
    for rank, names in ranked.items():
        for name in names:
            if key := fold(name):
                yield key, rank


class Parties(dict[str, Party]):
    """The actors of a store by id, as far as they are in memory, and how they get into the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, id_: str) -> Party:
        """Fetch an actor; raises `KeyError` if the store does not have it."""
        row = self._connection.execute(
            f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor WHERE id = ?", (put_text(id_),)
        ).fetchone()
        if row is None:
            raise KeyError(id_)
        party = self[id_] = Party(row[0], actor_of(row), row[-1])
        return party

    def known(self, id_: str) -> bool:
        """Whether the store has an actor."""
        try:
            return bool(self[id_])
        except KeyError:
            return False

    def unite(self, actors: Iterable[Actor]) -> None:
        """Add actors, each united with what is known of it, and mend what rolls up to whom."""
        if len(self) > _MOST:
            self.clear()
        moved = [id_ for actor in actors if (id_ := self._unite_one(actor)) is not None]
        self._mend(moved)

    def _unite_one(self, actor: Actor) -> str | None:
        """Add one actor; return its id if it is new or belongs to another one now."""
        party = self.get(actor.id)
        if party is not None and (party.actor is actor or party.actor == actor):
            return None
        if party is None and not self.known(actor.id):
            return self._insert(actor)
        party = self[actor.id]
        united = unite_actors(party.actor, actor)
        if united == party.actor:
            return None
        moved = united.parent != party.actor.parent
        party.actor = united
        self._connection.execute(
            "UPDATE actor SET name = ?, kind = ?, code = ?, sector = ?, parent = ?, names = ? WHERE key = ?",
            (*_cells(united), party.key),
        )
        self._connection.execute("DELETE FROM name WHERE actor = ?", (party.key,))
        self._insert_names(party)
        return actor.id if moved else None

    def _insert(self, actor: Actor) -> str:
        cursor = self._connection.execute(
            "INSERT INTO actor (id, name, kind, code, sector, parent, names, root) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            (put_text(actor.id), *_cells(actor)),
        )
        party = self[actor.id] = Party(int(cursor.lastrowid or 0), actor, 0)
        self._insert_names(party)
        return actor.id

    def _insert_names(self, party: Party) -> None:
        rows = {(key, rank, party.key) for key, rank in folded_names(party.actor)}
        self._connection.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(rows))

    def _mend(self, moved: list[str]) -> None:
        """Set the ends of the chains of these actors and of all that belong to them."""
        open_ids = list(dict.fromkeys(moved))
        seen = set(open_ids)
        while open_ids:
            id_ = open_ids.pop()
            self._set_root(self[id_])
            below = self._connection.execute("SELECT id FROM actor WHERE parent = ?", (put_text(id_),)).fetchall()
            fresh = {get_text(row[0]) for row in below} - seen
            seen |= fresh
            open_ids.extend(fresh)

    def _set_root(self, party: Party) -> None:
        root = self._root_of(party)
        if root == party.root:
            return
        before, party.root = party.root, root
        change = self._connection.execute
        change("UPDATE actor SET root = ? WHERE key = ?", (root, party.key))
        if before:
            for side in ("source", "target"):
                change(
                    f"UPDATE relation SET {side}_root = ? WHERE {side}_root = ? AND {side} = ?",
                    (root, before, party.key),
                )

    def _root_of(self, party: Party) -> int:
        """Return the key of the end of an actor's chain, which `relgraph.graph.content` defines."""
        chain = [party]
        ids = [party.actor.id]
        while (parent := chain[-1].actor.parent) is not None and parent not in ids and self.known(parent):
            chain.append(self[parent])
            ids.append(parent)
        return self[min(ids[ids.index(parent) :])].key if parent in ids else chain[-1].key
