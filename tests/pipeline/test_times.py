"""Which time and place belong to a trigger, on parses of the pinned model. Published on Wednesday, 4 August 2021."""

from datetime import date

import pytest

from relgraph.model import Document
from relgraph.pipeline.nlp.joins import Origin
from relgraph.pipeline.nlp.parse import Doc
from relgraph.pipeline.qualifying.times import TimeReader

PUBLISHED = date(2021, 8, 4)

CASES = [
    # sentence, trigger, time, place
    ("In March, a delegation visited Cairo and met with the foreign minister.", "visited", "March", None),
    ("In March, a delegation visited Cairo and met with the foreign minister.", "met", "March", None),
    ("On Wednesday France accused Turkey of smuggling weapons, officials said.", "accused", "Wednesday", None),
    ("Germany and Poland held talks in Vienna on Monday.", "talks", "Monday", "Vienna"),
    ("The two ministers met in Geneva on 23 July.", "met", "23 July", "Geneva"),
    ("Japan signed an agreement with Australia in 2007.", "signed", "2007", None),
    ("The agreement signed in 2001 between China and Russia remains in force.", "agreement", "2001", None),
    ("India condemned the attack that killed forty soldiers in 2019.", "condemned", None, None),
    ("India condemned the attack that killed forty soldiers in 2019.", "killed", "2019", None),
    ("The 1973 oil embargo hurt the United States.", "embargo", "1973", None),
    ("The 1973 oil embargo hurt the United States.", "hurt", None, None),
    ("During the 1973 war, Arab states imposed an embargo on the Netherlands.", "imposed", "1973", None),
    (
        "Since October, Ethiopia has attacked rebels near the border.",
        "attacked",
        "Since October",
        "the border",
    ),
    ("Two days later Pakistan fired missiles at India.", "fired", "Two days later", None),
    ("Serbia and Kosovo have quarrelled for many years.", "quarrelled", "for many years", None),
    ("While Sudan bombed rebels in 2011, Chad supported Libya.", "supported", None, None),
    ("While Sudan bombed rebels in 2011, Chad supported Libya.", "bombed", "2011", None),
    (
        "China seized a boat in the South China Sea last month.",
        "seized",
        "last month",
        "the South China Sea",
    ),
    ("Iran on Monday rejected the American offer.", "rejected", "Monday", None),
    ("The parliament on Thursday approved sanctions against Belarus.", "approved", "Thursday", None),
    ("Turkey has expanded its cooperation with Qatar over the past year.", "cooperation", "over the past year", None),
    (
        "Britain imposed sanctions in the first quarter of 2015.",
        "sanctions",
        "the first quarter of 2015",
        None,
    ),
    ("An attack on Jan. 3 hit the headquarters of the group.", "attack", "Jan. 3", None),
    ("The president of Egypt visited Paris in May.", "president", None, None),
    ("The parliament on Thursday approved sanctions against Belarus.", "parliament", None, None),
    ("The bank was founded by China in 1988 and is run by Brazil.", "run", None, None),
    ("Nigeria attacked the rebels in 1988 and killed their leader.", "killed", "1988", None),
    ("Nepal will on Tuesday host Indian officials.", "host", "Tuesday", None),
    ("The president of Egypt visited Paris in May.", "visited", "May", None),
    ("Moscow intervened in Syria in September 2015.", "intervened", "September 2015", None),
    ("Canada said on Friday that Saudi Arabia had expelled its ambassador.", "expelled", None, None),
    ("Canada said on Friday that Saudi Arabia had expelled its ambassador.", "said", "Friday", None),
    ("Armenia bought arms from Russia between 1994 and 2016.", "bought", "between 1994 and 2016", None),
    ("The Security Council adopted Resolution 1701 to end the fighting.", "adopted", None, None),
    ("Libya lost some 1500 soldiers before 1987.", "lost", "before 1987", None),
    ("Peru broke relations with Cuba in 2019, and in August 2022 it restored them.", "broke", "2019", None),
    (
        "Peru broke relations with Cuba in 2019, and in August 2022 it restored them.",
        "restored",
        "August 2022",
        None,
    ),
    (
        "Jets bombed targets in northern Syria earlier this month.",
        "bombed",
        "earlier this month",
        "northern Syria",
    ),
    ("Vietnam will take part in the exercise in the coming months.", "take", "in the coming months", None),
    ("French troops may march on the capital.", "march", None, None),
    ("The United States imposed sanctions on Iran.", "imposed", None, None),
    ("Russia maintains good relations with countries in Africa.", "relations", None, None),
]


def _read(nlp, text, trigger, published=PUBLISHED):
    doc = Doc(nlp(text))
    reader = TimeReader(doc, published)
    token = next(token for token in doc if token.text == trigger)
    return reader, token, reader.at(token, Origin(Document(text=text)))


@pytest.mark.parametrize(("text", "trigger", "time", "place"), CASES)
def test_time_and_place_of_a_trigger(nlp, text, trigger, time, place):
    reader, token, when = _read(nlp, text, trigger)

    assert (when and when.text) == time
    assert reader.where(token) == place
    if when is not None:
        assert when.span is not None
        assert text[when.span.start : when.span.end] == when.span.text == when.text


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("Kenya hosted Somali leaders on Tuesday.", "hosted", date(2021, 8, 3)),
        ("Kenya will host Somali leaders on Tuesday.", "host", date(2021, 8, 10)),
        ("The ceasefire will start on Tuesday.", "ceasefire", date(2021, 8, 10)),
        ("Greece visited Cyprus in May.", "visited", date(2021, 5, 1)),
        ("Greece plans to visit Cyprus in May.", "visit", date(2022, 5, 1)),
    ],
)
def test_the_tense_tells_past_from_future(nlp, text, trigger, start):
    assert _read(nlp, text, trigger)[2].start == start


def test_without_a_publication_date_the_words_remain(nlp):
    when = _read(nlp, "Iran rejected the offer on Monday.", "rejected", None)[2]

    assert (when.text, when.start, when.end, when.granularity) == ("Monday", None, None, None)


def test_a_month_is_read_by_the_year_that_the_paragraph_speaks_of(nlp):
    text = "In 1977, Somalia invaded Ethiopia. In November, it expelled the Soviet advisers."
    assert _read(nlp, text, "expelled")[2].start == date(1977, 11, 1)
    assert _read(nlp, text, "expelled", None)[2].start == date(1977, 11, 1)

    apart = text.replace(" In November", "\n\nIn November")
    assert _read(nlp, apart, "expelled")[2].start == date(2020, 11, 1)


def test_a_year_within_a_subordinate_clause_is_not_the_year_of_the_paragraph(nlp):
    text = "Somalia praised the treaty, which was signed in 1977. In November, it expelled the advisers."

    assert _read(nlp, text, "expelled")[2].start == date(2020, 11, 1)


def test_the_span_lies_in_the_whole_document(nlp):
    piece = "Peru attacked Chile in May  2019."
    document = Document(text="First piece. " + piece)
    doc = Doc(nlp(piece))
    when = TimeReader(doc, None).at(doc[1], Origin(document, len("First piece. ")))

    assert when is not None
    assert when.span is not None
    assert document.text[when.span.start : when.span.end] == when.span.text
    assert (when.text, when.start) == ("May 2019", date(2019, 5, 1))


def test_the_words_are_those_of_the_document_not_of_its_repaired_copy(nlp):
    original, repaired = "Peru attacked Chile in #May 2019.", "Peru attacked Chile in  May 2019."
    doc = Doc(nlp(repaired))
    when = TimeReader(doc, None).at(doc[1], Origin(Document(text=original)))

    assert when is not None
    assert when.text == "May 2019"


def test_the_target_is_no_place(nlp):
    reader, token, _ = _read(nlp, "The coalition bombed targets in northern Syria.", "bombed")
    syria = next(word for word in token.doc if word.text == "Syria")

    assert reader.where(token) == "northern Syria"
    assert reader.where(token, avoid=(syria.i, syria.i + 1)) is None


def test_what_stands_in_brackets_speaks_of_the_word_before_them(nlp):
    text = "Before the summit (June 16, 2021), Iran criticized the plan."

    assert _read(nlp, text, "summit")[2].text == "June 16, 2021"
    assert _read(nlp, text, "criticized")[2] is None
