"""E-books, Markdown, and pages that a browser saved in one file."""

import io
import time
import zipfile

import pytest

from relgraph.errors import ReadError
from relgraph.readers import archived, read

NEWS = "The minister of Togo met the envoy of Benin in the capital on Monday."
MORE = "Chile accused Peru of a breach of the treaty that the two countries signed after the war."
LAST = "Norway and Sweden praised the talks, which had been prepared by Finland for months."


def chapter(*paragraphs):
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html>"


def book(chapters, spine=None, about="", **members):
    items = "".join(
        f"<item id='i{number}' href='text/{name}' media-type='application/xhtml+xml'{extra}/>"
        for number, (name, _, extra) in enumerate(chapters)
    )
    order = spine or "".join(f"<itemref idref='i{number}'/>" for number in range(len(chapters)))
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
        f"{about}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            "<rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        )
        archive.writestr("OEBPS/book.opf", package)
        for name, content, _ in chapters:
            archive.writestr(f"OEBPS/text/{name.replace('%20', ' ')}", content)
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


CHAPTERS = [
    ("nav.xhtml", chapter("Contents"), " properties='nav'"),
    ("two.xhtml", chapter(MORE), ""),
    ("one%20first.xhtml", chapter(NEWS.replace("Togo", "Togo<sup><a href='#n1'>1</a></sup>"), LAST), ""),
]
SPINE = "<itemref idref='i0'/><itemref idref='i2'/><itemref idref='i1'/>"


def test_chapters_stand_in_the_order_of_reading(tmp_path):
    about = "<dc:title>Neighbours</dc:title><dc:creator>Jane Example</dc:creator><dc:creator>John Sample</dc:creator>"
    path = tmp_path / "a.epub"
    path.write_bytes(book(CHAPTERS, SPINE, f"{about}<dc:date>2021-05-03T00:00:00Z</dc:date>"))
    found = read(path)
    assert found.text.split("\n\n") == ["Neighbours", NEWS, LAST, MORE]
    assert (found.title, str(found.published)) == ("Neighbours", "2021-05-03")
    assert found.authors == ("Jane Example", "John Sample")
    assert read(path, keep="all").text.split("\n\n") == ["Contents", NEWS, LAST, MORE]


def test_books_that_are_bad(monkeypatch):
    whole = book(CHAPTERS, SPINE)
    with pytest.raises(ReadError, match="damaged or cut off"):
        read(whole[: len(whole) // 2])
    with pytest.raises(ReadError, match=r"has no OEBPS/text/gone\.xhtml"):
        read(_without_a_chapter())
    locked = (
        "<encryption xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:CipherData>"
        "<enc:CipherReference URI='{}'/></enc:CipherData></enc:EncryptedData></encryption>"
    )
    with pytest.raises(ReadError, match="DRM"):
        read(book(CHAPTERS, SPINE, **{"META-INF/encryption.xml": locked.format("OEBPS/text/two.xhtml")}))
    fonts = book(CHAPTERS, SPINE, **{"META-INF/encryption.xml": locked.format("OEBPS/font.ttf")})
    assert MORE in read(fonts).text
    monkeypatch.setattr(archived, "LARGEST", 1_000_000)
    with pytest.raises(ReadError, match=r"unpacks to \d+ MB"):
        read(book([("a.xhtml", b"<p>" + bytes(2_000_000), "")]))
    with pytest.raises(ReadError, match="without pages of text"):
        read(book(CHAPTERS, "<itemref idref='missing'/>"))


def _without_a_chapter():
    data = book([*CHAPTERS, ("gone.xhtml", "", "")])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if not name.endswith("gone.xhtml"):
                new.writestr(name, old.read(name))
    return out.getvalue()


MARKDOWN = f"""# Togo & Benin

By *Jane Example*

4 August 2021

{NEWS.replace("Togo", "[Togo](https://example.org/togo)").replace("envoy", "**envoy**")}[^1]
![A picture of the border](border.jpg)

* Chile `accused` Peru.
* Bolivia did not.

| Country | 2021 |
| ------- | ---- |
| Togo    | 2.1  |

```python
print("Togo attacked Benin")
```

<!-- Togo attacked Benin -->
{MORE.replace(" treaty ", chr(10) + "treaty  ")}

[^1]: See the treaty.
"""


def test_markdown(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    found = read(path)
    assert found.text.split("\n\n") == [
        "Togo & Benin",
        "By Jane Example",
        "4 August 2021",
        f"{NEWS} A picture of the border",
        "Chile accused Peru.",
        "Bolivia did not.",
        "Country | 2021",
        "Togo | 2.1",
        MORE,
        "See the treaty.",
    ]
    assert (found.title, str(found.published), found.authors) == ("Togo & Benin", "2021-08-04", ("Jane Example",))


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: \"Togo and Benin\"\ndate: 2021-08-04T10:00:00Z\nauthor: Jane Example\ntags: [a, b]\n---\n",
        "---\ntitle: Togo and Benin # a title\nauthors:\n  - Jane Example\ndate: 2021-08-04\n---\n",
        "+++\ntitle = \"Togo and Benin\"\ndate = 2021-08-04\nauthors = [\"Jane Example\"]\n+++\n",
    ],
)  # fmt: skip
def test_front_matter(tmp_path, front):
    path = tmp_path / "a.markdown"
    path.write_text(front + "\n" + NEWS, encoding="utf-8")
    found = read(path)
    assert found.text == f"Togo and Benin\n\n{NEWS}"
    assert (found.title, str(found.published), found.authors) == ("Togo and Benin", "2021-08-04", ("Jane Example",))


def test_what_would_take_markdown_minutes(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"{'[' * 200_000} {NEWS}", encoding="utf-8")
    started = time.process_time()
    assert NEWS in read(path).text
    assert time.process_time() - started < 5


def test_html_and_indented_paragraphs_in_markdown(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        f"<div align=center>\n<b>{NEWS}</b><!-- no -->\n</div>\n\nHe said:\n\n    {MORE}\n", encoding="utf-8"
    )
    assert read(path).text.split("\n\n") == [NEWS, "He said:", MORE]


def test_markdown_without_markup_is_text(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\n\n{NEWS}\n\n---\n\n{MORE}\n", encoding="utf-8")
    assert read(path).text == f"{NEWS}\n\n{MORE}"
    path.write_text("> " * 5000 + NEWS, encoding="utf-8")
    assert NEWS in read(path).text
    path.write_text(f"<html><body><p>{NEWS * 5}</p></body></html>", encoding="utf-8")
    assert read(path).text.startswith(NEWS)


def saved_page(address="https://example.org/news/1"):
    return "\r\n".join(
        (
            "From: <Saved by Blink>",
            f"Snapshot-Content-Location: {address}",
            "Subject: Togo met Benin",
            "MIME-Version: 1.0",
            'Content-Type: multipart/related; type="text/html"; boundary="XX"',
            "\r\n--XX",
            "Content-Type: text/html",
            "Content-Transfer-Encoding: quoted-printable",
            f"Content-Location: {address}\r\n",
            f"<html><head><title>Togo met Benin</title></head><body><h1>Togo met Benin</h1><p>{NEWS * 3}</p>",
            f"<p>Caf=C3=A9 {MORE}</p></body></html>",
            "--XX",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64\r\n",
            "iVBORw0KGgo=",
            "--XX--\r\n",
        )
    ).encode()


def test_a_saved_page(tmp_path):
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved_page())
    found = read(path)
    assert found.title == "Togo met Benin"
    assert "Café Chile accused Peru" in found.text
    assert found.source == "https://example.org/news/1"
    assert read(saved_page(), source="here").source == "here"
    path.write_bytes(saved_page("file:///home/me/a.html"))
    assert read(path).source == str(path)
    path.write_bytes(saved_page().partition(b"<html>")[0].partition(b"--XX")[0])
    with pytest.raises(ReadError, match="no web page"):
        read(path)


def test_a_saved_page_under_any_name(tmp_path):
    path = tmp_path / "page.mht"
    path.write_bytes(b"\xff\n" + saved_page())  # the mark of the format stands further down
    with pytest.raises(ReadError):
        read(path)
    path = tmp_path / "page.html"
    path.write_bytes(saved_page())
    assert "Café Chile accused Peru" in read(path.read_bytes()).text
