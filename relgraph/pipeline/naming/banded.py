"""Groups whose name the model takes for none, known by the word beside it: "the *Sombra Negra* militia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LINKS = frozenset({"de", "del", "da", "do", "al", "el", "la", "of"})
_NO_NAMES = frozenset({"NORP", "DATE", "EVENT", "LANGUAGE", "LAW"})
_OTHERS = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_DETERMINERS = frozenset({"det", "poss"})


def banded(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the capitalised names free of others before a word for a gang or tribe, or behind its members."""
    taken = {i for party in found for i in range(party.start, party.end)}
    peoples = words["nouns.called_peoples"]
    for noun in doc.occurrences(words["armed.named_before"] | peoples):
        start = _begin(noun, taken, words)
        if start < noun.i and start > 0 and any(child.dep_ in _DETERMINERS for child in noun.lefts):
            named = cast.introduce(doc[start : noun.i].text, "group" if noun.text in peoples else "armed_group")
            yield Party(named, start, noun.i, "name", how="named by the word behind it")
            taken.update(range(start, noun.i))
    for of in doc.occurrences(("of",)):
        end = _end_behind(of, taken, words)
        if end:
            start = of.i + 1 + (doc[of.i + 1].lower_ == "the")
            named = cast.introduce(doc[start:end].text, "armed_group")
            yield Party(named, start, end, "name", how="named by its members")
            taken.update(range(start, end))


def _begin(noun: Token, taken: set[int], words: Words) -> int:
    """Return where the name before a noun begins: the noun itself if there is none or it is a place or person."""
    doc, at = noun.doc, noun.i - 1
    start = noun.i
    while at >= noun.sent.start and at not in taken:
        word = doc[at]
        linking = word.lower_ in _LINKS and word.text.islower() and start < noun.i
        if not linking and not _is_name_part(word, words):
            break
        start = start if linking else at
        at -= 1
    other = noun.i - start == 1 and doc[start].ent_type_ in _OTHERS
    return noun.i if at in taken or other else start


def _end_behind(of: Token, taken: set[int], words: Words) -> int:
    """Return where the name of a group ends whose fighters stand before an "of", or 0: "fighters of the *Bloque X*"."""
    people, doc = of.head, of.doc
    if people.tag_ != "NNS" or people.base not in words["nouns.fighters_of"] or people.i != of.i - 1:
        return 0
    start = at = of.i + 1 + (of.i + 1 < len(doc) and doc[of.i + 1].lower_ == "the")
    while at < of.sent.end and at not in taken and _is_name_part(doc[at], words):
        at += 1
    followed = at < len(doc) and (at in taken or doc[at].pos_ in ("NOUN", "PART") or doc[at].lower_ in _LINKS)
    return at if at - start > 1 and not followed and doc[start].ent_type_ != "PERSON" else 0


def _is_name_part(word: Token, words: Words) -> bool:
    """Tell whether a word is capitalised, no place, nation or date, and no ordinary word for what a group is."""
    return (
        word.is_alpha
        and word.text.istitle()
        and word.pos_ in ("PROPN", "NOUN")
        and word.ent_type_ not in _NO_NAMES
        and not word.is_sent_start
        and word.lower_ not in words.either("armed.bands", "armed.kinds", "nouns.group", "nouns.creeds")
    )
