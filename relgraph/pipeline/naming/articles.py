"""What an article says at first that its subject is: "*Sanamayn* is a town in Syria", "*Radio Amani* was a station".

Such a name is often one that neither the gazetteer nor the model knows, or that the model takes for something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_EARLY = 2
"""In how many sentences (a heading may be the first) an article says what it is about."""
_NAMED = frozenset({"PROPN", "ADJ", "NOUN", "ADP", "PART", "PUNCT", "DET", "CCONJ", "X"})
_LONGEST = 8
_GOING_ON = frozenset({"of", "for", "on", "and", "-", "–", "against", "to"})
CALLED = "named entity (by its last word)"
DEFINED = "what the text is about"


def defined(doc: Doc, found: Sequence[Party], taken: set[int], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the mentions of the place or body that the first sentence defines, if nothing in its name is known."""
    subject, noun = definition(doc) or (None, None)
    if subject is None or noun is None or noun.tag_ != "NN" or noun.left_edge.lower_ not in ("a", "an", "the"):
        return
    start, end = _name(subject)
    if start == end or any(i in taken for i in range(start, end)):
        return
    name = doc[start:end].text
    if noun.base in words["articles.places"]:
        lands = {cast.root(p.actor) for p in found if noun.head.i < p.start < noun.sent.end}
        lands = {land for land in lands if cast[land].kind in STATES}
        if len(lands) == 1:
            yield from _each(doc, (start, end), taken, cast.introduce(name, "place", parent=lands.pop()))
    elif noun.base in words["articles.bodies"] and end - start > 1:
        yield from _each(doc, (start, end), taken, cast.introduce(name, "organization"))


def definition(doc: Doc) -> tuple[Token, Token] | None:
    """Return the subject of the sentence that says what an article is about, and the noun that says what it is."""
    for _, sentence in zip(range(_EARLY), doc.sents, strict=False):
        verb = sentence.root
        if verb.lemma_ == "be":
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            noun = next((child for child in verb.children if child.dep_ == "attr"), None)
            return None if subject is None or noun is None else (subject, noun)
    return None


def called(doc: Doc, found: Sequence[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield names that the model overlooked, by their last word: "accused the Harar Charitable *Fund* of"."""
    taken = {i for party in found for i in range(party.start, party.end)}
    for last in doc.occurrences({word.title() for word in words["articles.last_words"]}):
        if last.pos_ != "PROPN" or last.i in taken or last.ent_type_ not in ("", "ORG") or not last.is_title:
            continue
        if last.dep_ == "compound" or last.i + 1 == len(doc) or doc[last.i + 1].lower_ in _GOING_ON:
            continue  # "the Union of", "the Trade and Industry Committee": a name that goes on
        start = last.i
        while start > 0 and _goes_before(doc[start - 1], taken):
            start -= 1
        if start < last.i and start > 0 and doc[start - 1].lower_ == "the":
            yield Party(
                cast.introduce(doc[start : last.i + 1].text, "organization"), start, last.i + 1, "name", how=CALLED
            )


def _goes_before(word: Token, taken: set[int]) -> bool:
    return word.i not in taken and word.is_title and word.pos_ in ("PROPN", "ADJ") and word.lower_ != "the"


def _name(subject: Token) -> tuple[int, int]:
    """Return where a name begins and ends that is a whole subject: "*Radio Amani*", "the *Sons of Jazira*"."""
    doc, start = subject.doc, subject.left_edge.i
    if doc[start].lower_ in ("the", "a", "an"):
        start += 1
    end = start
    while end < subject.head.i and doc[end].text not in (",", "(", "–", "—") and not doc[end].is_space:
        end += 1
    inside = doc[start:end]
    fits = (
        start <= subject.i < end <= start + _LONGEST
        and inside[0].text[0].isupper()
        and inside[-1].text[0].isupper()
        and subject.pos_ in ("PROPN", "X")
        and all(token.pos_ in _NAMED for token in inside)
        and all(token.text[0].isupper() or len(token) < 4 for token in inside)
    )
    return (start, end) if fits else (start, start)


def _each(doc: Doc, name: tuple[int, int], taken: set[int], actor: str) -> Iterator[Party]:
    """Yield a name wherever the text has it."""
    place = actor.startswith("place/")
    words = [token.text for token in doc[name[0] : name[1]]]
    for first in doc.occurrences(frozenset(words[:1])):
        start, end = first.i, first.i + len(words)
        if [token.text for token in doc[start:end]] == words and not taken.intersection(range(start, end)):
            how = "place" if place else f"named entity ({DEFINED})"
            yield Party(actor, start, end, "name", how=how, capital=place)
