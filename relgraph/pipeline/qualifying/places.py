"""Where: the place that the text names for what a trigger says."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.pipeline.qualifying.reach import Holder, rank
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case"})


@cache
def place_words() -> Words:
    """Return the word classes of ``relgraph/data/places.toml`` (loaded once)."""
    return Words.load(Path(str(files("relgraph").joinpath("data", "places.toml"))))


def places_in(sentence: Span) -> list[tuple[Token, Span]]:
    """Return the places of a sentence after a preposition of place: the preposition and the place's words."""
    words = place_words()
    prepositions = words["prepositions.named"] | words["prepositions.surface"]
    found = []
    for preposition in sentence:
        if preposition.dep_ != "prep" or preposition.lower_ not in prepositions:
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj" and noun.i > preposition.i and _is_place(noun, preposition, words):
                found.append((preposition, _phrase(noun)))
    return found


def place_of(
    reach: list[Holder], places: list[tuple[Token, Span]], grammar: Words, avoid: tuple[int, int] | None
) -> str | None:
    """Return the words of the nearest place within reach of a trigger, or None.

    `avoid` is a span of tokens (end excluded) that is no place here, since it names a party of the relation.
    """
    settled = place_words()["nouns.settled"]
    directed = place_words()["verbs.directed"]
    best: tuple[tuple[int, int, int], Span] | None = None
    trigger = reach[0].token
    for preposition, place in places:
        if avoid is not None and place.start < avoid[1] and avoid[0] < place.end:
            continue
        governor = preposition.head
        if governor.lemma_ in directed and preposition.lower_ == "in":
            continue
        if governor.i != trigger.i and governor.lemma_ in settled:
            continue
        near = rank(reach, governor, preposition.i, grammar)
        if near is None:
            continue
        key = (*near, abs(preposition.i - trigger.i))
        if best is None or key < best[0]:
            best = key, place
    return " ".join(best[1].text.split()) if best else None


def _is_place(noun: Token, preposition: Token, words: Words) -> bool:
    if preposition.lower_ in words["prepositions.surface"]:
        return noun.base in words["nouns.surface"] or noun.lower_ in words["nouns.surface"]
    if noun.ent_type_ in _PLACES and noun.pos_ in ("PROPN", "NOUN"):
        # missiles fired at a country are aimed at it
        return preposition.lower_ != "at" or noun.ent_type_ != "GPE"
    return noun.base in words["nouns.ground"] or noun.lower_ in words["nouns.ground"]


def _phrase(noun: Token) -> Span:
    """Return the noun with what stands left of it, its own name in full, and "of" with a name."""
    doc = noun.doc
    start, end = noun.i, noun.i + 1
    for child in noun.lefts:
        if child.dep_ in _LEFT:
            start = min(start, child.left_edge.i)
    if noun.ent_type_:
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        first = noun.i
        while first > start and doc[first].ent_iob_ == "I":
            first -= 1
        start = min(start, first)
    for child in noun.rights:
        if child.lower_ == "of" and child.dep_ == "prep" and child.i == end:
            for name in child.children:
                if name.dep_ == "pobj" and name.ent_type_ in _PLACES:
                    end = max(end, name.i + 1)
    return doc[start:end]
