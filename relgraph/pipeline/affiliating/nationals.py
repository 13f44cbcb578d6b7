"""Private persons whom a text calls after their nation and calling: "German journalist Ana Voss"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.examples import people_listed

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter

_LONGEST = 4


def nationals(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons who speak for nobody, each with the country that stands before a calling and the name.

    What befalls them befalls a national of that country, as with "two German journalists". So also those whom a people
    is said to have: "prominent *Danes* such as Hans Voss".
    """
    for people in denoter.named:
        if people.via == "demonym" and denoter.cast[people.actor].kind in STATES:
            for person in people_listed(denoter, denoter.doc[people.end - 1]):
                if denoter.cast[person.actor].parent is None:
                    yield person.actor, people.actor
    callings = denoter.words.either("nouns.experts", "nouns.private_calling")
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        if actor.kind != "person" or actor.parent is not None or party.start < 2:
            continue
        calling = denoter.doc[party.start - 1]
        if calling.base not in callings:
            continue
        for i in range(party.start - 2, max(-1, party.start - 2 - _LONGEST), -1):
            nation = denoter.mention_at.get(i)
            if nation is not None:
                if nation.via == "demonym" and denoter.cast[nation.actor].kind in STATES:
                    yield actor.id, nation.actor
                break
            if not denoter.doc[i].is_alpha or denoter.doc[i].pos_ not in ("NOUN", "ADJ"):
                break
