"""Whom a raid strikes, where the parser gave it to others: "the raids of corsairs *on Spanish ports*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_AT = ("on", "upon", "against")
_TIMES = frozenset({"DATE", "TIME"})


def mend_raids(doc: Doc, words: Words) -> None:
    """Hang on a raid what is its own; what each step mends is said there."""
    _sites(doc, words)
    _struck(doc, words)


def _struck(doc: Doc, words: Words) -> None:
    """Hang "on" and "against" on the raid: "the raids of corsairs *on Spanish ports*".

    They stay where they say where the raiders stand: "guards *on the border*".
    """
    for on in doc.occurrences(_AT):
        raiders = on.head
        if (raid := _before_time(on, words)) is not None:
            hang(on, raid)
            continue
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


def _before_time(on: Token, words: Words) -> Token | None:
    """Return the attack that a time parts from what it strikes: "launched a *raid* Monday night *on* Lima"."""
    verb = on.head
    raid = next((child for child in verb.children if child.dep_ == "dobj" and child.i < on.i), None)
    if on.dep_ != "prep" or verb.pos_ != "VERB" or raid is None or raid.base not in words["events.force"]:
        return None
    between = on.doc.tokens[raid.i + 1 : on.i]
    return raid if between and all(token.ent_type_ in _TIMES for token in between) else None


def _sites(doc: Doc, words: Words) -> None:
    """Hang a site on the one named before it as struck, not on the attack: "an attack on a bank and *the mosque*"."""
    for on in doc.occurrences(_AT):
        attack = on.head
        struck = next((child for child in on.children if child.dep_ == "pobj"), None)
        if attack.pos_ != "NOUN" or attack.base not in words["events.force"] or struck is None:
            continue
        for site in attack.children:
            if site.dep_ == "conj" and site.i > struck.i and site.base in words["nouns.site"]:
                hang(site, struck, "conj")


def _is_line(on: Token, words: Words) -> bool:
    """Tell whether a phrase ends in a border or the like, where people stand."""
    return any(child.dep_ == "pobj" and child.base in words["nouns.frontier"] for child in on.children)
