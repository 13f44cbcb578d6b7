"""A text as a row of blocks, each with what can be said of it by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from relgraph.readers import wording
from relgraph.readers.dates import is_date_line

Sort = Literal["paragraph", "short", "link", "menu", "boilerplate", "disclaimer", "related", "end", "date"]
"""What a block looks like.

``paragraph`` has sentences, ``short`` may belong to an article (a heading, a caption, a turn of a transcript), ``link``
looks like an entry of a list of links, ``menu`` and ``boilerplate`` are words that pages have and articles have not.
"""

_BULLET = re.compile(r"^\s*(?:[•◦▪‣·●○■□*+–—-]|>{1,2}|→|»)\s+")
_NUMBERED = re.compile(r"^\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)]|\(?[a-zivx]{1,4}\))\s+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\[\d{1,3}\]|\d{1,3})?[\"'”’»)\]]*$")
_TURN = re.compile(r"^(?:[A-Z][\w.'’ -]{0,40}|[A-Z]):\s?\S")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?[A-Z]")
_FUNCTION_WORDS = wording.words(
    "is are was were be been has have had will would may might could can should must do does did not that this these"
    " those it its he she they we you i his her their our my who which what when where there but if then than as"
    " because while said says say after before into over about from with by at a an"
)
_OPEN_END = re.compile(r"(?:,|\b(?:the|an?|of|in|on|at|to|by|for|from|with|and|or|that|which|as|its|their|his|her))$")
_WRAP_MIN, _WRAP_MAX = 40, 100
_LINK_WORDS = 14
_PARAGRAPH_WORDS = 25


@dataclass(frozen=True, slots=True)
class Block:
    """One line, or the lines of one paragraph that were wrapped; `first` and `last` are line numbers."""

    first: int
    last: int
    text: str
    """The words in one line, without a bullet."""
    sort: Sort
    bulleted: bool
    numbered: bool
    words: int
    copies: int
    """How often this text occurs in the whole input."""
    after_gap: bool
    """Whether blank lines (or the start) stand before it."""

    @property
    def is_furniture(self) -> bool:
        """Whether its words alone show that it is no part of an article."""
        return self.sort in ("menu", "boilerplate", "related", "end", "disclaimer")

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text[-12:]) is not None


def split_blocks(lines: Sequence[str]) -> list[Block]:
    """Return the blocks of a text that is given as its lines; blank lines are in none."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            start = number if start is None else start
        elif start is not None:
            spans.extend(_unwrap(lines, start, number))
            start = None
    texts = [" ".join(line.strip() for line in lines[first:last]) for first, last in spans]
    keys = [fold(text) for text in texts]
    copies = Counter(keys)
    return [
        _block(text, span, copies[key], span[0] == 0 or not lines[span[0] - 1].strip())
        for text, key, span in zip(texts, keys, spans, strict=True)
    ]


def fold(text: str) -> str:
    """Return a text in the form in which two lines count as the same."""
    return " ".join(_BULLET.sub("", text, count=1).casefold().split())


def has_function_words(text: str) -> bool:
    """Whether the words of `text` hold one that sentences have and names of things have not."""
    return not _FUNCTION_WORDS.isdisjoint(re.findall(r"[a-z]+", text[:2000].lower().replace("’", "'")))


def _unwrap(lines: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Return the blocks of one run of lines; lines that were broken by width go together."""
    joins = [_continues(lines[number - 1], lines[number]) for number in range(start + 1, stop)]
    wide = sum(_WRAP_MIN <= len(line) <= _WRAP_MAX for line in lines[start : stop - 1])
    wrapped = len(joins) >= 2 and sum(joins) >= 0.4 * len(joins) and wide >= 0.7 * len(joins)
    spans, first = [], start
    for number in range(start + 1, stop):
        previous, line = lines[number - 1], lines[number]
        same = joins[number - start - 1] or (
            wrapped and len(previous) >= _WRAP_MIN and not _starts_item(line) and len(line) <= _WRAP_MAX
        )
        if not same:
            spans.append((first, number))
            first = number
    spans.append((first, stop))
    return spans


def _starts_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _continues(previous: str, line: str) -> bool:
    return (
        _WRAP_MIN <= len(previous) <= _WRAP_MAX
        and len(line) <= _WRAP_MAX
        and not _starts_item(line)
        and previous[-1:] not in ".!?:"
        and (line.lstrip()[:1].islower() or _OPEN_END.search(previous) is not None)
    )


def _block(raw: str, span: tuple[int, int], copies: int, after_gap: bool) -> Block:
    bulleted = _BULLET.match(raw) is not None
    text = _BULLET.sub("", raw, count=1).strip() if bulleted else raw.strip()
    numbered = _NUMBERED.match(raw) is not None
    words = len(text.split())
    return Block(
        first=span[0],
        last=span[1],
        text=text,
        sort=_sort(text, words, bulleted),
        bulleted=bulleted,
        numbered=numbered,
        words=words,
        copies=copies,
        after_gap=after_gap,
    )


def _sort(text: str, words: int, bulleted: bool) -> Sort:
    if words <= 6 and text.casefold().strip(" -–|›»>:.…") in wording.MENU_LINES:
        return "menu"
    if words <= 8 and wording.END_OF_ARTICLE.search(text):
        return "end"
    if words <= 8 and wording.RELATED.search(text):
        return "related"
    if words <= 60 and wording.DISCLAIMER.search(text):
        return "disclaimer"
    if words <= 80 and (wording.BOILERPLATE.search(text) or wording.LINK_TO_ANOTHER.search(text)):
        return "boilerplate"
    if words <= 12 and is_date_line(text):
        return "date"
    ends = _SENTENCE_END.search(text[-12:]) is not None
    if words >= _PARAGRAPH_WORDS and (ends or has_function_words(text)):
        return "paragraph"
    if words >= 7 and ends and (has_function_words(text) or _SENTENCE_BREAK.search(text)):
        return "paragraph"
    if ends or words > _LINK_WORDS or _TURN.match(text) or (has_function_words(text) and not bulleted):
        return "short"
    return "link"
