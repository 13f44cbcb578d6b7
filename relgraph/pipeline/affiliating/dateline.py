"""From where a report was sent: "LIMA (Reuters) -", "Harare, March 3 (AFP) -", "KARACHI:"."""

from __future__ import annotations

import re

from relgraph.pipeline.cast import STATES, Cast

_SHOUTED = re.compile(
    r"\s*(?P<place>[A-Z][A-Z .'’-]{2,30}?)(?:,[^\n]{1,40}?)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:[–—:]|--?\s)"
)
_PLAIN = re.compile(
    r"\s*(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, [A-Z][\w .]{2,20})?\s*\([A-Z][\w .]{1,20}\)\s*(?:[–—:]|--?\s)"
)
_LINES = 3
"""A dateline stands at the head of the text, or after its title."""


def sent_from(text: str, cast: Cast) -> str | None:
    """Return the country of the place that a report was sent from, if its first lines say so."""
    for line in text.split("\n", _LINES)[:_LINES]:
        match = _SHOUTED.match(line) or _PLAIN.match(line)
        if match is None:
            continue
        place = match["place"].strip()
        actor = cast.called(place.title() if place.isupper() else place)
        if actor is not None:
            root = cast.root(actor)
            return root if cast[root].kind in STATES else None
    return None
