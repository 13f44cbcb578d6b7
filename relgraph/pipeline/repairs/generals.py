"""Offices with a hyphen, which the tokenizer cuts: "the *secretary-general* of NATO" is a secretary of NATO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_TAILS = ("general", "elect", "designate")
_NOUNS = frozenset({"NOUN", "PROPN"})


def keep_offices(doc: Doc) -> None:
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
