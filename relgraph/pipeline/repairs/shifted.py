"""Objects behind the list that they are put on or struck from: "removed from its sanctions list *two banks*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LISTS = ("list", "blacklist", "register", "roster")
_LINKS = frozenset({"from", "to", "off", "on"})
_BEFORE = 4


def shift_objects(doc: Doc) -> None:
    """Give a verb that has no object the noun that stands behind the list."""
    for roll in doc.occurrences(_LISTS):
        link = _link_before(roll)
        if link is None or link.dep_ != "prep" or any(child.dep_ == "dobj" for child in link.head.children):
            continue
        verb, shifted = link.head, _behind(roll, link)
        if verb.pos_ != "VERB" or verb.i > link.i or shifted is None:
            continue
        if roll.pos_ == "VERB":
            _read_as_noun(roll, link)
        hang(shifted, verb, "dobj")


def _link_before(roll: Token) -> Token | None:
    """Return the preposition before a list and whose it is: "*from* its sanctions list"."""
    first = max(roll.sent.start, roll.i - _BEFORE)
    between = roll.doc[first : roll.i]
    links = [token for token in between if token.lower_ in _LINKS and token.pos_ == "ADP"]
    if not links or not any(token.dep_ in ("poss", "det") for token in between if token.i > links[-1].i):
        return None
    return links[-1]


def _behind(roll: Token, link: Token) -> Token | None:
    """Return the noun behind a list on which the parser could hang it nowhere: on the list, its verb or its "of"."""
    deeper = [of for of in roll.rights if of.lower_ == "of"]
    holders = (
        (roll, ("dobj",)),
        (link, ("pobj",)),
        (link.head, ("npadvmod", "dobj")),
        *((of, ("pobj",)) for of in deeper),
    )
    for holder, deps in holders:
        found = [child for child in holder.rights if child.dep_ in deps and child.i > roll.i]
        if holder in deeper:
            found = found[1:]  # the first is what the list is of
        if found and found[0].pos_ in ("NOUN", "PROPN") and found[0].ent_type_ != "DATE":
            return found[0]
    return None


def _read_as_noun(roll: Token, link: Token) -> None:
    """Take a list for a noun that the tagger took for a verb, with its first half before it."""
    roll.pos_, roll.tag_ = "NOUN", "NN"
    halves = [child for child in link.children if child.dep_ == "pobj" and child.i < roll.i]
    hang(roll, link, "pobj")
    for half in halves:
        hang(half, roll, "compound")
