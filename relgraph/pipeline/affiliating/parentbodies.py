"""Bodies named with the one that they are part of: "the *Pentagon's* Policy Board", "the Centre at *Yale*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

NAMED_WITH_WHOLE = Frame(
    id="named-with-whole", type="affiliated.part_of", title=("office",), target=("owner",), confidence=0.85
)
_BODIES = frozenset({"organization", "government", "igo"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_WITHIN = frozenset({"at", "within", "in", "of"})
_ARTICLES = frozenset({"the", "its"})


def parent_bodies(denoter: Denoter) -> Iterator[Candidate]:
    """Yield every body that is named with the body before or behind it that it is a part of.

    A country alone is none: that its ministries are a part of it says nothing.
    """
    cast, seen = denoter.cast, set()
    for part in denoter.named:
        word = _part_word(denoter, part)
        if word is None:
            continue
        whole = _owner(denoter, part) or _place(denoter, part)
        if whole is None or whole.actor == part.actor or part.actor in cast.chain(whole.actor):
            continue
        if (part.actor, whole.actor) not in seen:
            seen.add((part.actor, whole.actor))
            yield Candidate(NAMED_WITH_WHOLE, part, whole, word, part.start, part.end, NAMED_WITH_WHOLE.type)


def _part_word(denoter: Denoter, part: Party) -> Token | None:
    """Return the word of a body's name that says that it is part of something: "the *Office* of Prison Affairs"."""
    actor = denoter.cast[part.actor]
    if actor.kind not in ("organization", "government") or part.via not in ("name", "alias"):
        return None
    named = denoter.doc[part.start : part.end]
    words = denoter.words["bodies.parts"]
    following = denoter.doc[part.end] if part.end < len(denoter.doc) else None
    called = [named[-1], *(token for token in list(named)[:-1] if token.nbor().lower_ in ("of", "for", "on"))]
    found = next((token for token in called if token.lower_ in words), None)
    if found is None and following is not None and following.lower_ in words:
        return following  # "the *Seeds for Peace* program"
    return found


def _owner(denoter: Denoter, part: Party) -> Party | None:
    """Return the body whose the name is by a possessive right before it: "the *State Department's* Policy Office"."""
    doc, at = denoter.doc, part.start - 1
    if at < 1 or doc[at].text not in _OWNING:
        return None
    owner = doc[at - 1]
    named = denoter.mention_at.get(owner.i)
    if named is not None:
        return named if named.via != "demonym" and denoter.cast[named.actor].kind in _BODIES else None
    above = denoter.cast[part.actor].parent
    if owner.pos_ == "PROPN" and above is not None and denoter.cast[above].kind in _BODIES:
        return Party(above, owner.i, owner.i + 1, "description", how="the body whose part it is known to be")
    if owner.base not in denoter.words.either("nouns.country_word", "bodies.heads"):
        return None
    return next((party for party in denoter.denote(owner) if denoter.cast[party.actor].kind in STATES), None)


def _place(denoter: Denoter, part: Party) -> Party | None:
    """Return the body in which another is said to be right behind its name: "the Centre for Peace at *Yale*"."""
    doc, at = denoter.doc, part.end
    if at + 1 >= len(doc) or doc[at].lower_ not in _WITHIN:
        return None
    link = doc[at]
    at += 1
    if doc[at].lower_ in _ARTICLES:
        at += 1
    whole = denoter.mention_at.get(at)
    if whole is None or whole.start != at or whole.via == "demonym" or denoter.cast[whole.actor].kind not in _BODIES:
        return None
    if whole.end < len(doc) and doc[whole.end].text in _OWNING:
        return None  # "the office in *Oxfam's* building"
    # who is met at a ministry is no part of it, unless the parse hangs the place on a name inside the body's
    return whole if part.start <= link.head.i < part.end else None
