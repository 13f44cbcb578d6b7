"""Any bytes under any name give documents or errors of reading, never another exception, and never no end."""

import bz2
import csv
import gzip
import io
import json
import lzma
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import relgraph as rg
from relgraph.readers import inputs
from relgraph.readers.registry import suffixes
from relgraph.readers.unfolding import GRAPH_SUFFIXES, known_suffixes

RIVER = "Togo met Benin on the river, and both agreed to share the water of the dam."
ROWS = [{"text": RIVER, "date": "2021-05-03"}, {"text": f"{RIVER} It rained.", "title": 'A "dam"', "id": 3}]


def zipped(*files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return content.getvalue()


def warc(text):
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{text}</p></body></html>".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def parquet():
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pa.table({"text": [RIVER, RIVER[:40]], "id": [1, 2]}), stream)
    return stream.getvalue()


LINES = "\n".join(map(json.dumps, ROWS)).encode()
CSV = f'id,text,date\n1,"{RIVER}",2021-05-03\n2,"{RIVER}\n\nIt rained.",\n'.encode()
GOOD = {
    "a.jsonl": LINES,
    "a.json": json.dumps(ROWS).encode(),
    "a.csv": CSV,
    "a.tsv": CSV.replace(b",", b"\t"),
    "a.parquet": parquet(),
    "a.warc": warc(RIVER) + warc(RIVER[:50]),
    "a.warc.gz": gzip.compress(warc(RIVER)) + gzip.compress(warc(RIVER[:50])),
    "a.mbox": f"From a Mon\nSubject: x\n\n{RIVER}\n\nFrom b Tue\nSubject: y\n\n{RIVER}\n".encode(),
    "a.zip": zipped(("b.csv", CSV), ("c.jsonl.gz", gzip.compress(LINES)), ("d.html", f"<html><p>{RIVER}</p></html>")),
    "a.csv.gz": gzip.compress(CSV),
    "a.jsonl.bz2": bz2.compress(LINES),
    "a.jsonl.xz": lzma.compress(LINES),
}


def all_outcomes(name, data, **options):
    """Read everything in bytes under a name, three times the number of their bytes at most."""
    stream = io.BytesIO(data)
    stream.name = name
    found = []
    for number, each in enumerate(inputs(stream, **options)):
        assert number <= 3 * len(data) + 10
        assert len(each.fingerprint) == 32
        try:
            found.append(each.read().text)
            assert found[-1].strip()
        except rg.ReadError as error:
            assert str(error).startswith(each.name)  # noqa: PT017 (some can be read)
    return found


@pytest.mark.parametrize("name", GOOD)
def test_what_is_good_is_read(name):
    assert len(all_outcomes(name, GOOD[name])) >= 2


SUFFIXES = st.sampled_from(sorted({*known_suffixes(), *GRAPH_SUFFIXES, ".xyz", ""}))
SLOW = frozenset(suffixes()) - {".txt", ".html", ".md"}


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode), SUFFIXES.filter(lambda suffix: suffix not in SLOW)
)
def test_any_bytes_under_any_name(data, suffix):
    all_outcomes(f"a{suffix}", data)
    with suppress(rg.ReadError):
        assert rg.read(data).text


@st.composite
def spoilt(draw):
    """A good file of some kind in which something was changed, cut out, or cut off."""
    name = draw(st.sampled_from(sorted(GOOD)))
    data = bytearray(GOOD[name])
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        kind = draw(st.sampled_from(("change", "cut out", "cut off", "put in")))
        if kind == "change":
            data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
        elif kind == "put in":
            data[at:at] = draw(st.binary(max_size=6) | st.sampled_from((b'"', b"\n", b",", b"\r\n\r\n", b"{", b"\0")))
        else:
            del data[at : at + draw(st.integers(1, 30)) if kind == "cut out" else len(data)]
    return name, bytes(data)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_damaged_files(given_file):
    name, data = given_file
    all_outcomes(name, data, columns=None)


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)) | st.sampled_from('\n",;'), max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_well_formed_tables_lose_no_row(rows, delimiter):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(["title", "text"])
    writer.writerows([title, f"{RIVER} {text}"] for title, text in rows)
    texts = all_outcomes("a.csv", stream.getvalue().encode("utf-8"))
    expected = [rg.read(text=f"{RIVER} {text}", language="en").text for _, text in rows]
    assert [text for text in expected if text in texts] == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["text", "title", "date", "url", "x"]), st.none() | st.text() | st.integers())
    )
)
def test_rows_of_any_values(rows):
    lines = all_outcomes("a.jsonl", "\n".join(map(json.dumps, rows)).encode())
    assert all_outcomes("a.json", json.dumps(rows).encode()) == lines
