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
_AT = frozenset({"in", "at", "near", "from", "on", "inside", "outside"})
_STRONGHOLDS = frozenset({"stronghold", "bastion", "redoubt", "enclave", "haven", "hub", "base", "headquarters"})


def holders(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who held what a verb takes, by what is said of the thing: held, seized or ruled by him."""
    found: list[Party] = []
    things = list(denoter.syntax.objects(verb))
    things += [part for thing in things for of in thing.children if of.lower_ == "of" for part in of.children]
    for thing in things:
        found.extend(at_home(denoter, thing))
        for clause in thing.children:
            if clause.dep_ == "appos" and clause.base in _STRONGHOLDS:
                if any(child.lower_ in _PAST for child in clause.children):
                    continue  # "a former Hamas base"
                found.extend(party for party in denoter.owners(clause, allow_of=True) if _is_band(denoter, party))
                continue
            if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in denoter.words["verbs.having_ground"]:
                continue
            if denoter.syntax.is_passive(clause) or clause.dep_ == "acl":
                found.extend(p for token in denoter.syntax.agents(clause) for p in denoter.parties(Argument(token)))
            else:
                own = (a for a in denoter.syntax.subjects(clause) if a.token.i != thing.i)
                found.extend(party for argument in own for party in denoter.parties(argument))
    return found


def at_home(denoter: Denoter, thing: Token) -> list[Party]:
    """Return the armed group that is said to be somewhere: "seized the port *from which Hamas* had raided it"."""
    syntax = denoter.syntax
    spots = [thing, *(place for at in thing.children if at.lower_ in _AT for place in at.children)]
    clauses = [clause for spot in spots for clause in spot.children if clause.dep_ == "relcl" and _is_of_place(clause)]
    clauses += [clause for clause in spots if clause.dep_ == "pcomp" and _is_of_place(clause)]  # "from where it ruled"
    subjects = [a.token for clause in clauses for a in syntax.subjects(clause)]
    subjects += [token for clause in clauses for token in syntax.passive_subjects(clause)]
    found = [party for token in subjects if token.i > thing.i for party in denoter.parties(Argument(token))]
    return [party for party in found if _is_band(denoter, party)]


def _is_of_place(clause: Token) -> bool:
    """Tell whether a relative clause says what happened at a place: "*where* it met", "*from which* it fired"."""
    for child in clause.children:
        if child.i < clause.i and child.dep_ in ("advmod", "prep"):
            at = [child.lower_, *(below.lower_ for below in child.children)]
            if "where" in at or ("which" in at and child.lower_ in _AT):
                return True
    return False


def _is_band(denoter: Denoter, party: Party) -> bool:
    return denoter.cast[denoter.cast.root(party.actor)].kind == "armed_group"
