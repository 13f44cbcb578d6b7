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
OWN = Frame(id="own-country", type="affiliated.leads", noun=("country",), target=("of",), confidence=0.7)
_LED = frozenset({"country", "historic_state", "armed_group", "organization"})
_OWN_BANDS = frozenset({"armed_group", "organization"})
_BODIES = _LED | {"government", "group"}
_UNDER_SOMEBODY = ("nouns.under_rulers", "nouns.forces", "nouns.armed_people", "nouns.banded")
_LISTED = frozenset({"punct", "cc", "conj"})


class ReignMatcher:
    """Finds rulers that are named beside what they rule."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter

    def candidates(self, under: Token) -> Iterator[Candidate]:
        """Yield who rules what by an "under": "Under *Nasser*, *Egypt* built", "*Egypt* under *Nasser*"."""
        rulers = [r for token in under.children if token.dep_ == "pobj" for r in self._rulers(token, under)]
        for led in self._led(under) if rulers else ():
            for ruler in rulers:
                if self._is_free(ruler, led):
                    yield Candidate(UNDER, ruler, led, under, under.i, under.i + 1, UNDER.type)

    def owned(self) -> Iterator[Candidate]:
        """Yield who rules what is called his: "*Tito's* Yugoslavia", "the Chad *of Habré*", "Ruiz, whose *Front*"."""
        for ruler in self._denoter.named:
            if not self._is_person(ruler):
                continue
            name = self._denoter.doc[ruler.start : ruler.end].root
            led = self._called_of(name)
            if led is not None and led.actor != ruler.actor and self._is_free(ruler, led):
                word = self._denoter.doc[led.start : led.end].root
                yield Candidate(OWN, ruler, led, word, led.start, led.end, OWN.type)

    def _called_of(self, name: Token) -> Party | None:
        """Return the country, party or band by name that is called somebody's."""
        if name.dep_ == "poss":
            return self._whole(name.head, _LED)
        if name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.dep_ == "prep":
            above = name.head.head
            named = above.i in self._denoter.mention_at and any(child.lower_ == "the" for child in above.lefts)
            return self._whole(above, _LED) if named else self._band(above)
        for clause in name.children:
            if clause.dep_ == "relcl" and name.right_edge.i > clause.i:
                for owned in clause.lefts:
                    first = self._denoter.doc[owned.left_edge.i]
                    if first.lower_ == "whose" and first.head is owned:
                        return self._whole(owned, _OWN_BANDS)
        return None

    def _whole(self, noun: Token, kinds: frozenset[str]) -> Party | None:
        """Return what a noun names, of some kinds, if the whole phrase is that name."""
        led = self._denoter.mention_at.get(noun.i)
        if led is None or led.via in ("demonym", "metonym") or self._denoter.cast[led.actor].kind not in kinds:
            return None
        ends = noun.i == led.end - 1 and not any(child.i >= led.end and child.dep_ == "conj" for child in noun.children)
        return led if ends and noun.dep_ not in ("compound", "amod", "nmod", "poss") else None

    def _band(self, noun: Token) -> Party | None:
        """Return the fighters by name of whom a noun says what they are: "the *Ilaga* militia of"."""
        if noun.base not in self._denoter.words["nouns.banded"]:
            return None
        named = [self._denoter.mention_at.get(child.i) for child in noun.lefts if child.dep_ in ("compound", "nmod")]
        bands = [p for p in named if p is not None and self._denoter.cast[p.actor].kind in _OWN_BANDS]
        return bands[0] if len(bands) == 1 else None

    def _rulers(self, token: Token, under: Token) -> list[Party]:
        """Return persons by name, or whose leadership it is: "under *Nasser*", "under *his* rule"."""
        if token.base in self._denoter.words["nouns.reign"]:
            return [owner for owner in self._denoter.owners(token) if self._is_person(owner)]
        named = [self._denoter.mention_at.get(part.i) for part in self._denoter.conjuncts(token)]
        found = [party for party in named if party is not None and self._is_person(party)]
        more = any(
            child.i >= party.end and child.dep_ not in _LISTED for party in found[:1] for child in token.children
        )
        return found if len(found) == len(named) and under.lower_ == "under" and not more else []

    def _is_person(self, party: Party) -> bool:
        return self._denoter.cast[party.actor].kind == "person"

    def _led(self, under: Token) -> list[Party]:
        head, before = under.head, under.doc[under.i - 1]
        if before.pos_ == "NOUN" and head.pos_ in VERBAL and (found := self._bodies(before, under)):
            return found  # "was beaten by *Danish forces* under Holck", hung on the verb
        if head.pos_ in VERBAL and under.i < head.i:
            comma = self._denoter.texts[under.right_edge.i + (self._denoter.texts[under.right_edge.i] != ",")] == ","
            subjects = [c for c in head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
            subjects = [c for c in subjects if c.i > under.i or (before.text == "," and comma)]
            near = comma or any(c.left_edge.i == under.right_edge.i + 1 for c in subjects)
            found = [p for token in subjects for p in self._denoter.parties(Argument(token))] if near else []
        elif head.i + 1 == under.i and head.i in self._denoter.mention_at:
            found = [self._denoter.mention_at[head.i]]
        else:
            return self._bodies(head, under)
        return [p for p in found if p.via != "pronoun" and self._denoter.cast[p.actor].kind in _LED]

    def _bodies(self, head: Token, under: Token) -> list[Party]:
        """Return whose government or forces are under somebody, or which fighters: "the *Polish* army under Beck"."""
        if head.base not in self._denoter.words.either(*_UNDER_SOMEBODY) or head.i > under.i:
            return []
        found = self._denoter.parties(Argument(head))
        return [p for p in found if p.via != "pronoun" and self._denoter.cast[p.actor].kind in _BODIES]

    def _is_free(self, ruler: Party, led: Party) -> bool:
        """Tell whether nothing known of somebody speaks against his rule: he is nobody's, or of that country."""
        cast = self._denoter.cast
        return cast.root(ruler.actor) in (ruler.actor, cast.root(led.actor))
