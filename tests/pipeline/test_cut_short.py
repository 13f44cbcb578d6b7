"""Texts that begin or end anywhere, as headlines, captions and cells of tables do, are read without an error."""

import pytest
from said import extractor

import relgraph as rg

WHOLE = [
    'Chad, which had stayed neutral, armed Mali, Togo, and Niger, and Niamey in turn told the press: "We agree."',
    "While Peru's premier, visiting Quito, denied the charges, Ecuador recalled its envoy over the shelling by Chile.",
    "The raid on Aden, not only by the Houthis but also by their allies, was condemned as well as feared in Oslo.",
    "But Kenya and Uganda's armies, having lost the war, refused to sign the deal that the African Union had proposed.",
    "According to Danish officials (and to NATO's), Russia last year said it would not attack; Oslo agreed.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_any_part_of_a_text_is_read(text: str) -> None:
    words = text.split()
    parts = [" ".join(words[:end]) for end in range(1, len(words))]
    parts += [" ".join(words[start:]) + close for start in range(len(words)) for close in ("", "'")]
    documents = [rg.Document(text=part) for part in parts]
    assert len(list(extractor().extractions(documents, batch_size=64))) == len(parts)


@pytest.mark.parametrize(
    "text",
    [
        "wave of arrests that Lima blamed on",
        "series of bombings that it attributed to",
        "believed that military and Syria would",
        "challenges, including Berlin.",
        "A third joint communiqué; with the People's Republic of",
        "After a series of raids that it of attributed to which the ELN, Peru closed its border ' with Bolivia.",
        "After a which series of , bombings that it attributed to the ELN, Colombia closed its border with Venezuela.'",
    ],
)
def test_what_is_no_sentence_is_read(text: str) -> None:
    assert extractor().extract_document(rg.Document(text=text)).document.text == text
