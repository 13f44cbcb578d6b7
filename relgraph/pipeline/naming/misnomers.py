"""Names that are no actor where they stand: languages, towns of the same name elsewhere, parts of other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_FEDERAL = "place/us-"
"""How the ids of places begin that stand after a town's name to tell it from others: "Moscow, Idaho"."""
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "ter", "ten", "zu", "di", "du"})
_DIRECTIONS = frozenset({"East", "West", "North", "South"})
_WARS = frozenset({"War", "Wars"})


def without_misnomers(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions by name without those whose words mean no actor where they stand."""
    towns = _namesake_towns(doc, found, cast)
    return [
        party
        for party in found
        if not (
            (party.capital and (party.actor, doc[party.start : party.end].text) in towns)
            or _is_language(doc, party, words)
            or _is_of_war(doc, party, cast, words)
            or _is_part_of_land(doc, party, cast)
            or _is_post(doc, party, words)
            or _is_of_other_party(doc, party, cast, words)
            or _is_surname(doc, party)
            or _is_any_state(doc, party, cast)
            or _is_of_currency(doc, party, cast, words)
            or _is_of_kin(doc, party, words)
            or (_is_house(party, cast) and ends_league(doc, party.start, words))
        )
    ]


def begins_league(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a body's name is only the first word of another one's: "the *Congress* of Trade Unions"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return False
    whose = doc[end + 1]
    return whose.text[0].isupper() and whose.ent_type_ == doc[start].ent_type_ == "ORG"


def _is_house(party: Party, cast: Cast) -> bool:
    return party.end - party.start == 1 and cast[party.actor].kind == "government"


def ends_league(doc: Doc, start: int, words: Words) -> bool:
    """Tell whether a body's name is only the last word of another one's: "the Farmers' *Congress*"."""
    if start < 2 or doc[start - 1].tag_ != "POS":
        return False
    people, known = doc[start - 2], words.either("nouns.group", "nouns.people")
    return people.text[0].isupper() and not known.isdisjoint({people.base, people.lower_.removesuffix("s")})


def _is_of_currency(doc: Doc, party: Party, cast: Cast, words: Words) -> bool:
    """Tell whether a state only says which money is meant: "ten million *US* dollars"."""
    following = doc[party.end] if party.end < len(doc) else None
    if following is None or following.lower_ not in words["bodies.currencies"]:
        return False
    if following.pos_ == "VERB" or not following.is_alpha:
        return False  # "Peru *won* a seat", "lent Peru *$* 9 million"
    return cast[party.actor].kind in STATES


def _is_of_kin(doc: Doc, party: Party, words: Words) -> bool:
    """Tell whether the name of a town is that of a family or gang: "the *Colombo* family"."""
    kin = party.end < len(doc) and doc[party.end].lower_ in words["nouns.gangs"]
    return kin and party.capital and party.start > 0 and doc[party.start - 1].lower_ == "the"


def _namesake_towns(doc: Doc, found: list[Party], cast: Cast) -> set[tuple[str, str]]:
    """Return actors and words of capitals and towns that the text says to lie in an American state."""
    after = {party.start: party for party in found if party.actor.startswith(_FEDERAL)}
    towns = set()
    for party in found if after else ():
        land = after.get(party.end + 1)
        if (
            land is None
            or not party.capital
            or doc[party.end].text != ","
            or cast[party.actor].kind == "historic_state"
        ):
            continue  # "the later states of Texas, California"
        if cast.root(land.actor) != cast.root(party.actor):
            towns.add((party.actor, doc[party.start : party.end].text))
    return towns


def _is_language(doc: Doc, party: Party, words: Words) -> bool:
    """Tell whether a nation's adjective is its language: "speaks French", "published in Arabic"."""
    if party.via != "demonym" or party.end - party.start > 1:
        return False
    word = doc[party.start]
    if word.tag_ in ("NNS", "NNPS") or any(child.dep_ == "det" for child in word.children):
        return False
    first = word
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "dobj":
        return first.head.lemma_ in words["verbs.of_languages"]
    if first.dep_ != "pobj":
        return False
    translated = first.head.lower_ == "from" and first.head.head.lemma_ == "translate"
    return translated or first.head.lower_ in ("in", "into")


def _is_of_war(doc: Doc, party: Party, cast: Cast, words: Words) -> bool:
    """Tell whether a name is only the beginning of a war's: "the *First World* War", "the *French* and Indian War"."""
    if cast[party.actor].kind == "bloc":
        return party.end < len(doc) and doc[party.end].text in _WARS
    if party.via != "demonym":
        return False
    for name in words["historic.wars_by_name"]:
        parts = name.split()
        for start in range(max(0, party.start - len(parts) + 1), party.start + 1):
            end = start + len(parts)
            if end < len(doc) and doc[end].lower_ == "war" and doc[start:end].text == name:
                return True
    return False


def _is_part_of_land(doc: Doc, party: Party, cast: Cast) -> bool:
    """Tell whether a bloc's name is the beginning of a place's: "the *East* Midlands MEP"."""
    if cast[party.actor].kind != "bloc" or party.end - party.start > 1 or party.end + 1 > len(doc) - 1:
        return False
    word, following = doc[party.start], doc[party.end]
    return word.text in _DIRECTIONS and following.pos_ == "PROPN" and following.text.istitle()


def _is_post(doc: Doc, party: Party, words: Words) -> bool:
    """Tell whether the letters that the model takes for a body are those of a post: "the MEP"."""
    return (
        party.end - party.start == 1
        and party.how.startswith("named entity")
        and doc[party.start].text in words["offices.letters"]
    )


def _is_surname(doc: Doc, party: Party) -> bool:
    """Tell whether the name of a people or town is a family's: "Karin de *Boer*"."""
    if party.end - party.start > 1 or party.start < 2 or doc[party.start - 1].text not in _PARTICLES:
        return False
    return doc[party.start - 2].text.istitle() and doc[party.start - 2].pos_ == "PROPN"


def _is_any_state(doc: Doc, party: Party, cast: Cast) -> bool:
    """Tell whether a noun that describes a state is one that is still to be: "the creation of *a Jewish state*"."""
    described = party.via == "alias" and party.end - party.start > 1 and doc[party.end - 1].is_lower
    before = doc[party.start - 1].lower_ if party.start > 0 else ""
    return described and before in ("a", "an") and cast[party.actor].kind == "country"


def _is_of_other_party(doc: Doc, party: Party, cast: Cast, words: Words) -> bool:
    """Tell whether the name of a party ends that of another one: "the Christian *Democrats*"."""
    alone = party.end - party.start == 1 and cast[party.actor].sector == "PTY"
    return alone and party.start > 0 and doc[party.start - 1].text in words["bodies.of_party_names"]
