#!/usr/bin/env python3
"""Measure a large graph in memory: building it, asking it, and its size, beside plain networkx with the same edges.

    graph.py                          100,000 relations
    graph.py --relations 1000000      a million: minutes, and about 2 GB
    graph.py --only relgraph          without networkx

Each of the two has a process of its own, and both are made from the same extractions, which come one by one and are
dropped: what it takes to make these is measured alone and subtracted. networkx gets the nodes and edges that
`RelationGraph.to_networkx` gives, with all their attributes, and no texts of documents. The time is that of the
processor, and of questions the shortest of three times, after the first one, which is told apart if it builds an index.

A few actors have most of the relations, as in the news, and most belong to one of 200 others. "busiest" are the two
with the most relations, "usual" two of middling rank.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from formats import MEBIBYTE, RELATIONS_A_DOCUMENT, extraction_of, memory

from relgraph import Actor, Document, Extraction, Ontology, Relation, RelationGraph

if TYPE_CHECKING:
    import networkx

ROOTS = 200
TYPE = "restrains.sanctions"
Answers = dict[str, float]


def actors(relations: int) -> list[Actor]:
    """Return an actor for every fifty relations: 200 that stand for themselves, and others that belong to them."""
    made = []
    for number in range(max(2 * ROOTS, relations // 50)):
        upper = None if number < ROOTS else number % ROOTS if number < 10 * ROOTS else ROOTS + number % (9 * ROOTS)
        made.append(
            Actor(
                id=f"organization/number-{number}",
                name=f"Organisation Nº {number}",
                kind="organization",
                parent=None if upper is None else f"organization/number-{upper}",
                aliases=(f"Org {number}", f"The “{number}” Group"),
            )
        )
    return made


def extractions(relations: int, first: int = 0) -> Iterator[Extraction]:
    """Yield extractions with this many relations, always the same, whose documents are numbered from `first`."""
    chance = random.Random(0)
    known = actors(relations)
    by_id = {actor.id: actor for actor in known}
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(known))))
    types = tuple(Ontology.default().types)
    for number in range(first, first + relations // RELATIONS_A_DOCUMENT):
        pairs: list[list[Actor]] = []
        while len(pairs) < RELATIONS_A_DOCUMENT:
            pair = chance.choices(known, cum_weights=weights, k=2)
            if pair[0] is not pair[1]:
                pairs.append(pair)
        yield extraction_of(number, pairs, by_id, types, chance)


def name(rank: int) -> str:
    """Return the id of the actor with this rank."""
    return f"organization/number-{rank}"


# relgraph


def of_relgraph(relations: int) -> Answers:
    """Build the graph of relgraph and ask it."""
    graph, found = built(relations, lambda: RelationGraph(extractions(relations)))
    assert len(graph) == relations, len(graph)
    small = RelationGraph(extractions(RELATIONS_A_DOCUMENT, first=relations))
    found["first question (index)"] = seconds(lambda: graph.relations(name(150), TYPE, name(151)))
    found["memory with index"] = memory("VmRSS") / MEBIBYTE - found.pop("before")
    questions: dict[str, Callable[[], object]] = {
        "typed, usual two": lambda: graph.relations(name(20), TYPE, name(30)),
        "typed, busiest two": lambda: graph.relations(name(0), TYPE, name(1)),
        "all of a usual one": lambda: graph.relations(either=name(30)),
        "all of the busiest": lambda: graph.relations(either=name(0)),
        "between, busiest two": lambda: graph.between(name(0), name(1)),
        "neighbors, usual": lambda: graph.neighbors(name(30)),
        "neighbors, busiest": lambda: graph.neighbors(name(0)),
        "timeline, usual two": lambda: graph.timeline(name(20), name(30)),
        "timeline of all": graph.timeline,
        "paths of 2, usual two": lambda: graph.paths(name(20), name(30), TYPE, max_length=2),
        "ties, usual": lambda: graph.ties(name(30)),
        "ties of all": graph.ties,
        "repr": lambda: repr(graph),
        "walk over all": lambda: sum(view.type == TYPE for view in graph),
        "merge a small graph": lambda: graph | small,
        "pickle": lambda: pickle.dumps(graph),
    }
    return found | {label: fastest(question) for label, question in questions.items()}


# networkx


def of_networkx(relations: int) -> Answers:
    """Build the graph of networkx and ask it what it can tell."""
    network, found = built(relations, lambda: network_of(extractions(relations)))
    assert network.number_of_edges() == relations, network.number_of_edges()
    del found["before"]
    members = members_of(network)
    questions: dict[str, Callable[[], object]] = {
        "typed, usual two": lambda: typed(network, members[name(20)], members[name(30)], TYPE),
        "typed, busiest two": lambda: typed(network, members[name(0)], members[name(1)], TYPE),
        "all of a usual one": lambda: edges_of(network, members[name(30)]),
        "all of the busiest": lambda: edges_of(network, members[name(0)]),
        "walk over all": lambda: sum(data["type"] == TYPE for _, _, data in network.edges(data=True)),
        "pickle": lambda: pickle.dumps(network),
    }
    return found | {label: fastest(question) for label, question in questions.items()}


def network_of(given: Iterator[Extraction]) -> networkx.MultiDiGraph:
    """Return what `RelationGraph.to_networkx` gives, without the graph."""
    import networkx  # noqa: PLC0415 - only this process needs it

    network = networkx.MultiDiGraph()
    by_id: dict[str, Actor] = {}
    for extraction in given:
        for actor in extraction.actors:
            by_id.setdefault(actor.id, actor)
        for relation in extraction.relations:
            row = edge_of(relation, extraction.document)
            network.add_edge(relation.source.actor, relation.target.actor, key=relation.id, **row)
    for actor in by_id.values():
        network.add_node(actor.id, **node_of(actor, by_id))
    return network


def edge_of(relation: Relation, document: Document) -> dict[str, Any]:
    """Return the attributes that a relation has in networkx."""
    main, when, said = relation.evidence[0], relation.when, relation.attribution
    row = {
        "polarity": relation.polarity,
        "modality": relation.modality,
        "type": relation.type,
        "family": relation.type.partition(".")[0],
        "symmetric": relation.symmetric,
        "attribution": None if said is None else said.name,
        "when": None if when is None else when.text,
        "start": None if when is None or when.start is None else when.start.isoformat(),
        "end": None if when is None or when.end is None else when.end.isoformat(),
        "where": relation.where,
        "confidence": relation.confidence,
        "source_text": main.source.text,
        "trigger": main.trigger.text,
        "target_text": main.target.text,
        "sentence": main.sentence.text,
        "sentence_start": main.sentence.start,
        "document": document.id,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "frame": main.frame,
    }
    return {key: value for key, value in row.items() if value is not None}


def node_of(actor: Actor, by_id: dict[str, Actor]) -> dict[str, Any]:
    """Return the attributes that an actor has in networkx."""
    top = actor
    while top.parent is not None:
        top = by_id[top.parent]
    row = {
        "name": actor.name,
        "kind": actor.kind,
        "parent": actor.parent,
        "root": top.id,
        "aliases": "; ".join(actor.aliases) or None,
    }
    return {key: value for key, value in row.items() if value is not None}


def members_of(network: networkx.MultiDiGraph) -> dict[str, set[str]]:
    """Return for each actor itself and all that belong to it, which networkx does not know of."""
    found: dict[str, set[str]] = {}
    for node in network:
        upper: str | None = node
        while upper is not None:
            found.setdefault(upper, set()).add(node)
            upper = network.nodes[upper].get("parent")
    return found


def typed(network: networkx.MultiDiGraph, sources: set[str], targets: set[str], kind: str) -> list[dict[str, Any]]:
    """Return the edges of a type from any of these nodes to any of those."""
    return [
        data
        for source in sources
        for target in targets.intersection(network.succ[source])
        for data in network.succ[source][target].values()
        if data["type"] == kind
    ]


def edges_of(network: networkx.MultiDiGraph, nodes: set[str]) -> list[dict[str, Any]]:
    """Return the edges of these nodes."""
    out = [data for _, _, data in network.out_edges(nodes, data=True)]
    return out + [data for source, _, data in network.in_edges(nodes, data=True) if source not in nodes]


def same_as_exported() -> None:
    """Raise `AssertionError` if the network is not the one that the graph gives."""
    import networkx  # noqa: PLC0415 - as above

    ours, theirs = RelationGraph(extractions(200)).to_networkx(), network_of(extractions(200))
    assert networkx.utils.graphs_equal(ours, theirs), "to_networkx gives other nodes or edges"


# Measuring


def built(relations: int, build: Callable[[], Any]) -> tuple[Any, Answers]:
    """Return what `build` gives, with its seconds (without those of the extractions) and its memory in MiB."""
    same_as_exported()
    alone = seconds(lambda: sum(len(each.relations) for each in extractions(relations)))
    gc.collect()
    before = memory("VmRSS") / MEBIBYTE
    start = time.process_time()
    made = build()
    taken = time.process_time() - start
    gc.collect()
    size = memory("VmRSS") / MEBIBYTE - before
    return made, {"build": taken - alone, "memory": size, "before": before}


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fastest(work: Callable[[], object]) -> float:
    """Return the shortest time of three, or the only one if it takes longer than a second."""
    first = seconds(work)
    return first if first > 1 else min(first, seconds(work), seconds(work))


def in_own_process(library: str, relations: int) -> Answers:
    """Return what is measured of a library."""
    command = [sys.executable, __file__, "--relations", str(relations), "--one", library]
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    answers: Answers = json.loads(done.stdout)
    return answers


def rows(found: dict[str, Answers]) -> Iterator[str]:
    """Yield the lines of the table."""
    labels = dict.fromkeys(label for answers in found.values() for label in answers)
    for label in labels:
        unit = "MiB" if label.startswith("memory") else "s" if max(_known(found, label)) >= 1 else "ms"
        cells = [_cell(answers.get(label), unit) for answers in found.values()]
        ratio = f"{_known(found, label)[0] / _known(found, label)[1]:.2f}" if len(_known(found, label)) > 1 else ""
        yield f"{label:24} {unit:3} " + " ".join(f"{cell:>10}" for cell in cells) + f" {ratio:>7}"


def _known(found: dict[str, Answers], label: str) -> list[float]:
    return [answers[label] for answers in found.values() if label in answers]


def _cell(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if unit == "MiB" else f"{value:.1f}" if unit == "s" else f"{1000 * value:.2f}"


LIBRARIES = {"relgraph": of_relgraph, "networkx": of_networkx}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relations", type=int, default=100_000, metavar="N", help="how many (default 100000)")
    parser.add_argument("--only", choices=list(LIBRARIES), help="one library only")
    parser.add_argument("--one", choices=list(LIBRARIES), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(LIBRARIES[given.one](given.relations)))
        return 0
    names = [given.only] if given.only else list(LIBRARIES)
    found = {each: in_own_process(each, given.relations) for each in names}
    print(f"{given.relations:,} relations")
    print(f"{'':28} " + " ".join(f"{each:>10}" for each in names) + ("   ratio" if len(names) > 1 else ""))
    for row in rows(found):
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
