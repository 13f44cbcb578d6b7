"""Against whom a threat is that names only what it is over: "threatened to quit the talks *over Chad's conduct*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

THREATENED = "disputes.threatens"
_OVER = frozenset({"over", "because"})
_REACH = 14


def resented(material: Material, verb: Token, deeds: list[Token], at_home: Container[str]) -> list[Party]:
    """Return whose acts somebody threatens to answer: he stands behind "over" or "because of" after the deed."""
    if not deeds:
        return []
    root = material.denoter.cast.root
    for i in range(deeds[0].i + 1, min(deeds[0].i + _REACH, verb.sent.end)):
        link = material.doc[i]
        if link.lower_ not in _OVER or link.dep_ != "prep":
            continue
        things = [child for child in link.children if child.dep_ == "pobj"]
        found = [party for party in material.targets(things) if root(party.actor) not in at_home]
        if not found:
            deep = [
                part
                for thing in things
                for link in thing.children
                if link.lower_ in ("by", "of")
                for part in link.children
            ]
            found = [party for party in material.targets(deep) if root(party.actor) not in at_home]
        if found:
            return found
    return []
