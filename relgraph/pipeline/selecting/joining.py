"""Who joins a state joins it in doing something: nobody but its parts is a member of a state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES, Cast

_NAMES = frozenset({"name", "alias", "acronym", "metonym", "demonym"})
_PARTNERS = STATES | {"igo", "bloc", "armed_group"}


_JOIN = "affiliated.member_of/join"
_ATTEND = "cooperates.consults/attend-summit"


def joined(candidates: Iterable[Candidate], cast: Cast) -> Iterator[Candidate]:
    """Yield the candidates, those in which a state or group joins a state as acting together with it."""
    for candidate in candidates:
        if candidate.type == "disputes.rejects":
            yield candidate  # "refused to join"
        elif candidate.frame.name == _ATTEND and _is_of_league(candidate, cast):
            yield replace(candidate, type="affiliated.member_of")
        elif candidate.frame.name == _JOIN and _is_unit_of_another(candidate, cast):
            yield replace(candidate, type="cooperates.collaborates", symmetric=True)
        elif (
            candidate.frame.name != "affiliated.member_of/join-plain"
            or cast[candidate.target.actor].kind not in STATES
            or candidate.target.via not in _NAMES
        ):
            yield candidate
        elif cast[cast.root(candidate.source.actor)].kind in _PARTNERS:
            yield replace(candidate, type="cooperates.collaborates", symmetric=True)


def _is_of_league(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a state joins a league that is called so after its name: "Chile joined *the forum* in 1994"."""
    league = candidate.target.via == "description" and cast[candidate.target.actor].kind in ("igo", "bloc")
    return league and candidate.trigger.lemma_ == "join" and cast[candidate.source.actor].kind in STATES


def _is_unit_of_another(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a state or its ship joins forces of another: "a Danish frigate joined *US Task Force 50*"."""
    source, target = candidate.source.actor, candidate.target.actor
    states = cast.root(source), cast.root(target)
    return (
        cast[source].kind in STATES | {"government"}
        and states[0] != states[1]
        and target != states[1]
        and all(cast[state].kind in STATES for state in states)
    )
