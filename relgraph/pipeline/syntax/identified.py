"""Whom a sentence says that a common noun is: "*Turkey* was among the countries that", "the country was *Chad*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEING = frozenset({"be", "become", "remain"})


def identified(noun: Token) -> Token:
    """Return whom a sentence says that a common noun is, or the noun itself.

    "*Turkey* was among the countries that", "*Chile* became the first state to", "the country that Mali accused was
    *Chad*", "Among those who objected were *Peru* and Chile", "The states that objected include *Peru* and Chile".
    """
    people = noun.tag_ == "NNPS" and _counted(noun)  # "*the Dutch* were the only Europeans allowed to"
    if not people and noun.pos_ not in ("NOUN", "PRON", "DET") and noun.lower_ not in ("one", "some", "many", "few"):
        return noun
    if noun.ent_type_ in ("GPE", "PERSON"):
        return noun
    head, dep = noun.head, noun.dep_
    if dep == "pobj" and head.lower_ in ("among", "amongst", "of", "as"):
        return _member(noun, head)
    if dep == "attr" and head.lemma_ in _BEING:
        first = next(child for child in head.children if child.dep_ == "attr")
        return _bearer(head, noun) if first.i == noun.i else noun
    if dep in SUBJECTS and (head.lemma_ == "be" or (head.lemma_ == "include" and noun.tag_ in ("NNS", "DT"))):
        for child in head.children:
            if child.dep_ in ("attr", "dobj") and child.i > head.i and child.pos_ == "PROPN":
                return child
    if dep == "appos" and head.pos_ == "PROPN" and _counted(noun):
        return head
    return noun


def _member(noun: Token, preposition: Token) -> Token:
    above = preposition.head
    if preposition.lower_ == "as":
        # "leaving Ghana and Kenya as the only members condemning Russia"
        objects = [child for child in above.children if child.dep_ == "dobj" and child.i < preposition.i]
        return objects[0] if above.pos_ in VERBAL and objects else noun
    if preposition.lower_ == "of":
        return identified(above) if _counted(above) and identified(above).i != above.i else noun
    if above.lemma_ in _BEING:
        return _bearer(above, noun)
    return noun


def _bearer(copula: Token, noun: Token) -> Token:
    """Return what a copula says something of, if it is a name or a person, wherever it stands."""
    for child in copula.children:
        said_of = child.dep_ in SUBJECTS or (child.dep_ == "attr" and child.i > copula.i > noun.i)
        if said_of and child.i != noun.i:
            pronoun = child.lower_ in ("he", "she", "they")
            if child.pos_ in _NOUNS or pronoun:
                return child
    return noun


def is_ordinal(noun: Token) -> bool:
    """Tell whether the infinitive after a noun says what the noun itself does: "the first state to recognise"."""
    return _counted(noun)


def _counted(noun: Token) -> bool:
    """Tell whether a noun picks one out of many: "one of the states", "the last country to"."""
    words = {noun.lower_, *(child.lower_ for child in noun.children if child.dep_ in ("amod", "nummod", "advmod"))}
    return bool(words & {"one", "first", "last", "only", "second", "third", "next", "latest", "some", "two", "few"})
