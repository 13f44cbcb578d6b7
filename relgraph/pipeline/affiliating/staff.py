"""Persons named with what they are of: "Ana Ruiz *of Oxfam*", "Mr. Ruiz (*Peru*)", "Barton of *Ohio*"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.affiliating.offices import SEAT
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.naming.entities import HONORIFICS
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

STAFF = Frame(id="named-with-body", type="affiliated.member_of", verb=("belong",), target=("to",), confidence=0.8)
_BODIES = frozenset({"organization", "government", "igo", "armed_group"})
_NEAR = frozenset({"of", "from"})
_APART = _NEAR | {"with", "at"}
_OWNING = frozenset({"'s", "’s"})
_SOME = 2
"""A name of so many words is a person's, of whom a body behind "of" says more than that he was in it."""


def staff(denoter: Denoter, held: Collection[tuple[str, str]]) -> Iterator[Candidate]:
    """Yield who is named with the body that he belongs to, unless the pair is in `held`: there a title says more."""
    seen = set(held)
    for person in denoter.named:
        if denoter.cast[person.actor].kind != "person" or person.end + 1 >= len(denoter.doc):
            continue
        body = (
            _land_sat_for(denoter, person)
            or _body_behind(denoter, person)
            or _in_brackets(denoter, person)
            or _party_before(denoter, person)
        )
        if body is None or (person.actor, body.actor) in seen:
            continue
        seen.add((person.actor, body.actor))
        link = denoter.doc[person.end] if body.start > person.start else denoter.doc[body.start]
        yield Candidate(STAFF, person, body, link, link.i, link.i + 1, STAFF.type)


def _body_behind(denoter: Denoter, person: Party) -> Party | None:
    """Return the body right behind a full name and "of", or "from" behind a subject: "Ivo Kahn of *the Red Cross*".

    Set apart by commas it may stand behind "with" and "at" as well: "Ivo Kahn, with *Oxfam*, said".
    """
    doc, at = denoter.doc, person.end
    apart = doc[at].text == "," and at + 2 < len(doc)
    at += apart
    link = doc[at].lower_
    if link not in (_APART if apart else _NEAR) or person.end - person.start < _SOME:
        return None
    at += 1
    while at < len(doc) and denoter.lowers[at] in ("the", "a"):
        at += 1
    body = denoter.mention_at.get(at)
    if body is None or body.start > at or denoter.cast[body.actor].kind not in _BODIES or body.via == "demonym":
        return None
    if body.actor == person.actor or _is_part_of_more(denoter, body):
        return None
    if apart and (denoter.texts[body.end : body.end + 1] != [","] or denoter.cast[body.actor].kind == "government"):
        return None
    sure = link == "of" or denoter.cast[body.actor].sector == "PTY" or doc[body.end - 1].text in _parties(denoter)
    return body if sure or _acts(doc[person.start : person.end].root) else None


def _in_brackets(denoter: Denoter, person: Party) -> Party | None:
    """Return whom records say in brackets that somebody speaks for: "Mr. Ruiz (*Peru*)", "Ivo Kahn (*Labour*)"."""
    doc, cast = denoter.doc, denoter.cast
    body = denoter.mention_at.get(person.end + 1) or denoter.mention_at.get(person.end + 2)
    if body is None or doc[person.end].text != "(" or denoter.texts[body.end : body.end + 1] != [")"]:
        return None
    if denoter.lowers[person.end + 1 : body.start] not in ([], ["the"]) or body.via == "demonym" or body.capital:
        return None
    if SEAT.match(doc[person.end : body.end].text) or cast[body.actor].sector == "MED":
        return None  # "(D-N.Y.)"; "Lima (Reuters)"
    called = person.end - person.start >= _SOME or denoter.lowers[max(person.start - 1, 0)] in HONORIFICS
    kind = cast[body.actor].kind
    return body if called and body.actor != person.actor and (kind in _BODIES or kind in STATES) else None


def _party_before(denoter: Denoter, person: Party) -> Party | None:
    """Return the party or body before a name and its titles: "*Oxfam's* Ana Ruiz", "*Republican* Senator Ivo Kahn"."""
    doc, cast = denoter.doc, denoter.cast
    at = person.start - 1
    if at > 0 and doc[at].text in _OWNING:
        owner = denoter.mention_at.get(at - 1)
        if owner is None or cast[owner.actor].kind != "organization":
            return None
        full = person.end - person.start >= _SOME and cast[owner.actor].sector != "MED"  # whose own it only quotes
        return owner if full or cast[owner.actor].sector == "PTY" else None
    called = {entry[0]: entry[1:] for entry in denoter.words.entries("offices.of_parties")}
    while at >= 0 and doc[at].text not in called and _is_title(denoter, doc[at]):
        at -= 1
    word = doc[person.start] if doc[person.start].text in called else doc[max(at, 0)]
    if word.text not in called or word.i >= person.end - 1:
        return None
    party, country = called[word.text]
    home = cast.root(person.actor) == country or any(cast.root(one.actor) == country for one in denoter.named)
    return (
        Party(party, word.i, word.i + 1, "description", how="of whose party he is") if home and party in cast else None
    )


def _is_title(denoter: Denoter, word: Token) -> bool:
    """Tell whether a word belongs to a title before a name: "Republican *Senator* Ivo Kahn"."""
    return word.text[0].isupper() and word.i not in denoter.mention_at and word.pos_ in ("PROPN", "NOUN")


def _parties(denoter: Denoter) -> frozenset[str]:
    """Return how the names of parties end, from which nobody gets or takes anything."""
    return denoter.words["bodies.ending_names"]


def _is_part_of_more(denoter: Denoter, body: Party) -> bool:
    """Tell whether the name of a body only says whose something is: "of the *UN*'s staff", "of the *Fiat* plant"."""
    doc, end = denoter.doc, body.end
    if end >= len(doc):
        return False
    return doc[end].lower_ in ("'s", "’s", "-") or (doc[body.start : end].root.dep_ in ("compound", "amod", "poss"))


def _acts(name: Token) -> bool:
    """Tell whether a person is a subject, so that what follows "from" is no sender and no starting point."""
    while name.dep_ in ("conj", "appos") and name.head.i != name.i:
        name = name.head
    return name.dep_ in SUBJECTS | PASSIVE_SUBJECTS


def _land_sat_for(denoter: Denoter, person: Party) -> Party | None:
    """Return the country of a land or town for which somebody sits in its parliament: "Senator Barton of *Ohio*"."""
    doc, cast = denoter.doc, denoter.cast
    before = doc[person.start - 1] if person.start > 0 else doc[person.start]
    titles = [word for word in (before, doc[person.start]) if word.lower_ in denoter.words["offices.lawmakers"]]
    if not titles or not titles[0].text[0].isupper() or doc[person.end].lower_ not in ("of", "from"):
        return None
    land = denoter.mention_at.get(person.end + 1)
    if land is None or land.via == "demonym":
        return None
    root = cast.root(land.actor)
    if root == land.actor or cast[land.actor].kind != "place" or cast[root].kind not in STATES:
        return None
    return Party(root, land.start, land.end, "description", how="the country of whose parliament he is")
