"""Of which state a ruler is by his title alone: "the tsar", "Pope Pius", "the shogun"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_ALWAYS = "always"


def holders(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons of whom nothing is known but such a title before their name, with the state: "Tsar Nicholas"."""
    thrones = denoter.words["thrones.words"]
    if denoter.vocabulary.isdisjoint(thrones):
        return
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        if actor.kind != "person" or actor.parent is not None:
            continue
        first = denoter.doc[party.start]
        before = denoter.doc[party.start - 1] if party.start else first
        for title in (first, before):
            if title.lower_ in thrones and title.text[0].isupper() and (state := _state(denoter, title)) is not None:
                yield actor.id, state
                break


def ruler(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the state of a ruler who is named only by his title: "the tsar", no "late tsar" and no "tsar of drugs"."""
    if noun.lower_ not in denoter.words["thrones.words"] or noun.tag_ not in ("NN", "NNP"):
        return []
    if noun.i in denoter.mention_at or noun.dep_ in ("compound", "nmod", "amod", "appos"):
        return []
    if noun.i == 0 or noun.nbor(-1).lower_ != "the" or any(c.dep_ not in ("det", "punct") for c in noun.children):
        return []
    state = _state(denoter, noun)
    return [] if state is None else [Party(state, noun.i, noun.i + 1, "description")]


def may_rule(denoter: Denoter, title: str, state: str) -> bool:
    """Tell whether a state's ruler may have a title: no "sultan" is of Sweden, and any state may have a president."""
    states = {of for word, of, _ in _thrones(denoter) if word == title}
    return not states or state in states


def _state(denoter: Denoter, title: Token) -> str | None:
    """Return the state with a throne of that name that the text names, the one named last before of several."""
    states = [state for word, state, _ in _thrones(denoter) if word == title.lower_]
    for word, state, when in _thrones(denoter):
        if word == title.lower_ and when == _ALWAYS:
            return state
    root = denoter.cast.root
    named = [party for party in denoter.named if root(party.actor) in states]
    roots = {root(party.actor) for party in named}
    if len(roots) > 1:
        before = [party for party in named if party.start < title.i]
        return root(before[-1].actor) if before else None
    return roots.pop() if roots else None


def _thrones(denoter: Denoter) -> tuple[tuple[str, ...], ...]:
    return denoter.words.entries("thrones.states")
