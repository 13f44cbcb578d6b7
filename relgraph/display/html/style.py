"""The style of all HTML, and which family has which colours."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from zlib import crc32

FAMILIES = {"cooperates": 1, "affiliated": 2, "disputes": 3, "restrains": 4, "fights": 5}
"""The colours of the families that ship with relgraph, as numbers in the style sheet."""

_OWN, _OWN_COLOURS = 6, 4


@cache
def style_sheet() -> str:
    """Return the style sheet without its comments and white space."""
    return squeezed(files("relgraph.display.html").joinpath("style.css").read_text(encoding="utf-8"))


def squeezed(style: str) -> str:
    """Return a style sheet without its comments and white space."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", style)).strip()


@cache
def family_colours(*, dark: bool = False) -> dict[int, tuple[str, str]]:
    """Return the colours of words and of what is behind them, as ``#rrggbb``, by the number of a family's look."""
    found = re.findall(r"--relgraph-family(\d)-fg: (#\w{6});--relgraph-family\1-bg: (#\w{6})", _part(dark))
    return {int(number): (front, behind) for number, front, behind in found}


def _part(dark: bool) -> str:
    light, _, rest = style_sheet().partition("@media (prefers-color-scheme: dark)")
    return rest.partition("}}")[0] if dark else light


def family_look(type: str) -> str:
    """Return the class with the colours of a type's family; families of one's own share four, always the same ones.

    Colours are never all that tells: the name of the type stands beside them.
    """
    return f"family{family_number(type)}"


def family_number(type: str) -> int:
    """Return the number that a type's family has in `FAMILIES`, or one of the further four, always the same one."""
    family = type.partition(".")[0]
    own = _OWN + crc32(family.encode("utf-8", "surrogatepass")) % _OWN_COLOURS
    return FAMILIES.get(family, own)
