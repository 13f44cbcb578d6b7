"""The sentences that state relations, as full-text search takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from relgraph.model import Relation
from relgraph.store.cells import put_text
from relgraph.store.connection import Database
from relgraph.store.schema import PLACES


class Sentences:
    """Writes the sentences of a document's relations.

    A sentence has the key of the first relation that stands in it; one of further evidence the negative of its key.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_further(self, key: int, relations: Sequence[Relation]) -> None:
        """Add the evidence beyond the first of relations that stand in the order of the text."""
        for number, relation in enumerate(relations, key << PLACES):
            for evidence in relation.evidence[1:]:
                further = self._database.change(
                    "INSERT INTO further (relation, document) VALUES (?, ?)", (number, put_text(evidence.document))
                )
                self._database.change(
                    "INSERT INTO sentence (rowid, words) VALUES (?, ?)",
                    (-further, searchable(evidence.sentence.text)),
                )

    def delete(self, key: int, relations: Sequence[Relation]) -> None:
        """Delete all sentences of a document, whose relations as they are stored must be given."""
        sentences = [relation.evidence[0].sentence for relation in relations]
        first = sentence_rows(key, ((each.start, each.end, each.text) for each in sentences))
        further = list(self._further(key, relations))
        # The words are not kept, so that only who knows them can take them out.
        self._database.change_many(
            "INSERT INTO sentence (sentence, rowid, words) VALUES ('delete', ?, ?)", chain(first, further)
        )
        self._database.change(
            "DELETE FROM further WHERE relation >= ? AND relation < ?", (key << PLACES, (key + 1) << PLACES)
        )

    def _further(self, key: int, relations: Sequence[Relation]) -> Iterator[tuple[int, str]]:
        for number, relation in enumerate(relations, key << PLACES):
            if len(relation.evidence) > 1:
                keys = self._database.all("SELECT key FROM further WHERE relation = ? ORDER BY key", (number,))
                for (further,), evidence in zip(keys, relation.evidence[1:], strict=True):
                    yield -further, searchable(evidence.sentence.text)


def sentence_rows(key: int, sentences: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    """Give each sentence of a document once, with the key of the first relation that stands in it.

    The sentences are those of the document's relations, in the order of the text: start, end and words of each.
    """
    seen = set()
    for number, (start, end, words) in enumerate(sentences, key << PLACES):
        if (start, end) not in seen:
            seen.add((start, end))
            yield number, searchable(words)


def searchable(words: str) -> str:
    """Return the words of a sentence as full-text search takes them: without lone surrogates."""
    return words if words.isascii() else words.encode("utf-8", "replace").decode("utf-8")
