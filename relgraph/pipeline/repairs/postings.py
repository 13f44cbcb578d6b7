"""Names behind where somebody is posted, of which the parser makes one: "the envoy to *Chad* *Ana Gil*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_WHERE = frozenset({"to", "for", "in", "at"})
_PLACES = frozenset({"GPE", "LOC", "ORG", "NORP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def name_posted(doc: Doc, words: Words) -> None:
    """Hang a name on the title that it has: "the US ambassador to Kenya *Meg Lee* praised"."""
    for title in doc.occurrences(_as_written(words["offices.posted"])):
        for link in title.rights:
            if link.dep_ == "prep" and link.lower_ in _WHERE and link.i == title.i + 1:
                _part(title, link)
                _join(doc, title, link)
    for title in doc.occurrences(_as_written(words["offices.heading"])):
        for of in title.rights:
            if of.dep_ == "prep" and of.lower_ == "of" and of.i == title.i + 1:
                _part(title, of)
                _join(doc, title, of)
    for title in doc.occurrences(_as_written(words["offices.of_fields"])):
        link = doc[title.i + 1] if title.i + 1 < len(doc) else title
        if title.text[0].isupper() and link.lower_ in ("of", "for") and link.head.i == title.i:
            _take_field(doc, title, link, words)


def _as_written(titles: Iterable[str]) -> Iterator[str]:
    for title in titles:
        yield title
        yield title.capitalize()


def _part(title: Token, link: Token) -> None:
    """Part a place and the name behind it, of which the parser made one: "to *Kenya* *Meg Lee*"."""
    name = next((child for child in link.children if child.dep_ == "pobj"), None)
    if name is None or name.ent_type_ != "PERSON":
        return
    before = [child for child in name.lefts if child.ent_type_ in _PLACES]
    if not before or not any(child.ent_type_ == "PERSON" for child in name.lefts):
        return
    place = before[-1]
    rest = [child for child in name.lefts if child.i < place.i]
    hang(place, link, "pobj")
    for child in rest:
        hang(child, place, child.dep_)
    hang(name, title, "appos")


def _join(doc: Doc, title: Token, link: Token) -> None:
    """Make a name the title's that the parser made a second subject, or the head of the title."""
    at = link.right_edge.i + 1
    if at >= len(doc) or doc[at].ent_type_ != "PERSON":
        return
    name = doc[at]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    if name.ent_type_ != "PERSON" or name.pos_ != "PROPN":
        return
    if name.dep_ in _SUBJECTS and title.dep_ in _SUBJECTS and name.head.i == title.head.i:
        hang(name, title, "appos")
    elif title.head.i == name.i and title.dep_ in ("nmod", "compound", "amod"):
        hang(title, title if name.head is name else name.head, name.dep_)
        hang(name, title, "appos")


def _take_field(doc: Doc, title: Token, link: Token, words: Words) -> None:
    """Part the field of an office from the name behind it, whose title it is: "Minister of Defence *Ana Gil*"."""
    fields, ranks = words.either("bodies.portfolios", "offices.field_words"), words["offices.honours"]
    at = link.i + 1
    at += at < len(doc) and doc[at].lower_ == "the"
    first = at
    while at < len(doc) and doc[at].lower_ in fields and doc[at].text[0].isupper():
        at += 1
    end = at
    while end < len(doc) and (doc[end].ent_type_ == "PERSON" or doc[end].lower_ in ranks):
        end += 1
    if at in (first, end) or not doc[at].text[0].isupper() or doc[end - 1].ent_type_ != "PERSON":
        return
    name, field = _head(doc[at:end].root, at, end), doc[at - 1]
    if name.pos_ != "PROPN" or name.i < at:
        return
    if title.is_ancestor(name):
        hang(name, name if title.head is title else title.head, title.dep_)
    for part in doc[link.i + 1 : at]:
        if part.i != field.i and not link.i < part.head.i < at:
            hang(part, field, "det" if part.lower_ == "the" else "compound")
    hang(field, link, "pobj")
    hang(title, name, "nmod")


def _head(root: Token, start: int, end: int) -> Token:
    """Return the last of the words from `start` to `end` above a word."""
    while start <= root.head.i < end and root.head is not root:
        root = root.head
    return root
