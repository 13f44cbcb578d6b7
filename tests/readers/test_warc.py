"""WARC files: the pages in them, from where they come, and that a damaged record is an error of its own."""

import gzip
import sys
import zlib
from datetime import date

import pytest

import relgraph as rg
from relgraph.readers import inputs

pytest.importorskip("warcio")
brotli = pytest.importorskip("brotli")
RIVER = "Togo met Benin on the river, and both agreed to share the water of the dam."
PORT = "Ghana opened its port to ships from Togo, which thanked its neighbour for the help."
VISIT = "The minister of Mali visited Niger and promised to send teachers to the schools there."
SITE = "https://example.org/"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def page(text, head=""):
    return f"<html><head><title>News</title>{head}</head><body><article><p>{text}</p></article></body></html>"


class Crawl:
    """A WARC file in the making."""

    def __init__(self, *, packed=False):
        self.packed = packed
        self.records = []

    def add(self, name, body, media="text/html", *, status="200 OK", kind="response", headers=(), warc=()):
        content = body if isinstance(body, bytes) else body.encode("utf-8")
        url = name if ":" in name else SITE + name
        if kind == "response" and not url.startswith("dns:"):
            http = [("Content-Type", media), *headers]
            content = f"HTTP/1.1 {status}\r\n{lines(http)}\r\n".encode() + content
            media = "application/http; msgtype=response"
        record = [
            *(("WARC-Type", kind), ("WARC-Record-ID", f"<urn:x:{len(self.records)}>"), ("WARC-Target-URI", url)),
            *(("WARC-Date", "2022-06-01T10:00:00Z"), ("Content-Type", media), *warc, ("Content-Length", len(content))),
        ]
        self.records.append(f"WARC/1.0\r\n{lines(record)}\r\n".encode() + content + b"\r\n\r\n")
        return self

    def parts(self):
        return [gzip.compress(record) for record in self.records] if self.packed else self.records

    def save(self, name="crawl.warc"):
        return save(name, b"".join(self.parts()))


def lines(headers):
    return "".join(f"{name}: {value}\r\n" for name, value in headers)


def save(name, data):
    with open(name, "wb") as stream:
        stream.write(data)
    return name


def outcome(each):
    try:
        return each.read().text.removeprefix("News\n\n")
    except rg.ReadError as error:
        return str(error).removeprefix(f"{each.name}: ")


def outcomes(name):
    return {each.name.partition("#")[2]: outcome(each) for each in inputs(name)}


def test_pages_and_texts_are_documents_and_nothing_else_is():
    crawl = Crawl()
    crawl.add("about:", "software: test", "application/warc-fields", kind="warcinfo")
    crawl.add("a", page(RIVER), "text/html; charset=utf-8").add("a.txt", PORT, "text/plain").add(
        "a.png", "x", "image/png"
    )
    crawl.add("a", "GET /a HTTP/1.1", "application/http; msgtype=request", kind="request")
    crawl.add("gone", page("Not found. Try the search."), status="404 Not Found").add(
        "robots.txt", "Allow: /", "text/plain"
    )
    crawl.add("moved", page("Moved."), status="301 Moved").add("dns:example.org", "1.2.3.4", "text/dns")
    crawl.add("b", page(VISIT), "").add("c", "\x00\x01", "")
    crawl.add("wet", PORT, "text/plain", kind="conversion").add("saved", page(RIVER), "text/html", kind="resource")
    assert outcomes(crawl.save()) == {
        f"2 {SITE}a": RIVER, f"3 {SITE}a.txt": PORT, f"10 {SITE}b": VISIT, f"12 {SITE}wet": PORT,
        f"13 {SITE}saved": RIVER,
    }  # fmt: skip
    assert [document.source for document in rg.read_many("crawl.warc")][:2] == [f"{SITE}a", f"{SITE}a.txt"]


def test_the_date_is_that_of_the_article_and_of_the_capture_if_that_is_asked_for():
    dated = page(RIVER, '<meta property="article:published_time" content="2021-05-03T10:00:00Z">')
    name = Crawl().add("a", dated).add("b", page(PORT)).save()
    assert [document.published for document in rg.read_many(name)] == [date(2021, 5, 3), None]
    asked = rg.read_many(name, columns={"published": "WARC-Date"})
    assert [document.published for document in asked] == [date(2021, 5, 3), date(2022, 6, 1)]


def chunks(data):
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(data[at : at + 50]), data[at : at + 50]) for at in range(0, len(data), 50))
        + b"0\r\n\r\n"
    )


def test_what_was_done_to_a_page_on_its_way_is_undone():
    data = page(RIVER).encode()
    raw = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": (gzip.compress(data), {"Content-Encoding": "gzip"}),
        "chunked": (chunks(data), {"Transfer-Encoding": "chunked"}),
        "both": (chunks(gzip.compress(data)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        "deflate": (zlib.compress(data), {"Content-Encoding": "deflate"}),
        "raw": (raw.compress(data) + raw.flush(), {"Content-Encoding": "deflate"}),
        "br": (brotli.compress(data), {"Content-Encoding": "br"}),
        "none": (data, {"Content-Encoding": "identity"}),
        # crawlers may have undone it and left the headers as they were
        **{f"undone {coding}": (data, {"Content-Encoding": coding}) for coding in ("gzip", "deflate", "br")},
        "undone chunked": (data, {"Transfer-Encoding": "chunked"}),
    }
    crawl = Crawl()
    for name, (body, headers) in bodies.items():
        crawl.add(name.replace(" ", "-"), body, headers=list(headers.items()))
    found = outcomes(crawl.save())
    assert set(found.values()) == {RIVER}
    assert len(found) == len(bodies)


def test_pages_that_were_cut_off_on_their_way():
    data = page(RIVER * 20).encode()
    crawl = Crawl()
    crawl.add("gzip", gzip.compress(data)[:-20], headers=[("Content-Encoding", "gzip")])
    crawl.add("br", brotli.compress(data)[:-5], headers=[("Content-Encoding", "br")])
    crawl.add("chunked", chunks(data)[:-60], headers=[("Transfer-Encoding", "chunked")])
    crawl.add("zstd", b"(\xb5/\xfd", headers=[("Content-Encoding", "zstd")])
    crawl.add("ok", page(PORT), warc=[("WARC-Truncated", "length")])
    *damaged, last = inputs(crawl.save())
    assert [outcome(each) for each in damaged] == [
        "this record is damaged: the page is damaged: it ends too early; it was cut off",
        "this record is damaged: the page was cut off",
        "this record is damaged: the page was cut off (Ran out of data before end of chunk)",
        "this record is damaged: the page is compressed in a way that is not known: 'zstd'",
    ]
    assert (outcome(last), last.note) == (PORT, "it was cut off when it was saved")


def test_the_encoding_that_a_server_tells():
    text = f"{RIVER} Ça va à l’Élysée."
    crawl = Crawl().add("a", page(text).encode("cp1252"), "text/html; charset=ISO-8859-1")
    crawl.add("b", page(text).encode("utf-8"), "text/html; charset=ISO-8859-1")
    assert list(outcomes(crawl.save()).values()) == [text, text]


@pytest.mark.parametrize("packed", [True, False])
def test_the_rest_of_a_damaged_file_is_read(packed):
    crawl = Crawl(packed=packed)
    for number in range(9):
        crawl.add(f"{number}", page(f"{RIVER} It was meeting {number}."))
    name, parts = ("crawl.warc.gz" if packed else "crawl.warc"), crawl.parts()
    middle = len(parts[4]) // 2 if packed else parts[4].index(b"Content-Length")
    spoilt = parts[4][:middle] + bytes(30) + parts[4][middle + 30 :]
    found = outcomes(save(name, b"".join([*parts[:4], spoilt, *parts[5:]])))
    (problem,) = [text for text in found.values() if not text.startswith(RIVER)]
    assert problem.startswith("this record is damaged: ")
    assert [text for text in found.values() if text != problem] == [
        f"{RIVER} It was meeting {number}." for number in range(9) if number != 4
    ]
    assert list(found).index(next(name for name, text in found.items() if text == problem)) == 4
    cut = outcomes(save(name, b"".join([*parts[:8], parts[8][: len(parts[8]) // 2]])))
    assert list(cut.values())[:8] == [f"{RIVER} It was meeting {number}." for number in range(8)]
    assert "cut off" in list(cut.values())[8]
    assert len(cut) == 9


def test_records_that_lie_about_their_length():
    crawl = Crawl()
    for number in range(6):
        crawl.add(f"{number}", page(f"{RIVER} It was meeting {number}."))
    parts = crawl.parts()
    for number, wrong in ((1, b"Content-Length: 1"), (3, b"Content-Length: x"), (4, b"Content-Length: 9")):
        before, length, after = parts[number].partition(b"Content-Length: ")
        parts[number] = before + wrong + after
        assert length
    parts[2] += b"some noise\r\n\r\n"
    found = outcomes(save("crawl.warc", b"".join(parts)))
    texts = [text for text in found.values() if text.startswith(RIVER)]
    assert texts == [f"{RIVER} It was meeting {number}." for number in (0, 5)]
    assert found[f"2 {SITE}1"] == "this record is damaged: its Content-Length is wrong"
    assert found[f"3 {SITE}2"] == "this record is damaged: its Content-Length is wrong"
    assert "its Content-Length is no number: 'x" in found[f"4 {SITE}3"]
    assert found[f"5 {SITE}4"] == "this record is damaged: it was cut off, or its Content-Length is wrong"


def test_damaged_headers():
    (good,) = Crawl().add("a", page(RIVER)).parts()
    no_http = good.replace(b"HTTP/1.1 200 OK\r\n", b"                \n")
    endless = b"WARC/1.0\r\n" + b"X-Header: long\r\n" * 5000 + b"\r\n\r\n"
    found = outcomes(save("crawl.warc", endless + good + no_http))
    assert "its headers are too long" in found["1"]
    assert RIVER in found.values()


def test_it_is_told_if_there_is_no_page_and_if_a_library_is_missing(monkeypatch):
    assert list(outcomes(Crawl().add("a.png", "x", "image/png").save()).values()) == ["there is no text in this"]
    monkeypatch.setitem(sys.modules, "warcio", None)
    (problem,) = outcomes("crawl.warc").values()
    assert problem == "this needs warcio, which is not installed: pip install 'relgraph[warc]'"
