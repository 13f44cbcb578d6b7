"""Who claim the same ground or right: "both claim *the seabed*", "an islet held by Chile and claimed by Peru".

Nobody claims it from the other in words, yet two who say that one thing is theirs are at odds over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import OBJECTS, VERBAL
from relgraph.pipeline.candidates import Candidate, pairs_among
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.material import Material

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

RIVAL_CLAIMS = Frame(
    id="rival-claims",
    type="disputes.rivals",
    verb=("claim", "assert", "lay", "press"),
    target=("object",),
    symmetric=True,
    confidence=0.8,
)
_NO_LAND = frozenset({"person", "organization", "armed_group", "igo", "government", "group"})
_RIGHT_TO = frozenset({"over", "of", "to", "on", "in"})
_AGAIN = frozenset({"also", "too", "likewise"})


class ClaimMatcher:
    """Finds those who claim one thing, by the verb that says so of several or of one after another."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._words = material.words
        self._claiming, self._asserting = material.words["claims.verbs"], material.words["claims.asserting"]
        self._lands = material.words.either("claims.lands", "nouns.land", "grounds.places")
        self._rights = material.words["claims.rights"]

    def candidates(self, verb: Token) -> Iterator[Candidate]:
        """Yield the rivalry of those who claim ground or a right to it."""
        wanting = verb.lemma_ in self._words["claims.wanting"]
        if not (wanting or verb.lemma_ in self._asserting) or not self._is_of_land(verb, wanted=wanting):
            return
        claimants = self._powers(verb)
        before = self._holders(verb) if len(claimants) == 1 else []
        root = self._material.denoter.cast.root
        for first, second in pairs_among([*before, *claimants]):
            if root(first.actor) != root(second.actor) and not (first in before and second in before):
                yield Candidate(RIVAL_CLAIMS, first, second, verb, verb.i, verb.i + 1, RIVAL_CLAIMS.type, True)

    def _powers(self, verb: Token) -> list[Party]:
        """Return the states and groups that do what a verb says, not the bodies of one state beside it."""
        denoter = self._material.denoter
        return [party for party in self._material.doers(verb) if denoter.is_power(party)]

    def _is_of_land(self, verb: Token, *, wanted: bool) -> bool:
        """Tell whether ground or a right to it is claimed; what is only `wanted` must be the same for all."""
        if verb.dep_ in ("acl", "amod") and not any(child.dep_ in OBJECTS for child in verb.children):
            things = [verb.head]  # "an island claimed by both"
        else:
            things = self._material.syntax.objects(verb)
        if wanted:
            return any(self._is_land(thing) and any(c.lower_ == "same" for c in thing.children) for thing in things)
        plain = verb.lemma_ in self._claiming
        return any(self._is_right(thing) or (plain and self._is_land(thing)) for thing in things)

    def _is_right(self, thing: Token) -> bool:
        """Tell whether a right is claimed to something: "sovereignty over the islands", "rights to the river"."""
        if thing.base not in self._rights:
            return False
        return any(child.dep_ == "prep" and child.lower_ in _RIGHT_TO for child in thing.children) or any(
            child.dep_ in ("prep", "dative") and child.lower_ in _RIGHT_TO and child.i > thing.i
            for child in thing.head.children
        )

    def _is_land(self, thing: Token) -> bool:
        if self._material.syntax.is_partitive(thing):  # "parts of the desert"
            parts = [part for of in thing.children if of.lower_ == "of" for part in of.children if part.dep_ == "pobj"]
            if parts:
                return self._is_land(parts[0])
        if thing.lower_ in self._lands or thing.base in self._lands:
            return True  # "the Beagle Channel", whatever it was taken for
        mention = self._material.denoter.mention_at.get(thing.i)
        if mention is not None:
            return self._material.denoter.cast[mention.actor].kind not in _NO_LAND
        return thing.pos_ == "PROPN" and thing.ent_type_ not in ("PERSON", "ORG", "EVENT", "WORK_OF_ART")

    def _holders(self, verb: Token) -> list[Party]:
        """Return who holds or claims the same thing by the verb before: "is held by *Chile* but claimed by Peru".

        So also by the one that the thing is the object of: "*Chile* claims the islet, which Peru also claims".
        """
        first = verb.head
        if verb.dep_ == "relcl":
            thing = verb.head
            first = thing.head
            again = any(child.lower_ in _AGAIN for child in verb.children)
            if not (again and thing.dep_ == "dobj" and first.lemma_ in self._asserting):
                return []
        elif verb.dep_ == "acl" and verb.head.dep_ in ("nsubjpass", "dobj"):
            first = verb.head.head  # "the islands, claimed by Chile, are held by Peru"
        elif verb.dep_ == "acl" or (verb.dep_ == "conj" and verb.head.dep_ == "acl"):
            first = verb.head
        elif verb.dep_ != "conj":
            return self._apposed(verb)
        if first.pos_ not in VERBAL or (not self._material.syntax.is_passive(verb) and verb.dep_ != "relcl"):
            return []
        holding = first.lemma_ in self._words["verbs.holding"] or first.lemma_ in self._asserting
        return self._powers(first) if holding else []

    def _apposed(self, verb: Token) -> list[Party]:
        """Return who holds a claimed thing by a participle beside it: "the islands, held by *Peru*, are claimed by"."""
        held = [
            clause
            for thing in self._material.syntax.passive_subjects(verb)
            for clause in thing.children
            if clause.dep_ == "acl" and clause.lemma_ in self._words["verbs.holding"]
        ]
        return [party for clause in held for party in self._powers(clause)]
