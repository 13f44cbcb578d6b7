"""PDF files that cannot be read: each ends in a message that says what to do, soon, and the next file is read."""

import os
import signal
import zlib

import pytest
from papers import Words, paper, raw_pdf

from relgraph.errors import ReadError
from relgraph.readers import read
from relgraph.readers.paged import glyphs, process

TEXT = "The minister of Togo met the envoy of Benin in the capital."
GOOD = paper([Words(70, 100, TEXT)])
PAGES = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data, entries=b""):
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


@pytest.fixture
def hasty(monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 0.4)


@pytest.fixture(autouse=True)
def the_next_one_is_read():
    yield
    assert read(GOOD).text == TEXT


def test_locked():
    with pytest.raises(ReadError, match=r"locked with a password.*qpdf"):
        read(paper([Words(70, 100, TEXT)], password="secret"))


def test_locked_for_editing_only():
    assert read(paper([Words(70, 100, TEXT)], password="")).text == TEXT


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_cut_off(part):
    whole = paper(*[[Words(70, 100, TEXT)]] * 5)
    with pytest.raises(ReadError, match=r"damaged|missing"):
        read(whole[: int(len(whole) * part)])


def test_not_even_a_beginning():
    with pytest.raises(ReadError, match="damaged"):
        read(b"%PDF-1.4 " + b"\x00\x01" * 500)


def test_images_of_pages():
    with pytest.raises(ReadError, match=r"2 pages without text.*ocrmypdf"):
        read(paper(None, None))


def test_signs_without_letters(monkeypatch):
    run = (70.0, 500.0, 700.0, 10.0, False, "\ue041\ue042 \ue043" * 20)
    with monkeypatch.context() as patch:
        patch.setattr(
            process, "answers", lambda data: [("open", 1, {}), ("page", 595.0, 842.0, [run], False), ("end",)]
        )
        with pytest.raises(ReadError, match=r"which letters its signs are.*--force-ocr"):
            read(GOOD)


def test_too_many_pages():
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    with pytest.raises(ReadError, match=r"25000 pages.*split"):
        read(raw_pdf({**PAGES, 2: b"<</Type/Pages/Kids[3 0 R]/Count 25000>>", 3: page}))


def test_too_many_words(monkeypatch):
    monkeypatch.setattr(glyphs, "_MOST_RUNS", 3)
    monkeypatch.setattr(process, "answers", lambda data: list(glyphs.read(data)))
    with pytest.raises(ReadError, match=r"first 4 pages .* more words than any book"):
        read(paper(*[[Words(70, 100, TEXT)]] * 5))


def test_pages_that_contain_themselves():
    with pytest.raises(ReadError, match=r"page 1 .* damaged or missing"):
        read(raw_pdf({**PAGES, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 10>>"}))


def test_a_drawing_that_never_ends(hasty):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F %d 0 R>>>>"
    nested = {number: stream(b"/F Do " * 10, form % (number + 1)) for number in range(10, 30)}
    with pytest.raises(ReadError, match="longer than"):
        read(raw_pdf({**PAGES, 3: page, 4: stream(b"/F Do " * 10), **nested, 30: stream(b"", form % 31)}))


def test_little_data_that_unpacks_to_much(hasty):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</A 5 0 R>>>>>>"
    much = stream(b"BT /A 12 Tf 10 10 Td (Hello there) Tj ET " * 2_000_000)
    assert len(much) < 1_000_000
    with pytest.raises(ReadError, match="longer than"):
        read(raw_pdf({**PAGES, 3: page, 4: much, 5: FONT}))


def test_the_library_crashes():
    assert read(GOOD).text == TEXT
    owner, child = process._child
    assert owner == os.getpid()
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert read(GOOD).text == TEXT


def test_an_interrupt_is_not_the_file_s_fault():
    assert read(GOOD).text == TEXT
    child = process._child[1]
    os.kill(child.pid, signal.SIGINT)
    assert read(GOOD).text == TEXT
    assert process._child[1] is child


def test_a_child_that_does_not_answer(monkeypatch):
    assert read(GOOD).text == TEXT
    with monkeypatch.context() as patch:
        patch.setattr(process, "PATIENCE", 0.05)
        os.kill(process._child[1].pid, signal.SIGSTOP)
        with pytest.raises(ReadError, match="longer than"):
            read(GOOD)


def test_a_crash_within_a_file(monkeypatch):
    def send_and_kill(child, data):
        child.kill()
        child.wait()

    with monkeypatch.context() as patch:
        patch.setattr(process, "_send", send_and_kill)
        with pytest.raises(ReadError, match="crash"):
            read(GOOD)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_gets_a_child_of_its_own():
    assert read(GOOD).text == TEXT
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = 0 if read(GOOD).text == TEXT else 2
            process.end()
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            r"old Word document.*\.docx",
        ),
        (b"PK\x03\x04 something", "not a PDF file, as its name says, but a zip archive"),
        (b"just words", "not a PDF file"),
    ],
)
def test_mislabelled(tmp_path, data, message):
    path = tmp_path / "article.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=rf"article\.pdf: .*{message}"):
        read(path)


def test_mislabelled_but_certain(tmp_path):
    path = tmp_path / "article.pdf"
    path.write_text(f"<!doctype html><html><head><title>News</title></head><body><p>{TEXT * 5}</p></body></html>")
    assert TEXT in read(path).text
