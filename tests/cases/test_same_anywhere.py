"""A sentence says the same wherever it stands, however often it is read and in whatever company."""

import subprocess
import sys

import pytest

import relgraph as rg

SENTENCES = (
    "Peru criticised Chile.",
    "Last week Kenya sanctioned Uganda.",
    "Iran has armed Hezbollah, Israel said.",
    "The Turkish army shelled the PKK.",
    "Mexico may not support Cuba.",
    "Poland and Latvia condemned Belarus and thanked Ukraine.",
    "Egyptian sanctions on Sudan were lifted by Cairo.",
    "“Serbia threatens Kosovo,” Albin Kurti said.",
)
COMPANY = (
    "A second sentence mentions the weather in Bergen.",
    "Nobody knows why.",
    "Norway met Denmark in Oslo.",
    "He did not say so; it may rain.",
    "If so, the bridge will be closed.",
    "Prices rose by 3.5% in Q2 (see Table 4).",
)


def told(found: rg.Extraction, sentence: str) -> list[tuple]:
    """Return all that is said in a sentence of a text, with offsets from where the sentence starts."""
    at = found.document.text.index(sentence)

    def place(span: rg.Span | None) -> tuple | None:
        return (span.start - at, span.end - at, span.text) if span else None

    return [
        (
            (one.source.actor, one.source.via, place(one.source.span)),
            one.type,
            (one.target.actor, one.target.via, place(one.target.span)),
            (one.symmetric, one.polarity, one.modality, one.where),
            (one.attribution.name, one.attribution.actor, place(one.attribution.span)) if one.attribution else None,
            (one.when.text, place(one.when.span)) if one.when else None,
            [(place(e.sentence), place(e.source), place(e.target), place(e.trigger), e.frame) for e in one.evidence],
        )
        for one in found.relations
        if at <= one.evidence[0].sentence.start < at + len(sentence)
    ]


def read(extractor: rg.Extractor, text: str) -> rg.Extraction:
    return extractor.extract_document(rg.Document(text=text))


@pytest.mark.parametrize("company", COMPANY)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_after_or_before_a_sentence_changes_nothing(sentence, company, extractor):
    alone = told(read(extractor, sentence), sentence)
    assert alone
    assert told(read(extractor, f"{sentence} {company}"), sentence) == alone
    assert told(read(extractor, f"{company} {sentence}"), sentence) == alone
    assert told(read(extractor, f"{company}\n\n{sentence}\n\n{company}"), sentence) == alone


def test_all_sentences_in_one_text_say_what_each_says(extractor):
    text = " ".join(SENTENCES)
    found = read(extractor, text)
    assert {s: told(found, s) for s in SENTENCES} == {s: told(read(extractor, s), s) for s in SENTENCES}


@pytest.mark.parametrize("size", [1, 2, 64])
def test_the_company_in_a_batch_changes_nothing(size, extractor):
    documents = [rg.Document(text=sentence) for sentence in (*SENTENCES, "", *COMPANY)]
    alone = [extractor.extract_document(document) for document in documents]
    assert list(extractor.extractions(documents, batch_size=size)) == alone
    assert list(extractor.extractions(documents[::-1], batch_size=size)) == alone[::-1]


def test_reading_twice_gives_one_graph_and_the_order_of_texts_does_not_matter(extractor):
    found = [read(extractor, sentence) for sentence in SENTENCES]
    once = rg.RelationGraph(found)
    assert rg.RelationGraph([*found, *found]) == once
    assert rg.RelationGraph(found[::-1]) == once
    assert once | rg.RelationGraph(found[:3]) == once


def test_one_sentence_said_twice_is_two_relations_with_ids_of_their_own(extractor):
    found = read(extractor, f"{SENTENCES[0]} {SENTENCES[0]}")
    assert len({relation.id for relation in found.relations}) == len(found.relations) == 2
    first = read(extractor, SENTENCES[0]).relations[0]
    assert [relation.evidence[0].sentence.start for relation in found.relations] == [0, len(SENTENCES[0]) + 1]
    assert first.id not in {relation.id for relation in found.relations}, "another document, another relation"


def test_another_process_with_other_hashes_gives_the_same_bytes():
    program = (
        "import sys, relgraph as rg; g = rg.extract(text=sys.argv[1]);"
        "g.write(sys.stdout, format='jsonl'); g.write(sys.stdout, format='turtle')"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, " ".join(SENTENCES)],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"country/PER" in outputs.pop()
