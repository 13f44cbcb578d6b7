"""The names of an index in a tokenised text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.tokenizer import Tokenizer

from relgraph.actors import ActorIndex, Name

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens
    from spacy.language import Language

    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.nlp.spans import Span

_END = ""


@contextmanager
def _without_cache(tokenizer: Callable[[str], spacy_tokens.Doc]) -> Iterator[None]:
    """Keep the many names out of a tokeniser's cache: they would leave no room for the words of texts."""
    size = getattr(tokenizer, "max_cache_size", None)
    if size is None:
        yield
        return
    tokenizer.max_cache_size = 0  # type: ignore[attr-defined]
    try:
        yield
    finally:
        tokenizer.max_cache_size = size  # type: ignore[attr-defined]


class _Parts:
    """The tokens of names. A word that the tokeniser has no rule for is one token; to ask it takes long."""

    def __init__(self, tokenizer: Callable[[str], spacy_tokens.Doc]) -> None:
        self._tokenizer = tokenizer
        self._searches: tuple[Callable[[str], object], ...] = ()
        self._rules: Collection[str] | None = None
        if isinstance(tokenizer, Tokenizer) and all(len(rule.split()) < 2 for rule in tokenizer.rules):
            self._rules = tokenizer.rules
            infixes = tokenizer.infix_finditer
            searches = (tokenizer.prefix_search, tokenizer.suffix_search, infixes and (lambda word: [*infixes(word)]))
            self._searches = tuple(search for search in searches if search)
        self._whole = cache(self._is_whole)

    def __call__(self, name: str) -> list[str]:
        words = name.split(" ")
        if all(map(self._whole, words)):
            return words
        return [token.text for token in self._tokenizer(name)]

    def _is_whole(self, word: str) -> bool:
        return (
            self._rules is not None
            and word.isalpha()
            and word not in self._rules
            and not any(search(word) for search in self._searches)
        )


class NameFinder:
    """Finds the names of an `ActorIndex` in a tokenised text, longest match first."""

    def __init__(self, index: ActorIndex, nlp: Language) -> None:
        self._trie: dict[str, Any] = {}
        self._needs_the = index.needs_the
        parts = _Parts(nlp.tokenizer)
        with _without_cache(nlp.tokenizer):
            for surface, names in index.names.items():
                self._add(parts(surface), names)
                if " " in surface and not surface.isupper():
                    self._add(parts(surface.upper()), names)

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
