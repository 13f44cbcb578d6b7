"""Who can act: an immutable index of actors and of every name they go by, loaded from ``relgraph/data/actors/*.toml``.

A file holds ``[[actor]]`` entries whose keys are the fields of `relgraph.model.Actor`. Users extend the index by files
of the same form or by `Actor` objects. Names are compared as written (and in queries without regard to case, accents
and punctuation), never by similarity: two actors are one only if a file says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from pydantic import Field

from relgraph.errors import DataError, UnknownActorError, UsageError
from relgraph.model import Actor, Value
from relgraph.ontology import read_toml, validated

NameVia = Literal["name", "alias", "demonym", "metonym", "capital"]
"""How a surface form belongs to its actor; the order is that of preference."""

_VIA_RANK: Mapping[NameVia, int] = MappingProxyType(
    {"name": 0, "alias": 1, "demonym": 2, "metonym": 3, "capital": 4},
)
_LEADING_THE = re.compile(r"^\s*the\s+(?=\S)", re.IGNORECASE)
_SILENT = re.compile(r"[.'’‘ʻʼ`]")
_WORD = re.compile(r"[^\W_]+")
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


WIKIDATA = "http://www.wikidata.org/entity/"
"""The IRI of a thing in Wikidata is this and its id."""


class Identifiers(Value):
    """What an actor is called elsewhere: the ISO 3166-1 alpha-2 code of a country, and the id in Wikidata."""

    alpha2: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")


class Name(NamedTuple):
    """One reading of a surface form: the id of the actor, and how the form belongs to it."""

    actor: str
    via: NameVia


class _Entry(NamedTuple):
    """An actor and where it was defined, for error messages."""

    actor: Actor
    where: str


_Layer = tuple[_Entry, ...]


class ActorIndex:
    """An immutable index of actors by id and by every name.

    It is built by `default`, `load` and `extended`. Iteration gives the actors sorted by id.
    """

    __slots__ = ("_actors", "_folded", "_layers", "_names", "_needs_the")

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        """Index `actors`; raises `DataError` on duplicate ids, unknown parents, parent cycles and empty names."""
        self._build((tuple(_entries_of(actors)),))

    @classmethod
    def default(cls) -> ActorIndex:
        """Return the index that ships with relgraph (loaded once)."""
        return _default()

    @classmethod
    def load(cls, paths: Iterable[Path | str]) -> ActorIndex:
        """Read actors from TOML files, which together must be complete (every parent in one of them).

        Raises `DataError` naming file, entry and key.
        """
        return cls._of_layers((tuple(_entries_of(paths)),))

    def extended(self, actors: Iterable[Actor | Path | str]) -> ActorIndex:
        """Return a new index with more actors, given as objects or as paths of TOML files.

        An id that exists is replaced. A name that exists means the new actor from then on and no longer the old one,
        whose other names stay. Raises `DataError` as `load` does; one id given twice in one call is an error too.
        """
        return self._of_layers((*self._layers, tuple(_entries_of(actors))))

    @classmethod
    def _of_layers(cls, layers: tuple[_Layer, ...]) -> ActorIndex:
        index = cls.__new__(cls)
        index._build(layers)
        return index

    def __reduce__(self) -> tuple[object, ...]:
        return _of_layers, (self._layers,)

    def _build(self, layers: tuple[_Layer, ...]) -> None:
        entries: dict[str, _Entry] = {}
        for layer in layers:
            entries.update(_checked(layer))
        _check_parents(entries)
        self._layers = layers
        self._actors = {id_: entries[id_].actor for id_ in sorted(entries)}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._folded: dict[str, tuple[Name, ...]] | None = None
        needs_the: set[str] = set()
        for current in self._current():
            names = _readings(current, without_the)
            self._names.update(self._ranked(names))
            needs_the = (needs_the - names.keys()) | _only_after_the(current)
        self._needs_the = frozenset(needs_the)

    def _current(self) -> Iterator[list[Actor]]:
        """Yield the actors of each layer that no later layer replaces."""
        for layer in self._layers:
            yield [entry.actor for entry in layer if self._actors[entry.actor.id] is entry.actor]

    def _find_folded(self, name: str) -> tuple[Name, ...]:
        # Only queries need these, and folding all names takes as long as the rest of the loading.
        if self._folded is None:
            folded: dict[str, tuple[Name, ...]] = {}
            for current in self._current():
                folded.update(self._ranked(_readings(current, fold)))
            self._folded = folded
        return self._folded.get(fold(name), ())

    def _ranked(self, readings: Mapping[str, Mapping[str, NameVia]]) -> dict[str, tuple[Name, ...]]:
        def rank(name: Name) -> tuple[bool, int, str]:
            return self._actors[name.actor].kind != "country", _VIA_RANK[name.via], name.actor

        return {
            surface: tuple(sorted((Name(actor, via) for actor, via in by_actor.items()), key=rank))
            for surface, by_actor in readings.items()
        }

    @property
    def names(self) -> Mapping[str, tuple[Name, ...]]:
        """All surface forms as written, without a leading "the", and whom each can mean: countries first.

        An actor stands once at a surface, under its best `via`.
        """
        return MappingProxyType(self._names)

    @property
    def needs_the(self) -> frozenset[str]:
        """The surface forms of `names` that are written with "the" wherever they are listed ("the West", "The Hague").

        In a text they mean their actor only after that word; without it they are ordinary words or other names.
        """
        return self._needs_the

    def __getitem__(self, id_: str) -> Actor:
        """Return the actor with this id; raises `UnknownActorError` with suggestions."""
        try:
            return self._actors[id_]
        except KeyError:
            raise UnknownActorError.named(id_, self._actors) from None

    def get(self, id_: str) -> Actor | None:
        """Return the actor with this id, or None."""
        return self._actors.get(id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._actors

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def __repr__(self) -> str:
        return f"<ActorIndex: {len(self._actors)} actors, {len(self._names)} names>"

    def find(self, name: str) -> Actor:
        """Return the actor that `name` means in a query: its id, or any of its names ("Moscow" is Russia).

        The form as written comes first, then the same without regard to case, accents, punctuation and a leading
        "the". Of several actors that share a name, the one is meant whose main name it is, or else the one to which
        all the others belong ("Quai d'Orsay" is France, and its foreign ministry).

        Raises `UnknownActorError` with suggestions, and `UsageError` if the name is ambiguous all the same.
        """
        if name in self._actors:
            return self._actors[name]
        readings = self._names.get(without_the(name)) or self._find_folded(name)
        if not readings:
            raise UnknownActorError.named(name, [*self._actors, *self._names])
        if len(readings) == 1:
            return self._actors[readings[0].actor]
        main = [reading.actor for reading in readings if reading.via == "name"]
        if len(main) == 1:
            return self._actors[main[0]]
        for actor, _ in readings:
            if all(actor == other or actor in self.ancestors(other) for other, _ in readings):
                return self._actors[actor]
        meant = ", ".join(f"{self._actors[actor].name!r} ({actor})" for actor, _ in readings)
        raise UsageError(f"{name!r} is ambiguous: it can mean {meant}; use the name or id of one of them")

    def ancestors(self, id_: str) -> tuple[str, ...]:
        """Return the ids of parent, grandparent and so on, nearest first; raises `UnknownActorError`."""
        chain: list[str] = []
        parent = self[id_].parent
        while parent is not None:
            chain.append(parent)
            parent = self._actors[parent].parent
        return tuple(chain)

    def root(self, id_: str) -> Actor:
        """Return the actor that this one rolls up to: the end of its parents; raises `UnknownActorError`."""
        ancestors = self.ancestors(id_)
        return self._actors[ancestors[-1] if ancestors else id_]


def actor_files() -> tuple[Path, ...]:
    """Return the actor files that ship with relgraph, sorted by name."""
    folder = Path(str(files("relgraph").joinpath("data", "actors")))
    return tuple(sorted(folder.glob("*.toml")))


def without_the(surface: str) -> str:
    """Return `surface` without a leading "the" and without space around it."""
    return _LEADING_THE.sub("", surface, count=1).strip()


def fold(surface: str) -> str:
    """Return the form under which queries compare names: no case, accents, punctuation or leading "the".

    Full stops and apostrophes vanish ("U.S." is "us"), other punctuation separates words. Idempotent.
    """
    plain = surface.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold().translate(_UNDECOMPOSED)
    words = _WORD.findall(_SILENT.sub("", plain))
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def _entries_of(sources: Iterable[Actor | Path | str]) -> Iterator[_Entry]:
    for source in sources:
        if isinstance(source, Actor):
            yield _Entry(source, f"actor {source.id!r}")
            continue
        data = read_toml(source)
        unknown = sorted(set(data) - {"actor"})
        if unknown:
            raise DataError(f"{source}, {unknown[0]}: unknown key; a file of actors holds [[actor]] entries only")
        entries = data.get("actor", [])
        if not isinstance(entries, list):
            raise DataError(f"{source}, actor: must be a list of entries, each under [[actor]]")
        for number, entry in enumerate(entries, 1):
            where = f"actor {number}"
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                where += f" {entry['id']!r}"
            yield _Entry(validated(Actor, entry, source, where), f"{source}, {where}")


def _checked(layer: _Layer) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for entry in layer:
        actor = entry.actor
        if actor.id in entries:
            raise DataError(f"{entry.where}, id: already used by {entries[actor.id].where}")
        for key, names in _names_of(actor):
            if not all(_WORD.search(_SILENT.sub("", name)) for name in names):
                raise DataError(f"{entry.where}, {key}: a name is empty or has no letters or digits")
        entries[actor.id] = entry
    return entries


def _check_parents(entries: Mapping[str, _Entry]) -> None:
    sound: set[str] = set()
    for id_ in sorted(entries):
        chain: dict[str, None] = {}
        current: str | None = id_
        while current is not None and current not in sound:
            if current in chain:
                raise DataError(f"{entries[id_].where}, parent: the parents go round: {' -> '.join([*chain, current])}")
            chain[current] = None
            parent = entries[current].actor.parent
            if parent is not None and parent not in entries:
                raise DataError(f"{entries[current].where}, parent: there is no actor with the id {parent!r}")
            current = parent
        sound.update(chain)


def _names_of(actor: Actor) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("name", (actor.name,)),
        ("aliases", actor.aliases),
        ("demonyms", actor.demonyms),
        ("metonyms", actor.metonyms),
        ("capitals", actor.capitals),
    )


def _readings(actors: Iterable[Actor], form: Callable[[str], str]) -> Mapping[str, dict[str, NameVia]]:
    """Return what each form of a name can mean: actor ids, each with its best `via`."""
    readings: defaultdict[str, dict[str, NameVia]] = defaultdict(dict)
    for actor in actors:
        for via, (_, names) in zip(_VIA_RANK, _names_of(actor), strict=True):
            for name in names:
                readings[form(name)].setdefault(actor.id, via)
    return readings


def _only_after_the(actors: Iterable[Actor]) -> set[str]:
    written = {name for actor in actors for _, names in _names_of(actor) for name in names}
    bare = {name.strip() for name in written if not _LEADING_THE.match(name)}
    return {without_the(name) for name in written} - bare


def _of_layers(layers: tuple[_Layer, ...]) -> ActorIndex:
    return ActorIndex._of_layers(layers)


@cache
def identifiers() -> Mapping[str, Identifiers]:
    """Return the codes and ids of ``relgraph/data/identifiers.toml`` by the ids of the actors; raises `DataError`."""
    path = Path(str(files("relgraph").joinpath("data", "identifiers.toml")))
    return MappingProxyType({id_: validated(Identifiers, entry, path, id_) for id_, entry in read_toml(path).items()})


@cache
def _default() -> ActorIndex:
    return ActorIndex._of_layers((tuple(map(_identified, _entries_of(actor_files()))),))


def _identified(entry: _Entry) -> _Entry:
    found = identifiers().get(entry.actor.id)
    if found is None or found.wikidata is None:
        return entry
    same_as = tuple(sorted({*entry.actor.same_as, WIKIDATA + found.wikidata}))
    return entry._replace(actor=entry.actor.model_copy(update={"same_as": same_as}))
