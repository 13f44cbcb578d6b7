"""Targets that a verb's own slots do not name: who loses what is his, and who has to act first."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from relgraph.pipeline.agents import has_agent
from relgraph.pipeline.letters import reader_of
from relgraph.pipeline.material import Material
from relgraph.pipeline.negation import is_refused
from relgraph.pipeline.parties import Party
from relgraph.pipeline.provocations import ANSWERING, punished

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

_FIRST = frozenset({"until", "till", "unless", "before", "if"})


def beside(material: Material, verb: Token, kind: str, at_home: Container[str]) -> list[Party]:
    """Return to whom something is done that no slot names; `kind` is its type, `at_home` the countries of its doers."""
    found = undergoing(material, verb) or awaited(material, verb, kind, at_home)
    return found or (punished(material, verb) if kind in ANSWERING else [])


def undergoing(material: Material, verb: Token) -> list[Party]:
    """Return to whom something is done with what is his or written: "*Peru* had its aid suspended by Chile"."""
    if (reader := reader_of(verb)) is not None:
        return material.targets([reader])
    thing = verb.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb
    having = thing.head
    if having.lemma_ not in ("have", "get") or thing.dep_ not in ("dobj", "ccomp") or not has_agent(verb):
        return []
    return material.doers(having)


def awaited(material: Material, verb: Token, kind: str, at_home: Container[str]) -> list[Party]:
    """Return who has to act before something is yielded: "will not lift the embargo until *Cuba* frees them".

    `kind` is the type of what is not done, `at_home` are the countries and groups of those who refuse it.
    """
    if kind != "cooperates.concedes" or not is_refused(verb):
        return []
    syntax, root = material.syntax, material.denoter.cast.root
    for clause in verb.children:
        marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
        if clause.dep_ != "advcl" or not marks & _FIRST:
            continue
        # "until he is satisfied that *Cuba* …"
        for inner in (clause, *(child for child in clause.children if child.dep_ in ("ccomp", "acomp", "xcomp"))):
            for deep in (inner, *(child for child in inner.children if child.dep_ == "ccomp")):
                subjects = [*syntax.own_subjects(deep), *syntax.passive_subjects(deep)]
                found = [party for party in material.targets(subjects) if root(party.actor) not in at_home]
                if found:
                    return found
    return []
