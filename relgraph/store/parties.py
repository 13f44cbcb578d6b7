"""The actors of a store: united with what is known of them, with all their names, and what they roll up to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from relgraph.actors import fold
from relgraph.graph.merge import unite_actors
from relgraph.model import Actor, trusted
from relgraph.store.asking import Asked, both, in_any_segment
from relgraph.store.cells import Cell, get_maybe, get_text, put_maybe, put_text
from relgraph.store.connection import Database
from relgraph.store.relations import Party

ACTOR_COLUMNS = ("key", "id", "name", "kind", "code", "sector", "parent", "names", "root")

_MOST = 50_000
"""How many actors are kept in memory before those that are not named again make room."""
_LISTS = ("aliases", "demonyms", "metonyms", "capitals", "same_as")
SURNAME, PLACE = 5, 6
"""The ranks of names that mean an actor only if nothing else has them."""


def actor_of(row: Sequence[Any]) -> Actor:
    """Return the actor of a row with the columns `ACTOR_COLUMNS`."""
    _, id_, name, kind, code, sector, parent, names, _ = row
    lists = json.loads(names) if names else [[]] * len(_LISTS)
    return trusted(
        Actor,
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
    ranked: dict[int, Sequence[str]] = {PLACE: (actor.name, *actor.aliases)}
    if actor.kind != "place":
        ranked = dict(enumerate(((actor.name,), actor.aliases, actor.demonyms, actor.metonyms, actor.capitals)))
        ranked[SURNAME] = actor.name.split()[-1:] if actor.kind == "person" else ()
    for rank, names in ranked.items():
        for name in names:
            if key := fold(name):
                yield key, rank


class Parties(dict[str, Party]):
    """The actors of a store by id, as far as they are in memory, and how they get into the store."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self._before: dict[str, Party] = {}

    def forget(self) -> None:
        """Forget all that is in memory: after a transaction that was undone, it may not be so."""
        self.clear()
        self._before = {}

    def __missing__(self, id_: str) -> Party:
        """Fetch an actor; raises `KeyError` if the store does not have it."""
        if id_ in self._before:
            party = self[id_] = self._before.pop(id_)
            return party
        row = self._database.one(f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor WHERE id = ?", (put_text(id_),))
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

    def unite(self, actors: Iterable[tuple[str, Actor]]) -> None:
        """Add actors, given with their ids, each united with what is known of it, and mend what rolls up to whom."""
        if len(self) > _MOST:
            self._before = dict(self)
            self.clear()
        given = [actor for id_, actor in actors if (party := self.get(id_)) is None or party.actor is not actor]
        if not given:
            return
        self._fetch({actor.id: actor for actor in given if actor.id not in self})
        next_key = self._database.one("SELECT ifnull(max(key), 0) + 1 FROM actor")[0]
        fresh: dict[str, Party] = {}
        before: dict[str, Actor] = {}
        for actor in given:
            party = self.get(actor.id)
            if party is None:
                self[actor.id] = fresh[actor.id] = Party(next_key + len(fresh), actor, 0)
            elif party.actor.__dict__ != actor.__dict__:  # the same as comparing the values, and quicker
                united = unite_actors(party.actor, actor)
                if united != party.actor:
                    before.setdefault(actor.id, party.actor)
                    party.actor = united
        changed = {id_: actor for id_, actor in before.items() if id_ not in fresh}
        for party in fresh.values():
            party.root = self._root_of(party)
        self._insert(fresh.values())
        self._update(self[id_] for id_ in changed)
        moved = [id_ for id_, actor in changed.items() if self[id_].actor.parent != actor.parent]
        self._mend([*fresh, *moved])

    def _fetch(self, actors: Mapping[str, Actor]) -> None:
        """Fetch actors that the store may have; `actors` are what they most likely are like there."""
        for id_ in actors.keys() & self._before.keys():
            self[id_] = self._before.pop(id_)
        for row in self._database.among(
            f"SELECT {', '.join(ACTOR_COLUMNS)} FROM actor WHERE id IN", map(put_text, actors.keys() - self.keys())
        ):
            actor = actors[get_text(row[1])]
            if row[2:-1] != _cells(actor):
                actor = actor_of(row)
            self[actor.id] = Party(row[0], actor, row[-1])

    def _insert(self, parties: Iterable[Party]) -> None:
        """Add actors."""
        new = list(parties)
        self._database.change_many(
            f"INSERT INTO actor ({', '.join(ACTOR_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(party.key, put_text(party.actor.id), *_cells(party.actor), party.root) for party in new],
        )
        self._insert_names(new)

    def _update(self, parties: Iterable[Party]) -> None:
        changed = list(parties)
        self._database.change_many(
            "UPDATE actor SET name = ?, kind = ?, code = ?, sector = ?, parent = ?, names = ? WHERE key = ?",
            [(*_cells(party.actor), party.key) for party in changed],
        )
        self._database.change_many("DELETE FROM name WHERE actor = ?", [(party.key,) for party in changed])
        self._insert_names(changed)

    def _insert_names(self, parties: Iterable[Party]) -> None:
        rows = {(name, rank, party.key) for party in parties for name, rank in folded_names(party.actor)}
        self._database.change_many("INSERT INTO name (folded, rank, actor) VALUES (?, ?, ?)", sorted(rows))

    def _mend(self, moved: Iterable[str]) -> None:
        """Set the ends of the chains of these actors and of all that belong to them."""
        frontier = list(moved)
        seen = set(frontier)
        while frontier:
            self._set_roots([self[id_] for id_ in frontier])
            below = self._database.among("SELECT id FROM actor WHERE parent IN", map(put_text, frontier))
            frontier = sorted({get_text(row[0]) for row in below} - seen)
            seen.update(frontier)

    def _set_roots(self, parties: Iterable[Party]) -> None:
        roots: list[tuple[int, int]] = []
        anywhere = in_any_segment(self._database)
        for party in parties:
            root = self._root_of(party)
            if root == party.root:
                continue
            before, party.root = party.root, root
            roots.append((root, party.key))
            if before:
                for side in ("source", "target"):
                    where = both(anywhere, Asked(before, (party.key,)).stands(side))
                    self._database.change(
                        f"UPDATE relation SET {side}_root = ? WHERE {where.sql}", (root, *where.cells)
                    )
        self._database.change_many("UPDATE actor SET root = ? WHERE key = ?", roots)

    def _root_of(self, party: Party) -> int:
        """Return the key of the end of an actor's chain, which `relgraph.graph.content` defines."""
        chain = [party]
        ids = [party.actor.id]
        while (parent := chain[-1].actor.parent) is not None and parent not in ids and self.known(parent):
            chain.append(self[parent])
            ids.append(parent)
        return self[min(ids[ids.index(parent) :])].key if parent in ids else chain[-1].key
