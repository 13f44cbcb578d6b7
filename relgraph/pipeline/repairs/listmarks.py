"""Numbers and capitals before operative clauses: "1. Condemns the attack;" is written as the parser can read it.

Such a line begins with its verb, which the parser takes for a noun or a name because of the capital.
"""

from __future__ import annotations

import re
from functools import cache

from relgraph.pipeline.nlp.inflection import forms
from relgraph.pipeline.words import grammar

_MARK = r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•*·])"
_ENOUGH = 2


@cache
def _lines() -> re.Pattern[str]:
    """Return the pattern of a line, or of a part after a semicolon, that begins with an operative word."""
    words = grammar()
    starts = {form for verb in words["documents.operative"] for form in forms(verb) if form.endswith(("s", "ing"))}
    starts |= words["documents.operative"] | words["documents.alarmed"]
    adverbs = words["documents.adverbs"]
    listed = "|".join(sorted((word.capitalize() for word in starts), key=len, reverse=True))
    lower = "|".join(sorted(starts, key=len, reverse=True))
    strongly = "|".join(sorted(word.capitalize() for word in adverbs))
    start = rf"(?:(?:{strongly})(?: and [a-z]+ly)?,? (?:{lower}|{listed})|{listed})"
    return re.compile(rf"(?P<before>^[ \t]*|[;:,] (?:and )?)(?P<mark>{_MARK}[ \t]+)?(?P<start>{start})\b", re.MULTILINE)


def unmark(text: str) -> str:
    """Blank the numbers of operative paragraphs and write their first word small; the length stays the same."""
    found = list(_lines().finditer(text))
    if len(found) < _ENOUGH:
        return text
    parts, end = [], 0
    for line in found:
        parts.append(text[end : line.start()] + line["before"] + " " * len(line["mark"] or ""))
        parts.append(line["start"].lower())
        end = line.end()
    return "".join(parts) + text[end:]
