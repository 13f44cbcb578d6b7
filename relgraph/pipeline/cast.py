"""The actors of one document: those of the index that it names, and those that only its own words introduce."""

from __future__ import annotations

import re
import unicodedata

from relgraph.actors import ActorIndex
from relgraph.model import Actor, Kind

STATES: frozenset[Kind] = frozenset({"country", "historic_state"})
"""The kinds of actors that are states, of today or of another time."""
WARRING: frozenset[Kind] = STATES | {"armed_group"}
"""The kinds of actors that make war and peace with one another."""

_PREFIX: dict[str, str] = {
    "person": "person",
    "organization": "org",
    "government": "gov",
    "group": "generic",
    "armed_group": "group",
    "place": "place",
    "igo": "igo",
    "bloc": "bloc",
    "historic_state": "state",
}


class Cast(dict[str, Actor]):
    """Looks actors up for one document, and keeps the persons, organisations and generic groups that it introduces.

    It holds those that were asked for and those of its own; the others are in the index until they are asked for.
    """

    def __init__(self, index: ActorIndex) -> None:
        super().__init__()
        self._index = index
        self._local: set[str] = set()
        self._roots: dict[str, str] = {}

    def __missing__(self, actor_id: str) -> Actor:
        actor = self[actor_id] = self._index[actor_id]
        return actor

    def __contains__(self, actor_id: object) -> bool:
        return super().__contains__(actor_id) or actor_id in self._index

    def is_known(self, actor_id: str) -> bool:
        """Tell whether the index has the actor, so that its country is known and not to be guessed."""
        return actor_id in self._index

    def is_shipped(self, actor_id: str) -> bool:
        """Tell whether the actor is one of those that come with relgraph, and not one that the user defined."""
        actor = self._index.get(actor_id)
        return actor is not None and actor == ActorIndex.default().get(actor_id)

    def called(self, name: str) -> str | None:
        """Return the id of the actor of the index that a name means first."""
        names = self._index.names.get(name, ())
        return names[0].actor if names else None

    def root(self, actor_id: str) -> str:
        """Return the id at the end of the actor's parent chain."""
        root = self._roots.get(actor_id)
        if root is None:
            root = self._roots[actor_id] = self.chain(actor_id)[-1]
        return root

    def chain(self, actor_id: str) -> tuple[str, ...]:
        """Return the actor's id and those of its parents, in order."""
        chain = [actor_id]
        parent = self[actor_id].parent
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = self[parent].parent
        return tuple(chain)

    def introduce(self, name: str, kind: Kind, *, parent: str | None = None, sector: str | None = None) -> str:
        """Return the id of a local actor, made if the document had none of that kind and name."""
        name = " ".join(name.split())  # it may run over the end of a line
        actor_id = f"{_PREFIX[kind]}/{slug(name)}"
        if actor_id not in self._local:
            if actor_id in self._index and self._index[actor_id].kind == kind:
                return actor_id
            self._set(Actor(id=actor_id, name=name, kind=kind, parent=parent, sector=sector))
        elif parent is not None:
            self.adopt(actor_id, parent)
        return actor_id

    def adopt(self, actor_id: str, parent: str) -> None:
        """Give an actor without a parent the one that the words name; never one that would close a circle.

        What is independent in the index ("Arab members of OPEC") stays so, unless it is a person.
        """
        actor = self[actor_id]
        if actor_id in self._index and actor.kind != "person":
            return
        if actor.parent is None and actor_id not in self.chain(parent):
            self._set(actor.model_copy(update={"parent": parent}))

    def resettle(self, place: str, state: str) -> None:
        """Let a place belong to the state of the time: in a text on the Ottoman Empire the Bosporus is Ottoman."""
        if self[place].parent is not None and place not in self.chain(state):
            self._set(self[place].model_copy(update={"parent": state}))

    def arm(self, actor_id: str) -> None:
        """Make an armed group of a body that only this document introduces."""
        if actor_id not in self._index:
            self._set(self[actor_id].model_copy(update={"kind": "armed_group"}))

    def home(self, actor_id: str) -> str | None:
        """Return the country of a known person, though this document does not name it."""
        if actor_id not in self._index or self._index[actor_id].kind != "person":
            return None
        return self._index[actor_id].parent

    def orphan(self, actor_id: str) -> None:
        """Take a known person's parent away: the document does not name the country, so it must not be implied."""
        actor = self[actor_id]
        self._set(actor.model_copy(update={"parent": None}))

    def rename(self, actor_id: str, name: str) -> None:
        """Give an actor of this document a longer form of its name; the shorter one stays as an alias."""
        actor = self[actor_id]
        if actor.name != name:
            aliases = tuple(sorted({*actor.aliases, actor.name} - {name}))
            self._set(actor.model_copy(update={"name": name, "aliases": aliases}))

    def _set(self, actor: Actor) -> None:
        self[actor.id] = actor
        self._local.add(actor.id)
        self._roots.clear()


def slug(name: str) -> str:
    """Return a readable id part: ASCII letters and digits joined by hyphens; other scripts are kept as they are."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"
