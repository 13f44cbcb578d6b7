"""Who rules a country by how its time or the country itself is called: "under Nasser, Egypt", "Tito's Yugoslavia".

A person by name or his leadership, and a country or body, and nothing more, stand together in such words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material

UNDER = Frame(id="under", type="affiliated.leads", verb=("lead",), target=("subject",), confidence=0.75)
_LED = frozenset({"country", "historic_state", "armed_group", "organization"})


class ReignMatcher:
    """Finds rulers that are named beside what they rule."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter

    def candidates(self, under: Token) -> Iterator[Candidate]:
        """Yield who rules what by an "under": "Under *Nasser*, *Egypt* built", "*Egypt* under *Nasser*"."""
        rulers = [r for token in under.children if token.dep_ == "pobj" for r in self._rulers(token, under)]
        if len(rulers) != 1:
            return
        for led in self._led(under):
            if self._is_free(rulers[0], led):
                yield Candidate(UNDER, rulers[0], led, under, under.i, under.i + 1, UNDER.type)

    def _rulers(self, token: Token, under: Token) -> list[Party]:
        """Return a person by name, or whose leadership it is: "under *Nasser*", "under *his* rule"."""
        if token.base in self._denoter.words["nouns.reign"]:
            return [owner for owner in self._denoter.owners(token) if self._is_person(owner)]
        party = self._denoter.mention_at.get(token.i)
        if party is None or under.lower_ != "under" or not self._is_person(party) or token.right_edge.i >= party.end:
            return []
        return [party]

    def _is_person(self, party: Party) -> bool:
        return self._denoter.cast[party.actor].kind == "person"

    def _led(self, under: Token) -> list[Party]:
        head = under.head
        if head.pos_ in VERBAL and under.i < head.i:
            behind = self._denoter.texts[under.right_edge.i + 1]
            subjects = [c for c in head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.i > under.i]
            near = behind == "," or any(c.left_edge.i == under.right_edge.i + 1 for c in subjects)
            found = [p for token in subjects for p in self._denoter.parties(Argument(token))] if near else []
        elif head.i + 1 == under.i and head.i in self._denoter.mention_at:
            found = [self._denoter.mention_at[head.i]]
        else:
            return self._bodies(head, under)
        return [p for p in found if p.via != "pronoun" and self._denoter.cast[p.actor].kind in _LED]

    def _bodies(self, head: Token, under: Token) -> list[Party]:
        """Return whose government or forces are under somebody: "the *Polish* cabinet under Józef Beck"."""
        if head.base not in self._denoter.words["nouns.under_rulers"] or head.i > under.i:
            return []
        found = self._denoter.parties(Argument(head))
        return [p for p in found if p.via != "pronoun" and self._denoter.cast[p.actor].kind in (*_LED, "government")]

    def _is_free(self, ruler: Party, led: Party) -> bool:
        """Tell whether nothing known of somebody speaks against his rule: he is nobody's, or of that country."""
        cast = self._denoter.cast
        return cast.root(ruler.actor) in (ruler.actor, cast.root(led.actor))
