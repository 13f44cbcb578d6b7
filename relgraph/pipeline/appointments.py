"""What somebody leads who is given an office of which its giver is the lord: "the king named *Silva* minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.material import Material
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

INSTALLED = "affiliated.leads/installed-as"
_GIVING = frozenset(
    {"appoint", "name", "nominate", "install", "designate", "pick", "select", "choose", "reappoint", "promote"}
)
_OF = frozenset({"of", "in", "at", "for", "to"})
_LEADING = frozenset({"organization", "igo", "armed_group"})


def given_by(material: Material, verb: Token, office: Token, holders: list[Party]) -> list[Party]:
    """Return whose office it is that somebody is given, where its own words name nobody: the country of its giver."""
    cast = material.denoter.cast
    if verb.pos_ not in VERBAL or verb.lemma_ not in _GIVING or _is_of_another(material, office):
        return []
    if not all(cast[party.actor].kind == "person" for party in holders):
        return []
    givers = material.doers(verb)
    return [
        party
        for party in givers
        if party.via != "pronoun"
        and (cast[cast.root(party.actor)].kind in STATES or cast[party.actor].kind in _LEADING)
    ]


def _is_of_another(material: Material, office: Token) -> bool:
    """Tell whether an office is said to be that of some body or place, and not of a field: "the head *of the gang*"."""
    fields = material.words["bodies.portfolios"]
    return any(
        child.lower_ in _OF
        and child.dep_ == "prep"
        and any(token.lower_ not in fields and token.lower_ not in ("state", "staff") for token in child.children)
        for child in office.children
    )
