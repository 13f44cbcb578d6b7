"""Finding out, document by document, which ones are copies of an earlier one."""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import Literal

import numpy as np

from relgraph.corpus.index import HashIndex
from relgraph.corpus.near import is_near_copy
from relgraph.corpus.sketch import Sketch
from relgraph.model import content_hash

CopyRule = Literal["near", "same", "keep"]
"""Which documents count as copies: near copies, too, only those of the same text, or none."""

_IN_COMMON = 2
"""Hashes that two texts must have in common to be compared."""
_COMPARED = 12
"""Texts that a new one is compared with at most."""
_IN_MEMORY = 1 << 20


class Copies:
    """The documents so far, of which each new one may be a copy; of their texts nothing stays in memory for long.

    `text_of` gives the text of a document that an earlier run has read, by its id.
    """

    def __init__(self, rule: CopyRule = "near", text_of: Callable[[str], str | None] = lambda _: None) -> None:
        self._rule = rule
        self._text_of = text_of
        self._exact = HashIndex(np.uint64)
        self._near = HashIndex(np.uint32)
        self._kept = _Kept()

    def original(self, text: str, sketch: Sketch | None) -> str | None:
        """Return the id of the first document that a text is a copy of, or None."""
        if self._rule == "keep" or sketch is None:
            return None
        same = self._exact.find((sketch.exact,))
        if same:
            return self._kept.identity(min(same))
        if self._rule == "near" and len(sketch.bands):
            in_common = Counter(self._near.find(sketch.bands.tolist()))
            likely = [number for number, times in in_common.items() if times >= _IN_COMMON]
            likely.sort(key=lambda number: (-in_common[number], number))
            # Of several the first in order, so that it does not depend on how many hashes they happen to share.
            for number in sorted(likely[:_COMPARED]):
                earlier = self._text(number)
                if earlier is not None and is_near_copy(text, earlier):
                    return self._kept.identity(number)
        return None

    def add(self, id: str, text: str | None, sketch: Sketch | None) -> None:
        """Add a document that is no copy; without its text, which `text_of` then gives."""
        if self._rule == "keep" or sketch is None:
            return
        near = self._rule == "near" and len(sketch.bands) > 0
        number = self._kept.add(id, text if near else None)
        self._exact.add((sketch.exact,), number)
        if near:
            self._near.add(sketch.bands.tolist(), number)

    def close(self) -> None:
        """Give the file with the texts back."""
        self._kept.close()

    def _text(self, number: int) -> str | None:
        text = self._kept.text(number)
        return self._text_of(self._kept.identity(number)) if text is None else text


class _Kept:
    """Ids and texts by number, in a file that is deleted with it."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 -- it lives as long as this
        self._places = array("Q")

    def add(self, id: str, text: str | None) -> int:
        self._places.append(self._file.seek(0, 2))
        words = zlib.compress(text.encode("utf-8", "surrogatepass"), 1) if text is not None else b""
        name = id.encode("utf-8", "surrogatepass")
        self._file.write(len(name).to_bytes(4, "little") + len(words).to_bytes(4, "little") + name + words)
        return len(self._places) - 1

    def identity(self, number: int) -> str:
        return self._read(number)[0].decode("utf-8", "surrogatepass")

    def text(self, number: int) -> str | None:
        words = self._read(number)[1]
        return zlib.decompress(words).decode("utf-8", "surrogatepass") if words else None

    def close(self) -> None:
        self._file.close()

    def _read(self, number: int) -> tuple[bytes, bytes]:
        self._file.seek(self._places[number])
        head = self._file.read(8)
        name, words = int.from_bytes(head[:4], "little"), int.from_bytes(head[4:], "little")
        return self._file.read(name), self._file.read(words)


class Identities:
    """The ids that were given to documents, so that two texts under one id are noticed before they meet in a graph.

    `text_of` gives the text of a document that an earlier run has read, by its id.
    """

    def __init__(self, text_of: Callable[[str], str | None] = lambda _: None) -> None:
        self._text_of = text_of
        self._ids = HashIndex(np.uint64)
        self._texts = array("Q")

    def taken(self, id: str, text: str) -> bool:
        """Whether another text has this id already; otherwise it is this text's from now on."""
        digest = content_hash(text)
        if id == digest:
            return False
        key, own = int(content_hash(id), 16), int(digest, 16)
        found = self._ids.find((key,))
        if found:
            return self._texts[found[0]] != own
        earlier = self._text_of(id)
        if earlier is not None and earlier != text:
            return True
        self._texts.append(own)
        self._ids.add((key,), len(self._texts) - 1)
        return False
