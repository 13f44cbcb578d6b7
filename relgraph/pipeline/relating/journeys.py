"""With whom somebody deals who travels for it: "flew to *Moscow* to sign a treaty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

DEALING = frozenset({"cooperates.agrees", "cooperates.consults"})
"""Types of what one travels for."""
_SENDING = frozenset({"send", "dispatch"})
_AIMS = frozenset({"advcl", "xcomp", "acl", "relcl"})


def visited(denoter: Denoter, verb: Token, partner: str = "") -> list[Party]:
    """Return the country to which the doer of a verb travels or is sent for it; none if it names its own partner.

    `verb` is what is done there, an infinitive of purpose; `partner` the country of who does it.
    """
    if verb.dep_ not in _AIMS or not denoter.syntax.is_infinitive(verb):
        return []
    going = verb.head
    while going.pos_ not in VERBAL and going.head.i != going.i:
        going = going.head
    if going.i > verb.i or going.lemma_ not in (denoter.words["verbs.motion"] | _SENDING):
        return []
    found = [
        party
        for token in denoter.syntax.prepositional(going, "to")
        if token.i < verb.i
        for party in denoter.parties(Argument(token), target=True)
    ]
    roots = {denoter.cast.root(party.actor) for party in found}
    return found if len(roots) == 1 and partner not in roots and denoter.cast[min(roots)].kind in STATES else []
