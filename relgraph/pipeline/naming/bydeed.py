"""Names known only by what people do to each other: "*Osei* criticised *Boateng*", "arrested *Diallo*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.explained import begin
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_ENDS = frozenset({"nsubj", "nsubjpass", "dobj"})
_UNLABELLED = frozenset({"", "PERSON", "ORG", "GPE", "NORP", "PRODUCT"})
_NO_PERSONS = (
    "nouns.body_word",
    "nouns.role",
    "nouns.person_word",
    "nouns.country_word",
    "nouns.domestic",
    "bodies.heads",
)
_LONGEST = 3


def known_by_deed(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the capitalised names, free of others, that do or suffer what only people and bodies do to each other."""
    deeds = words["verbs.between_people"]
    taken = {i for party in found for i in range(party.start, party.end)}
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in deeds:
            continue
        for end in verb.children:
            if end.dep_ in _ENDS and _may_be(end, taken, words) and (start := _begin(end, taken)) is not None:
                name = doc[start : end.i + 1].text
                kind: Kind = "person" if start >= end.i - 1 else "organization"
                taken.update(range(start, end.i + 1))
                yield Party(cast.introduce(name, kind), start, end.i + 1, "name", how="named by what is done")


def _may_be(end: Token, taken: set[int], words: Words) -> bool:
    """Tell whether a word is a bare name: capitalised as no word of its kind is, with nothing that a noun has."""
    return (
        end.tag_ == "NNP"
        and end.i not in taken
        and end.text.isalpha()
        and end.text.istitle()
        and end.ent_type_ in _UNLABELLED
        and end.lower_ not in words.either(*_NO_PERSONS)
        and not any(child.dep_ in ("det", "poss", "amod", "nummod", "appos", "cc") for child in end.children)
    )


def _begin(end: Token, taken: set[int]) -> int | None:
    """Return where a bare name begins that ends in a word, None if too much or another name stands before it."""
    start = begin(end, taken)
    words = end.doc[start : end.i + 1]
    bare = len(words) <= _LONGEST and all(word.pos_ == "PROPN" for word in words)
    return start if bare and start - 1 not in taken else None
