"""Short names of bodies that a text has named in full: "the NAO", "the Court", "the Front", and names cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.naming.articles import DEFINED
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.nlp.spans import Span

_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "du", "des"})
_OPEN = frozenset({"of", "for"})
_KINDS = frozenset({"organization", "government", "armed_group", "igo"})
_CALLED = frozenset(
    {"army", "front", "movement", "union", "league", "brigade", "party", "alliance", "council", "forces"}
)
_LONG = 3
_LETTERS = range(2, 7)


def in_full(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with the short names of bodies that only this text knows read as the full ones before."""
    own = [party for party in found if party.how.startswith("named entity") and cast[party.actor].kind in _KINDS]
    if not own:
        return found
    longer = dict(_completed(doc, own, found, cast))
    found = [longer.get(party.start, party) for party in found]
    bodies = sorted((party for party in found if cast[party.actor].kind in _KINDS), key=lambda party: party.start)
    nations = {party.actor for party in found if cast[party.actor].kind in STATES and not party.capital}
    meant = {**_by_initials(doc, bodies, cast), **_by_head(doc, bodies, nations, cast, words)}
    return [replace(party, actor=meant[party.start]) if party.start in meant else party for party in found]


def _by_initials(doc: Doc, own: Iterable[Party], cast: Cast) -> dict[int, str]:
    """Return by their places whom unexplained initials mean: "the National Audit Office … the NAO"."""
    full: dict[str, str] = {}
    meant: dict[int, str] = {}
    for party in own:
        text = doc[party.start].text
        if party.end - party.start == 1:
            if len(text) in _LETTERS and text.isupper() and text in full and not cast.is_known(party.actor):
                meant[party.start] = full[text]
            continue
        initials = "".join(
            token.text[0] for token in doc[party.start : party.end] if token.lower_ not in _SMALL and token.is_alpha
        )
        if len(initials) in _LETTERS and initials.isupper():
            full.setdefault(initials, party.actor)
    return meant


def _by_head(doc: Doc, own: Iterable[Party], nations: set[str], cast: Cast, words: Words) -> dict[int, str]:
    """Return by their places whom bare nouns of names mean: "the Supreme Court … the Court".

    A known name ("the Congress") is that of a body of one of the `nations` that the text names, or a short form, too.
    """
    own = list(own)
    full: dict[str, str] = {}
    meant: dict[int, str] = {}
    at_home = {party.actor: cast.root(party.actor) in nations for party in own}
    for party in own:
        first = doc[party.start]
        if party.end - party.start > 1:
            # "the Liberation *Tigers* of Zamunda … the Tigers"
            fights = cast[party.actor].kind == "armed_group"
            topical = DEFINED in party.how  # in a text about the Lake Commission it is "the Commission"
            small = (token.i for token in doc[party.start : party.end] if token.lower_ in _SMALL)
            head = next(small, party.end) - 1
            for token in doc[party.start : party.end]:
                organ = token.lower_ in words["documents.organs"] and not cast.is_known(party.actor) and not topical
                called = token.lower_ in words["nouns.body_names"] or (fights and token.i == head)
                if called and token.text[0].isupper() and not organ:
                    full[token.text] = party.actor
        elif first.text in full and _is_bare(doc, party) and not (cast.is_known(party.actor) and at_home[party.actor]):
            meant[party.start] = full[first.text]
    return meant


def _is_bare(doc: Doc, party: Party) -> bool:
    """Tell whether a noun after "the" is the whole name: not "the Court of Appeal"."""
    if party.start == 0 or doc[party.start - 1].lower_ != "the":
        return False
    if party.end >= len(doc):
        return True
    following = doc[party.end]
    return following.lower_ not in _OPEN and not (following.text[0].isupper() and following.pos_ == "PROPN")


def _of_what(doc: Doc, body: Party, taken: Mapping[int, Party], cast: Cast) -> int:
    """Return where a name ends that was cut before "of": "the *Army* of the Two Rivers"; the old end if it is whole."""
    end = body.end
    if body.end - body.start > 1 or cast.is_known(body.actor) or end + 1 >= len(doc) or doc[end].lower_ != "of":
        return end
    if doc[body.start].lower_ not in _CALLED:
        return end
    at = end + 1
    if doc[at].lower_ == "the":
        at += 1
    first = at
    while at < len(doc) and doc[at].text[0].isupper() and doc[at].text.isalpha() and at not in taken:
        at += 1
    return at if at > first else end


def _completed(doc: Doc, own: Iterable[Party], found: Iterable[Party], cast: Cast) -> Iterator[tuple[int, Party]]:
    """Yield by their places bodies whose name was cut at "of": "National Liberation Front of *Zamunda*"."""
    taken = {party.start: party for party in found}
    for party in own:
        end = party.end
        longer = _of_what(doc, party, taken, cast)
        if longer > end:
            name = doc[party.start : longer].text
            yield party.start, replace(party, actor=cast.introduce(name, "organization"), end=longer)
            continue
        if doc[end - 1].lower_ not in _OPEN or end >= len(doc) or not doc[end].text[0].isupper():
            continue
        following = taken.get(end)
        end = following.end if following is not None else end + 1
        name = doc[party.start : end].text
        if following is not None:
            end = party.end - 1
        yield party.start, replace(party, actor=cast.introduce(name, "organization"), end=end)


def is_home_of(entity: Span, start: int, end: int, words: Words) -> bool:
    """Tell whether a place ends the name of a body that is none of a state: "the Patriotic Union of *Kasai*"."""
    root = entity.root
    if entity.label_ != "ORG" or entity.end != end or root.i >= start or len(entity) - (end - start) < _LONG:
        return False
    names = words["nouns.body_names"] - words["bodies.heads"]
    return root.text[0].isupper() and root.base in names and entity.doc[start - 1].lower_ in ("of", "for", "the")
