"""What is done, by who does it: a firm leaves a country, police raid a house, a politician attacks another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Doc

_LEAVING = frozenset({f"cooperates.concedes/{name}" for name in ("withdraw", "withdraw-forces", "leave", "withdrawal")})
_STATES = frozenset({"country", "historic_state"})
_RAIDS = frozenset({"raid", "sweep", "swoop", "operation"})
_CRITICIZED = frozenset({"party", "government", "opposition", "press"})
_ATTACKS = frozenset({"fights.attacks/attack", "fights.attacks/attack-noun"})


def recast(candidates: Iterable[Candidate], doc: Doc, cast: Cast, words: Words) -> Iterator[Candidate]:
    """Yield the candidates, each with the type that it has with its own source and target."""
    for candidate in candidates:
        kind = candidate.type
        if kind == "restrains.sanctions" and (_is_on_oneself(candidate, cast) or _is_private(candidate, cast)):
            continue
        if kind == "cooperates.concedes" and _is_desertion(candidate, cast):
            yield replace(candidate, type="restrains.sanctions")
        elif kind == "fights.attacks" and _is_police_raid(candidate, doc, words):
            yield replace(candidate, type="restrains.coerces")
        elif kind == "fights.attacks" and _is_in_words(candidate, cast, words):
            yield replace(candidate, type="disputes.accuses")
        else:
            yield candidate


def _is_on_oneself(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether "the government" was only thought to be that of the nation which it punishes."""
    same = cast.root(candidate.source.actor) == cast.root(candidate.target.actor)
    return same and candidate.source.via == "description" and candidate.target.via in ("demonym", "name")


def _is_private(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether two persons part, which breaks nothing: "split with her coach"."""
    kinds = {cast[party.actor].kind for party in (candidate.source, candidate.target)}
    return candidate.frame.name == "restrains.sanctions/break-with" and kinds == {"person"}


def _is_desertion(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a firm leaves a country or a state its allies, which yields nothing: "withdrew from the Pact"."""
    if candidate.frame.name not in _LEAVING:
        return False
    source, target = (cast[cast.root(party.actor)].kind for party in (candidate.source, candidate.target))
    return (source == "organization" and target in _STATES) or (source in _STATES and target in ("igo", "bloc"))


def _is_police_raid(candidate: Candidate, doc: Doc, words: Words) -> bool:
    """Tell whether a raid is one of police, customs or inspectors, who search and arrest."""
    span = range(candidate.source.start, candidate.source.end)
    return candidate.trigger.base in _RAIDS and any(doc[i].base in words["nouns.police"] for i in span)


def _is_in_words(candidate: Candidate, cast: Cast, words: Words) -> bool:
    """Tell whether a person attacks another or a party with nothing but words: "Hatch attacked Democrats"."""
    if candidate.frame.name not in _ATTACKS or candidate.trigger.base != "attack":
        return False
    source, target = cast[candidate.source.actor], cast[candidate.target.actor]
    if source.kind != "person" or candidate.source.via == "description":
        return False
    doc = candidate.trigger.doc
    party = doc[candidate.target.start : candidate.target.end].root.base in _CRITICIZED
    things = (thing for on in candidate.trigger.children if on.lower_ == "on" for thing in on.children)
    idea = any(thing.base in words["nouns.ideas"] for thing in things)
    if not (party or idea or target.kind in ("person", "organization")):
        return False
    return not any(token.base in words["nouns.bloody"] for token in candidate.trigger.sent)
