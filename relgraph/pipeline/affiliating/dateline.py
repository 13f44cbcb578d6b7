"""From where a report was sent: "LIMA (Reuters) -", "Harare, March 3 (AFP) -", "KARACHI:"."""

from __future__ import annotations

import re

from relgraph.pipeline.cast import STATES, Cast

_SHOUTED = re.compile(
    r"\s*(?:(?:Reuters|AFP|AP|Xinhua) )?(?P<place>[A-Z][A-Z .'’-]{2,30}?)"
    r"(?:,[^\n]{1,40}?)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:[–—:]|--?\s)"
)
_PLAIN = re.compile(
    r"\s*(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, [A-Z][\w .]{2,20})?"
    r"(?:\s*\([A-Z][\w .]{1,20}\)|, [A-Z]{2,8})\s*(?:[–—:]|--?\s)"
)
_TOWN = re.compile(r"\s*(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?), (?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[–—]|--?)\s")
_LINES = 3
"""A dateline stands at the head of the text, or after its title."""


def sent_from(text: str, cast: Cast) -> str | None:
    """Return the country of the place that a report was sent from, if its first lines say so."""
    for line in text.split("\n", _LINES)[:_LINES]:
        match = _SHOUTED.match(line) or _PLAIN.match(line)
        if match is None:
            if (town := _TOWN.match(line)) and (land := cast.called(town["land"])) and cast[land].kind in STATES:
                return cast.root(land)
            continue
        place = match["place"].strip()
        actor = cast.called(place.title() if place.isupper() else place)
        if actor is not None:
            root = cast.root(actor)
            return root if cast[root].kind in STATES else None
    return None
