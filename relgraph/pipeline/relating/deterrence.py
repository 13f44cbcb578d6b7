"""Against whom forces are moved or built up: "reinforced its forts *to deter Chad*", "sent ships, *alarming Chad*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

MOBILIZED = "fights.mobilizes"
_PURPOSES = frozenset({"advcl", "xcomp", "acl"})


def warded_off(material: Material, verb: Token) -> list[Party]:
    """Return the states and armed groups that a deployment is to keep off by an infinitive, or that it threatens."""
    denoter, words = material.denoter, material.words
    holders = [verb, *material.syntax.objects(verb)]
    for clause in (child for holder in holders for child in holder.children):
        menacing = clause.tag_ == "VBG" and clause.lemma_ in words["verbs.menacing"]
        warding = material.syntax.is_infinitive(clause) and clause.lemma_ in words["verbs.warding"]
        if clause.dep_ not in _PURPOSES or clause.i < verb.i or not (menacing or warding):
            continue
        things = [*material.syntax.objects(clause), *material.syntax.prepositional(clause, "against")]
        found = [party for thing in things for party in denoter.parties(Argument(thing), target=True)]
        powers = [party for party in found if denoter.is_power(party)]
        if powers:
            return powers
    return []
