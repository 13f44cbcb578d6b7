"""Who says yes or no to what was asked of him or offered to him just before, by words that name nobody.

"Paris asked Madrid to hand him over. *Spain refused*", "urged Chad to leave, and *it did so*", "*the request was turned
down*". The asking stands before the answer in its sentence, or in the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.frames import Frame
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.replies import ASSENT, REFUSAL
from relgraph.pipeline.syntax.negation import waves_away

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_YIELDING = Frame(id="answer-yield", type="cooperates.concedes", verb=("comply",), target=("object",), confidence=0.75)
_ASKED = Frame(id="asked-of-answerer", type="disputes.demands", verb=("ask", "demand"), target=("of",), confidence=0.7)
_GIVEN = Frame(id="answer-give", type="cooperates.aids", verb=("give",), target=("object",), confidence=0.7)
_PROPOSED = Frame(
    id="proposed-to-answerer", type="cooperates.agrees", verb=("propose",), target=("of",), confidence=0.7
)
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "dative"})
_ABOUT = frozenset({"with", "on", "by", "from", "between"})
"""Prepositions of what an answer is about, if it says so itself."""
_TO = frozenset({"to", "at", "of"})
_ENDS = frozenset({".", ",", ";", "!", "?", "but", "and"})


class _Asked(NamedTuple):
    """Something put forward: by whom, to whom if that is said, and by which verb."""

    by: Party
    to: str | None
    verb: Token


class AnswerMatcher:
    """Finds answers to what the sentence before or the clause before put forward."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._words = material.words

    def candidates(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield what answers say, of which `found` tells what they answer."""
        verbs = (token for token in self._material.doc if token.pos_ in VERBAL)
        answers = [(verb, frame) for verb in verbs if (frame := self._frame(verb)) is not None]
        if not answers:
            return
        told = list(found)
        for verb, frame in answers:
            yield from self._answer(verb, frame, told)

    def _frame(self, verb: Token) -> Frame | None:
        """Return what a verb answers, as a frame, if it is one of answering and is not said of a thing besides."""
        lemma, words = verb.lemma_, self._words
        if lemma in words["replies.no"] or lemma in words["replies.evading"] or self._is_said(verb, "no"):
            return None if _is_negated(verb) else REFUSAL
        if self._spurns(verb):
            return REFUSAL
        if lemma in words["replies.yes"] or lemma in words["replies.agreeing"] or self._is_said(verb, "yes"):
            return REFUSAL if _is_negated(verb) else ASSENT
        if lemma in words.either("replies.opposing", "replies.backing") and self._takes_up(verb):
            against = (lemma in words["replies.opposing"]) != _is_negated(verb)
            return REFUSAL if against else ASSENT
        if (
            _gives_in(verb)
            or lemma in words["replies.yielding"]
            or (lemma == "do" and any(child.lower_ == "so" and child.i == verb.i + 1 for child in verb.children))
        ):
            return REFUSAL if _is_negated(verb) else _YIELDING
        if lemma in words["replies.granting"] and not _is_negated(verb):
            return _GIVEN if self._gives_something(verb) else None
        return None if lemma not in words["replies.answering"] or _is_negated(verb) else self._by_manner(verb)

    def _spurns(self, verb: Token) -> bool:
        """Tell whether several words say no: "*brushed* it *aside*", "*scoffed at* it", "would not *hear of* it"."""
        words, lemma = self._words, verb.lemma_
        if lemma == "hear":
            return _is_negated(verb) and bool(self._reached(verb))
        if lemma == "have" and _has_none(verb):
            return True
        if _is_negated(verb):
            return False
        if lemma in words["replies.no_to"] and self._reached(verb):
            return True
        if lemma in words["replies.uttering"]:
            uttered = [child for child in verb.children if child.base in words["replies.objections"]]
            return any(child.dep_ == "dobj" and not any(child.rights) for child in uttered)
        return waves_away(verb, words)

    def _reached(self, verb: Token) -> list[Token]:
        """Return what was put forward before that a phrase comes back to: "scoffed at *the idea*", "hear of *it*"."""
        phrases = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in _TO]
        inside = [thing for phrase in phrases for thing in phrase.children if thing.dep_ == "pobj"]
        return inside if all(self._is_known(thing) for thing in inside) else []

    def _is_known(self, thing: Token) -> bool:
        """Tell whether a word means what was put forward before, and nothing beside it says what that is."""
        if thing.lower_ in ("it", "them", "this", "that", "no", "yes"):
            return True
        return (
            thing.base in self._words.either("replies.things", "replies.ideas")
            and any(word.lower_ in ("the", "this", "that", "these", "such") for word in thing.children)
            and not any(word.dep_ in ("poss", "acl", "relcl") for word in thing.children)
        )

    def _gives_something(self, verb: Token) -> bool:
        """Tell whether a verb says what is given, and not to whom: "Moscow *sent* tanks"."""
        syntax = self._material.syntax
        given = [child for child in verb.children if child.dep_ == "dobj" and child.pos_ == "NOUN"]
        free = given and given[0].i not in self._denoter.mention_at and not self._denoter.owners(given[0])
        return bool(free) and not syntax.is_passive(verb) and not syntax.indirect(verb)

    def _by_manner(self, verb: Token) -> Frame | None:
        """Return what an answer was by how it was given: "Sweden responded *favorably*"."""
        for child in verb.children:
            if child.dep_ in ("advmod", "acomp") and child.lower_ in self._words["replies.kindly"]:
                return ASSENT
            if child.dep_ in ("advmod", "acomp") and child.lower_ in self._words["replies.coldly"]:
                return REFUSAL
        return None

    def _is_said(self, verb: Token, word: str) -> bool:
        lowers = self._denoter.lowers
        return (
            verb.lemma_ in ("say", "answer")
            and lowers[verb.i + 1 : verb.i + 2] == [word]
            and (verb.i + 2 >= len(lowers) or self._denoter.texts[verb.i + 2] in _ENDS)
        )

    def _answer(self, verb: Token, frame: Frame, told: list[Candidate]) -> Iterator[Candidate]:
        if self._is_settled(verb, told) or not self._is_answer(verb):
            return
        root = self._denoter.cast.root
        asked = list(self._asked(verb, told))
        if self._material.syntax.is_passive(verb) and not self._material.doers(verb):
            bare = any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children)
            for one in asked[:1] if not bare else ():  # "urged that it *be accepted*": nobody has answered yet
                if one.to is not None:
                    answerer = Party(one.to, verb.i, verb.i + 1, "description", how="who was asked")
                    yield Candidate(frame, answerer, self._here(one.by, verb), verb, verb.i, verb.i + 1, frame.type)
            return
        answerers = [party for party in self._material.doers(verb) if self._denoter.is_power(party)]
        together = frozenset(root(party.actor) for party in answerers)
        for answerer in answerers:
            own = root(answerer.actor)
            hits = [one for one in asked if one.to == own and root(one.by.actor) != own]
            if not hits and self._takes_up(verb):
                hits = [one for one in asked if own not in (one.to, root(one.by.actor))][-1:]
            bare = frame is not _GIVEN and self._is_bare(verb)
            unsaid = [] if hits or not bare else list(self._open(verb, together))
            for one in unsaid:
                offers = one.verb.lemma_ in self._words.either("replies.offering", "replies.making")
                if offers and one.verb.lemma_ not in self._words["replies.proposing"]:
                    continue
                said = _PROPOSED if offers else _ASKED
                asked_of = replace(answerer, start=one.verb.i, end=one.verb.i + 1, via="description", how="who answers")
                yield Candidate(said, one.by, asked_of, one.verb, one.verb.i, one.verb.i + 1, said.type)
            turned = frame is REFUSAL and (_is_negated(verb) or _has_none(verb))  # "did not agree"
            for one in (hits or unsaid)[:1]:
                asker = self._here(one.by, verb)
                yield Candidate(frame, answerer, asker, verb, verb.i, verb.i + 1, frame.type, turned=turned)

    def _takes_up(self, verb: Token) -> bool:
        """Tell whether an answer is to a plan or the like, whoever was to do it: "Russia rejected *the idea*"."""
        things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")] + self._reached(verb)
        return any(
            thing.pos_ == "NOUN" and thing.base in self._words.either("replies.things", "replies.ideas")
            for thing in things
        )

    def _here(self, party: Party, verb: Token) -> Party:
        """Return somebody as whom an answer is given to, who is named before its sentence."""
        if party.start >= verb.sent.start:
            return party
        return replace(party, start=verb.i, end=verb.i + 1, via="description", how="who asked", capital=False)

    def _is_settled(self, verb: Token, told: list[Candidate]) -> bool:
        """Tell whether an answer says itself whom it concerns."""
        own = [child for child in verb.children if child.dep_ in _COMPLEMENTS | _OBJECTS | {"prep"}]
        within = {verb.i, *(child.i for child in own if child.i > verb.i)}
        root = self._denoter.cast.root
        return any(
            one.trigger.i in within and one.start <= verb.i and root(one.source.actor) != root(one.target.actor)
            for one in told
        )

    def _is_answer(self, verb: Token) -> bool:
        """Tell whether a verb stands alone, takes up what was put forward, or says what was asked."""
        passive = self._material.syntax.is_passive(verb)
        if passive and not any(child.dep_ in PASSIVE_SUBJECTS for child in verb.children):
            return False
        given = verb.lemma_ in self._words["replies.granting"]
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubjpass"):
                uttered = child.lower_ == "none" or child.base in self._words["replies.objections"]
                if not (given or uttered or child.lower_ == "way" or self._is_known(child)):
                    return False
            elif (child.lower_ in _ABOUT and child.dep_ != "agent") or (child.dep_ == "ccomp" and child.i > verb.i):
                return False
        return verb.dep_ not in ("relcl", "acl") or passive or _is_to_do_which(verb)

    def _is_bare(self, verb: Token) -> bool:
        """Tell whether an answer is nothing but that: "refused", "refused to comply", "turned it down"."""
        clauses = [child for child in verb.children if child.dep_ in _COMPLEMENTS]
        return all(
            clause.lemma_ in self._words["replies.yielding"]
            or clause.lemma_ in self._words["replies.agreeing"]
            or (clause.lemma_ == "pay" and clause.right_edge.i == clause.i)
            or (clause.lemma_ == "do" and clause.right_edge.lower_ == "so")
            for clause in clauses
        )

    def _asked(self, verb: Token, told: list[Candidate]) -> Iterator[_Asked]:
        """Yield what relations put forward before an answer, the last first."""
        start = verb.sent.start
        before = verb.doc[start - 1].sent.start if start > 0 else 0
        root = self._denoter.cast.root
        near = [one for one in told if before <= one.trigger.i < verb.i and max(one.start, one.end - 1) < verb.i]
        for one in sorted(near, key=lambda candidate: -candidate.trigger.i):
            if one.symmetric or not (self._denoter.is_power(one.source) and self._denoter.is_power(one.target)):
                continue
            asking = one.type == "disputes.demands" or (
                one.type.startswith("cooperates.") and self._puts_forward(one.trigger)
            )
            if asking:
                yield _Asked(one.source, root(one.target.actor), one.trigger)

    def _puts_forward(self, trigger: Token) -> bool:
        words = self._words
        return any(
            token.lemma_ in words["replies.asking"] or token.lemma_ in words["replies.making"]
            for token in (trigger, trigger.head)
        )

    def _puts_something(self, verb: Token) -> bool:
        """Tell whether a verb wants something or puts a plan or the like forward: "put forward *a plan*"."""
        words = self._words
        if verb.lemma_ in words["replies.wanting"]:
            return True
        making = verb.lemma_ in words["replies.making"]
        return making and any(c.dep_ == "dobj" and c.base in words["replies.things"] for c in verb.children)

    def _open(self, verb: Token, answerers: frozenset[str]) -> Iterator[_Asked]:
        """Yield what the only other power just asked for, without saying whom: "wanted the money. *Peru* refused"."""
        start = verb.sent.start
        first = verb.doc[start - 1].sent.start if start > 0 else 0
        root = self._denoter.cast.root
        for i in range(verb.i - 1, first - 1, -1):
            asking = verb.doc[i]
            if asking.pos_ not in VERBAL or _is_negated(asking) or not self._puts_something(asking):
                continue
            if not any(child.dep_ in SUBJECTS for child in asking.children):
                continue
            others = self._powers(start if i >= start else first, verb.i) - answerers
            for party in self._material.doers(asking):
                if others == {root(party.actor)}:
                    yield _Asked(party, None, asking)
                    return

    def _powers(self, start: int, end: int) -> set[str]:
        """Return the states and the like that some words name or mean."""
        denoter = self._denoter
        return {
            denoter.cast.root(party.actor)
            for i in range(start, end)
            for party in denoter.references.get(i) or filter(None, [denoter.mention_at.get(i)])
            if denoter.is_power(party)
        }


def _gives_in(verb: Token) -> bool:
    """Tell whether a verb says that somebody yields: "caved in", "gave way", "backed down"."""
    behind = {child.lower_ for child in verb.children}
    return bool(
        (verb.lemma_ in ("give", "cave") and "in" in behind)
        or (verb.lemma_ == "give" and "way" in behind)
        or (verb.lemma_ == "back" and "down" in behind)
    )


def _is_to_do_which(verb: Token) -> bool:
    """Tell whether a relative clause is about all that was asked: "to return them, *which it refused to do*"."""
    doing = next((child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ == "do"), None)
    return doing is not None and any(child.tag_ == "WDT" for child in doing.children)


def _has_none(verb: Token) -> bool:
    """Tell whether somebody wants nothing of what was put forward: "would have *none* of it"."""
    return any(child.lower_ == "none" and child.dep_ == "dobj" for child in verb.children)


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
