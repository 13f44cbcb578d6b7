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

_QUOTE = 200
_STEP = 8
_LEAST = 24

Styled = tuple[int, int, str]
"""Where a stretch of a text starts and ends, and its style."""


def quoted(view: RelationView, limit: int = _QUOTE) -> Text:
    """Return the part of the sentence that states a relation, of about `limit` characters, in quotation marks."""
    spans = (view.source_span, view.trigger, view.target_span)
    return _quoted(view, excerpt(view.sentence, spans, limit))


def quoted_on_a_line(view: RelationView, width: int) -> Text:
    """Return what of the sentence is around the trigger, on one line of at most `width` columns."""
    limit = width
    while True:
        found = _quoted(view, excerpt(view.sentence, (view.trigger,), limit))
        if cell_len(found.plain) <= width or limit <= _LEAST:
            found.truncate(width, overflow="ellipsis")
            return found
        limit -= _STEP


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
    before = "…" if parts[0][0] > sentence.start else ""
    after = "…" if parts[-1][1] < sentence.end else ""
    return Text.assemble("“", before, Text(" … ").join(pieces), after, "”")
