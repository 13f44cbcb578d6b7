"""Nouns for what two share of whom the noun itself names no target: "Chad and Mali held talks", "talks broke down"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.candidates import Candidate, Doubt, Trigger, paired
from relgraph.pipeline.denoting.pairbefore import SPOKEN_OF, is_bare, pair_before
from relgraph.pipeline.denoting.sentencepair import is_named_event, pair_of_sentence
from relgraph.pipeline.denoting.stacks import compounded
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.onward import Unaddressed, is_left_open
from relgraph.pipeline.referring.reciprocity import engaged_before, has_foe, is_of_things
from relgraph.pipeline.relating.composition import MeasureComposer
from relgraph.pipeline.relating.gobetweens import is_of_others
from relgraph.pipeline.relating.idlenouns import is_topic
from relgraph.pipeline.relating.implied import only_other
from relgraph.pipeline.relating.infighting import is_laid_down
from relgraph.pipeline.relating.journeys import DEALING, visited
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.possessors import possessors
from relgraph.pipeline.relating.sharers import along_with

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_ENTERING = frozenset({"join", "enter", "leave", "quit"})
_JOINT_BODY = "cooperates.collaborates/joint-body"
_BREAKING = frozenset({"break", "sever", "cut", "suspend", "rupture"})
SHARED = frozenset({"cooperates.supports", "cooperates.collaborates", "cooperates.consults", "disputes.rivals"})
"""Types whose nouns take both parties from the sentence if they name none: "several disagreements remain"."""


class MutualNouns:
    """Says between whom a noun is that two share, on one parsed text."""

    def __init__(self, material: Material, composer: MeasureComposer) -> None:
        """`composer` says what becomes of what they share where it is ended or rejected."""
        self._material = material
        self._denoter = material.denoter
        self._composer = composer
        self._relational = material.words["nouns.relational"]

    def shared(self, noun: Token, trigger: Trigger, owners: list[Party], doubts: list[Doubt]) -> Iterator[Candidate]:
        """Yield what a noun says that two share of whom no target is named: its owners, or those it is shared with."""
        frame = trigger.frame
        if noun.base in self._relational and self._is_others(noun):
            return  # "Chile and Peru met their allies": others than each other
        if is_of_things(self._denoter, noun):
            return  # "saw a link between debts and wages"
        direct = self._denoter.owners(noun)
        if not direct and any(child.lower_ == "such" for child in noun.children):
            return  # "neither wished to enter such talks": with whom was said before
        if not direct and is_of_others(noun, self._material.words):
            return
        behind = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for")
        if not direct and behind and is_named_event(self._denoter, noun):
            return  # "a court of Chad and Mali went on in the wake of the *Lisbon* initiative"
        declared = frame.type == "fights.attacks" and noun.head.lemma_ == "declare"
        if not direct and noun.dep_ == "dobj" and (declared or noun.head.lemma_ in _ENTERING):
            if owners and is_left_open(frame):
                self._material.unaddressed.append(Unaddressed(trigger, owners, noun.head))
            return  # "Chad and Mali joined an alliance", "declared war": others may be in it
        hosts = self._hosts(noun, frame, owners) if not direct else []
        if hosts:
            for source, target in paired(owners, hosts):
                yield trigger.links(source, target, doubts=[*doubts, ("where one goes for it", 0.9)])
            return
        beside = along_with(self._denoter, noun.head) if not direct and noun.dep_ == "dobj" else []
        if beside:
            for source, target in paired(owners, beside):
                yield trigger.links(source, target, doubts=doubts)
            return
        shunned = self._shunned(noun, frame, owners)
        if shunned:
            for source, target in paired(owners, shunned):
                candidate = trigger.links(source, target, doubts=[*doubts, ("the only other country spoken of", 0.8)])
                self._composer.compose(candidate, noun)
                yield candidate
            return
        lent = not direct and is_topic(self._material, noun)
        group = direct if len(direct) > 1 else owners if len(owners) > 1 and not lent else []
        if frame.type == "fights.attacks" and has_foe(self._denoter, noun):
            return  # "the war of Spain and France against Chile": not with each other
        if noun.base in self._relational and (own := possessors(self._denoter, noun)):
            group = group or self._named_before(noun)
            # "its Latin American and Asian allies" are allies of one, and not of each other
            for source, target in paired(own, [party for party in group if party.start not in {p.start for p in own}]):
                yield trigger.links(source, target, symmetric=True, doubts=doubts)
            return
        if not group and not owners and (engaged := engaged_before(self._denoter, noun)):
            group, doubts = engaged, [("the parties are those between whom it began", 0.95)]
        elif not group and not owners and self._is_strangers(noun):
            return  # "the *brothers'* quarrel delayed the pact of Chad and Mali"
        elif not group and not owners and self._is_theirs(noun, frame):
            group, doubts = pair_of_sentence(self._denoter, noun), [("the parties are those of the sentence", 0.8)]
        if not group and not owners and self._is_of_two(noun, frame):
            group, doubts = pair_before(self._denoter, noun), [SPOKEN_OF]
        if noun.base in self._relational and any(child.tag_ == "PRP$" for child in noun.children):
            return  # "our Danish and Dutch partners": not of each other, whoever we are
        yield from self.among(noun, trigger, group, doubts)

    def among(
        self, noun: Token, trigger: Trigger, parties: list[Party], doubts: Iterable[Doubt] = ()
    ) -> Iterator[Candidate]:
        """Yield what a noun says between the parties that share it."""
        for first, second in compounded(self._denoter, parties, noun):
            leads = self._denoter.cast[second.actor].kind == "person" and first.start == second.start
            if leads and first.end == second.end:
                continue  # "rebel leader Moise's visit": he and those whom he leads are one side
            candidate = trigger.links(first, second, symmetric=True, doubts=doubts)
            self._composer.compose(candidate, noun)
            yield candidate

    def _named_before(self, noun: Token) -> list[Party]:
        """Return the groups and bodies before a noun for friends or foes: "their *Hezbollah* allies"."""
        mentions = self._denoter.mention_at
        named = [
            mentions[child.i] for child in noun.lefts if child.dep_ in ("compound", "nmod") and child.i in mentions
        ]
        return [party for party in named if self._denoter.is_power(party)]

    def _is_strangers(self, noun: Token) -> bool:
        """Tell whether a noun is said to be that of several whom the text does not tell: "the *brothers'* quarrel"."""
        return any(
            child.dep_ == "poss" and child.tag_ == "NNS" and child.base not in self._material.words["nouns.time"]
            for child in noun.children
        )

    def _is_theirs(self, noun: Token, frame: Frame) -> bool:
        """Tell whether the parties of the sentence may be those of a noun: no body, no "order of business"."""
        if frame.type == "fights.attacks":
            return is_laid_down(noun, self._material.words)
        return frame.type in SHARED and frame.name != _JOINT_BODY and noun.base not in ("session", "business")

    def _is_of_two(self, noun: Token, frame: Frame) -> bool:
        """Tell whether a noun may be that of two of whom the text speaks: "Talks broke down", "A pact was signed"."""
        if frame.type in ("cooperates.agrees", "cooperates.concedes"):
            made = noun.dep_ == "nsubjpass" and noun.head.lemma_ in self._material.words["works.making"]
            return made and is_bare(noun)
        return frame.type in SHARED and frame.name != _JOINT_BODY and is_bare(noun)

    def _shunned(self, noun: Token, frame: Frame, owners: list[Party]) -> list[Party]:
        """Return with whom relations are broken off: whom the same clause accuses, or the only other one spoken of."""
        if frame.type != "cooperates.supports" or noun.dep_ != "dobj" or noun.head.lemma_ not in _BREAKING:
            return []
        if accused := self._accused(noun.head):
            return accused
        alone = len({party.actor for party in owners}) == 1
        return only_other(self._denoter, noun, owners) if alone else []

    def _accused(self, breaking: Token) -> list[Party]:
        """Return whom somebody judges who then breaks something off: "condemned *Chad* and broke relations"."""
        before, words = breaking.head, self._material.words
        if breaking.dep_ != "conj" or before.pos_ != "VERB" or any(c.dep_ == "nsubj" for c in breaking.children):
            return []
        if before.lemma_ not in words.either("verbs.accusing", "verbs.judging", "verbs.rejecting"):
            return []
        return [
            party
            for judged in before.rights
            if judged.dep_ == "dobj" and judged.i < breaking.i
            for party in self._denoter.parties(Argument(judged), target=True)
        ]

    def _hosts(self, noun: Token, frame: Frame, guests: list[Party]) -> list[Party]:
        """Return with whom somebody deals who travels for it: "went to *Chad* for talks", "to conclude a treaty"."""
        if frame.type not in DEALING or not guests or noun.dep_ != "dobj":
            return []
        return visited(self._denoter, noun.head, self._denoter.cast.root(guests[0].actor))

    def _is_others(self, noun: Token) -> bool:
        """Tell whether a noun's possessor is all that is known of whom it means: "their allies", no "Danish allies"."""
        owned = any(child.dep_ == "poss" for child in noun.children)
        named = any(child.dep_ != "poss" and child.i in self._denoter.mention_at for child in noun.children)
        return owned and not named
