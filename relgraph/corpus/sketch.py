"""Short sketches of texts, by which those that may be copies of each other are found among many.

A sketch is a hash of the exact text and, for all but short texts, some hashes (`BANDS`) of which two texts have the
more in common the more groups of three words they share: each hash is of the smallest of all groups' hashes in three
random orders (MinHash with bands). They are the same in each process and run.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from relgraph.corpus.near import SHORTEST
from relgraph.corpus.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

BANDS = 40
_ROWS = 3
_CHUNK = 4096
_EXACT = 8
"""Bytes of the hash of the exact text."""

_HIGH = np.uint64(32)


def _numbers(name: str, count: int) -> NDArray[np.uint64]:
    """Return numbers that look random and are the same with every version of NumPy: sketches are kept in stores."""
    made = (hashlib.blake2b(f"{name} {number}".encode(), digest_size=8).digest() for number in range(count))
    return np.frombuffer(b"".join(made), "<u8").astype(np.uint64)


_FACTORS = _numbers("factor", 3 + BANDS * _ROWS) | np.uint64(1)
_SHIFTS = _numbers("shift", BANDS * _ROWS)


class Sketch(NamedTuple):
    """The hash of the exact text, and the hashes by which near copies are found (none for a short text)."""

    exact: int
    bands: NDArray[np.uint32]

    def to_bytes(self) -> bytes:
        """Return it as bytes, to be kept in a store."""
        return self.exact.to_bytes(_EXACT, "little") + self.bands.astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Sketch | None:
        """Return the sketch in these bytes, or None if they are none (or one of another version)."""
        if len(data) not in (_EXACT, _EXACT + 4 * BANDS):
            return None
        return cls(int.from_bytes(data[:_EXACT], "little"), np.frombuffer(data[_EXACT:], "<u4").astype(np.uint32))


def sketch(text: str) -> Sketch:
    """Return the sketch of a text."""
    words = Words(text)
    digest = hashlib.blake2b(words.exact.encode("utf-8", "surrogatepass"), digest_size=_EXACT).digest()
    return Sketch(int.from_bytes(digest, "little"), _bands(words.words))


def _bands(words: list[str]) -> NDArray[np.uint32]:
    if len(words) < SHORTEST:
        return np.zeros(0, np.uint32)
    hashes = np.fromiter((crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    one, two, three = _FACTORS[:3]
    grams = hashes[:-2] * one + hashes[1:-1] * two + hashes[2:] * three
    grams ^= grams >> _HIGH  # the high bits are the good ones
    smallest = np.full(BANDS * _ROWS, 2**32 - 1, np.uint64)
    for start in range(0, len(grams), _CHUNK):
        orders = (grams[start : start + _CHUNK, None] * _FACTORS[3:] + _SHIFTS) >> _HIGH
        np.minimum(smallest, orders.min(axis=0), out=smallest)
    rows = smallest.reshape(BANDS, _ROWS)
    mixed = rows[:, 0] * one + rows[:, 1] * two + rows[:, 2] * three + np.arange(BANDS, dtype=np.uint64) * one
    bands: NDArray[np.uint32] = ((mixed * two) >> _HIGH).astype(np.uint32)
    return bands
