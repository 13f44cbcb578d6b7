"""Events that a text comes back to: "Chile shelled the town. The attack killed …", "expelled an envoy, a move that …".

A definite, demonstrative or counted noun for something that somebody did, without an owner of its own, acts for whoever
did it: the doer of the last verb or noun of the same class, or, for "the move" and its like, of the clause before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.pacts import counterparts

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.qualifying.tellings import Tellings

WHOSE_ATTACK = "whose attack it is"
WHOSE_ACT = "whose act it is"
"""How a noun for something done earlier means its doer."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_AGAIN = frozenset({"another", "further", "additional", "more", "other"})
_TELLING = frozenset({"acl", "relcl"})
_OWNED = frozenset({"poss", "relcl", "acl"})
_SPOKEN = ("events.demand", "events.accusation", "events.offer", "events.threat", "nouns.speech")
_ADDRESSED = ("events.demand", "events.accusation", "events.offer", "events.threat")
_WHAT_WAS_SAID = frozenset({"which", "it", "this", "that"})
_KEPT = 3
_EARLY = 6
"""Up to this token of its sentence "it" may be what the sentence before was about."""
_HANDED = frozenset({"dobj", "nsubjpass", "nsubj"})
_REACH = 3
"""For so many sentences an event is remembered."""
_TOGETHER = 3
"""So many at most do together what is taken up as one act."""
_ONE_OF_THE_PAST = ("earlier", "previous", "first", "last", "similar", "future")


class EventMemory:
    """Who did what so far in one parsed text."""

    def __init__(self, denoter: Denoter, tellings: Tellings) -> None:
        """`tellings` finds what the text has told so far."""
        self._denoter = denoter
        self._tellings = tellings
        self._words = denoter.words
        self._classes = self._words.classes("events.", but="events.general")
        self._general = self._words["events.general"]
        self._claims = self._words["nouns.claim"]
        self._last: dict[str, list[tuple[int, list[Party]]]] = {}
        self._known: dict[str, set[str]] = {}
        self._sentence = 0

    def read(self, sentence: Span, before: Span | None) -> None:
        """Resolve the events that a sentence comes back to, and note those that it tells of; in the text's order."""
        self._sentence += 1
        denoter = self._denoter
        for token in sentence:
            if token.pos_ not in ("NOUN", "VERB"):
                if token.lower_ in _WHAT_WAS_SAID and token.dep_ == "dobj":
                    self._of_denied(token, sentence)
                if token.lower_ in ("it", "this") and token.tag_ in ("PRP", "DT"):
                    self._of_pronoun(token, sentence, before)
                continue
            lemma = token.base
            if token.pos_ == "NOUN":
                if lemma in self._words["nouns.made_by_two"] and (made := counterparts(denoter, self._tellings, token)):
                    denoter.events[token.i] = made
                if (
                    lemma in self._classes
                    or lemma in self._general
                    or lemma in self._claims
                    or self._is_summary(token)
                    or self._is_judged_deed(token)
                ):
                    self._of_noun(token, lemma, sentence, before)
            elif lemma in self._classes:
                self._note(lemma, self._doers(token, unnamed=lemma in self._words.either(*_ADDRESSED)))

    def _of_noun(self, noun: Token, lemma: str, sentence: Span, before: Span | None) -> None:
        denoter = self._denoter
        if noun.i in denoter.mention_at or noun.i in denoter.references or noun.i in denoter.events:
            return
        made = denoter.owners(noun)
        if not made and self._comes_back(noun):
            found = self._remembered(lemma, noun) if self._is_open(noun) else []
            if self._is_counted_only(noun) and not self._are_of_one(lemma):
                found = []  # "Two strikes destroyed …" where both sides have struck
            if not found and self._is_open(noun):
                found = self._bodies(self._claimed(noun, sentence))
            if not found and before is not None and lemma in self._words["events.statement"]:
                speaks = before.root.lemma_ in self._words["verbs.speaking"]
                found = self._bodies(self._doers(before.root)) if speaks and noun.dep_ == "dobj" else []
            if not found and (
                lemma in self._general or self._is_summary(noun) or self._is_judged_deed(noun) or _is_one_that(noun)
            ):
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

    def _is_summary(self, noun: Token) -> bool:
        """Tell whether a noun sums up what the clause before says was said: "urged Chad to leave, *an appeal* that"."""
        return noun.base in self._words["nouns.said_or_decided"] and _sums_up(noun)

    def _is_judged_deed(self, noun: Token) -> bool:
        """Tell whether a noun for a deed is judged or upsets somebody: "*The cancellation* enraged France"."""
        verb, words = noun.head, self._words
        if noun.base not in words["nouns.judged_deeds"] or any(child.dep_ == "prep" for child in noun.children):
            return False
        if noun.dep_ == "nsubj":
            return verb.lemma_ in words.either("verbs.upsetting", "verbs.arousing", "verbs.receiving")
        return noun.dep_ in ("dobj", "nsubjpass") and self._judges(verb)

    def _of_denied(self, pronoun: Token, sentence: Span) -> None:
        """Let a word for what somebody denies mean who has said it: "said that Mali shot, *which* Mali denies"."""
        verb = pronoun.head
        if verb.lemma_ not in self._words["verbs.denying"] or pronoun.i in self._denoter.events:
            return
        doers = self._bodies(self._doers(verb))
        self._take(pronoun, self._said_of(self._roots(doers), pronoun, sentence) if doers else [])

    def _of_pronoun(self, pronoun: Token, sentence: Span, before: Span | None) -> None:
        """Let "it" that somebody answers or judges mean whose proposal or the like the clause before was about."""
        verb, words = pronoun.head, self._words
        if pronoun.dep_ != "dobj" or verb.pos_ != "VERB":
            return
        if verb.lemma_ not in words.either("verbs.answering", "verbs.dismissing", "verbs.weighing"):
            return
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
        if subject is None:
            return
        spans = [sentence[: subject.left_edge.i - sentence.start]]
        if pronoun.i - sentence.start < _EARLY and before is not None:
            spans.append(before[:])
        for span in spans:
            things = [token for token in span if token.dep_ in _HANDED and token.tag_ in ("NN", "PRP")]
            things = [thing for thing in things if thing.tag_ == "NN" or thing.i in self._denoter.events]
            if things:
                makers = self._makers(things[-1]) if len({self._is_offer(thing) for thing in things}) == 1 else []
                self._take(pronoun, makers)
                return

    def _is_offer(self, thing: Token) -> bool:
        """Tell whether a noun is what one puts forward, or "it" that means such a thing."""
        asked = thing.dep_ == "dobj" and thing.head.lemma_ in self._words["replies.asking"]
        return asked or thing.tag_ == "PRP" or thing.base in self._words["replies.things"]

    def _makers(self, thing: Token) -> list[Party]:
        """Return whose a proposal or the like is: as it says, as told before, or who makes it in its clause."""
        if not self._is_offer(thing):
            return []
        known = self._denoter.events.get(thing.i, [])
        made = known or ([] if thing.tag_ == "PRP" else self._denoter.owners(thing))
        if made or thing.dep_ != "dobj":
            return made
        makes = thing.head.lemma_ in self._words.either("replies.making", "replies.asking", "works.making")
        return self._doers(thing.head) if makes else []

    def _take(self, token: Token, parties: list[Party]) -> None:
        if len(parties) == 1:
            how = WHOSE_ACT
            meant = replace(parties[0], start=token.i, end=token.i + 1, via="pronoun", how=how, capital=False)
            self._denoter.events[token.i] = [meant]
            self._denoter.references.pop(token.i, None)

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
                self._last.setdefault(name, []).append((self._sentence, doers))
                self._known.setdefault(name, set()).add(self._denoter.cast.root(doers[0].actor))

    def _remembered(self, lemma: str, noun: Token) -> list[Party]:
        """Return who last did what a noun says; never the one who answers it."""
        answerers = self._answerers(noun)
        found = [
            (sentence, doers)
            for name in self._classes.get(lemma, ())
            for sentence, doers in reversed(self._last.get(name, [])[-_KEPT:])
            if self._sentence - sentence <= _REACH and not (self._roots(doers) & answerers)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else []

    def _answerers(self, noun: Token) -> set[str]:
        """Return who answers or judges what a noun says: it is not his own."""
        verb = noun.head
        answering = self._words.either("verbs.answering", "verbs.dismissing", "verbs.naming")
        if noun.dep_ != "dobj" or verb.lemma_ not in answering:
            return set()
        return self._roots(
            [party for argument in self._denoter.syntax.subjects(verb) for party in self._denoter.parties(argument)]
        )

    def _bodies(self, parties: list[Party]) -> list[Party]:
        """Return those who are or speak for states and bodies: what an expert said is not taken up as a claim."""
        cast = self._denoter.cast
        return [party for party in parties if cast[cast.root(party.actor)].kind != "person"]

    def _roots(self, parties: list[Party]) -> set[str]:
        return {self._denoter.cast.root(party.actor) for party in parties}

    def _claimed(self, noun: Token, sentence: Span) -> list[Party]:
        """Return who last said something of those who now deny "the claim": "*Chad* said that Mali had lied"."""
        claims = ("events.accusation", "events.finding", "nouns.claim", "events.statement")
        return self._said_of(self._answerers(noun), noun, sentence) if noun.base in self._words.either(*claims) else []

    def _said_of(self, answerers: set[str], noun: Token, sentence: Span) -> list[Party]:
        """Return who last said before a word something of those who deny it."""
        if not answerers:
            return []
        spoken = sentence
        for _ in range(_REACH):
            for verb in reversed(spoken[:]):
                if verb.i >= noun.i or verb.pos_ != "VERB" or verb.lemma_ not in self._words["verbs.speaking"]:
                    continue
                accuses = verb.lemma_ in self._words["verbs.accusing"]
                said = verb if accuses else next((child for child in verb.children if child.dep_ == "ccomp"), None)
                doers = self._doers(verb) if said is not None else []
                if said is None or not doers or self._roots(doers) & answerers:
                    continue
                if self._names(said, answerers):
                    return doers
            if spoken.start == 0:
                break
            spoken = noun.doc[spoken.start - 1].sent
        return []

    def _names(self, clause: Token, roots: set[str]) -> bool:
        """Tell whether a clause names or means one of some actors."""
        denoter = self._denoter
        for i in range(clause.left_edge.i, clause.right_edge.i + 1):
            named = denoter.mention_at.get(i)
            meant = [named] if named is not None else denoter.references.get(i, [])
            if self._roots(meant) & roots:
                return True
        return False

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
        return definite or (
            noun.tag_ == "NNS" and self._is_claim(noun) and _sums_up(noun)
        )  # "accused them, *charges* that"

    def _is_open(self, noun: Token) -> bool:
        """Tell whether nothing after a noun says which event it is."""
        return not any(
            child.i > noun.i
            and (child.dep_ in _OWNED or (child.dep_ == "prep" and child.lower_ in ("by", "from")))
            and not (child.dep_ == "relcl" and noun.doc[child.left_edge.i - 1].text == ",")
            for child in noun.children
        )

    def _of_clause(self, noun: Token, before: Span | None) -> list[Party]:
        """Return whose doing "the move" is: that of the clause that it is added to, or of the sentence before."""
        verb = _verb_above(noun)
        if _sums_up(noun):
            if verb is not None and verb.dep_ == "ccomp" and self._is_speech(noun) and verb.head.i < verb.i:
                verb = verb.head  # "insisted that Mali leave, a *demand* that"
            if verb is not None and self._is_claim(noun):
                claiming = self._words.either("verbs.accusing", "verbs.speaking")
                verb = next((above for above in (verb, *verb.ancestors) if above.lemma_ in claiming), verb)
            elif verb is not None:
                # "asked Mali to free Chad's envoys, a *demand* that": who asks, not who frees
                kinds = set(self._classes.get(noun.base, ()))
                said = (up for up in (verb, *verb.ancestors) if kinds.intersection(self._classes.get(up.lemma_, ())))
                verb = next(said, verb)
            return self._doers(verb) if verb is not None and verb.i < noun.i else []
        if verb is not None and verb.dep_ in ("relcl", "conj"):
            # "expelled the envoy of Chile, which condemned the move"
            above = _verb_above(verb)
            if verb.dep_ == "relcl" or above is None or not self._judges(above):
                return self._deed(above) if above is not None and above.i < noun.i else []
        if before is None or noun.i - noun.sent.start > 12 or not self._is_open(noun):
            return []
        verb = before.root
        if noun.base in self._words["events.said"]:
            says = verb.lemma_ in self._words.either("verbs.speaking", "replies.asking", "replies.making")
            return self._doers(verb) if says else []
        for _ in range(2):
            told = [child for child in verb.children if child.dep_ == "ccomp" and child.pos_ in VERBAL]
            if verb.lemma_ not in self._words["verbs.speaking"] or not told:
                break
            verb = told[0]
        return self._deed(verb)

    def _is_claim(self, noun: Token) -> bool:
        return noun.base in self._words.either("events.accusation", "nouns.claim")

    def _is_speech(self, noun: Token) -> bool:
        return noun.base in self._words.either(*_SPOKEN, "events.finding", "nouns.said_or_decided")

    def _deed(self, verb: Token) -> list[Party]:
        """Return who does what a verb says, if it is a deed: "Chad condemned the arrests. These measures …" is none."""
        return self._doers(verb) if verb.pos_ in VERBAL and verb.lemma_ != "be" and not self._judges(verb) else []

    def _judges(self, verb: Token) -> bool:
        if verb.lemma_ in self._words["events.recognition"]:
            return False
        return verb.lemma_ in self._words["verbs.stance"] or verb.lemma_ in self._words["verbs.accusing"]

    def _doers(self, verb: Token, *, unnamed: bool = False) -> list[Party]:
        """Return the one who does what a verb says, people without a name only if `unnamed`."""
        found = [party for argument in self._denoter.syntax.subjects(verb) for party in self._denoter.parties(argument)]
        named = unnamed or not any(party.how.startswith("generic") for party in found)
        return found if named and len(found) <= _TOGETHER else []


def _verb_above(token: Token) -> Token | None:
    """Return the verb of the clause that a token stands in, or for a verb of the clause around its own."""
    verb = token.head
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    return verb if verb.pos_ in VERBAL and verb.i != token.i else None


def _is_one_that(noun: Token) -> bool:
    """Tell whether something is told of a deed that sums up the clause before: "…, *a raid that* Libya condemned"."""
    return _sums_up(noun) and noun.left_edge.lower_ in ("a", "an") and any(c.dep_ in _TELLING for c in noun.rights)


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
