"""Lines put together to a paragraph: which hyphens at the ends of lines are the word's own, and which are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from relgraph.readers.paged.words import is_compound, is_word
from relgraph.readers.wording import words

_LEFT = re.compile(r"(?:^|[^\w-])([^\W_][\w’'-]*?)-$")
_RIGHT = re.compile(r"^([^\W_][\w’']*(?:-[^\W_]+)*)")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_PREFIXES = words(
    "al el ex self non anti pro pre post co counter inter intra multi quasi semi pseudo neo ultra vice well ill so then"
    " cross over under mid half all sub super trans un re de euro afro sino franco russo anglo indo"
)
"""What a hyphen may stand behind as part of the word, if the letters without it are no word."""
_ADVERBS = words("up off out in on to down over by")
_PARTICIPLE = re.compile(r"\w{3}(?:ed|ing)$")
_HYPHENS = ("-", "\u00ad", "\u2010")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/._=&?-]$")


class Joiner:
    """Joins lines by the words of one document, which it is made with."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            found = _WORD.findall(line)
            # half a word is none; that the next line begins with the other half does little harm
            self._counts.update(found[:-1] if line.endswith(_HYPHENS) else found)
        self._folded = Counter[str]()
        for word, count in self._counts.items():
            self._folded[word.lower()] += count

    def join(self, lines: Sequence[str]) -> str:
        """Return lines as one text."""
        text = lines[0]
        for line in lines[1:]:
            text = self._two(text, line)
        return text.replace("\u00ad", "")

    def _two(self, text: str, line: str) -> str:
        if text.endswith("\u00ad"):
            return text[:-1] + line
        if text.endswith("\u2010"):
            text = f"{text[:-1]}-"
        if text.endswith("-"):
            left, right = _LEFT.search(text[-80:]), _RIGHT.match(line)
            if left is not None and right is not None:
                return (text if self._keeps(left[1], right[1]) else text[:-1]) + line
            if text.endswith(" -"):
                return f"{text} {line}"
            return text + line
        if (text.endswith("—") and not text.endswith(" —")) or (line.startswith("—") and not line.startswith("— ")):
            return text + line
        if text[-1:] in "–/" and text[-2:-1].isalnum():
            return text + line
        if _ADDRESS.search(text[-300:]) and line[:1].islower():
            return text + line
        return f"{text} {line}"

    def _keeps(self, left: str, right: str) -> bool:
        """Whether the hyphen between two halves belongs to the word."""
        last = left.rpartition("-")[2]
        if not (last.isalpha() and right[0].isalpha()):
            return True
        if right[0].isupper() and not (left.isupper() and right.isupper()):
            return True
        if len(last) > 1 and last.isupper() and right.islower():  # UK-based
            return True
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        as_one, with_hyphen = self._folded[whole], self._folded[parted]
        if as_one != with_hyphen:
            return with_hyphen > as_one
        one, two = last.lower(), right.lower().removesuffix("’s").removesuffix("'s")
        if "-" in right:
            two = two.partition("-")[0]
        if is_compound(f"{one}-{two}"):
            return True
        if is_word(one + two):
            return False
        if last[0].isupper():
            whole_name = self._counts[last] > 0 or _PARTICIPLE.search(two) is not None
            return whole_name and len(two) > 2 and is_word(two)
        if two in _ADVERBS or "-" in left:  # call-up, year-on-year
            return is_word(one) and is_word(two)
        return len(two) > 2 and is_word(two) and (one in _PREFIXES or (len(one) > 2 and is_word(one)))
