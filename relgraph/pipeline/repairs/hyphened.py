"""Words with a hyphen, which the tokenizer cuts: "the *secretary-general* of NATO", "strike-breakers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_TAILS = ("general", "elect", "designate")
_HYPHENS = ("-", "–")
_BEHIND = ("backed", "supported", "sponsored", "armed", "trained", "funded", "aided", "equipped")
_SHORTEST = 4
_REACH = 5
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLASSES = ("nouns.group", "nouns.singular_group", "nouns.role", "nouns.forces")


def mend_hyphened(doc: Doc, words: Words) -> None:
    """Read what is one word as one; what each step mends is said there."""
    _keep_offices(doc)
    _share_behind(doc)
    _read_as_one(doc, words)


def _keep_offices(doc: Doc) -> None:
    """Hang what the parser hung on the second half of an office on the first: "secretary-general *of NATO*"."""
    for tail in doc.occurrences(_TAILS):
        if tail.i < 2 or tail.nbor(-1).text != "-":
            continue
        office, hyphen = tail.nbor(-2), tail.nbor(-1)
        if office.head.i == tail.i and office.pos_ in _NOUNS:
            take_place(office, tail)
        beside = tail.head.i == office.head.i and tail.dep_ == office.dep_
        if office.pos_ not in _NOUNS or not (tail.head.i == office.i or beside):
            continue
        for child in [child for child in tail.children if child.i not in (office.i, hyphen.i)]:
            hang(child, office, child.dep_)
        hang(hyphen, office, "punct")
        hang(tail, office, "amod")


def _share_behind(doc: Doc) -> None:
    """Hang the first of two peoples who back somebody on the second: "*Cuban* and Soviet-backed Angolan forces".

    Without another people right before the noun the first one may be that of its own forces, and stays theirs.
    """
    for backed in doc.occurrences(_BEHIND):
        if backed.i < _SHORTEST or backed.nbor(-1).text not in _HYPHENS or backed.i + 1 >= len(doc):
            continue
        second, joint, first = backed.nbor(-2), backed.nbor(-3), backed.nbor(-4)
        noun = next((token for token in doc[backed.i + 1 : backed.i + _REACH] if token.pos_ == "NOUN"), None)
        if joint.lower_ != "and" or noun is None or not (_is_people(first) and _is_people(second)):
            continue
        if not all(token.pos_ in ("ADJ", "PROPN") for token in doc[backed.i + 1 : noun.i]):
            continue
        if not any(_is_people(token) or token.ent_type_ == "GPE" for token in doc[backed.i + 1 : noun.i]):
            continue
        hang(backed, noun, "amod")
        hang(second, backed, "npadvmod")
        hang(first, second, "nmod")
        hang(joint, second, "cc")


def _is_people(token: Token) -> bool:
    """Tell whether a word is the adjective of a people or country."""
    return token.ent_type_ == "NORP" or (token.pos_ == "ADJ" and token.text[0].isupper())


def _read_as_one(doc: Doc, words: Words) -> None:
    """Give the last part of a compound the lemma of the whole, if known with or without a hyphen: "war-planes"."""
    known = words.either(*_CLASSES)
    for hyphen in doc.occurrences(("-",)):
        if not 0 < hyphen.i < len(doc) - 1:
            continue
        first, last = hyphen.nbor(-1), hyphen.nbor()
        if last.pos_ != "NOUN" or first.whitespace_ or hyphen.whitespace_:
            continue
        whole = (first.lower_ + last.base, f"{first.lower_}-{last.base}")
        last.base = next((word for word in whole if word in known), last.base)
