"""Stretches of a parsed text, such as sentences and names: what the grammar asks of spaCy's Span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token


class Span:
    """The tokens ``start:end`` of a text; of an entity, `label_` is its kind."""

    __slots__ = ("_lowers", "_root", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._lowers: frozenset[str] | None = None
        self._root: Token | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def lowers(self) -> frozenset[str]:
        """The different words of the span in small letters."""
        if self._lowers is None:
            self._lowers = frozenset(token.lower_ for token in self)
        return self._lowers

    @property
    def start_char(self) -> int:
        """The offset of the first character."""
        return self.doc.tokens[self.start].idx

    @property
    def text(self) -> str:
        """The characters of the span, without white space after the last token."""
        if self.start == self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.start_char : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token that is nearest to the root of its sentence, the first of several."""
        if self._root is None:
            self._root = self._find_root()
        return self._root

    def _find_root(self) -> Token:
        if self.end - self.start == 1:
            return self.doc.tokens[self.start]
        inside = range(self.start, self.end)
        outermost = []
        for token in self:
            if token.head is token:
                return token
            if token.head.i not in inside:
                outermost.append(token)
        if len(outermost) == 1:
            return outermost[0]
        return self.doc.tokens[self.doc.original[self.start : self.end].root.i]
