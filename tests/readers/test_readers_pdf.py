"""PDF files: what a reader of the pages would read, in that order."""

import pytest
from papers import HEIGHT, Words, column, lines, paper

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import pdf, read
from relgraph.readers.paged.hyphens import Joiner

NEWS = (
    "The minister of Togo met the envoy of Benin in the capital on Monday, and both sides agreed that the border will "
    "be open again before the end of the year. They also spoke about the railway that Ghana is building."
)
MORE = (
    "Chile accused Peru of a breach of the treaty that the two countries signed after the war, and the court in The "
    "Hague will hear the case next week. Bolivia said that it would not take sides in the quarrel of its neighbours."
)
LAST = (
    "Norway and Sweden praised the talks, which had been prepared by Finland for months, while Denmark did not comment "
    "on them. The three governments want to sign a common declaration in the spring."
)


def stacked(*texts, x=70, y=80, letters=90, size=10.0):
    """Return paragraphs under each other with gaps between them."""
    placed = []
    for text in texts:
        found, y = column(x, y, lines(text, letters), size)
        placed += found
        y += size * 0.8
    return placed


def paragraphs(data, **options):
    return read(data, **options).text.split("\n\n")


def test_paragraphs_are_put_together():
    data = paper(stacked(NEWS, MORE, LAST))
    assert paragraphs(data) == [NEWS, MORE, LAST]


def test_indents_begin_paragraphs_too():
    placed, y = [], 100
    for text in (NEWS, MORE, LAST):
        rows = lines(text)
        placed.append(Words(84, y, rows[0]))
        more, y = column(70, y + 12, rows[1:])
        placed += more
    assert paragraphs(paper(placed)) == [NEWS, MORE, LAST]


def test_what_the_offsets_point_into():
    document = read(paper(stacked(NEWS, MORE)))
    start = document.text.index("Chile accused Peru")
    assert document.span(start, start + 5).text == "Chile"


def test_running_lines_go_and_paragraphs_run_over_pages():
    first, rest = lines(NEWS + " " + MORE)[:3], lines(NEWS + " " + MORE)[3:]
    pages = []
    for number, body in enumerate((stacked(LAST), first, rest, stacked(MORE)), 11):
        placed = column(70, 80, body)[0] if isinstance(body[0], str) else body
        pages.append(
            [
                Words(70, 40, "Journal of Borders 12 (2021)"),
                *placed,
                Words(290, 800, str(number)),
                Words(70, 800, "A. Author"),
            ]
        )
    data = paper(*pages)
    text = read(data).text
    assert text.split("\n\n") == [LAST, f"{NEWS} {MORE}", MORE]
    everything = read(data, keep="all").text
    assert everything.count("Journal of Borders") == 4
    assert "11" in everything.split()


def test_a_line_in_the_body_that_is_repeated_stays():
    pages = [[*stacked(NEWS), Words(70, 400, "The court will decide.")] for _ in range(3)]
    assert read(paper(*pages)).text.count("The court will decide.") == 3


def test_a_number_that_is_no_page_number_stays():
    pages = [[*stacked(text), Words(70, 790, words)] for text, words in ((NEWS, "It was the year"), (MORE, "1989"))]
    assert "1989" in read(paper(*pages)).text


def test_two_columns_under_headings_that_go_over_both():
    left, right = lines(NEWS, 45), lines(MORE, 45)
    below_left, below_right = lines(LAST, 45), lines(NEWS, 45)
    page = [Words(70, 60, "What the neighbours of Togo and Chile said this", 18, "Times-Bold")]
    page += [Words(70, 80, "week", 18, "Times-Bold")]
    page += column(70, 100, left)[0] + column(310, 100, right)[0]
    page += [Words(150, 190, "A second heading that stands over both of the columns", 13, "Times-Bold")]
    page += column(70, 220, below_left)[0] + column(310, 220, below_right)[0]
    assert paragraphs(paper(page)) == [
        "What the neighbours of Togo and Chile said this week",
        NEWS,
        MORE,
        "A second heading that stands over both of the columns",
        LAST,
        NEWS,
    ]


@pytest.mark.parametrize("backwards", [False, True])
def test_the_order_in_the_file_does_not_matter(backwards):
    page = column(70, 100, lines(NEWS, 45))[0] + column(310, 104, lines(MORE, 45))[0]
    rows = sorted(page, key=lambda words: words.y, reverse=backwards)
    assert paragraphs(paper(rows)) == [NEWS, MORE]


def test_three_columns_and_a_paragraph_that_runs_through_them():
    rows = lines(f"{NEWS} {MORE} {LAST}", 32)
    third = len(rows) // 3 + 1
    page = [words for number in range(3) for words in column(50 + 170 * number, 100, rows[number * third :][:third])[0]]
    assert paragraphs(paper(page)) == [f"{NEWS} {MORE} {LAST}"]


def test_notes_stand_at_the_end_and_their_marks_go():
    rows = lines(NEWS)
    body, y = column(70, 100, rows)
    mark = Words(body[-1].right, y - 12 - 4, "12", 6)
    page = [*body, mark, *stacked(MORE, y=y + 8)]
    note = "See the treaty of 1904. Peru denied the claim."
    page += [Words(70, 757, "12", 5), Words(78, 760, note, 8)]
    following = stacked(LAST)
    assert paragraphs(paper(page, following)) == [NEWS, MORE, LAST, f"12 {note}"]


def test_raised_letters_and_units_stay():
    words = Words(70, 100, "On the 21")
    raised = Words(words.right, 96, "st", 6)
    rest = Words(raised.right, 100, " of May Togo gave Benin an area of 40 km")
    square = Words(rest.right, 96, "2", 6)
    end = Words(square.right, 100, " on the coast.")
    assert read(paper([words, raised, rest, square, end])).text == (
        "On the 21st of May Togo gave Benin an area of 40 km2 on the coast."
    )


def test_tables_and_captions_are_apart():
    page = stacked(NEWS)
    page.append(Words(70, 150, "Table 1: Trade of the neighbours", 9))
    for number, row in enumerate((("Country", "2019", "2021"), ("Togo", "2.1", "4.0"), ("Benin", "1.2", "1.3"))):
        page += [Words(70 + 100 * cell, 170 + 14 * number, text) for cell, text in enumerate(row)]
    page += stacked(MORE, y=230)
    assert paragraphs(paper(page)) == [
        NEWS,
        "Table 1: Trade of the neighbours",
        "Country | 2019 | 2021",
        "Togo | 2.1 | 4.0",
        "Benin | 1.2 | 1.3",
        MORE,
    ]


def test_a_caption_in_the_middle_of_a_paragraph():
    rows = lines(f"{NEWS} {MORE}")
    first = column(70, 650, rows[:3])[0] + [Words(70, 720, "Figure 2: The border in May, 2021.", 8)]
    assert paragraphs(paper(first, column(70, 80, rows[3:])[0])) == [
        f"{NEWS} {MORE}",
        "Figure 2: The border in May, 2021.",
    ]


def test_lists_keep_their_entries_apart():
    page = stacked(NEWS)
    for number, entry in enumerate(("• Togo should open the border at once.", "• Benin must withdraw its guards.")):
        page.append(Words(80, 150 + 12 * number, entry))
    assert paragraphs(paper(page))[1:] == [
        "• Togo should open the border at once.",
        "• Benin must withdraw its guards.",
    ]


def test_stamps_across_the_page_are_left_out():
    from reportlab.pdfgen.canvas import Canvas

    def stamped(canvas):
        canvas.saveState()
        canvas.setFont("Helvetica", 60)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        original(canvas)

    original = Canvas.showPage
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Canvas, "showPage", stamped)
        data = paper(stacked(NEWS))
    assert read(data).text == NEWS


def test_a_turned_page():
    assert paragraphs(paper(stacked(NEWS, MORE, letters=100), turn=90)) == [NEWS, MORE]


WORDS = "Negotiations on aid were held. The pro-Iran bloc of al-Sudani met. Iran and Moscow spoke. A cease-fire came."


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the nego-", "tiations failed", "the negotiations failed"),  # the document has the word
        ("a pro-", "Iran group", "a pro-Iran group"),
        ("by al-", "Sudani himself", "by al-Sudani himself"),
        ("with al-Su-", "dani himself", "with al-Sudani himself"),
        ("an inter-", "national treaty", "an international treaty"),  # English has the word
        ("the over-", "thrown ruler", "the overthrown ruler"),
        ("they with-", "out delay", "they without delay"),
        ("a long-", "term plan", "a long-term plan"),
        ("the so-", "called republic", "the so-called republic"),
        ("a state-", "owned bank", "a state-owned bank"),
        ("an anti-", "government march", "an anti-government march"),
        ("the Iran-", "backed group", "the Iran-backed group"),
        ("the Iran-", "ian envoy", "the Iranian envoy"),
        ("to Mos-", "cow again", "to Moscow again"),
        ("of Hezbol-", "lah there", "of Hezbollah there"),
        ("a cease-", "fire holds", "a cease-fire holds"),
        ("the S-", "400 system", "the S-400 system"),
        ("from 2015-", "2016 on", "from 2015-2016 on"),
        ("the SANC-", "TIONS ON TOGO", "the SANCTIONS ON TOGO"),
        ("until the open-", "ing of talks", "until the opening of talks"),
        ("an American-", "themed film", "an American-themed film"),
        ("the UK-", "based journal", "the UK-based journal"),
        ("a year-on-", "year increase", "a year-on-year increase"),
        ("a call-", "up for war", "a call-up for war"),
        ("he said", "—and left", "he said—and left"),
        ("Franco-", "German talks", "Franco-German talks"),
        ("a soft\u00ad", "ened line", "a softened line"),
        ("the state of the art -", "that is", "the state of the art - that is"),
        ("from 1990–", "1995 it", "from 1990–1995 it"),
        ("the deal—", "signed", "the deal—signed"),
        ("plain", "words", "plain words"),
    ],
)
def test_hyphens_at_line_ends(first, second, joined):
    assert Joiner([WORDS, first, second]).join([first, second]) == joined


def test_hyphens_on_a_page():
    rows = [
        "The nego-",
        "tiations between the pro-",
        "Iran parties and Prime Minister al-",
        "Sudani did not end, and the nego-",
    ]
    rows += ["tiators of the United States want long-", "term guarantees for their part of the deal."]
    assert read(paper(column(70, 100, rows)[0])).text == (
        "The negotiations between the pro-Iran parties and Prime Minister al-Sudani did not end, and the negotiators "
        "of the United States want long-term guarantees for their part of the deal."
    )


TITLED = [Words(70, 70, "Togo and Benin open their border", 20, "Times-Bold"), *stacked(NEWS, MORE, y=120)]


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("untitled", "Togo and Benin open their border"),
        ("Microsoft Word - final_v3.docx", "Togo and Benin open their border"),
        ("brief_2021-05.indd", "Togo and Benin open their border"),
        ("Togo and Benin open their border | The Example", "Togo and Benin open their border"),
        ("The template of another report", "Togo and Benin open their border"),
    ],
)
def test_title(named, title):
    assert read(paper(TITLED, title=named)).title == title


def test_title_of_the_file_where_the_page_has_none():
    assert read(paper(stacked(NEWS, MORE), title="Neighbours in the South")).title == "Neighbours in the South"
    assert read(paper(stacked(NEWS, MORE))).title is None


def test_a_title_of_two_lines_under_the_name_of_a_series():
    page = [
        Words(70, 50, "Policy Brief", 14),
        Words(70, 80, "Togo and Benin open", 20),
        Words(70, 104, "their common border", 20),
    ]
    assert read(paper([*page, *stacked(NEWS, MORE, y=150)])).title == "Togo and Benin open their common border"


def test_date_and_authors():
    byline = [
        TITLED[0],
        Words(70, 95, "By Jane Example and John Sample"),
        Words(70, 110, "4 August 2021"),
        *stacked(NEWS, y=150),
    ]
    document = read(paper(byline))
    assert (str(document.published), document.authors) == ("2021-08-04", ("Jane Example", "John Sample"))
    without = read(paper(TITLED, author="Jane Example"))
    assert str(without.published) == "2000-01-01"  # the day on which the file says that it was made
    assert without.authors == ("Jane Example",)
    assert read(paper(TITLED, author="admin")).authors == ()
    assert read(paper(TITLED, producer="Skia/PDF m120")).published is None  # the day on which a browser printed it


def test_a_date_in_the_running_header():
    header = Words(70, 40, "Policy Brief, 4 August 2021")
    data = paper([header, *stacked(NEWS)], [header, *stacked(MORE)])
    assert str(read(data).published) == "2021-08-04"
    assert "Policy Brief" not in read(data).text


def test_a_printed_web_page():
    rows = ["Home", "About us", "Contact", "Log in", "Subscribe"]
    menu = [Words(70, 40 + 12 * number, row) for number, row in enumerate(rows)]
    page = [
        *menu,
        Words(70, 130, "Togo and Benin open border", 20),
        *stacked(NEWS, MORE, y=170),
        Words(70, 600, "Privacy policy"),
    ]
    page += [Words(20, HEIGHT - 15, "https://example.org/a/b"), Words(560, HEIGHT - 15, "1/1")]
    document = read(paper(page, producer="Skia/PDF m120", title="Togo and Benin open border - Example News"))
    assert document.title == "Togo and Benin open border"
    assert document.text.split("\n\n") == ["Togo and Benin open border", NEWS, MORE]


def test_without_the_library(monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(MissingDependencyError, match=r"pypdfium2.*relgraph\[pdf\]"):
        read(paper(TITLED))


def test_any_name(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(paper(TITLED))
    assert read(path).title == "Togo and Benin open their border"
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"\n" + paper(TITLED))
    assert read(str(path)).source == str(path)
    french = "Le ministre des affaires du pays a rencontré son homologue, et ils ont signé un accord sur les échanges "
    data = paper(stacked(french * 4))
    with pytest.raises(ReadError, match="French"):
        read(data)


@pytest.mark.parametrize(
    ("letter", "rest"), [("T", "he minister of Togo"), ("A", "merica and Togo"), ("A", "minister of Togo")]
)
def test_a_large_first_letter(letter, rest):
    rows = lines(f"{rest} {MORE} {NEWS}", 80)
    page = [Words(70, 122, letter, 34), *column(96, 100, rows[:2])[0], *column(70, 124, rows[2:], 10)[0]]
    text = read(paper(page)).text
    space = " " if rest.startswith("minister") else ""
    assert text == f"{letter}{space}{rest} {MORE} {NEWS}"


def test_a_table_of_contents():
    entries = ["1 The border . . . . . . . . . . . . . . . 3", "2 The railway ............................ 17"]
    page = [Words(70, 80, "Contents", 14), *column(70, 110, entries)[0], *stacked(NEWS, y=180)]
    assert paragraphs(paper(page)) == ["Contents", "1 The border | 3", "2 The railway | 17", NEWS]


def test_a_heading_of_two_lines():
    page = [Words(70, 80, "What the envoy of the U.S.", 15), Words(70, 98, "Found on the border of Togo", 15)]
    page += stacked(NEWS, MORE, y=130)
    assert paragraphs(paper(page))[0] == "What the envoy of the U.S. Found on the border of Togo"
