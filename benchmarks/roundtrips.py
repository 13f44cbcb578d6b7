#!/usr/bin/env python3
"""Send generated graphs through every lossless format and count those that come back different.

    roundtrips.py                       2,000 graphs through all formats that say they are lossless
    roundtrips.py --graphs 200          fewer
    roundtrips.py --only parquet jsonl  some formats only
    roundtrips.py --seed 7              other graphs

The graphs are those of the tests: names from all of Unicode, every field at its extremes. A graph comes back if it is
equal, has the same extractions, and is written again as the same bytes.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from relgraph import RelationGraph, read_graph
from relgraph.errors import RelgraphError
from relgraph.formats import formats, graph_to_bytes

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "formats"))
from sample_graphs import graphs

SHOWN = 300
EVERY = 100


def comes_back(graph: RelationGraph, name: str) -> bool:
    """Write and read a graph, and say whether nothing differs."""
    content = graph_to_bytes(graph, name)
    back = read_graph(io.BytesIO(content), name)
    return back == graph and back.extractions() == graph.extractions() and graph_to_bytes(back, name) == content


def count_differing(names: Sequence[str], number: int, start: int) -> tuple[int, Counter[str]]:
    """Return how many graphs there were, and how many came back different from each format."""
    differing: Counter[str] = Counter()
    done = 0

    @seed(start)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(graphs())
    def run(graph: RelationGraph) -> None:
        nonlocal done
        done += 1
        if done % EVERY == 0:
            print(f"{done:,} graphs", file=sys.stderr, flush=True)
        for name in names:
            try:
                same = comes_back(graph, name)
            except RelgraphError as error:
                print(f"{name}: {str(error)[:SHOWN]}", flush=True)
                same = False
            if not same:
                differing[name] += 1
                print(f"{name}: graph {done} differs: {ascii(graph.extractions())[:SHOWN]}", flush=True)

    run()
    return done, differing


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 1 if a graph came back different."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", type=int, default=2000, metavar="N", help="how many (default 2000)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these formats only")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the graphs (default 0)")
    given_ = parser.parse_args(arguments)
    names = given_.only or [info.name for info in formats() if info.lossless]
    start = time.monotonic()
    done, differing = count_differing(names, given_.graphs, given_.seed)
    for name in names:
        print(f"{name:10} {done:,} graphs, {differing[name]:,} differ")
    print(f"in {time.monotonic() - start:.0f} s")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
