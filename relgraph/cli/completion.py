"""What shells are told when somebody presses the tabulator key: types, formats, and the actors of a graph."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import get_args

from relgraph.errors import RelgraphError

_MOST, _HELP = 200, 60
_ACTORS = 20_000
"""Up to how many actors a store may have for their names to be looked through while somebody waits."""
_SPECIAL = re.compile(r"([^\w@%+=:,./-])")

Completions = list[tuple[str, str]]
"""What the word can be, each with a few words of help."""


def complete_types(incomplete: str) -> Completions:
    """Return the families and types that begin with a word, or whose subtype does."""
    from relgraph.ontology import Ontology

    ontology = Ontology.default()
    families = (
        (each.id, _told(each.definition)) for each in ontology.families.values() if each.id.startswith(incomplete)
    )
    types = [(each.id, _told(each.definition)) for each in ontology if each.id.startswith(incomplete)]
    bare = ((each.id.partition(".")[2], _told(each.definition)) for each in ontology if "." not in incomplete)
    # Types are told once their family is there: a list of all is too long to read.
    further = types if "." in incomplete else [each for each in bare if incomplete and each[0].startswith(incomplete)]
    return [*families, *(further or types)]


def _told(words: str) -> str:
    """Return words of help that stay on one line."""
    return words if len(words) <= _HELP else f"{words[: _HELP - 1].rstrip()}…"


def complete_modalities(incomplete: str) -> Completions:
    """Return the modalities that begin with a word."""
    from relgraph.model import Modality

    return [(each, "") for each in get_args(Modality) if each.startswith(incomplete)]


def complete_formats(incomplete: str) -> Completions:
    """Return the formats whose names begin with a word."""
    from relgraph.formats import formats

    return [(each.name, _told(each.description)) for each in formats() if each.name.startswith(incomplete)]


def complete_actors(incomplete: str) -> Completions:
    """Return the names that begin with a word in the graph on the same line; none if that would take long."""
    asked = incomplete.casefold()
    in_zsh = os.environ.get("_RELGRAPH_COMPLETE") == "complete_zsh"  # whose script loses apostrophes
    found: dict[str, str] = {}
    with suppress(RelgraphError, OSError, ValueError):
        for name, others in _actors(_words()):
            for each in (name, *(others if asked else ())):
                if each.casefold().startswith(asked) and not (in_zsh and "'" in each):
                    found.setdefault(each, "" if each == name else name)
    return [(_as_typed(name), help) for name, help in islice(sorted(found.items()), _MOST)]


def _actors(words: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Give the names of the actors in the first store, or graph in JSON Lines, that some words name."""
    from relgraph.cli.files import is_store_name

    for word in map(os.path.expanduser, words):
        if is_store_name(word, None) and os.path.isfile(word):
            yield from _actors_of_store(word)
            return
        if word.endswith((".jsonl", ".ndjson")) and os.path.isfile(word):
            yield from _actors_of_lines(word)
            return


def _actors_of_store(path: str) -> Iterator[tuple[str, Iterable[str]]]:
    from relgraph.store import Store

    with Store(path) as store:
        if store.info().actors <= _ACTORS:
            for actor in store.actors():
                yield actor.name, (*actor.aliases, *actor.capitals)


def _actors_of_lines(path: str) -> Iterator[tuple[str, Iterable[str]]]:
    with open(path, encoding="utf-8") as lines:
        next(lines, "")
        for line in lines:
            if not line.startswith('{"actor"'):
                return
            told = json.loads(line)["actor"]
            yield told["name"], (*told.get("aliases", ()), *told.get("capitals", ()))


def _words() -> list[str]:
    """Return the words on the line: those of bash, which knows the whole line, or else those up to the cursor.

    The parser cannot tell: it stops at an option that has no value yet.
    """
    of_bash = os.environ.get("COMP_WORDS")
    if of_bash is not None:
        return [re.sub(r"""[\\'"]""", "", word) for word in of_bash.split("\n")]
    with suppress(ValueError):
        return shlex.split(os.environ.get("_TYPER_COMPLETE_ARGS", ""))
    return os.environ["_TYPER_COMPLETE_ARGS"].split()


class _Fitting(str):
    """A word that fits what was typed, in other letters or with its special characters escaped."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Say yes: Typer drops what does not begin, letter by letter, with what was typed."""
        return True


def _as_typed(word: str) -> str:
    """Return a word as it is typed: bash takes it as it is, other shells quote it themselves."""
    line, place = os.environ.get("COMP_WORDS"), os.environ.get("COMP_CWORD", "")
    typed = line.split("\n")[int(place) :][:1] if line is not None and place.isdecimal() else []
    quoted = line is None or (typed and typed[0].startswith(("'", '"')))
    return _Fitting(word if quoted else _SPECIAL.sub(r"\\\1", word))
