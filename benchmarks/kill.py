"""Kill a process that adds to a store, at random moments, and look whether anything that it acknowledged is lost.

    python benchmarks/kill.py                  # 200 times; prints what was lost and what was damaged
    python benchmarks/kill.py --times 5 --cut  # besides, cut the journal at random places, as a power cut can

The writer prints the number of each batch when `Store.add` has returned. After each kill the store is opened, checked
(SQLite's own check, that of the full-text index, and that every acknowledged document is there and whole), and the
writer goes on with what is missing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import count, islice
from pathlib import Path

from made_up_news import News

from relgraph.errors import RelgraphError
from relgraph.store import InputRecord, Store

_BATCH = 20


def write(path: Path) -> None:
    """Add batches without end, those that are there first passed over, and acknowledge each."""
    with Store(path, write=True) as store:
        News(small=True)  # what it keeps for the next ones is made once
        print("ready", flush=True)
        for number in count():
            if store.known(f"batch {number}") is None:
                extractions = list(islice(News(number, small=True).extractions(10**9), _BATCH))
                document = extractions[-1].document.id
                record = InputRecord(name=f"{number}", fingerprint=f"batch {number}", outcome="read", document=document)
                store.add(extractions, inputs=[record])
            print(number, flush=True)


def check(path: Path, acknowledged: int) -> tuple[int, list[str]]:
    """Return how many acknowledged batches are lost, and what is damaged."""
    try:
        with Store(path) as store:
            faults = store.check()
            known = {record.name: record.document for record in store.inputs()}
            lost = sum(str(number) not in known for number in range(acknowledged))
            for document in known.values():
                if document is None or store.document(document) is None:
                    faults.append(f"document {document} is announced and missing")
            return lost, faults
    except RelgraphError as error:
        return acknowledged, [str(error)]


def kill_once(path: Path, draw: random.Random) -> int:
    """Let a writer work for a random time, kill it, and return how many batches it had acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, __file__, "--write", str(path)], stdout=subprocess.PIPE, text=True, encoding="ascii"
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(draw.expovariate(1))
    writer.kill()
    lines = writer.stdout.read().split("\n")
    writer.wait()
    complete = [int(line) for line in lines[:-1] if line]  # the last line may be cut off
    return max(complete, default=-1) + 1


def cut_once(path: Path, draw: random.Random) -> list[str]:
    """Copy the store with a journal that is cut off or scrambled at its end, and return what is damaged in the copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        journal = Path(f"{path}-wal")
        if journal.exists():
            data = bytearray(journal.read_bytes())
            # What moved to the file had reached the disk before, so that only what comes after it can be lost. How much
            # that is stands in the journal's index (https://sqlite.org/walformat.html).
            shared = Path(f"{path}-shm").read_bytes()
            moved = int.from_bytes(shared[128:132], sys.byteorder)
            page = int.from_bytes(data[8:12], "big")
            end = draw.randint(min(32 + moved * (24 + page), len(data)), len(data))
            data[end:] = draw.randbytes(min(page, len(data) - end)) if draw.random() < 0.5 else b""
            Path(f"{copy}-wal").write_bytes(data)
        return check(copy, 0)[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--cut", action="store_true", help="cut copies of the journal too")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        write(asked.write)
        return
    draw = random.Random(asked.times)
    lost = damaged = most = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.db"
        for _ in range(asked.times):
            most = max(most, kill_once(path, draw))
            cuts = cut_once(path, draw) if asked.cut else []
            missing, faults = check(path, most)
            lost += missing
            damaged += bool(faults) + bool(cuts)
            for fault in (*faults, *cuts):
                print(fault)
    print(f"killed {asked.times} times: {most:,} batches acknowledged, {lost} lost, {damaged} stores damaged")
    sys.exit(bool(lost or damaged))


if __name__ == "__main__":
    main()
