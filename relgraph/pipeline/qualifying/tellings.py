"""What a text has told so far, as relations: asked for only by references that depend on who did what to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from relgraph.pipeline.candidates import Candidate

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LEAST = 0.5
"""Of less sure relations no reference is made."""


class Teller(Protocol):
    """Finds the relations of a stretch of text."""

    def between(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield every relation whose trigger begins with one of the tokens from `start` to before `end`."""


class Tellings:
    """The relations that one text tells up to a word: few words ask for them, so they are found when asked for.

    `prepare` is called before relations are looked for.
    """

    def __init__(self, doc: Doc, teller: Callable[[], Teller]) -> None:
        """`teller` makes what finds the relations of a stretch of the text, with the references known by then."""
        self._doc = doc
        self._make = teller
        self._known: dict[int, list[Candidate]] = {}
        self.prepare: Callable[[], None] = lambda: None

    def before(self, token: Token, sentences: int) -> Iterator[tuple[int, Candidate]]:
        """Yield what is told before a word, the last first: in its sentence (0) and so many before it (1, 2, …)."""
        for candidate in reversed(self._told(token.sent.start, token.i)):
            if max(candidate.source.start, candidate.target.start) < token.i:
                yield 0, candidate
        start = token.sent.start
        for distance in range(1, sentences + 1):
            if start == 0:
                return
            sentence = self._doc[start - 1].sent
            start = sentence.start
            if start not in self._known:
                self._known[start] = self._told(start, sentence.end)
            for candidate in reversed(self._known[start]):
                yield distance, candidate

    def _told(self, start: int, end: int) -> list[Candidate]:
        self.prepare()
        return [candidate for candidate in self._make().between(start, end) if candidate.confidence >= _LEAST]
