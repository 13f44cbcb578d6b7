"""Mentions of actors by name: the gazetteer first, then the model's named entities where it left room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relgraph.actors import ActorIndex, Name
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_END = ""
_NOT_A_NAME = frozenset(
    {"PERSON", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "WORK_OF_ART", "LAW"}
)
# fmt: off
_HONORIFICS = frozenset({
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "gen", "gen.", "lt", "lt.", "col",
    "col.", "capt", "capt.", "maj", "maj.", "sgt", "sgt.", "spc", "spc.", "adm", "adm.", "sen", "sen.", "secretary",
    "minister", "chancellor", "general", "colonel", "emperor", "rep", "rep.", "gov", "gov.", "president", "premier",
    "king", "queen", "prince", "sheikh", "ayatollah", "pope", "st", "st.", "prof", "prof.", "rev", "rev.",
})
# fmt: on
_FORMS_OF_ADDRESS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_NO_NAMES = frozenset({"the", "a", "an", "near", "in", "at", "outside", "around", "from", "with", "by", "for"})
_LAND = frozenset({"country", "historic_state", "region", "bloc"})


class NameFinder:
    """Finds the names of an `ActorIndex` in a tokenised text, longest match first."""

    def __init__(self, index: ActorIndex, nlp: Language) -> None:
        self._trie: dict[str, Any] = {}
        self._needs_the = index.needs_the
        tokenize = nlp.tokenizer
        for surface, names in index.names.items():
            self._add([token.text for token in tokenize(surface)], names)
            if " " in surface and not surface.isupper():
                self._add([token.text for token in tokenize(surface.upper())], names)

    def _add(self, words: list[str], names: tuple[Name, ...]) -> None:
        node = self._trie
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_END, names)

    def first_word(self, doc: Doc, start: int) -> tuple[Name, ...]:
        """Return the readings of the one token at `start`."""
        node = self._trie.get(doc[start].text, {})
        names: tuple[Name, ...] = node.get(_END, ())
        return names

    def knows(self, span: Span) -> bool:
        """Tell whether the words of a span, or all of them from some word on, are a name of more than one word."""
        for start in range(span.start, span.end - 1):
            node = self._trie
            for token in span.doc[start : span.end]:
                node = node.get(token.text, {})
            if _END in node:
                return True
        return False

    def find(self, doc: Doc) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield token offsets and readings of every name in the text, left to right, none overlapping another."""
        texts = [token.text for token in doc]
        start = 0
        while start < len(texts):
            node, end, names = self._trie, start, ()
            position = start
            while position < len(texts) and texts[position] in node:
                node = node[texts[position]]
                position += 1
                if _END in node:
                    end, names = position, node[_END]
            if names and not self._lacks_article(doc, start, end):
                yield start, end, names
                start = end
            else:
                start += 1

    def _lacks_article(self, doc: Doc, start: int, end: int) -> bool:
        """Tell whether a name that is one only with "the" ("the West") stands without it."""
        if doc[start:end].text not in self._needs_the:
            return False
        return start == 0 or doc[start - 1].lower_ != "the"


def find_mentions(doc: Doc, finder: NameFinder, cast: Cast, words: Words) -> list[Party]:
    """Return every mention of an actor by name, in the order of the text; new persons and bodies join the cast.

    A name of the gazetteer overrides what the model thinks of it. Persons and organisations that the gazetteer does not
    know are taken from the model's entities.
    """
    entity_of = {token.i: entity for entity in doc.ents for token in entity}
    introduced = _introduced(doc, finder)
    found: list[Party] = []
    taken: set[int] = set()
    for start, longest, longest_names in finder.find(doc):
        end, names = longest, longest_names
        if end - start > 1 and _only_modifies(doc[end - 1]) and finder.first_word(doc, start):
            # "Iranian military escalation" is no act of a body called "Iranian military".
            end, names = start + 1, finder.first_word(doc, start)
        if start > 0 and doc_word(doc[start - 1]) in _FORMS_OF_ADDRESS and cast[names[0].actor].kind in _LAND:
            continue  # "Mr Jordan"
        if _is_in_surname(doc, start) and cast[names[0].actor].kind in _LAND:
            # "al-Sudani" is a person, whatever "Sudani" is alone
            surname = doc[start - 2 : end]
            found.append(Party(cast.introduce(surname.text, "person"), start - 2, end, "name", how="surname"))
            taken.update(range(start - 2, end))
            continue
        party = _from_gazetteer(doc[start:end], names[0], entity_of.get(start), cast, words)
        if party is not None and cast[party.actor].kind == "person" and doc[start:end].text in introduced:
            continue  # the text has a Cook of its own
        if party is not None:
            found.append(party)
            taken.update(range(party.start, party.end))
    surnames = _surnames(doc, found, cast)
    found.extend(_from_entities(doc, taken, cast, words, surnames))
    found.extend(_short_forms(doc, found, cast, words))
    found.extend(_prefixes(doc, words))
    found.sort(key=lambda party: party.start)
    _withhold_countries(found, cast)
    _name_persons(doc, found, cast)
    return _in_their_time(found, cast, words)


def _is_in_surname(doc: Doc, start: int) -> bool:
    """Tell whether a name follows an Arabic article with a hyphen, as in surnames of origin, and ends its phrase."""
    return (
        start > 1
        and doc[start - 1].text == "-"
        and doc[start - 2].lower_ in ("al", "el")
        and not doc[start - 2].whitespace_
        and not doc[start - 1].whitespace_
        and doc[start].dep_ not in ("compound", "amod", "nmod")
    )


def _unlabelled_persons(doc: Doc) -> Iterator[Span]:
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


def _from_gazetteer(span: Span, name: Name, entity: Span | None, cast: Cast, words: Words) -> Party | None:
    doc, start, end = span.doc, span.start, span.end
    actor = cast[name.actor]
    if entity is not None and (entity.start < start or entity.end > end):
        inside = entity.start <= start and entity.end >= end
        if (
            entity.label_ == "PERSON"
            and name.via != "demonym"
            and inside
            and actor.kind != "person"
            and _is_full_name(entity, start, end)
        ):
            return None
        if (
            inside
            and actor.kind in _LAND
            and entity.label_ in ("ORG", "FAC", "EVENT", "PRODUCT")
            and entity.root.i not in range(start, end)
        ):
            # "University of Damascus", "Bank of China": a body of its own; the country in its name is found again.
            proper = entity.root.pos_ == "PROPN" and entity.root.text[0].isupper()
            if entity.root.lemma_.lower() not in words["bodies.heads"] and (proper or name.via != "demonym"):
                return None
    if actor.kind == "person" and entity is not None and entity.label_ == "PERSON" and entity.end > end:
        end = entity.end  # "President Lula" in "President Lula da Silva"
        while end > start + 1 and doc[end - 1].text in ("'s", "’s", "'", "’"):
            end -= 1
    first = doc[start]
    if end == start + 1 and len(first.text) <= 3 and first.text.isupper() and _shouted(first):
        return None
    if actor.kind == "place":
        # A town stands for its country where something is done to it, never where it only says where.
        return Party(actor.id, start, end, "name", how="place", capital=True) if actor.parent is not None else None
    if name.via == "demonym":
        return Party(actor.id, start, end, "demonym")
    if name.via == "capital":
        return Party(actor.id, start, end, "metonym", how="capital", capital=True)
    return Party(actor.id, start, end, "metonym" if name.via == "metonym" else name.via)


def _introduced(doc: Doc, finder: NameFinder) -> set[str]:
    """Return the surnames of persons whom the text names in full and the gazetteer does not know."""
    return {
        entity[-1].text
        for entity in doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1 and len(entity[0].text) > 2 and not finder.knows(entity)
    }


def _only_modifies(last: Token) -> bool:
    """Tell whether the last word of a name, in lower case, only modifies a noun that follows."""
    return last.is_lower and last.dep_ in ("amod", "compound") and last.head.i > last.i and last.head.pos_ == "NOUN"


def _is_full_name(entity: Span, start: int, end: int) -> bool:
    rest = [token for token in entity if not start <= token.i < end and token.text.lower() not in _HONORIFICS]
    return any(token.is_title and token.is_alpha for token in rest)


def _shouted(token: Token) -> bool:
    """Tell whether a short word in capitals stands in a line in capitals, where it may be an ordinary word."""
    around = [other for other in token.doc[max(0, token.i - 3) : token.i + 4] if other.is_alpha and other.i != token.i]
    return len(around) > 2 and all(other.is_upper for other in around)


def _surnames(doc: Doc, found: Iterable[Party], cast: Cast) -> dict[str, str]:
    """Return first and last names of the known persons that the text names in full."""
    names: dict[str, str] = {}
    for party in found:
        if cast[party.actor].kind == "person" and party.end - party.start > 1:
            for i in (party.start, party.end - 1):
                names.setdefault(doc[i].text, party.actor)
    return names


def _from_entities(doc: Doc, taken: set[int], cast: Cast, words: Words, surnames: dict[str, str]) -> Iterator[Party]:
    persons = [entity for entity in doc.ents if entity.label_ == "PERSON" and not _is_tribe(entity, words)]
    persons += _unlabelled_persons(doc)
    # Full names first: "Cook" in the first sentence is the "Peter Cook" of the second.
    for entity in sorted(persons, key=lambda entity: (len(entity) < 2, entity.start)):
        yield from _person(entity, taken, cast, surnames)
    for entity in doc.ents:
        if (
            (entity.label_ == "PERSON" and _is_tribe(entity, words))
            or entity.label_ in ("ORG", "NORP")
            or (entity.label_ == "FAC" and entity.root.ent_type_ == "ORG")
        ):
            yield from _body(entity, taken, cast, words)


def _is_tribe(entity: Span, words: Words) -> bool:
    """Tell whether what the model takes for a person is the name of a tribe, party or front."""
    following = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return following is not None and following.pos_ == "NOUN" and following.lemma_.lower() in words["bodies.kinds"]


def _person(entity: Span, taken: set[int], cast: Cast, surnames: dict[str, str]) -> Iterator[Party]:
    start, end = entity.start, entity.end
    while start < end and (
        doc_word(entity.doc[start]) in _HONORIFICS | _NO_NAMES or not entity.doc[start].text[0].isalnum()
    ):
        start += 1
    while end > start and (
        entity.doc[end - 1].text in ("'s", "’s", "'", "’") or not entity.doc[end - 1].text[-1].isalnum()
    ):
        end -= 1
    if start >= end or any(i in taken for i in range(start, end)):
        return
    span = entity.doc[start:end]
    if not any(token.is_alpha and token.text[0].isupper() for token in span):
        return
    if len([token for token in span if token.is_alpha]) == 1:
        actor = surnames.get(span[-1].text) or cast.introduce(span.text, "person")
    else:
        actor = surnames.get(span.text) or cast.introduce(span.text, "person")
        surnames[span.text] = actor
        for token in (span[0], span[-1]):
            surnames.setdefault(token.text, actor)
        surnames[span[-1].text] = actor
    yield Party(actor, start, end, "name", how="named entity")


def doc_word(token: Token) -> str:
    """Return a token's text in lower case."""
    text: str = token.text.lower()
    return text


def _body(entity: Span, taken: set[int], cast: Cast, words: Words) -> Iterator[Party]:
    tokens = [token for token in entity if token.i not in taken]
    if not tokens or (any(token.i in taken for token in entity) and entity.root.i in taken):
        return
    start, end = entity.start, entity.end
    while start < end and (
        entity.doc[start].lower_ in _NO_NAMES or entity.doc[start].pos_ in ("ADP", "SCONJ", "PUNCT")
    ):
        start += 1
    while end > start and entity.doc[end - 1].text in ("'s", "’s", "'", "’"):
        end -= 1
    span = entity.doc[start:end]
    if start >= end or not any(token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") for token in span):
        return
    if span.text.lower() in words["bodies.portfolios"] or span.root.lower_ in words["bodies.nothing"]:
        return
    if entity.label_ == "NORP" and span.root.tag_ not in ("NNS", "NNPS"):
        return  # "Islamist", "Sunni" only describe
    if any(i in taken for i in range(start, end)):
        return
    following = entity.doc[end] if end < len(entity.doc) else None
    if following is not None and following.lemma_.lower() in words["bodies.kinds"] and following.pos_ == "NOUN":
        # "the Al bu Nimr tribe"
        end += 1
        span = entity.doc[start:end]
    head = span.root.lemma_.lower()
    kind = "government" if head in words["bodies.heads"] else "organization"
    yield Party(cast.introduce(span.text, "organization"), start, end, "name", how=f"named entity ({kind})")


def _withhold_countries(found: Iterable[Party], cast: Cast) -> None:
    """Let a known person stand for a country only where the document names that country.

    Who somebody speaks for must be read from the text: its words are the evidence.
    """
    found = list(found)
    named = {
        ancestor
        for party in found
        if not party.capital and cast[party.actor].kind != "person"
        for ancestor in cast.chain(party.actor)
    }
    for party in found:
        actor = cast[party.actor]
        if actor.kind == "person" and actor.parent is not None and actor.parent not in named:
            cast.orphan(actor.id)


def _name_persons(doc: Doc, found: Iterable[Party], cast: Cast) -> None:
    """Call each person by the longest form of the name in the document."""
    longest: dict[str, str] = {}
    for party in found:
        if cast[party.actor].kind == "person":
            start = party.start
            while start < party.end - 1 and doc[start].lower_ in _HONORIFICS:
                start += 1
            text = doc[start : party.end].text
            if len(text) > len(longest.get(party.actor, "")):
                longest[party.actor] = text
    for actor, text in longest.items():
        cast.rename(actor, text)


def _in_their_time(found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read seats of government as those of the state of the time: with the Soviet Union the Kremlin is Soviet."""
    named = {party.actor for party in found}
    states = {
        country: state for state, country in words.entries("historic.successors") if state in named and state in cast
    }
    return [
        replace(party, actor=states[party.actor]) if party.via == "metonym" and party.actor in states else party
        for party in found
    ]


def _short_forms(doc: Doc, found: list[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield what a plain noun means in a text: "the coalition" in one about the Islamic State is the one against it."""
    named = {party.actor for party in found}
    forms = {
        noun: actor
        for noun, actor, enemy in words.entries("contextual.short_forms")
        if enemy in named and actor in cast
    }
    if not forms:
        return
    taken = {i for party in found for i in range(party.start, party.end)}
    for token in doc:
        actor = forms.get(token.lemma_.lower())
        if actor is None or token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if not any(child.dep_ in ("amod", "poss", "prep", "nmod", "compound") for child in token.children):
            yield Party(actor, token.i, token.i + 1, "description", how="what the text calls so")


def _prefixes(doc: Doc, words: Words) -> Iterator[Party]:
    """Yield the first nation of "the Sino-Vietnamese war"."""
    nations = {entry[0]: entry[1] for entry in words.entries("prefixes.demonyms")}
    for token in doc[:-1]:
        if token.text in nations and doc[token.i + 1].text in ("-", "–"):
            yield Party(nations[token.text], token.i, token.i + 1, "demonym")
