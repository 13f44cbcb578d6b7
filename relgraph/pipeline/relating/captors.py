"""Who lets those go whose release is told, and who gets back what was taken: whoever held them, whoever had it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

HELD = ("who held them lets them go", 0.9)
_RELEASE = "cooperates.concedes/release-noun"
_TELLING = frozenset(
    {"announce", "confirm", "report", "welcome", "hail", "celebrate", "applaud", "praise", "secure", "see", "mark"}
)
_AFTER = frozenset({"after", "following", "since", "at", "by", "about"})


def captors(material: Material, noun: Token, frame: Frame) -> tuple[list[Party], list[Party]]:
    """Return who held those whose release a noun tells of, and whom: "the *release* of two Danes held in Mali"."""
    if frame.name != _RELEASE or not _is_told(noun):
        return [], []
    syntax, words = material.syntax, material.words
    for freed in syntax.prepositional(noun, "of"):
        for clause in freed.children:
            if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in words["verbs.imprisoning"]:
                continue
            if clause.dep_ == "relcl" and not syntax.is_passive(clause):
                holders = material.doers(clause)
            else:
                holders = material.targets(syntax.agents(clause) or syntax.prepositional(clause, "in"))
            found = material.targets([freed], target_as="whole")
            if found and holders:
                return holders, found
    return [], []


def taken_from(material: Material, verb: Token) -> list[Token]:
    """Return from whom that was taken which is given back: "will return the tanks they seized from *Chad*"."""
    syntax = material.syntax
    taken = [
        clause
        for thing in syntax.objects(verb)
        for clause in thing.children
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in material.words["verbs.looting"]
    ]
    return [token for clause in taken for token in syntax.prepositional(clause, "from") if token.i > clause.i]


def _is_told(noun: Token) -> bool:
    """Tell whether a release has come about: it is told or welcomed, and not asked for."""
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in _TELLING
    return noun.dep_ == "nsubj" or (noun.dep_ == "pobj" and noun.head.lower_ in _AFTER)
