"""Pages of many shapes. In a fixture each line says by its first character whether it is kept (+) or dropped (-)."""

from datetime import date
from pathlib import Path

import pytest

from relgraph.errors import ReadError
from relgraph.readers import read

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.page"))
ARTICLES = [name for name in NAMES if name != "menus_only"]

ABOUT = {
    "box_within_article": ("Peru recalls its ambassador from Mexico", date(2022, 12, 20), ("Lucía Paredes",)),
    "cookies_and_footnotes": (
        "Can the ceasefire in the valley hold?",
        date(2017, 11, 14),
        ("Farah Haddad", "Jonas Lindqvist"),
    ),
    "lists_in_article": ("Lake states sign water pact", date(2022, 6, 2), ("Amara Diallo", "Tomasz Reyes")),
    "no_menus": ("Statement on the situation in the border region", None, ()),
    "short_article_in_long_page": ("Norway hosts talks on the Arctic route", date(2019, 3, 12), ("Ingrid Solberg",)),
    "teasers_longer_than_article": (
        "Malaysia and Vietnam settle fishing row",
        date(2023, 5, 9),
        ("Mei Lin Tan",),
    ),
    "teasers_without_heading": ("Bulgaria and Greece open gas link", date(2022, 10, 1), ()),
    "transcript": ("Daily briefing, 6 July 2020", None, ()),
    "wrapped_page": ("Pakistan and Iran reopen border crossing", date(2018, 3, 21), ()),
}


def page(name):
    lines = (PAGES / f"{name}.page").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert all(line[:1] in "+-" for line in lines)
    whole = "\n".join(line[1:] for line in lines)
    kept = [line[1:] for line in lines if line[0] == "+" and line[1:].strip()]
    return whole, kept


def filled(text):
    return [line for line in text.split("\n") if line.strip()]


def test_every_fixture_is_expected():
    assert set(ABOUT) == set(ARTICLES)


@pytest.mark.parametrize("name", ARTICLES)
def test_article_is_kept_and_nothing_else(name):
    whole, kept = page(name)
    assert filled(read(text=whole).text) == kept


@pytest.mark.parametrize("name", ARTICLES)
def test_title_date_and_authors(name):
    document = read(text=page(name)[0])
    assert (document.title, document.published, document.authors) == ABOUT[name]
    assert document.text.startswith(document.title)


@pytest.mark.parametrize("name", NAMES)
def test_keep_all_keeps_every_line(name):
    whole, _ = page(name)
    assert filled(read(text=whole, keep="all").text) == [line.rstrip() for line in filled(whole)]


@pytest.mark.parametrize("name", [name for name in ARTICLES if name not in ("no_menus", "box_within_article")])
def test_blank_lines_of_a_page_do_not_matter_to_what_is_kept(name):
    # but a text without menus is kept as it is, and a heading that is named as in menus needs blank lines around it
    whole, kept = page(name)
    assert filled(read(text="\n".join(filled(whole))).text) == kept


def test_paragraphs_of_a_page_are_separated_by_blank_lines():
    document = read(text=page("wrapped_page")[0])
    paragraphs = document.text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[1].startswith("ISLAMABAD")
    assert paragraphs[1].count("\n") == 3


def test_menus_only_is_an_error_that_says_what_to_do():
    with pytest.raises(ReadError, match="keep='all'"):
        read(text=page("menus_only")[0])


def test_first_line_gives_the_title_that_the_page_lacks():
    whole = (
        "Chad closes its border with Sudan | Sahel Watch\nHome\nSign in\nNews\nSearch\n\n"
        "Chad closed its border with Sudan on Friday after rebels had crossed it. Sudan denied that "
        "it supports them.\n\n"
        "France praised the step and promised to send surveillance aircraft.\n\nPrivacy policy\nSite map\n"
    )
    document = read(text=whole)
    assert document.title == "Chad closes its border with Sudan"
    assert filled(document.text)[0] == document.title
    assert len(filled(document.text)) == 3


def test_numeric_dates_are_read_by_the_other_dates_of_the_page():
    whole = (
        "Home\nSign in\nNews\nSearch\n\nTogo and Benin share a harbour\nBy Kofi Mensah\n{}\n\n"
        "Togo and Benin agreed on Monday to share the new harbour. They had quarrelled over it for years.\n\n"
        "Nigeria opposes the plan, and its customs office threatened to stop lorries at the border.\n\n"
        "Latest news\nGhana buys boats\n{}\nMali expels envoy\n{}\nPrivacy policy\n"
    )
    assert read(text=whole.format("03/04/2021", "28/03/2021", "27/03/2021")).published == date(2021, 4, 3)
    assert read(text=whole.format("03/04/2021", "03/28/2021", "03/27/2021")).published == date(2021, 3, 4)
    assert read(text=whole.format("03/04/2021", "03/02/2021", "01/02/2021")).published is None


def test_reading_twice_gives_the_same():
    whole, _ = page("cookies_and_footnotes")
    assert read(text=whole) == read(text=whole)
