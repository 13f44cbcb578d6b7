"""Whose a thing is: the actors that own a noun or do it, by its own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.denoting import groups, theirpeople
from relgraph.pipeline.denoting.aftermaths import behind_weapon
from relgraph.pipeline.denoting.belongings import (
    bodies_of,
    group_of_nation,
    listed_before,
    possessors,
    with_shared,
)
from relgraph.pipeline.denoting.casualties import claimants
from relgraph.pipeline.denoting.employers import sits_for_many
from relgraph.pipeline.denoting.makers import are_people, blamed_for, made_by, users
from relgraph.pipeline.denoting.shots import shot_from
from relgraph.pipeline.denoting.townhalls import of_place
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.syntax.agents import names_doer
from relgraph.pipeline.syntax.deeds import is_deed, is_stance

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_MAX_DEPTH = 8
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_HOUSES = frozenset({"family", "dynasty", "entourage"})
"""They are of whom they are called after: "the *Ortega* family"."""
_BELONGING = (
    (frozenset({"opinion", "sentiment", "mood"}), frozenset({"in", "among", "within", "throughout", "across"})),
    (frozenset({"aide", "adviser", "advisor", "assistant", "confidant"}), frozenset({"to"})),
    (frozenset({"spokesman", "spokeswoman", "spokesperson"}), frozenset({"for"})),
)
"""By which prepositions it is said whose some nouns are: "opinion *in* Britain", "an aide *to* Erdogan"."""
_OF_BLOCS = ("nouns.state_like", "nouns.of_blocs", "nouns.deeds_of_blocs", "nouns.vessels_hit", "nouns.vessel")
_SEATED = frozenset({"government", "regime", "authority", "leadership", "administration", "junta"})
_OF_STATES = ("nouns.parts_of_states", "nouns.office", "nouns.aircraft", "bodies.heads", "bodies.of_states")
_TOWARDS = frozenset({"to", "toward", "towards", "at"})
"""What nouns with these are is an attitude: "*Arab* hostility toward Chad"."""


def owners(
    denoter: Denoter, noun: Token, *, allow_of: bool = True, sure_of: bool = False, allow_by: bool = True
) -> list[Party]:
    """Return the actors that a noun belongs to or that do it: "Iran's X", "Iranian X", "X of Iran", "X by Iran".

    `allow_of` admits an of-phrase unless the noun's of-phrase is what it is done to; `sure_of` admits it even then;
    `allow_by` admits who does it.
    """
    made = made_by(denoter, noun) if allow_by else []
    if made:
        return made
    found: list[Party] = []
    agents: list[Party] = []
    suffered = noun.dep_ == "dobj" and "hands" in noun.sent.lowers and allow_by
    beside = [phrase for phrase in noun.head.rights if phrase.lower_ == "at"] if suffered else []
    for child in (*noun.children, *beside):  # "suffered persecution *at the hands of* Chad", hung on the verb
        if child.dep_ in _MODIFIERS and child.i < noun.i:
            for part in (*_counted(denoter, child, noun), *_stacked(denoter, child)):
                found.extend(_as_owner(denoter, part, noun))
        elif not allow_by:
            continue
        elif child.dep_ == "acl" and not are_people(denoter, noun):
            found.extend(_arisen_from(denoter, child))
        elif by := names_doer(child):
            if not are_people(denoter, noun):  # "the arrest of students by Chad": not Chad's students
                agents.extend(_objects(denoter, by))
                found.extend(agents)
        elif child.dep_ == "prep":
            # "the siege of Homs by the army": the parser hangs the agent on the town
            for thing in child.children:
                done = is_stance(denoter, thing) or is_deed(denoter, thing)
                if child.lower_ != "of" and done and not any(deeper.dep_ == "poss" for deeper in thing.lefts):
                    continue  # "fears over attacks *by Chad*": the attacks are its
                for deeper in thing.children:
                    if deeper.lower_ == "by" and deeper.dep_ in ("prep", "agent"):
                        found.extend(_objects(denoter, deeper))
    if agents and any(child.dep_ == "poss" for child in noun.lefts):
        found = agents  # "Kuwait's invasion *by Iraq*": it befalls Kuwait
    found = [*listed_before(denoter, found, noun), *_without_scope(denoter, found)]
    if len(found) > 1:
        found = bodies_of(denoter, noun, found) or possessors(denoter, noun, group_of_nation(denoter, noun, found))
    if not found and noun.pos_ in VERBAL and noun.i and noun.i - 1 in denoter.mention_at:
        found.append(denoter.mention_at[noun.i - 1])  # "Chilean strikes on the camp", taken for a verb
    elsewhere = denoter.words.either("nouns.transient", "events.force")  # "its bombings in Nairobi" are not Kenya's
    if not found and _acts_for_city(denoter, noun) and noun.base not in elsewhere:
        found.extend(seated(denoter, noun))
    if not found:
        found.extend(_from_phrases(denoter, noun))
    if not found:
        found.extend(blamed_for(denoter, noun) or theirpeople.strikers(denoter, noun) or users(denoter, noun))
        found = found or claimants(denoter, noun) or shot_from(denoter, noun) or behind_weapon(denoter, noun)
    lemma = noun.base
    held = noun.tag_ == "NNS" and lemma in denoter.words["nouns.held"]  # "shelled positions of the rebels"
    takes_of = lemma in denoter.lexicon.target_of and not held and not _is_resolve(noun)
    if not found and (sure_of or (allow_of and not takes_of)):
        found.extend(_by_of(denoter, noun))
    return unique(found)


def _from_phrases(denoter: Denoter, noun: Token) -> list[Party]:
    """Return whose some nouns are by a phrase of their own: "opinion *in Chad*", "pressure *from Chad*"."""
    for nouns, prepositions in _BELONGING:
        if noun.base in nouns:
            phrases = (child for child in noun.children if child.lower_ in prepositions)
            if found := [party for phrase in phrases for party in _objects(denoter, phrase)]:
                return found
    if noun.base not in denoter.words["nouns.exerted"] or any(child.dep_ == "poss" for child in noun.lefts):
        return []
    phrases = (child for child in noun.children if child.lower_ == "from")
    return [party for phrase in phrases for party in _objects(denoter, phrase) if denoter.is_power(party)]


def _by_of(denoter: Denoter, noun: Token) -> Iterator[Party]:
    """Yield the actors of a noun's of-phrase: "the army of *Chad*"."""
    for child in with_shared(noun):
        if child.dep_ in ("prep", "conj") and child.lower_ == "of":
            for whole in child.children:
                if whole.dep_ == "pobj":
                    for part in denoter.conjuncts(whole):
                        for party in denoter.denote(part, target=True):
                            yield party.widened(noun.i, noun.i + 1, how="owner")


def is_of_state(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a body, office or part is said to be that of a state or power: "the *senate* of Peru"."""
    if lemma not in denoter.words.either(*_OF_STATES):
        return False
    owners = [thing for of in noun.children if of.lower_ == "of" for thing in of.children if thing.dep_ == "pobj"]
    if not owners or owners[0].i < noun.i:
        return False
    found = denoter.denote(owners[0])
    return bool(found) and all(denoter.is_power(party) for party in found)


def _arisen_from(denoter: Denoter, arising: Token) -> list[Party]:
    """Return from whom something comes: "the rhetoric flowing *from Chad*"."""
    if arising.lemma_ not in denoter.words["verbs.arising"]:
        return []
    return [party for phrase in arising.children if phrase.lower_ == "from" for party in _objects(denoter, phrase)]


def kept(denoter: Denoter, owners: list[Party], noun: Token, *, target: bool) -> list[Party]:
    """Return the owners who act with their people: "*Morsi* supporters" are not he, nor "the *Yukos* owner" Yukos.

    What is done to his supporters is done to him.
    """
    if noun.base in denoter.words["nouns.having"]:
        return [party for party in owners if party.via == "demonym"]
    if target and (groups.is_beside(denoter, noun) or _are_own_followers(denoter, owners, noun)):
        return []
    if noun.base in denoter.words["nouns.peer"] and not target:
        if noun.base not in denoter.words["nouns.of_one_side"]:
            theirs = {
                i for child in noun.children if child.dep_ == "poss" for i in range(child.left_edge.i, child.i + 1)
            }
            owners = [party for party in owners if party.start not in theirs]  # "*its* critics", "*Mali's* rivals"
        return [party for party in owners if party.start >= noun.i or denoter.cast[party.actor].kind != "person"]
    return owners


def _are_own_followers(denoter: Denoter, owners: list[Party], noun: Token) -> bool:
    """Tell whether somebody does something to those who follow him: "the ayatollah urged *his followers* to resist"."""
    if noun.base not in denoter.words["nouns.following"] or not any(child.tag_ == "PRP$" for child in noun.children):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    doers = {
        denoter.cast.root(party.actor)
        for argument in (denoter.syntax.subjects(verb) if verb.pos_ in VERBAL else ())
        for party in denoter.parties(argument)
    }
    return bool(owners) and all(denoter.cast.root(party.actor) in doers for party in owners)


def _without_scope(denoter: Denoter, owners: list[Party]) -> list[Party]:
    """Return owners without the part of the world that something of theirs is about: "U.S. *Middle East* policy"."""
    if len(owners) < 2:
        return owners
    before = {party.start: denoter.mention_at.get(party.start - 1) for party in owners}
    actors = {party.actor for party in owners}
    return [
        party
        for party in owners
        if denoter.cast[party.actor].kind != "region"
        or (named := before[party.start]) is None
        or named.actor not in actors - {party.actor}
    ]


def _is_resolve(noun: Token) -> bool:
    """Tell whether an infinitive follows, so that the of-phrase says whose it is: "the refusal *of Chad* to talk"."""
    return any(
        child.dep_ == "acl" and child.tag_ == "VB" and any(mark.tag_ == "TO" for mark in child.children)
        for child in noun.children
    )


def _objects(denoter: Denoter, preposition: Token) -> list[Party]:
    return [
        party for token in preposition.children if token.dep_ == "pobj" for party in denoter.parties(Argument(token))
    ]


def seated(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country of "the government in Kabul"."""
    if sits_for_many(denoter, noun) or noun.lower_ == "governments":
        return []  # "the two governments met in Geneva": several do not sit in one city
    if any(child.lower_ == "from" and _objects(denoter, child) for child in noun.children):
        return []  # "talks with a delegation from Chad in Geneva"
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "in":
            for token in child.children:
                mention = denoter.mention_at.get(token.i)
                if mention is not None and mention.capital and mention.how != "place":
                    return [mention.widened(noun.i, noun.i + 1, how="owner")]
    # "offered the government in Kabul weapons": the parser may hang the phrase on the verb
    mention = denoter.mention_at.get(noun.i + 2) if denoter.lowers[noun.i + 1 : noun.i + 2] == ["in"] else None
    seat = mention is not None and mention.capital and noun.base in _SEATED
    return [mention.widened(noun.i, noun.i + 1, how="owner")] if mention is not None and seat else []


def modifiers(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the actors that stand before a noun as compound or adjective ("Iran" in "Iran sanctions")."""
    found: list[Party] = []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i:
            for part in _stacked(denoter, child):
                found.extend(_as_owner(denoter, part, noun))
    return unique(found)


def _stacked(denoter: Denoter, token: Token, depth: int = _MAX_DEPTH) -> Iterator[Token]:
    """Yield a modifier, those coordinated with it and nested in it ("Russian-Iranian", "U.S. State Department")."""
    if not depth:
        return
    mention = denoter.mention_at.get(token.i)
    for child in token.children if token.i not in denoter.references else ():
        # "the west African nation's army": not Africa's
        if (
            child.dep_ in _MODIFIERS
            and child.i < token.i
            and (mention is None or not mention.start <= child.i < mention.end)
        ):
            yield from _stacked(denoter, child, depth - 1)
        elif child.dep_ in ("npadvmod", "advmod") and (
            token.lower_ in denoter.words["adjectives.holding"]  # "ISIL-held territory"
            or token.lower_ in denoter.words["adjectives.doing"]  # "US-imposed sanctions"
            or _is_behind(denoter, token.lower_, token.head)
            or (
                child.i in denoter.mention_at and denoter.mention_at[child.i].via == "demonym" and not _is_hyphen(child)
            )
            or (mention is not None and child.i in denoter.mention_at and _is_hyphen(child))  # "U.S.-Soviet"
        ):
            yield from _stacked(denoter, child, depth - 1)  # "Kenyan and Ugandan armed forces"
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield from _stacked(denoter, child, depth - 1)


def _counted(denoter: Denoter, child: Token, noun: Token) -> list[Token]:
    """Return the adjective in "dozens of Chilean raids", where the parser makes it the of-phrase of the number."""
    if child.dep_ not in ("nmod", "nummod"):
        return []
    return [
        token
        for preposition in child.children
        if preposition.lower_ == "of"
        for token in preposition.children
        if token.i in denoter.mention_at and denoter.mention_at[token.i].via == "demonym" and child.i < token.i < noun.i
    ]


def _is_hyphen(token: Token) -> bool:
    """Tell whether a hyphen follows, so that the word belongs to a compound such as "Iranian-backed"."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].text in ("-", "–")


def _as_owner(denoter: Denoter, token: Token, noun: Token) -> list[Party]:
    if token.dep_ == "poss" or token.tag_ == "PRP$":
        parties = denoter.denote(token)
        if token.tag_ == "PRP$":
            return parties
        return [
            party.widened(party.start, noun.i + 1, how="owner") if noun.i - party.start <= 6 else party
            for party in parties
        ]
    mention = denoter.mention_at.get(token.i)
    if mention is None:
        if token.i in denoter.references:
            return denoter.references[token.i]
        towns = of_place(denoter, token, token.base, target=True)  # "the *Kisumu council* decision"
        return [party.widened(party.start, noun.i + 1) for party in towns]
    ruled = mention.how == "named entity (government)" and noun.base in denoter.words["nouns.rulings"]
    made = mention.how.startswith("named entity") and not ruled
    if made and not _is_possessive(token) and not _acts_for_city(denoter, noun):
        return []  # "Bastion missile systems": a make, not an owner
    if mention.start <= noun.i < mention.end or _is_affix_stem(denoter, mention, noun):
        return []
    if (
        noun.base in denoter.words["nouns.candidacy"]
        and token.dep_ != "poss"
        and (mention.via == "metonym" or denoter.cast[mention.actor].kind == "government")
    ):
        return []  # "the White House candidate", "a Senate hopeful": where he wants to sit
    if mention.capital and not _is_possessive(token) and not _acts_for_city(denoter, noun):
        # "the Vienna talks", "the Damascus suburbs": where, not who.
        return []
    if (
        mention.via == "demonym"
        and denoter.cast[mention.actor].kind == "bloc"
        and noun.base not in denoter.words.either(*_OF_BLOCS)
        and not (_is_hyphen(token) and mention.end + 1 in denoter.mention_at)  # "Arab-Israeli"
        and not is_stance(denoter, noun)
        and not any((noun.base, slot) in denoter.lexicon.suffered for slot in _TOWARDS)
    ):
        # "Arab citizens" are not the Arab states, "Western medicine" is not the West.
        return []
    return [mention.widened(mention.start, noun.i + 1, how="owner")]


def _is_possessive(token: Token) -> bool:
    """Tell whether a name is said to own what follows, alone or with others: "Mali's", "*Cairo* and Mali's"."""
    while token.dep_ == "conj" and token.head.i < token.i and token.pos_ == token.head.pos_ == "PROPN":
        token = token.head
    return token.dep_ == "poss"


def _is_behind(denoter: Denoter, lower: str, noun: Token) -> bool:
    """Tell whether who leads a thing does it or acts with it: "Saudi-led *raids*", "Saudi-led *warplanes*".

    So does who backs what spreads among people: "Soviet-backed *communism*".
    """
    words = denoter.words
    if lower in words["adjectives.sponsoring"] and noun.base in words["nouns.sponsored"]:
        return True
    if lower not in words["adjectives.leading"]:
        return False
    craft = noun.base in denoter.words.either("nouns.vessel", "nouns.aircraft") and noun.base != "fighter"
    return craft or is_deed(denoter, noun)


def _acts_for_city(denoter: Denoter, noun: Token) -> bool:
    lemma = noun.base
    kinds = ("nouns.state_like", "nouns.domestic", "nouns.group", "bodies.heads")
    return lemma in _HOUSES or lemma in denoter.words.either(*kinds)


def _is_affix_stem(denoter: Denoter, mention: Party, noun: Token) -> bool:
    """Tell whether the mention is the stem of "pro-Iranian", "Saudi-backed" and the like, which says no ownership."""
    before = denoter.doc[mention.start - 1] if mention.start > 0 else None
    after = denoter.doc[mention.end] if mention.end < len(denoter.doc) else None
    if before is not None and before.text == "-" and mention.start > 1 and mention.start - 2 not in denoter.mention_at:
        return denoter.doc[mention.start - 2].lower_ in ("pro", "anti", "non", "ex", "post", "pre")
    if after is not None and after.text in ("-", "–") and mention.end + 1 < len(denoter.doc):
        following = denoter.doc[mention.end + 1]
        lower = following.lower_
        if lower in denoter.words["adjectives.holding"] or lower in denoter.words["adjectives.doing"]:
            return False
        if _is_behind(denoter, lower, noun):
            return False
        if lower in ("style", "type", "era", "like"):
            return True  # "Magnitsky-style sanctions" are not Magnitsky's
        return following.tag_ in ("VBN", "VBD", "JJ") and following.i not in denoter.mention_at
    return False
