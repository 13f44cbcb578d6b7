"""Bodies and regions whose names have changed or vary bear the one by which the text calls them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_NAMED_BY_TEXT = frozenset({"organization", "region"})


def name_bodies(doc: Doc, found: Iterable[Party], cast: Cast) -> None:
    """Call each known organisation and region by the longest of its names in the document.

    Example: "the Anglo-Persian Oil Company", which became the Anglo-Iranian one; "ACLU". Where the text uses the name
    of the gazetteer, that one stays, and so does any name that a user has given. What those of a party are called
    ("Democrats", "Tory") is not its name.
    """
    written: dict[str, set[str]] = {}
    for party in found:
        if cast[party.actor].kind in _NAMED_BY_TEXT and party.via in ("name", "alias"):
            written.setdefault(party.actor, set()).add(doc[party.start : party.end].text)
    for actor_id, texts in written.items():
        actor = cast[actor_id]
        if actor.name in texts or not cast.is_shipped(actor_id):
            continue
        names = texts.intersection(actor.aliases)
        if actor.sector == "PTY":
            names = {name for name in names if name.isupper() or name.endswith("Party")}
        if names:
            cast.rename(actor_id, max(names, key=lambda name: (len(name), name)))
