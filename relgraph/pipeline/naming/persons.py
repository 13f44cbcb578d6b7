"""One person under all names of a document, from the full name to the surname, and whom he or she speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.model import Actor
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.entities import HONORIFICS, NOBLE
from relgraph.pipeline.naming.personnames import Surnames
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

_TITLES = HONORIFICS - NOBLE | {"crown"}
_OF_LAND = 2
_TITLE_REACH = 3
"""So many words before a name may be an office: "Secretary of State"."""
_GOVERNMENTS = frozenset({"administration", "administrations", "governments"})
_AMERICA = "country/USA"
_NUMBER = re.compile("[IVX]+")
_MONARCHS = frozenset({"pope", "king", "queen", "emperor", "tsar", "kaiser", "sultan"})

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

ADMINISTRATION = "administration of a president"
"""How "the Bush administration" was found."""


def known_surnames(doc: Doc, found: Iterable[Party], cast: Cast) -> Surnames:
    """Return first and last names of the known persons that the text names in full."""
    names = Surnames()
    for party in found:
        if cast[party.actor].kind == "person" and party.end - party.start > 1:
            for i in (party.start, party.end - 1, *_ruling_name(doc, party)):
                if doc[i].lower_ not in HONORIFICS:
                    names.setdefault(doc[i].text, party.actor)
    return names


def _ruling_name(doc: Doc, party: Party) -> list[int]:
    """Return where the one name stands that a ruler is told by with a number: "Tsar *Alexander* I of Russia"."""
    return [i for i in range(party.start, party.end - 1) if _NUMBER.fullmatch(doc[i + 1].text) and doc[i].is_title]


def by_surname(doc: Doc, taken: set[int], surnames: Surnames, cast: Cast) -> Iterator[Party]:
    """Yield the surnames that the model overlooked of persons whom the text names in full elsewhere."""
    last = {
        name
        for name, actor in surnames.items()
        if f" {name} " in f" {cast[actor].name} " and len(name) > 2 and name[0].isupper() and " " not in name
    }
    if not last:
        return
    for token in doc.occurrences(last):
        if token.i not in taken and token.pos_ == "PROPN" and not _in_longer_name(doc, token.i):
            actor = surnames.bearer(token.text, token.i) or surnames[token.text]
            yield Party(actor, token.i, token.i + 1, "name", how="surname")


def _in_longer_name(doc: Doc, i: int) -> bool:
    """Tell whether a name is only a part of another one: "the Webster Building", "Port Webster"."""
    token = doc[i]
    if i + 1 < len(doc) and token.dep_ == "compound" and doc[i + 1].pos_ == "PROPN":
        return True
    before = doc[i - 1] if i > 0 else None
    return (
        before is not None
        and before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and before.head.i == i
        and before.lower_ not in HONORIFICS
        and bool(before.ent_type_)
    )


def presidents(words: Words) -> dict[str, str]:
    """Return the countries of presidents by their surnames: "the Bush administration"."""
    return {entry[0]: entry[1] for entry in words.entries("offices.administrations")}


def administrations(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with "the Bush administration" read as the country whose president it is.

    "The Bush and Putin administrations" are two of them.
    """
    if "dministration" not in text and "governments" not in text:
        return found
    known = presidents(words)
    made = []
    for i in (token.i for token in doc if token.lower_ in _GOVERNMENTS and token.i > 0):
        if doc[i].lower_ != "governments" and doc[i - 1].text in known:
            made.append(Party(known[doc[i - 1].text], i - 1, i + 1, "description", how=ADMINISTRATION))
        if i > 3 and doc[i].lower_ != "administration" and doc[i - 2].lower_ == "and":
            leaders = {doc[p.start].text: cast[p.actor].parent for p in found if p.end - p.start == 1}
            both = [(at, known.get(doc[at].text) or leaders.get(doc[at].text)) for at in (i - 3, i - 1)]
            made = [party for party in made if party.end <= i]
            for at, country in both:
                if country is not None:
                    made.append(Party(country, at, at + 1, "description", how=ADMINISTRATION))
    taken = {i for party in made for i in range(party.start, party.end)}
    return [party for party in found if not any(i in taken for i in range(party.start, party.end))] + made


def adopt_presidents(doc: Doc, found: Iterable[Party], cast: Cast) -> None:
    """Let a person speak for a country where the text calls its government by the name: "the Bush administration"."""
    found = list(found)
    named = {doc[party.start].text: party.actor for party in found if party.how == ADMINISTRATION}
    for party in found if named else ():
        country = named.get(doc[party.end - 1].text)
        first = doc[party.start]
        titled = first.i > 0 and doc[first.i - 1].pos_ == "PROPN" and doc[first.i - 1].dep_ == "compound"
        alone = party.end - party.start == 1 and not titled
        if country is not None and alone and cast[party.actor].kind == "person":
            cast.adopt(party.actor, country)


def withhold_countries(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> None:
    """Let a known person stand for a country only where the document names that country (a capital is not enough).

    Who somebody speaks for must be read from the text: its words are the evidence. Leaders of a historic state stand
    for its successor where the text calls the state so: "Hitler" in one about Germany.
    """
    successors = {entry[0]: entry[1] for entry in words.entries("historic.successors")}
    found = list(found)
    named = {
        ancestor
        for party in found
        if not party.capital and cast[party.actor].kind != "person"
        for ancestor in cast.chain(party.actor)
    }
    for party in found:
        if cast[party.actor].kind == "person" and party.end - party.start > _OF_LAND:
            _, of, land = doc[party.start : party.end].text.rpartition(" of ")  # "King Abdullah of *Jordan*"
            named |= {country for country in (cast.called(land),) if of and country is not None}
    away = [p for p in found if cast[p.actor].kind == "person" and cast[p.actor].parent not in (None, *named)]
    holding = {party.actor for party in away if _is_in_known_office(doc, party, cast, words)}
    for party in away:
        actor = cast[party.actor]
        if actor.parent is not None and actor.id not in holding:
            cast.orphan(actor.id)
            if successors.get(actor.parent) in named:
                cast.adopt(actor.id, successors[actor.parent])


def _is_in_known_office(doc: Doc, party: Party, cast: Cast, words: Words) -> bool:
    """Tell whether an office before a name is one of the country that somebody is known to speak for.

    Example: "Secretary of State Hughes". A president may be any country's, and stays himself where none is named.
    """
    country = cast[party.actor].parent
    before = [token.lower_ for token in doc[max(0, party.start - _TITLE_REACH) : party.end]]
    title = " ".join(before)
    if any(owner == country and office in title for office, owner in words.entries("offices.known")):
        return True
    own = doc[party.start if doc[party.start].text == "Secretary" else max(0, party.start - 1)]
    alone = own.i == 0 or own.is_sent_start or not doc[own.i - 1].text[0].isupper()
    return own.text == "Secretary" and country == _AMERICA and alone  # "Secretary Hughes"


def name_persons(doc: Doc, found: Iterable[Party], cast: Cast) -> None:
    """Call each person by the longest form of the name in the document, without titles: "Assad", "Pope Francis"."""
    longest: dict[str, str] = {}
    for party in found:
        actor = cast[party.actor]
        if actor.kind == "person":
            start = party.start
            while start < party.end - 1 and doc[start].lower_ in _TITLES and not _is_part(doc, start, party, actor):
                start += 1
                if doc[start].lower_ == "of" and start + 2 < party.end:
                    start += 2  # "Secretary *of State* Hughes"
            text = doc[start : party.end].text.partition("(")[0].strip()
            if len(text) > len(longest.get(party.actor, "")):
                longest[party.actor] = text
    for actor_id, text in longest.items():
        if cast.is_known(actor_id) or not cast[actor_id].name.endswith(f" {text}"):
            cast.rename(actor_id, text)


def _is_part(doc: Doc, title: int, party: Party, actor: Actor) -> bool:
    """Tell whether a title is a part of the name: of one that the index writes so, or before a monarch's one."""
    if actor.name.startswith(f"{doc[title].text} "):
        return True
    return doc[title].lower_ in _MONARCHS and party.end - title == 2
