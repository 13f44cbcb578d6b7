"""HTML: the article without navigation and asides; recognised without a suffix."""

from datetime import date

import pytest

from relgraph.errors import ReadError
from relgraph.readers import read

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Minister meets envoy | Example News</title>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World desk</a></li></ul></nav>
<main><article><h1>Minister meets envoy</h1><p class="byline">By <span class="author">Anna Bell</span></p>
<time datetime="2021-05-03">3 May 2021</time>
<p>The foreign minister of Norway met the <b>Iranian</b> envoy in Oslo on Monday. They discussed two sailors.</p>
<h2>What comes next</h2><ul><li>Iran wants the sanctions lifted.</li><li>Norway offers to mediate.</li></ul>
<p>Russia criticised the talks of 7 June 1999, saying that they left Moscow’s envoy out.</p></article></main>
<aside><h3>Related</h3><p><a href="/x">China signs a trade deal with Brazil after long talks.</a></p></aside>
<script>var hidden = "secret";</script>
<footer>© 2021 Example News. All rights reserved.</footer></body></html>
"""


@pytest.mark.parametrize("how", ["suffix", "bytes", "text", "wrong suffix", "no suffix"])
def test_article_title_author_date(tmp_path, how):
    names = {"suffix": "a.HTML", "wrong suffix": "a.txt", "no suffix": "a"}
    if how in names:
        path = tmp_path / names[how]
        path.write_text(PAGE, encoding="utf-8")
        document = read(path)
    else:
        document = read(PAGE.encode() if how == "bytes" else PAGE)
    assert document.title == "Minister meets envoy"
    assert document.published == date(2021, 5, 3)
    assert document.authors == ("Anna Bell",)
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == "Minister meets envoy"
    assert (
        "The foreign minister of Norway met the Iranian envoy in Oslo on Monday. They discussed two sailors."
        in paragraphs
    )
    assert "What comes next" in paragraphs
    assert any("Norway offers to mediate." in paragraph for paragraph in paragraphs)
    for furniture in ("Home", "World desk", "Brazil", "rights reserved", "secret", "color"):
        assert furniture not in document.text


def test_keep_all_keeps_what_the_page_shows():
    document = read(PAGE, keep="all")
    lines = document.text.split("\n\n")
    for shown in ("Home", "World desk", "China signs a trade deal with Brazil after long talks.", "3 May 2021"):
        assert shown in lines
    assert (
        "The foreign minister of Norway met the Iranian envoy in Oslo on Monday. They discussed two sailors." in lines
    )
    assert "secret" not in document.text
    assert "color" not in document.text


def test_fragment():
    assert read(b"<p>Russia attacked Ukraine.</p>").text == "Russia attacked Ukraine."


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-2", "utf-8"])
def test_declared_encoding(charset):
    letter = {"windows-1252": "“São Tomé”", "iso-8859-2": "Łódź", "utf-8": "Κύπρος “ok”"}[charset]
    page = (
        PAGE.replace("utf-8", charset)
        .replace("Moscow’s", "Moscow's")
        .replace("two sailors", letter)
        .replace("©", "(c)")
    )
    assert letter in read(page.encode(charset)).text


@pytest.mark.parametrize(
    "page",
    [
        b"<html></html>",
        b"<html><body></body></html>",
        b'<html><body><nav><a href="/">Home</a> <a href="/n">News</a></nav></body></html>',
    ],
)
def test_page_without_an_article(page):
    with pytest.raises(ReadError, match="keep='all'"):
        read(page)


def test_empty_page_is_empty_even_if_all_is_kept():
    with pytest.raises(ReadError, match="empty"):
        read(b"<html><body></body></html>", keep="all")


def test_no_date_is_invented():
    page = "<html><head><title>Togo meets Benin</title></head><body><article><h1>Togo meets Benin</h1>" + (
        "<p>Togo met Benin on the river and both agreed to share the water on 3 March 2015.</p>" * 3
        + "</article></body></html>"
    )
    assert read(page).published is None


def test_text_that_mentions_tags_is_no_html():
    text = "Kenya said that <b>no</b> troops had crossed. <p> is a tag."
    assert read(text=text).text == text


@pytest.mark.parametrize("keep", ["article", "all"])
def test_deep_nesting(keep):
    def page(depth):
        return "<html><body>" + "<div>" * depth + "Togo met Benin by the river." + "</div>" * depth + "</body></html>"

    assert read(page(100), keep=keep).text == "Togo met Benin by the river."
    with pytest.raises(ReadError, match=r"deeply nested|no article|empty"):
        read(page(5000), keep=keep)


def test_numbers_of_notes_are_no_part_of_words():
    page = PAGE.replace("envoy in Oslo", 'envoy<sup id="r1"><a href="#n1">1</a></sup> in Oslo').replace(
        "two sailors.", 'two sailors.<a href="#n2"><sup>[2]</sup></a> Oslo is 400 km<sup>2</sup> large.'
    )
    text = read(page).text
    assert "met the Iranian envoy in Oslo on Monday. They discussed two sailors. Oslo is 400 km2 large." in text
    assert "envoy1" in read(page, keep="all").text
