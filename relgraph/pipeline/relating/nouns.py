"""Noun frames: whose act a noun is, to whom it is done, and who share it ("between A and B")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.affiliating.copulas import confronting, mattering
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import ANSWERS, Candidate, Doubt, Trigger, most_specific, paired
from relgraph.pipeline.denoting.pairbefore import pair_before
from relgraph.pipeline.denoting.sentencepair import pair_of_sentence
from relgraph.pipeline.denoting.sites import struck_enemy, struck_land, struck_site
from relgraph.pipeline.denoting.stacks import stacked
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.onward import Unaddressed, is_left_open
from relgraph.pipeline.relating.captors import HELD, captors
from relgraph.pipeline.relating.composition import MeasureComposer
from relgraph.pipeline.relating.consequences import driven_out
from relgraph.pipeline.relating.idlenouns import is_barred
from relgraph.pipeline.relating.implied import implied_target, sharer
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.mutual import SHARED, MutualNouns
from relgraph.pipeline.relating.nounroles import NounRoles
from relgraph.pipeline.relating.opinions import felt_in
from relgraph.pipeline.relating.possessors import embodied, possessors, sides_of
from relgraph.pipeline.relating.protests import RULED, is_put_down, ruled_where
from relgraph.pipeline.relating.provocations import ANSWERING, PROVOKED, punished
from relgraph.pipeline.relating.recipients import NounRecipients
from relgraph.pipeline.relating.sharers import Sharers, are_one_side
from relgraph.pipeline.relating.unrest import FORCED, OWN, own_people
from relgraph.pipeline.syntax.agents import names_doer
from relgraph.pipeline.syntax.deeds import is_broken, is_posed_to, measures
from relgraph.pipeline.syntax.linked import linked, links_of
from relgraph.pipeline.syntax.nountriggers import around, trigger_words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FORCED = frozenset({"fights", "restrains"})
"""Families whose nouns are done to whoever suffers or escapes them: "fled the Soviet occupation"."""
_CASE = "disputes.accuses/case-against"
_SAID = frozenset(
    {"disputes.demands", "disputes.accuses", "disputes.threatens", "disputes.protests", "disputes.rejects"}
    | {"cooperates.supports", "cooperates.aids"}
)
"""Types of what somebody acts on, with or in spite of: "over the objections of Chile", "with aid from Chile"."""

_SUFFERED = frozenset({"of", "on", "to", "for", "against", "with", "toward"})
"""Slots of those who get or suffer what a noun says, who may be named only as its receivers."""

_SUPPORT = "cooperates.supports/support-noun"
_KEEPING = frozenset(
    {"begin", "start", "continue", "resume", "increase", "expand", "pledge", "declare", "announce", "express"}
)
_CONSULTS = "cooperates.consults"
_MEDIATION = "cooperates.consults/mediation"
_SIEGE = "restrains.coerces/occupation-noun"
_ANSWERED = frozenset(
    {"disputes.demands", "disputes.accuses", "disputes.threatens", "disputes.protests"}
    | {"cooperates.agrees", "cooperates.consults"}
)
"""Types of what is said to somebody, who may be named only as the one who answers."""


class NounMatcher:
    """Fires noun frames on one parsed text."""

    def __init__(self, material: Material, composer: MeasureComposer) -> None:
        """`composer` says what becomes of a measure that is ended, rejected or called for."""
        self._material = material
        self._frames = material.frames
        self._denoter = material.denoter
        self._sharers = Sharers(material)
        self._roles = NounRoles(material, self._sharers)
        self._recipients = NounRecipients(material)
        self._sign = material.sign
        self._composer = composer
        self._mutual = MutualNouns(material, composer)

    def candidates(self, noun: Token, lemma: str) -> Iterator[Candidate]:
        """Yield what the frames of a noun find around it."""
        entries = self._frames.lookup("noun", lemma)
        beside = around(noun) if entries else []
        pair = stacked(self._denoter, noun) if entries else None
        yield from most_specific(
            (frame, self._found(noun, Trigger(frame, noun, words), pair))
            for frame, parts in entries
            if (words := trigger_words(noun, beside, parts[:-1], frame)) is not None
        )

    def _found(self, noun: Token, trigger: Trigger, pair: tuple[Party, Party] | None) -> Iterator[Candidate]:
        """Yield what one frame finds: between the `pair` of states that stand before the noun, or else around it."""
        frame = trigger.frame
        if pair is None or frame.type.startswith("affiliated."):
            yield from self._fired(noun, trigger)
        elif not (is_barred(self._material, noun, frame) or is_broken(noun, frame.type, self._material.words)):
            candidate = trigger.links(*pair)
            self._composer.compose(candidate, noun)
            yield candidate

    def _fired(self, noun: Token, trigger: Trigger) -> Iterator[Candidate]:
        """Yield what one frame finds; of a modifier of a dull head ("a *relief* program for Chad") around its head."""
        roles, frame = self._roles, trigger.frame
        noun = roles.carrier(noun)
        if is_barred(self._material, noun, frame) or is_broken(noun, frame.type, self._material.words):
            return
        sides = sides_of(self._denoter, noun, symmetric=frame.symmetric)
        if sides is not None:
            for source, target in paired(*sides):
                yield trigger.links(source, target)
            return
        between = self._sharers.between(noun, far=frame.symmetric)
        if len(between) > 1 and _is_mutual(frame):
            others = self._sharers.also_between(noun)
            for candidate in (*self._mutual.among(noun, trigger, between), *self._mutual.among(noun, trigger, others)):
                if not are_one_side(self._material, candidate.source, candidate.target):
                    yield candidate
            return
        targets, slot = roles.targets(noun, frame)
        if (holder := linked(noun)) is not None:
            yield from links_of(self._denoter, holder, trigger, targets)
            return
        yield from self._done(noun, trigger, targets, slot)

    def _done(self, noun: Token, trigger: Trigger, targets: list[Party], slot: str) -> Iterator[Candidate]:
        """Yield what a noun says that its owners or those who act do to others: to the `targets` in a `slot` of it."""
        frame = trigger.frame
        targets = targets or (self._sharers.instances(noun) if frame.symmetric else [])
        owners, doubts = self._roles.sources(noun, frame, target_slot=slot)
        if (doubts or not owners) and (body := embodied(self._denoter, noun, frame)):
            owners, doubts = body, []
        holders, freed = captors(self._material, noun, frame) if doubts or not owners else ([], [])
        if holders:
            owners, targets, doubts = holders, freed, [HELD]
        if doubts and is_put_down(noun, frame, self._material.words):
            return
        if self._is_held_there(frame, owners, targets):
            owners, doubts = self._denoter.borrowed(noun), [("the noun borrows its subject", 0.9)]
        helps = self._sign(frame) > 0 and noun.base in self._material.words["events.force"]  # a raid "of" helps no one
        if owners:
            targets = self._to_whom(noun, frame, owners, targets, helps=helps)
        owners, targets, doubts = self._moved(noun, trigger, slot, (owners, targets, doubts))
        if owners:
            targets, doubts = self._struck(noun, frame, owners, targets, doubts)
        if not targets and not doubts and len(owners) == 2 and frame.type == "disputes.rivals":
            yield from self._mutual.among(noun, trigger, owners)  # "Franco-German antagonism"
            return
        if frame.symmetric and not targets:
            yield from self._mutual.shared(noun, trigger, owners, doubts)
            return
        if frame.symmetric and not owners:
            yield from self._mutual.among(noun, trigger, targets) if _joins(noun) else ()
            return
        if targets and not owners:
            yield from self._composer.called_for(trigger, targets)
            yield from self._composer.ended(trigger, targets)
        if (
            owners
            and not targets
            and self._is_possessed(noun)
            and noun.base in self._material.words["nouns.undergone_by_owner"]
        ):
            return  # "secured Omar Ba's release": he is released
        if owners and not targets and not helps and not is_posed_to(noun):
            targets, doubts = self._received(noun, frame, owners, doubts)
        if owners and not targets and is_left_open(frame):
            whole = [noun, *measures(noun, self._material.words)][-1]
            if whole.dep_ == "dobj" and whole.head.pos_ in VERBAL:
                self._material.unaddressed.append(Unaddressed(trigger, owners, whole.head))
            elif frame.type == "fights.attacks" and whole.dep_ == "pobj" and whole.head.head.pos_ in VERBAL:
                self._material.unaddressed.append(Unaddressed(trigger, owners, whole.head.head))
        for source, target in paired(owners, targets):
            candidate = trigger.links(source, target, doubts=doubts)
            self._composer.compose(candidate, noun)
            yield candidate

    def _is_held_there(self, frame: Frame, owners: list[Party], targets: list[Party]) -> bool:
        """Tell whether a seat only says where others meet its own: "left a *White House* meeting with Joe Biden"."""
        if not (owners and targets and frame.symmetric and frame.type == _CONSULTS):
            return False
        root = self._denoter.cast.root
        own = {root(party.actor) for party in targets}
        return all(party.via == "metonym" and root(party.actor) in own for party in owners)

    def _to_whom(
        self, noun: Token, frame: Frame, owners: list[Party], targets: list[Party], *, helps: bool
    ) -> list[Party]:
        """Return the targets of what its owners do, who may stand behind the "of" that would name whose it is."""
        if (
            not targets
            and not frame.symmetric
            and not helps
            and frame.type != "cooperates.agrees"  # "its offer of engineers": they are what is offered
            and (self._is_possessed(noun) or _is_done_by(noun))
        ):
            # "his strong support of the president": with an owner before it, the of-phrase is whom it is for
            targets = self._roles.after(noun, "of", target_as=frame.target_as)
        if not frame.symmetric:
            targets = self._but_own(noun, frame, owners, targets)
        if not targets and self._is_given(noun, frame):
            targets = self._roles.after(noun, "of", target_as=frame.target_as)
        return targets

    def _but_own(self, noun: Token, frame: Frame, owners: list[Party], targets: list[Party]) -> list[Party]:
        """Return the targets of what its owners do: whose it is said to be if it is done by them, never what is theirs.

        "Mali's recognition by France", "Soviet concern over American plans and Stalin's refusal".
        """
        root = self._denoter.cast.root
        own = {root(party.actor) for party in owners}
        if not targets and any(child.lower_ == "by" for child in noun.rights):
            return [party for party in possessors(self._denoter, noun) if root(party.actor) not in own]
        if frame.type == "fights.mobilizes" and len(own) > 1:
            return [party for party in targets if root(party.actor) not in own]  # "a base in Chad of Chad and France"
        if len(targets) > 1 and frame.type == "disputes.accuses":
            return [party for party in targets if root(party.actor) not in own] or targets
        return targets

    def _struck(
        self, noun: Token, frame: Frame, owners: list[Party], targets: list[Party], doubts: list[Doubt]
    ) -> tuple[list[Party], list[Doubt]]:
        """Return the targets of what the owners of a noun do by force or as a measure, told by what it strikes."""
        if not targets and not doubts and frame.type.partition(".")[0] in _FORCED and "mobilizes" not in frame.type:
            targets = self._composer.suffering(noun)
        if not targets and frame.name == _SIEGE:
            targets = struck_site(self._denoter, noun, owners, frame)
        if not targets and frame.type == "fights.attacks":
            targets = struck_site(self._denoter, noun, owners, frame) or struck_land(self._denoter, noun, owners)
            doubts = [*doubts, ("the land stands for who is struck in it", 0.8)] if targets else doubts
            if not targets and (targets := struck_enemy(self._denoter, noun, owners)):
                doubts = [*doubts, ("whom the strikes told of before hit", 1.0)]
        if frame.type in ANSWERING and not any(self._denoter.is_power(party) for party in targets):
            targets = punished(self._material, noun) or targets
        if not targets and frame.type == "restrains.sanctions":
            targets = implied_target(self._denoter, noun, owners)
            doubts = [*doubts, ("the target is the only other country spoken of", 0.75)] if targets else doubts
        if not targets and not doubts and frame.type == FORCED:
            things = [
                t for slot in frame.target if slot in _SUFFERED for t in self._material.syntax.prepositional(noun, slot)
            ]
            targets = [party for thing in things[:1] for party in own_people(self._denoter, frame.type, thing, owners)]
            doubts = [OWN] if targets else doubts
        return targets, doubts

    def _moved(
        self, noun: Token, trigger: Trigger, slot: str, found: tuple[list[Party], list[Party], list[Doubt]]
    ) -> tuple[list[Party], list[Party], list[Doubt]]:
        """Return owners, targets and doubts of a noun that says what somebody is moved by or minds.

        `found` are those that its own words name, the targets in a `slot`.
        """
        frame, (owners, targets, doubts) = trigger.frame, found
        if targets and frame.type in SHARED and (doubts or not owners) and (caring := mattering(self._material, noun)):
            return caring, targets, [("to whom it matters", 0.85)]
        if frame.type == "disputes.threatens" and not targets:
            threats, faced = confronting(self._material, noun)
            if faced:
                return threats or owners, faced, [] if threats else doubts
        shared = (
            frame.symmetric and slot == "with" and not frame.type.startswith("restrains.") and targets and not owners
        )
        if shared and (others := sharer(self._denoter, noun, targets)):
            return others, targets, [("shared with the only other country spoken of", 0.8)]
        if not targets and not doubts and noun.dep_ == "dobj" and felt_in(self._denoter, noun, frame):
            # "Chile's refusal raised alarm in Paris"
            subjects = self._material.syntax.subjects(noun.head)
            plain = self._material.targets(argument.token for argument in subjects)
            lent = [p for argument in subjects if argument.lends for p in self._denoter.parties(argument, target=True)]
            return owners, plain or lent, doubts
        said = frame.type in _SAID
        if said and targets and not owners and slot == "of" and (moved := self._recipients.moved(noun)):
            return targets, moved, []  # "encouraged by the support *of Chile*, Peru refused"
        return owners, targets, doubts

    def _is_given(self, noun: Token, frame: Frame) -> bool:
        """Tell whether an of-phrase says to whom that is given which one begins: "began support *of Peru*"."""
        if frame.name != _SUPPORT or noun.dep_ != "dobj" or noun.head.lemma_ not in _KEEPING:
            return False
        before = (child for child in noun.children if child.i < noun.i)
        return not any(child.dep_ == "poss" or child.i in self._denoter.mention_at for child in before)

    def _received(
        self, noun: Token, frame: Frame, owners: list[Party], doubts: list[Doubt]
    ) -> tuple[list[Party], list[Doubt]]:
        """Return who gets what a noun says that names nobody, by its verb or clause, and reasons to doubt it.

        Only what is surely its `owners'`, without `doubts`, can be another's to answer or to suffer.
        """
        if (
            frame.type.startswith("affiliated.")
            or frame.name == _CASE
            or noun.base in self._material.words["nouns.following"]  # "Chad supporters": of Chad
            or (frame.target == ("of",) and any(child.lower_ == "of" for child in noun.children))
        ):
            return [], doubts  # "in response to the fall of the town": it says itself what fell
        recipients, helped = self._recipients, self._sign(frame) > 0
        if helped and (found := recipients.contacted(noun)):
            return found, [("the target is who is told of it", 0.9)]
        if not doubts:
            if frame.name == _MEDIATION:
                two = pair_of_sentence(self._denoter, noun, owners)
                return two or pair_before(self._denoter, noun, owners), [("the parties are those of the sentence", 0.8)]
            if rulers := ruled_where(self._denoter, noun, frame, owners):
                return rulers, [RULED]
            answered = frame.type in _ANSWERED or (frame.type == "disputes.rejects" and recipients.is_replied_to(noun))
            if answered and noun.lemma_ != "claim" and (found := recipients.answerers(noun)):
                return found, [(ANSWERS, 0.95)]
            if frame.type in _SAID and (found := recipients.addressed(noun, frame)):
                return found, [("the target is who acts in spite of it", 0.8)]
            if _SUFFERED & set(frame.target) and (
                found := recipients.receivers(noun, helped=helped) or recipients.sufferers(noun, helped=helped)
            ):
                return found, [("the target is who receives it", 0.9)]
            if frame.type.partition(".")[0] in _FORCED and (found := driven_out(self._material, noun)):
                return found, [("the target is who flees from it", 0.9)]
            if frame.type in ANSWERING | _ANSWERED and (found := recipients.answering(noun)):
                return found, [("the target is who answers it", 0.8)]
        if frame.symmetric:
            return [], doubts
        if frame.type in ANSWERING and (found := recipients.provokers(noun, frame)):
            return found, [PROVOKED]
        return recipients.struck(noun, frame), [("the target is what the measure hits", 0.8)]

    def _is_possessed(self, noun: Token) -> bool:
        return any(
            child.dep_ == "poss" or (child.dep_ == "amod" and child.i in self._denoter.mention_at)
            for child in noun.children
        )


def _is_mutual(frame: Frame) -> bool:
    """Tell whether what stands "between" two is done by both: not what has a slot for them, or one does to another."""
    suffered = "between" not in frame.target and bool(_SUFFERED & set(frame.target))
    one_sided = frame.type.startswith("affiliated.") or frame.type in ("restrains.coerces", "restrains.limits")
    return frame.symmetric or (suffered and not one_sided)


def _is_done_by(noun: Token) -> bool:
    """Tell whether it is said who does it, so that the of-phrase is to whom: "support of Chad *by Mali*"."""
    things = [thing for of in noun.rights if of.lower_ == "of" and of.dep_ == "prep" for thing in of.children]
    return any(names_doer(phrase) is not None for holder in (noun, *things) for phrase in holder.rights)


def _joins(noun: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ in ("of", "among") for child in noun.children)
