"""A growing index from hashes to numbers that takes a few bytes an entry: sorted arrays, merged as they grow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

_RECENT = 5_000
"""Entries that are kept in a plain dictionary before they become an array."""
_MOST = 256
"""Numbers that are found under one hash in one array: one that very many have says little."""


class HashIndex:
    """Finds the numbers that were added under a hash; `kind` is the type of the hashes."""

    def __init__(self, kind: DTypeLike) -> None:
        self._kind = np.dtype(kind)
        self._recent: defaultdict[int, list[int]] = defaultdict(list)
        self._entries = 0
        self._levels: list[tuple[NDArray[np.unsignedinteger], NDArray[np.uint32]]] = []

    def __len__(self) -> int:
        return self._entries + sum(len(numbers) for _, numbers in self._levels)

    def add(self, hashes: Iterable[int], number: int) -> None:
        """Add a number (below 2**32) under some hashes."""
        for each in hashes:
            self._recent[each].append(number)
            self._entries += 1
        if self._entries >= _RECENT:
            self._settle()

    def find(self, hashes: Iterable[int]) -> list[int]:
        """Return the numbers under any of the hashes, each as often as it stands under one of them, in no order."""
        asked = list(hashes)
        found = [number for each in asked for number in self._recent.get(each, ())]
        if self._levels:
            keys = np.array(asked, self._kind)
            for known, numbers in self._levels:
                starts = np.searchsorted(known, keys, "left")
                ends = np.searchsorted(known, keys, "right")
                for place in np.flatnonzero(ends > starts):
                    found.extend(numbers[starts[place] : min(ends[place], starts[place] + _MOST)].tolist())
        return found

    def _settle(self) -> None:
        """Make an array of the recent entries, and one of those of about the same size."""
        pairs = [(each, number) for each, numbers in self._recent.items() for number in numbers]
        level = self._sorted(
            np.array([each for each, _ in pairs], self._kind), np.array([number for _, number in pairs], np.uint32)
        )
        self._recent.clear()
        self._entries = 0
        while self._levels and len(self._levels[-1][0]) <= 2 * len(level[0]):
            hashes, numbers = self._levels.pop()
            level = self._sorted(np.concatenate((hashes, level[0])), np.concatenate((numbers, level[1])))
        self._levels.append(level)

    @staticmethod
    def _sorted(
        hashes: NDArray[np.unsignedinteger], numbers: NDArray[np.uint32]
    ) -> tuple[NDArray[np.unsignedinteger], NDArray[np.uint32]]:
        order = np.argsort(hashes, kind="stable")
        return hashes[order], numbers[order]
