"""What words say of what they govern: "*denied* that it had", "a *plan* to invade it", "*ready* to talk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.rewards import is_sought
from relgraph.pipeline.qualifying.aims import is_chance_taken
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.qualifying.ceasing import is_ongoing
from relgraph.pipeline.qualifying.qualification import Context
from relgraph.pipeline.syntax.negation import exclusion, is_agreed_on, is_defied, is_wished
from relgraph.pipeline.syntax.provisos import is_event
from relgraph.pipeline.syntax.standing import (
    claim_of,
    denials,
    is_judged,
    is_nobodys,
    is_performed,
    is_uttered,
    verdict,
)
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd"})
_MEANING = ("mean", "ccomp")
"""What "means that" governs is no intention."""


class Governors:
    """Notes in contexts what the verbs, nouns and adjectives of one parsed text say of what depends on them."""

    def __init__(self, denoter: Denoter, syntax: Syntax, speakers: SpeakerFinder, words: Words) -> None:
        self._denoter = denoter
        self._syntax = syntax
        self._speakers = speakers
        self._words = words

    def under_verb(self, token: Token, dep: str, verb: Token, context: Context) -> None:
        """Note what a verb says of the word that depends on it as `dep`."""
        words = self._words
        if (excluded := exclusion(dep, verb, words)) is not None:
            if excluded != "denied":
                context.raise_to("possible", verb)
            if excluded != "open":
                context.flip(verb)
            return
        if dep in ("ccomp", "csubj") and verdict(verb, words) is False:
            context.flip(verb)
        if dep in _COMPLEMENTS:
            self._complement(token, dep, verb, context)
        elif dep == "prep":
            self._phrase(token, verb, context)
        elif dep in ("dobj", "nsubjpass") and token.pos_ == "NOUN":
            self._object(token, verb, context)

    def _complement(self, token: Token, dep: str, verb: Token, context: Context) -> None:
        """Note what a verb says of a clause that is its complement: "denied that it *had*", "plans to *visit*"."""
        lemma, words = verb.lemma_, self._words
        if is_nobodys(verb) and lemma in words.either("verbs.opining", "verbs.denying", "verbs.desire"):
            context.flip(verb)  # "nobody believes that", and "nobody denies that"
        elif is_nobodys(verb) and lemma in words["verbs.speaking"]:
            context.raise_to("possible", verb)
        if lemma in words["verbs.denying"] or (
            (dep == "xcomp" or self._syntax.is_infinitive(token))
            and lemma in words["verbs.negating"]
            and not is_ongoing(token, words)
        ):
            context.flip(verb)
        elif lemma == "have" and any(child.lower_ == "yet" for child in (*verb.children, *token.children)):
            context.flip(verb)  # "has yet to condemn"
        if lemma in words["verbs.supposing"] or lemma in ("seem", "appear"):
            context.raise_to("possible", verb)
        elif (
            (
                lemma in words["verbs.intending"]
                and not (self._is_statement(token, verb) or is_performed(token, verb, words))
                and (lemma, dep) != _MEANING
                and not calls(token, verb, words)
            )
            or (lemma == "be" and self._syntax.is_infinitive(token))
            or (lemma in words["verbs.scheduling"] and self._syntax.is_passive(verb))
            or (dep == "ccomp" and is_wished(token, verb, words))
            or (lemma in words["verbs.trying"] and dep == "xcomp" and token.lemma_ in words["verbs.achieving"])
        ):
            context.raise_to("intended", verb)

    def _phrase(self, preposition: Token, verb: Token, context: Context) -> None:
        """Note what a verb says of what follows a preposition: "refrained *from* bombing it", "asked *for* talks"."""
        lemma, words = verb.lemma_, self._words
        if (lemma in words["verbs.preventing"] and preposition.lower_ == "from") or (
            lemma in ("refrain", "abstain", "desist", "stop") and preposition.lower_ == "from"
        ):
            context.flip(verb)
        elif lemma in words["verbs.clearing"] and preposition.lower_ == "of":
            context.flip(verb)  # "acquitted Chad of arming the rebels"
        elif (lemma in words.either("verbs.intending", "verbs.readying") and preposition.lower_ == "for") or (
            lemma == "insist" and preposition.lower_ in ("on", "upon")
        ):
            context.raise_to("intended", verb)
        elif lemma in words["verbs.cautioning"] and preposition.lower_ == "against":
            context.raise_to("possible", verb)  # "warned it against an attack"
        elif lemma == "oppose" and preposition.lower_ == "to":
            context.flip(verb)  # "is opposed to a deal with"

    def _object(self, noun: Token, verb: Token, context: Context) -> None:
        """Note what a verb says of a noun that is its object: "cancelled a *visit*", "considered an *attack*"."""
        lemma, words = verb.lemma_, self._words
        kept_out = lemma in words["verbs.quashing"] and (
            noun.base in words["nouns.joining"]
            or (noun.base in words["nouns.meetings"] and lemma not in words["verbs.saying_no"])
        )
        if lemma in words["verbs.missing"] or kept_out:
            if lemma not in words["verbs.refusing"] or noun.base not in words["nouns.asked"]:
                context.flip(verb)  # a request that is refused was made
        elif lemma in words["verbs.intending"] and not (is_judged(noun, words) or is_uttered(noun, words)):
            told = words.either("verbs.pondering", "verbs.glossing")  # "*called* Chad's raid an error"
            others = lemma in told and self._is_anothers(noun)
            others = others or any(calls(child, verb, words) for child in verb.rights)
            settled = lemma in words["verbs.settling"] and noun.base in words["nouns.quarrel"]
            done = lemma == "commit" and noun.base in words.either("events.killing", "events.force", "nouns.crime")
            made = noun.base in words["nouns.asked"] and any(
                child.tag_ == "POS" for own in noun.lefts for child in own.children
            )
            if not (others or settled or done or made):  # "committed genocide", "approved Chad's request"
                context.raise_to("intended", verb)  # "resolved their dispute" is no resolution to dispute
        elif lemma in words["verbs.supposing"]:
            context.raise_to("possible", verb)

    def _is_anothers(self, noun: Token) -> bool:
        """Tell whether a noun is known or of others, so that to consider it is no plan: "weighed *Peru's* offer"."""
        told = any(child.lower_ == "of" for child in noun.rights)  # "considered the *sale of* tanks"
        return any(
            (child.lower_ in ("the", "this", "that", "these", "those") and not told)
            or (child.dep_ == "poss" and child.tag_ != "PRP$")
            or (child.dep_ in ("amod", "compound") and child.i in self._denoter.mention_at)
            for child in noun.lefts
        )

    def _is_statement(self, clause: Token, verb: Token) -> bool:
        """Tell whether a verb that can also demand only reports: "insisted that it had", without "should"."""
        if clause.dep_ != "ccomp" or verb.lemma_ not in self._words["verbs.speaking"]:
            return False
        return clause.tag_ in _FINITE or any(
            child.dep_ == "aux" and child.tag_ in (*_FINITE, "MD") for child in clause.children
        )

    def under_noun(self, token: Token, dep: str, noun: Token, context: Context) -> None:
        """Note what a noun says of the word that depends on it as `dep`: "a *plan* to invade it"."""
        lemma = noun.base
        words = self._words
        if dep in ("acl", "relcl") and is_sought(noun, words):
            context.raise_to("intended", noun)
        if claim_of(token, words) is not None:
            for verb in denials(noun, words):
                context.flip(verb)
                if verb.lemma_ != "be":
                    context.attribute(self._speakers.of_denial(verb), verb)
            context.attribute(self._speakers.of_claim(noun), noun)
            return
        infinitive = dep in ("acl", "relcl") and self._syntax.is_infinitive(token)
        if infinitive and is_defied(noun, words):
            context.flip(noun.head)
        if token.lower_ == "for" and noun.dep_ == "dobj" and noun.head.lemma_ in words["verbs.judging"]:
            return  # "blamed its policies *for* the dispute", as the parser hangs it
        finite = dep == "acl" and any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
        phrase = dep == "prep" and token.lower_ in ("of", "for", "to", "on", "about")
        if not (infinitive or finite or phrase or dep == "ccomp"):
            return
        if lemma in words["nouns.negated"]:
            # "the end of the war": there was one
            if not (lemma in words["nouns.ending"] and self._is_quarrel(token)):
                context.flip(noun)
        elif token.lower_ == "of" and lemma in words["nouns.courses"]:
            return  # "a policy of hostility": it is hostile already
        elif lemma in words["nouns.intended"] and (lemma not in words["nouns.ongoing"] or token.lower_ == "for"):
            context.raise_to("intended", noun)
        elif token.lower_ == "of" and noun.lower_ in ("favour", "favor") and noun.head.lower_ == "in":
            context.raise_to("intended", noun)  # "is in favour of a blockade"
        elif is_event(noun, words):
            context.raise_to("conditional", noun)
        elif lemma in words["nouns.possible"]:
            if not (infinitive and is_chance_taken(noun, self._words)):
                context.raise_to("possible", noun)
        elif is_agreed_on(token, noun, words):
            context.raise_to("intended", noun)

    def _is_quarrel(self, phrase: Token) -> bool:
        return any(child.base in self._words["nouns.quarrel"] for child in phrase.children)

    def under_adjective(self, adjective: Token, context: Context) -> None:
        """Note what an adjective says of what depends on it: "*unable* to invade it", "*ready* to talk"."""
        lemma = adjective.base
        if lemma in self._words["adjectives.negated"]:
            context.flip(adjective)
            if lemma in self._words["adjectives.improbable"]:
                context.raise_to("possible", adjective)
        elif lemma in self._words["adjectives.intended"]:
            context.raise_to("intended", adjective)
        elif lemma in self._words["adjectives.possible"] and not _has_managed(adjective):
            context.raise_to("possible", adjective)


def calls(told: Token, verb: Token, words: Words) -> bool:
    """Tell whether a verb says for what somebody takes another one: "considers Chad *an ally*", "sees it *as* one"."""
    if verb.lemma_ not in words.either("verbs.glossing", "verbs.regarding"):
        return False
    return told.dep_ == "oprd" or (told.dep_ == "ccomp" and told.pos_ == "NOUN") or told.lower_ == "as"


def _has_managed(adjective: Token) -> bool:
    """Tell whether somebody did what he could do: "*was able* to reach a deal", not "is able", "might be able"."""
    return adjective.lower_ == "able" and adjective.head.tag_ in ("VBD", "VBN")
