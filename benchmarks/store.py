"""How much a store takes, and how quickly it is added to and asked, beside the same relations in memory.

    python benchmarks/store.py                          # a million relations: takes about ten minutes
    python benchmarks/store.py --relations 100000 --keep /tmp/news.db

The relations are made up (see `made_up_news.py`). Making them is not counted.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from made_up_news import News

from relgraph.model import Extraction
from relgraph.store import Store

_QUERIES = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--relations", type=int, default=1_000_000)
    parser.add_argument("--batch", type=int, default=10_000, help="documents in one transaction")
    parser.add_argument("--keep", type=Path, help="where the store is left; it is used as it is if it is there")
    parser.add_argument("--memory-of", choices=["networkx", "rdflib", "relgraph"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.memory_of:
        print(_memory(asked.memory_of, asked.relations))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "news.db"
        if not path.exists():
            append(path, asked.relations, asked.batch)
        with Store(path) as store:
            relations = len(store)
        size = path.stat().st_size
        print(f"size: {size / relations:,.0f} bytes a relation ({size / 1e6:,.0f} MB for {relations:,})")
        ask(path)
    beside(relations)


def append(path: Path, relations: int, batch: int) -> None:
    """Add the relations and say how long it took, all of `Store.add` and nothing else."""
    wall = processor = 0.0
    done = told = 0
    part = (0.0, 0)
    with Store(path, write=True) as store:
        for extractions in _batches(News().extractions(relations), batch):
            start, busy = time.perf_counter(), time.process_time()
            done += store.add(extractions)
            wall, processor = wall + time.perf_counter() - start, processor + time.process_time() - busy
            if done - told >= relations // 5:
                rate = (done - part[1]) / (wall - part[0])
                print(f"  {done:,} relations; the last {done - part[1]:,} at {rate:,.0f} a second", flush=True)
                told, part = done, (wall, done)
    print(f"append: {done / wall:,.0f} relations a second ({done / processor:,.0f} a second of processor time)")


def _batches(extractions: Iterator[Extraction], size: int) -> Iterator[list[Extraction]]:
    batch: list[Extraction] = []
    for extraction in extractions:
        batch.append(extraction)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def ask(path: Path) -> None:
    """Ask who does what to whom, as often as the relations have it, and say how long it took."""
    draw = random.Random(7)
    with Store(path) as store:
        typed = [(view.source_actor.id, view.type, view.target_actor.id) for view in _some(store, draw, _QUERIES)]
        found = [store.relations(*each) for each in typed[:50]]  # warms the connection up
        _tell("typed query between two actors", [_timed(lambda e=each: _seen(store.relations(*e))) for each in typed])
        _tell(
            "  the same in a family",
            [_timed(lambda e=each: _seen(store.relations(e[0], e[1].partition(".")[0], e[2]))) for each in typed[:500]],
        )
        heavy = sorted(set(typed), key=lambda each: -len(store.relations(*each)))[:20]
        sizes = [len(store.relations(*each)) for each in heavy]
        _tell(
            f"  the 20 heaviest of these ({sizes[-1]:,} to {sizes[0]:,} relations)",
            [_timed(lambda e=each: _seen(store.relations(*e))) for each in heavy],
        )
        every = [_timed(lambda e=each: store.relations(*e).to_dicts()) for each in heavy[:5]]
        _tell("  every relation of the heaviest 5 as a row", every)
        _tell(
            "  sums (ties) of one actor", [_timed(lambda e=each: store.relations(e[0]).ties()) for each in typed[:10]]
        )
        words = [view.sentence.text.split()[0] for view in _some(store, draw, 50)]
        _tell("full-text search, one word", [_timed(lambda w=word: _seen(store.search(w))) for word in words])
        _tell("len(store)", [_timed(lambda: len(store)) for _ in range(5)])
        del found
    _tell("open the file and ask (new connection)", [_timed(lambda e=each: _opened(path, e)) for each in typed[:50]])


def _some(store: Store, draw: random.Random, number: int) -> list:
    keys = store._database.all("SELECT id FROM relation ORDER BY random() LIMIT ?", (number,))
    from relgraph.store.cells import get_id  # noqa: PLC0415 -- the benchmark alone looks inside

    return [store.relation(get_id(key)) for (key,) in keys]


def _seen(relations) -> None:
    len(relations)
    _ = relations.first and relations.first.sentence.text


def _opened(path: Path, asked: tuple[str, str, str]) -> None:
    with Store(path) as store:
        _seen(store.relations(*asked))


def _timed(action: Callable[[], object]) -> tuple[float, float]:
    """Return the time that passed, and that of the processor, which does not grow when others use it too."""
    start, busy = time.perf_counter(), time.thread_time()
    action()
    return time.perf_counter() - start, time.thread_time() - busy


def _tell(what: str, times: list[tuple[float, float]]) -> None:
    passed, busy = (sorted(each) for each in zip(*times, strict=True))
    last = min(len(times) - 1, int(len(times) * 0.95))
    told = f"median {statistics.median(passed) * 1e3:.2f} ms, 95th percentile {passed[last] * 1e3:.2f} ms"
    print(
        f"{what}: {told} (of the processor {statistics.median(busy) * 1e3:.2f} and {busy[last] * 1e3:.2f})", flush=True
    )


def beside(relations: int) -> None:
    """Say what the same relations take in the memory of others, each measured on a part in a process of its own."""
    for name, most in (("networkx", 50_000), ("rdflib", 10_000), ("relgraph", 50_000)):
        part = min(most, relations)
        command = [sys.executable, __file__, "--memory-of", name, "--relations", str(part)]
        taken = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"memory of {name}: {taken:,.0f} bytes a relation (measured on {part:,})")


def _memory(name: str, relations: int) -> float:
    from relgraph.graph import RelationGraph  # noqa: PLC0415 -- only in the process that measures it

    path = Path(tempfile.mkdtemp()) / "part.db"
    append_quietly(path, relations)
    if name == "relgraph":
        with Store(path) as store:
            before = _resident()
            graph = RelationGraph(store.extractions())
            return (_resident() - before) / len(graph)
    with Store(path) as store:
        graph = store.graph()
    if name == "networkx":
        saved = path.with_suffix(".pickle")
        saved.write_bytes(pickle.dumps(graph.to_networkx()))
        code = "import sys, store; print(store.loaded(sys.argv[1]))"
        command = [sys.executable, "-c", code, str(saved)]
        output = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent)
        return float(output.stdout)
    import rdflib  # noqa: PLC0415 -- as above

    from relgraph.formats import graph_to_bytes  # noqa: PLC0415 -- as above

    data = graph_to_bytes(graph, "ntriples")
    before = _resident()
    rdf = rdflib.Graph().parse(data=data, format="nt")
    assert len(rdf)
    return (_resident() - before) / len(graph)


def loaded(path: str) -> float:
    """Return how many bytes of memory each edge of a saved network takes."""
    import networkx  # noqa: PLC0415 -- its own memory does not count

    before = _resident()
    network = pickle.loads(Path(path).read_bytes())
    assert isinstance(network, networkx.MultiDiGraph)
    return (_resident() - before) / network.number_of_edges()


def append_quietly(path: Path, relations: int) -> None:
    with Store(path, write=True) as store:
        for extractions in _batches(News().extractions(relations), 500):
            store.add(extractions)


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
