"""People of whom a text has said who they are, where that is not found: "met *the men*", "in touch with *both*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.parties import Party

_DEFINITE = frozenset({"the", "both", "these", "those"})


def is_some_definite(party: Party, denoter: Denoter) -> bool:
    """Tell whether a party is definite people who may be anybody: dealings with them say nothing."""
    noun = denoter.doc[party.start : party.end].root
    if denoter.cast[party.actor].kind != "group" or noun.base not in denoter.words["nouns.known_people"]:
        return False
    return any(child.lower_ in _DEFINITE for child in noun.children)
