"""Members that stand in brackets behind the name of a bloc: "the Visegrád Group (Poland, Hungary, Slovakia)"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denotation import Denoter
    from relgraph.pipeline.parties import Party

ROSTER = Frame(id="roster", type="affiliated.member_of", verb=("belong",), target=("to",), confidence=0.8)
_OF_STATES = frozenset({"bloc", "igo", "organization"})
_BETWEEN = frozenset({",", "and", "the", "&", ";"})
_FEWEST = 2


def rosters(denoter: Denoter) -> Iterator[Candidate]:
    """Yield every state that a bracket right behind a body's name lists, as its member."""
    doc = denoter.doc
    for bracket in doc.occurrences(["("]):
        body = denoter.mention_at.get(bracket.i - 1)
        if body is None or denoter.cast[body.actor].kind not in _OF_STATES:
            continue
        for member in _states_from(denoter, bracket.i + 1):
            yield Candidate(ROSTER, member, body, doc[body.end - 1], body.start, body.end, ROSTER.type)


def _states_from(denoter: Denoter, start: int) -> list[Party]:
    """Return the states that stand alone up to the closing bracket; none if anything else does, or but one."""
    found: list[Party] = []
    i = start
    while i < len(denoter.texts) and denoter.texts[i] != ")":
        state = denoter.mention_at.get(i)
        if state is not None and denoter.cast[state.actor].kind in STATES and state.via != "demonym":
            found.append(state)
            i = state.end
        elif denoter.lowers[i] in _BETWEEN:
            i += 1
        else:
            return []
    return found if len(found) >= _FEWEST else []
