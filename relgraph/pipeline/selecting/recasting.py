"""What is done, by who does it: a firm leaves a country, police raid a house, a politician attacks another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.candidates import ANSWERS, Candidate
from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.referring.othersides import OTHER_SIDE

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_LEAVING = frozenset({f"cooperates.concedes/{name}" for name in ("withdraw", "withdraw-forces", "leave", "withdrawal")})
_TO_FRONT = "fights.mobilizes/send-to-frontier"
_FRONTS = frozenset({"armed_group", "organization"})
_MARCHING = frozenset({"fights.mobilizes", "fights.attacks"})
_FACING = frozenset({"against", "toward", "towards", "opposite", "near", "off"})
_RAIDS = frozenset({"raid", "sweep", "swoop", "operation"})
_CRITICIZED = frozenset({"party", "government", "opposition", "press"})
_DRIVEN_OUT = frozenset({"fights.attacks/push-out-fighters", "fights.attacks/expel-from-territory"})
_DECIDING = frozenset({"vote", "decide", "order", "agree", "resolve", "ask", "rule"})
_FRIENDS = frozenset(
    {"partner", "ally", "friend", "recipient", "candidate", "beneficiary", "member", "white", "preferred"}
)
_ASKING = frozenset({"for", "that", "not", "over", '"', "“", "”", ":"})
_QUOTES = frozenset({'"', "“", "”"})
_LABELS = frozenset(
    {"organization", "organisation", "group", "entity", "sponsor", "state", "agent", "threat", "outfit", "movement"}
)
_NAMING = frozenset({f"restrains.sanctions/{name}" for name in ("designate-terrorist", "proscribe")})
_PRESSING = frozenset({f"disputes.demands/{name}" for name in ("pressure-idiom", "pressure-noun")})
_ATTACKS = frozenset({"fights.attacks/attack", "fights.attacks/attack-noun"})

_CIVIL_SECTORS = frozenset({"PTY", "NGO", "MED", "GOV", "LEG", "JUD"})
_CLASH = "fights.attacks/clash"
_PART = "affiliated.part_of/be-part"


def recast(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, each with the type that it has with its own source and target."""
    cast = denoter.cast
    for candidate in candidates:
        kind = candidate.type
        leaving = kind == "cooperates.concedes" and _is_departure(candidate, denoter)
        if leaving and _is_demanded(candidate, denoter):
            continue  # nobody has left the body, nor wants to
        if kind == "restrains.sanctions" and (
            _is_on_oneself(candidate, cast) or _is_private(candidate, cast) or _is_label(candidate)
        ):
            continue
        if candidate.frame.name == "affiliated.leads/regime" and cast[candidate.target.actor].kind == "person":
            yield replace(candidate, source=candidate.target, target=candidate.source)  # "the Syrian regime of Assad"
            continue
        if leaving or (candidate.frame.name == "cooperates.concedes/remove-from-list" and _is_of_friends(candidate)):
            yield replace(candidate, type="restrains.sanctions")
        elif (kind == "restrains.sanctions" and _is_routed(candidate, denoter)) or (
            kind.startswith("restrains.") and _is_beaten_back(candidate, cast)
        ):
            yield replace(candidate, type="fights.attacks")
        elif kind == "affiliated.leads" and _is_foreign_sway(candidate, cast):
            yield replace(candidate, type="restrains.coerces")
        elif kind == "disputes.accuses" and _is_put_to(candidate, denoter):
            yield replace(candidate, type="disputes.demands")
        elif kind == "disputes.demands" and _is_weight(candidate, cast):
            yield replace(candidate, type="restrains.limits")
        elif kind == "disputes.demands" and _is_binding(candidate, denoter):
            yield replace(candidate, type="restrains.coerces")
        elif kind == "disputes.demands" and _is_call(candidate):
            yield replace(candidate, type="cooperates.consults")
        elif candidate.frame.name == _TO_FRONT and cast[candidate.target.actor].kind in _FRONTS:
            yield replace(candidate, type="cooperates.aids")  # "sent soldiers to the Moro *Front*"
        elif (kind == "fights.mobilizes" and (_keeps_peace(candidate) or _guards(candidate, denoter))) or (
            kind in _MARCHING and _is_asked_for(candidate, denoter)
        ):
            yield replace(candidate, type="cooperates.aids")
        elif kind == "fights.attacks" and _is_police_raid(candidate, denoter):
            yield replace(candidate, type="restrains.coerces")
        elif kind == "fights.attacks" and _is_decided(candidate, cast):
            yield replace(candidate, type="restrains.sanctions")
        elif kind == "fights.attacks" and _is_walkout(candidate, denoter):
            yield replace(candidate, type="disputes.protests")
        elif kind == "fights.attacks" and _is_opposed(candidate, denoter):
            yield replace(candidate, type="disputes.rejects")
        elif candidate.frame.name == _CLASH and _are_civil(candidate, denoter):
            yield replace(candidate, type="disputes.rivals")
        elif kind == "fights.attacks" and _is_in_words(candidate, denoter):
            yield replace(candidate, type="disputes.accuses")
        elif kind == "affiliated.part_of" and _is_of_person(candidate, cast):
            if _is_in_body(candidate, cast):
                yield replace(candidate, type="affiliated.member_of")
        else:
            yield candidate


def _is_walkout(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a strike is one of workers, who hit nobody: "a *dockers'* strike against the government"."""
    if candidate.frame.name != "fights.attacks/strike-noun":
        return False
    striking = denoter.doc[candidate.source.start : candidate.source.end]
    workers = denoter.words.either("nouns.working", "protests.workers")
    return candidate.source.via == "description" and any(token.base in workers for token in striking)


def _is_beaten_back(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether an armed group loses a place, which takes a battle: "pushed *ISIL* out of Ramadi"."""
    pushed = candidate.frame.name == "restrains.limits/keep-out" and candidate.trigger.lemma_ in ("push", "force")
    taken = candidate.frame.name == "restrains.coerces/take-town"
    return (pushed or taken) and cast[candidate.target.actor].kind == "armed_group"


def _is_routed(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether forces put an armed group to flight, which no order does: "*troops* expelled ISIL"."""
    if candidate.trigger.lemma_ not in ("expel", "oust", "eject", "evict"):
        return False
    acting = denoter.doc[candidate.source.start : candidate.source.end]
    group = denoter.cast[candidate.target.actor].kind == "armed_group"
    return group and any(token.base in denoter.words["nouns.forces"] for token in acting)


def _is_on_oneself(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether "the government" was only thought to be that of the nation which it punishes."""
    same = cast.root(candidate.source.actor) == cast.root(candidate.target.actor)
    return same and candidate.source.via == "description" and candidate.target.via in ("demonym", "name")


def _is_label(candidate: Candidate) -> bool:
    """Tell whether the target is only what another one is called: "designated the army *a terrorist organization*"."""
    if candidate.frame.name not in _NAMING:
        return False
    noun = candidate.target_word
    return noun.base in _LABELS and any(child.lower_ in ("a", "an") for child in noun.children)


def _is_private(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether two persons part, which breaks nothing: "split with her coach"."""
    kinds = {cast[party.actor].kind for party in (candidate.source, candidate.target)}
    return candidate.frame.name == "restrains.sanctions/break-with" and kinds == {"person"}


def _is_of_person(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a person is said to be a part of something, which only bodies and units are."""
    source = cast[candidate.source.actor]
    return source.kind == "person" and " " in source.name


def _is_departure(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether one leaves a country, alliance or body, which yields nothing: "withdrew from the *Pact*"."""
    if candidate.frame.name not in _LEAVING:
        return False
    cast, doc = denoter.cast, candidate.trigger.doc
    source, target = (cast[cast.root(party.actor)].kind for party in (candidate.source, candidate.target))
    if (source == "organization" and target in STATES) or (source in STATES and target in ("igo", "bloc")):
        return True
    leaving = doc[candidate.source.start : candidate.source.end].root
    return (
        candidate.frame.name == "cooperates.concedes/withdraw"
        and cast[candidate.target.actor].kind in ("igo", "organization", "bloc")
        and leaving.base not in denoter.words["nouns.forces"]
        and denoter.is_whole(leaving)
    )


def _is_demanded(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether it is others who want somebody to go: "demanded the *withdrawal* of Chilean staff from the UN"."""
    act = candidate.trigger
    if any(reason == OTHER_SIDE[0] for reason, _ in candidate.doubts):
        return True  # "the bloc told Chad to withdraw its troops"
    link = act.head if act.dep_ == "pobj" else act
    asking = link.head
    if asking.i == act.i or link.dep_ not in ("dobj", "nsubjpass", "prep"):
        return False
    words, root = denoter.words, denoter.cast.root
    if asking.base in words["nouns.asked"] and asking.pos_ == "NOUN":
        wanting = denoter.owners(asking)
    elif asking.lemma_ in words.either("verbs.mandative", "verbs.desire", "verbs.wishing_for"):
        wanting = [party for argument in denoter.syntax.subjects(asking) for party in denoter.parties(argument)]
    else:
        return False
    return root(candidate.source.actor) not in {root(party.actor) for party in wanting}


def _keeps_peace(candidate: Candidate) -> bool:
    """Tell whether those who are deployed are peacekeepers, who threaten nobody: "sent troops *as peacekeepers*"."""
    return any(token.base.startswith(("peacekeep", "peace-keep")) for token in candidate.trigger.subtree)


def _guards(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether forces are deployed somewhere to protect whoever is there: "sent troops to Mali *to defend it*"."""
    root = denoter.cast.root
    host = root(candidate.target.actor)
    if denoter.doc[candidate.target.start : candidate.target.end].root.head.lower_ in _FACING:
        return False  # "against Russia"
    for clause in candidate.trigger.children:
        if clause.dep_ not in ("advcl", "xcomp") or clause.lemma_ not in denoter.words["verbs.guarding"]:
            continue
        for thing in clause.children:
            if thing.dep_ != "dobj":
                continue
            if thing.lower_ in ("it", "them"):
                return True
            own = (denoter.mention_at.get(part.i) for part in (thing, *thing.children))
            kinds = [(root(party.actor), denoter.cast[root(party.actor)].kind) for party in own if party is not None]
            if any(actor == host or kind == "igo" for actor, kind in kinds):
                return True
    return False


def _is_asked_for(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether forces go where they are asked to: "sent troops to Mali *at its request*"."""
    verb, words = candidate.trigger, denoter.words
    if verb.lemma_ not in words.either("verbs.sending", "verbs.moving"):
        return False
    if any(token.base in words["nouns.behest"] for at in verb.children if at.lower_ == "at" for token in at.children):
        return True
    by = verb.head
    if verb.dep_ != "pcomp" or by.lower_ != "by" or by.head.lemma_ not in words["verbs.responding"]:
        return False
    asked = (token for to in by.head.children if to.lower_ == "to" for token in to.children)
    return any(token.base in words.either("nouns.behest", "events.demand") for token in asked)


def _is_of_friends(candidate: Candidate) -> bool:
    """Tell whether a list is one that does those good who stand on it: "removed Chad from its list of *partners*"."""
    return any(
        token.base in _FRIENDS
        for preposition in candidate.trigger.children
        if preposition.lower_ in ("from", "off")
        for token in preposition.subtree
    )


def _is_binding(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether an order to people or a body has to be obeyed: "ordered *the newspaper* to suspend publication".

    States may refuse, and who orders his own staff and soldiers about takes nothing from them.
    """
    order, cast, words = candidate.trigger, denoter.cast, denoter.words
    if candidate.frame.name != "disputes.demands/order" or order.lemma_ != "order":
        return False
    told = candidate.target_word
    sovereign = cast[candidate.target.actor].kind in (*STATES, "igo", "region")
    if sovereign and not (
        told.pos_ == "NOUN" and told.base in words.either("nouns.body_word", "nouns.group", "nouns.role")
    ):
        return False
    if told.base in words.either("nouns.forces", "nouns.underlings", "nouns.country_word", "nouns.office"):
        return False
    if any(child.tag_ == "PRP$" for child in told.children):
        return False
    return any(
        deed.dep_ in ("xcomp", "ccomp", "advcl") and deed.tag_ == "VB" and deed.lemma_ in words["verbs.under_orders"]
        for deed in order.children
    )


def _is_foreign_sway(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a state dominates another or a part of the world, which it does not head: "dominated *Europe*"."""
    source, target = (cast.root(party.actor) for party in (candidate.source, candidate.target))
    if candidate.trigger.lemma_ != "dominate" or source == target:
        return False
    return cast[source].kind in STATES and cast[target].kind in (*STATES, "region")


def _is_put_to(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a complaint is only put to a court, which is to judge it: "judges dismissed a *suit* by Chad"."""
    if not any(reason == ANSWERS for reason, _ in candidate.doubts):
        return False
    judges = denoter.doc[candidate.target.start : candidate.target.end]
    return any(token.base in denoter.words["nouns.judging"] for token in judges)


def _is_call(candidate: Candidate) -> bool:
    """Tell whether "called on" means a visit: nothing is said of what he on whom one calls is to do."""
    if candidate.frame.name != "disputes.demands/call-on" or candidate.trigger.lemma_ != "call":
        return False
    verb, end = candidate.trigger, max(candidate.target.end, candidate.trigger.i + 1)
    clauses = [child for child in verb.children if child.i > end and child.dep_ in ("conj", "ccomp", "parataxis")]
    later = [c.left_edge.i for c in clauses if c.dep_ == "conj" or any(part.dep_ in SUBJECTS for part in c.lefts)]
    if verb.dep_ == "ccomp" and verb.head.i > end:
        later += [child.left_edge.i for child in verb.head.lefts if child.dep_ in SUBJECTS]  # "called on him, a pact …"
    rest = verb.doc[end : min([verb.sent.end, *(i for i in later if i > end)])]
    return not any(token.tag_ == "TO" or token.lower_ in _ASKING for token in rest)


def _is_weight(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether pressure is one of arms, which asks nothing of fighters: "kept up the pressure *on ISIL*"."""
    if candidate.frame.name not in _PRESSING or cast[candidate.target.actor].kind != "armed_group":
        return False
    sentence = candidate.trigger.sent
    doc = candidate.trigger.doc
    opened = sum(token.text in _QUOTES for token in doc[sentence.start : candidate.target.start])
    rest: Iterable[Token] = doc[candidate.target.end : sentence.end]
    if opened % 2:
        rest = takewhile(lambda token: token.text not in _QUOTES, rest)  # the quotation ends before it goes on
    return not any(token.tag_ == "TO" or token.lower_ in _ASKING for token in rest)


def _is_police_raid(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a raid is one of police, customs or inspectors, who search and arrest."""
    span = denoter.doc[candidate.source.start : candidate.source.end]
    return candidate.trigger.base in _RAIDS and any(token.base in denoter.words["nouns.police"] for token in span)


def _is_decided(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a state's body, or a vote, makes foreign troops leave, which no battle does."""
    if candidate.frame.name not in _DRIVEN_OUT or candidate.trigger.lemma_ not in ("expel", "oust", "force"):
        return False
    source, governor = cast[candidate.source.actor], candidate.trigger.head
    civil = source.kind == "government" and source.sector not in ("MIL", "COP", "SPY")
    return civil or (candidate.trigger.dep_ in ("xcomp", "ccomp") and governor.lemma_ in _DECIDING)


def _is_opposed(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody fights what others decide or propose, without force: "fought the *nomination* of"."""
    if candidate.frame.name != "fights.attacks/fight":
        return False
    words = denoter.words
    things = (child.base for child in candidate.trigger.children if child.dep_ in ("dobj", "nsubjpass"))
    return any(thing in words["nouns.ideas"] or thing in words["nouns.contested"] for thing in things)


def _is_in_words(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody attacks another with nothing but words: "Hatch attacked Democrats"."""
    if candidate.frame.name not in _ATTACKS or candidate.trigger.base != "attack":
        return False
    if _is_bloody(candidate, denoter):
        return False
    if _is_civil(candidate, denoter):
        return True
    source, target = denoter.cast[candidate.source.actor], denoter.cast[candidate.target.actor]
    things = (thing for on in candidate.trigger.children if on.lower_ == "on" for thing in on.subtree)
    if any(thing.base in denoter.words["nouns.ideas"] and _is_coordinate(thing) for thing in things):
        return True  # "led the attacks on Ana Ruiz and her *budget*"
    if source.kind != "person" or candidate.source.via == "description":
        return False
    doc = candidate.trigger.doc
    party = doc[candidate.target.start : candidate.target.end].root.base in _CRITICIZED
    return party or target.kind in ("person", "organization")


def _are_civil(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether those who clash are people in office or named, and no shot is told of: "clashed with *senators*"."""
    if _is_bloody(candidate, denoter):
        return False
    sides = (denoter.doc[party.start : party.end].root for party in (candidate.source, candidate.target))
    office = denoter.words["offices.of_lawmakers"]
    return any(root.base in office for root in sides) and not any(
        denoter.cast[party.actor].kind == "armed_group" for party in (candidate.source, candidate.target)
    )


def _is_bloody(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the sentence has a word for shots, wounds or the like."""
    force = denoter.words.either("nouns.bloody", "nouns.shots")
    return any(token.base in force for token in candidate.trigger.sent)


def _is_coordinate(thing: Token) -> bool:
    """Tell whether a noun is what a preposition has, or one of those named with it."""
    while thing.dep_ in ("conj", "appos"):
        thing = thing.head
    return thing.dep_ == "pobj" and thing.head.lower_ == "on"


def _is_civil(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the source is one that has no arms: a party, or people like ministers and critics."""
    source = denoter.cast[candidate.source.actor]
    if (
        source.kind in ("organization", "government")
        and source.sector in _CIVIL_SECTORS
        and candidate.source.via in ("name", "alias")
    ):
        return True
    speaking = denoter.doc[candidate.source.start : candidate.source.end]
    words = denoter.words["nouns.civil"]
    return any(token.base in words or token.lower_ in words for token in speaking)


def _is_in_body(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether persons are said to be of a body: "was *affiliated* with Oxfam", "were *part* of it"."""
    joined = candidate.trigger.lemma_ in ("assign", "attach", "affiliate") or candidate.frame.name == _PART
    return joined and cast[candidate.target.actor].kind in ("organization", "armed_group", "government", "igo")
