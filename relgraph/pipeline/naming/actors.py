"""Mentions of actors by name: the gazetteer first, then the model's named entities where it left room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from relgraph.actors import Name
from relgraph.model import Actor
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.acronyms import with_acronyms, with_unexplained, without_documents
from relgraph.pipeline.naming.aliases import united
from relgraph.pipeline.naming.articles import called, defined
from relgraph.pipeline.naming.banded import banded
from relgraph.pipeline.naming.bodies import is_branch_of, is_make, repeated, subjects
from relgraph.pipeline.naming.bydeed import known_by_deed
from relgraph.pipeline.naming.bynames import halves, shared_names, with_short_forms
from relgraph.pipeline.naming.colonies import colonies
from relgraph.pipeline.naming.doctrines import doctrines
from relgraph.pipeline.naming.entities import HONORIFICS, from_entities, person_end
from relgraph.pipeline.naming.explained import explained
from relgraph.pipeline.naming.meanings import in_context, in_their_time
from relgraph.pipeline.naming.misnomers import begins_league, ends_league, without_misnomers
from relgraph.pipeline.naming.namefinder import NameFinder
from relgraph.pipeline.naming.namesakes import in_full, is_home_of
from relgraph.pipeline.naming.overlooked import overlooked
from relgraph.pipeline.naming.ownnames import name_bodies
from relgraph.pipeline.naming.partynames import with_nations, with_party_names
from relgraph.pipeline.naming.personnames import with_article
from relgraph.pipeline.naming.persons import (
    administrations,
    adopt_presidents,
    by_surname,
    known_surnames,
    name_persons,
    withhold_countries,
)
from relgraph.pipeline.naming.polities import polities
from relgraph.pipeline.naming.samenames import one_each
from relgraph.pipeline.naming.townarmies import with_armies
from relgraph.pipeline.naming.units import units
from relgraph.pipeline.naming.vessels import ships, ships_of_nations
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_INITIAL = re.compile(r"\w [A-Z]\. [A-Z]")
_HYPHENS = frozenset({"-", "–"})
_FORMS_OF_ADDRESS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_LAND = frozenset({"country", "historic_state", "region", "bloc"})
_QUALIFYING = frozenset({"National", "Supreme", "Homeland", "Military", "Presidential", "Transitional", "State"})
_BODIES = frozenset({"igo", "government", "organization"})
_NAMED_AFTER_LANDS = frozenset({"ORG", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})


def find_mentions(doc: Doc, finder: NameFinder, cast: Cast, words: Words) -> list[Party]:
    """Return every mention of an actor by name, in the order of the text; new persons and bodies join the cast.

    A name of the gazetteer overrides what the model thinks of it. Persons and organisations that the gazetteer does not
    know are taken from the model's entities.
    """
    text = doc.text
    found = _known(doc, finder, cast, words)
    taken = {i for party in found for i in range(party.start, party.end)}
    found.extend(units(doc, taken, cast, words))
    taken.update(i for party in found for i in range(party.start, party.end))
    states = list(polities(doc, {i for p in found if not p.capital for i in range(p.start, p.end)}, cast, words))
    found = [party for party in found if not any(party.overlaps(state) for state in states)] + states
    taken.update(i for party in found for i in range(party.start, party.end))
    found.extend(ships(doc, text, taken, cast, words))
    taken.update(i for party in found for i in range(party.start, party.end))
    found.extend(shared_names(doc, finder, list(found), taken))
    taken.update(i for party in found for i in range(party.start, party.end))
    unknown = [*defined(doc, found, taken, cast, words), *halves(doc, found, taken, words)]
    for party in [*unknown, *_with_initials(doc, text, finder, taken, cast)]:
        found.append(party)
        taken.update(range(party.start, party.end))
    surnames = known_surnames(doc, found, cast)
    found.extend(from_entities(doc, taken, cast, words, surnames))
    found = with_acronyms(
        doc,
        text,
        administrations(
            doc, text, with_armies(doc, [*found, *called(doc, found, cast, words)], cast, words), cast, words
        ),
        cast,
        words,
    )
    found = ships_of_nations(doc, doctrines(doc, text, found, cast, words), cast, words)
    found.extend(explained(doc, found, cast, words))
    found.extend(repeated(doc, found, cast))
    found = united(doc, [*found, *subjects(doc, found, cast, words)], cast)
    found.extend(overlooked(doc, found, cast, words))
    found.extend(banded(doc, found, cast, words))
    found.extend(known_by_deed(doc, found, cast, words))
    found = in_full(doc, without_documents(doc, text, found, cast, words), cast, words)
    taken.update(i for party in found for i in range(party.start, party.end))
    found.extend(by_surname(doc, taken, surnames, cast))
    found = with_short_forms(doc, found, cast, words)
    found = one_each(doc, with_party_names(doc, text, found, cast, words), cast, words)
    found = colonies(doc, with_nations(doc, found, cast, words), cast)
    found = sorted([*found, *_prefixes(doc, text, words)], key=lambda party: party.start)
    withhold_countries(doc, found, cast, words)
    adopt_presidents(doc, found, cast)
    name_persons(doc, found, cast)
    found = with_unexplained(doc, found, cast)
    name_bodies(doc, found, cast)
    found = without_misnomers(doc, in_their_time(doc, text, found, cast, words), cast, words)
    return in_context(doc, text, found, cast, words)


def _known(doc: Doc, finder: NameFinder, cast: Cast, words: Words) -> list[Party]:
    """Return the mentions of actors whom the gazetteer knows."""
    entity_of = {token.i: entity for entity in doc.ents for token in entity}
    introduced = _introduced(doc, finder)
    namesakes = {e[-1].text: e.start for e in reversed(doc.ents) if e.label_ == "PERSON" and len(e) == 2}
    found: list[Party] = []
    for start, longest, longest_names in finder.find(doc):
        end, names = longest, longest_names
        if end - start > 1 and _only_modifies(doc[end - 1], words) and finder.first_word(doc, start):
            # "Iranian military escalation" is no act of a body called "Iranian military".
            end, names = start + 1, finder.first_word(doc, start)
        if start > 0 and doc[start - 1].lower_ in _FORMS_OF_ADDRESS and cast[names[0].actor].kind in _LAND:
            continue  # "Mr Jordan"
        if names[0].via == "capital" and _is_person(doc, start, namesakes):
            continue  # "President Washington"
        if _is_in_surname(doc, start) and cast[names[0].actor].kind in _LAND:
            # "al-Sudani" is a person, whatever "Sudani" is alone
            whole = with_article(doc, start, end, cast, words)
            found.append(whole)
            continue
        party = _from_gazetteer(doc[start:end], names[0], entity_of, cast, words)
        if party is not None and cast[party.actor].kind == "person" and doc[start:end].text in introduced:
            continue  # the text has a Cook of its own
        if party is not None:
            found.append(party)
    return found


def _is_person(doc: Doc, i: int, namesakes: Mapping[str, int]) -> bool:
    """Tell whether a capital is somebody's surname: "President Washington", "Washington" after "George Washington".

    `namesakes` says by surname where the text first names a person in full.
    """
    name, before = doc[i], doc[i - 1] if i > 0 else None
    if before is not None and before.text in ("President", "General") and before.dep_ in ("compound", "nmod"):
        return before.head.i == i and name.dep_ not in ("compound", "poss", "nmod")
    known = namesakes.get(name.text, i)
    return known < i - 1 and (before is None or before.pos_ != "ADP" or before.lower_ in ("by", "of"))


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


def _from_gazetteer(span: Span, name: Name, entity_of: Mapping[int, Span], cast: Cast, words: Words) -> Party | None:
    doc, start, end = span.doc, span.start, span.end
    entity = entity_of.get(start)
    if entity is not None and entity.start == start - 2 and doc[start - 1].text == "-" and end == entity.end:
        entity = None if doc[start - 2].lower_ in ("anti", "pro") else entity  # "anti-*Russia* sanctions"
    actor = cast[name.actor]
    if entity is not None and _is_part_of_name(span, entity, name, actor, words):
        return None
    if name.via != "demonym" and actor.kind in _LAND and is_branch_of(span, words, part=actor.parent is not None):
        return None
    two = start > 0 and doc[start - 1].lower_ in ("two", "both")
    if two and actor.kind == "bloc" and doc[end - 1].tag_ == "NNS":
        return None  # "the two *post-Soviet countries*": two of them
    if actor.kind == "igo" and end - start > 1 and _has_more_before(doc[start]):
        return None  # "Afghanistan's National Security Council"
    longer = _has_more_before(doc[start]) or begins_league(doc, start, end) or ends_league(doc, start, words)
    if actor.kind == "government" and end - start == 1 and longer:
        return None  # "the People's National Congress"
    if actor.kind == "person":
        # "President Lula" in "President Lula da Silva"
        rest = entity_of.get(end - 1)
        end = person_end(doc, start, max(end, rest.end) if rest is not None and rest.label_ == "PERSON" else end, words)
    elif actor.kind == "organization":
        while (
            end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].lower_.rstrip(".") in words["bodies.legal_forms"]
        ):
            end += 1  # "Exxon *Corp.*"
    first = doc[start]
    if end == start + 1 and len(first.text) <= 3 and first.text.isupper() and _shouted(first):
        return None
    if actor.kind == "place":
        if entity is not None and (_is_in_firm(entity, start, end, words) or is_home_of(entity, start, end, words)):
            return None
        # A town stands for its country where something is done to it, never where it only says where.
        return Party(actor.id, start, end, "name", how="place", capital=True) if actor.parent is not None else None
    if name.via == "capital":
        return Party(actor.id, start, end, "metonym", how="capital", capital=True)
    return Party(actor.id, start, end, name.via)


def _is_part_of_name(span: Span, entity: Span, name: Name, actor: Actor, words: Words) -> bool:
    """Tell whether a known name is only a part of another one: "Bank of *China*", "the *Carter* Center"."""
    start, end = span.start, span.end
    if entity.start > start or entity.end < end or len(entity) == len(span):
        return False
    of_person = actor.kind != "person" and name.via != "demonym" and entity.label_ == "PERSON"
    if of_person and _is_full_name(entity, start, end) and not _is_party_before_name(entity, end, actor.id):
        return True
    if name.via == "demonym" and entity.label_ == "PERSON" and _is_family_name(span, entity, words):
        return True
    if actor.kind in _BODIES and entity.label_ == "ORG" and _is_longer_name(entity, start, end):
        return True  # "Homeland Security Council" is not the Security Council
    if actor.kind == "person":
        return entity.label_ in ("ORG", "FAC") and _names_body(entity, end, words)
    if actor.kind not in _LAND or entity.label_ not in _NAMED_AFTER_LANDS or entity.root.i in range(start, end):
        return False
    if _is_party_to(entity, start, end, words) or _is_state_in_full(entity, start, end, words):
        return False
    # "University of Damascus", "Bank of China": a body of its own; the country in its name is found again.
    if actor.kind in ("region", "bloc") and name.via != "demonym" and entity.label_ == "ORG":
        return True  # "Africa Command"
    root = entity.root
    proper = root.pos_ == "PROPN" and root.text[0].isupper()
    return (
        root.lower_ not in words["bodies.offices"]  # "Soviet Commissar for Foreign Affairs"
        and (root.base not in words["bodies.heads"] or _is_defined(root, words))
        and (proper or not (name.via == "demonym" or entity.label_ == "FAC"))  # "Riyadh airport"
        and not is_make(root, words)  # "Russian MiG-31s"
    )


def _is_family_name(span: Span, entity: Span, words: Words) -> bool:
    """Tell whether a nation's adjective ends a person's name: "Julian *German*"."""
    last, given = span.doc[span.end - 1], words.either("gender.male_given", "gender.female_given")
    alone = entity.end == span.end and last.tag_ != "NNPS" and last.dep_ not in ("compound", "amod", "nmod")
    return alone and entity.start < span.start and entity[0].lower_ in given


def _is_state_in_full(entity: Span, start: int, end: int, words: Words) -> bool:
    """Tell whether a name is that of a state with its form before it: "the Federal Republic of *Togo*"."""
    doc, form = entity.doc, entity.root
    return entity.end == end and form.lower_ in words["nouns.state_forms"] and doc[start - 1].lower_ == "of"


def _is_party_to(entity: Span, start: int, end: int, words: Words) -> bool:
    """Tell whether a name is one half of the pair in that of a war or treaty: "the Iran-Iraq War"."""
    event = entity.root.base
    if event not in words["nouns.quarrel"] and event not in words["bodies.documents"]:
        return False
    doc = entity.doc
    before = start - 1 > entity.start and doc[start - 1].text in _HYPHENS
    return before or (end < entity.end and doc[end].text in _HYPHENS)


def _introduced(doc: Doc, finder: NameFinder) -> set[str]:
    """Return the surnames of persons whom the text names in full and the gazetteer does not know."""
    return {
        entity[-1].text
        for entity in doc.ents
        if entity.label_ == "PERSON"
        and len(entity) > 1
        and len(entity[0].text) > 2
        and entity[0].lower_ not in ("pro", "anti")  # "pro-Assad"
        and not finder.knows(entity)
    }


def _with_initials(doc: Doc, text: str, finder: NameFinder, taken: set[int], cast: Cast) -> Iterator[Party]:
    """Yield known persons whose name the text gives with an initial that the gazetteer has not: "John Q. Adams"."""
    if not _INITIAL.search(text):
        return
    for token in doc[1:-1]:
        if len(token.text) != 2 or token.text[1] != "." or not token.text[0].isupper() or token.i in taken:
            continue
        start, end = token.i - 1, token.i + 2
        if start in taken or end - 1 in taken:
            continue
        names = finder.reading([doc[start].text, doc[end - 1].text])
        if names and cast[names[0].actor].kind == "person":
            yield Party(names[0].actor, start, end, "name")


def _is_in_firm(entity: Span, start: int, end: int, words: Words) -> bool:
    """Tell whether a place is only a part of the name of a body that is none of a state: "Baikal Finance Group"."""
    if entity.label_ != "ORG" or not (entity.start <= start and entity.end >= end):
        return False
    if entity.root.ent_type_ != "ORG":
        return False
    if entity.root.base in words["bodies.heads"] and not _is_defined(entity.root, words):
        return False
    outside = entity.root.i >= end and entity.root.text[0].isupper()
    return outside or _is_longer_name(entity, start, end)


def _is_defined(name: Token, words: Words) -> bool:
    """Tell whether a text says of a name that it is an armed group: "the Karamoja *Army* is a rebel group"."""
    verb = name.head
    return (
        name.dep_ == "nsubj"
        and verb.lemma_ == "be"
        and any(child.dep_ == "attr" and child.base in words["armed.bodies"] for child in verb.children)
    )


def _only_modifies(last: Token, words: Words) -> bool:
    """Tell whether the last word of a name, in lower case, only modifies a noun that follows, other than its leader."""
    if last.lower_ in ("coalition", "alliance"):
        return False  # "the US-led coalition forces"
    if last.lower_ in ("commission", "parliament") and last.head.base in words["nouns.person_word"]:
        return False
    if last.lower_ == "opposition" and last.head.base in words.either(
        "nouns.person_word", "nouns.forces", "armed.bodies"
    ):
        return False  # "Syrian opposition fighters"
    return last.is_lower and last.dep_ in ("amod", "compound") and last.head.i > last.i and last.head.pos_ == "NOUN"


def _is_longer_name(entity: Span, start: int, end: int) -> bool:
    """Tell whether an entity that ends with a known name of a body begins with more of a name."""
    if entity.end != end or not start <= entity.root.i < end:
        return False
    before = [token for token in entity if token.i < start and token.lower_ not in ("the", "a", "an", "new")]
    if len(before) > 1 and before[-1].tag_ == "POS" and before[-2].lower_ in ("people", "workers", "farmers"):
        before.pop()  # "the Ugandan People's Congress"
    return bool(before) and all(token.pos_ in ("PROPN", "ADJ") and token.text[0].isupper() for token in before)


def _has_more_before(first: Token) -> bool:
    """Tell whether a word that is part of a longer name stands before a known one."""
    before = first.doc[first.i - 1] if first.i > first.sent.start + 1 else None
    return before is not None and before.text in _QUALIFYING and before.dep_ in ("compound", "amod")


def _names_body(entity: Span, end: int, words: Words) -> bool:
    """Tell whether a name that begins with a person is that of a body: no "X administration"."""
    root = entity.root
    return root.i >= end and root.pos_ == "PROPN" and root.base not in words["nouns.reusable"]


def _is_full_name(entity: Span, start: int, end: int) -> bool:
    rest = [token for token in entity if not start <= token.i < end and token.text.lower() not in HONORIFICS]
    return any(token.is_title and token.is_alpha for token in rest)


def _is_party_before_name(entity: Span, end: int, actor: str) -> bool:
    """Tell whether a name is the party that stands before a full name: "Lib Dem Norman Baker"."""
    return (
        actor.startswith("party/")
        and entity.end - end > 1
        and all(token.is_title for token in entity.doc[end : end + 2])
    )


def _shouted(token: Token) -> bool:
    """Tell whether a short word in capitals stands in a line in capitals, where it may be an ordinary word."""
    around = [other for other in token.doc[max(0, token.i - 3) : token.i + 4] if other.is_alpha and other.i != token.i]
    return len(around) > 2 and all(other.is_upper for other in around)


def _prefixes(doc: Doc, text: str, words: Words) -> Iterator[Party]:
    """Yield the first nation of "the Sino-Vietnamese war"."""
    nations = {entry[0]: entry[1] for entry in words.entries("prefixes.demonyms")}
    if not any(nation in text for nation in nations):
        return
    for token in doc.occurrences(nations):
        if token.i + 1 < len(doc) and doc[token.i + 1].text in ("-", "–"):
            yield Party(nations[token.text], token.i, token.i + 1, "demonym")
