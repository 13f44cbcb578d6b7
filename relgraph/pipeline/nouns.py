"""Noun frames: whose act a noun is, to whom it is done, and who share it ("between A and B")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame, TargetAs
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import ANSWERS, Candidate, Doubt, Trigger, most_specific, paired, pairs_among
from relgraph.pipeline.composition import MeasureComposer
from relgraph.pipeline.material import Material
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMONG = ("between", "among", "amongst", "including", "comprising", "involving")
_SHARED = frozenset({"cooperates.supports", "cooperates.collaborates", "cooperates.consults", "disputes.rivals"})
"""Types whose nouns take both parties from the sentence if they name none: "several disagreements remain"."""

_ANSWERED = frozenset(
    {"disputes.demands", "disputes.accuses", "disputes.threatens", "disputes.protests"}
    | {"cooperates.agrees", "cooperates.consults"}
)
"""Types of what is said to somebody, who may be named only as the one who answers."""

_SUFFERERS = frozenset({"target", "victim", "object", "subject", "recipient", "beneficiary", "focus"})


class NounMatcher:
    """Fires noun frames on one parsed text."""

    def __init__(self, material: Material, composer: MeasureComposer) -> None:
        """`composer` says what becomes of a measure that is ended, rejected or called for."""
        self._frames = material.frames
        self._denoter = material.denoter
        self._roles = _NounRoles(material)
        self._composer = composer

    def candidates(self, noun: Token, lemma: str) -> Iterator[Candidate]:
        """Yield what the frames of a noun find around it."""
        yield from most_specific(
            (frame, self._fired(noun, Trigger(frame, noun, words)))
            for frame, parts in self._frames.lookup("noun", lemma)
            if (words := _words(noun, parts[:-1], frame)) is not None
        )

    def _fired(self, noun: Token, trigger: Trigger) -> Iterator[Candidate]:
        roles, frame = self._roles, trigger.frame
        between = roles.between(noun)
        if len(between) > 1 and (frame.symmetric or "between" not in frame.target):
            yield from self._among(noun, trigger, between)
            return
        targets, slot = roles.targets(noun, frame)
        owners, doubts = roles.sources(noun, frame, target_slot=slot)
        if owners and not targets and not frame.symmetric and self._is_possessed(noun):
            # "his strong support of the president": with an owner before it, the of-phrase is whom it is for
            targets = roles.after(noun, "of", target_as=frame.target_as)
        if frame.symmetric and not targets:
            direct = self._denoter.owners(noun)
            group = direct if len(direct) > 1 else owners if len(owners) > 1 else []
            if not group and not owners and frame.type in _SHARED:
                group, doubts = self._denoter.pair_of_sentence(noun), [("the parties are those of the sentence", 0.8)]
            yield from self._among(noun, trigger, group, doubts)
            return
        if frame.symmetric and not owners:
            yield from self._among(noun, trigger, targets) if _joins(noun) else ()
            return
        if targets and not owners:
            yield from self._composer.called_for(trigger, targets)
        if owners and not targets and not doubts and frame.type in _ANSWERED:
            targets, doubts = roles.answerers(noun), [(ANSWERS, 0.95)]
        for source, target in paired(owners, targets):
            candidate = trigger.links(source, target, doubts=doubts)
            self._composer.compose(candidate, noun)
            yield candidate

    def _among(
        self, noun: Token, trigger: Trigger, parties: list[Party], doubts: Iterable[Doubt] = ()
    ) -> Iterator[Candidate]:
        for first, second in pairs_among(parties):
            candidate = trigger.links(first, second, symmetric=True, doubts=doubts)
            self._composer.compose(candidate, noun)
            yield candidate

    def _is_possessed(self, noun: Token) -> bool:
        return any(
            child.dep_ == "poss" or (child.dep_ == "amod" and child.i in self._denoter.mention_at)
            for child in noun.children
        )


class _NounRoles:
    """Finds the parties of a noun, slot by slot."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax
        self._words = material.words

    def between(self, noun: Token) -> list[Party]:
        """Return the parties of "between A and B" after a noun, if they are more than one."""
        made = [child for child in noun.children if child.dep_ == "acl"]  # "a treaty signed in May between A and B"
        for holder in (noun, *made, noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") else noun):
            for child in holder.children:
                if child.dep_ == "prep" and child.lower_ in _AMONG and child.i > noun.i:
                    inside = [token for token in child.children if token.dep_ in ("pobj", "pcomp")]
                    parties = self._material.targets(inside)
                    if len(parties) > 1:
                        return unique(parties)
        return []

    def sources(self, noun: Token, frame: Frame, *, target_slot: str) -> tuple[list[Party], list[Doubt]]:
        """Return whose act a noun is, from the first slot that has any; `target_slot` is the one that is taken."""
        for slot in frame.source:
            doubts: list[Doubt] = []
            if slot == "owner":
                found, doubts = self._owners(noun, frame, target_slot)
            elif slot == "modifier":
                found = self._denoter.modifiers(noun)
            elif slot == "clause":
                continue
            else:
                found = self.after(noun, slot) or self._above(noun, slot)
            if found:
                return found, doubts
        return [], []

    def _owners(self, noun: Token, frame: Frame, target_slot: str) -> tuple[list[Party], list[Doubt]]:
        denoter = self._denoter
        owners = denoter.owners(noun, allow_of="of" not in frame.target, sure_of=target_slot not in ("", "of"))
        if "modifier" in frame.target:
            possessive = [party for party in owners if not _is_modifier(party, noun)]
            owners = possessive or owners
        owners = owners or self.after(noun, "from")
        if owners:
            return owners, []
        borrowed = denoter.borrowed(noun) or self._refuser(noun, frame)
        return unique(borrowed), [("the noun borrows its subject", 0.9)]

    def _refuser(self, noun: Token, frame: Frame) -> list[Party]:
        """Return who refuses something friendly: "rejected any cooperation with the court"."""
        rejected = noun.dep_ == "dobj" and noun.head.lemma_ in self._words["verbs.rejecting"]
        return self._material.doers(noun.head) if rejected and self._material.sign(frame) > 0 else []

    def targets(self, noun: Token, frame: Frame) -> tuple[list[Party], str]:
        """Return the targets of a noun and the slot in which they stand; its owner itself is none."""
        denoter = self._denoter
        own = denoter.owners(noun, allow_of=False) or denoter.borrowed(noun)
        for slot in frame.target:
            if slot == "owner":
                found = denoter.owners(noun, allow_by=False)
            elif slot == "modifier":
                found = [party for party in denoter.modifiers(noun) if _is_modifier(party, noun)]
            elif slot == "clause":
                found = self._material.targets(self._syntax.clause_subjects(noun))
            else:
                found = self._behind(noun, frame, slot)
            if found and (slot != "of" or not self._are_named_by(found, own)):
                return unique(found), slot
        return unique(self._suffering(noun)), ""

    def _suffering(self, noun: Token) -> list[Party]:
        """Return who suffers or receives what a noun says: "*Albania* was the target of an attack by hackers"."""
        role = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "of" or role.lemma_.lower() not in _SUFFERERS:
            return []
        if role.dep_ == "attr":
            return self._material.doers(role.head)
        return self._material.targets([role.head]) if role.dep_ == "appos" else []

    def _are_named_by(self, parties: list[Party], own: list[Party]) -> bool:
        """Tell whether parties are those whose act a noun is, and not others of the same country."""
        root = self._denoter.cast.root
        return all(
            any(
                root(party.actor) == root(owner.actor)
                and (party.actor == owner.actor or (party.start < owner.end and owner.start < party.end))
                for owner in own
            )
            for party in parties
        )

    def answerers(self, noun: Token) -> list[Party]:
        """Return who answers or receives what a noun says: "*Peru* rejected a request by Chile"."""
        verb = noun.head
        if verb.pos_ not in VERBAL:
            return []
        if noun.dep_ == "dobj" and verb.lemma_ in self._words["verbs.answering"]:
            return self._material.doers(verb)
        if noun.dep_ == "nsubjpass" and verb.lemma_ in self._words["verbs.answering"]:
            return self._material.targets(self._syntax.agents(verb))
        return []

    def _behind(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Return the parties that a preposition adds to a noun, wherever the parser hung it."""
        found = self.after(noun, preposition, target_as=frame.target_as) or self._above(
            noun, preposition, target_as=frame.target_as
        )
        if not found:
            deep = (self._material.descend(token, frame) for token in self._syntax.prepositional(noun, preposition))
            found = next((parties for parties in deep if parties), [])
        if not found:
            # "its rejection and condemnation of the vote": the phrase hangs on the second noun
            for child in noun.children:
                if child.dep_ == "conj" and child.pos_ == "NOUN":
                    found = self.after(child, preposition, target_as=frame.target_as)
        return found or self._material.targets(
            self._material.strayed(noun, preposition), preposition, target_as=frame.target_as
        )

    def after(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Return the parties after a noun's own preposition; `target_as` as in frames."""
        tokens = self._syntax.prepositional(noun, preposition)
        return unique(self._material.targets(tokens, preposition, target_as=target_as))

    def _above(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Look for the preposition above a noun: "imposed sanctions in May *on* Iran", "a wave of raids *on* Iran"."""
        if preposition == "of":
            return []
        for clause in noun.children:
            if clause.dep_ == "relcl" and noun.i in {token.i for token in self._syntax.objects(clause)}:
                found = self._syntax.prepositional(clause, preposition)
                if found:
                    return self._material.targets(found, preposition, target_as=target_as)
        token = noun
        for _ in range(3):
            head, dep = token.head, token.dep_
            if dep in ("dobj", "nsubjpass", "attr", "nsubj") and head.pos_ in VERBAL:
                found = [
                    other
                    for other in self._syntax.prepositional(head, preposition)
                    if other.i > noun.i or (preposition == "against" and other.i < head.i)
                ]
                if not found and preposition in ("to", "for") and head.lemma_ in self._words["verbs.light"]:
                    found = [other for other in self._syntax.indirect(head) if other.i != token.i]
                return self._material.targets(found, preposition, target_as=target_as)
            if dep != "pobj" or head.lower_ != "of" or head.head.pos_ != "NOUN":
                return []
            token = head.head
            found = [other for other in self._syntax.prepositional(token, preposition) if other.i > noun.i]
            if found:
                return self._material.targets(found, preposition, target_as=target_as)
        return []


def _words(noun: Token, modifiers: tuple[str, ...], frame: Frame) -> list[Token] | None:
    """Return the tokens of the trigger, or None if a modifier is missing."""
    words = [noun]
    if not modifiers and not frame.companions:
        return words
    around = [
        child
        for child in noun.children
        if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod") or child.pos_ == "ADJ"
    ]
    for wanted in (*((modifier,) for modifier in modifiers), *((frame.companions,) if frame.companions else ())):
        found = next((child for child in around if child.lemma_.lower() in wanted or child.lower_ in wanted), None)
        if found is None:
            return None
        words.append(found)
    return words


def _joins(noun: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ in ("of", "among") for child in noun.children)


def _is_modifier(party: Party, noun: Token) -> bool:
    return any(child.dep_ == "compound" and party.start <= child.i < party.end for child in noun.children)
