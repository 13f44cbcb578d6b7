"""Whom it serves that somebody lets something happen: "agreed to let *UN* monitors in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

PROMISED = "cooperates.agrees/promise-deed"
_LETTING = frozenset({"allow", "let", "permit", "enable", "help"})
_OPENING = frozenset({"open", "reopen", "extend", "lift", "unblock", "clear", "provide", "ease"})


def granted_to(material: Material, deeds: list[Token], at_home: Container[str]) -> list[Party]:
    """Return who is let do something, or whose land is reached by what is let pass, by what somebody agrees to."""
    root = material.denoter.cast.root
    for deed in deeds:
        clauses = [child for child in deed.children if child.dep_ in ("ccomp", "advcl", "xcomp") and child.i > deed.i]
        for clause in clauses:
            let = deed.lemma_ in _LETTING and clause.dep_ == "ccomp"
            if let:
                tokens = [*material.syntax.own_subjects(clause), *material.syntax.objects(clause)]
            elif deed.lemma_ in _OPENING:
                tokens = [*material.syntax.objects(clause)]
                tokens += [t for slot in ("to", "into") for t in material.syntax.prepositional(clause, slot)]
            else:
                continue
            found = [party for party in material.targets(tokens) if root(party.actor) not in at_home]
            if found:
                return found
    return []
