"""Aircraft that a report of one air force names by their type: "*Typhoons* destroyed a building" are its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_TYPE = re.compile(r"(?:F|F/A|A|B|AC|AH|MQ|RQ|KC|EA|MiG|Su|Tu)-?\d{1,3}[A-Z]*s?")


def of_air_force(denoter: Denoter, noun: Token) -> list[Party]:
    """Return whose aircraft are meant that act by their type: the only state whose forces the text has named so far."""
    if noun.dep_ not in SUBJECTS or not noun.text[0].isupper() or noun.i in denoter.mention_at:
        return []
    types = denoter.words["nouns.aircraft_types"]
    lower = noun.lower_
    if not (lower in types or lower.removesuffix("s") in types or _TYPE.fullmatch(noun.text)) or denoter.owners(noun):
        return []
    owners = {root for party in denoter.named if party.start < noun.i and (root := _of_forces(denoter, party))}
    if len(owners) != 1:
        return []
    return [Party(owners.pop(), noun.left_edge.i, noun.i + 1, "description", how="whose forces the text names")]


def _of_forces(denoter: Denoter, party: Party) -> str | None:
    """Return the state of a mention that is of its armed forces: "the RAF", "*British* forces"."""
    cast = denoter.cast
    actor, root = cast[party.actor], cast.root(party.actor)
    if cast[root].kind not in STATES:
        return None
    above = denoter.doc[party.start : party.end].root.head
    forces = party.via in ("demonym", "name", "alias") and above.base in ("force", "aircraft", "jet", "warplane")
    return root if forces or (actor.kind == "government" and actor.sector == "MIL") else None
