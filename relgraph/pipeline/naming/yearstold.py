"""The years that a text or a sentence tells of: which state a name meant then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.words import Words

YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)(s?)\b")
_DECADE = 9
_DATED = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring)(?: [A-Z][a-z]+)?(?: \d{1,2},?)? (?:1[5-9]|20)\d\d\b"
    r"|\b(?:[Ii]n|[Bb]y|[Dd]uring|[Tt]hroughout) the (?:(?:early|late) |mid[- ])?[a-z]{3,5}ties\b"
)
"""A time in which something is said to happen: "in 1975", "by the mid-sixties", not "since 1975"."""
_SPELT = re.compile(r"\bthe (?:(?:early|late) |mid[- ])?(twen|thir|for|fif|six|seven|eigh|nine)ties\b")
_TENS = {"twen": 1920, "thir": 1930, "for": 1940, "fif": 1950, "six": 1960, "seven": 1970, "eigh": 1980, "nine": 1990}


def years_told(text: str) -> list[int]:
    """Return the years of a text that says when something happens, of a decade the first and the last."""
    if not _DATED.search(text):
        return []
    spans = [(int(year), bool(decade)) for year, decade in YEAR.findall(text)]
    spans += [(_TENS[tens], True) for tens in _SPELT.findall(text)]
    return [year + more for year, decade in spans for more in ((0, _DECADE) if decade else (0,))]


def is_of_later(doc: Doc, party: Party, words: Words) -> bool:
    """Tell whether a country is named where only years are told of that come after the state before it ended.

    "Russian sanctions followed in 2006" are no Soviet ones, whatever the text told of before.
    """
    ends = [
        int(span.partition("-")[2]) for country, _, span in words.entries("historic.times") if country == party.actor
    ]
    if not ends:
        return False
    years = years_told(doc[party.start].sent.text)
    return bool(years) and min(years) > max(ends)
