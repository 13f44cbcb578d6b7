"""The user's example: a whole web page, saved as text, with one article in it."""

from datetime import date
from pathlib import Path

import pytest

from relgraph.readers import read

SEED = Path(__file__).parents[2] / "seeds" / "iran_russia.txt"
TITLE = "Iran-Russia Relations: Continued Partnership alongside Conflicting Interests"


@pytest.fixture(scope="module")
def document():
    return read(SEED)


@pytest.fixture(scope="module")
def lines():
    return SEED.read_text(encoding="utf-8").replace("\xa0", " ").split("\n")


def test_title_date_authors_source(document):
    assert document.title == TITLE
    assert document.published == date(2021, 8, 4)
    assert document.authors == ("Bat Chen Druyan Feldman", "Daniel Rakov")
    assert document.source == str(SEED)
    assert document.issuer is None
    assert document.text.startswith(TITLE + "\n\n")
    assert document.text.count(TITLE) == 1


def test_every_line_of_the_article_is_kept(document, lines):
    start = lines.index(TITLE)
    stop = next(number for number, line in enumerate(lines) if line.startswith("The opinions expressed"))
    body = [line.rstrip() for line in lines[start:stop] if line.strip()]
    assert len(body) > 20
    menu_entry = "עברית"
    assert [line for line in document.text.split("\n") if line] == [line for line in body if line != menu_entry]
    for part in (
        "Conclusion and Assessment",
        "A meeting between Lavrov and Zarif",
        "(@mfa_russia) April 13, 2021",
        "🤝",
    ):
        assert part in document.text


@pytest.mark.parametrize(
    "furniture",
    [
        "opinions expressed", "Publication Series", "TopicsIranRussia", "Related Publications", "Imposed War", "ZUMA",
        "Alliance in Transition", "•", "reCAPTCHA", "Haim Levanon", "bool(false)", "go to header", "Home Publications",
        "עברית", "| INSS", "20/12/25", "Board of Directors",
    ],
)  # fmt: skip
def test_nothing_of_menus_teasers_and_footer_is_kept(document, lines, furniture):
    assert furniture in "\n".join(lines)
    assert furniture not in document.text


def test_keep_all_keeps_the_page_and_knows_the_same_about_it(document, lines):
    whole = read(SEED, keep="all")
    assert whole.text == "\n".join(line.rstrip() for line in lines).strip("\n")
    assert (whole.title, whole.published, whole.authors) == (document.title, document.published, document.authors)
