"""Adverbs of twice the same noun, no head of the noun before them: "fought the Fijian draft *line by line*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_LINKING = ("by", "after", "upon")
_NOUNS = frozenset({"NOUN", "PROPN"})


def part_pieces(doc: Doc) -> None:
    """Make the noun before such an adverb the object that it is, and the adverb the verb's."""
    for link in doc.occurrences(_LINKING):
        if not 2 < link.i < len(doc) - 1 or doc[link.i - 1].lower_ != doc[link.i + 1].lower_:
            continue
        piece, thing = doc[link.i - 1], doc[link.i - 2]
        if piece.tag_ != "NN" or piece.dep_ != "dobj" or thing.pos_ not in _NOUNS:
            continue
        if thing.dep_ not in ("compound", "nmod") or thing.head.i != piece.i:
            continue
        verb, before = piece.head, [child for child in piece.lefts if child.i < thing.i]
        take_place(thing, piece)
        for child in before:
            hang(child, thing, child.dep_)
        hang(piece, verb, "npadvmod")
