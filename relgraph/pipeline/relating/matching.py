"""Matching frames: which verb, noun, adjective or phrase of a text is a trigger; its matcher then fills the slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.referring.onward import carried_on
from relgraph.pipeline.relating.answers import AnswerMatcher
from relgraph.pipeline.relating.arrivals import arrivals
from relgraph.pipeline.relating.composition import MeasureComposer
from relgraph.pipeline.relating.detractors import detractions
from relgraph.pipeline.relating.exacted import exacted
from relgraph.pipeline.relating.extraditions import extraditions
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.modifiers import AdjectiveMatcher, PhraseMatcher
from relgraph.pipeline.relating.nouns import NounMatcher
from relgraph.pipeline.relating.possessors import is_body_at_work
from relgraph.pipeline.relating.reigns import ReignMatcher
from relgraph.pipeline.relating.replies import ReplyMatcher
from relgraph.pipeline.relating.rivalclaims import ClaimMatcher
from relgraph.pipeline.relating.senses import is_line, is_perfect
from relgraph.pipeline.relating.verbs import VerbMatcher
from relgraph.pipeline.syntax.standing import is_presupposed

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_THANKS = frozenset({"thanks", "thank"})
"""A verb of headlines that the tagger takes for a call: "Peru thanks Chile"."""
_NOUNS = frozenset({"NOUN", "PROPN"})


def _is_finite_in_disguise(noun: Token) -> bool:
    """Tell whether a verb was taken for a plural: "its charge that Peru *shelters* them", "rebels that Peru *arms*"."""
    if noun.tag_ != "NNS" or noun.dep_ not in ("acl", "ccomp", "relcl", "ROOT"):
        return False
    children = list(noun.children)
    if noun.dep_ == "ROOT":
        # "Peru *thanks* Chile for its help"
        before = [child for child in children if child.dep_ == "nsubj" and child.i < noun.i]
        return bool(before) and any(child.dep_ == "dobj" and child.i > noun.i for child in children)
    relative = any(child.tag_ == "WDT" and child.dep_ == "dobj" for child in children)
    if noun.dep_ == "relcl" and relative:
        return any(child.dep_ in ("compound", "nsubj") and child.pos_ == "PROPN" for child in children)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in children)
    return marked and any(child.dep_ == "dobj" for child in children)


class Matcher:
    """Fires frames on one parsed text: hands each word to the matcher of its class."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._verbs = VerbMatcher(material)
        self._composer = MeasureComposer(material)
        self._nouns = NounMatcher(material, self._composer)
        self._adjectives = AdjectiveMatcher(material)
        self._phrases = PhraseMatcher(material)
        self._replies = ReplyMatcher(material)
        self._claims = ClaimMatcher(material)
        self._reigns = ReignMatcher(material)

    def candidates(self) -> Iterator[Candidate]:
        """Yield every relation that a frame finds in the text by its trigger, then acts carried on and answers."""
        found = list(self.between(0, len(self._material.doc)))
        yield from found
        yield from self._reigns.owned()
        yield from exacted(self._material)
        yield from detractions(self._material.denoter)
        yield from extraditions(self._material.denoter)
        yield from arrivals(self._material)
        yield from carried_on(found, self._material.unaddressed, self._material.denoter)
        yield from AnswerMatcher(self._material).candidates(found)

    def between(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield every relation whose trigger begins with one of the tokens from `start` to before `end`."""
        frames = self._material.frames
        verbs, nouns, phrases = frames.heads("verb"), frames.heads("noun"), frames.heads("phrase")
        doc, lowers = self._material.doc, self._material.denoter.lowers
        for i in range(start, end):
            token, lower = doc[i], lowers[i]
            pos = token.pos_
            if pos in VERBAL:
                if self._is_in_name(token):
                    continue
                if self._is_disguised(token):
                    yield from self._of_noun(token)
                else:
                    yield from self._of_verb(token, verbs)
            elif pos in _NOUNS or (pos == "X" and lower in nouns):  # "détente" is foreign to the tagger
                if _is_finite_in_disguise(token):
                    yield from self._of_verb(token, verbs)
                else:
                    yield from self._of_noun(token)
            elif pos == "INTJ" and lower in _THANKS:
                yield from self._of_verb(token, verbs)
            elif pos == "ADJ":
                yield from self._adjectives.candidates(token, self._material.denoter.word(token))
            elif lower in ("under", "during"):
                yield from self._reigns.candidates(token)
            if lower in phrases:
                yield from self._phrases.candidates(token)

    def _is_in_name(self, verb: Token) -> bool:
        """Tell whether a verb is a part of a body's name: "the Coalition to *defeat* ISIS"."""
        mention = self._material.denoter.mention_at.get(verb.i)
        return mention is not None and mention.end - mention.start > 1

    def _is_disguised(self, verb: Token) -> bool:
        """Tell whether a noun was taken for a verb: "Chilean *strikes* on the camp", "Iranian *protest* at"."""
        if verb.tag_ == "VBG":
            return _is_gerund(verb)
        called = verb.tag_ == "VB" and verb.dep_ in ("dobj", "pobj")  # "seeks Chilean *help*"
        if not (called or verb.tag_ in ("VBZ", "VBP")) or verb.i == 0 or verb.dep_ in ("aux", "auxpass"):
            return False
        before = self._material.denoter.mention_at.get(verb.i - 1)
        return (
            before is not None
            and before.via == "demonym"
            and verb.doc[verb.i - 1].dep_ not in ("nsubj", "nsubjpass", "npadvmod")
            and not any(child.dep_ in ("nsubj", "aux") for child in verb.children)
        )

    def _of_verb(self, verb: Token, known: frozenset[str]) -> Iterator[Candidate]:
        lemma = self._material.denoter.word(verb)
        if lemma not in known or (lemma != verb.lower_ and "-" not in lemma):
            lemma = self._material.lexicon.inflected.get(verb.lower_, lemma)
        # "frustrated by": as an adjective it says what one feels, and then no longer what the other does.
        as_adjective = verb.tag_ in ("VBN", "VBG", "JJ") or (verb.tag_ == "VBD" and verb.dep_ == "acl")
        as_adjective = as_adjective and not is_perfect(verb)
        felt = list(self._adjectives.candidates(verb, verb.lower_)) if as_adjective else []
        yield from felt or self._composer.stopped(self._verbs.candidates(verb, lemma), verb)
        yield from self._replies.candidates(verb)
        yield from self._claims.candidates(verb)

    def _of_noun(self, noun: Token) -> Iterator[Candidate]:
        material = self._material
        lemma = noun.lower_ if noun.tag_ == "VBG" else material.denoter.word(noun)
        plural = noun.tag_ in ("NNS", "NNPS")
        other_sense = lemma in material.words["nouns.singular_only" if plural else "nouns.plural_only"]
        if not (other_sense or is_line(noun) or self._only_modifies(noun) or self._is_told(noun, lemma)):
            yield from self._nouns.candidates(noun, lemma)

    def _is_told(self, noun: Token, lemma: str) -> bool:
        """Tell whether a modifier says what a dull head is: a "boycott campaign" is a boycott, not a military one."""
        words, frames = self._material.words, self._material.frames
        if lemma not in words["nouns.dull"] or lemma in words["nouns.pact"]:
            return False
        return any(
            child.dep_ == "compound"
            and child.i not in self._material.denoter.mention_at
            and any(len(parts) == 1 for _, parts in frames.lookup("noun", child.base))
            and not any(
                len(parts) > 1 and parts[-2] in (child.base, child.lower_) for _, parts in frames.lookup("noun", lemma)
            )
            for child in noun.children
        )

    def _only_modifies(self, noun: Token) -> bool:
        """Tell whether a noun is no trigger: part of a name, a reference, or a modifier of a noun that means something.

        "Aid workers" give no aid, but an "aid package" is aid.
        """
        denoter = self._material.denoter
        # "armed its new *ally*" says also what he is to it whom the noun means
        if noun.i in denoter.references and not is_presupposed(noun, noun, self._material.words):
            return True
        if noun.i in denoter.mention_at and not (self._is_of_several(noun) or is_body_at_work(denoter, noun)):
            return True
        if self._is_in_name_of_document(noun) or self._is_organ(noun) or self._is_in_phrase(noun):
            return True
        if noun.dep_ != "compound" or noun.head.pos_ not in _NOUNS:
            return False
        head = noun.head.base
        return head not in self._material.words["nouns.dull"] or head in self._material.words["nouns.pact"]

    def _is_in_phrase(self, noun: Token) -> bool:
        """Tell whether a noun is a part of a phrase that means something as a whole: "with the *approval* of"."""
        lowers, i = self._material.denoter.lowers, noun.i
        if i < 2 or i + 1 >= len(lowers) or lowers[i - 1] != "the" or lowers[i + 1] != "of":
            return False
        words = tuple(lowers[i - 2 : i + 2])
        return any(parts == words for _, parts in self._material.frames.lookup("phrase", lowers[i - 2]))

    def _is_of_several(self, noun: Token) -> bool:
        """Tell whether a body is called that of several nations, who run it together: "the Sino-Russian Amur Forum"."""
        denoter = self._material.denoter
        body = denoter.mention_at[noun.i]
        nation = denoter.mention_at.get(body.start - 1)
        return (
            denoter.cast[body.actor].kind in ("organization", "igo")
            and nation is not None
            and nation.via == "demonym"
            and nation.start > 1
            and noun.doc[nation.start - 1].text in ("-", "–")
            and nation.start - 2 in denoter.mention_at
        )

    def _is_organ(self, noun: Token) -> bool:
        """Tell whether a noun is a standing body by its capital: "the Delegation of Peru to Chad" visits nobody."""
        return (
            noun.text[0].isupper()
            and noun.i > 0
            and (noun.nbor(-1).is_lower or noun.nbor(-1).lower_ == "the")
            and noun.lower_ in self._material.words["documents.organs"]
        )

    def _is_in_name_of_document(self, noun: Token) -> bool:
        """Tell whether a noun is only a part of a document's name: "the Treaty of *Friendship* and *Commerce*"."""
        if not noun.text[0].isupper() or noun.is_sent_start:
            return False
        token = noun
        while token.dep_ == "conj" and token.head.text[0].isupper():
            token = token.head
        if token.dep_ != "pobj" or token.head.lower_ not in ("of", "on", "for"):
            return False
        whole = token.head.head
        return whole.text[0].isupper() and whole.base in self._material.words["bodies.documents"]


def _is_gerund(verb: Token) -> bool:
    """Tell whether a form in -ing is a noun that two share: "*fighting* between Chad and Libya resumed"."""
    children = list(verb.children)
    return any(child.dep_ == "prep" and child.lower_ in ("between", "among") for child in children) and not any(
        child.dep_ in ("dobj", "nsubj", "aux") for child in children
    )
