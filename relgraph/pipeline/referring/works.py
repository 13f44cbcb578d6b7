"""Laws, plans, treaties and money that a text comes back to: "Peru passed a tariff act. *The law* hurt Chile"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

WHOSE_WORK = "who made it, as told before"
"""How a noun for something made earlier means its maker."""
_REACH = 3
"""For so many sentences a work is remembered."""
_POINTING = frozenset({"this", "these", "those", "that", "such"})
_AGAIN = _POINTING | {"the"}
_BEFORE = frozenset({"det", "predet", "amod"})
_SHARED = "works.pact"
_MOST = 4
"""More than so many do not make one treaty that is told of like this."""
_TOLD_APART = frozenset({"poss", "relcl", "acl", "nummod"})
_NAMELESS = frozenset({"group", "place", "region"})
_NEW = frozenset({"a", "an", "another", "new"})
_WEIGHING = ("verbs.weighing", "verbs.weighing_pact", "verbs.breaking", "verbs.answering")
_ACTED_ON = frozenset({"dobj", "dative", "ccomp", "xcomp"})
_PARTNERS = frozenset({"with", "between"})


class Works:
    """Who made which laws, plans and treaties so far in one parsed text."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._words = denoter.words
        self._kinds = self._words.classes("works.", but="works.making")
        self._told: list[tuple[int, str, list[Party]]] = []
        self._sentence = 0

    def read(self, sentence: Span) -> None:
        """Resolve the works that a sentence comes back to, and note those that it tells of; in the text's order."""
        self._sentence += 1
        denoter = self._denoter
        for noun in sentence:
            if noun.pos_ == "VERB" and (noun.lemma_ == "plan" or noun.lemma_ in self._words["verbs.proposing"]):
                self._tell("plan", self._parties(self._judges(noun)))
            if noun.pos_ not in ("NOUN", "PROPN") or self._lemma(noun) not in self._kinds:
                continue
            if noun.i in denoter.references or noun.dep_ == "compound":
                continue
            makers = self._makers(noun)
            if makers:
                self._tell(self._lemma(noun), makers)
            elif any(child.lower_ in _NEW for child in noun.children):
                self._told = [work for work in self._told if not self._is_like(work[1], noun)]  # whose is the new one?
            elif noun.pos_ == "NOUN" and noun.i not in denoter.mention_at and self._comes_back(noun):
                found = self._others(noun, self._remembered(noun))
                if found:
                    how, start = WHOSE_WORK, max(noun.left_edge.i, noun.i - 3)
                    denoter.events[noun.i] = [
                        replace(party, start=start, end=noun.i + 1, via="description", how=how, capital=False)
                        for party in found
                    ]

    def _tell(self, lemma: str, makers: list[Party]) -> None:
        """Remember who has made something, states and bodies or persons whom the text names."""
        cast = self._denoter.cast
        roots = {cast.root(party.actor) for party in makers}
        shared = _SHARED in self._kinds[lemma]
        if any(cast[root].kind in _NAMELESS for root in roots):
            return
        if len(roots) == 1 or (shared and 0 < len(roots) <= _MOST):
            self._told.append((self._sentence, lemma, makers))

    def _lemma(self, noun: Token) -> str:
        return noun.lower_ if noun.pos_ == "PROPN" else noun.base

    def _makers(self, noun: Token) -> list[Party]:
        """Return whose a work is by its own words, or who makes it in its clause; none if it is not one's own."""
        denoter = self._denoter
        shared = _SHARED in self._kinds[self._lemma(noun)]
        found = [] if noun.pos_ == "PROPN" else self._owners(noun)
        verb = noun.head
        if verb.pos_ in VERBAL and verb.lemma_ in self._words["works.making"]:
            if noun.dep_ == "dobj":
                found = found or self._parties(argument.token for argument in denoter.syntax.subjects(verb))
            elif noun.dep_ == "nsubjpass":
                found = found or self._parties(denoter.syntax.agents(verb))
        if shared:
            joined = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in _PARTNERS]
            found = found + self._parties(token for child in joined for token in child.children)
            if verb.pos_ in VERBAL and found:
                found = found + self._parties(denoter.syntax.prepositional(verb, "with"))
        return unique(found)

    def _owners(self, noun: Token) -> list[Party]:
        """Return whose a work is by the words beside it: no "*Lords* reform plan" is the Lords'."""
        cast = self._denoter.cast
        before = {party.actor for party in self._denoter.modifiers(noun) if party.via != "demonym"}
        owners = self._denoter.owners(noun, allow_of=False)
        return [party for party in owners if party.actor not in before or cast[party.actor].kind in STATES]

    def _is_like(self, told: str, noun: Token) -> bool:
        return not set(self._kinds[told]).isdisjoint(self._kinds[self._lemma(noun)])

    def _parties(self, tokens: Iterable[Token]) -> list[Party]:
        return [party for token in tokens for party in self._denoter.parties(Argument(token))]

    def _comes_back(self, noun: Token) -> bool:
        """Tell whether a noun is known already, and nothing beside it says which one it is."""
        children = list(noun.children)
        if not any(child.dep_ in _BEFORE and child.lower_ in _AGAIN for child in children):
            return False
        if any(child.dep_ in _TOLD_APART or child.i in self._denoter.mention_at for child in children):
            return False
        if any(child.dep_ == "prep" and child.lower_ in ("by", "from", "of", *_PARTNERS) for child in children):
            return False
        made = noun.dep_ == "dobj" and noun.head.lemma_ in self._words["works.making"]
        return not made and not self._denoter.owners(noun)

    def _remembered(self, noun: Token) -> list[Party]:
        """Return who made the last work of a noun's kind; "these arrangements" may be of any kind."""
        lately = [(told, makers) for at, told, makers in self._told if self._sentence - at <= _REACH]
        same = [makers for told, makers in lately if told == noun.base]
        like = [makers for told, makers in lately if self._is_like(told, noun)]
        found = same or like
        if not found and noun.base in self._words["works.any"] and _is_pointed_at(noun):
            found = [makers for _, makers in lately]
        return found[-1] if found else []

    def _others(self, noun: Token, makers: list[Party]) -> list[Party]:
        """Return the makers but for him who judges the work himself, and of several those with whom it deals."""
        cast, verb = self._denoter.cast, noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun
        others = {cast.root(party.actor) for party in self._parties(self._judges(verb))}
        if len(makers) > 1 and noun.dep_ in SUBJECTS:
            inside = self._denoter.mention_at
            named = {cast.root(inside[i].actor) for i in range(noun.sent.start, noun.sent.end) if i in inside}
            acted_on = [child for child in noun.head.children if child.dep_ in _ACTED_ON]
            acted_on += [child for clause in acted_on for child in clause.children if child.dep_ in SUBJECTS]
            others |= {cast.root(party.actor) for party in self._parties(acted_on)}
            if any(cast.root(party.actor) in named - others for party in makers):
                return []  # "did keep U.S. neutrality"
        elif _SHARED in self._kinds[noun.base] and verb.lemma_ not in self._words.either(*_WEIGHING):
            return []  # "saved the deal"
        if any(self._is_own(verb, maker) for maker in makers):
            return []
        left = [party for party in makers if cast.root(party.actor) not in others]
        return left or (makers if len(makers) == 1 else [])

    def _judges(self, verb: Token) -> list[Token]:
        return [argument.token for argument in self._denoter.syntax.subjects(verb)] if verb.pos_ in VERBAL else []

    def _is_own(self, verb: Token, maker: Party) -> bool:
        """Tell whether a state that is named itself, not a body or people of it, judges what it has made."""
        own = (maker.actor, self._denoter.cast.root(maker.actor))
        return any(party.actor in own and party.via != "demonym" for party in self._parties(self._judges(verb)))


def _is_pointed_at(noun: Token) -> bool:
    return any(child.dep_ in _BEFORE and child.lower_ in _POINTING for child in noun.children)
