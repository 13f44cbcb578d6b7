"""What "it" and "they" can mean by the kind of noun: no persons, no owners of things, nobody beside unknown people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_PEOPLES = ("ese", "sh", "ch", "ss")
"""Endings of adjectives that name a people as they are: "the Chinese", "the Dutch"."""


def is_office(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun is the holder of an office, who is "he" or "she": "the Turkish president"."""
    return (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and token.base in denoter.words.either("nouns.person_word", "nouns.of_equal_office")
    )


def is_human(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun is a person, whom "it" cannot mean: "the Turkish president", "a French spy"."""
    words, lemma = denoter.words, token.base
    if token.pos_ != "NOUN" or token.tag_ != "NN":
        return False
    return lemma in words.either("nouns.person_word", "nouns.calling", "nouns.agents") or lemma.endswith("man")


def is_craft(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is a ship or aircraft, with which a nation acts: "Russian jets … they"."""
    lemma = noun.base
    return lemma in denoter.words["nouns.vessel"] or lemma in denoter.words["nouns.aircraft"]


def owns(token: Token) -> bool:
    """Tell whether a name is an owner or says whose an owner is: "the *Russian* government's argument"."""
    while token.dep_ in ("compound", "amod", "nmod") and token.head.i != token.i:
        token = token.head
    return token.dep_ == "poss"


def others_between(denoter: Denoter, doer: Token, end: Token) -> bool:
    """Tell whether "their" may mean others named there than a government, or its people and forces."""
    return doer.tag_ not in ("NN", "NNP") or any(
        word.i in denoter.mention_at or (word.tag_ in ("NNS", "NNPS") and denoter.is_whole(word))
        for word in denoter.doc[doer.i + 1 : end.i]
    )


def other_plural(denoter: Denoter, start: int, token: Token, top: Token, *, several: bool) -> bool:
    """Tell whether people or things that are nobody known are named there, whom "they" may mean instead.

    `top` is the head of the phrase that "they" is to mean; beside `several` that are named together things do not
    count.
    """
    words = denoter.words
    people = words.either("nouns.people_acting", "nouns.group", "nouns.role_plural", "nouns.people", "nouns.crowds")
    return any(
        other.tag_ in ("NNS", "NNPS")
        and other.i != top.i
        and other.base not in words["nouns.time"]
        and (not several or other.base in people)
        and not denoter.denote(other)
        for other in denoter.doc[start : token.i]
    )


def things_between(denoter: Denoter, start: Token, end: Token) -> bool:
    """Tell whether things stand there that "them" may mean: "pushed for inspections as without *them*"."""
    return any(
        word.tag_ == "NNS"
        and word.pos_ == "NOUN"
        and word.base not in denoter.words["nouns.time"]
        and not denoter.denote(word)
        for word in denoter.doc[start.i + 1 : end.i]
    )


def government_before(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return the government that acts in the clause before: "As *the cabinet* distrusted him, *they* left"."""
    if pronoun.dep_ not in SUBJECTS:
        return []
    subjects = [
        noun
        for clause in pronoun.head.children
        if clause.dep_ == "advcl" and clause.i < pronoun.i and any(c.dep_ == "mark" for c in clause.children)
        for noun in clause.children
        if noun.dep_ in SUBJECTS
    ]
    single = len(subjects) == 1 and subjects[0].tag_ in ("NN", "NNP")
    return denoter.denote(subjects[0]) if single and subjects[0].base in denoter.words["bodies.heads"] else []


def is_plural(token: Token) -> bool:
    """Tell whether a noun or a name is a plural: "rebels", "the Houthis", not "PKK"."""
    if token.tag_ in ("NNS", "NNPS"):
        return True
    named = token.tag_ == "NNP" and token.lower_.endswith("s") and token.text[1:].islower()
    return named and token.i > 0 and token.nbor(-1).lower_ == "the"


def names_people(denoter: Denoter, token: Token) -> bool:
    """Tell whether a nation is named by its people, who are "they" and never "it": "the *French*", "the *Russians*"."""
    mention = denoter.mention_at.get(token.i)
    if mention is None or mention.via != "demonym" or token.dep_ in ("compound", "amod", "nmod"):
        return False
    if token.tag_ == "NNPS":
        return True
    return token.lower_.endswith(_PEOPLES) and any(child.lower_ == "the" for child in token.children)


def is_single_body(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun is one body without a name: "an Iran-backed *group*", "the strike *committee*"."""
    return token.tag_ == "NN" and token.base in denoter.words.either("nouns.body_word", "bodies.heads")


def is_several(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun or name is a plural by its form, no land that sounds like one: "the Philippines"."""
    mention = denoter.mention_at.get(token.i)
    if mention is not None and denoter.cast[mention.actor].kind in STATES and token.pos_ == "PROPN":
        return names_people(denoter, token)
    if mention is not None and mention.via in ("name", "alias") and mention.end > token.i + 1:
        return False  # "*Doctors* Without Borders evacuated its staff"
    return token.tag_ in ("NNS", "NNPS")


def is_any_of_several(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether an object in a relative clause may be either of two: "helped Mali against Togo, which hit *it*".

    It is neither for sure.
    """
    clause = pronoun.head
    if pronoun.dep_ != "dobj" or clause.dep_ != "relcl" or clause.head.dep_ != "pobj":
        return False
    if not any(child.tag_ == "WDT" and child.dep_ in SUBJECTS for child in clause.children):
        return False
    cast, mentions = denoter.cast, denoter.mention_at
    named = {cast.root(mentions[i].actor) for i in range(pronoun.sent.start, clause.head.i) if i in mentions}
    own = mentions.get(clause.head.i)
    states = {root for root in named if cast[root].kind in STATES}
    return len(states - ({cast.root(own.actor)} if own is not None else set())) > 1
