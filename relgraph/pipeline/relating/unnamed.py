"""Targets that a verb's own slots do not name: who loses what is his, and who has to act first."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.appointments import INSTALLED, given_by
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.candidates import Doubt, Trigger
from relgraph.pipeline.denoting.groups import themselves
from relgraph.pipeline.denoting.holders import RETAKING, holders
from relgraph.pipeline.denoting.pairbefore import SPOKEN_OF, pair_before
from relgraph.pipeline.denoting.scenes import embroiled
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.acts import harms_its_object, own_deeds
from relgraph.pipeline.relating.deterrence import MOBILIZED, warded_off
from relgraph.pipeline.relating.gobetweens import sharing_parties
from relgraph.pipeline.relating.granting import PROMISED, granted_to
from relgraph.pipeline.relating.implied import acting_before, declared_on, other_spoken_of, protested_against
from relgraph.pipeline.relating.labour import come_to_terms
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.protests import PROTESTS, RULED, is_state, ruled_there
from relgraph.pipeline.relating.provocations import ANSWERING, PROVOKED, provokers, punished
from relgraph.pipeline.relating.recipients import arrived_with
from relgraph.pipeline.relating.resentments import THREATENED, resented
from relgraph.pipeline.relating.unrest import FORCED, OWN, own_homes, own_land, own_people, own_vote
from relgraph.pipeline.syntax.agents import has_agent
from relgraph.pipeline.syntax.errands import bound_for
from relgraph.pipeline.syntax.letters import reader_of
from relgraph.pipeline.syntax.negation import is_refused

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SAID = frozenset(
    {"disputes.demands", "disputes.rejects", "cooperates.agrees", "disputes.threatens", "cooperates.concedes"}
)
_ANSWERING = frozenset({"disputes.demands", "disputes.rejects", "cooperates.concedes"})
_SAYING = frozenset(
    {"insist", "demand", "refuse", "reject", "decline", "propose", "offer", "promise", "agree"}
    | {"concede", "object", "threaten", "consent", "relent", "yield", "protest", "accept"}
)
_REFUSING = frozenset({"disputes.rejects/snub-meeting", "disputes.rejects/reject", "disputes.rejects/dismiss"})
_PROTEST = "disputes.protests/protest"
_WAGING = "fights.attacks/wage-war"
_INTERVENING = "fights.attacks/intervene-plain"
_EFFORT = "cooperates.aids/aid-an-effort"
_HELPING = frozenset({"cooperates.aids", "cooperates.supports", "cooperates.collaborates"})
_DEEP = 3
_ALERTED = frozenset({"fights.mobilizes/put-on-alert", "fights.mobilizes/on-alert"})
_HOSTILE = ("restrains.", "fights.", "disputes.accuses", "disputes.threatens")
_BLOWS = "fights.attacks"
_STRIKE_ENDED = "cooperates.concedes/end-strike"
_TRUCE = "cooperates.concedes/declare-truce"
_BROKERING = "cooperates.consults/broker-between"
_BETWEEN = frozenset(
    f"cooperates.consults/{name}" for name in ("mediate-between", "broker-between", "settle-between", "host")
)
"""Frames of what a third does between two, who may have been named before."""
_HOSTED = frozenset({"party", "side", "talk", "negotiation", "conference", "delegation"})
_TWO = frozenset({"between", "with", "among", "in", "of"})
_FIRST = frozenset({"until", "till", "unless", "before", "if"})


def told_otherwise(
    material: Material,
    trigger: Trigger,
    sources: list[Party],
    named: tuple[list[Party], list[Doubt]],
    arguments: Callable[[], list[Argument]],
) -> tuple[list[Party], list[Doubt]]:
    """Return the targets of a verb that its slots `named`, or else those that the text around it tells, with doubts.

    `sources` are those who act, `arguments` gives all that stands in the verb's slots for a target.
    """
    (targets, doubts), frame, verb = named, trigger.frame, trigger.head
    denoter, root = material.denoter, material.denoter.cast.root
    at_home = {root(party.actor) for party in sources}
    if frame.name in RETAKING and not targets:
        targets = holders(denoter, verb)
    if frame.type == "disputes.threatens" and not harms_its_object(verb, material):
        # "to sell *its* gold"
        targets = [party for party in targets if root(party.actor) not in at_home or party.via == "description"]
    if not targets and frame.name == _WAGING:
        targets, doubts = declared_on(denoter, verb, sources), [("the target is the only other country spoken of", 0.9)]
    if not targets and frame.type in _SAID and verb.lemma_ in _SAYING and verb.dep_ in ("conj", "ROOT", "advcl"):
        targets, doubts = _hearers(denoter, trigger, sources)
    if frame.type == MOBILIZED and (kept_off := warded_off(material, verb)):
        targets, doubts = kept_off, []
    if at_home.issuperset(root(party.actor) for party in targets):
        targets = _by_deed(material, trigger, at_home) or targets
    if not targets and frame.name == _BROKERING and verb.dep_ in ("acl", "relcl"):
        targets = [party for party in sharing_parties(material, verb.head) if root(party.actor) not in at_home]
    targets = targets or _by_frame(material, trigger, sources)
    if not targets and frame.type == PROTESTS:
        targets, doubts = _protested(denoter, trigger, sources)
    if not targets and frame.type in (FORCED, _BLOWS):
        targets = _own_side(denoter, trigger, sources, [argument.token for argument in arguments()])
        doubts = [OWN] if targets else doubts
    if frame.name in _REFUSING and at_home.issuperset(root(party.actor) for party in targets):
        targets = own_vote(denoter, arguments(), sources) or targets
    if targets and {party.actor for party in targets} == {party.actor for party in sources}:
        own = _own_people(denoter, arguments()) if frame.type.startswith(_HOSTILE) else []
        targets = own or _partners(material, arguments()) or targets
    if frame.type in _HELPING:
        targets = _helped(material, trigger, targets, at_home)
    if not targets and frame.name in _BETWEEN and (two := reconciled(material, trigger, sources)):
        targets, doubts = two, [SPOKEN_OF]
    if not targets and not frame.type.startswith("affiliated."):
        targets = beside(material, verb, frame.type, at_home)
    if frame.type in ANSWERING and at_home.issuperset(root(party.actor) for party in targets):
        answered = provokers(material, verb, frame)
        targets, doubts = (answered, [PROVOKED]) if answered else (targets, doubts)
    return targets, doubts


def _hearers(denoter: Denoter, trigger: Trigger, sources: list[Party]) -> tuple[list[Party], list[Doubt]]:
    """Return to whom something is said that names nobody: the only other country spoken of, or whom it answers."""
    targets = other_spoken_of(denoter, trigger.head, sources)
    if not targets and trigger.frame.type in _ANSWERING:
        targets = acting_before(denoter, trigger.head, sources)
    return targets, [("the target is the only other country spoken of", 0.8)]


def _protested(denoter: Denoter, trigger: Trigger, sources: list[Party]) -> tuple[list[Party], list[Doubt]]:
    """Return against whom a protest is that names nobody: states protest to another state, people to their rulers."""
    if trigger.frame.name == _PROTEST and sources and all(is_state(denoter, party) for party in sources):
        others = protested_against(denoter, trigger.head, sources)
        return others, [("the target is the only other country spoken of", 0.9)]
    return ruled_there(denoter, trigger, sources), [RULED]


def _helped(material: Material, trigger: Trigger, targets: list[Party], at_home: Container[str]) -> list[Party]:
    """Return who is helped by what modifies a noun: "*Chad* began an offensive aided by Libya"; or the `targets`."""
    frame, verb = trigger.frame, trigger.head
    root = material.denoter.cast.root
    if not targets and frame.type == "cooperates.aids" and verb.dep_ == "acl":
        targets = arrived_with(material, verb.head)
    if verb.dep_ == "acl" and all(root(party.actor) in at_home for party in targets):
        targets = _undertaking(material, verb) or targets
    if frame.name == _EFFORT:
        targets = [party for party in targets if party.via != "pronoun"]  # "to fund *its* raids"
    if frame.name == _EFFORT and verb.dep_ == "acl" and verb.head.dep_ == "dobj":
        targets = material.doers(verb.head.head)
    return targets


def _by_frame(material: Material, trigger: Trigger, sources: list[Party]) -> list[Party]:
    """Return whom a frame means by words of its own: where forces go, who gives an office, who did what is judged."""
    name, verb = trigger.frame.name, trigger.head
    if name in _ALERTED:
        return material.targets(bound_for(material.syntax, verb), "into")
    if name == INSTALLED:
        return given_by(material, verb, trigger.words[-1], sources)
    if trigger.frame.type == "disputes.accuses":
        return material.told_in(verb)
    if name == _TRUCE:
        return _fought(material, verb)
    return come_to_terms(material, verb) if name == _STRIKE_ENDED else []


def _fought(material: Material, verb: Token) -> list[Party]:
    """Return whom those are said to fight who lay down arms: "the army fighting *Boko Haram* declared a truce"."""
    for subject in material.syntax.subjects(verb):
        for clause in subject.token.rights:
            frames = material.frames.lookup("verb", clause.lemma_) if clause.dep_ in ("acl", "relcl") else ()
            if clause.tag_ != "VBN" and any(frame.type == _BLOWS for frame, _ in frames):
                return material.targets(material.syntax.objects(clause))
    return []


def _undertaking(material: Material, verb: Token) -> list[Party]:
    """Return whose work it is that others help with: "*Peru* began a build-up assisted by Danish officers"."""
    if not has_agent(verb):
        return []
    thing = verb.head
    for _ in range(_DEEP):
        above = thing.head
        if thing.dep_ == "dobj" or (thing.dep_ == "pobj" and above.lower_ == "on"):
            doing = above if thing.dep_ == "dobj" else above.head
            return material.doers(doing) if doing.lemma_ in material.words["verbs.undertaking"] else []
        if thing.dep_ == "pobj" and above.lower_ in ("of", "for", "in"):
            thing = above.head
        elif thing.dep_ == "conj":
            thing = above
        else:
            return []
    return []


def _by_deed(material: Material, trigger: Trigger, at_home: Container[str]) -> list[Party]:
    """Return whom a threat answers, whom it serves what is agreed to, or in whose war somebody intervenes."""
    if trigger.frame.name == _INTERVENING:
        return embroiled(material.denoter, trigger.head, at_home)
    if trigger.frame.type == THREATENED:
        return resented(material, trigger.head, list(own_deeds(trigger.head)), at_home)
    if trigger.frame.name == PROMISED:
        return granted_to(material, list(own_deeds(trigger.head)), at_home)
    return []


def _own_side(denoter: Denoter, trigger: Trigger, sources: list[Party], things: list[Token]) -> list[Party]:
    """Return the country whose rulers or forces put down its own people, or hit or shut off its own land."""
    if trigger.frame.type != FORCED:
        return own_homes(denoter, trigger, things, sources)
    people = [party for thing in things[:1] for party in own_people(denoter, trigger.frame.type, thing, sources)]
    return people or own_land(denoter, trigger, things, sources)


def _own_people(denoter: Denoter, arguments: Iterable[Argument]) -> list[Party]:
    """Return people who are only said to be somebody's by a pronoun: "banned the paper and jailed *its editors*"."""
    return [
        themselves(denoter, argument.token)
        for argument in arguments
        if argument.token.tag_ == "NNS"
        and denoter.is_people_word(argument.token)
        and any(child.tag_ == "PRP$" for child in argument.token.lefts)
        and all(not denoter.is_power(party) for party in denoter.denote(argument.token, target=True))
    ]


def _partners(material: Material, arguments: Iterable[Argument]) -> list[Party]:
    """Return with whom one shares what is one's own: "reneged on its accord with *Chile*"."""
    return [
        party
        for argument in arguments
        if argument.token.base in material.lexicon.mutual
        for party in material.targets(material.syntax.prepositional(argument.token, "with"), "with")
    ]


def reconciled(material: Material, trigger: Trigger, sources: Sequence[Party]) -> list[Party]:
    """Return the two of whom a text speaks, between whom a third mediates or for whom he plays host.

    "Chad and Mali went to war. *Togo tried to mediate*", "Togo hosted the parties", but no "mediated in the strike".
    """
    verb, denoter = trigger.head, material.denoter
    if not sources or not all(denoter.is_power(party) for party in sources) or verb.lemma_ == "intervene":
        return []
    if any(child.dep_ == "prep" and child.lower_ in _TWO for child in verb.children):
        return []
    objects = material.syntax.objects(verb)
    if trigger.frame.name.endswith("/host") and not any(thing.base in _HOSTED for thing in objects):
        return []
    if any(child.dep_ in ("prep", "poss") and child.lower_ in _TWO for thing in objects for child in thing.children):
        return []
    return pair_before(denoter, verb, sources)


def beside(material: Material, verb: Token, kind: str, at_home: Container[str]) -> list[Party]:
    """Return to whom something is done that no slot names; `kind` is its type, `at_home` the countries of its doers."""
    found = undergoing(material, verb) or awaited(material, verb, kind, at_home)
    return found or (punished(material, verb) if kind in ANSWERING else [])


def undergoing(material: Material, verb: Token) -> list[Party]:
    """Return to whom something is done with what is his or written: "*Peru* had its aid suspended by Chile"."""
    if (reader := reader_of(verb)) is not None:
        return material.targets([reader])
    thing = verb.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb
    having = thing.head
    if having.lemma_ not in ("have", "get") or thing.dep_ not in ("dobj", "ccomp") or not has_agent(verb):
        return []
    return material.doers(having)


def awaited(material: Material, verb: Token, kind: str, at_home: Container[str]) -> list[Party]:
    """Return who has to act before something is yielded: "will not lift the embargo until *Cuba* frees them".

    `kind` is the type of what is not done, `at_home` are the countries and groups of those who refuse it.
    """
    if kind != "cooperates.concedes" or not is_refused(verb):
        return []
    syntax, root = material.syntax, material.denoter.cast.root
    for clause in verb.children:
        marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
        if clause.dep_ != "advcl" or not marks & _FIRST:
            continue
        # "until he is satisfied that *Cuba* …"
        for inner in (clause, *(child for child in clause.children if child.dep_ in ("ccomp", "acomp", "xcomp"))):
            for deep in (inner, *(child for child in inner.children if child.dep_ == "ccomp")):
                subjects = [*syntax.own_subjects(deep), *syntax.passive_subjects(deep)]
                found = [party for party in material.targets(subjects) if root(party.actor) not in at_home]
                if found:
                    return found
    return []
