"""Whom an act of force hits that names things alone: the one foe of who acts. "Peru shelled *two depots*".

An act of war or a break concerns whom its actor has just been told to be at odds with: "Peru and *Chile* clashed. In
May Peru massed troops". Things that are struck or taken are those of the one foe whom he has in the text, and a border
at which forces stand is that with the only other state spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS
from relgraph.pipeline.cast import STATES, WARRING
from relgraph.pipeline.denoting.holders import RETAKING
from relgraph.pipeline.denoting.suffered import counted
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate, Doubt
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.referring.onward import Unaddressed

_OF_FOES = frozenset({"fights.attacks", "fights.mobilizes", "restrains.sanctions"})
_OF_FORCE = frozenset({"fights.attacks", "restrains.coerces"})
_MOBILIZES = "fights.mobilizes"
_AT_ODDS = frozenset(
    {"fights.attacks", "fights.mobilizes", "restrains.coerces", "disputes.rivals", "disputes.threatens"}
)
_AT_WAR = frozenset({"fights.attacks"})
_UNFRIENDLY = _AT_ODDS | {"restrains.sanctions", "disputes.accuses", "disputes.demands", "disputes.rejects"}
"""What tells beyond whose border forces stand."""
_SURE = 0.5
"""Of less sure relations nobody is a foe."""
_FOE = ("the target is whom the text has just put at odds with the source", 0.75)
_ONLY_FOE = ("the target is the only foe of the source that the text tells of", 0.7)
_ACROSS = ("the target is the only other state spoken of", 0.8)
_THINGS = ("nouns.forces", "nouns.site", "nouns.homes", "foes.forces")
_UPON = ("on", "at", "into", "against")
_OWNING = frozenset({"poss", "relcl", "acl", "appos", "conj"})
_WHOSE = frozenset({"of", "with", "between", "to", "from"})


def foe_before(act: Unaddressed, told: Iterable[Candidate], denoter: Denoter) -> tuple[Party | None, Doubt]:
    """Return the one power that an act of force hits which names nobody, with the doubt; `told` is what the text says.

    Only for what is done with forces or to things that belong to fighters, or what the words of the frame say in full:
    "closed *the border*".
    """
    frame, verb = act.trigger.frame, act.verb
    if frame.word_class not in ("verb", "noun") or frame.type not in _OF_FOES | _OF_FORCE:
        return None, _FOE
    told = [one for one in told if one.confidence >= _SURE]
    start = verb.doc[verb.sent.start - 1].sent.start if verb.sent.start > 0 else 0
    things = struck_things(act, denoter)
    force = frame.type in _OF_FORCE and frame.name not in RETAKING
    struck = force and bool(things) and all(_is_of_fighters(denoter, thing) for thing in things)
    root, doubt = None, _FOE
    if struck or (frame.word_class == "verb" and frame.type in _OF_FOES and _is_said_in_full(act, things, denoter)):
        kinds = _AT_ODDS if frame.word_class == "verb" else _UNFRIENDLY
        root = _only_foe(act, (one for one in told if start <= one.trigger.i < act.trigger.head.i), kinds, denoter)
    if root is not None and struck and denoter.cast[root].kind not in STATES and _is_home(denoter, things):
        root = None  # whose village it is that "fought Hamas and burned *a village*" is not known
    if root is None and struck:
        root, doubt = _enemy(act, told, denoter), _ONLY_FOE
    if root is None and _is_at_border(act, things, denoter):
        near = (one for one in told if start <= one.trigger.i < verb.i)
        root = _only_foe(act, near, _UNFRIENDLY, denoter) or _home_of_others(act, denoter)
        root, doubt = root or _only_other_state(act, denoter), _ACROSS
    if root is None:
        return None, doubt
    head = act.trigger.head.i
    return Party(root, head, head + 1, "description", how="with whom the text has put the actor at odds"), doubt


def struck_things(act: Unaddressed, denoter: Denoter) -> list[Token]:
    """Return on what an act falls: the objects of a verb, or what it or a noun for a blow is at or on."""
    frame, head = act.trigger.frame, act.trigger.head
    things = [child for child in act.verb.children if child.dep_ in OBJECTS | PASSIVE_SUBJECTS]
    falling = frame.word_class == "noun" or (frame.type == "fights.attacks" and "object" not in frame.target)
    if not falling:
        return things
    fallen = [noun for slot in _UPON if slot in frame.target for noun in denoter.syntax.prepositional(head, slot)]
    return fallen if frame.word_class == "noun" else fallen or things


def _is_home(denoter: Denoter, things: list[Token]) -> bool:
    """Tell whether people live in what is struck."""
    return any(counted(denoter, thing).base in denoter.words["nouns.homes"] for thing in things)


def _is_said_in_full(act: Unaddressed, things: list[Token], denoter: Denoter) -> bool:
    """Tell whether something is done with forces, or the frame has words enough: "closed *the border*"."""
    if any(thing.base in denoter.words["nouns.forces"] for thing in things):
        return True
    doers = {denoter.cast.root(party.actor) for party in act.sources}
    owners = [owner for thing in things for owner in denoter.owners(thing) if owner.via != "pronoun"]
    # "it violated *Indian* airspace": then "it" is not India
    return len(act.trigger.words) > 1 and not any(denoter.cast.root(owner.actor) in doers for owner in owners)


def _is_of_fighters(denoter: Denoter, thing: Token) -> bool:
    """Tell whether a noun is a thing that a side in a fight has, and no words say whose it is: "two *depots*"."""
    whole = counted(denoter, thing)
    if not any(whole.base in denoter.words[name] for name in _THINGS) or whole.i in denoter.mention_at:
        return False
    return not denoter.owners(whole) and not any(child.dep_ in ("poss", "relcl") for child in whole.children)


def _only_foe(act: Unaddressed, told: Iterable[Candidate], kinds: frozenset[str], denoter: Denoter) -> str | None:
    """Return the one power with which those who act are told to be at odds, by relations of some kinds."""
    cast = denoter.cast
    doers = {cast.root(party.actor) for party in act.sources}
    foes: dict[str, Party] = {}
    for one in told:
        if one.type not in kinds:
            continue
        ends = (one.source, one.target)
        roots = [cast.root(party.actor) for party in ends]
        denied = any(child.dep_ == "neg" for child in one.trigger.head.children)
        if not doers.isdisjoint(roots) and not doers.issuperset(roots) and not denied:
            foes.setdefault(*next((root, end) for root, end in zip(roots, ends, strict=True) if root not in doers))
    if len(foes) != 1:
        return None
    ((root, foe),) = foes.items()
    return root if cast[root].kind in WARRING and denoter.is_power(foe) else None


def _enemy(act: Unaddressed, told: Iterable[Candidate], denoter: Denoter) -> str | None:
    """Return the armed group that the text is about, if who acts fights nobody else in it, or is a league of states."""
    league = all(denoter.cast[denoter.cast.root(party.actor)].kind == "bloc" for party in act.sources)
    foe = _only_foe(act, told, _AT_WAR, denoter)
    return denoter.enemy if foe == denoter.enemy or (foe is None and league) else None


def _home_of_others(act: Unaddressed, denoter: Denoter) -> str | None:
    """Return the country that the text is at home in, if it is not that of those who act."""
    home = denoter.homeland
    return home if home not in {denoter.cast.root(party.actor) for party in act.sources} else None


def _is_at_border(act: Unaddressed, things: list[Token], denoter: Denoter) -> bool:
    """Tell whether forces stand at or cross a border of which it is not said with whom: "massed on *the frontier*"."""
    if act.trigger.frame.type not in (_MOBILIZES, "fights.attacks"):
        return False
    spots = [noun for phrase in act.verb.children if phrase.dep_ == "prep" for noun in phrase.children]
    spots = things if act.trigger.frame.type != _MOBILIZES else [*spots, *act.trigger.words]
    return any(
        spot.base in denoter.words["nouns.border"]
        and spot.dep_ not in ("compound", "nmod")  # "at its *border* post"
        and not denoter.owners(spot)
        and not any(child.dep_ in _OWNING or child.lower_ in _WHOSE for child in spot.children)
        for spot in spots
    )


def _only_other_state(act: Unaddressed, denoter: Denoter) -> str | None:
    """Return the only other state that the sentence of an act names, or else the sentence before it."""
    cast = denoter.cast
    doers = {cast.root(party.actor) for party in act.sources}
    if not all(cast[root].kind in STATES for root in doers):
        return None
    start, end = act.verb.sent.start, act.verb.sent.end
    for _ in range(2):
        named = {
            cast.root(party.actor)
            for i in range(start, end)
            for party in denoter.references.get(i) or filter(None, [denoter.mention_at.get(i)])
            if party.via != "demonym"  # "the *Soviet* bloc"
        }
        others = {root for root in named - doers if cast[root].kind in WARRING}
        if others:
            other = others.pop()
            return other if not others and cast[other].kind in STATES else None
        if start == 0:
            return None
        start, end = act.verb.doc[start - 1].sent.start, start
    return None
