"""The word classes of ``relgraph/data/grammar.toml``, as frozen sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from relgraph.errors import DataError
from relgraph.ontology import read_toml

SOMEBODY = (
    *("nouns.group", "nouns.domestic", "nouns.country_word", "nouns.body_word", "nouns.person_word"),
    *("nouns.security", "bodies.heads"),
)
"""Classes of nouns for those who have and do things, and can be told to."""
DONE_BY_ACTORS = (
    *("verbs.speaking", "verbs.declaring", "verbs.judging", "verbs.against_others", "verbs.rejecting"),
    "verbs.promising",
)
"""Classes of verbs whose subject is no thing."""


class Words(dict[str, frozenset[str]]):
    """Named sets of words: ``words["verbs.stance"]`` is a frozenset of lemmas. Nobody changes it once it is made.

    A dictionary, since it is asked several times for every word of a text; what is put together from classes is kept.
    Raises `DataError` for a class that is missing or empty, since an empty class would silently switch a rule off.
    """

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        empty = sorted(name for name, members in classes.items() if not members)
        if empty:
            raise DataError(f"empty word classes: {', '.join(empty)}")
        super().__init__(classes)
        self._unions: dict[tuple[str, ...], frozenset[str]] = {}
        self._classes: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = {}
        self._entries = {
            name: tuple(tuple(member.split("=")) for member in sorted(members))
            for name, members in classes.items()
            if any("=" in member for member in members)
        }

    @classmethod
    def load(cls, path: Path | str) -> Words:
        """Read word classes from a TOML file of tables, whose values are lists or strings of words."""
        classes: dict[str, frozenset[str]] = {}
        for table, entries in read_toml(path).items():
            for name, value in entries.items():
                if isinstance(value, str):
                    classes[f"{table}.{name}"] = frozenset(value.split())
                elif isinstance(value, list):
                    classes[f"{table}.{name}"] = frozenset(value)
                else:
                    raise DataError(f"{path}, {table}.{name}: words must be a string or a list")
        return cls(classes)

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word of every class; of those that are given names only what has another sense: "Grant", not "Alan"."""
        return frozenset().union(*(words for name, words in self.items() if not name.endswith("_given")))

    def names(self, start: str) -> tuple[str, ...]:
        """Return the names of the classes that begin with `start`, sorted."""
        return tuple(sorted(name for name in self if name.startswith(start)))

    def either(self, *names: str) -> frozenset[str]:
        """Return the words of several classes (put together once)."""
        union = self._unions.get(names)
        if union is None:
            union = self._unions[names] = frozenset().union(*(self[name] for name in names))
        return union

    def classes(self, start: str, *, but: str) -> Mapping[str, tuple[str, ...]]:
        """Return by word the names of the classes that begin with `start` and have it, `but` one (gathered once)."""
        found = self._classes.get((start, but))
        if found is None:
            names = [name for name in self.names(start) if name != but]
            words = sorted(self.either(*names))
            found = {word: tuple(name for name in names if word in self[name]) for word in words}
            self._classes[start, but] = found
        return found

    def entries(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the members of a class of entries like ``word=actor``, sorted, each taken apart at its ``=``."""
        try:
            return self._entries[name]
        except KeyError:
            raise DataError(f"there is no class of entries {name!r} in grammar.toml") from None

    def __missing__(self, name: str) -> frozenset[str]:
        raise DataError(f"there is no word class {name!r} in grammar.toml")


@cache
def grammar() -> Words:
    """Return the word classes that ship with relgraph (loaded once)."""
    return Words.load(Path(str(files("relgraph").joinpath("data", "grammar.toml"))))


@cache
def homes() -> dict[str, str]:
    """Return the countries of parties and armed groups by their ids."""
    words = grammar()
    return {
        actor: f"country/{name.partition('.')[2]}" for name in words.names("homes.") for actor in sorted(words[name])
    }
