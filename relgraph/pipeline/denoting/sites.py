"""Whose land is hit: "attacked a village in Chad", "blockaded the port of Hodeidah" are done to a country.

A town or site stands for its country where force is used on it, or help or visitors come to it, unless the text says
that an armed group holds the ground: then it is not known on whom the force is used.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.holders import at_home
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.words import Words

HOW = "whose land it is"
HIT = frozenset({"fights.attacks", "fights.mobilizes", "restrains.coerces"})
"""Types of what is done to a place itself."""
_ON_THE_SPOT = HIT | {
    "restrains.sanctions",
    "cooperates.aids",
    "cooperates.consults",
    "cooperates.concedes",
    "cooperates.supports",
    "disputes.threatens",
}
"""Types of what is done somewhere to whoever's land it is."""
_STRIKING = STATES | {"igo", "bloc"}
_WHERE = frozenset({"in", "near", "outside", "at", "of", "off", "around", "inside"})
_BEARINGS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "close"}
)
_STRUCK = ("on", "against", "at", "of")
_TAKING = frozenset(
    {"hold", "secure", "capture", "take", "seize", "occupy", "control", "conquer", "overrun", "govern", "rule"}
)
_FIGHTERS = frozenset({"rebels", "militants", "insurgents", "militia", "militias", "terrorists", "fighters", "gunmen"})


def whose_land(
    denoter: Denoter, verb: Token, token: Token, frame: Frame, doers: Iterable[Party] | None = None
) -> list[Party]:
    """Return the country of a town or site on which something is done, by its name or by where it lies.

    `verb` is the word that says what is done; `doers` are those who do it, where they are not its subjects.
    """
    if frame.type in HIT and (holders := _holders(denoter, token)):
        return holders
    token = _whole(denoter, token)
    if frame.type not in _ON_THE_SPOT or not _is_site(denoter, token) or _is_somebodys(token):
        return []
    if doers is None:
        acting = {
            i
            for argument in denoter.syntax.subjects(verb)
            for i in range(argument.token.left_edge.i, argument.token.right_edge.i + 1)
        }
    else:
        acting = {i for party in doers for i in range(party.start, party.end)}
    if _is_held(denoter, acting, token) or _is_won_back(denoter, verb):
        return []
    town = _country_of_town(denoter, token) or _in_name_of_site(denoter, token)
    if town:
        return town
    if (ground := denoter.grounds.get(token.i)) is not None:
        return [ground.widened(ground.start, ground.end, how=HOW)]
    for place in _places(verb, token, denoter.words):
        mention = denoter.mention_at.get(place.i)
        found = _country_of_town(denoter, place) or (
            [] if mention is not None else _in_name_of_site(denoter, place) or _called(denoter, place)
        )
        found = found or (
            [] if mention is not None and mention.how == "place" else denoter.parties(Argument(place), target=True)
        )
        land = [party for party in found if denoter.cast[denoter.cast.root(party.actor)].kind in STATES]
        if land:
            return [party.widened(min(token.i, party.start), party.end, how=HOW) for party in land]
    return []


def struck_site(denoter: Denoter, noun: Token, owners: list[Party], frame: Frame) -> list[Party]:
    """Return the country of the site that a blow is struck against: "the assault on the airport in *Mogadishu*"."""
    if frame.type not in HIT:
        return []
    home = {denoter.cast.root(party.actor) for party in owners}
    sites = [site for slot in _STRUCK if slot in frame.target for site in denoter.syntax.prepositional(noun, slot)]
    found = [party for site in sites for party in whose_land(denoter, noun, site, frame, owners)]
    return [party for party in found if denoter.cast.root(party.actor) not in home]


def _holders(denoter: Denoter, token: Token) -> list[Party]:
    """Return who has land that is fought over, by its clause: "retook the towns that *the rebels* had secured".

    Also by what else the land is called: "retook Gwoza, a *Boko Haram* stronghold", "a town held by *the rebels*".
    """
    found = [
        party.widened(party.start, party.end, how="who holds it")
        for clause in token.children
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in _TAKING and clause.tag_ != "VBG"
        for argument in denoter.syntax.subjects(clause)
        if argument.token.i != token.i
        for party in denoter.parties(argument)
    ]
    found += [party.widened(party.start, party.end, how="who holds it") for party in at_home(denoter, token)]
    called = [child for child in token.children if child.dep_ == "appos" and child.i > token.i]
    if token.base in denoter.words["nouns.towns"]:
        names = (name for of in token.children if of.lower_ == "of" for name in of.children if name.dep_ == "pobj")
        called.extend(child for name in names for child in name.children if child.dep_ == "appos" and child.i > name.i)
    for noun in called if not found else ():
        if noun.pos_ != "NOUN":
            continue
        owners = denoter.owners(noun) if noun.base in denoter.words["nouns.strongholds"] else []
        found = [party for party in owners if denoter.cast[party.actor].kind == "armed_group"]
        found = found or _holders(denoter, noun)
        if found:
            return [party.widened(party.start, party.end, how="who holds it") for party in found]
    return found


def struck_land(denoter: Denoter, noun: Token, owners: list[Party]) -> list[Party]:
    """Return the country in which blows fall that are said to be against nobody: "carries out strikes in *Chad*"."""
    lemma = noun.base
    if lemma not in denoter.words["events.force"] and lemma not in denoter.words["events.killing"]:
        return []
    if _names_armed(denoter, noun, owners):
        return []
    own = {denoter.cast.root(party.actor) for party in owners}
    places = denoter.syntax.prepositional(noun, "in")
    if not places and noun.dep_ == "dobj" and noun.head.lemma_ in denoter.words["verbs.light"]:
        # "carried out air strikes in Chad", hung on the verb
        places = [place for place in denoter.syntax.prepositional(noun.head, "in") if place.i > noun.i]
    found = [
        party
        for place in places
        for party in _country_of_town(denoter, place) or denoter.parties(Argument(place), target=True)
    ]
    return [
        replace(party, how=HOW)
        for party in found
        if denoter.cast.root(party.actor) not in own and denoter.cast[denoter.cast.root(party.actor)].kind in STATES
    ]


def struck_enemy(denoter: Denoter, noun: Token, owners: list[Party]) -> list[Party]:
    """Return the armed group that the text is about, if strikes on it were told of before those that name nobody.

    Example: "struck Boko Haram in Mali. Chad conducted *strikes* in Mali as well". Where they fall is where those did.
    """
    enemy = denoter.enemy
    if enemy is None or noun.base not in denoter.words["nouns.strikes"] or not _is_dealt(denoter, noun):
        return []
    if any(denoter.cast[denoter.cast.root(party.actor)].kind not in _STRIKING for party in owners):
        return []
    phrases = [child for holder in (noun, noun.head) for child in holder.children if child.dep_ == "prep"]
    if any(phrase.lower_ in _STRUCK and phrase.i > noun.i for phrase in phrases):
        return []
    before = [party for party in denoter.named if party.actor == enemy and party.start < noun.sent.start]
    told = [party for party in before if _is_told_struck(denoter, denoter.doc[party.start].sent)]
    if not told:
        return []
    lands = {party.actor for phrase in phrases for place in phrase.children for party in denoter.denote(place)}
    lands = {actor for actor in lands if denoter.cast[actor].kind in STATES}
    sentences = [denoter.doc[party.start].sent for party in told]
    known = {party.actor for party in denoter.named for one in sentences if one.start <= party.start < one.end}
    return [] if lands - known else [Party(enemy, noun.i, noun.i + 1, "description", how="whom the strikes hit")]


def _is_dealt(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a clause says that a strike is made or hits: "conducted *strikes*", "a *strike* hit the base"."""
    if noun.dep_ in SUBJECTS:
        return noun.head.lemma_ in denoter.words.either("events.force", "events.killing")
    return noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ == "in")


def _is_told_struck(denoter: Denoter, sentence: Span) -> bool:
    """Tell whether a sentence speaks of strikes."""
    strikes = denoter.words.either("nouns.strikes", "events.force")
    return any(denoter.doc[i].base in strikes for i in range(sentence.start, sentence.end))


def _names_armed(denoter: Denoter, noun: Token, owners: list[Party]) -> bool:
    """Tell whether the text names an armed group, or the sentence fighters, which may be those that are struck."""
    own = {party.actor for party in owners}
    sentence = range(noun.sent.start, noun.sent.end)
    parties = denoter.mention_at.values()
    return any(denoter.cast[p.actor].kind == "armed_group" and p.actor not in own for p in parties) or any(
        denoter.lowers[i] in denoter.words["nouns.armed"] or denoter.lowers[i] in _FIGHTERS for i in sentence
    )


def _whole(denoter: Denoter, token: Token) -> Token:
    """Return the place of which a word names a part: "most of *the capital*"."""
    if token.base not in denoter.words["grounds.parts"]:
        return token
    return next((place for of in token.children if of.lower_ == "of" for place in of.children), token)


def _is_somebodys(site: Token) -> bool:
    """Tell whether a site is said to be that of somebody of whom it is not known who he is: "two of *their* camps"."""
    parts = [site, *(part for of in site.children if of.lower_ == "of" for part in of.children)]
    return any(child.tag_ == "PRP$" for part in parts for child in part.children)


def _is_site(denoter: Denoter, token: Token) -> bool:
    mention = denoter.mention_at.get(token.i)
    if mention is not None:
        return mention.how == "place"
    if token.pos_ == "NUM":
        return token.head.lemma_ in denoter.words["verbs.dying"]  # "raids killed *twelve* in southern Chad"
    lemma = token.base
    return token.i in denoter.grounds or lemma in denoter.words.either("nouns.land", "nouns.site", "nouns.spatial")


def _is_held(denoter: Denoter, acting: Container[int], token: Token) -> bool:
    """Tell whether the sentence names an armed group that may hold the ground: any but the one that acts."""
    sentence = token.sent
    return any(
        denoter.cast[party.actor].kind == "armed_group"
        for i in range(sentence.start, sentence.end)
        if i not in acting and (party := denoter.mention_at.get(i)) is not None
    ) or any(
        child.lower_ in denoter.words["nouns.armed"] or child.lower_ in ("held", "rebel", "insurgent", "enemy")
        for child in token.subtree
    )


def _is_won_back(denoter: Denoter, verb: Token) -> bool:
    """Tell whether others have the land until then: "*retook* the town", "seized the town *from* the rebels"."""
    if verb.lemma_ in denoter.words["verbs.winning_back"]:
        return True
    losers = denoter.syntax.prepositional(verb, "from") if verb.lemma_ in _TAKING else []
    return any(denoter.parties(Argument(token), target=True) for token in losers if token.i > verb.i)


def _country_of_town(denoter: Denoter, token: Token) -> list[Party]:
    mention = denoter.mention_at.get(token.i)
    if mention is None or mention.how != "place":
        return []
    country = denoter.cast[mention.actor].parent
    if country is None or denoter.cast[country].kind not in STATES:
        return []
    return [Party(country, mention.start, mention.end, "metonym", how=HOW)]


def _in_name_of_site(denoter: Denoter, token: Token) -> list[Party]:
    """Return the country of the town in the name of a site: "fired at *Entebbe* International Airport"."""
    named = [child for child in token.children if child.dep_ in ("compound", "nmod") and child.i < token.i]
    for child in named:
        mention = denoter.mention_at.get(child.i)
        if mention is not None and mention.capital:
            return [mention.widened(mention.start, token.i + 1, how=HOW)]
        if land := _country_of_town(denoter, child):
            return land
    return []


def _called(denoter: Denoter, land: Token) -> list[Party]:
    """Return the country of a town by the name after what it is: "the village of *Kamuya*"."""
    if land.base not in denoter.words["nouns.land"]:
        return []
    names = (name for of in land.children if of.lower_ == "of" for name in of.children if name.dep_ == "pobj")
    return next((found for name in names if (found := _country_of_town(denoter, name))), [])


def _places(verb: Token, token: Token, words: Words) -> Iterator[Token]:
    """Yield the nouns that say where a site lies, hung on it or, after it, on the verb."""
    # "an area *west* of Damascus"
    bearings = [child for child in token.children if child.lower_ in _BEARINGS and child.i > token.i]
    for holder in (token, *bearings, verb):
        for child in holder.children:
            if child.dep_ == "prep" and child.lower_ in _WHERE and child.i > token.i:
                if holder.i == verb.i and child.lower_ == "of":
                    continue
                # "at the request of Niger", "near the border of Niger", on whose side of it is not said
                others = words["nouns.behest"] | words["nouns.border"]
                yield from (p for p in child.children if p.dep_ == "pobj" and p.base not in others)
