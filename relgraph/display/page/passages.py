"""The stretches of texts that a page needs: each sentence that states something, with what stands around it.

Offsets are told as JavaScript counts them, in units of UTF-16, from the beginning of a passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from relgraph.model import Document, Evidence, Span

AROUND = 240
"""How many characters before and after a sentence are shown with it."""
_LONGEST, _AT_WORDS = 2400, 700
"""Of a longer sentence, as tables without punctuation can be, only what is near the words that matter is kept."""
_WORD = 24


@dataclass(frozen=True)
class Passage:
    """A stretch of the text of a document, which begins at the character `start`."""

    document: Document
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.document.text[self.start : self.end]

    @cached_property
    def _pairs(self) -> list[int]:
        return [] if self.text.isascii() else [at for at, letter in enumerate(self.text) if letter > "\uffff"]

    def place(self, offset: int) -> int:
        """Return the place of a character of the document, or of the nearest one of the passage, in units of UTF-16."""
        at = min(max(offset - self.start, 0), self.end - self.start)
        return at + bisect_left(self._pairs, at)

    def places(self, span: Span) -> tuple[int, int]:
        """Return where a span starts and ends in the passage."""
        return self.place(span.start), self.place(span.end)


class Passages:
    """The passages of some evidence, in the order of the documents; those that touch are one."""

    def __init__(self, evidence: Iterable[tuple[Document, Evidence]]) -> None:
        documents: dict[str, Document] = {}
        stretches: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for document, each in evidence:
            documents[document.id] = document
            stretches[document.id].append(_stretch(document.text, each))
        self.all = [
            Passage(documents[id_], start, end) for id_, found in stretches.items() for start, end in _united(found)
        ]
        self._starts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, passage in enumerate(self.all):
            self._starts[passage.document.id].append((passage.start, number))

    def place(self, evidence: Evidence) -> list[int]:
        """Return the number of the passage, and where sentence, source, trigger and target start and end in it."""
        starts = self._starts[evidence.document]
        at = min(max(_core(evidence)[0], 0), starts[-1][0])
        number = starts[max(bisect_right(starts, (at, len(self.all))) - 1, 0)][1]
        passage = self.all[number]
        spans = evidence.sentence, evidence.source, evidence.trigger, evidence.target
        return [number, *(place for span in spans for place in passage.places(span))]


def _core(evidence: Evidence) -> tuple[int, int]:
    """Return the sentence, or what is around the words that matter if it is very long."""
    sentence = evidence.sentence
    if sentence.end - sentence.start <= _LONGEST:
        return sentence.start, sentence.end
    trigger = evidence.trigger
    return (
        max(sentence.start, min(trigger.start, sentence.end) - _AT_WORDS),
        min(sentence.end, max(trigger.end, sentence.start) + _AT_WORDS),
    )


def _stretch(text: str, evidence: Evidence) -> tuple[int, int]:
    """Return the sentence with what stands around it, to the next space between two words."""
    start, end = _core(evidence)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    left = text.find(" ", first, first + _WORD) + 1 if first else 0
    right = text.rfind(" ", last - _WORD, last) if last < len(text) else last
    return min(left or first, start), max(right if right > 0 else last, end)


def _united(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
