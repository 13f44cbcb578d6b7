#!/usr/bin/env python3
"""Measure how many documents a second are read out of tables and archives, and the memory that this takes.

    reading.py                          20,000 documents in every kind of collection, and 500 to compare the memory
    reading.py --documents 2000         fewer
    reading.py --only jsonl warc        some kinds only

Each measurement has a process of its own. "apart" takes the collection apart into inputs, "read" also reads them; the
ratio is to what the library underneath needs to hand out the same texts (json, csv, pyarrow, warcio, zipfile), in the
same process, by the time of the processor. Memory is the highest of the process; its ratio is that of 20,000 documents
to 500.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

TEXT = (
    "the minister of a state said on Monday that it had agreed to send ships and grain to its neighbour after talks in "
    "the capital while the opposition accused his government of a breach of the treaty on water and of arms for rebels"
)
FEW = 500


def articles(count: int) -> Iterator[dict[str, str]]:
    """Yield made-up articles of about 2,500 characters, always the same, no two alike."""
    chance, words = random.Random(0), TEXT.split()
    for number in range(count):
        sentences = [" ".join(chance.choices(words, k=18)).capitalize() + "." for _ in range(24)]
        text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 24, 4))
        day = f"20{10 + number % 12}-0{1 + number % 9}-1{number % 10}"
        yield {"headline": f"Talks, part {number}", "body": text, "date": day, "url": f"https://example.org/{number}"}


def page(article: dict[str, str]) -> bytes:
    paragraphs = "".join(f"<p>{each}</p>" for each in article["body"].split("\n\n"))
    return f"<html><head><title>{article['headline']}</title></head><body>{paragraphs}</body></html>".encode()


def write_jsonl(path: Path, count: int) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as stream:
        stream.writelines(json.dumps(article) + "\n" for article in articles(count))


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["headline", "body", "date", "url"])
        writer.writeheader()
        writer.writerows(articles(count))


def write_parquet(path: Path, count: int) -> None:
    import pyarrow as pa  # noqa: PLC0415 (only for this kind)
    from pyarrow import parquet  # noqa: PLC0415 (as above)

    parquet.write_table(pa.Table.from_pylist(list(articles(count))), path, row_group_size=5000, compression="zstd")


def write_warc(path: Path, count: int) -> None:
    with path.open("wb") as stream:
        for article in articles(count):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(article)
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {article['url']}\r\nContent-Length: {len(body)}"
            )
            stream.write(gzip.compress(head.encode() + b"\r\n\r\n" + body + b"\r\n\r\n", 6))


def write_zip(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(articles(count)):
            archive.writestr(f"{number}.html", page(article))


def bare_jsonl(path: Path) -> Iterator[object]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def bare_csv(path: Path) -> Iterator[object]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def bare_parquet(path: Path) -> Iterator[object]:
    from pyarrow import parquet  # noqa: PLC0415 (only for this kind)

    for batch in parquet.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


def bare_warc(path: Path) -> Iterator[object]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 (only for this kind)

    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            yield record.content_stream().read()


def bare_zip(path: Path) -> Iterator[object]:
    with zipfile.ZipFile(path) as archive:
        yield from map(archive.read, archive.namelist())


KINDS: dict[str, tuple[str, Callable[[Path, int], None], Callable[[Path], Iterator[object]]]] = {
    "jsonl": ("a.jsonl.gz", write_jsonl, bare_jsonl),
    "csv": ("a.csv", write_csv, bare_csv),
    "parquet": ("a.parquet", write_parquet, bare_parquet),
    "warc": ("a.warc.gz", write_warc, bare_warc),
    "zip": ("a.zip", write_zip, bare_zip),
}


def peak() -> float:
    """Return the highest memory of this process in MiB; that of getrusage is also the one of the process before it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def measure(path: Path, kind: str, count: int) -> dict[str, float]:
    """Return seconds of the processor for the library alone, for taking apart, and for reading; and MiB."""
    from relgraph.readers import inputs  # noqa: PLC0415 (not in the process that only starts others)

    found = next(inputs(path)).read()  # what is loaded once is not counted
    assert found.title, found

    def seconds(run: Callable[[], int]) -> float:
        start = time.process_time()
        assert run() == count
        return time.process_time() - start

    apart = seconds(lambda: sum(1 for _ in inputs(path)))
    read = seconds(lambda: sum(bool(each.read().text) for each in inputs(path)))
    memory = peak()
    bare = seconds(lambda: sum(1 for _ in KINDS[kind][2](path)))
    return {"bare": bare, "apart": apart, "read": read, "memory": memory}


def in_process(path: Path, kind: str, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(path), kind, str(count)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        path, kind, count = given.measure
        print(json.dumps(measure(Path(path), kind, int(count))))
        return
    print(f"{'':8} {'apart/s':>9} {'read/s':>8} {'apart : bare':>13} {'MiB':>6} {'memory ratio':>13}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in given.only:
            name, write, _ = KINDS[kind]
            results = []
            for count in (FEW, given.documents):
                path = Path(folder) / f"{count}-{name}"
                write(path, count)
                results.append(in_process(path, kind, count))
                path.unlink()
            few, many = results
            print(
                f"{kind:8} {given.documents / many['apart']:9,.0f} {given.documents / many['read']:8,.0f} "
                f"{many['apart'] / many['bare']:13.2f} {many['memory']:6.0f} {many['memory'] / few['memory']:13.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
