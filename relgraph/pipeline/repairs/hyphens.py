"""Words for people and craft that are written with a hyphen, which the tokenizer cuts: "strike-breakers", "war-planes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_CLASSES = ("nouns.group", "nouns.singular_group", "nouns.role", "nouns.forces")


def read_as_one(doc: Doc, words: Words) -> None:
    """Give the last part of a compound the lemma of the whole, where one of the classes has it with or without hyphen."""
    known = words.either(*_CLASSES)
    for hyphen in doc.occurrences(("-",)):
        if not 0 < hyphen.i < len(doc) - 1:
            continue
        first, last = hyphen.nbor(-1), hyphen.nbor()
        if last.pos_ != "NOUN" or first.whitespace_ or hyphen.whitespace_:
            continue
        whole = (first.lower_ + last.base, f"{first.lower_}-{last.base}")
        last.base = next((word for word in whole if word in known), last.base)
