"""Searching the sentences that state relations: how users write it, and how SQLite's FTS5 takes it."""

from __future__ import annotations

import re

from relgraph.errors import UsageError
from relgraph.store.asking import Clause
from relgraph.store.schema import PLACES
from relgraph.store.sentences import searchable

_TOKEN = re.compile(r'"[^"]*"\*?|[()]|[^\s()"]+')
_NEAR = re.compile(r"NEAR(?:/(\d{1,9}))?")
_BETWEEN = 10
"""How many words may stand between two that are near each other, unless a number says it."""
_DEEPEST = 50


def matching(words: str) -> Clause:
    """Return the condition that a relation's sentence matches a search; raises `UsageError` if it is none."""
    search = _Search(words).expression()
    return Clause(
        "key IN (SELECT same.key FROM sentence JOIN relation AS first ON first.key = sentence.rowid "
        f"JOIN relation AS same ON same.key >= first.key AND same.key < ((first.key >> {PLACES}) + 1) << {PLACES} "
        "AND same.sentence_start = first.sentence_start AND same.sentence_length = first.sentence_length "
        "WHERE sentence MATCH ? "
        "UNION SELECT relation FROM sentence JOIN further ON further.key = -sentence.rowid WHERE sentence MATCH ?)",
        (search, search),
    )


class _Search:
    """A search that is being read, word by word."""

    def __init__(self, words: str) -> None:
        if not isinstance(words, str):
            raise UsageError(f"a search is a string of words, not {words!r}")
        self._words = words
        self._tokens = _TOKEN.findall(searchable(words))
        self._at = 0
        self._depth = 0
        if words.count('"') % 2:
            raise self._wrong("it has a quotation mark without its counterpart")

    def expression(self) -> str:
        """Return the search in the language of FTS5."""
        if not self._tokens:
            raise self._wrong("it is empty")
        found = self._either()
        if self._next() is not None:
            raise self._wrong(f"{self._next()!r} has no counterpart")
        return found

    def _wrong(self, why: str) -> UsageError:
        return UsageError(
            f'cannot search for {self._words!r}: {why}; a search is made of words, "phrases", beginn*, AND, OR, NOT, '
            "NEAR, NEAR/5 and round brackets"
        )

    def _next(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *wanted: str) -> bool:
        if self._next() not in wanted:
            return False
        self._at += 1
        return True

    def _either(self) -> str:
        parts = [self._both()]
        while self._take("OR"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def _both(self) -> str:
        parts = [self._without()]
        while self._take("AND") or self._next() not in (None, "OR", ")"):
            parts.append(self._without())
        return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"

    def _without(self) -> str:
        found = self._close()
        while self._take("NOT"):
            found = f"({found} NOT {self._close()})"
        return found

    def _close(self) -> str:
        parts = [self._atom()]
        between = 0
        while (near := _NEAR.fullmatch(self._next() or "")) is not None:
            self._at += 1
            between = max(between, int(near[1]) if near[1] else _BETWEEN)
            parts.append(self._atom())
        if len(parts) == 1:
            return parts[0]
        if any(part.startswith("(") for part in parts):
            raise self._wrong("NEAR stands between words or phrases, not brackets")
        return f"NEAR({' '.join(parts)}, {between})"

    def _atom(self) -> str:
        token = self._next()
        if token is None or token in (")", "AND", "OR", "NOT") or _NEAR.fullmatch(token):
            raise self._wrong(f"a word is missing before {token!r}" if token else "a word is missing at its end")
        self._at += 1
        if token == "(":
            return self._bracket()
        start = "*" if token.endswith("*") else ""
        word = token.removesuffix("*").strip('"')
        if not any(character.isalnum() for character in word):
            raise self._wrong(f"{token!r} has no word")
        return f'"{word}"{start}'

    def _bracket(self) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong("it has too many brackets in brackets")
        found = self._either()
        if not self._take(")"):
            raise self._wrong("it has a bracket without its counterpart")
        self._depth -= 1
        return found if found.startswith("(") else f"({found})"
