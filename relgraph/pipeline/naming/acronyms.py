"""Acronyms that a text explains in brackets: "the Kenya Farmers Union (KFU)", "KFU (Kenya Farmers Union)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.naming.bodies import again, is_body_name
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_OF_FIRMS = frozenset({"L", "C", "I"})
"""Letters of Ltd., Corp. and Inc. at the end of an acronym, which the long form may leave out: "Sahel Motors (SML)"."""
_NO_ALIAS = frozenset({"person", "place", "region", "group"})
_EXPLAINED = re.compile(r"\([A-Z]{2}")
_SHORT = re.compile(r"[A-Z]{3,6}")
_CLOSING = frozenset({")", ";", ","})
_LINKS = frozenset({
    "of", "the", "for", "and", "in", "de", "del", "des", "la", "le", "du", "au", "les", "el", "y", "et", "to",
    "on", "against", "&", "pour", "para", "per", "en", "e", "do", "da", "dos", "das", "los", "las", "der", "die", "für",
    "und",
})  # fmt: skip
_JOINTS = frozenset({"'s", "’s", "'", "’", "-", "–", ","})
_OWNERS = STATES | {"igo", "region"}
_LONGEST = 14
_SHORTEST = 2
_HEADS = ("bodies.heads", "bodies.groups", "bodies.opening_names", "bodies.of_other_tongues", "nouns.body_word")


def with_acronyms(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with every acronym that the text explains read as its long form, in all places.

    "the Kenya Farmers Union (KFU)", "KFU (Kenya Farmers Union)".
    """
    if "(" not in text:
        return found
    if whole := list(_written_out(doc, found, cast, words)):
        found = [party for party in found if not any(party.overlaps(other) for other in whole)] + whole
    short = _acronyms(doc, found, cast)
    if not short:
        return found
    kept = [
        replace(party, actor=short[doc[party.start].text])
        if party.end - party.start == 1 and doc[party.start].text in short
        else party
        for party in found
    ]
    taken = {i for party in kept for i in range(party.start, party.end)}
    return kept + list(again(doc, taken, short, {}, how="acronym"))


def with_unexplained(doc: Doc, found: list[Party], cast: Cast) -> list[Party]:
    """Return the mentions with acronyms that no brackets explain read as the one body whose initials they are.

    "The Justice and Equality Movement withdrew. … *JEM* fighters": in a text that has no other body of these initials.
    """
    short = {
        doc[party.start].text
        for party in found
        if party.end - party.start == 1 and _SHORT.fullmatch(doc[party.start].text) and not cast.is_known(party.actor)
    }
    short -= {bracket.nbor(1).text for bracket in doc.occurrences(["("])}
    if not short:
        return found
    bodies: dict[str, set[str]] = {}
    for party in found:
        if party.end - party.start > 2 and cast[party.actor].kind not in _NO_ALIAS:
            name = "".join(token.text[0] for token in doc[party.start : party.end] if token.text[0].isupper())
            bodies.setdefault(name, set()).add(party.actor)
    meant = {name: min(bodies[name]) for name in short if len(bodies.get(name, ())) == 1}
    return [
        replace(party, actor=meant[doc[party.start].text], how="acronym")
        if party.end - party.start == 1 and doc[party.start].text in meant
        else party
        for party in found
    ]


def _written_out(doc: Doc, found: list[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield bodies by all the words that an acronym is made of: "Union of Patriots *for the Coast* (UPC)".

    "The Government of Peru (GoP)" is Peru.
    """
    ends = {party.end: party for party in found}
    for bracket in doc.occurrences(["("]):
        i = bracket.i
        if not 1 < i < len(doc) - 2 or doc[i + 2].text not in _CLOSING:
            continue
        known = ends.get(i)
        start = _spelled(doc, i, doc[i + 1].text) or _with_land(doc, known, ends, doc[i + 1].text)
        if start is None or (known is not None and known.start <= start):
            continue
        if start > 0 and doc[start - 1].lower_ in words["bodies.of_other_tongues"] and doc[start - 1].text.istitle():
            start -= 1  # "*Frente* Farabundo Martí para la Liberación Nacional (FMLN)"
        parts = [party for party in found if party.start < i and party.end > start]
        if any(party.start < start for party in parts):
            continue
        first = next((party for party in parts if party.start == start), None)
        head = _head(doc, start, i)
        body = cast[first.actor] if first is not None and first.end > start + 1 else None
        if head.lower_ == "government" and known is not None and cast[known.actor].kind in STATES:
            yield replace(known, start=start, how="acronym")
            continue
        foreign = {head.lower_, doc[start].lower_} & words["bodies.of_other_tongues"]
        own = head.text in words["bodies.ending_names"] or bool(foreign)
        if first is not None and cast[first.actor].kind in _OWNERS and not own:
            continue  # "the Peruvian Export Authority (PEA)" is Peru's
        if body is not None and body.kind in ("organization", "armed_group") and not cast.is_known(body.id):
            other = any(p.actor == body.id and p.start != start and doc[p.end].text == "(" for p in found)
            if not other:  # "the Joint Tribunal (JT)" and "the Joint Tribunal for the Coast (JTC)" are two
                cast.rename(body.id, " ".join(doc[start:i].text.split()))
                yield Party(body.id, start, i, "name", how="named entity (organization)")
                continue
        elif not own and head.base not in words.either(*_HEADS):
            continue
        if foreign or is_body_name(head, words):
            actor = cast.introduce(doc[start:i].text, "organization")
            yield Party(actor, start, i, "name", how="named entity (organization)")


def _head(doc: Doc, start: int, end: int) -> Token:
    """Return the head of a name: the word before the first link, or the last one."""
    return next((token for token in doc[start : end - 1] if token.nbor(1).lower_ in _LINKS), doc[end - 1])


def _spelled(doc: Doc, end: int, short: str) -> int | None:
    """Return where the words begin whose first letters, up to a place, make an acronym: all capitals, maybe links."""
    letters = [letter.upper() for letter in short if letter.isalpha()]
    if not 3 <= len(letters) <= 9 or not (short[0].isupper() and short[-1].isupper()):
        return None
    reached = [(end - 1, len(letters))]
    while reached:
        i, left = reached.pop()
        if i < max(0, end - _LONGEST) or not doc[i].text.strip():
            continue
        text = doc[i].text
        if left and text[0].upper() == letters[left - 1]:
            if left == 1 and text[0].isupper():
                return i
            reached.append((i - 1, left - 1))
        if doc[i].lower_ in _LINKS or text in _JOINTS:
            reached.append((i - 1, left))
    return None


def without_documents(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Drop what the text explains as the short name of a treaty, law or plan: "the Taiwan Relations Act (TRA)"."""
    if not _EXPLAINED.search(text):
        return found
    documents = words["bodies.documents"]
    short = {
        doc[i + 1].text
        for i in (bracket.i for bracket in doc.occurrences(["("]))
        if 0 < i < len(doc) - 2
        and doc[i + 2].text in _CLOSING
        and doc[i + 1].text.isupper()
        and any(
            {t.lower_, t.base} & documents
            for t in (doc[i - 1], _head(doc, _spelled(doc, i, doc[i + 1].text) or i - 1, i))
        )
    }
    if not short:
        return found
    return [
        party
        for party in found
        if party.end - party.start > 1 or doc[party.start].text not in short or cast.is_known(party.actor)
    ]


def _acronyms(doc: Doc, found: Iterable[Party], cast: Cast) -> dict[str, str]:
    short: dict[str, str] = {}
    ends = {party.end: party for party in found}
    starts = {party.start: party for party in found}
    for bracket in doc.occurrences(["("]):
        i = bracket.i
        if not 0 < i < len(doc) - 2:
            continue
        inner, outer = doc[i + 1], doc[i - 1]
        long = ends.get(i)
        if long is not None and cast[long.actor].kind in STATES and doc[long.start - 1].lower_ in ("in", "of"):
            # "the Commission for Control in Laos (CC)"
            long = ends.get(long.start - 1) or long
        if (
            long is not None
            and doc[i + 2].text in _CLOSING
            and (_abbreviates(inner.text, doc, long) or _translates(inner.text, doc, long, cast))
        ):
            short.setdefault(inner.text, long.actor)
        native = _native_acronym(doc, i) if long is not None and doc[i + 2].text == ":" else None
        if long is not None and native is not None:
            short.setdefault(native, long.actor)
        long = starts.get(i + 1 + (doc[i + 1].lower_ == "the"))
        if (
            long is not None
            and long.end < len(doc)
            and doc[long.end].text == ")"
            and _abbreviates(outer.text, doc, long)
        ):
            short.setdefault(outer.text, long.actor)
    return {name: actor for name, actor in short.items() if cast[actor].kind not in _NO_ALIAS}


def _with_land(doc: Doc, land: Party | None, ends: Mapping[int, Party], short: str) -> int | None:
    """Return where a body's name begins that ends with its land: "*Union for Peace* in Chad"."""
    if land is None or not short.isupper():
        return None
    link = land.start - 1 - (doc[land.start - 1].lower_ == "the")
    body = ends.get(link) if link > 0 and doc[link].lower_ == "in" else None
    if body is None or body.end - body.start < _SHORTEST or not body.how.startswith("named entity"):
        return None
    initials = "".join(token.text[0] for token in doc[body.start : land.end] if token.text[0].isupper())
    whole = len(short) > sum(token.text[0].isupper() for token in doc[body.start : body.end])
    return body.start if whole and _is_spread(short, initials) else None


def _native_acronym(doc: Doc, bracket: int) -> str | None:
    """Return the acronym after a name in another language: "(Indonesian: Gerakan Aceh Merdeka, *GAM*)"."""
    closing = next((i for i in range(bracket + 3, min(bracket + 30, len(doc))) if doc[i].text == ")"), None)
    if closing is None:
        return None
    for i in range(closing - 1, bracket + 4, -1):
        name, before = doc[i].text, doc[i - 1]
        if name.isupper() and 1 < len(name) < 8 and (before.text in (",", ";") or before.lower_ in ("or", "as")):
            words = [token.text for token in doc[bracket + 3 : i] if token.text[0].isalpha()]
            foreign = any(not word.isascii() for word in words)
            initials = "".join(word[0] for word in words).upper()
            return name if foreign or _is_spread(name, initials) else None
    return None


def _is_spread(short: str, initials: str) -> bool:
    """Tell whether all letters of an acronym stand among the initials of the words, in their order."""
    rest = iter(initials)
    return all(letter in rest for letter in short)


def _abbreviates(short: str, doc: Doc, long: Party) -> bool:
    """Tell whether a word in capitals is made of first letters of a name, in their order."""
    capitals = short.isupper() or (len(short) > 2 and short[0].isupper() and short[-1].isupper())  # "PfP"
    if not (2 <= len(short) <= 8 and capitals and short.isalpha()) or long.end - long.start < 2:
        return False
    start = long.start
    while start > 0 and doc[start - 1].pos_ in ("PROPN", "ADJ") and doc[start - 1].text[0].isupper():
        start -= 1  # "Kenya" in "Kenya Farmers Union" may be a mention of its own
    initials = iter("".join(token.text[0] for token in doc[start : long.end] if token.text[0].isalnum()).upper())
    missing = [letter for letter in short.upper() if letter not in initials]
    return not missing or (len(short) > 2 and missing == [short[-1].upper()] and missing[0] in _OF_FIRMS)


def _translates(short: str, doc: Doc, long: Party, cast: Cast) -> bool:
    """Tell whether an acronym is of a name in another language: "Patriotic Union of Kasai (UPK)"."""
    letters = [token.text[0] for token in doc[long.start : long.end] if token.text[0].isupper()]
    shared = sum(min(short.count(letter), letters.count(letter)) for letter in set(short))
    named = cast[long.actor].kind in ("organization", "armed_group", "government") and long.end - long.start > 2
    return named and short.isupper() and short.isalpha() and 2 < len(short) < 7 and 2 * shared > len(short)
