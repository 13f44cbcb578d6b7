"""Repair of text before it is parsed: it keeps every offset, and the parser reads less nonsense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import extraction, who

from relgraph.pipeline.repairs.repair import is_wrapped, mark_paragraphs, repair_text

COMMON = frozenset({"attacks", "condemns", "over", "after", "talks", "with", "sanctions"})


@given(st.text(max_size=200))
def test_the_length_and_the_lines_stay(text):
    repaired = repair_text(text, COMMON)
    assert len(repaired) == len(text)
    assert repaired.count("\n") == text.count("\n")


@given(st.text(max_size=200))
def test_repairing_twice_changes_nothing(text):
    repaired = repair_text(text, COMMON)
    assert repair_text(repaired, COMMON) == repaired


@given(st.text(alphabet=st.characters(categories=["Ll", "Nd", "Zs"]), max_size=80))
def test_plain_words_stay(text):
    assert repair_text(text, COMMON) == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Peru attacked Chile.[12] Rain fell.", "Peru attacked Chile.     Rain fell."),
        ("Peru attacked Chile[citation needed] again.", "Peru attacked Chile                  again."),
        ("@Peru met #Chile.", " Peru met  Chile."),
        ("mail@peru.example", "mail@peru.example"),
        ("Peru_@Chile", "Peru  Chile"),
        ("Peru_*Chile snake_case", "Peru  Chile snake_case"),
        ('He said """no""".', 'He said   "no  ".'),
        ('He said ""no"".', 'He said  "no ".'),
        ("Peru \U0001f600 met Chile.", "Peru   met Chile."),
        ("A list: [Peru] and [1999].", "A list: [Peru] and [1999]."),
        ("Ünal met Ömer – in Çeşme.", "Ünal met Ömer – in Çeşme."),
    ],
)
def test_what_is_blanked(text, repaired):
    assert repair_text(text, COMMON) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Peru Attacks Chile After Talks With Bolivia", "Peru attacks Chile after talks with Bolivia"),
        # Names stay, and so do words that nothing shows to be ordinary.
        ("Peru Attacks Chile After Pumping With Bolivia", "Peru attacks Chile after Pumping with Bolivia"),
        # A word that stands in lower case elsewhere is no name.
        (
            "Peru Attacks Chile After Fishing\nThe fishing went on.",
            "Peru attacks Chile after fishing\nThe fishing went on.",
        ),
        ("Peru Attacks Chile After Talks With Bolivia.", "Peru attacks Chile after talks with Bolivia."),
        # A sentence is no headline.
        (
            "Peru and the Attack Group met President Brown at Talks in Lima.",
            "Peru and the Attack Group met President Brown at Talks in Lima.",
        ),
        (
            "President Brown and Foreign Minister Smith met in a town",
            "President Brown and Foreign Minister Smith met in a town",
        ),
        ("NATO OVER PERU", "NATO OVER PERU"),
    ],
)
def test_headlines_become_sentences(text, repaired):
    assert repair_text(text, COMMON) == repaired


WRAPPED = """The government of Peru said on Monday that it had
attacked a base of the army of Chile in the far north of
the country, and that the talks with Bolivia would go on
in spite of everything that had happened on that Sunday."""


def test_lines_broken_at_a_column_are_wrapped_and_paragraphs_are_not():
    assert is_wrapped(WRAPPED)
    assert not is_wrapped("Peru attacked Chile in the north on Sunday morning.\n" * 5)
    assert not is_wrapped("Peru attacked Chile.")
    assert not is_wrapped("")


def starts(nlp, text: str) -> list[str]:
    return [sentence.text.split()[0] for sentence in nlp(text).sents if sentence.text.strip()]


def test_a_blank_line_or_the_line_of_a_headline_ends_a_sentence(nlp):
    assert starts(nlp, "Talks between Peru\n\nChile was glad.") == ["Talks", "Chile"]
    assert starts(nlp, "Anger over Peru\nChile was glad.") == ["Anger", "Chile"]


def test_the_first_word_after_a_heading_is_no_sentence(nlp):
    text = "Batteries for the north\n\nKestrel Motors and Siemens formed a joint venture in June 2024."
    assert [sentence.text.strip() for sentence in nlp(text).sents] == text.split("\n\n")


def test_a_wrapped_line_ends_no_sentence(nlp):
    doc = nlp.make_doc(WRAPPED)
    mark_paragraphs(doc)
    assert [token.text for token in doc if token.is_sent_start and token.i] == []


def test_offsets_of_a_repaired_text_are_those_of_the_original():
    text = "Rain.[3]\n\n@Peru \U0001f600 condemned[1] #Chile.[2]"
    found = extraction(text)
    (relation,) = found.relations
    for span in (relation.source.span, relation.target.span, relation.evidence[0].trigger):
        assert text[span.start : span.end] == span.text
    assert (relation.source.span.text, relation.target.span.text) == ("Peru", "Chile")


@pytest.mark.parametrize(
    "text",
    [
        "Peru Condemns Chile After Attack On Bolivia\n\nIt rained.",
        "Peru condemned[4] Chile.",
        WRAPPED.replace("attacked a base of the army of", "condemned the army of"),
        "#Peru condemned @Chile.",
    ],
)
def test_what_is_repaired_is_read(text):
    assert ("Peru", "Chile") in who(text, "disputes")


@pytest.mark.parametrize(
    "text",
    [
        "Sgt. Daniel Whitcombe, 29, of Pueblo, and Spc. Luis Otero, 22, of El Paso, died Feb. 4 in Kunduz.",
        "On Friday, they said, U.S. military forces continued to attack.",
    ],
)
def test_no_sentence_starts_between_a_title_and_its_name_nor_in_small_letters(nlp, text):
    assert len(list(nlp(text).sents)) == 1
