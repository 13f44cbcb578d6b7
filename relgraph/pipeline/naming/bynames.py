"""Names that mean an actor only in the company of others: "the North", "the Union", "the coalition"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.apposition import takes_of
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.naming.namefinder import NameFinder
    from relgraph.pipeline.nlp.parse import Doc, Token

_OWN_COALITION = re.compile(
    r"\b(?:is|was) an? (?:[\w-]+ ){0,4}(?:alliance|coalition) (?:of|between|made up of|formed by)\b"
)
HALF = "a part of the country"
SHARED = "the last word of a name shared"
_DIRECTIONS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"})

_SIDES = frozenset({"northern", "southern"})
_SERVICES = frozenset({"army", "armies", "navy", "cavalry", "forces", "troops", "government", "congress"})


def halves(doc: Doc, found: list[Party], taken: set[int], words: Words) -> Iterator[Party]:
    """Yield "the North", "the South" and "the Union" in texts that name the states which they are parts of.

    Where the text speaks of several divided countries, the one named last before is meant, by the name of the whole,
    too: "Vietnam" in a text that names South Vietnam.
    """
    meanings: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word, meant, named in words.entries("contextual.halves"):
        meanings[named][word] = meant
    present = {party.actor for party in found}
    wholes = {whole: half for whole, half in words.entries("contextual.wholes") if half in present}
    within = {party.start: wholes.get(party.actor, party.actor) for party in found}
    places = sorted((start, actor) for start, actor in within.items() if actor in meanings)
    if not places:
        return
    known = {word for words_of in meanings.values() for word in words_of}
    for token in doc.occurrences(known):
        if token.i in taken or not _stands_alone(token, words):
            continue
        before = [actor for start, actor in places if start < token.i and token.text in meanings[actor]]
        after = [actor for _, actor in places if token.text in meanings[actor]]
        for actor in before[-1:] or after[:1]:
            yield Party(meanings[actor][token.text], token.i, token.i + 1, "alias", how=HALF)


def shared_names(doc: Doc, finder: NameFinder, found: list[Party], taken: set[int]) -> Iterator[Party]:
    """Yield the first of two names of one last word: "*Eastern* and Western Europe", "*North* and South Korea"."""
    for party in found:
        first = party.start - 2
        if (
            first < 0
            or first in taken
            or doc[party.start].text not in _DIRECTIONS
            or doc[first].text not in _DIRECTIONS
        ):
            continue
        if doc[party.start - 1].lower_ not in ("and", "or") or party.end - party.start < 2:
            continue
        names = finder.reading([doc[first].text, *(token.text for token in doc[party.start + 1 : party.end])])
        if names:
            yield Party(names[0].actor, first, first + 1, "name", how=SHARED)


def _stands_alone(token: Token, words: Words) -> bool:
    """Tell whether a word is the name itself: "the North", "Union troops", not "the South China Sea"."""
    doc, i = token.doc, token.i
    if token.lower_ in _SIDES:
        return token.dep_ == "amod" and token.head.i > i and token.head.base in words["nouns.of_halves"]
    if i + 1 < len(doc):
        after = doc[i + 1]
        if token.dep_ in ("compound", "amod", "nmod") and after.lower_ in _SERVICES:
            return True  # "the Union Navy"
        if (after.lower_ == "of" and not takes_of(token, words)) or after.text in ("-", "–"):
            return False
        if after.pos_ == "PROPN" and after.text[0].isupper():
            return False
        if token.dep_ in ("compound", "amod", "nmod"):
            return after.pos_ in ("NOUN", "ADJ") and token.head.pos_ == "NOUN"
    before = doc[i - 1].lower_ if i > 0 else ""
    if before == "the" and i + 2 < len(doc) and doc[i + 1].lower_ == "and" and doc[i + 2].lower_ == "the":
        return True  # "the Union and the Confederacy"
    if before in ("and", "both") or (i + 1 < len(doc) and doc[i + 1].lower_ == "and"):
        return _is_paired(token)
    return before == "the" or (i > 1 and before in ("entire", "whole", "communist", "rebel"))


def _is_paired(token: Token) -> bool:
    """Tell whether a word stands beside its opposite: "the North and South", "both North and South Korea"."""
    doc, i = token.doc, token.i
    other = {"North": "South", "South": "North"}.get(token.text)
    around = [doc[at].text for at in (i - 2, i - 3, i + 2, i + 3) if 0 <= at < len(doc)]
    return other is not None and other in around


def with_short_forms(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with what a plain noun means in a text: "the coalition" in one about the Islamic State.

    A body that only the model knows by the bare noun is no other one.
    """
    meant = {party.start: party for party in _short_forms(doc, found, cast, words)}
    if not meant:
        return found
    return [party for party in found if party.start not in meant] + list(meant.values())


def _short_forms(doc: Doc, found: list[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the plain nouns that mean an actor in the company of another one that the text names."""
    forms = _meant_by_nouns(found, cast, words)
    if not forms:
        return
    taken = {
        i
        for party in found
        if cast.is_known(party.actor) or party.end - party.start > 1
        for i in range(party.start, party.end)
    }
    for token in doc:
        actor = forms.get(token.base)
        if actor is not None and token.is_lower and _OWN_COALITION.search(doc.text) is not None:
            continue  # the text has one of its own
        if actor is None or token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
            continue
        before = next((child.left_edge.i for child in token.lefts if child.dep_ != "det"), token.i)
        of_many = all(
            word.pos_ in ("NUM", "PUNCT") or word.base in words["contextual.of_many"] for word in doc[before : token.i]
        )
        if not of_many or any(child.dep_ in ("poss", "prep", "nmod") for child in token.rights):
            continue
        yield Party(actor, before, token.i + 1, "description", how="what the text calls so")


def _meant_by_nouns(found: list[Party], cast: Cast, words: Words) -> dict[str, str]:
    """Return whom plain nouns mean: of several the one whose enemy is named most, in a text on that war.

    It is on that war if it names no other armed group than the enemy, or a land or another party of the war. Where it
    names another body by the noun itself, "the *Saudi-led* coalition", nobody is meant beforehand.
    """
    times = Counter(party.actor for party in found)
    roots = {cast.root(actor) for actor in times}
    armed = {root for root in roots if cast[root].kind == "armed_group"}
    entries = words.entries("contextual.short_forms")
    meant: dict[str, str] = {}
    for noun, actor, enemy, theatre in sorted(entries, key=lambda entry: times[entry[2]]):
        known = {entry[1] for entry in entries if entry[0] == noun}
        known |= {one for one, third, means in words.entries("contextual.beside") if means == actor and third in times}
        others = {one for one in times if cast[one].kind == "bloc" and cast[one].name.lower().endswith(f"-led {noun}")}
        here = actor in times or armed <= {enemy} or not roots.isdisjoint(theatre.split())
        if enemy in times and actor in cast and here and others <= known:
            meant[noun] = actor
    return meant
