"""Whom a raid strikes, where the parser gave it to the raiders: "the raids of corsairs *on Spanish ports*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_AT = ("on", "upon", "against")


def mend_raids(doc: Doc, words: Words) -> None:
    """Hang "on" and "against" on the raid itself, unless they say where the raiders stand: "guards *on the border*"."""
    for on in doc.occurrences(_AT):
        raiders = on.head
        of = raiders.head
        if on.dep_ != "prep" or raiders.dep_ != "pobj" or of.lower_ not in ("of", "by") or on.i < raiders.i:
            continue
        raid = of.head
        if raid.pos_ != "NOUN" or raid.base not in words["events.force"]:
            continue
        if of.lower_ == "of" and raid.base in words["events.of_the_struck"]:
            continue  # "the bombing of troops on the hill"
        if raiders.base in words.either("nouns.forces", "nouns.armed_people") and not _is_line(on, words):
            hang(on, raid)


def _is_line(on: Token, words: Words) -> bool:
    """Tell whether a phrase ends in a border or the like, where people stand."""
    return any(child.dep_ == "pobj" and child.base in words["nouns.frontier"] for child in on.children)
