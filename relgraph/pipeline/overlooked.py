"""Parties, unions and leagues whose name the model takes for none: "joined the *Workers' Front*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.bodies import is_body_name
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Doc, Token

_OWNING = frozenset({"'s", "’s", "'", "’"})
_BODY = frozenset({"", "ORG", "NORP", "PERSON", "PRODUCT"})


def overlooked(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the capitalised names free of others that end in a word for a party, union or league."""
    heads = doc.occurrences(words["bodies.ending_names"])
    if not heads:
        return
    taken = {i for party in found for i in range(party.start, party.end)}
    for head in heads:
        if head.i in taken or head.ent_type_ not in _BODY or not is_body_name(head, words):
            continue
        start = _begin(head, taken)
        if start < head.i and not (doc[start].is_sent_start and start == head.i - 1):
            name = doc[start : head.i + 1].text
            yield Party(cast.introduce(name, "organization"), start, head.i + 1, "name", how="named by its last word")


def _begin(head: Token, taken: set[int]) -> int:
    """Return where the capitalised words begin that a name has before its last one."""
    doc, start = head.doc, head.i
    at = head.i - 1
    while at >= head.sent.start and at not in taken:
        word = doc[at]
        if word.text in _OWNING:
            at -= 1
            continue
        if not word.is_alpha or not word.text[0].isupper() or word.pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
        start = at
        at -= 1
    return start
