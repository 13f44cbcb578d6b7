"""Nouns for what one does to another or thinks of him, which are whoever's they are said to be: "Western calls"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.denotation import Denoter
    from relgraph.pipeline.parse import Token
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.relational", "nouns.group", "nouns.role")


def is_stance(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is what one demands, thinks of or does to another: "Western calls", no "allies"."""
    lemma = noun.lemma_.lower()
    stance = lemma in denoter.lexicon.stances or lemma in denoter.lexicon.measures
    return stance and not any(lemma in denoter.words[name] for name in _PEOPLE)


def is_deed(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is something done to another: "the Saudi-led *campaign*", no "coalition", no "efforts"."""
    lemma = noun.lemma_.lower()
    suffered = denoter.lexicon.suffered
    hostile = lemma in denoter.words["means.fights"] or any(
        (lemma, slot) in suffered for slot in ("against", "on", "of")
    )
    # "US-led coalition strikes" are the coalition's
    others = [lemma, *(child.lemma_.lower() for child in noun.children if child.dep_ == "compound")]
    return hostile and not any(word in denoter.words[name] for name in _PEOPLE for word in others)


def is_said(words: Words, noun: Token) -> bool:
    """Tell whether a noun is something said or written on a subject: "a comment", "a statement"."""
    lemma = noun.lemma_.lower()
    return lemma in words["nouns.speech"] or lemma in words["documents.kinds"]
