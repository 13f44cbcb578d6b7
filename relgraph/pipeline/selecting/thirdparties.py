"""Whom it hits that a state keeps its own from dealing with him: "Congress barred the Pentagon from arming *Chad*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.syntax.objects import is_infinitive

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_KEEPING = ("restrains.limits", "restrains.sanctions")


def passed_on(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, those in which a state keeps itself from dealing with another as a limit on that other."""
    found = list(candidates)
    for candidate in found:
        others = []
        if candidate.type in _KEEPING and _is_on_own(candidate, denoter):
            others = list(_dealt_with(_kept_from(candidate.trigger, denoter), candidate, found, denoter))
        for other in others:
            yield replace(candidate, target=other.target, type="restrains.limits", doubts=list(other.doubts))
        if not others:
            yield candidate


def _is_on_own(candidate: Candidate, denoter: Denoter) -> bool:
    root = denoter.cast.root
    return root(candidate.source.actor) == root(candidate.target.actor)


def _kept_from(verb: Token, denoter: Denoter) -> Token | None:
    """Return what somebody is kept from: "barred them from *arming*", "forbade them to *arm*"."""
    words = denoter.words
    if verb.pos_ not in VERBAL or verb.lemma_ not in words["verbs.preventing"] | words["verbs.banning"]:
        return None
    for child in verb.children:
        if child.lower_ == "from":
            return next((doing for doing in child.children if doing.dep_ == "pcomp"), None)
        if child.dep_ in ("ccomp", "xcomp") and is_infinitive(child):
            return child
    return None


def _dealt_with(
    dealing: Token | None, keeping: Candidate, found: Iterable[Candidate], denoter: Denoter
) -> Iterator[Candidate]:
    """Yield the dealings that somebody is kept from, one for each with whom he would have them."""
    if dealing is None:
        return
    root, edge = denoter.cast.root, dealing.right_edge.i
    own, seen = root(keeping.source.actor), set[str]()
    for one in found:
        if not one.type.startswith("cooperates.") or not dealing.i <= one.trigger.i <= edge:
            continue
        other = root(one.target.actor)
        if root(one.source.actor) == own and other != own and other not in seen:
            seen.add(other)
            yield one
