"""Whom definite plurals mean: "the two countries", "both sides", "the warring parties", "the three leaders"."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind, Via
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import BODIES, History
from relgraph.pipeline.referring.dealings import two_of_clause_before
from relgraph.pipeline.referring.opponents import Opponents
from relgraph.pipeline.referring.reciprocity import DISTRIBUTIVE

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_PARTISANS = frozenset(
    {"leader", "member", "candidate", "supporter", "politician", "lawmaker", "legislator", "senator"}
)
_STATES = frozenset({"country", "side", "nation", "party", "state", "neighbor", "neighbour"})
_SIDES = frozenset({"side", "party"})
_LANDS = frozenset({"country", "nation", "power", "state", "republic", "empire", "monarchy", "kingdom"})
_OTHERS = ("adjectives.of_another", "adjectives.freed", "nouns.telling_apart")
_FIGHTING = frozenset({"belligerent", "combatant"})
_SEATS = frozenset({"capital", "government", "neighbour", "neighbor"})
_OF_STATES = _SEATS | {"leader", "president", "premier", "minister", "ally", "rival", "people", "army"}
"""Who stand for a state each where something is between them."""
_OF_PERSONS = ("nouns.pair_of_persons", "nouns.two_persons")
NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_PERSONS: frozenset[Kind] = frozenset({"person"})
PAIR, AT_ODDS, STATES_NAMED = "the pair named last", "the two who are at odds", "the states named last"
"""How it is known whom a plural means; whoever speaks of them may be one of them."""


class Several:
    """Resolves plurals with a definite article or a number of one parsed text, in the order of the text."""

    def __init__(self, history: History, opponents: Opponents) -> None:
        """`opponents` says who is against whom."""
        self._denoter = history.denoter
        self._words = history.denoter.words
        self._history = history
        self._opponents = opponents

    def resolve(self, noun: Token, sentence: Span, modified: list[Token]) -> list[Party]:
        """Return whom "the two countries", "both sides" and "the three leaders" mean."""
        lemma = noun.base
        if lemma == "superpower":
            return marked(self._history.twosomes.superpowers(noun), noun, "the superpowers")
        distributed = determined(noun) in DISTRIBUTIVE
        counted = [
            child.lower_
            for child in noun.children
            if child.dep_ == "nummod" or child.lower_ == "both" or (distributed and child.dep_ == "det")
        ]
        if lemma in self._words.either(*_OF_PERSONS) and counted in (["two"], ["both"]) and len(modified) < 2:
            persons = self._history.twosomes.only_persons(sentence, noun.i, self._doing(noun))
            if persons and (lemma not in self._words["nouns.pair"] or not self._history.twosomes.recent_pair(sentence)):
                return marked(persons, noun, "the two persons named last")
        pairs = ("nouns.pair", "nouns.pair_of_bodies", "nouns.pair_of_persons", "nouns.camps")
        opposed = [child for child in modified if child.lower_ in self._words["adjectives.at_odds"]]
        if not any(lemma in self._words[name] for name in pairs) or not all(
            child in opposed or child.dep_ == "nummod" or self._tells_nothing(child, lemma, counted=bool(counted))
            for child in modified
        ):
            return []
        if any(child.dep_ == "prep" and child.lower_ == "to" for child in noun.children):
            return []  # "all of the parties to the conflict"
        if lemma == "party" and noun.head.lower_ == "of" and noun.head.head.base in _PARTISANS:
            return []  # "leaders of both parties": those that stand for election
        for word in counted:
            if word in NUMBERS:
                group = self._history.twosomes.recent_group(sentence, NUMBERS[word])
                if lemma in self._words["nouns.pair_of_bodies"] and (
                    not group or not self._history.twosomes.fits(group, BODIES)
                ):
                    group = self._history.twosomes.only_bodies(noun.i, NUMBERS[word])
                return marked(group, noun, "the group named last")
        if any(child.dep_ == "nummod" and child.lower_ != "two" for child in noun.children):
            return []  # "the thirteen states"
        acting = self._opponents.acting(noun)
        if lemma in self._words["nouns.camps"] and (acting or opposed or lemma in _FIGHTING):
            two = self._at_odds(noun, sentence, counted=bool(counted), opposed=bool(opposed))
            if two is not None:
                return marked(two, noun, AT_ODDS)
        if opposed:
            return []
        joined = noun.head.lower_ == "between" and lemma in _OF_STATES
        joined = joined and not any(child.dep_ == "cc" for child in noun.children)
        if counted or joined or lemma in _STATES:
            if not counted and determined(noun) in ("these", "those"):
                listed = self._history.twosomes.last_states(sentence, noun.i)
                if listed:
                    return marked(listed, noun, STATES_NAMED)
            countries = lemma in (_STATES | _LANDS) - _SIDES or joined
            near = distributed or not (counted or lemma == "side" or noun.head.lower_ == "between")
            pair = self._pair(noun, sentence, acting, countries=countries, counted=bool(counted), near=near)
            return marked(pair, noun, PAIR) if self._fits(pair, lemma) else []
        if lemma in self._words["nouns.pair_by_tie"]:
            return marked(
                self._history.twosomes.acting_pair(sentence), noun, "the pair that acts in the sentence before"
            )
        return []

    def _doing(self, noun: Token) -> set[str]:
        """Return who acts on those whom a noun means, who is none of them: "Vega, who met *both men*"."""
        if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
            return set()
        verb = next((token for token in noun.ancestors if token.pos_ in VERBAL), None)
        doers = self._denoter.syntax.subjects(verb) if verb is not None else []
        parties = [party for doer in doers for party in self._denoter.parties(doer)]
        return {party.actor for party in parties}

    def _pair(
        self, noun: Token, sentence: Span, acting: set[str], *, countries: bool, counted: bool, near: bool
    ) -> list[Party]:
        """Return the two whom a noun means, none of whom acts on them: "Chad mediated between *the two countries*".

        `countries` says that they are such, `near` that the two must have been named lately ("the states").
        """
        lemma, twosomes = noun.base, self._history.twosomes
        near = near or lemma in self._words.either("nouns.pair_of_bodies", "nouns.pair_of_persons")
        told = counted or noun.head.lower_ == "between"
        kinds = self._fitting(lemma)
        pair = self._apart(self._pair_of_states(noun, sentence, acting) if countries and told else [], acting)
        pair = pair or twosomes.recent_pair(sentence, countries=countries, near=near, apart_from=acting, kinds=kinds)
        if not pair and counted and kinds == BODIES:
            pair = twosomes.only_two(sentence, noun.i, kinds)
        if lemma == "side" and counted and pair and not self._opponents.are_at_odds(noun, pair):
            fighting = self._opponents.foremost(noun, acting)
            pair = pair if fighting is None else fighting  # of a war, not those who back one of them
        pair = self._apart(pair, acting)
        if not pair and counted:
            pair = self._opponents.only_two(noun, countries=countries or lemma in _SEATS)
        return pair

    def _apart(self, pair: list[Party], acting: set[str]) -> list[Party]:
        """Return a pair of whom neither acts on it: "the mission blamed *both sides*" means two others."""
        return [] if any(self._denoter.cast.root(party.actor) in acting for party in pair) else pair

    def _at_odds(self, noun: Token, sentence: Span, *, counted: bool, opposed: bool) -> list[Party] | None:
        """Return the two whom a third one addresses as "both sides", or who are called "the warring parties"."""
        lemma = noun.base
        hostile = opposed or lemma in _FIGHTING
        if not hostile and not counted and lemma not in _SIDES:
            return None
        known = self._history.twosomes.recent_pair(sentence)
        two = self._opponents.two(noun, countries=lemma in _SEATS, hostile=hostile, known=known)
        return [] if two is None and hostile else two

    def _pair_of_states(self, noun: Token, sentence: Span, acting: Collection[str]) -> list[Party]:
        """Return whom "these two powers" mean, and "the two countries" after two that no words join."""
        if determined(noun) in ("these", "those"):
            return self._history.twosomes.last_named(sentence)
        return (
            two_of_clause_before(self._denoter, noun)
            or self._history.twosomes.of_clauses(noun)
            or self._history.twosomes.only_two(sentence, noun.i, apart_from=acting)
        )

    def _fits(self, pair: list[Party], lemma: str) -> bool:
        """Tell whether a pair can be "the two groups", "the two leaders"."""
        fitting = self._fitting(lemma)
        return not fitting or self._history.twosomes.fits(pair, fitting)

    def _fitting(self, lemma: str) -> frozenset[Kind]:
        """Return of what kinds those can be whom a noun means; none if of any."""
        if lemma in self._words["nouns.pair_of_bodies"]:
            return BODIES
        return _PERSONS if lemma in self._words["nouns.pair_of_persons"] else frozenset()

    def _tells_nothing(self, child: Token, lemma: str, *, counted: bool) -> bool:
        """Tell whether a modifier fits any two: "the *two* countries", "the two *foreign* ministers"."""
        if child.lower_ in self._words["adjectives.of_pair"]:
            return True
        if lemma == "minister" and child.lower_ in self._words["bodies.portfolios"]:
            return True
        if counted and lemma in _LANDS | _SEATS and _is_hyphened(child):
            return True  # "the two *post-Soviet* states", "both *cash-strapped* governments"
        named = self._denoter.mention_at.get(child.i)
        if counted and named is None and child.dep_ == "amod" and lemma in _LANDS:
            # "both *imperial* powers"; "the two new states" are others
            return child.tag_ == "JJ" and child.lower_ not in self._words.either(*_OTHERS)
        return counted and named is not None and self._denoter.cast[named.actor].kind == "region"


def _is_hyphened(word: Token) -> bool:
    """Tell whether a word is a part of a hyphenated one, a hyphen or what stands before or behind it."""
    around = word.doc[max(0, word.i - 1) : word.i + 2]
    return any(token.text in ("-", "–") for token in around)


def determined(noun: Token) -> str:
    """Return the article or the like before a noun."""
    return next((child.lower_ for child in noun.children if child.dep_ == "det"), "")


def marked(parties: Iterable[Party], token: Token, how: str) -> list[Party]:
    """Return parties as the words of a referring noun or pronoun mean them."""
    found = list(parties)
    if not found:
        return []
    pronoun = token.tag_ in ("PRP", "PRP$")
    start = token.left_edge.i if token.pos_ == "NOUN" and token.i - token.left_edge.i <= 4 else token.i
    via: Via = "pronoun" if pronoun else "description"
    return [replace(party, start=start, end=token.i + 1, via=via, how=how, capital=False) for party in found]
