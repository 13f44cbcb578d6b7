"""Whom a text is about from its first sentence on: "The Karamoja Army is a rebel group in Uganda"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

PERSON = "person"
"""What somebody is of whom a text first says that he was born."""
_EARLY = 2
"""In how many sentences (a heading may be the first) a text says what it is about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom a text is about, and what it says at first that he or it is: "group", "officer"."""

    party: Party
    nouns: frozenset[str]


def find_topic(denoter: Denoter) -> Topic | None:
    """Return whom the first sentence defines, if it does: a body or a person by name."""
    for i, sentence in zip(range(_EARLY + 1), denoter.doc.sents, strict=False):
        root = sentence.root
        if root.lower_ == "born" and (born := _born(denoter, root)) is not None:
            return born  # a life may have two headings: "Obituary: Ana Diaz"
        if root.lemma_ != "be" or i == _EARLY:
            continue
        subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
        nouns = frozenset(_said(root))
        if subject is None or not nouns:
            return None
        mention = _named(denoter, subject)
        if mention is None or mention.capital:
            return None
        return Topic(mention, nouns | frozenset(_titles(denoter, mention)))
    return None


def _born(denoter: Denoter, verb: Token) -> Topic | None:
    """Return the person whose life is told from the beginning: "*Ana Diaz* was born in 1925 at Quito"."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    mention = _named(denoter, subject) if subject is not None else None
    if mention is None or denoter.cast[mention.actor].kind != "person":
        return None
    return Topic(mention, frozenset({PERSON, *_titles(denoter, mention)}))


def _named(denoter: Denoter, subject: Token) -> Party | None:
    """Return the name that is the subject, or stands in it before all others: "Liwa al-Haq ("Brigade of Truth")"."""
    mention = denoter.mention_at.get(subject.i)
    if mention is None and subject.pos_ == "PROPN":
        mention = denoter.mention_at.get(subject.left_edge.i) or denoter.mention_at.get(subject.left_edge.i + 1)
    return mention if mention is not None and mention.via in ("name", "alias") else None


def _said(verb: Token) -> list[str]:
    """Return the nouns of what somebody is said to be, with those joined to it."""
    found = []
    for noun in verb.children:
        if noun.dep_ == "attr":
            found.append(noun.base)
            found.extend(child.base for child in noun.children if child.dep_ == "conj")
    return found


def _titles(denoter: Denoter, mention: Party) -> list[str]:
    """Return the words for offices right before a person's name: "general" of "Brigadier General Qasim"."""
    doc = denoter.doc
    words = (doc[i] for i in range(max(0, mention.start - 2), mention.end))
    return [token.lower_ for token in words if token.lower_ in denoter.words["nouns.person_word"]]
