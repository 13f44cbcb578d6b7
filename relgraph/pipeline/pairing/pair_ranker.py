"""The ranker of pair mode: a linear model over the features of a pair, learned from sentences written for it.

Its weights ship as ``relgraph/data/pairs.npz``; ``training/pairs`` has the sentences and the script that makes it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from relgraph.errors import DataError
from relgraph.pipeline.pairing.pair_features import Features, Vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FILE = Path(__file__).resolve().parents[2] / "data" / "pairs.npz"
_SEPARATOR = "\n"
_TOLD = 3
"""How many features a reason names."""

_TELLING = frozenset(
    {"frame", "way", "near", "between", "in", "step", "with", "verb", "around", "verb-aux", "does", "does-aux"}
)
"""Features that a reader understands by their name."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of named features (`words`, a row each), of word vectors (`vectors`) and of nothing (`bias`), by type."""

    types: tuple[str, ...]
    rows: Mapping[str, int]
    words: NDArray[np.float32]
    vectors: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def shipped(cls) -> Ranker:
        """Return the ranker that ships with relgraph (loaded once)."""
        return _shipped()

    @classmethod
    def load(cls, path: Path) -> Ranker:
        """Read weights; raises `DataError` if the file is missing or holds none."""
        try:
            with np.load(path, allow_pickle=False) as held:
                types, names = (_unpacked(held[key]) for key in ("types", "names"))
                words, vectors, bias = (held[key].astype(np.float32) for key in ("words", "vectors", "bias"))
        except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise DataError(f"{path} holds no weights for pairs: {error}") from error
        rows = MappingProxyType({name: row for row, name in enumerate(names)})
        return cls(types=types, rows=rows, words=words, vectors=vectors, bias=bias)

    def save(self, path: Path) -> None:
        """Write the weights at half precision, which changes no ranking that matters and halves the file."""
        temporary = path.with_suffix(".tmp.npz")
        np.savez_compressed(
            temporary,
            types=_packed(self.types),
            names=_packed(tuple(self.rows)),
            words=self.words.astype(np.float16),
            vectors=self.vectors.astype(np.float16),
            bias=self.bias.astype(np.float16),
        )
        temporary.replace(path)

    def probabilities(self, found: Features, meaning: Vector) -> dict[str, float]:
        """Return how probable each type is; word vectors of another length than those learned from are left out."""
        scores = self.bias.copy()
        for name in sorted(found.keys() & self.rows.keys()):
            scores += self.words[self.rows[name]] * np.float32(found[name])
        if meaning.shape[0] == self.vectors.shape[0]:
            scores += meaning @ self.vectors
        odds = np.exp(scores - scores.max())
        shares = odds / odds.sum()
        return {type_: float(share) for type_, share in zip(self.types, shares, strict=True)}

    def reasons(self, found: Features, type_: str) -> tuple[str, ...]:
        """Return the names of the features that speak most for a type beside the others."""
        column = self.types.index(type_)
        weighed = []
        for name in found.keys() & self.rows.keys():
            row = self.words[self.rows[name]]
            gain = float(row[column] - row.mean()) * found[name]
            if gain > 0 and name.partition(" ")[0] in _TELLING:
                weighed.append((-round(gain, 4), name))
        return tuple(name for _, name in sorted(weighed)[:_TOLD])


@cache
def _shipped() -> Ranker:
    return Ranker.load(_FILE)


def _packed(names: Sequence[str]) -> NDArray[np.uint8]:
    """Write names as bytes, since arrays of text take four bytes a letter and the length of the longest each."""
    return np.frombuffer(_SEPARATOR.join(names).encode("utf-8"), dtype=np.uint8)


def _unpacked(held: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(held.tobytes().decode("utf-8").split(_SEPARATOR))
