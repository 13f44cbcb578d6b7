from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc, Span

from relgraph.pipeline.nlp.recognizing import Moves, QuickRecognizer

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "On Friday, 3 March 1995, Ana Plimquist of the Vantrosk Mining Corporation flew from Lima to New York City.",
    "Lima\n\nThe Treaty of Amity and Commerce of 1794 cost $3.5 million, or 12% of the budget, said the U.N.\n\nPeru",
    "   \n\nMr. Quorrin",
    "At 9 p.m. forty-two Chilean soldiers, the first in ten years, crossed the Rio Grande with Leopard 2 tanks.",
    "Peru",
]


def parsed(nlp: Language, texts: list[str]) -> list[Doc]:
    return list(nlp.pipe(texts, disable=["relgraph_entities"]))


def told(docs) -> list[object]:
    return [
        ([(ent.start, ent.end, ent.label_) for ent in doc.ents], [(t.ent_iob, t.ent_type_) for t in doc])
        for doc in docs
    ]


@pytest.fixture(scope="module")
def recognizer(nlp):
    return nlp.get_pipe("ner")


def test_entities_are_those_of_the_recogniser(nlp, recognizer):
    quick = list(QuickRecognizer(recognizer).pipe(parsed(nlp, TEXTS)))
    plain = list(recognizer.pipe(parsed(nlp, TEXTS)))
    assert told(quick) == told(plain)
    assert sum(len(doc.ents) for doc in plain) > 12


def test_one_text_alone(nlp, recognizer):
    assert told([QuickRecognizer(recognizer)(parsed(nlp, TEXTS[:1])[0])]) == told(
        [recognizer(parsed(nlp, TEXTS[:1])[0])]
    )


def test_what_is_set_already_is_left_to_the_recogniser(nlp, recognizer):
    def preset() -> list[Doc]:
        doc, empty = parsed(nlp, [TEXTS[0], ""])
        doc.set_ents([Span(doc, 0, 2, label="EVENT")], default="missing")
        return [doc, empty]

    quick = list(QuickRecognizer(recognizer).pipe(preset()))
    assert told(quick) == told(recognizer.pipe(preset()))
    assert quick[0].ents[0].label_ == "EVENT"


def test_is_what_the_pipeline_uses(nlp):
    assert "relgraph_entities" in nlp.pipe_names
    assert "ner" not in nlp.pipe_names


def test_moves_are_sorted_by_their_kind():
    moves = Moves.of(["B-ORG", "I-ORG", "L-ORG", "U-ORG", "U-", "O", "B-NORP", "I-NORP", "L-NORP", "U-NORP"])
    assert moves == Moves(5, {0: "ORG", 6: "NORP"}, {3: "ORG", 9: "NORP"}, {"ORG": 1, "NORP": 7}, {"ORG": 2, "NORP": 8})
