"""Events that a text comes back to: "Chile shelled the town. The attack killed …", "expelled an envoy, a move that …".

A definite, demonstrative or counted noun for something that somebody did, without an owner of its own, acts for whoever
did it: the doer of the last verb or noun of the same class, or, for "the move" and its like, of the clause before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Span, Token

WHOSE_ATTACK = "whose attack it is"
WHOSE_ACT = "whose act it is"
"""How a noun for something done earlier means its doer."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_AGAIN = frozenset({"another", "further", "additional", "more", "other"})
_OWNED = frozenset({"poss", "relcl", "acl"})
_SPOKEN = ("events.demand", "events.accusation", "events.offer", "events.threat", "nouns.speech")
_REACH = 3
"""For so many sentences an event is remembered."""
_ONE_OF_THE_PAST = ("earlier", "previous", "first", "last", "similar", "future")


class EventMemory:
    """Who did what so far in one parsed text."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._words = denoter.words
        self._classes = self._words.classes("events.", but="events.general")
        self._general = self._words["events.general"]
        self._last: dict[str, tuple[int, list[Party]]] = {}
        self._known: dict[str, set[str]] = {}
        self._sentence = 0

    def read(self, sentence: Span, before: Span | None) -> None:
        """Resolve the events that a sentence comes back to, and note those that it tells of; in the text's order."""
        self._sentence += 1
        for token in sentence:
            if token.pos_ not in ("NOUN", "VERB"):
                continue
            lemma = token.base
            if token.pos_ == "NOUN":
                if lemma in self._classes or lemma in self._general:
                    self._of_noun(token, lemma, sentence, before)
            elif lemma in self._classes:
                self._note(lemma, self._doers(token))

    def _of_noun(self, noun: Token, lemma: str, sentence: Span, before: Span | None) -> None:
        denoter = self._denoter
        if noun.i in denoter.mention_at or noun.i in denoter.references:
            return
        made = denoter.owners(noun)
        if not made and self._comes_back(noun):
            found = self._remembered(lemma) if self._is_open(noun) else []
            if self._is_counted_only(noun) and not self._are_of_one(lemma):
                found = []  # "Two strikes destroyed …" where both sides have struck
            if not found and lemma in self._general:
                found = self._of_clause(noun, before)
            if found:
                denoter.events[noun.i] = [
                    replace(
                        party,
                        start=max(noun.left_edge.i, noun.i - 3),
                        end=noun.i + 1,
                        via="description",
                        how=WHOSE_ATTACK if "events.force" in self._classes.get(lemma, ()) else WHOSE_ACT,
                        capital=False,
                    )
                    for party in found
                ]
        if lemma in self._classes:
            self._note(lemma, made or denoter.borrowed(noun))

    def _is_counted_only(self, noun: Token) -> bool:
        """Tell whether a number stands before a noun and no article: "two strikes", not "the two strikes"."""
        before = {child.dep_ for child in noun.children if child.i < noun.i}
        return "nummod" in before and "det" not in before

    def _are_of_one(self, lemma: str) -> bool:
        """Tell whether all events of a kind so far were the doing of the same actor."""
        return len(set().union(*(self._known.get(name, set()) for name in self._classes.get(lemma, ())))) <= 1

    def _note(self, lemma: str, doers: list[Party]) -> None:
        if len(doers) == 1:
            for name in self._classes[lemma]:
                self._last[name] = self._sentence, doers
                self._known.setdefault(name, set()).add(self._denoter.cast.root(doers[0].actor))

    def _remembered(self, lemma: str) -> list[Party]:
        found = [
            (sentence, doers)
            for name in self._classes.get(lemma, ())
            for sentence, doers in [self._last.get(name, (0, []))]
            if doers and self._sentence - sentence <= _REACH
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else []

    def _comes_back(self, noun: Token) -> bool:
        """Tell whether a noun's words before it allow that it is known already, and nothing else says whose it is."""
        if noun.dep_ == "compound" or (self._denoter.borrowed(noun) and not _sums_up(noun)):
            return False
        definite = False
        for child in noun.children:
            if child.dep_ == "poss" and child.lower_ == "today":
                return True  # "Today's action also targets"
            if child.dep_ == "poss" or child.lower_ in _ONE_OF_THE_PAST:
                return False
            if child.dep_ in ("amod", "compound") and child.i in self._denoter.mention_at:
                return False
            if child.dep_ in ("det", "nummod", "amod"):
                definite |= child.lower_ in _DEFINITE or child.lower_ in _AGAIN or child.dep_ == "nummod"
                definite |= child.lower_ in ("a", "an") and _sums_up(noun)
        return definite

    def _is_open(self, noun: Token) -> bool:
        """Tell whether nothing after a noun says which event it is."""
        return not any(
            child.i > noun.i and (child.dep_ in _OWNED or (child.dep_ == "prep" and child.lower_ in ("by", "from")))
            for child in noun.children
        )

    def _of_clause(self, noun: Token, before: Span | None) -> list[Party]:
        """Return whose doing "the move" is: that of the clause that it is added to, or of the sentence before."""
        verb = _verb_above(noun)
        if _sums_up(noun):
            if verb is not None and verb.dep_ == "ccomp" and self._is_speech(noun) and verb.head.i < verb.i:
                verb = verb.head  # "insisted that Mali leave, a *demand* that"
            return self._doers(verb) if verb is not None and verb.i < noun.i else []
        if verb is not None and verb.dep_ in ("relcl", "conj"):
            # "expelled the envoy of Chile, which condemned the move"
            above = _verb_above(verb)
            return self._deed(above) if above is not None and above.i < noun.i else []
        if before is None or noun.i - noun.sent.start > 12 or not self._is_open(noun):
            return []
        verb = before.root
        for _ in range(2):
            told = [child for child in verb.children if child.dep_ == "ccomp" and child.pos_ in VERBAL]
            if verb.lemma_ not in self._words["verbs.speaking"] or not told:
                break
            verb = told[0]
        return self._deed(verb)

    def _is_speech(self, noun: Token) -> bool:
        return any(noun.base in self._words[name] for name in _SPOKEN)

    def _deed(self, verb: Token) -> list[Party]:
        """Return who does what a verb says, if it is a deed: "Chad condemned the arrests. These measures …" is none."""
        judges = verb.lemma_ in self._words["verbs.stance"] or verb.lemma_ in self._words["verbs.accusing"]
        return self._doers(verb) if verb.pos_ in VERBAL and verb.lemma_ != "be" and not judges else []

    def _doers(self, verb: Token) -> list[Party]:
        found = [party for argument in self._denoter.syntax.subjects(verb) for party in self._denoter.parties(argument)]
        return found if len(found) == 1 and not found[0].how.startswith("generic") else []


def _verb_above(token: Token) -> Token | None:
    """Return the verb of the clause that a token stands in, or for a verb of the clause around its own."""
    verb = token.head
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    return verb if verb.pos_ in VERBAL and verb.i != token.i else None


def _sums_up(noun: Token) -> bool:
    """Tell whether a noun sums up the clause before it: "…, a move that angered Kenya", "in a move condemned by"."""
    doc = noun.doc
    start = noun.left_edge.i
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.i == start - 1:
        return noun.head.head.pos_ in VERBAL
    return (
        noun.dep_ in ("appos", "npadvmod", "dep", "conj", "dobj")
        and start > 0
        and doc[start - 1].text in (",", "–", "—", "-")
    )
