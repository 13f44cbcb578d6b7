from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.pipeline.nlp.attributes import RememberingRuler

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXTS = [
    "There's a lot that Peru does, and it's kind of odd that they got it: 'I gave him what I'd had.'",
    "That Chile gets more than Peru gets is what Lima has said.\n\nThere were talks; there are none now.",
    "This is the one whom they had seen. She'll do what he did.   They have to leave, of course.",
]


def parsed(nlp, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        if name not in ("relgraph_attributes", "lemmatizer", "ner"):
            doc = pipe(doc)
    return doc


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_, str(t.head.i), str(t.is_sent_start)) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_says_what_the_ruler_says_the_first_time_and_again(nlp, text):
    ruler = nlp.get_pipe("attribute_ruler")
    remembering = RememberingRuler(ruler)
    plain = told(ruler(parsed(nlp, text)))
    assert told(remembering(parsed(nlp, text))) == plain
    assert told(remembering(parsed(nlp, text))) == plain


def test_is_what_the_pipeline_uses(nlp):
    assert "relgraph_attributes" in nlp.pipe_names
    assert "attribute_ruler" not in nlp.pipe_names


def test_takes_an_empty_text(nlp):
    assert len(RememberingRuler(nlp.get_pipe("attribute_ruler"))(nlp.make_doc(""))) == 0
