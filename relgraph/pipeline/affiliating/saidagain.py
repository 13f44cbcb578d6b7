"""Persons named alone and then by their office: "met Raúl Castro before *the Cuban leader* flew home"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relgraph.frames import FrameSet
from relgraph.pipeline.affiliating.officeholders import LEADERS, OfficeHolders
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_FRAME = "affiliated.leads/head-of-state"
_BEFORE = frozenset({"det", "amod", "compound", "poss", "nmod"})
_ALONE = frozenset({"compound", "appos", "nmod", "amod", "attr"})
"""Standing so, an office is somebody else's title, or said of somebody named beside it."""


def said_again(denoter: Denoter, offices: Sequence[Candidate], frames: FrameSet) -> Iterator[Candidate]:
    """Yield whom "the Cuban leader" means as the one who leads the state, unless in `offices` a title says it."""
    words, cast = denoter.words, denoter.cast
    nouns = denoter.doc.occurrences(words["offices.sovereign"] | LEADERS | {"minister"})
    named = [(noun, state) for noun in nouns if (state := _state_before(denoter, noun)) is not None]
    frame = frames.frames.get(_FRAME)
    if not named or frame is None:
        return
    holders = OfficeHolders(denoter, offices)
    seen = {(one.source.actor, cast.root(one.target.actor)) for one in offices if one.type == frame.type}
    for noun, state in named:
        for person in holders.of_state(noun, cast.root(state.actor)):
            key = person.actor, cast.root(state.actor)
            if key not in seen:
                seen.add(key)
                yield Candidate(frame, person, state, noun, state.start, noun.i + 1, frame.type)


def _state_before(denoter: Denoter, noun: Token) -> Party | None:
    """Return the state that a definite noun says somebody to lead: "the *Cuban* leader", "the *Kremlin* leader"."""
    if noun.tag_ != "NN" or noun.dep_ in _ALONE or noun.i in denoter.mention_at or noun.left_edge.lower_ != "the":
        return None
    before = [child for child in noun.lefts if child.dep_ in _BEFORE and child.dep_ != "det"]
    states = [denoter.mention_at[child.i] for child in before if child.i in denoter.mention_at]
    rest = [child for child in before if child.i not in denoter.mention_at]
    if len(states) != 1 or denoter.cast[states[0].actor].kind not in STATES or states[0].start != noun.left_edge.i + 1:
        return None
    fields = denoter.words["bodies.portfolios"]
    after = any(child.i == noun.i + 1 and child.dep_ != "punct" and child.pos_ == "PROPN" for child in noun.rights)
    return states[0] if all(child.lower_ in fields for child in rest) and not after else None
