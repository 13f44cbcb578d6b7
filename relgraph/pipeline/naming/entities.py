"""Persons and bodies that the gazetteer does not know: the named entities of the model, their cuts mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.bodies import is_body_name
from relgraph.pipeline.naming.personnames import Surnames, article_before, is_tribe, persons_of
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

# fmt: off
HONORIFICS = frozenset({
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "gen", "gen.", "lt", "lt.", "col",
    "col.", "capt", "capt.", "maj", "maj.", "sgt", "sgt.", "spc", "spc.", "adm", "adm.", "sen", "sen.", "secretary",
    "minister", "chancellor", "general", "colonel", "emperor", "rep", "rep.", "gov", "gov.", "president", "premier",
    "king", "queen", "prince", "sheikh", "ayatollah", "pope", "st", "st.", "prof", "prof.", "rev", "rev.",
    "archduke", "duke", "emir", "sultan", "shah", "tsar", "czar", "kaiser", "vizier", "commodore",
    "admiral", "ambassador", "senator", "governor", "mayor", "professor", "chairman", "archbishop",
    "brigadier", "viceroy", "cmdr", "cmdr.", "cdr", "cdr.", "brig", "brig.", "cpl", "cpl.", "commander", "amb", "amb.",
    "mallam", "mullah", "dame", "justice", "judge", "princess", "captain", "lieutenant", "sergeant", "congressman",
    "congresswoman", "imam", "cardinal", "bishop", "marshal", "corporal", "councillor", "empress", "cllr",
    "hon", "hon.",
})
# fmt: on
NOBLE = frozenset({"lord", "lady", "baron", "baroness", "viscount"})
"""Titles that are a part of the name, which has no first name: "Lord Grey"."""
ROYAL = frozenset({"prince", "princess", "king", "queen", "pope", "emperor", "empress"})
_NO_NAMES = frozenset({"the", "a", "an", "near", "in", "at", "outside", "around", "from", "with", "by", "for"})
_TOWNS = frozenset(
    {"city", "town", "village", "district", "province", "suburb", "neighborhood", "neighbourhood", "port"}
)
_THINGS = frozenset({"FAC", "WORK_OF_ART", "PRODUCT", "LOC", "EVENT"})
"""Labels that the model gives to units: "the Mountain Brigade"."""
_JOINING = frozenset({"of", "and", "from"})
_WHERE = frozenset({"at", "in"})
_NEAR = frozenset({"near", "outside", "around"})
_LANDMARKS = frozenset({"Port", "Fort", "Cape", "Mount", "Lake", "Camp"})
_DASHES = frozenset({"-", "–", "—", ",", ";", ":"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def from_entities(doc: Doc, taken: set[int], cast: Cast, words: Words, surnames: Surnames) -> Iterator[Party]:
    """Yield the persons and bodies among the model's entities that do not touch the tokens `taken`.

    `surnames` maps first and last names to persons whom the text names in full; it grows by those found here.
    """
    persons = persons_of(doc, taken, words)
    # Full names first: "Cook" in the first sentence is the "Peter Cook" of the second.
    for entity in sorted(
        persons, key=lambda entity: (len(entity) < 2 or article_before(entity) == entity.start, entity.start)
    ):
        yield from _person(entity, taken, cast, words, surnames)
    named = {i for entity in persons for i in range(entity.start, entity.end)}
    for entity in doc.ents:
        if entity.label_ != "PERSON" and (entity.start in named or _begins_with_title(entity, named)):
            continue
        if (
            (entity.label_ == "PERSON" and is_tribe(entity, words))
            or entity.label_ in ("ORG", "NORP")
            or (entity.label_ == "FAC" and entity.root.ent_type_ == "ORG")
            or (
                entity.label_ in _THINGS
                and len(entity) > 1
                and entity[-1].lower_ in words.either("bodies.units", "armed.last")
            )
        ):
            yield from _body(entity, taken, cast, words, surnames)


def is_honorific(token: Token) -> bool:
    """Tell whether a word is a title before a name, also of a deputy: "Vice-President"."""
    return token.lower_.rpartition("-")[2] in HONORIFICS


def _begins_with_title(entity: Span, named: set[int]) -> bool:
    """Tell whether what the model takes for a body is a person with a title: "*General* Sadio Maiga"."""
    return is_honorific(entity[0]) and entity.start + 1 in named


def person_end(doc: Doc, start: int, end: int, words: Words) -> int:
    """Return where a person's name ends that the model may have cut: "Xi" in "Xi Jinping", with no possessive.

    "The Truman *Doctrine*" is nobody's name.
    """
    while end < len(doc) and _continues(doc[end - 1], doc[end]) and doc[end].lower_ not in words["bodies.documents"]:
        end += 1
    if end - start > 1 and _is_hyphened(doc, end):
        end += 2  # "Kim Hyun-*woo*"
    if _is_ranked(doc, start, end, words):
        return end  # "Cpl. James *Hall*"
    while end > start + 1 and doc[end - 1].lower_ in words["bodies.documents"] and doc[end - 1].text.istitle():
        end -= 1
    while end > start + 1 and (doc[end - 1].text in _POSSESSIVE or not doc[end - 1].text[-1].isalnum()):
        end -= 1
    return end


def _is_hyphened(doc: Doc, end: int) -> bool:
    """Tell whether the last name goes on in small letters behind a hyphen, as Korean and Chinese ones do."""
    if end + 1 >= len(doc) or doc[end].text not in ("-", "–") or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return False
    return doc[end + 1].pos_ == "PROPN" and doc[end + 1].is_lower and doc[end + 1].is_alpha


def _is_ranked(doc: Doc, start: int, end: int, words: Words) -> bool:
    """Tell whether two words behind a rank are a first name and a surname, whatever that means elsewhere."""
    given = words.either("gender.male_given", "gender.female_given")
    named = end - start == 2 and doc[start].lower_ in given and doc[end - 1].is_title
    return named and start > 0 and doc[start - 1].lower_ in HONORIFICS | words["offices.ranks"]


def _continues(last: Token, following: Token) -> bool:
    """Tell whether a token outside every entity is the next part of the name that ends before it."""
    return (
        following.pos_ == "PROPN"
        and following.is_title
        and following.is_alpha
        and following.ent_type_ in ("", "PERSON")
        and following.ent_iob_ != "B"
        and last.is_alpha
        and last.dep_ == "compound"
        and last.head.i == following.i
    )


def _person(entity: Span, taken: set[int], cast: Cast, words: Words, surnames: Surnames) -> Iterator[Party]:
    doc, start, end = entity.doc, entity.start, entity.end
    if doc[start].lower_ in _NEAR or (start > 0 and doc[start - 1].lower_ in _NEAR):
        return  # "near Deir Hafir" is a place
    if _is_storm(doc, start, words) or doc[end - 1].lower_.endswith("ism"):
        return
    while start < end and (
        is_honorific(doc[start])
        or doc[start].lower_ in _NO_NAMES
        or not doc[start].text[0].isalnum()
        or (doc[start].pos_ == "ADJ" and doc[start].is_lower and doc[end - 1].text[0].isupper())
        or start in taken
    ):
        start += 1
    if end - start > 2 and doc[start].lower_ in ("anti", "pro") and doc[start + 1].text == "-":
        start += 2  # "the anti-*Castro* forces"
    if end - start > 1 and doc[start].lower_ in words["bodies.portfolios"] and doc[start - 1].lower_ == "of":
        start += 1  # "Secretary of War James Hartley"
    while end > start and (
        doc[end - 1].text in _POSSESSIVE
        or not doc[end - 1].text[-1].isalnum()
        or (doc[end - 1].lower_ in _JOINING and end < len(doc))
    ):
        end -= 1  # "Prince Charles of"
    if start >= end or any(i in taken for i in range(start, end)):
        return
    if not any(token.is_alpha and token.text[0].isupper() for token in doc[start:end]):
        return
    longer = person_end(doc, start, end, words)
    if not any(i in taken for i in range(end, longer)):
        end = longer
    whole = start == entity.start and _is_scene(doc[start:end])
    if (whole or _says_where(doc[start:end], words)) and not any(doc[i].text in surnames for i in range(start, end)):
        return  # "a warehouse in Tal Mizrab"
    span = doc[start:end]
    usual = is_body_name(span[-1], words) or end - start > 2 or span[-1].lower_ in words["bodies.offices"]
    if not usual and not _is_ranked(doc, start, end, words):
        return  # "Détente", "the Gadsden Purchase"
    name = span.text.partition("(")[0].strip()  # a bracket may be glued to the name: "Qanbar(Arabic"
    if name in surnames and article_before(span) == start:
        actor = surnames[name]
    elif len([token for token in span if token.is_alpha]) == 1:
        noble = start > 0 and doc[start - 1].lower_ in NOBLE
        known = surnames.bearer(span[-1].text, start)
        title = doc[start - 1] if start > 0 else doc[start]
        if known and title.lower_ in ROYAL and f"{title.text} {cast[known].name}" not in doc.text:
            known = None  # "Prince Charles" is not Charles Kennedy, nor "King Hussein" Saddam Hussein
        actor = known or cast.introduce(doc[start - 1 : end].text if noble else name, "person")
        if noble and known is None:
            surnames[span[-1].text] = actor
    else:
        actor = surnames.get(name) or surnames.same(span) or cast.introduce(name, "person")
        surnames[name] = actor
        surnames.note(span, actor)
    yield Party(actor, start, end, "name", how="named entity")


def _is_storm(doc: Doc, start: int, words: Words) -> bool:
    """Tell whether a name is a storm's: "Cyclone Nargis"."""
    storms = words["bodies.storms"]
    return doc[start].lower_ in storms or (start > 0 and doc[start - 1].lower_ in storms)


def _is_scene(name: Span) -> bool:
    """Tell whether a phrase before what a clause tells says where it was: "In 1879, *at Livadia*, he signed"."""
    preposition = name.root.head
    return (
        name.root.dep_ == "pobj"
        and preposition.lower_ in _WHERE
        and preposition.i == name.start - 1
        and preposition.dep_ == "prep"
        and preposition.head.pos_ in ("VERB", "AUX")
        and preposition.head.i >= name.end
    )


def _says_where(name: Span, words: Words) -> bool:
    """Tell whether what the model takes for a person or body stands where a place does: "the airport in Mezzeh"."""
    preposition = name.root.head
    return (
        name.root.dep_ == "pobj"
        and (preposition.lower_ == "in" or (preposition.lower_ == "of" and preposition.head.base in _TOWNS))
        and preposition.i == name.start - 1
        and preposition.head.pos_ in ("NOUN", "PROPN")
        and preposition.head.base in (words["nouns.land"] | words["nouns.site"])
    )


def _body(entity: Span, taken: set[int], cast: Cast, words: Words, surnames: Surnames) -> Iterator[Party]:
    doc = entity.doc
    tokens = [token for token in entity if token.i not in taken]
    if not tokens or (any(token.i in taken for token in entity) and entity.root.i in taken):
        return
    owned = _after_owner(entity, taken, words)
    whole = entity.start if owned > entity.start else owned
    span = _trimmed(entity, owned, words)
    if span is None or _is_no_body(span, words):
        return
    start, end = span.start, span.end
    leaning = end - start > 1 and doc[start].lower_ in words["bodies.leanings"]
    if leaning and (doc[start + 1].lower_ in words["bodies.heads"] or doc[start + 1].lower_ == "house"):
        whole = start = start + 1  # "the Republican Senate"
        span = doc[start:end]
    if end - start == 1 and _is_ordinary(span, words):
        return
    if entity.label_ == "NORP" and span.root.tag_ not in ("NNS", "NNPS"):
        return  # "Islamist", "Sunni" only describe
    if any(i in taken for i in range(start, end)):
        return
    if end - start == 1 and span.text in surnames:
        yield Party(surnames[span.text], start, end, "name", how="named entity")  # a person whom the text named in full
        return
    following = doc[end] if end < len(doc) else None
    if following is not None and following.base in words["bodies.kinds"] and following.pos_ == "NOUN":
        # "the Al bu Nimr tribe"
        end += 1
        span = doc[start:end]
    if _is_cut(span, taken, words):
        end += 2
        span = doc[start:end]
        taken.add(end - 1)  # "Congress" alone is no body
    kind = "government" if span.root.base in words["bodies.heads"] else "organization"
    while doc[whole].lower_ in _NO_NAMES:
        whole += 1
    name = doc[whole:end].text if whole < start else span.text
    yield Party(cast.introduce(name, "organization"), start, end, "name", how=f"named entity ({kind})")


def _is_cut(name: Span, taken: set[int], words: Words) -> bool:
    """Tell whether the model left out the last word of a league's name: "the *Farmers*' Union"."""
    doc, end = name.doc, name.end
    if end + 1 >= len(doc) or doc[end].text not in _POSSESSIVE or name.end - name.start > 1:
        return False
    league = doc[end + 1]
    known = league.text in words["bodies.ending_names"] or league.lower_ in words["bodies.opening_names"]
    return name.text[-1] == "s" and league.text.istitle() and known and league.i not in taken


def _trimmed(entity: Span, start: int, words: Words) -> Span | None:
    """Return the name in an entity from a place on, without words and signs around it; None if nothing is left."""
    doc, end = entity.doc, entity.end
    if doc[start].text in _POSSESSIVE:
        return None  # "Chamoun['s Government]"
    if end - start == 3 and doc[start].lower_ in ("anti", "pro") and doc[start + 1].text == "-":
        return None  # "anti-Russia sanctions"
    while start < end and (doc[start].lower_ in _NO_NAMES or doc[start].pos_ in ("ADP", "SCONJ", "PUNCT")):
        start += 1
    while end > start and (doc[end - 1].text in _POSSESSIVE | _DASHES or _is_loose(doc, end - 1)):
        end -= 1
    end = _before_sum(doc, start, end, words)
    brackets = [token.i for token in doc[start:end] if token.text == "("]
    if brackets and brackets[0] > start and not any(token.text == ")" for token in doc[start:end]):
        end = brackets[0]  # "Hindustan Aeronautics (HAL"
    return doc[start:end] if start < end else None


def _is_loose(doc: Doc, last: int) -> bool:
    """Tell whether a name was cut before the one that it goes on with: "Supreme Court *of the*" Philippines."""
    word = doc[last].lower_
    at_the_end = last + 1 == len(doc)
    return word in ("the", "and", "in") or (word == "of" and (at_the_end or doc[last + 1].lower_ == "the"))


def _is_no_body(name: Span, words: Words) -> bool:
    """Tell whether a name is that of an operation, service, storm, creed, harbour or post, or no name at all."""
    doc, start, end = name.doc, name.start, name.end
    if end - start > 1 and doc[start].text == "Operation":
        return True
    if not any(token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") for token in name):
        return True
    if end < len(doc) and doc[end].lower_ in words["offices.ranks"] and name[-1].lower_ in words["offices.services"]:
        return True  # "Marine Gen. Lou Barton": his service
    if name.text.lower() in words["bodies.portfolios"] or not is_body_name(name.root, words):
        return True
    if doc[end - 1].lower_ == "of" and end < len(doc) and doc[end].lower_ in _NO_NAMES:
        return True  # "Rebels of the"
    if _is_storm(doc, start, words) or doc[end - 1].lower_.endswith("ism"):
        return True  # "Catholicism"
    return end - start == 2 and doc[start].text in _LANDMARKS and doc[end - 1].ent_type_ == "ORG"  # "Port Arthur"


def _is_ordinary(name: Span, words: Words) -> bool:
    """Tell whether a name of one word is none: "Music producer", "Party leader", "the Kaiser", "the base in Mezzeh"."""
    if name.text.lower() in words.either("nouns.arts", "thrones.words") or _is_common(name[0], words):
        return True
    return not name.text.isupper() and _says_where(name, words)


def _is_common(word: Token, words: Words) -> bool:
    """Tell whether a word is no name, though it begins a sentence or title: "*Party* leader", not "the Alliance"."""
    if word.is_sent_start and word.text.istitle() and word.tag_ in ("NNS", "NNPS"):
        several = word.lower_.removesuffix("s")
        if several in words.either("nouns.fighting", "nouns.armed_people", "nouns.apart", "nouns.forces"):
            return True  # "*Rebels* backed by Rwanda"
    common = word.text.istitle() and word.lower_ in words["nouns.body_word"] and word.dep_ in ("compound", "nmod")
    return common and not (word.i > 0 and word.nbor(-1).lower_ in _NO_NAMES)


def _before_sum(doc: Doc, start: int, end: int, words: Words) -> int:
    """Return where a name ends to which the model added a sum of money: "paid *Fiat* 1.5bn euros"."""
    for i in range(start + 1, end):
        if doc[i].lower_ in words["bodies.currencies"]:
            first = i
            while first - 1 > start and (doc[first - 1].tag_ == "CD" or doc[first - 1].text[0].isdigit()):
                first -= 1
            return first
    return end


def _after_owner(entity: Span, taken: set[int], words: Words) -> int:
    """Return where the name of a body goes on after its owner's: "the Kenya Water Commission"."""
    start = entity.start
    while start < entity.end and (start in taken or entity.doc[start].lower_ in _NO_NAMES):
        start += 1
    end = entity.end - 1 if entity[-1].text in _POSSESSIVE else entity.end
    body = entity.root.base in words["bodies.heads"] and end - start > 1
    return start if body and any(i in taken for i in range(entity.start, start)) else entity.start
