"""Finding words in a parsed text without looking at every token."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def tokens_of(doc: Doc, words: Collection[str]) -> Iterator[Token]:
    """Yield the tokens that are one of some words, as they are written, in the order of the text."""
    strings = doc.vocab.strings
    forms = np.asarray([strings[word] for word in words if word], dtype="uint64")
    for i in np.isin(doc.to_array(ORTH), forms).nonzero()[0].tolist():
        yield doc[i]
