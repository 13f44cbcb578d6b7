#!/usr/bin/env python3
"""Measure seconds and peak memory of writing and reading a generated graph in every format.

    formats.py                              100,000 relations in every format that is found
    formats.py --relations 10000            fewer
    formats.py --only turtle graphml        some formats only
    formats.py --others                     beside rdflib's Turtle and networkx's GraphML, same graph, same run

Each measurement has a process of its own. The time is that of the processor, summed over threads; --wall takes the
clock on the wall. Memory is the highest that the process had while it wrote (beyond the graph that was there before) or
read (with the graph that it gives). What rdflib writes is the triples of our Turtle file, what networkx writes is the
nodes and edges of our GraphML file with all their attributes; both are in memory before the clock starts. rdflib takes
minutes for 10,000 relations, so that --others is for fewer than the default.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Extraction,
    Mention,
    Ontology,
    Relation,
    RelationGraph,
    Span,
    TimeRef,
    read_graph,
)
from relgraph.formats import formats, write_graph
from relgraph.formats.terms import PREFIXES

if TYPE_CHECKING:
    import rdflib

OTHERS = {"rdflib": "turtle", "networkx": "graphml"}
"""The libraries to compare with, and our format with which they share a file."""

RELATIONS_A_DOCUMENT = 20
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
VERBS = ("met the delegation of", "imposed new sanctions on", "accused", "supplied arms to", "may withdraw from")
MEBIBYTE = 1 << 20


class Measure(NamedTuple):
    """Seconds, and the highest memory beyond what was there before, in MiB."""

    seconds: float
    memory: float


def generated(relations: int) -> RelationGraph:
    """Return a graph with this many relations, always the same: 20 a document, an actor for every fifty."""
    chance = random.Random(0)
    actors = [
        Actor(
            id=f"organization/number-{number}",
            name=f"Organisation Nº {number}",
            kind="organization",
            parent=f"organization/number-{number // 10}" if number >= 10 else None,
            aliases=(f"Org {number}", f"The “{number}” Group"),
        )
        for number in range(max(2, relations // 50))
    ]
    types = tuple(Ontology.default().types)
    counts = [RELATIONS_A_DOCUMENT] * (relations // RELATIONS_A_DOCUMENT)
    if rest := relations % RELATIONS_A_DOCUMENT:
        counts.append(rest)
    by_id = {actor.id: actor for actor in actors}
    return RelationGraph(
        extraction_of(number, [chance.sample(actors, 2) for _ in range(count)], by_id, types, chance)
        for number, count in enumerate(counts)
    )


def extraction_of(
    number: int,
    pairs: Sequence[Sequence[Actor]],
    actors: Mapping[str, Actor],
    types: Sequence[str],
    chance: random.Random,
) -> Extraction:
    """Return what is read out of a made-up document, with a relation for each pair; `actors` has all by their ids."""
    published = date(2000, 1, 1) + timedelta(days=number % 9000)
    sentences, starts, length = [], [], 0
    for index, (source, target) in enumerate(pairs):
        verb = VERBS[index % len(VERBS)]
        sentence = f"On the {index}th day of talks, {source.name} {verb} {target.name} in the old “capital” last week."
        sentences.append(sentence)
        starts.append(length)
        length += len(sentence) + 1
    document = Document(
        id=f"news/{number}",
        text=" ".join(sentences),
        title=f"Talks, part {number}",
        published=published,
        source=f"https://example.org/news/{number}",
    )
    relations = [
        _relation(document, start, sentence, pair, chance.choice(types), chance)
        for start, sentence, pair in zip(starts, sentences, pairs, strict=True)
    ]
    named = {actor.id: actor for pair in pairs for actor in pair}
    for actor in list(named.values()):
        parent = actor.parent
        while parent is not None and parent not in named:
            named[parent] = actors[parent]
            parent = named[parent].parent
    mentions = [mention for relation in relations for mention in (relation.source, relation.target)]
    return Extraction(document=document, actors=tuple(named.values()), mentions=mentions, relations=relations)


def _relation(  # noqa: PLR0917 - a private part of one function
    document: Document, start: int, sentence: str, pair: Sequence[Actor], kind: str, chance: random.Random
) -> Relation:
    source, target = pair

    def span(words: str, after: int = 0) -> Span:
        place = start + sentence.index(words, after)
        return document.span(place, place + len(words))

    first = span(source.name)
    second = span(target.name, first.end - start)
    trigger = document.span(first.end + 1, second.start - 1)
    when = TimeRef(
        text="last week",
        start=document.published,
        end=document.published,
        granularity="week",
        span=span("last week"),
    )
    return Relation(
        source=Mention(actor=source.id, span=first, via="name"),
        target=Mention(actor=target.id, span=second, via="name"),
        type=kind,
        polarity="negated" if chance.random() < 0.05 else "affirmed",
        modality="possible" if chance.random() < 0.1 else "actual",
        attribution=Attribution(name="the ministry") if chance.random() < 0.2 else None,
        when=when if chance.random() < 0.3 else None,
        confidence=round(chance.uniform(0.5, 1), 3),
        evidence=(
            Evidence(
                document=document.id,
                sentence=document.span(start, start + len(sentence)),
                source=first,
                target=second,
                trigger=trigger,
                frame=f"{kind}/generated",
            ),
        ),
    )


# In a process of its own


def measured(work: Callable[[], object], wall: bool) -> Measure:
    """Do the work and return what it took."""
    clock = time.perf_counter if wall else time.process_time
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    before, start = memory("VmRSS"), clock()
    kept = work()
    seconds = clock() - start
    peak = memory("VmHWM")
    del kept
    return Measure(seconds, (peak - before) / MEBIBYTE)


def memory(name: str) -> int:
    """Return the bytes that this process has (``VmRSS``) or had at most (``VmHWM``)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise OSError(f"this system does not tell {name}")


def run_one(what: str, name: str, path: Path, relations: int, wall: bool) -> Measure:
    """Measure one thing: `what` is write or read, `name` a format or a library of `OTHERS`."""
    if name in OTHERS:
        return measured(_work_of_other(what, name, path), wall)
    if what == "read":
        return measured(lambda: read_graph(path, name), wall)
    graph = generated(relations)
    return measured(lambda: write_graph(graph, path, name), wall)


def _work_of_other(what: str, name: str, path: Path) -> Callable[[], object]:
    if name == "rdflib":
        import rdflib  # noqa: PLC0415 - only this process needs it

        if what == "read":
            return lambda: rdflib.Graph().parse(path, format="turtle")
        triples = _in_rdflib(path)
        return lambda: triples.serialize(f"{path}.rdflib", format="turtle")
    import networkx  # noqa: PLC0415

    def read() -> object:
        return networkx.read_graphml(path, edge_key_type=str, force_multigraph=True)

    if what == "read":
        return read
    network = read()
    return lambda: networkx.write_graphml(network, f"{path}.networkx")


def _in_rdflib(path: Path) -> rdflib.Graph:
    """Return the triples of a Turtle file in rdflib, parsed by pyoxigraph, which is many times as fast."""
    import pyoxigraph  # noqa: PLC0415
    import rdflib  # noqa: PLC0415

    def term(found: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal) -> rdflib.term.Node:
        if isinstance(found, pyoxigraph.NamedNode):
            return rdflib.URIRef(found.value)
        if isinstance(found, pyoxigraph.BlankNode):
            return rdflib.BNode(found.value)
        datatype = found.datatype.value
        return rdflib.Literal(found.value, datatype=None if datatype == XSD_STRING else datatype)

    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


# In the process that is called


def table(names: Sequence[str], folder: Path, given: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table, each when it has been measured."""
    known = {info.name: info for info in formats()}
    for name in names:
        of_other = name in OTHERS
        path = folder / f"graph.{OTHERS.get(name, name)}"
        written = _in_own_process("write", name, path, given)
        size = Path(f"{path}.{name}" if of_other else path).stat().st_size / MEBIBYTE
        cells = [f"{size:.0f}", f"{written.seconds:.1f}", f"{written.memory:.0f}"]
        if of_other or known[name].readable:
            read = _in_own_process("read", name, path, given)
            cells += [f"{read.seconds:.1f}", f"{read.memory:.0f}"]
        else:
            cells += ["", ""]
        yield (name, *cells)


def _in_own_process(what: str, name: str, path: Path, given: argparse.Namespace) -> Measure:
    command = [sys.executable, __file__, "--relations", str(given.relations), "--one", what, name, str(path)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [*command, *(["--wall"] if given.wall else [])], check=True, capture_output=True, text=True, env=environment
    )
    return Measure(*json.loads(done.stdout))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relations", type=int, default=100_000, metavar="N", help="how many (default 100000)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these formats only")
    parser.add_argument("--others", action="store_true", help="measure rdflib and networkx too")
    parser.add_argument("--wall", action="store_true", help="take wall time instead of processor time")
    parser.add_argument("--one", nargs=3, metavar=("WHAT", "NAME", "PATH"), help=argparse.SUPPRESS)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = _parser().parse_args(arguments)
    if given.one:
        what, name, path = given.one
        print(json.dumps(run_one(what, name, Path(path), given.relations, given.wall)))
        return 0
    names = list(given.only or [info.name for info in formats()])
    if given.others:
        names += [other for other, ours in OTHERS.items() if ours in names]
    print(f"{given.relations:,} relations")
    print(f"{'format':10} {'MiB':>7} {'write s':>8} {'+MiB':>6} {'read s':>8} {'+MiB':>6}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, size, seconds, memory, read, read_memory in table(names, Path(folder), given):
            print(f"{name:10} {size:>7} {seconds:>8} {memory:>6} {read:>8} {read_memory:>6}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
