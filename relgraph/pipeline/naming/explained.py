"""Names that the text says to be bodies: "*Harrat*, a Chilean mining company", "the *Lake Guard* is a militia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_BODIES = ("nouns.said_of_bodies", "nouns.firm", "bodies.heads", "armed.bodies")
_SAYING = frozenset({"a", "an", "the", "one"})
_NO_NAMES = frozenset({"PERSON", "DATE", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})
_MANY = frozenset({"NNS", "NNPS"})


def explained(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the capitalised names, free of others, beside which stands that they are a company, group or service."""
    taken = {i for party in found for i in range(party.start, party.end)}
    bodies = words.either(*_BODIES)
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.base not in bodies or noun.tag_ in _MANY:
            continue
        name = _named_by(noun)
        if name is None or not _is_said(noun) or not _may_be(name, taken, words):
            continue
        start = begin(name, taken)
        text = doc[start : name.i + 1].text
        taken.update(range(start, name.i + 1))
        yield Party(cast.introduce(text, "organization"), start, name.i + 1, "name", how="named entity (explained)")


def _named_by(noun: Token) -> Token | None:
    """Return the name of which a noun says what it is: right behind a comma, or as what its subject is."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    for name in behind:
        if name.pos_ == "PROPN" and name.head.i == noun.i and name.dep_ == "appos":
            return name  # "the oil company *Harrat*"
    for name in noun.children:
        if name.dep_ == "appos" and name.i == noun.i + 2 and name.nbor(-1).text == ",":
            return name if any(child.dep_ == "poss" for child in noun.lefts) else None  # "Peru's tax agency, *Sunat*,"
    if noun.dep_ == "appos" and noun.head.i < noun.i:
        behind = noun.doc[noun.head.i + 1 : noun.head.i + 2]
        return noun.head if any(token.text == "," for token in behind) else None
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return next((child for child in noun.head.children if child.dep_ == "nsubj" and child.i < noun.i), None)
    return None


def _is_said(noun: Token) -> bool:
    """Tell whether a noun has an article or an owner: "a militia", "Peru's tax agency"."""
    return any(child.lower_ in _SAYING or child.dep_ == "poss" for child in noun.children if child.i < noun.i)


def _may_be(name: Token, taken: set[int], words: Words) -> bool:
    """Tell whether a word is a name that nothing else is known of, and no person's, day's or event's."""
    return (
        name.pos_ == "PROPN"
        and name.i not in taken
        and name.text[0].isupper()
        and name.ent_type_ not in _NO_NAMES
        and (name.dep_ != "appos" or name.head.i in (name.i - 1, name.i - 2))
        and not any(child.tag_ == "POS" for child in name.children)
        and name.lower_ not in words.either("bodies.portfolios", "offices.heads", "nouns.person_word")
    )


def begin(name: Token, taken: set[int]) -> int:
    """Return where the capitalised words begin that a name has before its last one."""
    start = name.i
    while start > name.sent.start and start - 1 not in taken:
        word = name.doc[start - 1]
        if not word.is_alpha or not word.text[0].isupper() or word.pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
        start -= 1
    return start
