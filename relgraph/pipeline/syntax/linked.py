"""Who has links by the words before "with": "arrested a *preacher* with ties to the Brotherhood", not whoever acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Candidate, Trigger, paired
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_LINKS = frozenset({"link", "tie", "connection", "affiliation"})
_ALIGNED = "affiliated.aligned"


def linked(noun: Token) -> Token | None:
    """Return who or what has links, if a with-phrase right behind it says so."""
    preposition = noun.head
    if noun.base not in _LINKS or noun.dep_ != "pobj" or preposition.lower_ != "with" or preposition.i == 0:
        return None
    before = noun.doc[preposition.i - 1]
    if preposition.head.pos_ in VERBAL:  # the parser may hang the phrase on the verb
        before = before if before.head.i == preposition.head.i and before.dep_ in ("dobj", "nsubjpass") else noun
    else:
        before = preposition.head
    return before if before.i != noun.i and before.pos_ in ("NOUN", "PROPN") else None


def links_of(denoter: Denoter, holder: Token, trigger: Trigger, targets: list[Party]) -> Iterator[Candidate]:
    """Yield whom people and groups with links to somebody follow; a state with links only keeps them.

    "A Chinese trader with links to Hamas" links nobody that stands in a relation of states.
    """
    if any(child.lower_ == "no" for child in trigger.head.children):
        return
    for source, target in paired(denoter.denote(holder), targets):
        candidate = trigger.links(source, target, symmetric=False)
        if denoter.cast[denoter.cast.root(source.actor)].kind not in STATES:
            candidate.type = _ALIGNED
        elif holder.i not in denoter.mention_at:
            continue
        yield candidate
