"""Who belongs to a body by a list of its members: "BRICS (Brazil, Russia, India)", "Its members were Egypt, Iraq"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import OBJECTS, SUBJECTS
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

ROSTER = Frame(id="roster", type="affiliated.member_of", verb=("belong",), target=("to",), confidence=0.8)
_OF_STATES = frozenset({"bloc", "igo", "organization"})
_LEAGUES = frozenset({"bloc", "igo"})
_BETWEEN = frozenset({",", "and", "the", "&", ";", "others", "other", "states", "countries"})
_MEMBERS = frozenset({"members", "Members", "signatories", "Signatories"})
_FEWEST = 2
_BACK = 80
"""So many tokens before its members a body may be named that they are of."""


def rosters(denoter: Denoter) -> Iterator[Candidate]:
    """Yield the states that the text lists as members, each with the body or bloc that they belong to."""
    yield from _in_brackets(denoter)
    for members in denoter.doc.occurrences(_MEMBERS):
        yield from _apposed(denoter, members) if members.dep_ == "appos" else _named(denoter, members)
        yield from _some(denoter, members)
    for one in denoter.doc.occurrences(["one"]):
        if one.dep_ == "attr" and one.head.lemma_ in ("be", "become", "remain"):
            yield from _one_of(denoter, one)


def _in_brackets(denoter: Denoter) -> Iterator[Candidate]:
    """Yield every state that a bracket right behind a body's name lists."""
    for bracket in denoter.doc.occurrences(["("]):
        body = denoter.mention_at.get(bracket.i - 1)
        if body is not None and denoter.cast[body.actor].kind in _OF_STATES:
            for member in _states_from(denoter, bracket.i + 1):
                yield Candidate(ROSTER, member, body, denoter.doc[body.end - 1], body.start, body.end, ROSTER.type)


def _states_from(denoter: Denoter, start: int) -> list[Party]:
    """Return the states that stand alone up to the closing bracket; none if anything else does, or but one."""
    found: list[Party] = []
    i = start
    while i < len(denoter.texts) and denoter.texts[i] != ")":
        state = denoter.mention_at.get(i)
        if state is not None and denoter.cast[state.actor].kind in STATES and state.via != "demonym":
            found.append(state)
            i = state.end
        elif denoter.lowers[i] in _BETWEEN:
            i += 1
        else:
            return []
    return found if len(found) >= _FEWEST else []


def _named(denoter: Denoter, members: Token) -> Iterator[Candidate]:
    """Yield who "the founding members" of the body named before are: "Members included Italy and Norway"."""
    verb = members.head
    if members.dep_ not in SUBJECTS or verb.lemma_ not in ("be", "include", "comprise"):
        return
    if any(child.dep_ in ("poss", "prep", "compound") or child.lower_ == "other" for child in members.children):
        return  # "Its members", "members of NATO" say whose they are
    lists = [child for child in verb.children if child.dep_ in OBJECTS or child.dep_ == "attr"]
    states = [state for first in lists for state in _states(denoter, first)]
    body = _body_before(denoter, members.i)
    if body is not None and len(states) >= _FEWEST:
        for state in states:
            yield _belongs(denoter, state, body, members)


def _apposed(denoter: Denoter, members: Token) -> Iterator[Candidate]:
    """Yield the states that are "both members of APEC", "both APEC members"; a single "member" is a title."""
    bodies = [party for token in denoter.syntax.prepositional(members, "of") for party in denoter.denote(token)]
    bodies = bodies or [party for party in denoter.owners(members) if denoter.cast[party.actor].kind in _LEAGUES]
    for body in bodies:
        for state in _states(denoter, members.head):
            yield _belongs(denoter, state, body, members)


def _some(denoter: Denoter, members: Token) -> Iterator[Candidate]:
    """Yield the states that are named as some of a body: "Members of the Arab League, *including Egypt*, left"."""
    including = [token for token in denoter.syntax.prepositional(members, "including") if token.i > members.i]
    named = [child for child in members.rights if child.dep_ == "appos"]
    for token in denoter.syntax.prepositional(members, "of") if including or named else ():
        body = denoter.mention_at.get(token.i)
        if body is not None and denoter.cast[body.actor].kind in _LEAGUES:
            for state in (state for first in (*including, *named) for state in _states(denoter, first)):
                yield _belongs(denoter, state, body, members)


def _one_of(denoter: Denoter, one: Token) -> Iterator[Candidate]:
    """Yield the state that is "one of the Axis powers"."""
    subjects = [child for child in one.head.children if child.dep_ in SUBJECTS]
    for token in denoter.syntax.prepositional(one, "of"):
        bloc = denoter.mention_at.get(token.i)
        if bloc is not None and denoter.cast[bloc.actor].kind in _LEAGUES:
            for state in (state for subject in subjects for state in _states(denoter, subject)):
                yield _belongs(denoter, state, bloc, one)


def _states(denoter: Denoter, first: Token) -> list[Party]:
    """Return the states of a list; none if anybody else is in it."""
    found = [denoter.mention_at.get(token.i) for token in denoter.conjuncts(first)]
    named = [party for party in found if party is not None]
    states = len(named) == len(found) and all(denoter.cast[party.actor].kind in STATES for party in named)
    return named if states else []


def _body_before(denoter: Denoter, i: int) -> Party | None:
    """Return the body of states that was named last, as long as no other was since its sentence."""
    for at in range(i - 1, max(-1, i - _BACK), -1):
        party = denoter.mention_at.get(at)
        if party is not None and denoter.cast[party.actor].kind in _LEAGUES:
            return party
    return None


def _belongs(denoter: Denoter, state: Party, body: Party, word: Token) -> Candidate:
    """Return the membership that a word states; a body named in an earlier sentence is only meant by that word."""
    if denoter.doc[body.start].sent.start != word.sent.start:
        body = replace(body, start=word.i, end=word.i + 1, via="description", how="the body named before")
    return Candidate(ROSTER, state, body, word, word.i, word.i + 1, ROSTER.type)
