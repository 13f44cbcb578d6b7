"""Of whom a demand is made whose words name others beside them: "the release of *hostages*", "withdrawal from *Mali*".

"Peru demanded the release of the Chilean sailors" asks nothing of Chile, but of whoever took them, if the text says it.
"Peru demanded the withdrawal of Chilean police from the mission" asks nothing of the mission, but of Chile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_CLAUSES = frozenset({"acl", "relcl"})
_TAKING = "restrains.coerces"
_OUT_OF = frozenset({"from", "out"})
_INSIDE = frozenset({"compound", "nmod", "amod", "poss"})
_REACH = 60
"""How many words before the demand somebody may have been taken."""


def aimed(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, demands with those as their targets who are to do what is demanded.

    Nothing is asked of those to whom it is to be done: "demanded that the *crew* be freed", "the return of the *ship*".
    """
    for candidate in candidates:
        if not candidate.type.startswith("disputes.demands"):
            yield candidate
            continue
        leaving = _leaving(candidate, denoter)
        if leaving:
            for party in leaving:
                yield replace(candidate, target=party)
            continue
        suffering = _patient(candidate, denoter)
        if suffering is None:
            yield candidate
            continue
        for doer in _doers(suffering, denoter):
            yield replace(candidate, target=doer, doubts=[*candidate.doubts, ("who has them", 0.95)])


def _leaving(candidate: Candidate, denoter: Denoter) -> list[Party]:
    """Return who is to go if the target is only the place or body that is to be left."""
    place = candidate.target_word
    while place.dep_ in _INSIDE and place.head.pos_ in ("NOUN", "PROPN"):
        place = place.head
    link = place.head
    if place.dep_ != "pobj" or link.lower_ not in _OUT_OF:
        return []
    words, above = denoter.words, link.head
    while above.lower_ in _OUT_OF | {"of"} and above.dep_ == "prep":
        above = above.head
    acts = [above, *(child for child in above.subtree if child.i < link.i)] if above.pos_ in VERBAL else [above]
    acts += [above.head.head] if above.dep_ == "pobj" and above.head.lower_ == "of" else []  # "of staff from Chad"
    for act in acts:
        taken = act.base in words["nouns.taking_away"]
        if act.pos_ != "NOUN" or not (taken or act.base in words["nouns.leaving"]):
            continue
        owners = denoter.owners(act, sure_of=True)
        things = denoter.syntax.prepositional(act, "of")
        if owners and not (taken and any(denoter.is_whole(thing) for thing in things)):
            return owners  # "the removal of *Chad* from the club" is asked of the club
    return []


def _patient(candidate: Candidate, denoter: Denoter) -> Token | None:
    """Return the target's word if that is somebody to whom what is demanded is to be done."""
    noun = candidate.target_word
    if noun.i in (candidate.trigger.i, candidate.source.start):
        return None
    if noun.dep_ in PASSIVE_SUBJECTS and noun.head.pos_ in VERBAL:
        return noun if noun.head.i != candidate.trigger.i and not _answers(candidate.target, denoter) else None
    act = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or act.i == candidate.trigger.i:
        return None
    return noun if act.pos_ == "NOUN" and act.base in denoter.words["nouns.done_to"] else None


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


def asked_of_holders(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates; a demand for somebody's release is one to those who took him, or is left out."""
    found = list(candidates)
    taken = [one for one in found if one.type == _TAKING]
    for candidate in found:
        asks = "disputes.demands" in (candidate.type, candidate.frame.type)  # also "marched to demand their release"
        captives = _captives(candidate, denoter) if asks else None
        if captives is None:
            yield candidate
            continue
        holder = _holder(candidate, captives, taken, denoter)
        if holder is not None:
            party = replace(holder.source, start=captives.i, end=captives.i + 1, via="description", how="who took them")
            yield replace(candidate, target=party)


def _captives(candidate: Candidate, denoter: Denoter) -> Token | None:
    """Return the noun "release" if the target is only whose release it is."""
    doc = candidate.trigger.doc
    token = doc[candidate.target.start : candidate.target.end].root
    for _ in range(4):
        above = token.head
        if above.base in denoter.words["nouns.freeing"] and above.pos_ == "NOUN":
            within = token.dep_ == "poss" or (token.dep_ == "prep" and token.lower_ == "of")
            return above if within and above.i >= candidate.trigger.i else None
        if above.i in (token.i, candidate.trigger.i):
            return None
        token = above
    return None


def _holder(candidate: Candidate, captives: Token, taken: list[Candidate], denoter: Denoter) -> Candidate | None:
    """Return the last deed before or in a demand by which those were taken who are to be released.

    In the demand: "called for the release of nuns *kidnapped* by rebels".
    """
    root = denoter.cast.root
    freed, asking = root(candidate.target.actor), root(candidate.source.actor)
    for one in sorted(taken, key=lambda each: each.trigger.i, reverse=True):
        near = 0 < candidate.trigger.i - one.trigger.i <= _REACH or captives.i < one.trigger.i <= captives.right_edge.i
        if near and root(one.target.actor) == freed and root(one.source.actor) not in (freed, asking):
            return one
    return None
