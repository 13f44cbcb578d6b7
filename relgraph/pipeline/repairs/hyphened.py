"""Words with a hyphen, which the tokenizer cuts: "the *secretary-general* of NATO", "strike-breakers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_TAILS = ("general", "elect", "designate")
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLASSES = ("nouns.group", "nouns.singular_group", "nouns.role", "nouns.forces")


def mend_hyphened(doc: Doc, words: Words) -> None:
    """Read what is one word as one; what each step mends is said there."""
    _keep_offices(doc)
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
