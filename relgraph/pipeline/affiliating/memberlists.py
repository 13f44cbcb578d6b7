"""Those who are listed as somebody's own: "*Among the founders* of Oxfam was Ana Ruiz", "*On the panel* were"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import OBJECTS, SUBJECTS, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.denoting.examples import examples

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_BEING = frozenset({"be", "remain"})
_LISTING = frozenset({"include", "be", "comprise"})
_COUNTING = frozenset({"count", "include", "number", "list"})
_SITTING = "affiliated.member_of"
_BODIES = frozenset({"organization", "government", "igo", "armed_group", "bloc"})


def member_lists(denoter: Denoter) -> Iterator[Candidate]:
    """Yield those who are listed as the members, founders, leaders or supporters of somebody, each with him."""
    kinds = {entry[0]: entry[1] for entry in denoter.words.entries("nouns.listed_as")}
    said = kinds.keys() & denoter.vocabulary
    for noun in denoter.doc.occurrences((*said, *(word.capitalize() for word in said))):
        for body in _whose(denoter, noun, kinds[noun.lower_]):
            for one in _listed(denoter, noun):
                if one.actor != body.actor:
                    yield _stated(kinds[noun.lower_], one, body, noun)
    for seat in denoter.doc.occurrences(denoter.words["nouns.sat_on"] & denoter.vocabulary):
        yield from _sitting(denoter, seat)


def _stated(kind: str, one: Party, body: Party, word: Token) -> Candidate:
    frame = Frame(id="listed-as", type=kind, verb=("belong",), target=("to",), confidence=0.8)
    return Candidate(frame, one, body, word, word.i, word.i + 1, kind)


def _whose(denoter: Denoter, noun: Token, kind: str) -> list[Party]:
    """Return whose members they are by the noun's own phrase; a state has no members."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners = owners or denoter.syntax.prepositional(noun, "of")
    found = [party for token in owners for party in denoter.denote(token, target=True)]
    return [party for party in found if kind != _SITTING or denoter.cast[party.actor].kind in _BODIES]


def _listed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return who is listed: after "were" and "included", before "were among", or after "such as"."""
    link, verb = noun.head, noun.head
    if noun.dep_ == "pobj" and link.lower_ == "among":
        verb = link.head
        if verb.lemma_ in _BEING and link.dep_ == "prep":
            return _named(denoter, _partners(verb, behind=link.i < verb.i))
        if verb.lemma_ in _COUNTING:
            return _named(denoter, [child for child in verb.children if child.dep_ in OBJECTS])
        return []
    if noun.dep_ == "attr" and verb.lemma_ in _BEING and any(child.lower_ == "among" for child in verb.children):
        return _named(denoter, _partners(verb, behind=False))  # taken for an adverb: "were *among* the best members"
    if noun.dep_ in SUBJECTS and verb.lemma_ in _LISTING:
        return _named(denoter, [child for child in verb.children if child.dep_ in OBJECTS or child.dep_ == "attr"])
    inside = (noun, *denoter.syntax.prepositional(noun, "of"))
    return _named(denoter, [example.token for token in inside for example in examples(denoter, token)])


def _partners(verb: Token, *, behind: bool) -> list[Token]:
    """Return the nouns of which "among them" is said, in front of the verb or `behind` it."""
    roles = SUBJECTS | {"attr"}
    return [child for child in verb.children if child.dep_ in roles and (child.i > verb.i) == behind]


def _named(denoter: Denoter, firsts: list[Token]) -> list[Party]:
    """Return the persons, bodies and states of some lists that are called by their names."""
    found: list[Party] = []
    for first in firsts:
        given = [example.token for example in examples(denoter, first)]
        for token in given or [first]:
            for part in denoter.conjuncts(token):
                party = denoter.mention_at.get(part.i)
                if party is not None and party.via != "demonym" and party.how != "place":
                    found.append(party)
    return found


def _sitting(denoter: Denoter, seat: Token) -> Iterator[Candidate]:
    """Yield the persons who sit on a body: "*On the committee were* Jay and Morris", "the panel *consisted of*"."""
    persons: list[Party] = []
    verb = seat.head
    if seat.dep_ == "pobj" and seat.head.lower_ == "on" and seat.head.dep_ == "prep":
        verb = seat.head.head
        if verb.lemma_ in _BEING and seat.i < verb.i:
            persons = _named(denoter, _partners(verb, behind=True))
    elif seat.dep_ in SUBJECTS and verb.lemma_ == "consist":
        persons = _named(denoter, denoter.syntax.prepositional(verb, "of"))
    persons = [one for one in persons if denoter.cast[one.actor].kind == "person"]
    for body in denoter.parties(Argument(seat)) if persons else ():
        if denoter.cast[body.actor].kind in _BODIES:
            for person in persons:
                yield _stated(_SITTING, person, body, seat)
