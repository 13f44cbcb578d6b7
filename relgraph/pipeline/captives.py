"""Of whom the release of captives is demanded: of those who hold them, not of the captives.

"Peru demanded the release of the Chilean sailors" asks nothing of Chile. If the text says who took them, it is they.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate

if TYPE_CHECKING:
    from relgraph.pipeline.denotation import Denoter
    from relgraph.pipeline.parse import Token

_TAKING = "restrains.coerces"
_REACH = 60
"""How many words before the demand somebody may have been taken."""


def asked_of_holders(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates; a demand for somebody's release is one to those who took him, or is left out."""
    found = list(candidates)
    taken = [one for one in found if one.type == _TAKING]
    for candidate in found:
        captives = _captives(candidate, denoter) if candidate.type == "disputes.demands" else None
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
