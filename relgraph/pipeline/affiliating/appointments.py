"""What somebody leads who is given an office of which its giver is the lord: "the king named *Silva* minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material
    from relgraph.pipeline.words import Words

INSTALLED = "affiliated.leads/installed-as"
_OF = frozenset({"of", "in", "at", "for", "to"})
_LEADING = frozenset({"organization", "igo", "armed_group"})


def given_by(material: Material, verb: Token, office: Token, holders: list[Party]) -> list[Party]:
    """Return whose office it is that somebody is given, where its own words name nobody: the country of its giver."""
    if (
        verb.pos_ not in VERBAL
        or verb.lemma_ not in material.words["verbs.giving_office"]
        or _is_of_another(material.words, office)
    ):
        return []
    if not all(material.denoter.cast[party.actor].kind == "person" for party in holders):
        return []
    return _lords(material.denoter, material.doers(verb))


def given_with(denoter: Denoter, office: Token) -> list[Party]:
    """Return the country of whoever gives an office, wherever it stands: "named Kahn *minister*", "to be *envoy*"."""
    verb = office.head.head if office.dep_ in ("attr", "pobj") else office.head
    if office.dep_ == "pobj" and office.head.lower_ != "as":
        return []
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma_ not in denoter.words["verbs.giving_office"] or _is_of_another(denoter.words, office):
        return []
    subjects = denoter.syntax.subjects(verb)
    return _lords(denoter, [party for argument in subjects for party in denoter.parties(argument)])


def _lords(denoter: Denoter, givers: list[Party]) -> list[Party]:
    """Return those of some givers who are states, speak for one or are bodies."""
    cast = denoter.cast
    return [
        party
        for party in givers
        if party.via != "pronoun"
        and (cast[cast.root(party.actor)].kind in STATES or cast[party.actor].kind in _LEADING)
    ]


def _is_of_another(words: Words, office: Token) -> bool:
    """Tell whether an office is said to be that of some body or place, and not of a field: "the head *of the gang*"."""
    fields = words["bodies.portfolios"]
    return any(
        child.lower_ in _OF
        and child.dep_ == "prep"
        and any(token.lower_ not in fields and token.lower_ not in ("state", "staff") for token in child.children)
        for child in office.children
    )
