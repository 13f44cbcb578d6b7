#!/usr/bin/env python3
"""Measure the seconds that each engine of SPARQL takes to load a generated graph and to answer the documented queries.

    sparql.py                       2,000 relations in rdflib, in Oxigraph in memory, and in Oxigraph on disk
    sparql.py --relations 100000 --only oxigraph disk

The queries are those of docs/sparql.md. Each engine has a process of its own. The time is that of the processor,
summed over threads; memory is the highest beyond the graph that was there before.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from formats import generated, measured

from relgraph import SparqlStore

PAGE = Path(__file__).resolve().parent.parent / "docs" / "sparql.md"
ENGINES = ("rdflib", "oxigraph", "disk")


def queries() -> list[str]:
    """Return the queries of the page on SPARQL."""
    return re.findall(
        r'^found = graph\.sparql\("""(.*?)"""\)$', PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def run_one(engine: str, relations: int) -> dict[str, float]:
    """Measure one engine in this process."""
    graph = generated(relations)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store" if engine == "disk" else None
        with SparqlStore(path, engine="rdflib" if engine == "rdflib" else "oxigraph") as store:
            load = measured(lambda: store.add(graph), wall=False)
            ask = measured(lambda: [store.sparql(query) for query in queries()], wall=False)
            triples = len(store)
    return {"triples": triples, "load": load.seconds, "memory": load.memory, "ask": ask.seconds}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relations", type=int, default=2000, metavar="N", help="how many (default 2000)")
    parser.add_argument("--only", nargs="+", choices=ENGINES, default=ENGINES, help="these engines only")
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(run_one(given.one, given.relations)))
        return 0
    print(f"{'engine':<10}{'triples':>10}{'load s':>9}{'MiB':>7}{f'{len(queries())} queries s':>14}")
    for engine in given.only:
        command = [sys.executable, __file__, "--relations", str(given.relations), "--one", engine]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(
            f"{engine:<10}{found['triples']:>10,}{found['load']:>9.1f}{found['memory']:>7.0f}{found['ask']:>14.2f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
