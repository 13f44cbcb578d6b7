"""Measures under another word: ending, rejecting or calling for one is a relation of another type than the measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Candidate, Trigger, paired
from relgraph.pipeline.parties import Party
from relgraph.pipeline.qualifying.ceasing import is_only_demanded, lapsing, sparing
from relgraph.pipeline.relating.endings import ENDING_WITH, ender_of, is_only_meant, own_stopper
from relgraph.pipeline.relating.lawmaking import is_measure
from relgraph.pipeline.relating.material import Material

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_WON = frozenset({"victory", "win", "triumph", "advantage", "revenge"})
_PRIVILEGE = "cooperates.concedes/waiver"
"""The frame of what is granted for as long as one likes: to take it away is a sanction."""
_BROKEN_OFF = frozenset({"cooperates.consults", "cooperates.agrees"})
"""Types whose cancelling is a refusal."""
_ABATED = frozenset({"disputes.rivals", "disputes.threatens", "disputes.protests"})
"""Hostile attitudes whose end yields to the other, as that of a hostile measure does."""
_RETRACTED = frozenset({"disputes.rejects", "disputes.accuses", "disputes.demands"})
"""Hostile words that are taken back: "lifted its veto on"."""
_SESSIONS = frozenset({"day", "round", "hour", "week", "session", "month", "set", "series"})
_DEEDS = frozenset({"fights.attacks", "restrains.coerces", "restrains.sanctions"})
"""What is done as yet where somebody is only asked to end it."""
_QUARRELS = frozenset({"disputes.rivals", "fights.attacks"})
_WITHDRAWN = frozenset(
    {
        "cooperates.aids",
        "cooperates.collaborates",
        "cooperates.supports",
        "cooperates.consults",
        "cooperates.agrees",
    }
)
"""Types whose end is a sanction."""


class MeasureComposer:
    """Changes the relation that a noun states by the word that governs it."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._words = material.words

    def called_for(self, trigger: Trigger, targets: list[Party]) -> Iterator[Candidate]:
        """Yield the demand in "called for sanctions against Iran", whoever is to impose them, and what is meant."""
        noun = trigger.head
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun.head
        called = verb.pos_ == "NOUN" and noun.dep_ == "pobj" and verb.base in self._words["nouns.called_for_by"]
        asked = verb.pos_ in VERBAL and verb.lemma_ in self._words["verbs.desire"]
        if (
            self._material.sign(trigger.frame) >= 0
            or not (called or asked)
            or noun.lemma_ in _WON  # "seek a victory over Peru": not from Peru
            or (verb.lemma_ == "call" and noun.dep_ != "pobj")  # "what he called an attack on them"
        ):
            return
        denoter = self._material.denoter
        owners = denoter.owners(verb) or denoter.borrowed(verb) if called else self._material.doers(verb)
        meant = trigger.frame.type == "restrains.sanctions"
        asking = [verb, noun.head] if noun.head is not verb else [verb]
        demand = Trigger(trigger.frame, verb, asking if meant else [verb, *trigger.words])
        for source, target in paired(owners, targets):
            candidate = demand.links(source, target, symmetric=False, doubts=[("the measure is only called for", 0.75)])
            candidate.type, candidate.composed = "disputes.demands", True
            yield candidate
            if meant:
                yield trigger.links(source, target, doubts=[("the measure is only called for", 0.75)])

    def ended(self, trigger: Trigger, targets: list[Party]) -> Iterator[Candidate]:
        """Yield the concession in "agreed to end the siege of Malta": who ends a measure is who took it."""
        if trigger.frame.type.partition(".")[0] != "restrains" or trigger.frame.symmetric:
            return
        lapsed = lapsing(trigger.head, self._words)
        verb = lapsed or ender_of(self._material, trigger.head)
        if verb is None or verb.pos_ not in VERBAL or is_only_demanded(verb, self._words):
            return
        ending = Trigger(trigger.frame, verb, [verb, *trigger.words])
        for source, target in paired(self._material.doers(verb), targets):
            candidate = ending.links(source, target, doubts=[("who ends it is taken for who did it", 0.85)])
            candidate.type, candidate.composed = "cooperates.concedes", True
            candidate.turned = lapsed is not None and lapsed.lemma_ in self._words["verbs.renewing"]
            yield candidate

    def suffering(self, noun: Token) -> list[Party]:
        """Return who suffers or escapes something hostile: "fled Soviet occupation", "died in a rebel attack"."""
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ in ("in", "during") and verb.head.pos_ in VERBAL:
            dying = verb.head
            if dying.lemma_ not in self._words["verbs.dying"]:
                return []
            syntax = self._material.syntax
            # "a bomb killed *ten Greeks* in an attack claimed by"
            tokens = syntax.passive_subjects(dying) or syntax.objects(dying) or syntax.own_subjects(dying)
            return self._material.targets(tokens)
        if noun.dep_ == "pobj" and verb.lower_ == "under" and verb.head.pos_ in VERBAL:
            if noun.base in self._words["nouns.reign"]:
                return []  # "under his rule, Chad grew"
            return self._material.doers(verb.head)  # "under a siege by the rebels, *Chad* starved"
        parts = {child.lower_ for child in verb.children if child.dep_ == "prt"}
        fended = verb.lemma_ in self._words["verbs.fending_off"] and bool(parts & {"off", "back"})
        suffers = (
            noun.dep_ == "dobj" and verb.pos_ in VERBAL and (fended or verb.lemma_ in self._words["verbs.suffering"])
        )
        return self._material.doers(verb) if suffers else []

    def compose(self, candidate: Candidate, noun: Token) -> None:
        """Give a candidate its type: bad relations are a rivalry, a rejected agreement is a rejection.

        Ending a hostile measure is a concession, ending a friendly one a sanction.
        """
        if candidate.symmetric and self._is_left_whole(candidate, noun):
            if self._is_affected(noun):
                candidate.ongoing = True
            else:
                candidate.turned = not candidate.turned
            return
        dealing = candidate.frame.type == "cooperates.supports" or noun.base in self._words["nouns.dealings"]
        if dealing and candidate.frame.type.startswith("cooperates.") and self._is_bad(noun):
            candidate.type, candidate.composed = "disputes.rivals", True
            return
        if candidate.symmetric and noun.base == "exchange" and (kind := self._exchanged(noun)) is not None:
            candidate.type, candidate.composed = kind, True
            return
        if (
            noun.dep_ == "dobj"
            and noun.head.lemma_ in self._words["verbs.rejecting"]
            and self._material.sign(candidate.frame) > 0
            and candidate.source.actor in {party.actor for party in self._material.doers(noun.head)}
        ):
            _govern(candidate, noun.head, "disputes.rejects")
            return
        if candidate.frame.type == "restrains.limits" and self._is_on_trade(noun):
            candidate.type, candidate.composed = "restrains.sanctions", True
        if noun.base in self._words["nouns.relational"]:
            return  # "ended the war between Peru and its allies" ends no alliance
        settling = self._settling(candidate, noun) if candidate.symmetric else None
        if settling is not None:
            _govern(candidate, settling, "cooperates.agrees")
            candidate.symmetric = True
            return
        lapsed = lapsing(noun, self._words) if candidate.type.startswith("restrains.") else None
        if lapsed is not None:
            _govern(candidate, lapsed, "cooperates.concedes")
            candidate.turned = lapsed.lemma_ in self._words["verbs.renewing"]
            return
        ender = None if _is_session(candidate, noun) else ender_of(self._material, noun)
        kind = self._ended(candidate, ender) if ender is not None else None
        if ender is not None and kind is not None:
            if kind == "cooperates.concedes" and candidate.type in _DEEDS and self._goes_on(ender):
                candidate.ongoing = True
                return
            if kind == "cooperates.concedes" and self._is_beaten_back(candidate, ender):
                return
            if self._is_ended_by_another(candidate, ender):
                if is_only_meant(ender, self._words):
                    candidate.ongoing = True
                else:
                    candidate.turned = not candidate.turned
                return
            if candidate.symmetric and self._is_ended_by_target(candidate, ender):
                candidate.source, candidate.target = candidate.target, candidate.source
            _govern(candidate, ender, kind)
        elif ender is None and self._is_affected(noun):
            candidate.ongoing = True

    def _is_affected(self, noun: Token) -> bool:
        """Tell whether something is there, changed or not, as a verb says: "will not *weaken* its aid to Chad"."""
        affecting = self._words.either("verbs.affecting", "verbs.souring")
        return noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ in VERBAL and noun.head.lemma_ in affecting

    def _is_left_whole(self, candidate: Candidate, noun: Token) -> bool:
        """Tell whether what is friendly goes on, as no third party has ended it: "it did not hurt their *ties*"."""
        verb = sparing(noun, self._words) if self._material.sign(candidate.frame) > 0 else None
        if verb is None:
            return False
        parties = {candidate.source.actor, candidate.target.actor}
        return verb.i != noun.head.i or parties.isdisjoint(party.actor for party in self._material.doers(verb))

    def _goes_on(self, ender: Token) -> bool:
        """Tell whether somebody is only asked to end it: "must *end* its raids", "called for *an end* to the siege"."""
        if ender.pos_ in VERBAL:
            return is_only_demanded(ender, self._words)
        above = ender.head.head if ender.dep_ == "pobj" and ender.head.lower_ == "for" else ender.head
        return above.base in self._words["verbs.desire"]

    def _is_ended_by_another(self, candidate: Candidate, ender: Token) -> bool:
        """Tell whether a third party ends what two share or one gives: "Hungary blocked *European* aid to Ukraine".

        So also where it is not said who ends what both do: "talks between Chad and Mali *were cancelled*".
        """
        if candidate.symmetric and ender.lemma_ in self._words["verbs.cancelling"] and _is_agentless(ender):
            return True
        if ender.pos_ not in VERBAL or candidate.frame.type not in _WITHDRAWN:
            return False
        root = self._material.denoter.cast.root
        doers = {root(party.actor) for party in self._material.doers(ender)}
        parties = {root(candidate.source.actor), root(candidate.target.actor)}
        return bool(doers) and doers.isdisjoint(parties)

    def _is_beaten_back(self, candidate: Candidate, ender: Token) -> bool:
        """Tell whether others end an attack, so that nobody yields: "Peru halted *Chile's advance* on Lima"."""
        if ender.pos_ not in VERBAL or candidate.type != "fights.attacks":
            return False
        root = self._material.denoter.cast.root
        doers = {root(party.actor) for party in self._material.doers(ender)}
        return bool(doers) and root(candidate.source.actor) not in doers

    def _is_ended_by_target(self, candidate: Candidate, ender: Token) -> bool:
        """Tell whether the second of two ends what they share: "Mali ended the talks that *the two* had begun"."""
        root = self._material.denoter.cast.root
        doers = {root(party.actor) for party in self._material.doers(ender)} if ender.pos_ in VERBAL else set()
        return root(candidate.target.actor) in doers and root(candidate.source.actor) not in doers

    def _is_on_trade(self, noun: Token) -> bool:
        """Tell whether what is limited is trade or travel: "its ban on *imports* of beef"."""
        traded = self._words["nouns.traded"]
        return any(
            thing.base in traded and thing.i not in self._material.denoter.mention_at
            for preposition in ("on", "against")
            for thing in self._material.syntax.prepositional(noun, preposition)
        )

    def stopped(self, candidates: Iterable[Candidate], doing: Token) -> Iterator[Candidate]:
        """Yield what a verb states; of what is stopped or to be stopped, what its end means.

        "Stopped supplying Mali" withholds, "will cease bombing Chad" yields, and so does "lifted a rule barring Chad".
        """
        over = own_stopper(doing, self._words) or self._repealer(doing)
        for candidate in candidates:
            kind = self._ended(candidate, over) if over is not None and not candidate.composed else None
            if over is not None and kind is not None:
                _govern(candidate, over, kind)
            yield candidate

    def _repealer(self, doing: Token) -> Token | None:
        """Return the verb that ends the law or measure that a clause behind it tells of: "*repealed* a law barring"."""
        law = doing.head
        relative = any(child.dep_ == "nsubj" and child.lower_ in ("that", "which") for child in doing.children)
        said_of = (doing.dep_ == "relcl" and relative) or (doing.dep_ == "acl" and doing.tag_ == "VBG")
        if not said_of or not is_measure(self._material.denoter, law):
            return None
        return ender_of(self._material, law)

    def _ended(self, candidate: Candidate, ender: Token) -> str | None:
        """Return the type that the end of a measure has, or None if it changes nothing."""
        kind = candidate.frame.type
        if ender.lemma_ in self._words["verbs.restricting"]:
            return "restrains.limits" if kind in ("cooperates.collaborates", "cooperates.aids") else None
        if ender.lemma_ in self._words["verbs.banning"]:
            # a ban on trade is a sanction, a ban on attacks no concession
            return "restrains.sanctions" if kind in ("cooperates.collaborates", "cooperates.aids") else None
        if self._material.sign(candidate.frame) < 0 and kind.partition(".")[0] in ("restrains", "fights"):
            # "agreed to end months of fighting": both fought, and neither yields to the other
            return None if candidate.symmetric else "cooperates.concedes"
        retracts = ender.lemma_ in self._words["verbs.retracting"] or ender.lemma_ in ENDING_WITH
        if kind in _ABATED or (kind in _RETRACTED and retracts):
            return None if candidate.symmetric else "cooperates.concedes"
        if candidate.trigger.base in self._words["nouns.papers"] and ender.lemma_ in self._words["verbs.exempting"]:
            return "cooperates.concedes"  # nobody needs one any more
        if kind in _BROKEN_OFF and ender.lemma_ in self._words["verbs.cancelling"]:
            return "disputes.rejects"
        if kind == "cooperates.concedes" and candidate.frame.name != _PRIVILEGE:
            return "disputes.rejects"  # "ended the truce", "suspended its withdrawal"
        return "restrains.sanctions" if kind in _WITHDRAWN or kind == "cooperates.concedes" else None

    def _settling(self, candidate: Candidate, noun: Token) -> Token | None:
        """Return the verb by which those who quarrel have ended it: "Chile and Peru *settled* their dispute"."""
        if candidate.type not in _QUARRELS or noun.base not in self._words["nouns.quarrel"]:
            return None
        top = noun
        while top.dep_ == "pobj" and top.head.lower_ in ("to", "of") and top.head.head.pos_ == "NOUN":
            top = top.head.head  # "put an end to decades of conflict"
        verb = top.head
        is_end = top.i == noun.i or (top.lemma_ == "end" and verb.lemma_ in ("put", "bring"))
        if top.dep_ != "dobj" or not (is_end and (top.i != noun.i or verb.lemma_ in self._words["verbs.reconciling"])):
            return None
        if verb.tag_ not in ("VBD", "VBN") or any(child.dep_ == "neg" for child in verb.children):
            return None  # "failed to resolve", "must settle": the quarrel goes on
        doers = {party.actor for party in self._material.doers(verb)}
        parties = {candidate.source.actor, candidate.target.actor}
        # "ended *its* war with Chad": one of two may end what is his own
        own = candidate.type == "disputes.rivals" or any(child.tag_ == "PRP$" for child in noun.children)
        ended = parties <= doers or (own and not parties.isdisjoint(doers))
        return verb if ended else None

    def _exchanged(self, noun: Token) -> str | None:
        """Return what an exchange of shots or insults is; of other things it is what the frame says."""
        things = {
            thing.base for preposition in noun.children if preposition.lower_ == "of" for thing in preposition.children
        }
        if things & self._words["nouns.shots"]:
            return "fights.attacks"
        return "disputes.accuses" if things & self._words["nouns.insults"] else None

    def _is_bad(self, noun: Token) -> bool:
        """Tell whether relations are said to be tense, strained or the like, before or after the noun."""
        if noun.base in self._words["nouns.relational"]:
            return False  # an "uneasy ally" is one
        hostile = self._words["adjectives.hostile"]
        if any(child.dep_ == "amod" and child.base in hostile for child in noun.children):
            return True
        if noun.dep_ == "pobj" and noun.head.head.base in self._words["nouns.friction"]:
            return True
        if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in") and noun.head.head.pos_ in VERBAL:
            taken = (child for child in noun.head.head.children if child.dep_ == "dobj" and child.i < noun.i)
            if any(child.base in self._words["nouns.friction"] for child in taken):
                return True  # "put a strain on their ties", "caused a rift in their alliance"
        if noun.dep_ == "pobj" and noun.head.head.base in self._words["nouns.thaw"]:
            return ender_of(self._material, noun.head.head) is not None  # "ended a *thaw* in relations"
        verb = noun.head
        if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and verb.lemma_ in self._words["verbs.souring"]:
            # "support for Chad strained relations with Mali": not what strains is bad
            return noun.dep_ != "nsubj" or not any(child.dep_ == "dobj" for child in verb.children)
        if noun.dep_ == "nsubj" and any(child.dep_ == "prt" and child.lower_ == "down" for child in verb.children):
            return True  # "trust between them broke *down*"
        if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in VERBAL:
            return False
        verbs = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
        if any(self._is_nadir(child) for child in verb.children if child.i > verb.i):
            return True
        return any(
            child.base in hostile or child.lower_ in hostile
            for clause in verbs
            for first in clause.children
            if first.dep_ in ("acomp", "oprd", "attr")
            for child in (first, *first.conjuncts)
        ) or any(clause.lower_ in hostile for clause in verbs)

    def _is_nadir(self, phrase: Token) -> bool:
        """Tell whether a phrase says how bad relations are: "hit *a new low*", "are *in crisis*"."""
        if phrase.dep_ == "prep":
            return any(self._is_nadir(token) for token in phrase.children if token.dep_ in ("pobj", "pcomp", "amod"))
        nadir = self._words["nouns.nadir"]
        return phrase.dep_ in ("dobj", "attr", "pobj", "amod", "advmod") and (
            phrase.base in nadir or any(child.lower_ in nadir for child in phrase.children)
        )


def _is_session(candidate: Candidate, noun: Token) -> bool:
    """Tell whether only a part of the talks ends: "ended a third *day* of talks"."""
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return candidate.frame.type == "cooperates.consults" and part.base in _SESSIONS


def _is_agentless(verb: Token) -> bool:
    dependencies = {child.dep_ for child in verb.children}
    return "nsubjpass" in dependencies and "agent" not in dependencies


def _govern(candidate: Candidate, word: Token, kind: str) -> None:
    """Make the governing word the trigger of a candidate of another type."""
    candidate.type, candidate.composed, candidate.symmetric = kind, True, False
    candidate.trigger = word
    candidate.start, candidate.end = min(candidate.start, word.i), max(candidate.end, word.i + 1)
