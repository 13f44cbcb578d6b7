"""The words of a text as they count where texts are compared: whatever their case, quotation marks and spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from relgraph.pipeline.words import Words as Classes

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans(dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›", None))
_CASE_COUNTS = 8
"""Texts of fewer words may differ in nothing but case: "us" and "US"."""
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:\n])[\s\"'‘’“”«»()\[\]–—-]*$")


@cache
def listed(name: str) -> frozenset[str]:
    """Return a class of words of ``relgraph/data/copies.toml``."""
    return Classes.load(Path(str(files("relgraph").joinpath("data", "copies.toml"))))[f"words.{name}"]


class Words:
    """The words of one text: `words` for comparing, and which of them state a fact such as a name or a number."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFKC", text)
        self._found = list(_WORD.finditer(self._text))
        self.words = [found[0].casefold() for found in self._found]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def exact(self) -> str:
        """The text without what tells no two texts apart: spaces, quotation marks and (but in a short one) case."""
        folded = self._text if len(self) < _CASE_COUNTS else self._text.casefold()
        return " ".join(folded.translate(_QUOTES).split())

    def facts(self, start: int, end: int) -> Iterator[str]:
        """Yield the words between two places that are numbers, or by their capital may be names."""
        for found, word in zip(self._found[start:end], self.words[start:end], strict=True):
            written = found[0]
            named = written[0].isupper() and not (word in listed("starting") and self._starts_sentence(found))
            if named or any(map(str.isdigit, written)):
                yield word

    def _starts_sentence(self, found: re.Match[str]) -> bool:
        return _ENDS_SENTENCE.search(self._text, max(0, found.start() - 8), found.start()) is not None


def runs(matched: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each stretch of zeros that has ones on both sides."""
    ones = (place for place, one in enumerate(matched) if one)
    for before, after in pairwise(ones):
        if after > before + 1:
            yield before + 1, after
