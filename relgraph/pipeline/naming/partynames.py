"""Parties by the bare words that mean them in texts about their country: "Labour", "the Conservatives"."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words, homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_AT_FIRST = SUBJECTS | PASSIVE_SUBJECTS | {"poss", "dobj", "pobj", "conj"}
_OFTEN = 2
"""So often must other countries be named."""
_NEXT = 2
"""How far "Communists" stand from "Nationalists" in "Nationalists and Communists"."""
_OF_PARTIES = frozenset({"mp", "mps", "peer", "peers", "minister", "ministers", "leader", "government"})


def with_party_names(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with the parties that bare words mean in a text about their country.

    `words["contextual.parties"]` has them. What the model takes for a body of the name is no other one.
    """
    found = _of_other_lands(doc, found, cast, words)
    possible = [entry for entry in words.entries("contextual.parties") if entry[0] in text]
    if not possible:
        return found
    counts = _countries(found, cast)
    main = counts.most_common(1)[0][0] if counts else None
    meant = {word: party for word, party, country in possible if country == main and party in cast}
    if not meant:
        return found
    taken = {i for p in found if cast.is_known(p.actor) or p.end - p.start > 1 for i in range(p.start, p.end)}
    made = {
        token.i: Party(meant[token.text], token.i, token.i + 1, "alias", how="a party of the country")
        for token in doc.occurrences(meant)
        if token.i not in taken and _is_party(token)
    }
    return [party for party in found if party.start not in made] + list(made.values()) if made else found


def _countries(found: list[Party], cast: Cast) -> Counter[str]:
    """Count how often a text names each country or what is at home there, its capital left aside."""
    at_home = homes()
    counts: Counter[str] = Counter()
    for party in found:
        root = cast.root(at_home.get(party.actor, party.actor)) if at_home.get(party.actor, party.actor) in cast else ""
        if root and not party.capital and cast[root].kind in STATES:
            counts[root] += 1
    return counts


def _of_other_lands(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read names that parties of many countries have as other ones where only other countries are named.

    "Two Maldivian parties and *the Democrats* left": no Americans. Where no country is named, they are the known ones.
    """
    at_home, common = homes(), words["contextual.anywhere"]
    nations = {party.end for party in found if party.via == "demonym"}  # "Irish Republicans" are read below
    known = [party for party in found if party.end - party.start == 1 and doc[party.start].text in common]
    known = [party for party in known if party.start not in nations]
    meant: dict[int, Party] = {}
    for party in known:
        home, text = at_home.get(party.actor), doc[party.start].text
        others = [one for one in found if one.actor != party.actor]
        counts = _countries(others, cast)
        if home is not None and home not in counts and counts.total() >= _OFTEN:
            own = cast.introduce(text, "organization")
            meant[party.start] = replace(party, actor=own, via="name", how="a party of another country")
    return [meant.get(party.start, party) for party in found] if meant else found


def with_nations(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Call those of a creed or cause after the one nation that the text gives them: "*Chinese* Nationalists".

    So also for "Communists" behind these and "and"; "*Irish* Republicans" are no party of another country.
    """
    creeds, at_home = words.either("nouns.apart", "nouns.apart_plural"), homes()
    nations = {p.end: p for p in found if p.via == "demonym" and cast[p.actor].kind in STATES}
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    abroad: dict[int, str] = {}
    for party in found if nations else ():
        noun, known = doc[party.start], cast.is_known(party.actor)
        if party.end - party.start > 1 or cast[party.actor].kind != "organization" or noun.text[-1] != "s":
            continue
        shared = noun.dep_ == "conj" and noun.i - noun.head.i == _NEXT
        nation = nations.get(noun.head.i if shared else noun.i)
        if nation is None or noun.dep_ in ("compound", "amod"):
            continue
        name = f"{doc[nation.start : nation.end].text} {noun.text}"
        if known and at_home.get(party.actor, nation.actor) != nation.actor:
            abroad[party.start] = cast.introduce(name, "organization")
        elif not known and noun.lower_.removesuffix("s") in creeds:
            theirs[party.actor].add(name)
    for actor, names in theirs.items():
        if len(names) == 1:
            cast.rename(actor, *names)
    return [replace(p, actor=abroad[p.start]) if p.start in abroad else p for p in found] if abroad else found


def _is_party(token: Token) -> bool:
    """Tell whether a word is the party's name: not "the Labour Ministry", nor "Labour costs" as a sentence begins."""
    doc, i = token.doc, token.i
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is not None and token.dep_ in ("compound", "amod"):
        if following.lower_ in _OF_PARTIES:
            return True
        if following.pos_ == "PROPN" and following.text[0].isupper():
            return False
    return i > token.sent.start or token.dep_ in _AT_FIRST
