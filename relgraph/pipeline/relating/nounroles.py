"""The parties of a noun: whose act it is and to whom it is done, slot by slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from relgraph.frames import Frame, TargetAs
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Doubt
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.relating.acts import obliged
from relgraph.pipeline.relating.bargains import gainers
from relgraph.pipeline.relating.descent import descend
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.opinions import felt_in
from relgraph.pipeline.relating.purposes import meant_for
from relgraph.pipeline.relating.sharers import Sharers
from relgraph.pipeline.syntax.deeds import is_spoken_of, made_in, measures, takings
from relgraph.pipeline.syntax.interposed import is_interposed

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_HYPHENS = frozenset({"-", "–"})
_UNSAID = ("to", "for")
"""Whom a phrase with these would name may also be named without one: "paid *Chile* a visit"."""
_TAKEN = ("against", "for", "to", "in")
"""What dull heads take, whatever the noun before them does: "a relief program *for* Chad"."""
_TRUSTED = 0.7
_WAR_IN = "fights.attacks/war-in"
_ENDING_OWN = frozenset({"end", "stop", "halt"})
_DONE = frozenset({"cooperates.aids", "cooperates.consults", "cooperates.agrees", "cooperates.collaborates"})
"""Types of friendly acts, which are not of those who spoil them."""
_PLACING = frozenset({"in", "at", "near", "on", "along", "around", "over"})


class NounRoles:
    """Finds the parties of a noun, slot by slot."""

    def __init__(self, material: Material, sharers: Sharers) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax
        self._words = material.words
        self._sharers = sharers

    def carrier(self, noun: Token) -> Token:
        """Return the noun whose parties are those of a noun: the dull head that it modifies, or itself."""
        head = noun.head
        dull = head.base in self._words["nouns.dull"]
        return head if dull and noun.dep_ == "compound" and head.pos_ == "NOUN" else noun

    def sources(self, noun: Token, frame: Frame, *, target_slot: str) -> tuple[list[Party], list[Doubt]]:
        """Return whose act a noun is, from the first slot that has any; `target_slot` is the one that is taken."""
        for slot in frame.source:
            doubts: list[Doubt] = []
            if slot == "owner" and (felt := felt_in(self._denoter, noun, frame)):
                found = felt
            elif slot == "owner":
                found, doubts = self._owners(noun, frame, target_slot)
            elif slot == "modifier":
                found = self._denoter.modifiers(noun)
            elif slot == "clause":
                continue
            else:
                found = self.after(noun, slot) or (
                    [] if slot == "by" and is_spoken_of(noun, self._words) else self._above(noun, slot)
                )
                if slot in _PLACING:
                    found = [party for party in found if not self._is_inside(party, noun, target_slot)]
            if found:
                return found, doubts
        return [], []

    def _is_inside(self, place: Party, noun: Token, target_slot: str) -> bool:
        """Tell whether a place belongs to what follows another preposition: "concern about meddling *in Chad*"."""
        token = noun.doc[place.start : place.end].root
        return target_slot not in ("", "owner", "modifier") and any(
            ancestor.dep_ == "prep" and ancestor.lower_ == target_slot and noun.i < ancestor.i < token.i
            for ancestor in token.ancestors
        )

    def _owners(self, noun: Token, frame: Frame, target_slot: str) -> tuple[list[Party], list[Doubt]]:
        denoter = self._denoter
        owners = denoter.owners(noun, allow_of="of" not in frame.target, sure_of=target_slot not in ("", "of"))
        if "modifier" in frame.target:
            possessive = [party for party in owners if not _is_modifier(party, noun)]
            owners = possessive or owners
        if not frame.symmetric:
            owners = owners or ([] if "from" in frame.target or self._is_put_out(noun) else self._origin(noun))
            owners = owners or self._expeller(noun)
        if owners:
            return owners, []
        if self._is_strangers(noun) or (frame.name == _WAR_IN and not self._is_waged(noun)):
            return [], []
        if self._is_spoilt(noun, frame) or self._is_given_away(noun, frame):
            return [], []
        borrowed = denoter.borrowed(noun) or self._refuser(noun, frame) or gainers(denoter, noun)
        return unique(borrowed), [("the noun borrows its subject", 0.9)]

    def _is_given_away(self, noun: Token, frame: Frame) -> bool:
        """Tell whether power over somebody is another's by what a subject does: "offered Chad *control* of Mali"."""
        verb = noun.head
        given = noun.dep_ == "dobj" and verb.lemma_ in self._words["verbs.granting"]
        return given and frame.type.startswith("restrains.") and bool(self._syntax.indirect(verb))

    def _is_waged(self, noun: Token) -> bool:
        """Tell whether what governs a war says who wages it: "his escalation of the *war* in Peru"."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
        return above.base in self._words["nouns.waging"] or above.lemma_ in self._words["verbs.waging"]

    def _origin(self, noun: Token) -> list[Party]:
        """Return from whom something comes: "an offer *from Chad*", "the flow of arms *from Chad*".

        Not the first of a range: "a series of crises, *from Chad* to Mali".
        """
        if "from" not in noun.sent.lowers:
            return []
        lowers = self._denoter.lowers
        for holder in (noun, *measures(noun, self._words), *takings(noun, self._words)):
            ranging = any(child.lower_ == "from" and lowers[child.i - 1] == "," for child in holder.rights)
            if not ranging and (found := self.after(holder, "from")):
                return found
        return []

    def _is_strangers(self, noun: Token) -> bool:
        """Tell whether a noun is said to be somebody's who is no actor: "announced the *actress's* visit to Chad"."""
        if noun.base in self._words["nouns.invested"] and any(
            child.lower_ in self._words["adjectives.of_strangers"] for child in noun.lefts
        ):
            return True  # "Chad allowed *foreign* investment in banks"
        return any(
            (child.dep_ == "poss" and child.tag_ != "PRP$")
            or (child.dep_ in ("agent", "prep") and child.lower_ == "by")
            or (
                child.dep_ == "acl"
                and child.tag_ == "VBN"
                and child.lemma_ not in self._words["verbs.arranging"]  # "held talks mediated by Oman"
                and any(c.dep_ == "agent" for c in child.children)
            )
            for child in noun.children
        )

    def _expeller(self, noun: Token) -> list[Party]:
        """Return who puts somebody out, where the parser hung it on him: "the expulsion of Chadians *from Mali*"."""
        if noun.base not in self._words["nouns.expelling"] or self._is_put_out(noun):
            return []
        return [party for token in self._syntax.prepositional(noun, "of") for party in self.after(token, "from")]

    def _is_put_out(self, noun: Token) -> bool:
        """Tell whether the clause says who puts somebody out: "*Chad ordered* the expulsion of Danes from Mali"."""
        return noun.base in self._words["nouns.expelling"] and bool(self._denoter.borrowed(noun))

    def _is_spoilt(self, noun: Token, frame: Frame) -> bool:
        """Tell whether a friendly act is another's whom one gets in the way: "*threatened* the talks with Chad"."""
        done = noun.dep_ in ("dobj", "nsubjpass") and frame.type in _DONE
        return done and noun.head.lemma_ in self._words["verbs.spoiling"]

    def _refuser(self, noun: Token, frame: Frame) -> list[Party]:
        """Return who refuses or ends something friendly: "rejected any cooperation with the court", "ended its aid"."""
        verb = noun.head.lemma_
        rejected = noun.dep_ == "dobj" and (verb in self._words["verbs.rejecting"] or verb in _ENDING_OWN)
        return self._material.doers(noun.head) if rejected and self._material.sign(frame) > 0 else []

    def targets(self, noun: Token, frame: Frame) -> tuple[list[Party], str]:
        """Return the targets of a noun and the slot in which they stand; its owner itself is none."""
        denoter = self._denoter
        slots = frame.target
        lemma = noun.base
        if frame.name == _WAR_IN and noun.doc[noun.i + 1 : noun.i + 2].text.lower() != "in":
            return [], ""  # "the war won it glory in Peru"
        is_dull = lemma in self._words["nouns.dull"] and not any(name.split()[-1] == lemma for name in frame.noun)
        if is_dull and not frame.symmetric and frame.confidence >= _TRUSTED:
            slots = (*slots, *(slot for slot in _TAKEN if slot not in slots))
        for slot in slots:
            if slot == "owner":
                found = denoter.owners(noun, allow_by=False)
            elif slot == "modifier":
                found = [party for party in denoter.modifiers(noun) if _is_modifier(party, noun)]
                halved = any(_is_half(party, noun, denoter.mention_at) for party in found)
                joined = frame.type.startswith("affiliated.")  # "Malta's EU membership"
                if halved or (found and not joined and self._are_own(found, noun)):
                    found = []  # "the Iran-Iraq war" is no war on Iraq, "the EU embargo" none on the EU
            elif slot == "purpose":
                found = self._meant_for(noun)
            elif slot == "condition":
                found = self._material.targets(obliged(self._syntax, noun))
            elif slot == "clause":
                found = self._material.targets(self._syntax.clause_subjects(noun))
                if not found and frame.type == "disputes.accuses":
                    found = self._material.alleged(noun, harmful=frame.confidence <= _TRUSTED)
            else:
                found = self._behind(noun, frame, slot)
            if found and (slot != "of" or not self._are_own(found, noun)):
                return unique(found), slot
        if "between" in frame.target:
            return unique(self._reconciled(noun)), "between"
        return [], ""

    def _meant_for(self, noun: Token) -> list[Party]:
        """Return whom a noun's own purpose helps: "money to rebuild schools *in Chad*"."""
        found: list[Party] = []
        for argument in meant_for(self._material, noun):
            found.extend(self._denoter.parties(argument, target=True, target_as="whole"))
        return found

    def _reconciled(self, noun: Token) -> list[Party]:
        """Return between whom somebody mediates, where only the quarrel says it.

        Example: "a mediation effort to avert a war between *Chile and Peru*".
        """
        purposes = [
            deeper
            for clause in noun.children
            if clause.dep_ in ("acl", "relcl") and (self._syntax.is_infinitive(clause) or clause.tag_ == "VBN")
            for deeper in (clause, *(child for child in clause.children if child.dep_ == "xcomp"))
        ]
        for clause in purposes:
            helped = self._syntax.objects(clause) if clause.lemma_ in self._words["verbs.helping"] else []
            helped = helped or [
                token
                for child in clause.children
                if child.dep_ == "ccomp" and clause.lemma_ in self._words["verbs.helping"]
                for token in self._syntax.own_subjects(child)
            ]
            parties = self._material.targets(helped)
            if len(parties) > 1:
                return parties  # "designed to help *Chile and Peru* reach a settlement"
        quarrels = [quarrel for clause in purposes for quarrel in self._syntax.objects(clause)]
        quarrels.extend(quarrel for slot in ("in", "of") for quarrel in self._syntax.prepositional(noun, slot))
        return next((found for quarrel in quarrels if len(found := self._sharers.between(quarrel, far=False)) > 1), [])

    def _are_own(self, parties: list[Party], noun: Token) -> bool:
        """Tell whether parties are those whose act a noun is, and not others of the same country."""
        own = self._denoter.owners(noun, allow_of=False) or self._denoter.borrowed(noun)
        root = self._denoter.cast.root
        return all(
            any(
                root(party.actor) == root(owner.actor)
                and (_is_same(party, owner) or (party.start < owner.end and owner.start < party.end))
                for owner in own
            )
            for party in parties
        )

    def _behind(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Return the parties that a preposition adds to a noun, wherever the parser hung it."""
        if preposition not in _UNSAID and preposition.partition(" ")[0] not in noun.sent.lowers:
            return []
        if preposition in ("at", "with", "into", "over", "for"):
            phrases = (self._syntax.prepositional(word, preposition) for word in (noun, noun.head))
            if any(self._material.is_circumstance(token, preposition, frame) for found in phrases for token in found):
                return []
        found = self.after(noun, preposition, target_as=frame.target_as) or self._above(
            noun, preposition, target_as=frame.target_as
        )
        found = found or self._beyond_agent(noun, frame, preposition)
        if not found:
            inside = self._syntax.prepositional(noun, preposition)
            deep = (descend(self._material, token, frame) for token in inside if token.lemma_ != "side")
            found = next((parties for parties in deep if parties), [])
        if not found:
            # "its rejection and condemnation of the vote": the phrase hangs on the second noun
            for child in noun.children:
                if child.dep_ == "conj" and child.pos_ == "NOUN" and not self._stands_apart(child):
                    found = self.after(child, preposition, target_as=frame.target_as)
        if not found and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            # "a policy of trade and *friendship* with Chile", hung on the first
            tokens = [token for token in self._syntax.prepositional(noun.head, preposition) if token.i > noun.i]
            found = self._material.targets(tokens, preposition, target_as=frame.target_as)
        return found or self._material.targets(
            self._material.strayed(noun, preposition), preposition, target_as=frame.target_as
        )

    def _stands_apart(self, second: Token) -> bool:
        """Tell whether a noun with an article of its own shares nothing: "an American ally and *a bar* to Syria"."""
        return any(child.dep_ == "det" for child in second.children) and any(
            child.dep_ in ("amod", "compound") and child.i in self._denoter.mention_at for child in second.head.children
        )

    def _beyond_agent(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Return the parties of a phrase that the parser hung on the name of the doer before it.

        Example: "the condemnation by the Union *of* Mali's generals", "an attack from Gaza *on* the town".
        """
        tokens = [
            token
            for phrase in noun.children
            if phrase.dep_ in ("prep", "agent") and phrase.i > noun.i
            for doer in phrase.children
            if doer.dep_ == "pobj" and is_interposed(self._denoter, phrase, doer, preposition)
            for token in self._syntax.prepositional(doer, preposition)
        ]
        found = unique(self._material.targets(tokens, preposition, target_as=frame.target_as))
        return found or next((deep for token in tokens if (deep := descend(self._material, token, frame))), [])

    def after(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Return the parties after a noun's own preposition; `target_as` as in frames."""
        tokens = self._syntax.prepositional(noun, preposition)
        if preposition == "on":
            tokens = [token for token in tokens if token.lemma_ != "side"]  # "the war on the side of Chile"
        return unique(self._material.targets(tokens, preposition, target_as=target_as))

    def _right_behind(self, noun: Token, preposition: str) -> list[Token]:
        """Return the objects of a phrase right behind a noun in a phrase or list: "the tax and its sales *to Chad*"."""
        if noun.i + 1 >= len(noun.doc) or noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
            return []
        phrase = noun.doc[noun.i + 1]
        if phrase.lower_ != preposition or phrase.dep_ not in ("prep", "dative") or not phrase.head.is_ancestor(noun):
            return []
        owned = noun.dep_ == "conj" or any(
            child.dep_ == "poss" or child.i in self._denoter.mention_at for child in noun.lefts
        )
        charged = phrase.head.lemma_ in self._words["verbs.accusing"]  # "accused Chad of sales *to Mali*"
        return [child for child in phrase.children if child.dep_ == "pobj"] if owned or charged else []

    def _above(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Look for the preposition above a noun: "imposed sanctions in May *on* Iran", "a wave of raids *on* Iran"."""
        if preposition == "of" or noun.base in self._words["nouns.relational"]:
            return []
        if preposition == "to" and noun.dep_ == "pobj" and noun.head.lower_ == "from":
            return []  # "shifted its backing from the opposition to Chad"
        if near := self._right_behind(noun, preposition):
            return self._material.targets(near, preposition, target_as=target_as)
        for clause in noun.children:
            verb = made_in(self._syntax, noun, clause) if clause.dep_ == "relcl" else None
            if verb is not None:
                found = self._syntax.prepositional(verb, preposition)
                if not found and preposition in ("to", "for") and verb.lemma_ in self._words["verbs.light"]:
                    found = [other for other in self._syntax.indirect(verb) if other.pos_ != "PRON" or other.i > verb.i]
                if found:
                    return self._material.targets(found, preposition, target_as=target_as)
        token = noun
        for _ in range(3):
            head, dep = token.head, token.dep_
            if dep == "nsubj" and preposition == "with" and not self._comes_about(token, head):
                return []  # "the war ended with the loss of Texas", "the council broke with Chad"
            if (
                dep == "nsubj"
                and preposition in ("into", "over", "toward", "towards")
                and any(c.dep_ == "dobj" for c in head.children)
            ):
                return []  # "the raids drove thousands into Chad", "the threat sparked a crisis over the city"
            if preposition in ("on", "upon") and head.lemma_ in self._words["verbs.resting"]:
                return []  # "their claim is based on the voyages of"
            if dep in ("dobj", "nsubjpass", "attr", "nsubj") and head.pos_ in VERBAL:
                own = (
                    dep != "nsubj" or head.lemma_ != "be" or preposition != "for"
                )  # "the veto was the last straw for Chad"
                found = [
                    other
                    for other in self._syntax.prepositional(head, preposition)
                    if other.i > noun.i or (preposition == "against" and other.i < head.i)
                    if self._denoter.texts[other.head.i - 1] != ","  # "…, with the help of": no partner
                    if other.lemma_ != "side"  # "entered the war on the side of Chile"
                    if own or other.head.head.i == head.i
                ]
                if (
                    not found
                    and dep != "nsubj"
                    and preposition in ("to", "for")
                    and head.lemma_ in self._words["verbs.light"]
                ):
                    found = [other for other in self._syntax.indirect(head) if other.i != token.i]
                return self._material.targets(found, preposition, target_as=target_as)
            amount = head.head.pos_ == "NUM" or head.head.lemma_ in self._words["nouns.money"]
            if dep != "pobj" or not (
                (head.lower_ == "of" and (head.head.pos_ == "NOUN" or amount)) or (head.lower_ == "in" and amount)
            ):
                return []
            token = head.head
            found = [other for other in self._syntax.prepositional(token, preposition) if other.i > noun.i]
            if found:
                return self._material.targets(found, preposition, target_as=target_as)
        return []

    def _comes_about(self, noun: Token, verb: Token) -> bool:
        """Tell whether a verb only says that something is or takes place: "talks *resumed* with Chad"."""
        words = self._words
        if verb.lemma_ in words["verbs.phase"] or self._denoter.is_people_word(noun):
            return False
        return verb.lemma_ == "be" or verb.lemma_ in words["verbs.occurring"]


def _is_same(party: Party, owner: Party) -> bool:
    """Tell whether two parties are one, and not a state and people of it: "repression of *protesters*"."""
    return party.actor == owner.actor and (party.via != "description" or owner.via == "description")


def _is_modifier(party: Party, noun: Token) -> bool:
    return any(child.dep_ == "compound" and party.start <= child.i < party.end for child in noun.children)


def _is_half(party: Party, noun: Token, mentions: Mapping[int, Party]) -> bool:
    """Tell whether a hyphen joins a modifier with that of the other side."""
    doc, start = noun.doc, party.start
    before = start > 1 and doc[start - 1].text in _HYPHENS and start - 2 in mentions
    end = mentions[start].end if start in mentions else start + 1
    return before or (end < noun.i - 1 and doc[end].text in _HYPHENS and end + 1 in mentions)
