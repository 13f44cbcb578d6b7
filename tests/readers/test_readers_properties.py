"""Whatever comes in, reading gives a Document or a ReadError, and keep="all" loses nothing."""

import unicodedata
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import ReadError
from relgraph.model import Document
from relgraph.readers import read

LINES = st.sampled_from(
    [
        "Home", "Sign in", "• News", "Search", "Privacy policy", "Related articles", "3 May 2021", "Read more", "", "",
        "By Anna Bell", "Togo meets Benin",
        "Togo met Benin on the river, and both agreed to share the water of the dam.",
        "We use cookies on this website.", "1. Togo", "- Benin", "Q: Why?",
        "The views expressed are the author's alone.",
        "Togo meets Benin | Site", "2 comments", "10/12/21",
        "the rest of a line that was broken by its width and goes on",
    ]
)  # fmt: skip
TEXTS = st.text() | st.lists(LINES, max_size=60).map("\n".join) | st.text(st.characters(codec="ascii"), max_size=400)


def solid(text):
    return [one for one in text if not one.isspace() and unicodedata.category(one) != "Cc" and one != "\ufeff"]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_text_is_read_or_refused(text):
    try:
        document = read(text=text)
    except ReadError:
        return
    assert isinstance(document, Document)
    assert document.text == document.text.strip("\n") != ""
    assert read(text=text) == document


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | TEXTS.map(str.encode))
def test_bytes_are_read_or_refused(data):
    with suppress(ReadError):
        assert read(data).text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_keep_all_loses_no_character(text):
    try:
        document = read(text=text, keep="all", language="en")
    except ReadError as error:
        refused = "empty" if not any(one.isprintable() and not one.isspace() for one in text) else "not text"
        assert refused in str(error)  # noqa: PT017 (most texts are read)
        return
    assert solid(document.text) == solid(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=60).map("\n".join))
def test_an_article_is_made_of_lines_of_its_page(page):
    try:
        document = read(text=page)
    except ReadError:
        return
    lines = {line.rstrip() for line in page.split("\n")} | {"", "Togo meets Benin"}
    assert all(line in lines for line in document.text.split("\n"))
