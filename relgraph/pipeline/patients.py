"""Of whom a demand is made where its words name only who is to be freed or sent back: "the release of *hostages*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denotation import Denoter
    from relgraph.pipeline.parse import Token
    from relgraph.pipeline.parties import Party

_CLAUSES = frozenset({"acl", "relcl"})
_UNDERGONE = frozenset({"of", "for", "to"})


def aimed(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, demands with those as their targets who are to do what is demanded.

    Nothing is asked of those to whom it is to be done: "demanded that the *crew* be freed", "the return of the *ship*".
    """
    for candidate in candidates:
        if not candidate.type.startswith("disputes.demands"):
            yield candidate
            continue
        suffering = _patient(candidate, denoter)
        if suffering is None:
            yield candidate
            continue
        for doer in _doers(suffering, denoter):
            yield replace(candidate, target=doer, doubts=[*candidate.doubts, ("who has them", 0.95)])


def _patient(candidate: Candidate, denoter: Denoter) -> Token | None:
    """Return the target's word if that is somebody to whom what is demanded is to be done."""
    noun = candidate.trigger.doc[candidate.target.start : candidate.target.end].root
    if noun.i in (candidate.trigger.i, candidate.source.start):
        return None
    if noun.dep_ in PASSIVE_SUBJECTS and noun.head.pos_ in VERBAL:
        return noun if noun.head.i != candidate.trigger.i and not _answers(candidate.target, denoter) else None
    act = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _UNDERGONE or act.i == candidate.trigger.i:
        return None
    undergone = act.pos_ == "NOUN" and act.base in denoter.words["nouns.done_to"]
    return noun if undergone and noun.head.lower_ == "of" else None


def _answers(party: Party, denoter: Denoter) -> bool:
    """Tell whether a party is a state or a body that can be asked for what is done to it or to what is its own."""
    cast = denoter.cast
    return cast[party.actor].kind not in ("group", "person") or cast[cast.root(party.actor)].kind in STATES


def _doers(patient: Token, denoter: Denoter) -> list[Party]:
    """Return who is to do it or holds the patient: "be freed by *Chad*", "nuns kidnapped by *rebels*"."""
    syntax = denoter.syntax
    clauses = [patient.head] if patient.dep_ in PASSIVE_SUBJECTS else []
    clauses += [clause for clause in patient.children if clause.dep_ in _CLAUSES and clause.pos_ in VERBAL]
    act = patient.head.head
    by = [token for child in act.children if child.lower_ == "by" for token in child.children]
    found = [party for token in by if act.pos_ == "NOUN" for party in denoter.parties(Argument(token))]
    for clause in clauses:
        tokens = list(syntax.agents(clause))
        if clause.dep_ == "relcl" and not syntax.is_passive(clause):
            tokens = [argument.token for argument in syntax.subjects(clause) if argument.token.i != patient.i]
        found.extend(party for token in tokens for party in denoter.parties(Argument(token)))
    return found
