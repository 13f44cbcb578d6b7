"""Relation types as a tree of families and subtypes, loaded from ``relgraph/data/relations/*.toml``.

A type is written ``family.subtype`` (``restrains.sanctions``). The files hold the frames too; those are read by
`relgraph.frames`. Codes are those of PLOVER (https://github.com/openeventdata/PLOVER) and CAMEO (Schrodt, 2012).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from relgraph.errors import DataError, UnknownTypeError
from relgraph.model import Value

V = TypeVar("V", bound=Value)


class RelationType(Value):
    """A type of relations.

    Attributes:
        id: ``family.subtype``.
        label: What stands between source and target: "sanctions".
        definition: What it means.
        sign: 1 for friendly, -1 for hostile, 0 for neither.
        iri: The local name of its RDF property.
        inverse_iri: The local name of the inverse property.
        plover: Codes of PLOVER.
        cameo: Codes of CAMEO.
    """

    id: str = Field(pattern=r"^[a-z_]+\.[a-z_]+$")
    label: str
    definition: str
    sign: int = Field(ge=-1, le=1)
    iri: str
    inverse_iri: str
    plover: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part before the dot."""
        return self.id.partition(".")[0]


class Family(Value):
    """A family of types.

    Attributes:
        id: Its name.
        label: What stands between source and target.
        definition: What it means.
        sign: 1 for friendly, -1 for hostile, 0 for neither.
        iri: The local name of its RDF property.
        inverse_iri: The local name of the inverse property.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    label: str
    definition: str
    sign: int = Field(ge=-1, le=1)
    iri: str
    inverse_iri: str


class Ontology:
    """An immutable tree of relation types.

    `families` and `types` map ids to values, in the order of the files.
    """

    def __init__(self, families: Iterable[Family], types: Iterable[RelationType]) -> None:
        self.families: Mapping[str, Family] = MappingProxyType({family.id: family for family in families})
        self.types: Mapping[str, RelationType] = MappingProxyType({kind.id: kind for kind in types})
        for kind in self.types.values():
            if kind.family not in self.families:
                raise DataError(f"type {kind.id!r}: there is no family {kind.family!r}")

    @classmethod
    def default(cls) -> Ontology:
        """Return the ontology that ships with relgraph (loaded once)."""
        return _default()

    @classmethod
    def load(cls, paths: Iterable[Path | str]) -> Ontology:
        """Read families and types from TOML files; raises `DataError` naming file, entry and key."""
        return cls(*_read(paths))

    def extended(self, paths: Iterable[Path | str]) -> Ontology:
        """Return a new ontology with the families and types of more files; same ids replace."""
        families, types = _read(paths)
        return Ontology([*self.families.values(), *families], [*self.types.values(), *types])

    def __iter__(self) -> Iterator[RelationType]:
        return iter(self.types.values())

    def __contains__(self, name: object) -> bool:
        return name in self.types or name in self.families

    def __getitem__(self, name: str) -> RelationType:
        """Return the type with the id `name`; raises `UnknownTypeError` with suggestions."""
        try:
            return self.types[name]
        except KeyError:
            raise UnknownTypeError.named(name, [*self.types, *self.families]) from None

    def expand(self, name: str) -> frozenset[str]:
        """Return the ids of the types that `name` stands for: a family's subtypes, or the one type itself.

        A bare subtype (``sanctions``) works where it is unique. Raises `UnknownTypeError` with suggestions.
        """
        if name in self.families:
            return frozenset(kind.id for kind in self if kind.family == name)
        if name in self.types:
            return frozenset({name})
        bare = [kind.id for kind in self if kind.id.partition(".")[2] == name]
        if len(bare) == 1:
            return frozenset(bare)
        raise UnknownTypeError.named(name, [*self.types, *self.families])


def relation_files() -> tuple[Path, ...]:
    """Return the relation files that ship with relgraph, sorted by name."""
    folder = Path(str(files("relgraph").joinpath("data", "relations")))
    return tuple(sorted(folder.glob("*.toml")))


def read_toml(path: Path | str) -> dict[str, Any]:
    """Read a TOML file (UTF-8); raises `DataError` if it is missing or not TOML."""
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"there is no file {path}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path} is not TOML in UTF-8: {error}") from None


def validated(model: type[V], entry: object, path: Path | str, where: str) -> V:
    """Check one entry of a data file against its model; raises `DataError` naming file, entry and key."""
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "entry"
        raise DataError(f"{path}, {where}, {key}: {first['msg']}") from None


def _read(paths: Iterable[Path | str]) -> tuple[list[Family], list[RelationType]]:
    families: list[Family] = []
    types: list[RelationType] = []
    for path in paths:
        data = read_toml(path)
        if "family" in data:
            families.append(validated(Family, data["family"], path, "family"))
        for number, entry in enumerate(data.get("type", ()), 1):
            types.append(validated(RelationType, entry, path, f"type {number}"))
    return families, types


@cache
def _default() -> Ontology:
    return Ontology.load(relation_files())
