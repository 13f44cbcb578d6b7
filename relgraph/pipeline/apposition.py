"""Whose name a common noun stands for: in apposition to it, or said of it with "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def named_as(noun: Token) -> Token:
    """Return the name of which a noun is said: "*Juan Pardo* is a general who", "the *PKK*, a group that".

    Between a plural and an of-phrase, a singular in apposition is said of the latter: "leaders of the *PKK*, a group".
    """
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return noun
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become", "remain"):
        if any(child.dep_ == "neg" for child in noun.head.children):
            return noun
        return next((c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), noun)
    if noun.dep_ != "appos":
        return noun
    host = noun.head
    while host.dep_ == "appos" and host.head.pos_ in ("NOUN", "PROPN"):
        host = host.head
    if host.pos_ == "PROPN":
        return host
    inside = [token for child in host.children if child.lower_ == "of" for token in child.children]
    plural = host.tag_ == "NNS"
    return next((token for token in inside if plural and token.dep_ == "pobj" and token.pos_ == "PROPN"), noun)
