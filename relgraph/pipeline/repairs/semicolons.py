"""Subjects behind a semicolon, which the parser took into the clause before it.

"France recalled its envoy; *Britain*, fearing a war, armed Greece": no semicolon parts the members of a list of
names one of which goes on with a verb, so that the noun behind it is the subject of the verb that has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_JOINING = frozenset({"and", "but", "while", "whereas", "yet", "so", "however", "meanwhile", "then", ","})
_WITHIN = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "advmod", "punct"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SAID_OF = frozenset({"advcl", "acl", "prep", "advmod", "cc", "npadvmod", "dep"})


def begin_behind_semicolons(doc: Doc) -> None:
    """Give every verb behind a semicolon that has no subject the noun that begins its clause."""
    for mark in doc.occurrences((";",)):
        sentence = mark.sent
        end = next((token.i for token in doc[mark.i + 1 : sentence.end] if token.text == ";"), sentence.end)
        start = mark.i + 1
        while start < end and doc[start].lower_ in _JOINING:
            start += 1
        if start >= end - 1:
            continue
        subject = _noun_from(doc[start], end)
        if subject is None or subject.head.i > mark.i:
            continue
        verb = next((token for token in doc[subject.i + 1 : end] if _is_bare(token, mark)), None)
        if verb is not None:
            _give(subject, verb, mark)


def _noun_from(word: Token, end: int) -> Token | None:
    """Return the noun whose phrase a word begins."""
    while word.dep_ in _WITHIN and word.i < word.head.i < end:
        word = word.head
    return word if word.pos_ in _NOUNS and word.dep_ not in _SUBJECTS else None


def _is_bare(verb: Token, mark: Token) -> bool:
    """Tell whether a verb goes on from a clause before the semicolon and has no subject of its own."""
    if verb.tag_ not in _FINITE or verb.pos_ not in VERBAL or not verb.head.i < mark.i or verb.dep_ == "relcl":
        return False
    return not any(
        child.dep_ == "mark" or (child.dep_ in _SUBJECTS and child.tag_ != "VBN") or child.tag_ in ("WDT", "WP")
        for child in verb.children
        if child.i < verb.i
    )


def _give(subject: Token, verb: Token, mark: Token) -> None:
    """Make a noun the subject of a verb, with what stands between them."""
    before, first = subject.head, verb.head
    for word in [*before.children, *first.children]:
        if not mark.i < word.i < verb.i or word is subject:
            continue
        if word.dep_ == "conj" and word.pos_ in _NOUNS:
            hang(word, subject, "conj")
        elif word.dep_ in _SAID_OF:
            hang(word, subject if word.dep_ == "cc" and word.i > subject.i else verb, word.dep_)
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.tag_ == "VBN":
            child.dep_ = "advcl"  # "Chile, *alarmed*, urged"
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    hang(subject, verb, "nsubjpass" if passive else "nsubj")
    hang(verb, first, "conj")
