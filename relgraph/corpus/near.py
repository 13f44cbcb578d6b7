"""Whether one text is a copy of another, as papers print the same wire story: decided on the texts themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from relgraph.corpus.words import Words, listed, runs

SHORTEST = 40
"""Words of a text below which only the same text is a copy: a short one says too much with each of its words."""
SHARE = 0.8
"""How much of a copy must stand in the other text."""
HEAD, TAIL, WITHIN = 30, 30, 8
"""How many words more may stand before, after and within what the two have in common: headlines, agency lines,
imprints; within it few, as a sentence would state something."""
WORDS_A_FACT = 100
"""In so many words one name or number may differ; a form with other names filled in differs in more."""
NEGATION = 3
"""As how many names a negation counts that only one of the two has."""

_LENGTH = 3
"""Words that must stand together to be the same."""
_Places = dict[tuple[str, ...], list[int]]


def is_near_copy(later: str, earlier: str) -> bool:
    """Whether the later text says nothing but what the earlier one does, though some words may differ.

    It may lack parts of the earlier one. It may differ in few names, numbers and negations, and it may add a headline,
    an agency line and an imprint; a text that adds a sentence is none, as this may state a relation.
    """
    new, old = Words(later), Words(earlier)
    if min(len(new), len(old)) < SHORTEST:
        return False
    places = _places(old.words)
    grams = _grams(new.words)
    matched = bytearray(gram in places for gram in grams)
    if not _much(matched, len(new)):
        return False
    first, last = matched.find(1), matched.rfind(1) + _LENGTH
    if first > HEAD or len(new) - last > TAIL:
        return False
    room = len(new) // WORDS_A_FACT
    for start, end in runs(matched):
        room -= _differences(new, old, (start - 1 + _LENGTH, end), _gap(places, grams[start - 1], grams[end]))
        if room < 0:
            return False
    return True


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_LENGTH)), strict=False))


def _places(words: Sequence[str]) -> _Places:
    places: _Places = defaultdict(list)
    for place, gram in enumerate(_grams(words)):
        places[gram].append(place)
    return dict(places)


def _much(matched: bytearray, length: int) -> bool:
    covered = bytearray(length)
    for place, one in enumerate(matched):
        if one:
            covered[place : place + _LENGTH] = b"\1" * _LENGTH
    return sum(covered) >= SHARE * length


def _gap(places: _Places, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[int, int]:
    """Return what stands in the earlier text between two matches; the nearest places if they come several times."""
    pairs = [(end - start, start, end) for start in places[before] for end in places[after] if end > start]
    if not pairs:
        return 0, 0
    _, start, end = min(pairs)
    return start + _LENGTH, end


def _differences(new: Words, old: Words, here: tuple[int, int], there: tuple[int, int]) -> int:
    """Return how many names and numbers of the later text are not in the earlier one there, in this order.

    A negation in one only counts as several; if the later one says a sentence more, they are as many as its words.
    """
    mine, theirs = new.words[slice(*here)], old.words[slice(*there)]
    if len(mine) > len(theirs) + WITHIN:
        return len(new)
    negated = listed("negating").isdisjoint(mine) != listed("negating").isdisjoint(theirs)
    facts = list(new.facts(*here))
    known = [word for word in theirs if word in facts]
    same = sum(match.size for match in SequenceMatcher(None, known, facts, False).get_matching_blocks())
    return negated * NEGATION + len(facts) - same
