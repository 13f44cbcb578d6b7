#!/usr/bin/env python3
"""Measure how many documents are taken: each number as a ratio within one run, with the load of the machine beside it.

corpus.py jobs        two processes against one on the news stream: documents a second after the start
corpus.py memory      peak memory after 20,000 short documents against after 500, of the run and of its workers
corpus.py copies      wire stories as other papers print them, and different articles; what recognising them costs
corpus.py transport   what it costs to send results from a worker, beside extracting them
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import pickle
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from relgraph import Document, Extractor
from relgraph.corpus.copies import Copies
from relgraph.corpus.near import is_near_copy
from relgraph.corpus.sketch import sketch
from relgraph.corpus.work import Work

ROOT = Path(__file__).resolve().parent.parent
REACH = {"jobs": 1.8, "memory": 1.1, "recall": 0.95, "cost": 0.02}


def news(given: argparse.Namespace) -> list[Document]:
    """Return the articles of the stream, in an order drawn once and for all."""
    with gzip.open(given.shared / "bench" / "corpus" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(0).shuffle(rows)
    return [Document(text=row["text"], title=row["title"], id=row["id"]) for row in rows]


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


# Jobs


def measure_jobs(given: argparse.Namespace) -> bool:
    """Let one and two processes take turns; the clock runs from the first result to the last."""
    documents = news(given)[: given.documents]
    extractor = Extractor()
    rates: dict[int, list[float]] = {1: [], 2: []}
    bytes_of: set[str] = set()
    for _ in range(given.turns):
        for jobs, taken in rates.items():
            digest = hashlib.sha256()
            with extractor.extract_many(documents, jobs=jobs, copies="keep") as run:
                digest.update(next(run).model_dump_json().encode())
                start = time.perf_counter()
                for extraction in run:
                    digest.update(extraction.model_dump_json().encode())
                taken.append((len(documents) - 1) / (time.perf_counter() - start))
            bytes_of.add(digest.hexdigest())
            print(f"  {jobs} at work: {taken[-1]:.2f} documents a second ({load()})", flush=True)
    ratio = statistics.median(rates[2]) / statistics.median(rates[1])
    same = "the same bytes" if len(bytes_of) == 1 else "DIFFERENT BYTES"
    print(f"jobs: two against one {ratio:.2f} (reach {REACH['jobs']}); {same}")
    return ratio >= REACH["jobs"] and len(bytes_of) == 1


# Memory


def write_short_documents(given: argparse.Namespace, count: int, path: Path) -> None:
    """Write pieces of 42 words of the news, as many as wanted: long enough to be looked at as copies."""
    words = " ".join(document.text for document in news(given)).split()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            start = (number * 42 + number * 42 // len(words) * 17) % (len(words) - 42)
            text = " ".join(words[start : start + 42]) + f" This is piece {number}."
            file.write(json.dumps({"text": text}) + "\n")


def take_documents(given: argparse.Namespace) -> None:
    """Take the documents in a file and print the peak memory: of this process, and of the largest worker."""
    run = Extractor().extract_many(given.file, jobs=given.jobs)
    relations = sum(len(extraction.relations) for extraction in run)
    own, workers = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"own": own, "workers": workers, "relations": relations, "copies": len(run.report.copies)}))


def measure_memory(given: argparse.Namespace) -> bool:
    with TemporaryDirectory() as folder:
        return _measure_memory(given, Path(folder))


def _measure_memory(given: argparse.Namespace, folder: Path) -> bool:
    good = True
    for jobs in given.with_jobs:
        peaks = {}
        for count in (500, given.many):
            path = folder / f"{count}.jsonl"
            write_short_documents(given, count, path)
            command = [sys.executable, __file__, "take", "--file", str(path), "--jobs", str(jobs)]
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            peaks[count] = json.loads(done.stdout.splitlines()[-1])
            print(
                f"  {count} documents, {jobs} at work: {peaks[count]} in {time.perf_counter() - start:.0f} s ({load()})"
            )
        few, many = (peak["own"] + (jobs * peak["workers"] if jobs > 1 else 0) for peak in peaks.values())
        good = good and many / few <= REACH["memory"]
        print(f"memory, {jobs} at work: {few} MB, {many} MB: {many / few:.3f} (reach {REACH['memory']})", flush=True)
    return good


# Copies


def reprinted(text: str, chance: random.Random) -> str:
    """Return an article as another paper might print it."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // 40)):
        place = chance.randrange(len(words))
        if words[place].islower():
            words[place] = chance.choice(("still", "often", "mainly", "large", "local", "stated", "said", ""))
    text = " ".join(filter(None, words))
    if chance.random() < 0.5:
        sentences = re.split(r"(?<=[.!?]) ", text)
        text = " ".join(sentences[: max(2, len(sentences) - chance.randint(1, max(1, len(sentences) // 4)))])
    text = text.replace('"', chance.choice(('"', "”"))).replace("\n\n", chance.choice(("\n\n", "\n", " ")))
    head = chance.choice(
        ("", "LONDON (Reuters) - ", "By Our Correspondent\n\nLONDON, March 3 (AP) — ", "A Headline of Our Own\n\n")
    )
    return head + text + chance.choice(("", "", "\n\n(Reporting by A. Writer; editing by B. Reader)"))


def measure_copies(given: argparse.Namespace) -> bool:
    chance = random.Random(1)
    documents = news(given)
    seen, merged = 0, []
    began = time.perf_counter()
    with closing(Copies()) as copies:
        for document in documents:
            mark = sketch(document.text)
            original = copies.original(document.text, mark)
            if original is None:
                copies.add(document.id, document.text, mark)
            else:
                merged.append((original, document))
        a_document = (time.perf_counter() - began) / len(documents)
        texts = {document.id: document.text for document in documents}
        for document in documents:
            copy = reprinted(document.text, chance)
            original = copies.original(copy, sketch(copy))
            seen += original is not None and (original == document.id or is_near_copy(document.text, texts[original]))
    near = [(a, b) for a, b in merged if sketch(texts[a]).exact != sketch(b.text).exact]
    print(f"copies: {len(merged) - len(near)} articles came twice word for word, {len(near)} nearly so; read them:")
    for original, document in near:
        print(f"  {original}  |  {document.id}")
    start = time.perf_counter()
    extractor = Extractor()
    extractor.extract_document(documents[0])
    start = time.perf_counter()
    list(extractor.extractions(documents[:100]))
    cost = a_document / ((time.perf_counter() - start) / 100)
    recall = seen / len(documents)
    print(f"copies: {recall:.4f} of {len(documents)} reprints recognised (reach {REACH['recall']})")
    print(
        f"copies: {1000 * a_document:.2f} ms a document, {cost:.4f} of extracting it (reach {REACH['cost']}); {load()}"
    )
    return recall >= REACH["recall"] and cost <= REACH["cost"]


# Transport


def measure_transport(given: argparse.Namespace) -> bool:
    documents = news(given)[:200]
    work = Work(Extractor(), {})
    work.prepare()
    start = time.perf_counter()
    found = work.extract(documents)
    extracted = time.perf_counter() - start
    start = time.perf_counter()
    for place in range(0, len(found), 10):
        pickle.loads(pickle.dumps(found[place : place + 10], pickle.HIGHEST_PROTOCOL))
    sent = time.perf_counter() - start
    print(f"transport: {1000 * sent / len(found):.2f} ms a document, {sent / extracted:.4f} of extracting it; {load()}")
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("jobs", "memory", "copies", "transport", "take"))
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR", help="the folder of sets")
    parser.add_argument("--documents", type=int, default=300, help="jobs: how many documents (default 300)")
    parser.add_argument("--turns", type=int, default=3, help="jobs: how often each runs (default 3)")
    parser.add_argument("--many", type=int, default=20_000, help="memory: how many documents (default 20000)")
    parser.add_argument("--with-jobs", type=int, nargs="+", default=(1, 2), help="memory: with how many jobs (1 and 2)")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 1 if something that should be reached is not."""
    given = _parser().parse_args(arguments)
    if given.what == "take":
        take_documents(given)
        return 0
    measure = {"jobs": measure_jobs, "memory": measure_memory, "copies": measure_copies, "transport": measure_transport}
    return 0 if measure[given.what](given) else 1


if __name__ == "__main__":
    sys.exit(main())
