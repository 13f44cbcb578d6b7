"""Running a spaCy pipeline over many texts: in batches that fit the processor's cache, in memory that stays flat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from spacy.pipeline import Lemmatizer
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from relgraph.pipeline.nlp.sieve import Sieve

_KNOWN_WORDS = 30_000
"""So many words a vocabulary remembers, 21,000 of them from the start; what texts add beyond is forgotten with them."""
_KNOWN_LEMMAS = 20_000
_AT_ONCE = 8


class TextParser:
    """Parses texts with a pipeline, on one processor core: more cores are for more processes.

    One thread is not only fair to others: sums then come out the same on every machine, however many cores it has.
    """

    def __init__(self, nlp: Language, sieve: Sieve) -> None:
        """Take a pipeline, and a sieve for texts that need not be parsed."""
        self.nlp = nlp
        self._sieve = sieve
        lemmatizer = nlp.get_pipe("lemmatizer")
        self._lemmas: dict[object, object] = lemmatizer.cache if isinstance(lemmatizer, Lemmatizer) else {}
        self._threads = ThreadpoolController()

    @contextmanager
    def room(self) -> Iterator[None]:
        """Limit threads and memory for what is done inside; no `Doc` that is made there may be used afterwards."""
        if len(self._lemmas) > _KNOWN_LEMMAS:
            self._lemmas.clear()
        with self._threads.limit(limits=1, user_api="blas"):
            if len(self.nlp.vocab) > _KNOWN_WORDS and hasattr(self.nlp, "memory_zone"):
                with self.nlp.memory_zone():
                    yield
            else:
                yield

    def docs(self, texts: Sequence[str], *, thorough: bool) -> Iterator[Doc | None]:
        """Yield the parse of each text, None where the sieve says that no relation can be in it, unless `thorough`."""
        held_back = [not (thorough or self._sieve.lets_through(text)) for text in texts]
        let_through = (text for text, held in zip(texts, held_back, strict=True) if not held)
        parsed = self.nlp.pipe(let_through, batch_size=_AT_ONCE)
        for held in held_back:
            yield None if held else next(parsed)
