"""The parties of a noun: whose act it is and to whom it is done, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame, TargetAs
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Doubt
from relgraph.pipeline.material import Material
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 25
_WHEN_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_AMONG = ("between", "among", "amongst", "including", "comprising", "involving")


class NounRoles:
    """Finds the parties of a noun, slot by slot."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax
        self._words = material.words

    def between(self, noun: Token) -> list[Party]:
        """Return the parties of "between A and B" after a noun, if they are more than one."""
        for preposition in self._among_after(noun):
            inside = [token for token in preposition.children if token.dep_ in ("pobj", "pcomp")]
            parties = self._material.targets(inside)
            if len(parties) > 1:
                return unique(parties)
        return []

    def _among_after(self, noun: Token) -> Iterator[Token]:
        """Yield the prepositions after a noun that may name who shares it, nearest first.

        They hang on the noun itself, on what it is part of ("decades of rivalry between"), on what is said of it ("a
        treaty signed in May between", "talks opened on Monday between"), or on a date or place in between.
        """
        measures = [*self._measures(noun)]
        made = [child for child in noun.children if child.dep_ in ("acl", "relcl")]
        top = measures[-1] if measures else noun
        governor = top.head if top.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") else noun
        for holder in (noun, *made, *measures, governor):
            for child in holder.children:
                if child.dep_ == "prep" and child.lower_ in _AMONG and child.i > noun.i:
                    yield child
        lowers = self._denoter.lowers
        for i in range(noun.i + 1, min(noun.i + _REACH, len(lowers))):
            if lowers[i] == "between" and noun.doc[i].sent.start == noun.sent.start:
                host = noun.doc[i].head
                if host.i > noun.i and (host.ent_type_ in _WHEN_WHERE or host.pos_ == "NUM" or host.i in made):
                    yield noun.doc[i]
                return

    def _measures(self, noun: Token) -> Iterator[Token]:
        """Yield what a noun is so much or such a part of: "*two years* of fighting", "*$2 billion* in aid"."""
        token = noun
        for _ in range(3):
            if token.dep_ != "pobj" or token.head.lower_ not in ("of", "in"):
                return
            whole = token.head.head
            lemma = whole.lemma_.lower()
            part = whole.pos_ == "NUM" or any(
                lemma in self._words[name] for name in ("nouns.partitive", "nouns.time", "nouns.dull", "nouns.money")
            )
            if not part or (
                token.head.lower_ == "in" and not (whole.pos_ == "NUM" or lemma in self._words["nouns.money"])
            ):
                return
            yield whole
            token = whole

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
                found = self._material.targets(self._syntax.clause_subjects(noun) or self._accused(noun, frame))
            else:
                found = self._behind(noun, frame, slot)
            if found and (slot != "of" or not self._are_named_by(found, own)):
                return unique(found), slot
        return [], ""

    def _accused(self, noun: Token, frame: Frame) -> list[Token]:
        """Return who did what somebody alleges: "the claims of Chile that *Peru* had armed the rebels"."""
        if frame.type != "disputes.accuses":
            return []
        return [
            token
            for clause in noun.children
            if clause.dep_ in ("acl", "ccomp", "relcl")
            and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
            for token in (self._syntax.own_subjects(clause) or self._syntax.agents(clause))
        ]

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
        if noun.dep_ == "pobj" and verb.lower_ in ("to", "with") and verb.head.pos_ in VERBAL:
            # "replied to an appeal by Chile"
            return self._material.doers(verb.head) if verb.head.lemma_ in self._words["verbs.responding"] else []
        return self._takers(noun, "verbs.answering")

    def receivers(self, noun: Token) -> list[Party]:
        """Return who gets or suffers what a noun says, whoever does it: "*Peru* enjoyed the support of Chile"."""
        return self._takers(noun, "verbs.receiving")

    def _takers(self, noun: Token, verbs: str) -> list[Party]:
        verb = noun.head
        if verb.pos_ not in VERBAL or verb.lemma_ not in self._words[verbs]:
            return []
        if noun.dep_ == "dobj":
            return self._material.doers(verb)
        if noun.dep_ == "nsubjpass":
            return self._material.targets(self._syntax.agents(verb))
        return []

    def struck(self, noun: Token, frame: Frame) -> list[Party]:
        """Return whom a measure hits: "the tariffs imposed by Chile hit *Peruvian* growers"."""
        verb = noun.head
        if (
            noun.dep_ != "nsubj"
            or verb.pos_ not in VERBAL
            or verb.lemma_ not in self._words["verbs.hitting"]
            or not frame.type.startswith("restrains.")
        ):
            return []
        return self._material.targets(self._syntax.objects(verb))

    def _behind(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Return the parties that a preposition adds to a noun, wherever the parser hung it."""
        found = self.after(noun, preposition, target_as=frame.target_as) or self._above(
            noun, preposition, target_as=frame.target_as
        )
        found = found or self._beyond_agent(noun, frame, preposition)
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

    def _beyond_agent(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Return the parties of a phrase that the parser hung on the name of the doer before it.

        Example: "the condemnation by the Union *of* Mali's generals", "an attack from Gaza *on* the town".
        """
        tokens = [
            token
            for phrase in noun.children
            if phrase.lower_ in ("by", "from") and phrase.dep_ in ("prep", "agent") and phrase.i > noun.i
            for doer in phrase.children
            if doer.dep_ == "pobj" and doer.i in self._denoter.mention_at
            for token in self._syntax.prepositional(doer, preposition)
        ]
        found = unique(self._material.targets(tokens, preposition, target_as=frame.target_as))
        return found or next((deep for token in tokens if (deep := self._material.descend(token, frame))), [])

    def after(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Return the parties after a noun's own preposition; `target_as` as in frames."""
        tokens = self._syntax.prepositional(noun, preposition)
        return unique(self._material.targets(tokens, preposition, target_as=target_as))

    def _above(self, noun: Token, preposition: str, *, target_as: TargetAs = "owner") -> list[Party]:
        """Look for the preposition above a noun: "imposed sanctions in May *on* Iran", "a wave of raids *on* Iran"."""
        if preposition == "of" or noun.lemma_.lower() in self._words["nouns.relational"]:
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
                found = [other for other in self._syntax.prepositional(head, preposition) if other.i > noun.i]
                if not found and preposition in ("to", "for") and head.lemma_ in self._words["verbs.light"]:
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


def _is_modifier(party: Party, noun: Token) -> bool:
    return any(child.dep_ == "compound" and party.start <= child.i < party.end for child in noun.children)
