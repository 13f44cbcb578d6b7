"""Other names of one and the same that a text gives: "X, also known as Y", "X ("Y")", "X, formerly the Y"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_BODIES = frozenset({"organization", "government", "armed_group", "igo"})
_LONGEST = 12
"""In tokens, how far apart two names of one stand."""
_CALLED = re.compile(
    r"[,(]? ?(?:(?:also|formerly|previously|originally|commonly|better|sometimes|locally|widely|usually|now|later|"
    r"officially|popularly|simply|once|and) )*(?:known|called|named|nicknamed|renamed|abbreviated|styled|dubbed|"
    r"referred to|self-styled)(?: (?:as|by|to|its|his|her|the|in|under|simply|also|name|nickname|acronym|title|"
    r"nom|de|guerre|alias|arabic|english|french|spanish|russian|kurdish|turkish|persian|hebrew|initials))*"
    r" ?[\"“‘'(]*(?:the )?"
)
_FORMERLY = re.compile(r", (?:formerly|previously|originally|alias|a\.?k\.?a\.?)(?: the)? ?")
_QUOTED = re.compile(r" ?\( ?[\"“‘'] ?(?:the )?")
_PATTERNS = (_CALLED, _FORMERLY, _QUOTED)


def united(doc: Doc, found: list[Party], cast: Cast) -> list[Party]:
    """Return the mentions with the other names of a body or person that the text gives read as the first one."""
    same: dict[str, str] = {}
    ordered = sorted(found, key=lambda party: party.start)
    for first, second in pairwise(ordered):
        if not 0 < second.start - first.end <= _LONGEST:
            continue
        between = doc.text[doc.tokens[first.end].idx : doc.tokens[second.start].idx].strip("\n").lower()
        if not any(pattern.fullmatch(" " + between if between[:1] == "(" else between) for pattern in _PATTERNS):
            continue
        kinds = cast[first.actor].kind, cast[second.actor].kind
        bodies = kinds[0] in _BODIES and (kinds[1] in _BODIES or kinds[1] == "person")
        if second.how == "place" or not (bodies or kinds == ("person", "person")):
            continue
        known = [cast.is_known(party.actor) for party in (first, second)]
        if first.actor != second.actor and not all(known):
            old, new = (first.actor, second.actor) if known[1] else (second.actor, first.actor)
            same[old] = same.get(new, new)
    return [replace(party, actor=same.get(party.actor, party.actor)) for party in found] if same else found
