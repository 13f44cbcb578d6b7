"""Which words around a noun belong to what it says: "a *military* raid", "diplomatic *ties*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.syntax.agents import has_agent

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token


def around(noun: Token) -> list[Token]:
    """Return the words that may be modifiers of a noun, or say what it is: "the border *is contested*"."""
    said = [noun.head] if noun.dep_ == "nsubjpass" and not has_agent(noun.head) else []
    return said + [
        child
        for child in noun.children
        if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod") or child.pos_ == "ADJ"
    ]


def trigger_words(noun: Token, beside: list[Token], modifiers: tuple[str, ...], frame: Frame) -> list[Token] | None:
    """Return the tokens of the trigger, or None if a modifier is missing `beside` it."""
    words = [noun]
    for wanted in (*((modifier,) for modifier in modifiers), *((frame.companions,) if frame.companions else ())):
        found = next((child for child in beside if child.base in wanted or child.lower_ in wanted), None)
        found = found or _of_these(noun, wanted)
        if found is None:
            return None
        words.append(found)
    return words


def _of_these(noun: Token, wanted: tuple[str, ...]) -> Token | None:
    """Return what a noun is said to be of, if wanted: "use *of tear gas*"; the last word of an entry is the head."""
    entries = [entry.split()[1:] for entry in wanted if entry.startswith("of ")]
    for of in noun.rights if entries else ():
        for thing in of.children if of.lower_ == "of" else ():
            before = {word for child in thing.lefts for word in (child.base, child.lower_)}
            if any(thing.base == entry[-1] and before.issuperset(entry[:-1]) for entry in entries):
                return thing
    return None
