"""Characters that act on what stands around them instead of being seen, made visible.

Texts from elsewhere can hold escape sequences that a terminal obeys, and directions that turn the order of the words
after them round (CVE-2021-42574). Marks for the direction of a single place, joiners and the like stay: Arabic,
Hebrew and Persian need them, and they change nothing beyond their neighbours.
"""

from __future__ import annotations

import re

DIRECTIONS = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
"""Characters that change the direction of all that follows, with the short names that Unicode gives them."""

_ENDS_OF_PLANES = "".join(chr((plane << 16) + 0xFFFE) + chr((plane << 16) + 0xFFFF) for plane in range(17))

UNSEEN = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f{''.join(DIRECTIONS)}\ud800-\udfff\ufdd0-\ufdef{re.escape(_ENDS_OF_PLANES)}]"
)
"""Controls but for tab and line feed, changes of direction, lone surrogates and noncharacters."""


def visible(text: str) -> str:
    """Return a text with pictures for what is not seen: ``␛``, ``⟦RLO⟧``, and U+FFFD for what is no character."""
    return text if text.isascii() and text.isprintable() else UNSEEN.sub(lambda found: picture(found[0]), text)


def picture(character: str) -> str:
    """Return what is shown for one of the characters of `UNSEEN`."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code < 0xA0:
        return f"⟦U+{code:04X}⟧"
    return f"⟦{DIRECTIONS[character]}⟧" if character in DIRECTIONS else "\ufffd"
