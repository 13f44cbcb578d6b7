"""Who turns down or accepts what another one has just put forward: "Britain proposed a conference, but Siam refused".

The two verbs stand in one sentence, the second as a relative clause of what is put forward ("a conference, which Siam
declined") or coordinated with the first; what it answers is then surely the first one's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS, VERBAL
from relgraph.pipeline.candidates import Candidate, paired
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.material import Material

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

REFUSAL = Frame(
    id="reply-no",
    type="disputes.rejects",
    verb=("refuse", "decline", "reject"),
    target=("object",),
    confidence=0.75,
)
ASSENT = Frame(
    id="reply-yes",
    type="cooperates.agrees",
    verb=("accept", "agree"),
    target=("object",),
    confidence=0.75,
)
_MAX_STEPS = 4


class ReplyMatcher:
    """Finds answers that name the other side only by what it put forward."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._syntax = material.syntax
        self._words = material.words
        self._no, self._yes = material.words["replies.no"], material.words["replies.yes"]

    def candidates(self, verb: Token) -> Iterator[Candidate]:
        """Yield a refusal or an assent for a verb of answering whose other side is the sentence's."""
        if verb.lemma_ in self._no or self._withholds(verb):
            frame = REFUSAL
        elif verb.lemma_ in self._yes:
            frame = ASSENT
        else:
            return
        for source, target in paired(self._answerers(verb), self._put_forward_by(verb)):
            if self._are_two(source, target):
                yield Candidate(frame, source, target, verb, verb.i, verb.i + 1, frame.type)

    def _are_two(self, source: Party, target: Party) -> bool:
        denoter = self._material.denoter
        both = denoter.is_power(source) and denoter.is_power(target)
        return both and denoter.cast.root(source.actor) != denoter.cast.root(target.actor)

    def _withholds(self, verb: Token) -> bool:
        """Tell whether a relative clause says that something is not given: "a visa, which Chad *would not grant*"."""
        granting = self._words["replies.giving"]
        if verb.dep_ != "relcl":
            return False
        if verb.lemma_ in granting:
            return any(child.dep_ == "neg" for child in verb.children)
        return verb.lemma_ == "be" and self._refused_deed(verb) is not None

    def _refused_deed(self, verb: Token) -> Token | None:
        """Return what somebody refuses to do: "access, which Chad refused to *grant*", "was unwilling to *give*"."""
        unwilling = (c for c in verb.children if c.dep_ == "acomp" and c.lower_ in self._words["replies.unwilling"])
        above = next(unwilling, verb)
        deed = next((child for child in above.children if child.dep_ == "xcomp"), None)
        return deed if deed is not None and deed.lemma_ in self._words["replies.giving"] else None

    def _answerers(self, verb: Token) -> list[Party]:
        if self._withholds(verb) or (verb.dep_ == "relcl" and self._refused_deed(verb) is not None):
            return self._material.doers(verb)
        if any(child.dep_ in ("neg", "xcomp") for child in verb.children):
            return []  # "refused to come" says itself what is refused
        return self._material.doers(verb)

    def _put_forward_by(self, verb: Token) -> list[Party]:
        if verb.dep_ == "relcl":
            return self._of_antecedent(verb)
        above = verb
        for _ in range(_MAX_STEPS):
            if above.dep_ != "conj" or above.head.pos_ not in VERBAL:
                break
            above = above.head
            thing = self._thing(above)
            if thing is not None:
                return self._material.doers(above) if self._takes_up(verb, thing) else []
        return []

    def _of_antecedent(self, verb: Token) -> list[Party]:
        """Return who put forward the thing whose relative clause a verb is, if the pronoun is what is answered."""
        deed = self._refused_deed(verb) or verb
        answered = any(
            child.tag_ == "WDT" and child.dep_ in OBJECTS | PASSIVE_SUBJECTS and child.i < verb.i
            for child in deed.children
        )
        if not answered:
            return []
        thing = verb.head
        for _ in range(_MAX_STEPS):
            above = thing.head.head if thing.dep_ == "pobj" else thing.head
            if above.pos_ != "NOUN":
                break
            thing = above  # "asked for *access* to the men, which Chad denied"
        if above.pos_ not in VERBAL or self._thing(above) is None:
            return []
        return [] if self._material.denoter.owners(thing) else self._material.doers(above)

    def _thing(self, verb: Token) -> Token | None:
        """Return what somebody puts forward with a verb: its object, or what follows "for" of "asked for"."""
        asking = verb.lemma_ in self._words["replies.asking"]
        if not asking and verb.lemma_ not in self._words["replies.making"]:
            return None
        for child in verb.children:
            thing = child
            if child.dep_ == "prep" and child.lower_ == "for":
                thing = next((token for token in child.children if token.dep_ == "pobj"), child)
            elif child.dep_ != "dobj":
                continue
            if thing.pos_ == "NOUN" and (asking or thing.base in self._words["replies.things"]):
                return thing
        return None

    def _takes_up(self, verb: Token, thing: Token) -> bool:
        """Tell whether a coordinated verb answers a thing: it has no object or one that means the thing."""
        if not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            return False
        said = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "prep", "ccomp", "oprd")]
        return all(
            child.lower_ in ("it", "them")
            or (child.dep_ == "prep" and child.lower_ not in ("to", "with"))
            or child.base == thing.base
            or (child.base in self._words["replies.things"] and _is_definite(child))
            for child in said
        )


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these") for child in noun.children)
