"""Where a sentence happens, if it names no other country: "killed three policemen *near the Nigerian city of Jos*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from collections.abc import Container

    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_WHERE = frozenset({"in", "near", "across", "throughout", "around", "outside", "at", "on"})
_LANDS = STATES | {"place", "region"}
_MODIFYING = frozenset({"amod", "compound", "nmod", "poss"})
_ABROAD = frozenset({"embassy", "consulate", "legation", "mission", "ambassador", "consul"})
"""What a country has in others: "the *Swedish* embassy in Baghdad"."""


def scene(denoter: Denoter, token: Token) -> Party | None:
    """Return the country where the sentence of a token happens, by the words for the place.

    None if the sentence names two countries, or only says of a country whose something is.
    """
    roots, places = _lands(denoter, token)
    return places[0] if len(roots) == 1 and places else None


def there(denoter: Denoter, token: Token) -> Party | None:
    """Return the country of a clause that tells what happens there: "abuses in *Chad*, where police shot students".

    Or that named last as a place before "MPs there".
    """
    if denoter.lowers[token.i + 1 : token.i + 2] == ["there"]:
        return next((place for place in reversed(_lands(denoter, token)[1]) if place.start < token.i), None)
    for clause in token.ancestors:
        if clause.dep_ not in ("relcl", "advcl", "acl"):
            continue
        for where in clause.children:
            if where.lower_ != "where" or where.i == 0:
                continue
            before = where.i - 1 if denoter.texts[where.i - 1] != "," else where.i - 2
            party = denoter.mention_at.get(before)
            if party is None:
                return None
            root = denoter.cast.root(party.actor)
            return replace(party, actor=root, capital=False) if denoter.cast[root].kind in STATES else None
    return None


def embroiled(denoter: Denoter, verb: Token, own: Container[str]) -> list[Party]:
    """Return the land of a war in which others intervene: "a war broke out in *Angola*, in which Cuba intervened".

    `own` are the countries of those others. If the sentence names no land but theirs, that of the sentence before.
    """
    war = verb.head
    which = [prep for prep in verb.children if prep.lower_ == "in" and any(c.tag_ == "WDT" for c in prep.children)]
    if verb.dep_ != "relcl" or not which:
        return []
    roots, places = _lands(denoter, verb)
    if all(root in own for root in roots) and verb.sent.start > 0:
        before = denoter.doc[verb.sent.start - 1]
        roots, places = _lands(denoter, before)
    lands = {party.actor: party for party in places if party.actor not in own}
    others = [root for root in roots if root not in own]
    if len(lands) != 1 or len(others) != 1 or war.pos_ not in ("NOUN", "PROPN", *VERBAL):
        return []
    land = next(iter(lands.values()))
    return [land if land.start >= verb.sent.start else replace(land, start=verb.i, end=verb.i + 1, via="description")]


def happens_in(denoter: Denoter, token: Token) -> set[str]:
    """Return the countries in which the clause of a token says that something happens."""
    clause = clause_of(token).i
    return {place.actor for place in _lands(denoter, token)[1] if clause_of(denoter.doc[place.start]).i == clause}


def found_in(denoter: Denoter, people: Token) -> set[str]:
    """Return the country in which people are, by the words right behind them, or else those of their clause."""
    at = people.i + 2
    place = denoter.mention_at.get(at) if denoter.lowers[at - 1 : at] == ["in"] else None
    root = denoter.cast.root(place.actor) if place is not None else ""
    return {root} if root and denoter.cast[root].kind in STATES else happens_in(denoter, people)


def clause_of(token: Token) -> Token:
    """Return the verb of the clause in which a token stands, or the root."""
    clause = token
    while clause.head.i != clause.i and clause.pos_ not in VERBAL:
        clause = clause.head
    return clause


def _lands(denoter: Denoter, token: Token) -> tuple[set[str], list[Party]]:
    """Return the countries that a sentence names in any way, and those that it names as places."""
    cast, at = denoter.cast, denoter.mention_at
    roots: set[str] = set()
    places: list[Party] = []
    sentence = token.sent
    for i in range(sentence.start, sentence.end):
        party = at.get(i)
        if party is None or party.start != i:
            continue
        root = cast.root(party.actor)
        if cast[root].kind not in STATES or _is_of_mission(denoter, party):
            continue
        roots.add(root)
        if _is_where(denoter, party):
            places.append(replace(party, actor=root, capital=False))
    return roots, places


def _is_of_mission(denoter: Denoter, party: Party) -> bool:
    """Tell whether a mention only says whose mission abroad something is."""
    name = denoter.doc[party.start : party.end].root
    return name.dep_ in _MODIFYING and name.head.base in _ABROAD


def _is_where(denoter: Denoter, party: Party) -> bool:
    """Tell whether a mention says where something happens: by its own name, or as the nation or name of a town."""
    if denoter.cast[party.actor].kind not in _LANDS:
        return False  # "opposition in the Senate"
    place = denoter.doc[party.start : party.end].root
    ground = denoter.words["nouns.ground"]
    if place.dep_ in _MODIFYING and place.head.base in ground:
        place = place.head
    elif party.via == "demonym":
        return False
    if place.dep_ == "pobj" and place.head.lower_ == "of" and place.head.head.base in ground:
        place = place.head.head
    return place.dep_ == "pobj" and place.head.lower_ in _WHERE
