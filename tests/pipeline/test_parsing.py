from __future__ import annotations

from itertools import islice

import pytest

from relgraph import Document, Extractor
from relgraph.pipeline.nlp import parsing

SENTENCES = [
    "Zorvath Plimquist, the foreign minister of Peru, accused Chile of arming the Quendari rebels.",
    "Chile denied it and imposed sanctions on Vantrosk Mining, said its spokeswoman Elzbeth Quorrin.",
    "She'd met Brazilian envoys in Lima; they're said to have agreed on a truce that doesn't bind Bolivia.",
]


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def documents():
    return (Document(text=f"{' '.join(SENTENCES)}\n\nReport {number} of Norvik{number}a came.") for number in range(6))


def test_what_is_read_does_not_depend_on_what_is_remembered(extractor, monkeypatch):
    plain = list(extractor.extractions(documents()))
    assert sum(len(found.relations) for found in plain) > 12
    monkeypatch.setattr(parsing, "_KNOWN_WORDS", 0)
    assert list(extractor.extractions(documents(), batch_size=1)) == plain
    assert list(extractor.extractions(documents(), batch_size=4)) == plain


def test_words_of_texts_are_forgotten(extractor, monkeypatch):
    vocab = extractor._load()[0].nlp.vocab
    monkeypatch.setattr(parsing, "_KNOWN_WORDS", 0)
    names = [f"Blorvik{number}an" for number in range(5)]
    list(extractor.extractions(Document(text=f"Chile met {name} envoys.") for name in names))
    assert not any(name in vocab or name in vocab.strings for name in names)


def test_extractions_can_be_taken_by_turns(extractor, monkeypatch):
    monkeypatch.setattr(parsing, "_KNOWN_WORDS", 0)
    expected = list(extractor.extractions(documents()))
    one, other = extractor.extractions(documents(), batch_size=1), extractor.extractions(documents(), batch_size=1)
    assert [found for pair in zip(one, other, strict=True) for found in pair] == [
        found for found in expected for _ in range(2)
    ]
    assert list(islice(extractor.extractions(documents()), 2)) == expected[:2]
