"""A government that protests takes to no street: it complains of what another one did, which is criticism."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter

_PROTEST = "disputes.protests/protest"
_ITSELF = frozenset({"name", "alias", "metonym", "acronym"})
_OFFICIAL = frozenset({"government", "igo"})


def remonstrated(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, those in which a state itself protests as what it accuses another one of."""
    for candidate in candidates:
        if candidate.frame.name == _PROTEST and candidate.trigger.pos_ == "VERB" and _is_official(candidate, denoter):
            yield replace(candidate, type="disputes.accuses")
        else:
            yield candidate


def _is_official(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a state or its ministry protests, by name and not by its people: "*Tokyo* protested the launch"."""
    source = candidate.source
    kind = denoter.cast[source.actor].kind
    if denoter.cast.root(source.actor) == denoter.cast.root(candidate.target.actor) or source.via not in _ITSELF:
        return False
    if source.how == "place" or kind not in STATES | _OFFICIAL:
        return False
    noun = denoter.doc[source.start : source.end].root
    return noun.dep_ in ("nsubj", "conj") and noun.tag_ != "NNS"
