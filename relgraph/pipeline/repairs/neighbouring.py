"""Adjectives of lands that the parser takes for verbs: "invaded *neighbouring* Chad", "to *landlocked* Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_ROLES = {"VERB": "dobj", "AUX": "attr", "ADP": "pobj", "SCONJ": "pobj"}


def mend_lands(doc: Doc, words: Words) -> None:
    """Make an adjective of each such word, and what was its object that of the verb or preposition before it."""
    for word in doc.occurrences(words["adjectives.of_lands"]):
        above = word.head
        land = next((child for child in word.children if child.dep_ == "dobj" and child.i > word.i), None)
        role = _ROLES.get(above.pos_)
        if word.pos_ != "VERB" or land is None or role is None or above.i >= word.i:
            continue
        rest = [child for child in word.children if child is not land]
        hang(land, above, role)
        for child in rest:
            hang(child, land if child.i < word.i else above, child.dep_)
        hang(word, land, "amod")
        word.pos_, word.tag_ = "ADJ", "JJ"
