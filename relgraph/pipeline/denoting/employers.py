"""Of which country, ship or body people without a name are: "students *in Santiago*", "inspectors *from the Union*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.belongings import with_shared
from relgraph.pipeline.denoting.ties import behind_ties, behind_work

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_BODIES = frozenset({"igo", "organization", "government"})
_EMPLOYING = frozenset({"from", "of", "for", "with"})
_ABOARD = (["aboard"], ["from"], ["of"], ["on"])
_FAR = 8
_CLOSE = 5

_WHERE = frozenset({"in", "at", "near", "outside", "inside"})
_FETCHING = frozenset({"evacuate", "rescue", "extract", "airlift", "fetch"})
_STRICKEN = frozenset({"family", "resident", "villager", "victim", "survivor", "population", "community"})
_SAID_OF = frozenset({"amod", "compound", "relcl", "acl", "prep"})


def local_country(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the country in "protesters in southern Nepal", "students in Santiago", "people of Kashmir".

    Rebels, refugees and reporters in a country are not that country.
    """
    words = denoter.words
    if lemma in words.either("nouns.armed_people", "nouns.apart") and lemma != "settler":
        return []  # "rebels from Darfur" and "refugees from Chad" are not their country
    if sits_for_many(denoter, token) or _is_set_against(token) or _is_in_revolt(denoter, token):
        return []
    roaming = lemma in words["nouns.transient"] and not is_at_home(denoter, token)
    allowed = ("from", "of") if roaming else ("in", "within", "from", "of", "across")
    found: list[Party] = []
    first = ""
    for child in (*with_shared(token), *_where_stricken(denoter, token)):
        if child.lower_ == "from" and token.dep_ == "dobj" and token.head.lemma_ in _FETCHING:
            continue  # "evacuated students *from* Sudan"
        if child.dep_ in ("prep", "conj") and child.lower_ in allowed and first in ("", child.lower_):
            for place in child.children:
                if place.dep_ == "pobj":
                    found.extend(
                        mention.widened(token.i, token.i + 1, how="people of the place")
                        for part in denoter.conjuncts(place)
                        for mention in _country_at(
                            denoter,
                            part,
                            inside=child.lower_ in ("in", "within") or lemma in words["nouns.local_heads"],
                            speaking=child.lower_ not in ("in", "within") and lemma in words["nouns.for_region"],
                        )
                    )
            if found:
                first = child.lower_  # "envoys of Chile and of Peru"
    return found or _killed_there(denoter, token, lemma)


def is_at_home(denoter: Denoter, noun: Token) -> bool:
    """Tell whether words before a noun say that its people live there: "*flood* victims", "*indigenous* groups"."""
    return any(child.lower_ in denoter.words["adjectives.native"] for child in noun.lefts)


def _where_stricken(denoter: Denoter, noun: Token) -> list[Token]:
    """Return the phrase that says where people suffer: "people *displaced* by floods *in Chad*", "*facing* famine".

    The parser may hang it on the verb: "gave a million to flood victims *in Chad*", "arrested soldiers *from Chad*".
    """
    after = denoter.lowers[noun.i + 1 : noun.i + 2]
    if after == ["in"] and is_at_home(denoter, noun):
        return [noun.nbor(1)]
    if after == ["from"] and noun.dep_ in ("dobj", "nsubjpass") and noun.nbor(1).head.i == noun.head.i:
        return (
            [noun.nbor(1)] if noun.head.lemma_ in denoter.words.either("verbs.jailing", "verbs.killing_people") else []
        )
    if noun.base not in denoter.words["nouns.nameless"] | _STRICKEN:
        return []
    found: list[Token] = []
    for clause in noun.rights:
        if clause.dep_ == "acl" and clause.lemma_ in denoter.words["verbs.befalling"]:
            things = [thing for child in clause.children for thing in (child, *child.children)]
            places = (child for thing in (clause, *things) for child in thing.children)
            found.extend(child for child in places if child.dep_ == "prep" and child.lower_ == "in")
    return found


def _killed_there(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the country where people are killed of whom nothing else is said: "killed nine *people* in Kabul"."""
    words, verb = denoter.words, token.head
    if lemma not in words["nouns.nameless"] or token.dep_ not in ("dobj", "nsubjpass"):
        return []
    if verb.lemma_ not in words["verbs.killing_people"] or any(child.dep_ in _SAID_OF for child in token.children):
        return []
    agents = [killer for by in verb.children if by.dep_ == "agent" for killer in by.children]
    for preposition in (child for word in (verb, *agents) for child in word.children):
        if preposition.dep_ != "prep" or preposition.lower_ not in _WHERE or preposition.i < verb.i:
            continue
        for place in preposition.children:
            spots = [place, *(deep for inner in place.children if inner.lower_ in _WHERE for deep in inner.children)]
            for spot in spots:
                found = _country_at(denoter, spot, inside=True)
                if found:
                    return [party.widened(token.i, token.i + 1, how="people of the place") for party in found[:1]]
    return []


def _is_set_against(noun: Token) -> bool:
    """Tell whether people are one of two that a noun is between: "clashes between *farmers* and herders in Ghana"."""
    other = noun.head if noun.dep_ == "conj" else next((child for child in noun.children if child.dep_ == "conj"), None)
    first = noun.head if noun.dep_ == "conj" else noun
    return other is not None and other.pos_ == "NOUN" and first.dep_ == "pobj" and first.head.lower_ == "between"


def _is_in_revolt(denoter: Denoter, noun: Token) -> bool:
    """Tell whether people rise against who rules them: "*officers* in the south staged a revolt"."""
    head = noun
    while head.dep_ in ("pobj", "prep", "conj") and head.head.i < head.i:
        head = head.head  # "a group of *officers*"
    verb = head.head
    if head.dep_ not in SUBJECTS or verb.pos_ != "VERB":
        return False
    risen = verb.lemma_ in denoter.words["verbs.revolting"] or denoter.lowers[verb.i + 1 : verb.i + 3] == [
        "up",
        "against",
    ]
    crushing = verb.lemma_ in denoter.words["verbs.stance"] or any(child.dep_ == "prt" for child in verb.children)
    return risen or (
        not crushing
        and any(child.dep_ == "dobj" and child.base in denoter.words["nouns.revolts"] for child in verb.children)
    )


def sits_for_many(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a court is rather one of many nations than of the country where it sits: "judges in The Hague"."""
    if noun.base not in denoter.words["nouns.judging"]:
        return False
    return denoter.lowers[noun.i + 1 : noun.i + 4] == ["in", "the", "hague"]


def craft_of(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the ship or unit that people and aircraft are of: "sailors *aboard the destroyer USS Mason*"."""
    if lemma not in denoter.words["nouns.crew"] or denoter.lowers[token.i + 1 : token.i + 2] not in _ABOARD:
        return []
    for i in range(token.i + 2, min(token.i + _FAR, len(denoter.doc))):
        mention = denoter.mention_at.get(i)
        if mention is not None:
            of_state = denoter.cast[denoter.cast.root(mention.actor)].kind in STATES
            if denoter.cast[mention.actor].kind == "government" and of_state:
                return [mention.widened(token.i, mention.end, how="people of the body")]
            if mention.via != "demonym":
                return []
        elif denoter.doc[i].pos_ not in ("NOUN", "PROPN", "ADJ", "DET"):
            return []
    return []


def employer(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the body that people are of: "inspectors *from the European Union*", "militants *of Hamas*"."""
    lowers, at = denoter.lowers, token.i + 2  # by their place: the parser may hang the phrase on the verb
    words = denoter.words
    employed, fighting = lemma in words["nouns.employed"], lemma in words["nouns.group"]
    tied = behind_ties(denoter, token, lemma) if at < len(lowers) else 0
    if not (employed or fighting or tied) or at >= len(lowers):
        return []
    if tied:
        employed, fighting, at = False, True, tied
    elif employed and (working := behind_work(denoter, token)):
        fighting, at = False, working
    elif lowers[at - 1] not in _EMPLOYING or _is_taken(denoter, token):
        return []
    mention = denoter.mention_at.get(at + 1 if lowers[at] in ("the", "a", "an") else at)
    if mention is not None and mention.via == "demonym":
        firm = denoter.doc[mention.end] if mention.end < len(lowers) else None
        if employed and firm is not None and firm.base in words["nouns.firm"]:
            return [mention.widened(token.i, mention.end + 1, how="people of the firm")]  # "employed by a Chinese firm"
        mention = _named_on(denoter, mention.end)  # "a fighter of the Chadian *Boko Haram*"
    if mention is None:
        return []
    kind = denoter.cast[mention.actor].kind
    if not (employed and kind in _BODIES) and not (fighting and kind == "armed_group"):
        return []
    return [mention.widened(token.i, mention.end, how="people of the body")]


def _is_taken(denoter: Denoter, noun: Token) -> bool:
    """Tell whether people are taken from others, whose they are not: "freed *women* from Boko Haram"."""
    held = noun.head.base in denoter.words["verbs.taking_from"] and noun.dep_ in ("dobj", "nsubjpass")
    return held and denoter.lowers[noun.i + 1] == "from"


def _named_on(denoter: Denoter, at: int) -> Party | None:
    """Return the body named behind words for what it is: "the Russian private military company *Wagner*"."""
    for i in range(at, min(at + _CLOSE, len(denoter.doc))):
        if i in denoter.mention_at:
            return denoter.mention_at[i]
        if denoter.doc[i].pos_ not in ("NOUN", "ADJ"):
            return None
    return None


def _country_at(denoter: Denoter, place: Token, *, inside: bool, speaking: bool = False) -> list[Party]:
    """Return the country of a place: by its own name, its capital or town, or the nation before "town".

    Those `speaking` for "Arab countries" are these.
    """
    mention = denoter.mention_at.get(place.i)
    if mention is not None:
        if mention.capital and not inside:
            return []
        kind = denoter.cast[denoter.cast.root(mention.actor)].kind
        return [mention] if kind in STATES or (kind == "bloc" and speaking) else []
    words = denoter.words
    if not (inside and place.base in words["nouns.spatial"]) and place.base not in words["nouns.vessel"]:
        return []
    mentions = [
        denoter.mention_at[child.i]
        for child in place.children
        if child.dep_ in ("amod", "compound", "poss") and child.i in denoter.mention_at
    ]
    return [party for party in mentions if denoter.cast[party.actor].kind in STATES and not party.capital]
