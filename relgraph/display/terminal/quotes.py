"""The words that state a relation, with source and target underlined and the trigger in the colour of its family."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from relgraph.display.html.quotes import excerpt
from relgraph.display.terminal.console import family_style
from relgraph.graph.view import RelationView
from relgraph.graph.visible import visible
from relgraph.model import Span

QUOTE, WHOLE = 240, 1000
"""About how many characters of a sentence are quoted on a terminal, and where the width is endless."""
_MARKS = len("“……”") - 1
_WORD = re.compile(r"\S+")

Styled = tuple[int, int, str]
"""Where a stretch of a text starts and ends, and its style."""


def quoted(view: RelationView, limit: int = QUOTE) -> Text:
    """Return the part of the sentence that states a relation, of about `limit` characters, in quotation marks."""
    spans = (view.source_span, view.trigger, view.target_span)
    return _quoted(view, excerpt(view.sentence, spans, limit))


def quoted_on_a_line(view: RelationView, width: int) -> Text:
    """Return as many words of the sentence around the trigger as there is room for on a line of `width` columns."""
    sentence, trigger = view.sentence, view.trigger
    words = [(found.start() + sentence.start, found.end() + sentence.start) for found in _WORD.finditer(sentence.text)]
    inside = [place for place, (start, end) in enumerate(words) if start < trigger.end and end > trigger.start]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    room = width - _MARKS - sum(_columns(sentence, word) for word in words[first : last + 1])
    growing = True
    while growing:
        growing = False
        for place in (first - 1, last + 1):
            if 0 <= place < len(words) and (taken := _columns(sentence, words[place])) <= room:
                first, last, room, growing = min(first, place), max(last, place), room - taken, True
    found = _quoted(view, [(words[first][0], words[last][1])] if words else [(sentence.start, sentence.end)])
    found.truncate(width, overflow="ellipsis")
    return found


def _columns(sentence: Span, word: tuple[int, int]) -> int:
    """Return how many columns a word takes with a space before it."""
    return 1 + cell_len(sentence.text[word[0] - sentence.start : word[1] - sentence.start])


def styled(text: str, offset: int, part: tuple[int, int], styles: Iterable[Styled]) -> Text:
    """Return a part of a text that begins at `offset` on one line, with its stretches in their styles."""
    start, end = part
    inside = [each for each in styles if each[0] < end and each[1] > start]
    cuts = sorted({start, end, *(cut for each in inside for cut in each[:2] if start < cut < end)})
    found = Text()
    for left, right in pairwise(cuts):
        style = " ".join(style for begins, ends, style in inside if begins <= left and right <= ends)
        words = re.sub(r"\s+", " ", text[left - offset : right - offset])
        found.append(visible(words.lstrip() if found.plain.endswith(" ") else words), style)
    return found


def trigger_style(type: str) -> str:
    """Return how the words are shown that state a relation of a type."""
    return f"bold {family_style(type)}"


def _quoted(view: RelationView, parts: list[tuple[int, int]]) -> Text:
    sentence: Span = view.sentence
    styles = [
        (view.source_span.start, view.source_span.end, "underline"),
        (view.target_span.start, view.target_span.end, "underline"),
        (view.trigger.start, view.trigger.end, trigger_style(view.type)),
    ]
    pieces = [styled(sentence.text, sentence.start, part, styles) for part in parts]
    for piece, (_, end) in zip(pieces, parts, strict=True):
        if end == sentence.end:
            piece.rstrip()
    text, (start, end) = sentence.text, (parts[0][0] - sentence.start, parts[-1][1] - sentence.start)
    before, after = ("…" if left.strip() else "" for left in (text[:start], text[end:]))
    return Text.assemble("“", before, Text(" … ").join(pieces), after, "”")
