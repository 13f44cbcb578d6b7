"""One actor for one name: a surname alone is the person named in full, and no name is a person and a body at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.entities import HONORIFICS, ROYAL
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_HYPHENS = frozenset({"-", "–"})
_MODIFYING = frozenset({"compound", "nmod", "amod"})
_ARTICLES = frozenset({"the", "a", "an"})
_PERIODICALS = frozenset({"newspaper", "magazine", "daily", "weekly"})
_NEVER_MISTER = frozenset({"sir", "dame", "lord", "lady", "mrs", "ms", "queen", "princess"})
_HEADS_OF_STATE = ROYAL | {"president"}
_DISTINCT = 4
"""No part of a firm's name with fewer letters is a name by itself."""
_ACTING = SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "poss"}
_BODIES = frozenset({"organization", "armed_group"})
_FOUND_BY = ("named entity", "surname")


def one_each(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with every name of persons and bodies read as the same actor throughout the text.

    `found` are all mentions by name; what the index knows keeps its actor, unless the text names another one in full.
    """
    persons = [party for party in found if cast[party.actor].kind == "person"]
    own = [
        party
        for party in found
        if party.how.startswith(_FOUND_BY) and not cast.is_known(party.actor) and party.via == "name"
    ]
    if not own and not persons:
        return found
    meant = {
        **_by_first_word(doc, own, found, cast, words),
        **_called_firms(doc, own, cast, words),
        **_settled(doc, own, found, cast),
        **_of_known(doc, own, found, cast, words),
        **_firms(doc, own, cast, words),
        **_leagues(doc, own, found, cast, words),
        **_in_full(doc, own, persons, cast),
    }
    return [_reread(party, meant[id(party)]) if id(party) in meant else party for party in found] if meant else found


def _reread(party: Party, actor: str) -> Party:
    """Return a mention with its actor; what was taken for a place is no place any more."""
    return replace(party, actor=actor, how="part of a name" if party.how == "place" else party.how, capital=False)


def _name(doc: Doc, party: Party) -> list[str]:
    """Return the names of a person without titles, the parts of a hyphenated one as one."""
    names: list[str] = []
    joined = False
    for token in doc[party.start : party.end]:
        if token.text in _HYPHENS and names:
            names[-1] += "-"
            joined = True
        elif joined:
            names[-1] += token.text
            joined = False
        elif names or token.lower_ not in HONORIFICS:
            names.append(token.text)
    return names


def _in_full(doc: Doc, own: Iterable[Party], persons: Iterable[Party], cast: Cast) -> dict[int, str]:
    """Return whom surnames alone mean, by the ids of their mentions: the bearer named in full last before."""
    bearers: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    whole: set[str] = set()
    knights: set[str] = set()
    alone: list[tuple[str, Party]] = []
    apart = _titled_alone(doc, persons, cast)
    for party in persons:
        if id(party) in apart:
            bearers[doc[party.end - 1].text].append((party.start, party.actor))
            continue
        name = _name(doc, party)
        if len(name) > 1 and "of" not in name and name[-1][:1].isupper():
            bearers[name[-1]].append((party.start, party.actor))
            whole.add(party.actor)
            if _title(doc, party) in _NEVER_MISTER:
                knights.add(party.actor)
        elif len(name) == 1:
            alone.append((name[0], party))
    if not bearers:
        return {}
    alone += [
        (text, party)
        for party in own
        if cast[party.actor].kind == "organization"
        and (text := doc[party.start : party.end].text) in bearers
        and _may_be_person(doc, party)
    ]
    meant: dict[int, str] = {}
    for text, party in alone:
        named = bearers.get(text)
        if not named:
            continue
        if _title(doc, party) == "mr":  # "Mr Blair" is not Sir Ian Blair
            named = [bearer for bearer in named if bearer[1] not in knights] or named
        if party.actor in whole and (party.actor in {actor for _, actor in named} and len(named) == 1):
            continue
        before = [actor for start, actor in sorted(named) if start < party.start]
        meant[id(party)] = before[-1] if before else min(named)[1]
    return meant


def _titled_alone(doc: Doc, persons: Iterable[Party], cast: Cast) -> set[int]:
    """Return the ids of mentions by title and surname that are of nobody whom the text names in full.

    "King Hussein" is not Saddam Hussein whom no mention calls king, and "President Kennedy", whom the index knows, is
    not Attorney General Robert Kennedy.
    """
    titles: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    alone: list[tuple[str, str, Party]] = []
    for party in persons:
        name, title = _name(doc, party), _title(doc, party)
        if len(name) > 1:
            titles[name[-1]].setdefault(party.actor, set()).add(title)
        elif len(name) == 1 and title in _HEADS_OF_STATE:
            alone.append((name[0], title, party))
    apart: set[int] = set()
    for text, title, party in alone:
        full = titles.get(text, {})
        if not full or (title not in ROYAL and not cast.is_known(party.actor)):
            continue
        others = [
            actor
            for actor, held in full.items()
            if actor != party.actor and title not in held and (title in ROYAL or held != {""})
        ]
        if len(others) == len(full):
            apart.add(id(party))
    return apart


def _title(doc: Doc, party: Party) -> str:
    """Return the form of address before or at the beginning of a name, or ""."""
    for i in (party.start, party.start - 1):
        if i >= 0 and doc[i].lower_ in HONORIFICS:
            return doc[i].lower_.rstrip(".")
    return ""


def _may_be_person(doc: Doc, party: Party) -> bool:
    """Tell whether what is taken for a body stands as a person's name does: not "the Ford", not "Ford cars"."""
    before = doc[party.start - 1].lower_ if party.start > 0 else ""
    return before not in _ARTICLES and doc[party.end - 1].dep_ not in _MODIFYING


def _settled(doc: Doc, own: Iterable[Party], found: Iterable[Party], cast: Cast) -> dict[int, str]:
    """Return what names mean that are now a person's, now a body's: what they are more often, else the known body's.

    A title or trade before a name ("the playwright Beaumont") is a person's.
    """
    readings: defaultdict[str, list[Party]] = defaultdict(list)
    for party in own:
        if cast[party.actor].kind in ("person", "organization"):
            readings[doc[party.start : party.end].text].append(party)
    known = {
        doc[party.start : party.end].text: party.actor
        for party in found
        if cast[party.actor].kind == "organization" and cast.is_known(party.actor)
    }
    meant: dict[int, str] = {}
    for text, parties in readings.items():
        counts = Counter(party.actor for party in parties)
        if text in known and len(text) > 1:
            winner = known[text]
        elif len(counts) < 2:
            continue
        else:
            personal = {party.actor for party in parties if _is_called_by_trade(doc[party.start], doc)}
            winner = max(
                counts,
                key=lambda actor: (
                    actor in personal and cast[actor].kind == "person",
                    counts[actor],
                    cast[actor].kind == "person",
                ),
            )
        meant.update({id(party): winner for party in parties if party.actor != winner})
    return meant


def _by_first_word(doc: Doc, own: Iterable[Party], found: Iterable[Party], cast: Cast, words: Words) -> dict[int, str]:
    """Return the firms that the name of a place means which theirs begins with: "Baikal" after "Baikal Finance Group".

    Only where the name acts, is acted on or owns: "ships crossed Lake Baikal", "in Nevada" stay places.
    """
    firms = {
        doc[party.start].text: party.actor
        for party in own
        if party.end - party.start > 1
        and cast[party.actor].kind == "organization"
        and doc[party.end - 1].lower_.rstrip(".") in words["bodies.firms"]
    }
    return {
        id(party): firms[doc[party.start].text]
        for party in (found if firms else ())
        if party.how == "place"
        and party.end - party.start == 1
        and doc[party.start].text in firms
        and doc[party.start].dep_ in _ACTING
    }


def _called_firms(doc: Doc, own: Iterable[Party], cast: Cast, words: Words) -> dict[int, str]:
    """Return as bodies what the model takes for persons and the text calls firms: "the oil firm Yorgan"."""
    persons = [p for p in own if cast[p.actor].kind == "person" and p.end - p.start == 1]
    bodies = {doc[p.start : p.end].root.i for p in own if cast[p.actor].kind == "organization"} if persons else set()
    firms = {
        doc[party.start].text
        for party in persons
        if _beside_body(doc[party.start], bodies)
        or (
            party.start > 1
            and (doc[party.start - 1].base in words["nouns.firm"] | _PERIODICALS or _is_owned(doc, party.start))
            and doc[party.start - 1].pos_ in ("NOUN", "VERB", "ADJ")
        )
    }
    return {
        id(party): cast.introduce(doc[party.start].text, "organization")
        for party in persons
        if doc[party.start].text in firms
    }


def _beside_body(name: Token, bodies: Collection[int]) -> bool:
    """Tell whether a name stands in one list with a body's: "*Amicus* and the Transport Workers Union"."""
    if name.i > 0 and name.nbor(-1).lower_ in HONORIFICS:
        return False
    others = [child.i for child in name.children if child.dep_ == "conj"]
    if name.dep_ == "conj":
        others.append(name.head.i)
    return any(i in bodies for i in others)


def _is_owned(doc: Doc, start: int) -> bool:
    """Tell whether the word before a name says whose firm it is: "Rostek-owned Yorgan"."""
    return doc[start - 1].lower_ in ("owned", "controlled", "run") and doc[start - 2].text in _HYPHENS


def _is_called_by_trade(first: Token, doc: Doc) -> bool:
    """Tell whether a title or common noun for a person stands right before a name: "Mr", "playwright"."""
    return first.i > 0 and doc[first.i - 1].lower_ in HONORIFICS


def _firms(doc: Doc, own: Iterable[Party], cast: Cast, words: Words) -> dict[int, str]:
    """Return what shorter names of firms mean: "Altona" beside "Altona Group", "Rover" beside "MG Rover"."""
    own = list(own)
    titled = {party.actor for party in own if _title(doc, party)}
    own = [
        party
        for party in own
        if cast[party.actor].kind == "organization"
        or (cast[party.actor].kind == "person" and party.end - party.start == 1 and party.actor not in titled)
    ]
    by_name: Mapping[str, str] = {cast[party.actor].name: party.actor for party in own}
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for name, actor in by_name.items():
        first, _, last = name.rpartition(" ")
        for part in (first if " " not in first else name.split(" ", 1)[0], last):
            distinct = len(part) >= _DISTINCT and part.lower() not in words["nouns.body_names"]
            if distinct and part in by_name and part != name and cast[actor].kind == "organization":
                longer[by_name[part]].add(actor)  # "Rover" of "MG Rover", "Santander" of "Santander Central Hispano"
        if (
            first in by_name
            and cast[actor].kind == "organization"
            and (last.rstrip(".").lower() in words["bodies.firms"] or last in _PERIODICALS)
        ):
            longer[by_name[first]].add(actor)
    return {id(p): next(iter(longer[p.actor])) for p in own if len(longer.get(p.actor, ())) == 1}


def _of_known(doc: Doc, own: Iterable[Party], found: Iterable[Party], cast: Cast, words: Words) -> dict[int, str]:
    """Return of which known body a last word is short: "the *Tigers*" after "the Tamil Tigers"."""
    short: defaultdict[str, list[Party]] = defaultdict(list)
    for party in own:
        name = doc[party.start : party.end].text
        if party.end - party.start == 1 and len(name) >= _DISTINCT and cast[party.actor].kind == "organization":
            short[name].append(party)
    for name in [name for name in short if name.lower() in words["nouns.body_names"]]:
        del short[name]
    bodies: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for party in found if short else ():
        last = doc[party.end - 1].text
        if party.end - party.start > 1 and last in short and cast[party.actor].kind in _BODIES:
            bodies[last].setdefault(party.actor, party.start)
    return {
        id(party): actor
        for name, named in bodies.items()
        if len(named) == 1
        for actor, start in named.items()
        for party in short[name]
        if start < party.start
    }


def _leagues(doc: Doc, own: Iterable[Party], found: Iterable[Party], cast: Cast, words: Words) -> dict[int, str]:
    """Return of which body of nations a capitalised word is short: "*League* members" after "League of Nations"."""
    short = [
        party
        for party in own
        if party.end - party.start == 1
        and doc[party.start].lower_ in words["nouns.body_names"]
        and cast[party.actor].kind == "organization"
    ]
    bodies: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for party in found if short else ():
        if party.end - party.start > 1 and cast[party.actor].kind == "igo":
            for i in (party.start, party.end - 1):
                bodies[doc[i].text].setdefault(party.actor, party.start)
    return {
        id(party): actor
        for party in short
        if len(named := bodies.get(doc[party.start].text, {})) == 1
        for actor, start in named.items()
        if start < party.start
    }
