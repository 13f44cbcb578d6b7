"""Whose findings a text tells that an organisation of citizens sent out: "Amnesty International said today"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.denoting.denotation import Denoter

_SECTORS = frozenset({"NGO"})
_SAYING = frozenset({"say", "warn", "find", "conclude", "write", "call", "urge", "accuse", "document", "condemn"})
_LEAD = 3
"""In which of the first sentences it has to be said who reports."""


def voices(offices: Iterable[Candidate], cast: Cast) -> dict[str, str]:
    """Return by persons the organisations of citizens in which they have an office."""
    return {
        office.source.actor: office.target.actor
        for office in offices
        if office.type.startswith("affiliated.")
        and cast[office.source.actor].kind == "person"
        and cast[office.target.actor].sector in _SECTORS
    }


def reporting(denoter: Denoter) -> str | None:
    """Return the one organisation of which a text's first sentences say that it says so, if it is watching others."""
    cast, doc = denoter.cast, denoter.doc
    end = 0
    for count, sentence in enumerate(doc.sents):
        if count == _LEAD:
            break
        end = sentence.end
    saying: set[str] = set()
    early = False
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind != "organization" or actor.sector not in _SECTORS:
            continue
        head = doc[party.start : party.end].root
        if head.dep_ in SUBJECTS and head.head.lemma_ in _SAYING:
            saying.add(party.actor)
            early = early or party.start < end
    return saying.pop() if early and len(saying) == 1 else None
