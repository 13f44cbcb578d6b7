"""Folders, patterns and lists: every file is an input, in an order that is always the same, and none is lost."""

import io
import os
import pickle
import random

import pytest

import relgraph as rg
from relgraph.readers import inputs
from relgraph.readers.base import Reading

RIVER = "Togo met Benin on the river, and both agreed to share the water of the dam."
PORT = "Ghana opened its port to ships from Togo, which thanked its neighbour for the help."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = {"news/b/2.txt": PORT, "news/a.html": f"<html><body><p>{RIVER}</p></body></html>", "news/c.txt": RIVER}
    names = list(files)
    random.Random(4).shuffle(names)
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8")
    return tmp_path


def names(sources):
    return [each.name for each in inputs(sources)]


def problem(sources):
    (each,) = inputs(sources)
    with pytest.raises(rg.ReadError) as caught:
        each.read()
    return str(caught.value)


def test_a_folder_is_walked_in_order(folder):
    assert names("news") == ["news/a.html", "news/b/2.txt", "news/c.txt"]
    assert names(folder / "news") == [str(folder / name) for name in names("news")]
    assert [document.text for document in rg.read_many("news")] == [RIVER, PORT, RIVER]
    assert [document.source for document in rg.read_many("news")] == names("news")


def test_patterns_lists_and_iterators(folder):
    assert names("news/*.html") == ["news/a.html"]
    assert names("news/**/*.txt") == ["news/b/2.txt", "news/c.txt"]
    assert names("news/**") == names("news")
    assert names("new*") == names("news")
    assert names(iter(["news/c.txt", ["news/a.html"]])) == ["news/c.txt", "news/a.html"]
    assert problem("news/*.pdf") == "news/*.pdf: no file matches this pattern"
    assert problem("news**x") == "news**x: no file matches this pattern"


def test_patterns_see_no_hidden_files_and_follow_no_links(folder):
    (folder / "news" / ".old").mkdir()
    (folder / "news" / ".old" / "x.txt").write_text(RIVER, encoding="utf-8")
    for name in ("a", "b", "c"):
        (folder / "news" / name).mkdir(exist_ok=True)
        for link in ("x", "y", "z"):
            (folder / "news" / name / link).symlink_to(folder / "news")
    assert names("news/**/*.txt") == ["news/b/2.txt", "news/c.txt"]
    assert names("news/.old/*.txt") == ["news/.old/x.txt"]
    assert names("news/.*/*") == ["news/.old/x.txt"]


def test_names_that_are_no_utf8(folder):
    path = os.fsdecode(b"news/caf\xe9.txt")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(RIVER)
    assert names("news")[2:] == ["news/c.txt", "news/caf\ufffd.txt"]
    assert [document.source for document in rg.read_many([path, "news/caf*"])] == ["news/caf\ufffd.txt"] * 2
    assert rg.read(path).source == "news/caf\ufffd.txt"
    (folder / "news" / os.fsdecode(b"\xe9.xyz")).touch()
    assert any("\ufffd.xyz" in name for name in names("news"))


def test_a_name_with_brackets_is_no_pattern(folder):
    (folder / "notes[1].txt").write_text(RIVER, encoding="utf-8")
    assert names("notes[1].txt") == ["notes[1].txt"]


def test_documents_files_bytes_and_inputs(folder):
    document = rg.read(text=RIVER, source="https://example.org/1")
    with open("news/c.txt", "rb") as binary, open("news/b/2.txt", encoding="utf-8") as text:
        found = list(inputs([document, binary, text, io.StringIO(PORT), RIVER.encode()]))
    assert [each.name for each in found] == [document.source, "news/c.txt", "news/b/2.txt", "<open file>", "<bytes>"]
    assert [each.read().text for each in found] == [RIVER, RIVER, PORT, PORT, RIVER]
    assert found[0].read() is document
    assert [each.read().source for each in found[1:]] == ["news/c.txt", "news/b/2.txt", None, None]
    assert list(inputs(found)) == found


def test_what_no_reader_is_for_is_told_and_the_rest_goes_on(folder):
    (folder / "news" / ".hidden").mkdir()
    (folder / "news" / ".hidden" / "x.txt").write_text(RIVER, encoding="utf-8")
    (folder / "news" / "b" / "Thumbs.db").write_bytes(b"\0")
    (folder / "news" / "b" / "sheet.xyz").write_text(RIVER, encoding="utf-8")
    (folder / "news" / "empty.txt").touch()
    os.mkfifo(folder / "news" / "pipe.txt")
    (folder / "news" / "loop").symlink_to(folder / "news")
    (folder / "news" / "dangling.txt").symlink_to(folder / "nothing")
    documents = rg.read_many("news")
    with pytest.warns(UserWarning, match=r"7 of 10 inputs could not be read; the first: news/\.hidden: it is hidden"):
        assert len(list(documents)) == 3
    assert [str(error).partition(": ")[::2] for error in documents.skipped] == [
        ("news/.hidden", "it is hidden; name it to have it read"),
        ("news/b/Thumbs.db", "it is hidden; name it to have it read"),
        ("news/b/sheet.xyz", "there is no reader for '.xyz' files"),
        ("news/dangling.txt", "it cannot be opened: No such file or directory"),
        ("news/empty.txt", "there is no text in this: it is empty or white space only"),
        ("news/loop", "it is a link to a folder, which is not followed; name it to have it read"),
        ("news/pipe.txt", "it is no file but a device, a pipe or a socket"),
    ]
    assert names("news/.hidden") == ["news/.hidden/x.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder):
    (folder / "news" / "cable.xyz").write_text(RIVER, encoding="utf-8")
    assert [document.text for document in rg.read_many("news/cable.xyz", errors="raise")] == [RIVER]


def test_errors_are_raised_or_passed_over_in_silence(folder):
    with pytest.raises(rg.ReadError, match="there is no such file"):
        list(rg.read_many(["news/a.html", "gone.txt"], errors="raise"))
    documents = rg.read_many(["gone.txt", "news/a.html"], errors="skip")
    assert [document.text for document in documents] == [RIVER]
    assert len(documents.skipped) == 1


def test_what_is_wrong_is_said(folder):
    (folder / "none").mkdir()
    assert problem("none") == "none: there is no file in this folder"
    assert problem("https://example.org/a") == (
        "https://example.org/a: this is a web address; relgraph works offline: save the page and read the file"
    )
    assert "it cannot be opened" in problem("a\0b")
    with pytest.raises(rg.UsageError, match="not int"):
        list(inputs([3]))
    with pytest.raises(rg.UsageError, match="errors='ignore' is neither"):
        rg.read_many("news", errors="ignore")
    with pytest.raises(rg.UsageError, match="neither 'article' nor 'all'"):
        rg.read_many("news", keep="some")


def test_a_file_that_goes_before_it_is_read(folder):
    (each,) = inputs("news/c.txt")
    (folder / "news" / "c.txt").unlink()
    with pytest.raises(rg.ReadError, match=r"news/c\.txt: there is no such file any more"):
        each.read()
    assert each.fingerprint == each.fingerprint


def test_fingerprints_are_of_content(folder):
    first, second, third = inputs("news")
    assert first.fingerprint != second.fingerprint != third.fingerprint
    (folder / "copy.txt").write_bytes((folder / "news" / "c.txt").read_bytes())
    (copy,) = inputs("copy.txt")
    (from_bytes,) = inputs(RIVER.encode())
    assert copy.fingerprint == third.fingerprint == from_bytes.fingerprint
    failed = [next(inputs(name)).fingerprint for name in ("x.txt", "y.txt", "x.txt")]
    assert failed[0] == failed[2] != failed[1]


def test_inputs_can_be_pickled(folder):
    for each in inputs(["news", rg.read(text=RIVER), PORT.encode()]):
        again = pickle.loads(pickle.dumps(each))
        assert (again.name, again.fingerprint, again.read()) == (each.name, each.fingerprint, each.read())


def test_a_missing_library_is_an_error_of_its_file_only(folder, monkeypatch):
    def needs_more(data, *, keep, encoding) -> Reading:
        raise rg.MissingDependencyError.named("pagereader", "pages")

    monkeypatch.setattr("relgraph.readers.html.read_bytes", needs_more)
    documents = rg.read_many("news", errors="skip")
    assert len(list(documents)) == 2
    assert "pip install 'relgraph[pages]'" in str(documents.skipped[0])
