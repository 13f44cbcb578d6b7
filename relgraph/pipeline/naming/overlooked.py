"""Bodies whose name the model takes for none: "joined the *Workers' Front*", "*Doctors for Peace* accused Peru"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.bodies import is_body_name
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_OWNING = frozenset({"'s", "’s", "'", "’"})
_BODIES = frozenset({"organization", "government", "igo"})
_BODY = frozenset({"", "ORG", "NORP", "PERSON", "PRODUCT"})
_FOR = frozenset({"for", "against", "without"})
_IN_CAUSE = frozenset({"and", "of", "the", "in"})
_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ"})


def overlooked(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the capitalised names free of others that end in a word for a party, union or league."""
    heads, links = doc.occurrences(words["bodies.ending_names"]), doc.occurrences(_FOR)
    parts = doc.occurrences({word.title() for word in words["bodies.parts"]})
    if not heads and not links and not parts:
        return
    found = list(found)
    taken = {i for party in found for i in range(party.start, party.end)}
    for link in links:
        end = _end_of_cause(link, taken, words)
        start = link.i - 1
        if end and start not in taken and end < len(doc) and not doc[end].text[0].isupper():
            start = _begin(doc[start], taken) if not doc[start].is_sent_start else start
            taken.update(range(start, end))
            name = doc[start:end].text
            yield Party(cast.introduce(name, "organization"), start, end, "name", how="named by its cause")
    for head in heads:
        if head.i in taken or head.ent_type_ not in _BODY or not is_body_name(head, words):
            continue
        start = _begin(head, taken)
        if start < head.i and not (doc[start].is_sent_start and start == head.i - 1):
            name = doc[start : head.i + 1].text
            yield Party(cast.introduce(name, "organization"), start, head.i + 1, "name", how="named by its last word")
            taken.update(range(start, head.i + 1))
    yield from _parts(parts, found, taken, cast, words)


def _parts(
    heads: Iterable[Token], found: Iterable[Party], taken: set[int], cast: Cast, words: Words
) -> Iterator[Party]:
    """Yield bodies and programmes that are named right behind their owner: "the World Bank's *Water Programme*"."""
    owners = {party.end: cast[party.actor].kind for party in found}
    for head in heads:
        if head.i in taken or head.ent_type_ not in _BODY:
            continue
        start = _begin(head, taken)
        owned = start < head.i and start > 1 and head.doc[start - 1].text in _OWNING and start - 1 in owners
        if owned and (owners[start - 1] in _BODIES or is_body_name(head, words)):
            name = head.doc[start : head.i + 1].text
            yield Party(cast.introduce(name, "organization"), start, head.i + 1, "name", how="named as somebody's part")


def _begin(head: Token, taken: set[int]) -> int:
    """Return where the capitalised words begin that a name has before its last one."""
    doc, start = head.doc, head.i
    at = head.i - 1
    while at >= head.sent.start and at not in taken:
        word = doc[at]
        if word.text in _OWNING:
            at -= 1
            continue
        if not word.is_alpha or not word.text[0].isupper() or word.pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
        start = at
        at -= 1
    return start


def _end_of_cause(link: Token, taken: set[int], words: Words) -> int:
    """Return where a body's name ends that says what it is for, or 0: "Movement for *Dignity and Bread*"."""
    doc = link.doc
    if link.i == 0 or link.i + 1 >= len(doc):
        return 0
    opening, cause = doc[link.i - 1], doc[link.i + 1]
    if not opening.text.istitle() or not cause.text.istitle() or cause.i in taken or cause.pos_ not in _NAMELIKE:
        return 0
    body = opening.base in words["bodies.opening_names"] or opening.lower_ in words["bodies.opening_names"]
    person = opening.base in words.either("nouns.role", "nouns.person_word", "nouns.employed", "offices.heads")
    if not body and (person or cause.lower_ not in words["bodies.causes"] or opening.text.endswith("tor")):
        return 0  # "the Coordinator for Human Rights"
    end = cause.i + 1
    while end < len(doc) and end not in taken:
        here, following = doc[end], doc[end + 1] if end + 1 < len(doc) else doc[end]
        more = following.text.istitle() and following.i not in taken
        if not here.text.istitle() and not (here.lower_ in _IN_CAUSE and more and following.pos_ in _NAMELIKE):
            break
        end += 1
    return end
