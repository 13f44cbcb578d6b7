"""Groups that a text tells of again: "Nationalist movements spread. Moscow armed *these movements*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import BODIES, History
from relgraph.pipeline.referring.several import NUMBERS, determined

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_REACH = 4
"""For so many sentences a group is remembered."""
_POINTING = frozenset({"these", "those"})
_AGAIN = frozenset({"the", "this", *_POINTING})
_CRAFT = ("nouns.vessel", "nouns.aircraft")


class Retold:
    """The groups, people and ships of one parsed text, by the noun that says what they are."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._denoter = history.denoter
        self._words = history.denoter.words
        self._told: list[tuple[int, Token]] = []
        self._meant: dict[int, list[Party]] = {}
        self._sentence = 0
        self._start = -1

    def note(self, noun: Token) -> None:
        """Remember whom a noun for people, bodies or ships means; those that it only means again are known already."""
        if noun.sent.start != self._start:
            self._sentence, self._start = self._sentence + 1, noun.sent.start
        if noun.pos_ == "NOUN" and noun.i not in self._denoter.references and self._is_group(noun):
            self._told.append((self._sentence, noun))

    def _group(self, noun: Token) -> list[Party]:
        """Return whom a noun that was noted means (asked for only if it is come back to); no part of the world."""
        if noun.i not in self._meant:
            cast = self._denoter.cast
            parties = self._denoter.denote(noun, target=True)
            whole = any(cast[party.actor].kind in ("region", "armed_group") for party in parties)
            self._meant[noun.i] = [] if whole else parties
        return self._meant[noun.i]

    def resolve(self, noun: Token) -> list[Party]:
        """Return whom a noun that nothing but its article tells apart has meant before; of several groups none."""
        if determined(noun) not in _AGAIN or not self._is_group(noun) or not self._is_bare(noun):
            return []
        here = self._sentence + (noun.sent.start != self._start)
        pointing = determined(noun) in _POINTING
        near = [(at, told) for at, told in self._told if here - at <= _REACH]
        near = [(at, told) for at, told in near if pointing or told.base == noun.base]
        lately = [(at, told, parties) for at, told in near if (parties := self._group(told))]
        same = [(at, parties) for at, told, parties in lately if told.base == noun.base]
        named = [] if same else self._listed(noun) or self._sitting(noun)
        if named:
            return named
        if pointing:
            like = [(at, parties) for at, told, parties in lately if self._is_like(told, noun)]
            meant = same if same and same[-1][0] == max(at for at, _ in [*same, *like]) else like
            return meant[-1][1] if meant else []
        groups = {frozenset(party.actor for party in parties) for _, parties in same}
        return same[-1][1] if len(groups) == 1 else []

    def _listed(self, noun: Token) -> list[Party]:
        """Return those named together of whom there are so many: "Doe, Johnson and Taylor … *the three warlords*"."""
        number = next((NUMBERS[child.lower_] for child in noun.children if child.lower_ in NUMBERS), None)
        if number is None:
            return []
        start = self._denoter.doc[noun.sent.start - 1].sent.start if noun.sent.start else 0
        group = self._history.twosomes.recent_group(noun.sent, number)
        kinds = {self._denoter.cast[party.actor].kind for party in group if party.start >= start}
        if kinds <= STATES:
            return group if noun.base in self._words.either("nouns.country_word", "nouns.country_byword") else []
        bodies = noun.base in self._words.either("nouns.body_word", "nouns.country_word", "nouns.country_byword")
        return group if kinds == {"person"} and not bodies else []

    def _sitting(self, noun: Token) -> list[Party]:
        """Return the assembly named last for "the delegates"."""
        if noun.base not in self._words["nouns.sitting"]:
            return []
        assemblies = self._words["documents.parliaments"]
        for antecedent in reversed(self._history.back(noun.sent, 1)):
            party = antecedent.parties[-1]
            kind = self._denoter.cast[party.actor].kind
            spoken = self._denoter.lowers[party.start : party.end]
            if len(antecedent.parties) == 1 and antecedent.token.i < noun.i and not assemblies.isdisjoint(spoken):
                following = self._denoter.lowers[party.end : party.end + 1]
                return [party] if following != ["of"] and (kind in BODIES or kind in STATES) else []
        return []

    def _is_like(self, told: Token, noun: Token) -> bool:
        """Tell whether a more general word points at a group: "Iranian tankers … *these ships*"."""
        craft = self._words.either(*_CRAFT)
        if noun.base in craft:
            return told.base in craft
        return noun.base in self._words["nouns.of_any_group"] and told.base not in craft

    def _is_group(self, noun: Token) -> bool:
        if noun.tag_ != "NNS":
            return False
        craft = noun.base in self._words.either(*_CRAFT)
        return craft or noun.base in self._words["nouns.of_any_group"] or self._denoter.is_whole(noun)

    def _is_bare(self, noun: Token) -> bool:
        return all(child.dep_ in ("det", "predet", "nummod", "punct", "cc", "conj") for child in noun.children)
