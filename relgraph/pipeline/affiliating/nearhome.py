"""Whose officials and bodies are that come after the one state spoken of: "Chad was poor. *President Doe* resigned"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.homeland import acts_on, is_elsewhere, is_state_body, names_war, titled_by_state
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "poss", "compound", "amod", "nmod", "agent", "conj", "appos"})
"""As what a state is named that a text speaks of; what is done to it may be done by another one."""
_WITHIN = frozenset({"in", "of", "across", "throughout"})
_BODIES = frozenset({"organization", "government"})


def near_home(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield officials and bodies of a state that nobody says whose they are, with the only state named before them."""
    cast = denoter.cast
    seen: set[str] = set()
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.id in seen or actor.parent is not None or cast.is_known(actor.id):
            continue
        seen.add(actor.id)  # what is said of somebody where he is named first
        if not (titled_by_state(denoter, party) if actor.kind == "person" else _is_body(denoter, party)):
            continue
        home = _only_before(denoter, party)
        if home is not None and not is_elsewhere(denoter, party, home) and not _deals_with(denoter, actor.id, home):
            yield actor.id, home


def _is_body(denoter: Denoter, party: Party) -> bool:
    """Tell whether a name is one that a body of any state may have, and nothing but it: "the Foreign Ministry"."""
    actor = denoter.cast[party.actor]
    if actor.kind not in _BODIES or denoter.lowers[party.end : party.end + 1] in (["of"], ["in"]):
        return False
    name = actor.name.lower().removeprefix("the ")
    return name in denoter.words["bodies.of_every_state"] or (
        name not in denoter.words["bodies.american"] and " " in name and is_state_body(denoter, actor.name)
    )


def _only_before(denoter: Denoter, party: Party) -> str | None:
    """Return the only state that the sentences before name, if one of them speaks of it and not of another's deeds."""
    cast, start = denoter.cast, denoter.doc[party.start].sent.start
    before = [one for one in denoter.named if one.start < party.start and not one.capital]
    roots = {cast.root(one.actor) for one in before if cast[cast.root(one.actor)].kind in STATES}
    if len(roots) != 1 or denoter.dateline not in (None, *roots):
        return None
    earlier = [one for one in before if one.start < start and cast[cast.root(one.actor)].kind in STATES]
    spoken_of = (one for one in earlier if _is_spoken_of(denoter.doc[one.start : one.end].root))
    return roots.pop() if any(not names_war(denoter, one) for one in spoken_of) else None


def _is_spoken_of(name: Token) -> bool:
    if name.dep_ == "pobj":
        return name.head.lower_ in _WITHIN
    return name.dep_ in _SPOKEN_OF or name.dep_ == "ROOT"


def _deals_with(denoter: Denoter, actor: str, home: str) -> bool:
    """Tell whether somebody does or says something to a state, which is another one's then."""
    return any(acts_on(denoter, mention, home) for mention in denoter.named if mention.actor == actor)
