"""Whom an act concerns that names nobody: whom the act before it does. "Peru accused *Chile* and massed troops".

Only where the same actor goes on in the same vein, hostile or friendly: in verbs that are coordinated, in a participle
that follows or stands before, or in the next sentence where it begins with a pronoun or says "also". The first act must
concern one power alone, and the clause of the second one may name nobody else. An act of war or a break concerns also
whom alone its actor has just been told to be at odds with: "Peru and *Chile* clashed. In May Peru massed troops".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.candidates import Candidate, Trigger
from relgraph.pipeline.denoting.holders import RETAKING
from relgraph.pipeline.denoting.suffered import counted
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.foes import foe_before, struck_things
from relgraph.pipeline.referring.othersides import OTHER_SIDE, is_at_talks, may_take_other_side, other_side

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_DONE = frozenset(
    {"fights.attacks", "fights.mobilizes", "restrains.coerces", "restrains.limits", "restrains.sanctions"}
)
_SAID = frozenset({"disputes.accuses", "disputes.threatens", "disputes.demands", "disputes.protests"})
_HELPED = frozenset(
    {"cooperates.aids", "cooperates.agrees", "cooperates.collaborates", "cooperates.consults", "cooperates.supports"}
)
_ON_GROUND = frozenset({"fights.attacks", "restrains.coerces"})
_MEASURES = frozenset({"restrains.coerces", "restrains.sanctions"})
_PROMISE = "cooperates.agrees/promise"
_GIVEN = ("nouns.money", "nouns.amount", "nouns.forces")
_LAND = ("nouns.land", "nouns.forces")
_GROUND = ("nouns.land", "nouns.site", "nouns.forces", "foes.forces")
_AGAIN = frozenset({"also", "then", "later", "subsequently", "further", "too", "meanwhile"})
CARRIED_ON = ("the target is whom the act before hits", 0.8)
_WAGING = "fights.attacks/wage-war"
_MAX_STEPS = 6


class Unaddressed(NamedTuple):
    """An act that names nobody whom it hits: its trigger, who does it, and the verb that says so."""

    trigger: Trigger
    sources: list[Party]
    verb: Token


def is_left_open(frame: Frame) -> bool:
    """Tell whether whom an act concerns may be left to what is told before it."""
    return _goes_on_about(frame) or may_take_other_side(frame)


def _goes_on_about(frame: Frame) -> bool:
    """Tell whether whom an act concerns may be left to the act before it."""
    if frame.word_class == "verb" and all(" " in slot for slot in frame.target):
        return False  # "continued" alone says nothing, whatever "continued in support of Chad" says
    return frame.type in _DONE or frame.type in ("cooperates.aids", "disputes.threatens") or frame.name == _PROMISE


def carried_on(found: Iterable[Candidate], acts: Iterable[Unaddressed], denoter: Denoter) -> Iterator[Candidate]:
    """Yield what the acts without a target say of whom those before them hit, as far as `found` tells."""
    open_acts = [act for act in acts if _is_open(act, denoter)]
    if not open_acts:
        return
    by_verb: defaultdict[int, list[Candidate]] = defaultdict(list)
    spent: set[int] = set()
    told = list(found)
    for candidate in told:
        if denoter.cast.root(candidate.source.actor) == denoter.cast.root(candidate.target.actor):
            continue  # "closed its airspace"
        spent.add(candidate.trigger.i)
        if candidate.type in _DONE | _SAID | _HELPED:
            by_verb[_verb_of(candidate.trigger).i].append(candidate)
    for act in open_acts:
        head = act.trigger.head
        if head.i in spent:
            continue
        target, doubt = None, CARRIED_ON
        if _goes_on_about(act.trigger.frame):
            target = _hit_before(act, by_verb, denoter) or _hit_by_it(act, by_verb, denoter)
        if target is None and _goes_on_about(act.trigger.frame):
            target, doubt = foe_before(act, told, denoter)
        if target is None:
            doer = denoter.cast.root(act.sources[0].actor)
            target = other_side(act.verb, act.trigger, doer, told, denoter)
            doubt = OTHER_SIDE
        if target is not None:
            spent.add(head.i)
            for source in {denoter.cast.root(party.actor): party for party in act.sources}.values():
                candidate = act.trigger.links(source, target, symmetric=False, doubts=[doubt])
                by_verb[_verb_of(head).i].append(candidate)
                yield candidate


def _is_open(act: Unaddressed, denoter: Denoter) -> bool:
    """Tell whether one power acts, on things alone, and nobody else stands in the clause."""
    cast, frame = denoter.cast, act.trigger.frame
    roots = {cast.root(party.actor) for party in act.sources}
    several = len(roots) > 1 and frame.type != "fights.mobilizes"  # but the forces of several may be massed
    if not roots or several or not all(denoter.is_power(party) for party in act.sources):
        return False
    falls = frame.word_class == "noun" and frame.type == "fights.attacks" and bool(struck_things(act, denoter))
    if frame.word_class == "noun" and (
        frame.type == "restrains.limits" or not (falls or _is_subjects(act, roots, denoter))
    ):
        return False
    if frame.word_class == "verb" and not all(
        _is_thing(act, thing, denoter) for thing in act.verb.children if thing.dep_ in OBJECTS | PASSIVE_SUBJECTS
    ):
        return False
    first = (act.trigger.head if falls else act.verb).i + 1
    end = next((c.i for c in act.verb.children if c.dep_ == "conj"), act.verb.right_edge.i + 1)
    on_ground = frame.type in _ON_GROUND
    return not any(
        on_ground if cast.root(party.actor) in roots else denoter.is_power(party)
        for i in range(first, end)
        for party in denoter.references.get(i) or filter(None, [denoter.mention_at.get(i)])
    )


def _is_subjects(act: Unaddressed, roots: set[str], denoter: Denoter) -> bool:
    """Tell whether the subject of its verb does what a noun says: nobody in "did not foresee the Iraqi incursion"."""
    subjects = (party for argument in denoter.syntax.subjects(act.verb) for party in denoter.parties(argument))
    return any(denoter.cast.root(party.actor) in roots for party in subjects)


def _is_thing(act: Unaddressed, thing: Token, denoter: Denoter) -> bool:
    """Tell whether an object is what the act needs to be one, and nobody to whom it is done."""
    if thing.i in denoter.mention_at or thing.i in denoter.references:
        return False
    if act.trigger.frame.name == _WAGING:
        return thing.i in {word.i for word in act.trigger.words}
    if act.trigger.frame.name in RETAKING:
        return any(thing.base in denoter.words[name] for name in _LAND)  # who "seized a factory" has won back nothing
    if act.trigger.frame.type in _ON_GROUND:
        return any(counted(denoter, thing).base in denoter.words[name] for name in _GROUND)
    if act.trigger.frame.type == "disputes.rejects" and is_at_talks(act.verb, denoter):
        return True
    if act.trigger.frame.type in _HELPED and any(thing.base in denoter.words[name] for name in _GIVEN):
        return True
    return act.trigger.frame.type.startswith("fights.") or thing.i in {word.i for word in act.trigger.words}


def _hit_before(act: Unaddressed, by_verb: dict[int, list[Candidate]], denoter: Denoter) -> Party | None:
    """Return the one power that the same actor hits in the verb before, or in the sentence before."""
    root = denoter.cast.root
    doer = root(act.sources[0].actor)
    sentence = act.verb.sent
    kinds = _HELPED if act.trigger.frame.type in _HELPED else _DONE | _SAID
    for verb in _before(act.verb):
        hits = [one for one in by_verb.get(verb.i, ()) if root(one.source.actor) == doer and one.type in kinds]
        targets = {root(one.target.actor): one.target for one in hits if root(one.target.actor) != doer}
        if len(targets) > 1:
            return None
        for target in targets.values():
            if not denoter.is_power(target):
                return None
            if target.start < sentence.start:
                head = act.trigger.head.i  # the evidence is in the sentence itself
                return Party(target.actor, head, head + 1, "description", how="whom the act before hits")
            return target
    return None


def _hit_by_it(act: Unaddressed, by_verb: dict[int, list[Candidate]], denoter: Denoter) -> Party | None:
    """Return the one power that a measure the text comes back to was said to hit: "He extended *the blockade*"."""
    head, root = act.trigger.head, denoter.cast.root
    known = any(child.dep_ == "det" and child.lower_ == "the" for child in head.children)
    if act.trigger.frame.word_class != "noun" or not known or act.trigger.frame.type not in _MEASURES:
        return None
    doer = root(act.sources[0].actor)
    hits = [
        one
        for verb, ones in by_verb.items()
        if verb < head.i
        for one in ones
        if one.type in _MEASURES and one.trigger.base == head.base and root(one.source.actor) == doer
    ]
    targets = {root(one.target.actor): one.target for one in hits if denoter.is_power(one.target)}
    if len(targets) != 1:
        return None
    (target,) = targets.values()
    return Party(target.actor, head.i, head.i + 1, "description", how="whom the measure hits")


def _before(verb: Token) -> Iterator[Token]:
    """Yield the verbs with the same subject, the nearest first: in the coordination, then in the sentence before."""
    for _ in range(_MAX_STEPS):
        if any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children):
            break
        joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i)
        if not joined or verb.head.pos_ not in VERBAL:
            return
        verb = verb.head
        yield verb
    yield from (child for child in verb.lefts if child.dep_ == "advcl" and _is_participle(child))
    for subject in [child for child in verb.lefts if child.dep_ in SUBJECTS]:
        yield from (child for child in subject.rights if child.dep_ == "acl" and _is_participle(child))
    start = verb.sent.start
    if start > 0 and _goes_on(verb):
        yield from (token for token in verb.doc[start - 1].sent if token.pos_ in VERBAL)


def _is_participle(verb: Token) -> bool:
    """Tell whether a verb is one as in "*arming* Chad, it sent", "*having armed* Chad, it sent"."""
    return verb.tag_ == "VBG" or any(child.lower_ == "having" and child.dep_ == "aux" for child in verb.lefts)


def _goes_on(verb: Token) -> bool:
    """Tell whether a main clause goes on about the subject of the sentence before."""
    if verb.dep_ != "ROOT":
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    again = any(child.dep_ == "advmod" and child.lower_ in _AGAIN for child in verb.children)
    return subject is not None and (subject.tag_ == "PRP" or again)


def _verb_of(trigger: Token) -> Token:
    """Return the verb by which a trigger is done: itself, or the one whose object it is."""
    token = trigger
    for _ in range(_MAX_STEPS):
        if token.pos_ in VERBAL or token.head.i == token.i:
            break
        token = token.head
    return token
