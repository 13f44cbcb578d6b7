"""The names of an index in a tokenised text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from relgraph.actors import ActorIndex, Name

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens
    from spacy.language import Language

    from relgraph.pipeline.nlp.parse import Doc, Span

_END = ""


@contextmanager
def _without_cache(tokenize: Callable[[str], spacy_tokens.Doc]) -> Iterator[Callable[[str], spacy_tokens.Doc]]:
    """Keep the many names out of a tokeniser's cache: they would leave no room for the words of texts."""
    size = getattr(tokenize, "max_cache_size", None)
    if size is None:
        yield tokenize
        return
    tokenize.max_cache_size = 0  # type: ignore[attr-defined]
    try:
        yield tokenize
    finally:
        tokenize.max_cache_size = size  # type: ignore[attr-defined]


class NameFinder:
    """Finds the names of an `ActorIndex` in a tokenised text, longest match first."""

    def __init__(self, index: ActorIndex, nlp: Language) -> None:
        self._trie: dict[str, Any] = {}
        self._needs_the = index.needs_the
        with _without_cache(nlp.tokenizer) as tokenize:
            for surface, names in index.names.items():
                self._add([token.text for token in tokenize(surface)], names)
                if " " in surface and not surface.isupper():
                    self._add([token.text for token in tokenize(surface.upper())], names)

    def _add(self, words: list[str], names: tuple[Name, ...]) -> None:
        node = self._trie
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_END, names)

    def first_word(self, doc: Doc, start: int) -> tuple[Name, ...]:
        """Return the readings of the one token at `start`."""
        return self.reading([doc[start].text])

    def reading(self, words: list[str]) -> tuple[Name, ...]:
        """Return the readings of a name by its words."""
        node = self._trie
        for word in words:
            node = node.get(word, {})
        names: tuple[Name, ...] = node.get(_END, ())
        return names

    def knows(self, span: Span) -> bool:
        """Tell whether the words of a span, or all of them from some word on, are a name of more than one word."""
        for start in range(span.start, span.end - 1):
            node = self._trie
            for token in span.doc[start : span.end]:
                node = node.get(token.text, {})
            if _END in node:
                return True
        return False

    def find(self, doc: Doc) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield token offsets and readings of every name in the text, left to right, none overlapping another."""
        texts = [token.text for token in doc.tokens]
        start = 0
        while start < len(texts):
            if texts[start] not in self._trie:
                start += 1
                continue
            node, end, names = self._trie, start, ()
            position = start
            while position < len(texts):
                if texts[position] not in node:
                    if not texts[position].isspace():
                        break
                    position += 1  # a line may end within a name
                    continue
                node = node[texts[position]]
                position += 1
                if _END in node:
                    end, names = position, node[_END]
            if names and not self._lacks_article(doc, start, end):
                yield start, end, names
                start = end
            else:
                start += 1

    def _lacks_article(self, doc: Doc, start: int, end: int) -> bool:
        """Tell whether a name that is one only with "the" ("the West") stands without it."""
        if doc[start:end].text not in self._needs_the:
            return False
        return start == 0 or doc[start - 1].lower_ != "the"
