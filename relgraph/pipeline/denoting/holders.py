"""From whom ground is taken: "retook *territory that the rebels held*", "seized the town, *a Hamas stronghold*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

RETAKING = frozenset({"fights.attacks/liberate-from", "fights.attacks/seize-ground-from"})
"""Frames of taking ground from somebody."""
_PAST = frozenset({"former", "ex", "old", "one-time", "onetime", "erstwhile", "abandoned"})
_STRONGHOLDS = frozenset({"stronghold", "bastion", "redoubt", "enclave", "haven", "hub", "base", "headquarters"})


def holders(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who held what a verb takes, by what is said of the thing: held, seized or ruled by him."""
    found: list[Party] = []
    things = list(denoter.syntax.objects(verb))
    things += [part for thing in things for of in thing.children if of.lower_ == "of" for part in of.children]
    for thing in things:
        for clause in thing.children:
            if clause.dep_ == "appos" and clause.base in _STRONGHOLDS:
                if any(child.lower_ in _PAST for child in clause.children):
                    continue  # "a former Hamas base"
                found.extend(
                    party
                    for party in denoter.owners(clause, allow_of=True)
                    if denoter.cast[denoter.cast.root(party.actor)].kind == "armed_group"
                )
                continue
            if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in denoter.words["verbs.having_ground"]:
                continue
            if denoter.syntax.is_passive(clause) or clause.dep_ == "acl":
                found.extend(p for token in denoter.syntax.agents(clause) for p in denoter.parties(Argument(token)))
            else:
                own = (a for a in denoter.syntax.subjects(clause) if a.token.i != thing.i)
                found.extend(party for argument in own for party in denoter.parties(argument))
    return found
