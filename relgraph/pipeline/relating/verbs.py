"""Verb frames: the particles and companions that a verb needs, and the arguments that fill its slots."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from relgraph.frames import NAMED_SLOTS, Frame, TargetAs
from relgraph.pipeline.arguments import Argument, argument_of
from relgraph.pipeline.candidates import Candidate, Doubt, Trigger, most_specific, paired, pairs_among
from relgraph.pipeline.denoting.kinds import OF_TWO
from relgraph.pipeline.denoting.sites import HIT, whose_land
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.referring.onward import Unaddressed, is_left_open
from relgraph.pipeline.referring.reciprocity import EachOther, fights_another, has_one_each, is_on_one_side, told_apart
from relgraph.pipeline.relating.acts import obliged, own_deeds
from relgraph.pipeline.relating.bargains import makers
from relgraph.pipeline.relating.descent import descend
from relgraph.pipeline.relating.journeys import DEALING, visited
from relgraph.pipeline.relating.labour import strikes
from relgraph.pipeline.relating.lawmaking import lawmakers
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.opinions import ATTITUDES, judged_way
from relgraph.pipeline.relating.provocations import caused_by
from relgraph.pipeline.relating.purposes import done_to, meant_for
from relgraph.pipeline.relating.recipients import but_the_given, is_for_others, is_make_of
from relgraph.pipeline.relating.senses import is_satisfied
from relgraph.pipeline.relating.sharers import along_with
from relgraph.pipeline.relating.surroundings import Surroundings
from relgraph.pipeline.relating.unnamed import told_otherwise
from relgraph.pipeline.relating.unrest import crowd
from relgraph.pipeline.syntax.bearers import called
from relgraph.pipeline.syntax.objects import after_particle
from relgraph.pipeline.syntax.subjects import named_guilty

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_NAMED_SLOTS = NAMED_SLOTS["verb"]
_BY_WIRE = frozenset({"by", "via", "over"})
_PHONES = frozenset({"phone", "telephone"})
_PARTNERS = frozenset({"with", "to", "against"})
_ON_ALERT = "fights.mobilizes/put-on-alert"
_CLASH = "fights.attacks/clash"
_FIGHT = "fights.attacks/fight-mutually"
_GOING = frozenset(
    {"cooperates.consults", "cooperates.aids", "cooperates.supports", "fights.mobilizes", "restrains.sanctions"}
)


class VerbMatcher:
    """Fires verb frames on one parsed text."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax
        self._each_other = EachOther(material.denoter)

    def candidates(self, verb: Token, lemma: str) -> Iterator[Candidate]:
        """Yield what the frames of a verb find around it."""
        entries = self._material.frames.lookup("verb", lemma)
        if entries:
            around = Surroundings(verb, self._denoter, lemma)
            yield from most_specific(self._matches(verb, entries, around))

    def _matches(
        self, verb: Token, entries: Iterable[tuple[Frame, tuple[str, ...]]], around: Surroundings
    ) -> Iterator[tuple[Frame, Iterator[Candidate]]]:
        """Yield the frames whose words are there with what they find, those that do without a companion last."""
        bare: list[tuple[Frame, Trigger]] = []
        alone = not around.near
        for frame, parts in entries:
            if alone and (frame.things or (frame.companions and not frame.bare)):
                continue
            words = around.particles([verb], parts[1:]) if len(parts) > 1 else [verb]
            if words is None or (frame.without and around.companion(self._material.lexicon.excluded[frame.name])):
                continue
            if frame.things:
                thing = around.companion(self._material.lexicon.things[frame.name])
                if thing is None:
                    continue
                words.append(thing)
            if frame.companions:
                companion = around.companion(self._material.lexicon.companions[frame.name])
                if companion is None:
                    if frame.bare:
                        bare.append((frame, Trigger(frame, verb, words)))
                    continue
                words.append(companion)
            yield frame, self._fired(verb, Trigger(frame, verb, words))
        for frame, trigger in bare:
            yield frame, self._bare(verb, trigger)

    def _bare(self, verb: Token, trigger: Trigger) -> Iterator[Candidate]:
        """Yield what a frame finds without its companion: only between actors that are political beyond doubt."""
        frame = trigger.frame
        if not (self._syntax.objects(verb) or self._syntax.is_passive(verb)):
            return
        for candidate in self._fired(verb, trigger, target_as="whole"):
            if self._denoter.is_power(candidate.source) and self._denoter.is_power(candidate.target):
                candidate.doubts.append(
                    ("the word that goes with the verb is another one", frame.bare / frame.confidence)
                )
                yield candidate

    def _fired(self, verb: Token, trigger: Trigger, *, target_as: TargetAs | None = None) -> Iterator[Candidate]:
        frame = trigger.frame
        target_as = target_as or frame.target_as
        if struck := strikes(self._denoter, trigger, lambda: self._fill(verb, trigger, frame.target, target=True)[0]):
            yield from struck
            return
        sources, source_doubts = self._fill(verb, trigger, frame.source, target=False)
        if frame.source == ("object",) and frame.type == "cooperates.aids":
            sources = [party for party in sources if not party.how.startswith("generic")]  # "received recruits"
        if "be" in frame.verb:
            named = called(verb, trigger.words[-1])
            sources = [party for token in named for party in self._denoter.parties(Argument(token))] or sources
        if (frame.symmetric and is_satisfied(verb)) or is_for_others(self._denoter, verb, frame):
            return
        reciprocal = self._each_other.holds(verb, frame, two=len(sources) == 2)
        if reciprocal or (frame.symmetric and not self._has_target(verb, frame)):
            if not reciprocal and (beside := along_with(self._denoter, verb)):
                yield from (trigger.links(one, other, doubts=source_doubts) for one, other in paired(sources, beside))
                return
            hosts = self._hosts(verb, frame, sources) if not reciprocal else []
            if hosts:
                for source, target in paired(sources, hosts):
                    yield trigger.links(source, target, doubts=[*source_doubts, ("where one goes for it", 0.9)])
                return
            if len(sources) > 1 and (reciprocal or self._may_be_mutual(verb, frame, sources)):
                for first, second in pairs_among(told_apart(self._denoter, sources)):
                    yield trigger.links(first, second, symmetric=True, doubts=source_doubts)
                return
            if reciprocal:
                return
        if frame.type == "affiliated.part_of":
            sources = [party for party in sources if self._is_body(party)]  # "controls 16% of Chile's output"
        if not sources and frame.source == ("subject",):
            sources = self._moved(verb, frame) or caused_by(self._material, verb, frame)
            sources = sources or crowd(self._denoter, verb, frame) or makers(self._denoter, verb, frame)
        if not sources:
            return
        root = self._denoter.cast.root
        at_home = {root(party.actor) for party in sources}
        targets, target_doubts = self._fill(
            verb, trigger, frame.target, target=True, target_as=target_as, at_home=at_home
        )
        targets, target_doubts = told_otherwise(
            self._material,
            trigger,
            sources,
            (targets, target_doubts),
            lambda: [argument for slot in frame.target for argument in self._arguments(verb, slot)],
        )
        if is_left_open(frame) and at_home.issuperset(root(party.actor) for party in targets):
            self._material.unaddressed.append(Unaddressed(trigger, sources, verb))
        if len(sources) > 1 and {party.actor for party in sources} == {party.actor for party in targets}:
            return  # "Chile and Peru recalled their ambassadors": each its own
        for source, target in paired(sources, targets):
            if root(target.actor) not in at_home or not (
                (frame.type == "restrains.sanctions" and self._is_of_thing(target))
                or (frame.type == "cooperates.supports" and self._is_own_thing(target))
            ):
                yield trigger.links(source, target, doubts=[*source_doubts, *target_doubts])

    def _is_body(self, party: Party) -> bool:
        """Tell whether the words of a party are a name, a pronoun, or a noun for people or a body."""
        noun = self._material.doc[party.start : party.end].root
        if party.via == "demonym" and noun.tag_ in ("NNS", "NNPS"):
            return noun.base in self._material.words["nouns.forces"]  # "admitted Mexicans into": people
        return party.via == "pronoun" or self._denoter.is_whole(noun)

    def _is_of_thing(self, party: Party) -> bool:
        """Tell whether a party only says whose a thing is, which nobody keeps from himself: "cut *US* funding"."""
        token = self._material.doc[party.start : party.end].root
        return token.dep_ in ("compound", "amod", "nmod", "poss") and not self._denoter.is_whole(token.head)

    def _is_own_thing(self, party: Party) -> bool:
        """Tell whether a party only stands as adjective before a thing: "the senator argued for an *American* role"."""
        words = self._material.doc[party.start : party.end]
        if party.how != "owner" or self._denoter.is_whole(words.root):
            return False
        return not any(token.dep_ == "poss" for token in words) and words[0].dep_ in ("amod", "compound", "nmod", "det")

    def _hosts(self, verb: Token, frame: Frame, guests: list[Party]) -> list[Party]:
        """Return with whom somebody deals who travels for it: "went to *Chad* to negotiate"."""
        if frame.type not in DEALING or not guests:
            return []
        return visited(self._denoter, verb, self._denoter.cast.root(guests[0].actor))

    def _is_of_deed(self, verb: Token, token: Token, preposition: str, trigger: Trigger) -> bool:
        """Tell whether a phrase says whom the object's own deed is done to: "protested his attacks *on the Kurds*"."""
        deed = token.head.head
        if deed.i not in {thing.i for thing in self._syntax.objects(verb)}:
            return False
        owners = self._denoter.owners(deed, allow_of=False)
        if preposition == "of":  # "demanded *Peru's* recognition of Chile", not "ended *its* occupation of Chile"
            return any(owner.via != "pronoun" for owner in owners)
        suffers = (deed.base, preposition) in self._material.lexicon.suffered
        return suffers and deed.i not in {word.i for word in trigger.words} and bool(owners)

    def _moved(self, verb: Token, frame: Frame) -> list[Party]:
        """Return whose forces are moved by nobody named: "*Chilean* troops were withdrawn from Peru"."""
        words = self._material.words
        moved = verb.lemma_ in words["verbs.moving"] or frame.name == _ON_ALERT  # "troops were put on alert"
        if not moved or not self._syntax.is_passive(verb):
            return []
        return [
            party
            for token in self._syntax.passive_subjects(verb)
            if token.base in words["nouns.moved"]
            for party in self._denoter.owners(token)
        ]

    def _may_be_mutual(self, verb: Token, frame: Frame, parties: list[Party]) -> bool:
        """Tell whether parties mean one another without "each other" or "with".

        Only trusted words and named parties do, and groups where one word sets them apart or says that they clash:
        not "troops and police act".
        """
        if verb.lemma_ == "speak" and not any(map(_is_by_wire, verb.children)):
            return False  # "Chad and Mali spoke up": not to each other
        if has_one_each(self._denoter, verb):
            return False
        two = any(party.how == OF_TWO for party in parties)
        if frame.name == _FIGHT and not two and is_on_one_side(self._denoter, verb):
            return False
        kinds = [self._denoter.cast[party.actor].kind for party in parties]
        both = {"with", "object", "to"} & set(frame.target)
        named = two or any(kind != "group" for kind in kinds)
        return bool(both) and frame.confidence >= 0.75 and (named or frame.name == _CLASH)

    def _has_target(self, verb: Token, frame: Frame) -> bool:
        """Tell whether somebody else, known or not, stands where the partner does: "they talked to both camps"."""
        if verb.lemma_ == "meet" and any(child.dep_ == "dobj" for child in verb.children):
            return True  # "Chad and Mali met the deadline"
        if frame.type == "fights.attacks" and fights_another(self._denoter, verb):
            return True
        agreed = "to" if frame.type == "cooperates.agrees" else ""  # "agreed to a truce": a truce is nobody
        return any(self._arguments(verb, slot) for slot in frame.target if slot != agreed) or any(
            child.dep_ in ("prep", "dative")
            and child.lower_ in _PARTNERS
            and child.i > verb.i
            and (child.lower_ != agreed or any(self._denoter.is_whole(token) for token in child.children))
            for child in verb.children
        )

    def _arguments(self, verb: Token, slot: str) -> list[Argument]:
        syntax = self._syntax
        if slot == "subject":
            return list(syntax.subjects(verb))
        if slot == "object":
            return [argument_of(verb, token) for token in syntax.objects(verb) or self._in_small_clause(verb)]
        if slot == "attribute":
            return [Argument(token, owner=True) for token in verb.rights if token.dep_ == "attr"]
        if slot == "indirect":
            return [Argument(token) for token in syntax.indirect(verb) or self._swallowed(verb)]
        if slot == "clause":
            return [Argument(token) for token in syntax.clause_subjects(verb)]
        if slot == "statement":
            return [Argument(token) for token in syntax.statement_subjects(verb)]
        if slot == "claim":
            claims = [clause for clause in verb.children if clause.dep_ == "ccomp"]
            return [
                Argument(token)
                for clause in claims
                for token in syntax.own_subjects(clause) or syntax.passive_subjects(clause)
                if not syntax.agents(clause)
            ]
        if slot == "condition":
            return [Argument(token) for token in obliged(syntax, verb)]
        if slot == "deed":
            asking = self._material.words["replies.asking"]  # "threatened to ask Chad for help": it need not fear
            deeds = (clause for clause in own_deeds(verb) if clause.lemma_ not in asking)
            return [argument for clause in deeds for argument in done_to(self._material, clause)]
        if slot == "purpose":
            if syntax.indirect(verb):
                return []  # "gave Mali a million to fight Niger"
            return meant_for(self._material, verb, *syntax.objects(verb))
        return [Argument(token) for token in syntax.prepositional(verb, slot)]

    def _in_small_clause(self, verb: Token) -> list[Token]:
        """Return the object that the parser made the subject of a bare clause: "helped them go", "found it bad"."""
        if verb.lemma_ not in self._material.words["verbs.small_clause"]:
            return judged_way(verb, self._material.words)
        return [
            token
            for clause in verb.children
            if clause.dep_ == "ccomp" and clause.i > verb.i and clause.tag_ not in ("VBD", "VBZ", "VBG")
            if not any(child.dep_ in ("mark", "aux") for child in clause.children)
            for token in self._syntax.own_subjects(clause) or named_guilty(clause)
        ]

    def _swallowed(self, verb: Token) -> list[Token]:
        """Return a recipient that the parser took into the object: "sent Angola soldiers"."""
        mentions = self._denoter.mention_at
        if any(child.dep_ == "prep" and child.lower_ in ("to", "into") for child in verb.children):
            return []  # "sent *US* troops into Lebanon"
        return [
            child
            for token in self._syntax.objects(verb)
            for child in token.children
            if child.dep_ in ("compound", "nmod")
            and child.i in mentions
            and mentions[child.i].via in ("name", "alias", "metonym")
        ]

    def _deep(self, thing: Token, frame: Frame, giving: Token | None) -> list[Party]:
        """Return the actors deep in a phrase, but nobody who is given: "sent a team of *doctors* to the camp"."""
        found = descend(self._material, thing, frame)
        return but_the_given(self._material, giving, found) if giving is not None else found

    def _filling(
        self, verb: Token, trigger: Trigger, slots: Container[str], slot: str, *, target: bool
    ) -> list[Argument]:
        """Return what stands in a slot of a verb, or of its companions, on which the parser may have hung it."""
        arguments, companions, is_phrase = self._arguments(verb, slot), trigger.words[1:], slot not in _NAMED_SLOTS
        if not arguments and is_phrase:
            # "came to terms with"
            arguments = [Argument(token) for word in companions for token in self._syntax.prepositional(word, slot)]
        if not arguments and slot == "object":
            # "reined in the militia": the particle may be taken for a preposition
            arguments = [Argument(token) for word in companions for token in after_particle(verb, word)]
        if not arguments and slot == "clause":
            # "made it hard for them to leave"
            arguments = [Argument(token) for word in companions for token in self._syntax.clause_subjects(word)]
        if not arguments and is_phrase and target:
            arguments = [Argument(token) for token in self._material.strayed(verb, slot)]
        if target and is_phrase and ("object" in slots or slot == "of"):
            arguments = [a for a in arguments if not self._is_of_deed(verb, a.token, slot, trigger)]
        return arguments

    def _fill(
        self,
        verb: Token,
        trigger: Trigger,
        slots: Sequence[str],
        *,
        target: bool,
        target_as: TargetAs = "owner",
        at_home: Container[str] = (),
    ) -> tuple[list[Party], list[Doubt]]:
        """Return the parties of the first slot that has any, and reasons to doubt them; `target_as` as in frames.

        `at_home` are those on whose land nothing is done to a target: on one's own it is not said against whom.
        """
        spare: tuple[list[Party], list[Doubt]] = [], []
        for slot in slots:
            parties: list[Party] = []
            doubts: list[Doubt] = []
            preposition = slot.split()[-1] if slot not in _NAMED_SLOTS else ""
            goods = target and slot == "object" and "indirect" in slots and trigger.frame.type == "cooperates.aids"
            for argument in self._filling(verb, trigger, slots, slot, target=target):
                if target and self._material.is_circumstance(argument.token, preposition, trigger.frame):
                    continue
                if not target and self._material.is_bloodless(argument.token, trigger.frame):
                    continue
                # who arrives in a capital, or sends help or troops there, means its country, other things do not
                thought = not target and trigger.frame.type in ATTITUDES  # "met with scorn in Paris"
                before = "" if thought or trigger.frame.type in _GOING else preposition
                belongs = trigger.frame.type.startswith("affiliated.") and verb.dep_ == "acl"
                told = argument._replace(lends=False) if belongs else argument  # "burned *goods* belonging to Chad"
                found = self._denoter.parties(told, target=target, preposition=before, target_as=target_as)
                if goods and is_make_of(self._denoter, argument.token):
                    continue
                if target and slot == "object" and "indirect" in slots and trigger.frame.type != "disputes.threatens":
                    found = but_the_given(self._material, verb, found)
                if not found and target and target_as == "owner":
                    found = self._deep(argument.token, trigger.frame, verb if goods else None)
                    if found:
                        doubts.append(("the actor stands deep in the phrase", 0.8))
                    elif preposition or trigger.frame.type in HIT or slot == "deed":
                        land = whose_land(self._denoter, verb, argument.token, trigger.frame)
                        found = [party for party in land if self._denoter.cast.root(party.actor) not in at_home]
                        if found:
                            doubts.append(("a town or site stands for its country", 0.85))
                if found and argument.inherited > 1:
                    doubts.append(("the subject is inherited over several clauses", 0.9))
                parties.extend(found)
            if not parties and slot == "subject" and not target and self._syntax.is_passive(verb):
                parties = self._material.behind(verb, trigger.frame)
                doubts = [("the doer is whose act it happened in", 0.9)]
            if not parties and slot == "subject" and not target:
                parties = lawmakers(self._denoter, verb, trigger.frame)
            if target and all(p.via == "pronoun" and self._denoter.cast.root(p.actor) in at_home for p in parties):
                spare = spare if spare[0] else (parties, doubts)  # "protested to Chad over a raid on *its* boats"
            elif parties:
                return unique(parties), doubts
        return spare


def _is_by_wire(phrase: Token) -> bool:
    """Tell whether a phrase says how one speaks to somebody far away: "by telephone", "on the phone"."""
    calling = phrase.lower_ == "on" and any(child.lower_ in _PHONES for child in phrase.children)
    return calling or phrase.lower_ in _BY_WIRE
