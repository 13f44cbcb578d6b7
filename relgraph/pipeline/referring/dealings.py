"""The two of the clause before: "Its envoys had offered Togo an alliance, and in May *the two* concluded a pact"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.cast import WARRING
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_PARTNERS = ("with", "to")


def two_of_clause_before(denoter: Denoter, subject: Token) -> list[Party]:
    """Return the one power that acts in the clause which a subject's goes on from and the one on which it acts."""
    verb = subject.head
    first = verb.head
    if subject.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or verb.dep_ != "conj" or first.pos_ not in VERBAL:
        return []
    syntax = denoter.syntax
    doers = _one(denoter, (party for argument in syntax.subjects(first) for party in denoter.parties(argument)))
    others = [*syntax.objects(first), *syntax.indirect(first)]
    others += [token for word in _PARTNERS for token in syntax.prepositional(first, word)]
    partners = _one(denoter, (party for token in others if denoter.is_whole(token) for party in denoter.denote(token)))
    if not doers or not partners:
        return []
    roots = [denoter.cast.root(party.actor) for party in (*doers, *partners)]
    return [*doers, *partners] if roots[0] != roots[1] else []


def _one(denoter: Denoter, parties: Iterable[Party]) -> list[Party]:
    """Return the one country that some parties are or are of; nobody if they are of several."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(denoter.cast.root(party.actor), party)
    if len(found) != 1 or any(denoter.cast[root].kind not in WARRING for root in found):
        return []
    return list(found.values())
