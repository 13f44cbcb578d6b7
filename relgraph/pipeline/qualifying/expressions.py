"""Time expressions in plain text: where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from relgraph.pipeline.qualifying.timewords import time_grammar

_BARE_YEAR = re.compile(r"(?:1[0-9]{3}|2[01][0-9]{2})")
_WINDOW = re.compile(r"(?:the )?(?:past|last|next|coming|recent|preceding|following|intervening|ensuing)(?: .+)? \w+")


class Expression(NamedTuple):
    """A time expression in a text: character offsets, words with white space tidied, whether the date is a bare year.

    A preposition is among the words where it means more than "at that time": "since October", but not "in March".
    """

    start: int
    end: int
    text: str
    bare_year: bool = False


def find(text: str) -> tuple[Expression, ...]:
    """Return the time expressions in a text, in their order, without overlaps."""
    grammar = time_grammar()
    found: list[Expression] = []
    for match in grammar.matches(text):
        words = " ".join(match[0].split())
        if match["phrase"] is not None:
            found.append(Expression(match.start(), match.end(), words))
            continue
        core = " ".join(match["core"].split())
        before = " ".join((match["before"] or "").lower().split())
        if core.lower() in grammar.words.ambiguous and (not before or re.match(r"\s+of\b", text[match.end() :])):
            continue
        keep = before in grammar.boundary or before in grammar.words.lasting or before == "between"
        keep = keep and before not in ("during", "throughout")
        if before in ("in", "during") and _WINDOW.fullmatch(core.lower()) and " " in core and not _names_unit(core):
            keep = True
        start = match.start() if keep else match.start("core")
        bare = _BARE_YEAR.fullmatch(core) is not None
        found.append(Expression(start, match.end(), words if keep else core, bare))
    return tuple(found)


def _names_unit(core: str) -> bool:
    """Tell whether words name a unit of the calendar ("last month") rather than a stretch ("the last month")."""
    words = core.lower().split()
    return words[0] not in ("the", "recent") and len(words) == 2
