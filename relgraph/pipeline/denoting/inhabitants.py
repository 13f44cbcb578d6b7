"""Towns and people by the country that stands beside them: "Aswan, *Egypt*", "many in *Pakistan*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.described import is_without
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_LANDS = frozenset({"region", "place"})
_PEOPLES = frozenset({"group"})
_PLURALS = frozenset({"NNS", "NNPS"})
_QUALIFYING = frozenset({"amod", "compound", "nmod"})
_BY_NAME = frozenset({"name", "alias"})
_SOME = frozenset({"many", "some", "most", "few", "others", "those"})


def country_after(denoter: Denoter, town: Token) -> Party | None:
    """Return the country in "Aswan, *Egypt*", but no namesake of it: "Atlanta, Georgia"."""
    known = denoter.mention_at.get(town.i)
    homes = {known.actor, denoter.cast.root(known.actor)} if known is not None else set()
    for child in town.children:
        named = denoter.mention_at.get(child.i) if child.dep_ == "appos" and child.i > town.i else None
        if named is None or denoter.cast[named.actor].kind not in STATES or denoter.texts[named.start - 1] != ",":
            continue
        if len(homes) < 2 or named.actor in homes:  # of a town without a country nothing else is known
            return named
    return None


def quantified(denoter: Denoter, token: Token) -> list[Party]:
    """Return the country of "many in Pakistan", "some in Britain", which stand for its people."""
    if token.lower_ not in _SOME or token.i + 1 >= len(denoter.doc):
        return []
    place = token.nbor(1)
    if place.lower_ != "in" or place.head.i != token.i:
        return []
    named = [denoter.mention_at[child.i] for child in place.children if child.i in denoter.mention_at]
    return [
        party.widened(token.i, party.end, how="people of the place")
        for party in named
        if denoter.cast[denoter.cast.root(party.actor)].kind in STATES
    ]


def from_state(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return the state whose people, craft or body these are: "*frigates* from Peru", "the *judiciary* in Peru"."""
    words, at = denoter.words, noun.i + 1
    if at >= len(denoter.doc) or noun.i in denoter.mention_at:
        return []
    phrase = denoter.doc[at]
    envoys = lemma in words["nouns.missions"]  # "a *delegation* from Tehran"
    sent = phrase.lower_ == "from" and (envoys or lemma in words["nouns.sent_by_states"])
    seated = phrase.lower_ == "in" and lemma in words["nouns.seated_in_states"]
    if not (sent or seated) or phrase.head.i != noun.i or any(child.i in denoter.mention_at for child in noun.lefts):
        return []
    places = [part for place in phrase.children if place.dep_ == "pobj" for part in denoter.conjuncts(place)]
    named = [denoter.mention_at[place.i] for place in places if place.i in denoter.mention_at]
    states = [
        party
        for party in named
        if (envoys or not party.capital)
        and (party.capital or party.via in _BY_NAME)
        and denoter.cast[party.actor].kind in STATES
    ]
    if len(states) != len(places):
        return []
    return [party.widened(noun.i, noun.i + 1, how="people of the place") for party in states]


def apart(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return people whom their nation's name does not make the nation, as its rebels and refugees: "Syrian rebels".

    So with those who fight of a people without a state: "Tamil fighters" are not the Tamils.
    """
    words = denoter.words
    if speaks := _speaking_for(denoter, token, lemma):
        return speaks
    if token.tag_ == "NNPS":
        lemma = lemma.lower().removesuffix("s")  # "Vietnamese Communists"
    local = lemma == "militia" or lemma in words["nouns.fighting"]
    stateless = token.tag_ == "NNS" and (local or lemma in words["nouns.of_peoples"])
    if (
        lemma not in words["nouns.apart"]
        and not (lemma in words["nouns.apart_plural"] and token.tag_ in _PLURALS)
        and not (local and _land_before(denoter, token))
        and not (stateless and _people_before(denoter, token) is not None)
        and not (
            lemma in words["nouns.of_apart"]
            and any(
                child.base in words["nouns.apart"] and child.dep_ in ("compound", "amod") for child in token.children
            )
        )
    ):
        return []
    before = (child.i for child in token.children if child.dep_ in _QUALIFYING and child.i < token.i)
    nations = [denoter.mention_at[i] for i in before if i in denoter.mention_at]
    nation = next((mention for mention in nations if mention.via == "demonym"), None)
    nation = nation or _land_before(denoter, token) or _people_before(denoter, token)
    if nation is None:
        return _of_land(denoter, token) or _told_of(denoter, token)
    if denoter.cast[nation.actor].kind not in STATES | _LANDS | _PEOPLES:
        return []
    name = denoter.doc[nation.start : token.i + 1].text
    if "-" in name or is_without(denoter, nation):
        return []  # "Russian-backed separatists", "non-Arab tribes"
    first = denoter.doc[nation.start : nation.end].text
    rest = name.removeprefix(first)
    named = denoter.cast.introduce(first + (rest if token.tag_ == "NNPS" else rest.lower()), "group")
    return [Party(named, nation.start, token.i + 1, "description", how="generic group")]


def _told_of(denoter: Denoter, token: Token) -> list[Party]:
    """Return the group of "the rebels", if the text has told of those of one nation: "*Yemeni* rebels"."""
    children = [child for child in token.children if child.dep_ not in ("punct", "cc", "conj")]
    if token.tag_ != "NNS" or len(children) != 1 or children[0].lower_ != "the":
        return []
    ending = f" {token.lower_}"
    named = [one for one in denoter.cast.values() if one.kind == "group" and one.name.endswith(ending)]
    of_nations = [one.id for one in named if one.name[0].isupper() and one.name.count(" ") == 1]
    if len(of_nations) != 1:
        return []
    return [Party(of_nations[0], token.i, token.i + 1, "description", how="generic group")]


def _speaking_for(denoter: Denoter, person: Token, lemma: str) -> list[Party]:
    """Return the fighters for whom one of them speaks, by their nation: "a *Yemeni rebel* official"."""
    words = denoter.words
    if (
        lemma not in words["nouns.of_fighters"]
        or person.i < 2
        or any(child.dep_ == "appos" for child in person.children)
    ):
        return []
    fighters, nation = denoter.doc[person.i - 1], denoter.mention_at.get(person.i - 2)
    if fighters.base not in words["nouns.fighters_spoken_for"] or fighters.head.i != person.i:
        return []
    if nation is None or nation.via != "demonym" or denoter.cast[nation.actor].kind not in STATES | _LANDS | _PEOPLES:
        return []
    kind = fighters.base if fighters.base == "militia" else f"{fighters.base}s"
    name = f"{denoter.doc[nation.start : nation.end].text} {kind}"
    return [
        Party(denoter.cast.introduce(name, "group"), nation.start, person.i + 1, "description", how="generic group")
    ]


def _people_before(denoter: Denoter, noun: Token) -> Party | None:
    """Return the people without a state after which fighters are called: "*Kurdish* fighters", "*Tuareg* rebels"."""
    before = denoter.mention_at.get(noun.i - 1) if noun.i else None
    return before if before is not None and denoter.cast[before.actor].kind in _PEOPLES else None


def _land_before(denoter: Denoter, noun: Token) -> Party | None:
    """Return the part of a country after which fighters are called: "*Amhara* militias"."""
    before = denoter.mention_at.get(noun.i - 1) if noun.i else None
    own = before is not None and denoter.doc[noun.i - 1].dep_ == "compound" and denoter.doc[noun.i - 1].head.i == noun.i
    return before if own and before is not None and denoter.cast[before.actor].kind in _LANDS else None


def _of_land(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the people in "Sudan's rebels", "the rebel army of Chad", whose name is what they are."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        of = next((child for child in noun.children if child.lower_ == "of" and child.dep_ == "prep"), None)
        owner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    land = denoter.mention_at.get(owner.i) if owner is not None else None
    if land is None or land.via == "pronoun" or denoter.cast[land.actor].kind not in STATES:
        return []
    kinds = [child for child in noun.children if child.dep_ in ("amod", "compound") and child.i < noun.i]
    own = [child for child in kinds if child.i not in denoter.mention_at and child.text.islower()]
    start = min((child.i for child in own), default=noun.i)
    if len(own) != len(kinds) or start != noun.i - len(own):
        return []
    named = denoter.cast.introduce(denoter.doc[start : noun.i + 1].text.lower(), "group")
    return [Party(named, min(start, land.start), noun.i + 1, "description", how="generic group")]


def countryman(denoter: Denoter, noun: Token) -> Party | None:
    """Return the person by name whom an apposition calls one of a nation: "*Ana Ruiz*, a Chilean serving as"."""
    person = denoter.mention_at.get(noun.head.i) if noun.dep_ == "appos" else None
    if person is None or noun.tag_ not in ("NN", "NNP", "JJ") or noun.i - noun.left_edge.i > 3:
        return None
    one = any(child.lower_ in ("a", "an") for child in noun.lefts)
    return person if one and denoter.cast[person.actor].kind == "person" else None
