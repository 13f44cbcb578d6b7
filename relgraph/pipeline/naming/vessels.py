"""Ships by name, which act for the nation that their prefix or the words before them say: "HMS Kent", "Yavuz"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.naming.bodies import again
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_REACH = 5


def ships(doc: Doc, text: str, taken: set[int], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield ships by the prefix that says whose they are ("HMS Kent") and their bare names later ("the Kent")."""
    prefixes = {entry[0]: entry[1] for entry in words.entries("prefixes.ships")}
    named: dict[str, str] = {}
    if not any(prefix in text for prefix in prefixes):
        return
    for token in doc[:-1]:
        if token.text not in prefixes or token.i in taken:
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].text[0].isupper() and end not in taken and doc[end].pos_ == "PROPN":
            end += 1
        if end > token.i + 1:
            actor = cast.introduce(doc[token.i : end].text, "government", parent=prefixes[token.text])
            named[doc[token.i + 1 : end].text] = actor
            yield Party(actor, token.i, end, "name", how="ship")
    yield from again(doc, taken, named, prefixes, how="ship")


def ships_of_nations(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with those of ships whose nation the text says: "a Chilean ship, the Vega"."""
    vessels = [token for token in doc if token.lemma_ in words["nouns.vessel"] and token.pos_ in ("NOUN", "PROPN")]
    if not vessels:
        return found
    mention_at = {i: party for party in found for i in range(party.start, party.end)}
    named: dict[str, str] = {}
    whole: list[Party] = []
    for token in vessels:
        owner = _nation_of(doc, token, mention_at, cast, words)
        if owner is None:
            continue
        start, end = token.i + 1, _name_after(doc, token.i + 1, mention_at, cast)
        if end == start and (name := _ship_name(token)) is not None and not _is_known(name, mention_at, cast):
            start, end = _first(name), name.i + 1
        if end > start:
            actor = cast.introduce(doc[start:end].text, "government", parent=owner)
            whole.append(Party(actor, start, end, "name", how="ship"))
            named[doc[start].text] = actor
    if not named:
        return found
    own = {i for party in whole for i in range(party.start, party.end)}
    rest = [party for party in found if not own.intersection(range(party.start, party.end))]
    rest = [p for p in rest if doc[p.start].text not in named or cast.is_known(p.actor)] + whole
    taken = {i for party in rest for i in range(party.start, party.end)}
    return rest + list(again(doc, taken, named, {}, how="ship"))


def _nation_of(doc: Doc, vessel: Token, mention_at: Mapping[int, Party], cast: Cast, words: Words) -> str | None:
    """Return the nation before a word for a ship, however the parser hangs it: "the *Chilean* supply boat Vega".

    A ship is of the nation under whose flag it is or who owns it, too: "the *Greek*-flagged tanker".
    """
    for i in range(vessel.i - 1, max(vessel.i - _REACH, vessel.sent.start - 1), -1):
        mention = mention_at.get(i)
        if mention is not None:
            return mention.actor if cast[mention.actor].kind in STATES else None
        of = doc[i].lower_ in words["adjectives.holding"] and doc[i - 1].text == "-"
        if doc[i].pos_ not in ("NOUN", "PROPN", "ADJ", "PART") and doc[i].text != "-" and not of:
            break
    return _fleet_of(doc, vessel.i + 1, mention_at, cast)


def _fleet_of(doc: Doc, start: int, mention_at: Mapping[int, Party], cast: Cast) -> str | None:
    """Return the nation behind a word for a ship: "a tanker *of Russia's shadow fleet*", "*of the Royal Navy*"."""
    if start + 2 >= len(doc) or doc[start].lower_ != "of":
        return None
    owner = mention_at.get(start + 1 + (doc[start + 1].lower_ == "the"))
    if owner is None or cast[owner.actor].kind not in STATES | {"government"}:
        return None
    state = cast.root(owner.actor)
    return state if cast[state].kind in STATES else None


def _name_after(doc: Doc, start: int, mention_at: Mapping[int, Party], cast: Cast) -> int:
    """Return where the name ends that begins at a token right after the word for a ship; `start` if there is none."""
    end = start
    while (
        end < min(len(doc), start + _REACH)
        and (doc[end].pos_ == "PROPN" or (end > start and doc[end].text.isdigit()))
        and (doc[end].text[0].isupper() or doc[end].text.isdigit())
        and not (end in mention_at and cast.is_known(mention_at[end].actor))
    ):
        end += 1
    return end


def _ship_name(noun: Token) -> Token | None:
    """Return the last word of the name in "the ship Vega", "a ship, the Vega" and "the Vega, a ship"."""
    around = [child for child in noun.children if child.dep_ == "appos"]
    if noun.dep_ in ("appos", "compound"):
        around.append(noun.head)
    for token in around:
        first = token.doc[_first(token)]
        if token.pos_ == "PROPN" and all(t.text[0].isupper() for t in token.doc[first.i : token.i + 1]):
            return token
    return None


def _first(name: Token) -> int:
    """Return where a name begins of which the last word is given: "the *Delta* Poseidon"."""
    start = name.i
    while start > name.sent.start and (before := name.doc[start - 1]).pos_ == "PROPN" and before.head.i == name.i:
        start -= 1
    return start


def _is_known(name: Token, mention_at: Mapping[int, Party], cast: Cast) -> bool:
    mention = mention_at.get(name.i)
    return mention is not None and cast.is_known(mention.actor)
