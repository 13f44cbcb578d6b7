"""Two lists that are meant one by one: "Chile and Peru sent aid to Haiti and Cuba *respectively*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate

_WORD = "respectively"


def in_order(candidates: Iterable[Candidate], lowers: Sequence[str]) -> list[Candidate]:
    """Return the candidates; with "respectively", of two lists of equal length only those of the same place.

    `lowers` are the words of the text in lower case.
    """
    found = list(candidates)
    if _WORD not in lowers:
        return found
    groups: defaultdict[tuple[int, str, str], list[Candidate]] = defaultdict(list)
    for candidate in found:
        if not candidate.symmetric and any(token.lower_ == _WORD for token in candidate.trigger.sent):
            groups[candidate.trigger.i, candidate.frame.name, candidate.type].append(candidate)
    dropped = {id(candidate) for group in groups.values() for candidate in group if not _is_in_order(candidate, group)}
    return [candidate for candidate in found if id(candidate) not in dropped]


def _is_in_order(candidate: Candidate, group: list[Candidate]) -> bool:
    sources = sorted({one.source.start for one in group})
    targets = sorted({one.target.start for one in group})
    if len(sources) != len(targets):
        return True
    return sources.index(candidate.source.start) == targets.index(candidate.target.start)
