"""Compressed files, archives and mailboxes: what is in them is read, nothing is extracted, and bombs are stopped."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import struct
import sys
import tarfile
import zipfile
import zlib

import pytest

import relgraph as rg
from relgraph.readers import inputs
from relgraph.readers.containers import streams

RIVER = "Togo met Benin on the river, and both agreed to share the water of the dam."
PORT = "Ghana opened its port to ships from Togo, which thanked its neighbour for the help."
VISIT = "The minister of Mali visited Niger and promised to send teachers to the schools there."
PAGE = f"<html><body><p>{RIVER}</p></body></html>"
TABLE = json.dumps({"text": RIVER}) + "\n" + json.dumps({"text": PORT}) + "\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(name, content):
    with open(name, "wb") as stream:
        stream.write(content if isinstance(content, bytes) else content.encode("utf-8"))
    return name


def zipped(name, files, compression=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return written(name, content.getvalue()) if name else content.getvalue()


def outcome(each):
    try:
        return each.read().text
    except rg.ReadError as error:
        return str(error)


def outcomes(name):
    return {each.name: outcome(each) for each in inputs(name)}


@pytest.mark.parametrize(
    ("suffix", "packed"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)], ids=["gz", "bz2", "xz"]
)
def test_compressed_files(suffix, packed):
    page, table = f"a.html.{suffix}", f"a.jsonl.{suffix}"
    written(page, packed(PAGE.encode()))
    assert outcomes(page) == {page: RIVER}
    assert rg.read(page).text == rg.read(io.BytesIO(packed(PAGE.encode()))).text == RIVER
    assert rg.read(page).source == page
    assert outcomes(written(table, packed(TABLE.encode()))) == {f"{table}#1": RIVER, f"{table}#2": PORT}
    # by its content, whatever it is called
    assert outcomes(written("a.txt", packed(VISIT.encode()))) == {"a.txt": VISIT}
    # several parts one after the other, and the zeros of a tape
    written(page, packed(f"{RIVER} ".encode()) + packed(PORT.encode()) + bytes(512))
    assert outcomes(page) == {page: f"{RIVER} {PORT}"}


def test_what_a_browser_has_unpacked_keeps_its_name():
    assert outcomes(written("a.html.gz", PAGE)) == {"a.html.gz": RIVER}
    assert outcomes(written("a.jsonl.gz", TABLE)) == {"a.jsonl.gz#1": RIVER, "a.jsonl.gz#2": PORT}


@pytest.mark.parametrize(
    ("suffix", "packed"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)], ids=["gz", "bz2", "xz"]
)
def test_what_stands_before_some_damage_is_read(suffix, packed):
    noise = random.Random(1)
    rows = [json.dumps({"text": f"{RIVER} {number}", "n": noise.random()}) for number in range(12_000)]
    data = packed("\n".join(rows).encode())
    *cut, damage = inputs(written(f"cut.jsonl.{suffix}", data[: len(data) * 9 // 10]))
    assert outcome(damage).endswith("the compressed file is damaged: it ends too early; it was cut off")
    assert [each.text for each in cut] == [f"{RIVER} {number}" for number in range(len(cut))]
    assert len(cut) > (2_000 if suffix == "bz2" else 6_000)
    spoilt = bytearray(data)
    spoilt[len(data) * 9 // 10] ^= 0xFF
    *_, damage = inputs(written(f"spoilt.jsonl.{suffix}", bytes(spoilt)))
    assert "the compressed file is damaged: " in outcome(damage)
    assert outcomes(written(f"cut.txt.{suffix}", data[:-9]))[f"cut.txt.{suffix}"].startswith(
        f"cut.txt.{suffix}: the comp"
    )
    assert "something else behind it" in outcomes(written(f"more.txt.{suffix}", packed(RIVER.encode()) + b"more"))[
        f"more.txt.{suffix}"
    ]  # fmt: skip


def test_zip_archives_in_one_another():
    inner = zipped(None, {"b.jsonl.gz": gzip.compress(TABLE.encode()), "c.html": PAGE})
    zipped("a.zip", {"news/in.zip": inner, "empty/": "", "d.txt": VISIT})
    assert outcomes("a.zip") == {
        "a.zip!/news/in.zip!/b.jsonl.gz#1": RIVER,
        "a.zip!/news/in.zip!/b.jsonl.gz#2": PORT,
        "a.zip!/news/in.zip!/c.html": RIVER,
        "a.zip!/d.txt": VISIT,
    }
    assert [document.source for document in rg.read_many("a.zip")] == list(outcomes("a.zip"))
    with open("a.zip", "rb") as stream:
        assert list(outcomes(stream)) == list(outcomes("a.zip"))
        stream.seek(0)
        assert [name.removeprefix("<bytes>") for name in outcomes(stream.read())] == [
            name.removeprefix("a.zip") for name in outcomes("a.zip")
        ]


def test_archives_in_archives_have_an_end():
    data = zipped(None, {"a.txt": RIVER})
    for _ in range(10):
        data = zipped(None, {"a.zip": data})
    (problem,) = outcomes(written("a.zip", data)).values()
    assert "more than 6 files stand in one another; unpack the outer ones first" in problem


def test_what_is_no_document_is_told():
    zipped("a.zip", {
        "a.xyz": "x", "b.ttl": "x", "__MACOSX/._a": "x", "__MACOSX/._b": "x", ".git/x.txt": "x", "e.txt": "",
        "ok.txt": RIVER,
    })  # fmt: skip
    assert {name: text.removeprefix(f"{name}: ") for name, text in outcomes("a.zip").items()} == {
        "a.zip!/a.xyz": "there is no reader for '.xyz' files",
        "a.zip!/b.ttl": "this is a graph and no text to read; relgraph.read_graph(…) and `relgraph query` open it",
        "a.zip!/__MACOSX": "it is hidden, and was not read",
        "a.zip!/.git": "it is hidden, and was not read",
        "a.zip!/e.txt": "there is no text in this: it is empty or white space only",
        "a.zip!/ok.txt": RIVER,
    }
    assert outcomes(zipped("none.zip", {})) == {"none.zip": "none.zip: there is no file in this zip archive"}
    assert outcomes(written("no.zip", RIVER))["no.zip"].startswith("no.zip: this zip archive cannot be opened")


def test_names_lead_nowhere(folder):
    (folder / "in").mkdir()
    os.chdir(folder / "in")
    zipped("a.zip", {"../../evil.txt": RIVER, "/etc/evil.txt": PORT, "a\nb\x1b[2J.txt": VISIT})
    assert list(outcomes("a.zip").items()) == [
        ("a.zip!/../../evil.txt", RIVER),
        ("a.zip!//etc/evil.txt", PORT),
        ("a.zip!/a\ufffdb\ufffd[2J.txt", VISIT),
    ]
    assert sorted(path.name for path in folder.rglob("*")) == ["a.zip", "in"]


def test_encrypted_and_damaged_members_are_errors_of_their_own():
    data = bytearray(zipped(None, {"a.txt": RIVER, "b.txt": PORT, "c.txt": VISIT, "d.txt": RIVER}, zipfile.ZIP_STORED))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    data[data.index(PORT.encode()) + 5] ^= 1
    methods = [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]
    data[methods[2] + 10 : methods[2] + 12] = struct.pack("<H", 99)
    assert {name: text.removeprefix(f"{name}: ") for name, text in outcomes(written("a.zip", bytes(data))).items()} == {
        "a.zip!/a.txt": "it is encrypted; unpack the archive with its password first",
        "a.zip!/b.txt": "the zip archive is damaged: Bad CRC-32 for file 'b.txt'",
        "a.zip!/c.txt": "it is damaged: That compression method is not supported",
        "a.zip!/d.txt": RIVER,
    }
    assert "it was cut off" in outcomes(written("cut.zip", bytes(data[:-30])))["cut.zip"]


def test_one_document_in_a_container_is_read_and_of_several_one_is_told_how():
    assert rg.read(zipped("one.zip", {"a.html": PAGE}), title="Dam").model_dump(exclude={"id", "copies"}) == {
        "text": RIVER, "title": "Dam", "published": None, "authors": (), "issuer": None, "source": "one.zip!/a.html",
        "language": "en",
    }  # fmt: skip
    zipped("one.zip", {"__MACOSX/._a": "x", "a.html": PAGE, "a.png": "x"})
    assert rg.read("one.zip").text == RIVER
    with pytest.raises(rg.ReadError, match=r"none\.zip!/a\.png: there is no reader for '\.png' files"):
        rg.read(zipped("none.zip", {"a.png": "x"}))
    with pytest.raises(rg.ReadError, match=r"a\.jsonl: this holds several documents"):
        rg.read(written("a.jsonl", f"{TABLE.splitlines()[0]}\nno json\n"))
    with pytest.raises(rg.ReadError, match=r"two\.zip: this holds several documents; read_many reads them all"):
        rg.read(zipped("two.zip", {"a.html": PAGE, "b.txt": PORT}))
    with pytest.raises(rg.ReadError, match=r"<bytes>: this holds several documents"):
        rg.read(gzip.compress(zipped(None, {"a.html": PAGE, "b.txt": PORT})))
    with pytest.raises(rg.ReadError, match=r"one\.zip!/a\.txt: there is no text"):
        rg.read(zipped("one.zip", {"a.txt": ""}))


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_tar_archives(mode):
    name = {"w": "a.tar", "w:gz": "a.tgz", "w:xz": "a.tar.xz"}[mode]
    with tarfile.open(name, mode) as archive:
        for member, data in {"x/a.html": PAGE.encode(), "x/b.jsonl": TABLE.encode(), "x/._b": b"x"}.items():
            info = tarfile.TarInfo(member)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("x/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert outcomes(name) == {
        f"{name}!/x/a.html": RIVER, f"{name}!/x/b.jsonl#1": RIVER, f"{name}!/x/b.jsonl#2": PORT,
        f"{name}!/x/._b": f"{name}!/x/._b: it is hidden, and was not read",
    }  # fmt: skip


def test_damaged_tar_archives():
    with tarfile.open("a.tar", "w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(RIVER) * 2000
        archive.addfile(info, io.BytesIO(RIVER.encode() * 2000))
    with open("a.tar", "rb") as stream:
        data = stream.read()
    assert "damaged" in outcomes(written("cut.tar", data[:20_000]))["cut.tar!/a.txt"]
    assert "this tar archive is damaged or was cut off" in outcomes(written("no.tar", RIVER))["no.tar"]
    assert outcomes(written("none.tar", bytes(10_240))) == {
        "none.tar": "none.tar: there is no file in this tar archive"
    }


@pytest.fixture
def small(monkeypatch):
    """Bounds that a test reaches in no time."""
    monkeypatch.setattr(streams, "FREE", 1_000_000)


def test_bombs_are_stopped(small):
    zeros = bytes(10_000_000)
    names = {
        "a.txt.gz": gzip.compress(zeros),
        "a.txt.bz2": bz2.compress(zeros),
        "a.jsonl.xz": lzma.compress(b"\n" * 10_000_000 + TABLE.encode()),
        "a.zip": zipped(None, {"a.txt": zeros}),
        "b.zip": zipped(None, {"a.jsonl.gz": gzip.compress(b"\n" * 10_000_000)}),
    }
    for name, data in names.items():
        (problem,) = outcomes(written(name, data)).values()
        assert "more than 250 times its size" in problem, name
    assert rg.read(gzip.compress(f"{RIVER} ".encode() * 5000)).text.startswith(RIVER)


def test_a_member_that_lies_about_its_size_ends_where_it_says(small):
    data = bytearray(zipped(None, {"a.txt": bytes(10_000_000)}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(signature) + at
        data[start : start + 4] = struct.pack("<I", 1000)
    (problem,) = outcomes(written("a.zip", bytes(data))).values()
    assert "is damaged: Bad CRC-32" in problem


def test_members_that_lie_over_each_other_are_a_bomb():
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(RIVER.encode() * 50) + kernel.flush()
    header = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, zlib.crc32(RIVER.encode() * 50), len(packed), 3750, 5, 0
    )
    entry = struct.pack(
        "<4s6H3I5H2I",
        b"PK\x01\x02",
        20,
        20,
        0,
        8,
        0,
        0,
        zlib.crc32(RIVER.encode() * 50),
        len(packed),
        3750,
        5,
        0,
        0,
        0,
        0,
        0,
        0,
    )
    directory = (entry + b"a.txt") * 500
    start = len(header) + 5 + len(packed)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 500, 500, len(directory), start, 0)
    written("a.zip", header + b"a.txt" + packed + directory + end)
    found = outcomes("a.zip")
    assert found == {"a.zip": "a.zip: the files in this zip archive lie over each other, as those of a zip bomb do"}


def test_a_document_may_be_too_large(monkeypatch):
    monkeypatch.setattr(streams, "LARGEST", 1000)
    monkeypatch.setattr(sys.modules["relgraph.readers.inputs"], "LARGEST", 1000)
    written("a.txt", RIVER * 100)
    zipped("a.zip", {"a.txt": RIVER * 100, "b.txt": RIVER})
    found = outcomes(["a.txt", "a.zip"])
    assert "too large for one text; split it" in found["a.txt"]
    assert "too large for one text; split it" in found["a.zip!/a.txt"]
    assert found["a.zip!/b.txt"] == RIVER


def test_an_xz_file_may_not_ask_for_all_memory():
    greedy = lzma.compress(RIVER.encode(), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}])
    assert "is damaged: Memory usage limit" in outcomes(written("a.txt.xz", greedy))["a.txt.xz"]


def test_mailboxes():
    mails = (
        f"From a@example.org Mon May  3 10:00:00 2021\nFrom: Ann <a@example.org>\nSubject: The dam\n"
        f"Date: Mon, 3 May 2021 10:00:00 +0000\n\n{RIVER}\n>From here on it rained.\n\n"
        f"From b@example.org Tue May  4 10:00:00 2021\nFrom: Ben <b@example.org>\nSubject: The port\n\n{PORT}\n"
        "From there they went.\n"
    )
    first, second = inputs(written("in.mbox", mails))
    assert (first.name, first.read().title, str(first.read().published)) == ("in.mbox#1", "The dam", "2021-05-03")
    assert first.read().text.endswith(f"{RIVER}\nFrom here on it rained.")
    assert (second.name, second.read().title) == ("in.mbox#2", "The port")
    assert second.read().text.endswith(f"{PORT}\nFrom there they went.")
    assert outcomes(written("no.mbox", RIVER))["no.mbox"].startswith("no.mbox: this is no mailbox")
    assert list(outcomes(zipped("m.zip", {"in.mbox": mails}))) == ["m.zip!/in.mbox#1", "m.zip!/in.mbox#2"]


def test_files_that_are_something_else():
    assert outcomes(written("a.csv", PAGE)) == {"a.csv": RIVER}
    assert outcomes(written("a.jsonl", zipped(None, {"a.txt": RIVER}))) == {"a.jsonl!/a.txt": RIVER}
    assert "a PNG image" in outcomes(written("a.csv", b"\x89PNG\r\n\x1a\n"))["a.csv"]
    assert "a RAR archive" in outcomes(written("a.zip", b"Rar!\x1a\x07\x00" + bytes(100)))["a.zip"]
    assert list(outcomes(written("a.warc", TABLE)).values()) == [
        "a.warc: this is no WARC file: it does not begin with 'WARC/'"
    ]


def test_a_graph_is_no_text():
    graph = rg.RelationGraph([rg.Extraction(document=rg.read(text=RIVER))])
    for name in ("g.jsonl", "g.csv", "g.ttl", "g.graphml", "g.parquet"):
        if name == "g.parquet":
            pytest.importorskip("pyarrow")
        graph.write(name)
        (problem,) = outcomes(name).values()
        assert problem.startswith(f"{name}: this is a graph and no text to read; relgraph.read_graph(…)"), name
        with pytest.raises(rg.ReadError, match="this is a graph and no text"):
            rg.read(name)


def test_a_store_is_no_text():
    with rg.Store("s.db", write=True) as store:
        store.add([rg.Extraction(document=rg.read(text=RIVER))])
    assert outcomes("s.db")["s.db"].startswith("s.db: this is a store of relgraph and no text to read")


def test_articles_are_no_graph():
    written("a.jsonl", TABLE)
    with pytest.raises(rg.FormatError, match="read_many"):
        rg.read_graph("a.jsonl")


def test_standard_input_is_read_as_it_comes():
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(gzip.compress(TABLE.encode()))
    assert outcomes(f"/dev/fd/{reading}") == {f"/dev/fd/{reading}#1": RIVER, f"/dev/fd/{reading}#2": PORT}
    os.close(reading)
