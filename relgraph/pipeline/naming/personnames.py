"""Where the names of persons stand that the gazetteer does not know, mended where the model cut or mistook them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.bodies import has_armed_name, is_body_name
from relgraph.pipeline.naming.tenures import acting_as
from relgraph.pipeline.parties import Party
from relgraph.pipeline.repairs.addressed import is_addressed
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_MISTAKEN = frozenset({"GPE", "ORG", "FAC", "LOC", "PRODUCT", "NORP", "WORK_OF_ART"})
"""Labels that the model gives to persons of whom it has seen none by that name."""
_LONGEST = 6
_ARTICLES = frozenset({"al", "el", "ul", "ad", "ash", "as", "az", "an", "ar", "at", "bin", "abd"})
_NO_NAMES = frozenset({"unit", "team", "squad", "task", "company"})
_SHORT = 2
"""No word so short is a family's name by itself."""
_NOBLE = frozenset({"lord", "lady", "baron", "baroness", "viscount", "earl", "duke"})


class Surnames(dict[str, str]):
    """First and last names with the persons of a text whom they mean; the last one named in full stands for all."""

    def __init__(self) -> None:
        super().__init__()
        self._named: dict[str, list[tuple[int, str]]] = {}
        self._in_full: dict[tuple[str, str], list[tuple[list[str], str]]] = {}

    def note(self, name: Span, actor: str) -> None:
        """Remember a full name of somebody, and all names in it but for the first as those of his family."""
        for token in name[:-1]:
            if token.is_title and token.is_alpha and len(token) > _SHORT:
                self.setdefault(token.text, actor)
                if token.i > name.start:  # "Quiroga" of "Arturo Quiroga Paredes"
                    self._named.setdefault(token.text, []).append((name.start, actor))
        last = name[-1].text
        start = article_before(name)
        if start is not None:  # "Al-Jubouri" is "Hadi al-Jubouri"
            text = name.doc[start : name.end].text
            for written in (text, text[0].upper() + text[1:], text[0].lower() + text[1:]):
                self[written] = actor
        self[last] = actor
        parts = [token.text for token in name]
        self._in_full.setdefault((parts[0], last), []).append((parts[1:-1], actor))
        self._named.setdefault(last, []).append((name.start, actor))

    def same(self, name: Span) -> str | None:
        """Return who was named with the same first and last name and without, or with, those between.

        "Robert *W.* Schmitt" is Robert Schmitt, and "Robert *Walter* Schmitt"; "Robert *K.* Schmitt" is not.
        """
        between = [token.text for token in name[1:-1]]
        known = self._in_full.get((name[0].text, name[-1].text), ())
        return next((actor for others, actor in known if _may_be_same(between, others)), None)

    def bearer(self, name: str, at: int) -> str | None:
        """Return whom a name at a token means: of several the one named in full last before, else the first."""
        named = self._named.get(name, ())
        before = [actor for start, actor in named if start < at]
        if before:
            return before[-1]
        return named[0][1] if named else self.get(name)


def _may_be_same(names: list[str], others: list[str]) -> bool:
    """Tell whether middle names may be one person's: none, the same, or their initials."""
    if not names or not others:
        return True
    return len(names) == len(others) and all(
        one == other or (one[0] == other[0] and "." in (one[1:2], other[1:2]))
        for one, other in zip(names, others, strict=True)
    )


def article_before(name: Span) -> int | None:
    """Return where the Arabic article begins that the last part of a name has: "Hadi *al*-Jubouri"."""
    if len(name) > _SHORT and name[-2].text in ("-", "–") and name[-3].lower_ in _ARTICLES:
        return name.end - 3
    return None


def with_article(doc: Doc, start: int, end: int, cast: Cast, words: Words) -> Party:
    """Return the person of a surname of origin, or the group whose name ends so: "Harakat Tahrir *al-Sahel*"."""
    first = start - 2
    while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper():
        first -= 1
    if doc[first].lower_ in words["armed.first"]:
        name = cast.introduce(doc[first:end].text, "organization")
        return Party(name, first, end, "name", how="named entity (organization)")
    return Party(cast.introduce(doc[start - 2 : end].text, "person"), start - 2, end, "name", how="surname")


def persons_of(doc: Doc, taken: set[int], words: Words) -> list[Span]:
    """Return the names of persons: the model's, put together where it cut them, and those that it took for bodies.

    `taken` are the tokens of names that are known.
    """
    persons = [
        entity
        for entity in doc.ents
        if (entity.label_ == "PERSON" and not _is_no_person(entity, words)) or is_mistaken(entity, taken, words)
    ]
    persons += _of_peoples(doc)
    persons += _titled(doc, {i for person in persons for i in range(person.start, person.end)} | taken, words)
    return list(_whole(doc, persons, taken, words))


def _is_no_person(entity: Span, words: Words) -> bool:
    """Tell whether what the model takes for a person is a tribe, a seat or a mere title: "Mr. *Speaker*, we met"."""
    return is_tribe(entity, words) or _is_seat(entity) or is_addressed(entity[-1], words)


def is_tribe(entity: Span, words: Words) -> bool:
    """Tell whether what the model takes for a person is the name of a tribe, party, front or firm."""
    if entity[-1].lower_ in words["bodies.firms" if len(entity) > 1 else "nouns.body_names"]:
        return True
    if len(entity) > 1 and entity[-1].text == "Party":
        return True  # "the Robert Kilroy-Silk Party"
    if len(entity) > 1 and (entity[0].lower_ in words["armed.first"] or entity[-1].lower_ in words["armed.last"]):
        return True  # "Jaish al-Thuwar"
    if _is_defined(entity, words):
        return True
    following = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    if following is not None and following.pos_ == "NOUN" and following.base in words["bodies.kinds"]:
        return True
    return len(entity) > 1 and (has_armed_name(entity.text, words) or _is_called_group(entity, words))


def _is_called_group(entity: Span, words: Words) -> bool:
    """Tell whether a name is said to be a group's: "Jund al-Sham is an armed *group*", "the *militia* Mai Mai"."""
    root, groups = entity.root, words["bodies.groups"]
    verb = root.head
    said: list[Token] = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ in ("appos", "compound", "nmod"):
        said.append(verb)
    elif root.dep_ == "nsubj" and verb.lemma_ == "be":
        said.extend(child for child in verb.children if child.dep_ == "attr")
    elif root.dep_ in ("dobj", "nsubjpass"):
        # "designated Harakat al-Ansar as a terrorist organization"
        phrases = (child for child in verb.children if child.lower_ == "as" and child.i > verb.i)
        said.extend(word for phrase in phrases for word in phrase.children)
        said.extend(child for child in verb.children if child.dep_ == "oprd")
    return any(noun.pos_ == "NOUN" and noun.base in groups for noun in said)


def _is_defined(entity: Span, words: Words) -> bool:
    """Tell whether a text says after a name that it is a group: "Katibat Nusrat was a jihadist *group*"."""
    root = entity.root
    if root.dep_ != "nsubj" or root.head.lemma_ != "be":
        return False
    nouns = words.either("nouns.body_word", "armed.bodies")
    return any(child.dep_ == "attr" and child.base in nouns for child in root.head.children)


def is_mistaken(entity: Span, taken: set[int], words: Words) -> bool:
    """Tell whether what the model takes for a place or body is a person: by the title before or the first name."""
    doc, start = entity.doc, entity.start
    if entity.label_ not in _MISTAKEN or any(token.i in taken for token in entity):
        return False
    if len(entity) < 2:
        return _acts_in_office(entity[0], words)
    if not all(token.text[0].isupper() or token.text == "-" for token in entity) or not entity[-1].is_title:
        return False
    last = entity[-1]
    before = doc[start - 1] if start > 0 else None
    title = words.either("nouns.person_word", "offices.ranks", "offices.of_states")
    if before is not None and before.lower_ in title and before.dep_ in ("compound", "nmod"):
        return entity.label_ == "GPE" or is_body_name(last, words)
    given = words.either("gender.male_given", "gender.female_given")
    first = entity[0].lower_
    return (
        entity.label_ == "ORG"
        and first in given
        and entity.root.i == last.i
        and last.lower_
        not in words.either("nouns.body_names", "bodies.heads", "bodies.firms", "bodies.kinds", "armed.bodies")
        and last.lower_ not in _NO_NAMES
        and is_body_name(last, words)
        and last.dep_ in ("nsubj", "nsubjpass", "dobj", "appos", "conj")
        and len(entity) <= _LONGEST
    )


def _acts_in_office(name: Token, words: Words) -> bool:
    """Tell whether what has one word for a name acts in an office: "As foreign minister of Peru, *Berg* said"."""
    if name.dep_ not in ("nsubj", "nsubjpass") or "as" not in name.sent.lowers or not name.is_title:
        return False
    return any(noun.base in words["nouns.person_word"] for noun in acting_as(name, words))


def _is_seat(entity: Span) -> bool:
    """Tell whether a name is the seat in a peer's title: "Lord Ahmad of *Wimbledon*"."""
    doc, start = entity.doc, entity.start
    return start > 2 and doc[start - 1].lower_ == "of" and doc[start - 3].lower_ in _NOBLE


def _of_peoples(doc: Doc) -> Iterator[Span]:
    """Yield full names that the model takes for peoples: two or more names in a row, alone, singular, no adjectives."""
    for entity in doc.ents:
        if entity.label_ != "NORP" or (entity.start > 0 and doc[entity.start - 1].ent_type_ == "NORP"):
            continue
        end = entity.end
        while end < len(doc) and doc[end].ent_type_ == "NORP":
            end += 1
        span = doc[entity.start : end]
        head = span[-1]
        if (
            len(span) > 1
            and all(token.tag_ == "NNP" and token.is_alpha and token.is_title for token in span)
            and all(token.dep_ == "compound" and token.head.i == head.i for token in span[:-1])
            and head.dep_ not in ("compound", "amod", "nmod")
            and head.left_edge.i == span.start
        ):
            yield span


def _titled(doc: Doc, taken: set[int], words: Words) -> Iterator[Span]:
    """Yield full names right behind a title that the model took for something else: "General *Sadio Maiga*"."""
    titles = words.either("nouns.person_word", "offices.ranks", "offices.of_states")
    bodies = words.either("nouns.body_names", "bodies.heads", "bodies.firms", "bodies.kinds", "armed.bodies")
    for title in doc:
        office = title.lower_.rpartition("-")[2]  # "Vice-*Admiral*"
        if office not in titles or title.dep_ not in ("compound", "nmod") or title.head.i <= title.i + 1:
            continue
        name = doc[title.i + 1 : title.head.i + 1]
        whole = all(token.pos_ == "PROPN" and token.is_title and token.is_alpha for token in name)
        if not whole or len(name) > _LONGEST or any(token.i in taken for token in name):
            continue
        last = name[-1]
        following = doc[last.i + 1] if last.i + 1 < len(doc) else last
        one = all(token.dep_ == "compound" for token in name[:-1]) and last.dep_ != "compound"
        if one and following.pos_ != "PROPN" and last.lower_ not in bodies | titles and is_body_name(last, words):
            yield name


def _whole(doc: Doc, persons: list[Span], taken: set[int], words: Words) -> Iterator[Span]:
    """Yield the persons, those parts put together that the model cut a name into: "Hernán | Siles Zuazo"."""
    starts = {person.start for person in persons}
    end_of_later = len(doc)
    for person in sorted(persons, key=lambda span: -span.start):
        if person.start >= end_of_later:
            continue  # a part of a name that was put together
        start = at = person.start
        while at > 0 and person.end - at < _LONGEST and _is_before(doc[at - 1], person, taken):
            at -= 1
            if at in starts or _is_first_name(doc[at], words):
                start = at
        end_of_later = start
        yield doc[start : person.end]


def _is_before(token: Token, person: Span, taken: set[int]) -> bool:
    """Tell whether a word before a name may be its first part."""
    return (
        token.i not in taken
        and token.pos_ == "PROPN"
        and token.is_alpha
        and token.is_title
        and (token.ent_type_ == "PERSON" or (token.dep_ == "compound" and token.head.i == person[-1].i))
    )


def _is_first_name(token: Token, words: Words) -> bool:
    """Tell whether a word that the model took for a body of its own is a first name: by a list, or by its letters."""
    if token.ent_type_ != "ORG" or token.ent_iob_ != "B":
        return False
    return not token.text.isascii() or token.lower_ in words.either("gender.male_given", "gender.female_given")
