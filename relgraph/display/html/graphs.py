"""A graph or a store at a glance: how large, which families, the strongest ties, and what is not plain fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from relgraph.display.html import parts
from relgraph.display.html.markup import Html, element, joined
from relgraph.display.html.relations import ties_table
from relgraph.display.html.style import family_look
from relgraph.errors import RelgraphError
from relgraph.graph.graph import RelationGraph
from relgraph.graph.query import Relations
from relgraph.graph.table import counted, shortened
from relgraph.model import Document
from relgraph.store import Store

_STRONGEST = 8
_TYPES = 4
_SUMMED_UP = 20_000
"""Up to how many relations of a store are summed up just to show it."""


def graph_view(graph: RelationGraph) -> Html:
    """Return a graph at a glance."""
    documents, actors = len(graph.documents), len(graph.actors())
    relations = graph.relations()
    counts = _counts(documents, actors, len(graph))
    return joined(
        parts.heading("RelationGraph", counts, _which(graph.documents.values())),
        _families(type_counts(relations)),
        _strongest(relations, "graph"),
        parts.notes(relations.included, relations.set_aside),
        _how_to_see_set_aside(relations, "graph"),
    )


def store_view(store: Store) -> Html:
    """Return a store at a glance; the ties of a large one are not summed up for it."""
    try:
        info = store.info()
    except RelgraphError as error:
        return parts.heading("Store", str(store.path), str(error))
    counts = _counts(info.documents, info.actors, info.relations)
    days = parts.period(info.first, info.last)
    inputs = ", ".join(f"{number:,} {outcome}" for outcome, number in info.inputs.items())
    lines = [
        parts.heading("Store", element("bdi", str(store.path)), counts, f"published {days}" if days else ""),
        element("p", element("span", "inputs", look="label"), f" {inputs}", look="line") if inputs else "",
    ]
    if info.relations <= _SUMMED_UP:
        relations = store.relations()
        notes = parts.notes(relations.included, relations.set_aside)
        lines += [_families(type_counts(relations)), _strongest(relations, "store"), notes]
    else:
        told = "Negated ones are counted, too. Ties of so many relations are summed up on request: "
        lines += [_families(store.types()), element("p", told, element("code", "store.ties()"), look="line muted")]
    return joined(*lines)


def _counts(documents: int, actors: int, relations: int) -> str:
    return ", ".join((counted(documents, "document"), counted(actors, "actor"), counted(relations, "relation")))


def _which(documents: Iterable[Document]) -> Html | str:
    """Return the only document, or the days between which all were published."""
    found = list(documents)
    if len(found) == 1:
        return parts.document(found[0])
    days = [document.published for document in found if document.published]
    return f"published {parts.period(min(days), max(days))}" if days else ""


def type_counts(relations: Relations) -> dict[str, int]:
    """Return how many of the relations are of each type."""
    return {
        type: len(places)
        for type, places in relations.places_by(lambda hit, facts: (facts.type(hit.relation),)).items()
    }


def _families(types: Mapping[str, int]) -> Html:
    """Return a line for each family: how many relations it has, and of which types."""
    families: Counter[str] = Counter()
    for type, number in types.items():
        families[type.partition(".")[0]] += number
    if not families:
        return Html("")
    most = max(families.values())
    lines = (
        element(
            "li",
            element("span", shortened(family, 40), look=f"type {family_look(family)}"),
            parts.size(number, most),
            element("small", most_frequent(types, family), look="muted"),
        )
        for family, number in sorted(families.items(), key=lambda each: (-each[1], each[0]))
    )
    return element("ul", *lines, look="families")


def most_frequent(types: Mapping[str, int], family: str) -> str:
    """Return the most frequent types of a family with their numbers, in words."""
    own = sorted(
        ((number, type.partition(".")[2]) for type, number in types.items() if type.partition(".")[0] == family),
        key=lambda each: (-each[0], each[1]),
    )
    more = [f"{len(own) - _TYPES} more"] if len(own) > _TYPES else []
    return ", ".join([*(f"{number:,} {shortened(name, 40)}" for number, name in own[:_TYPES]), *more])


def _strongest(relations: Relations, name: str) -> Html:
    ties, number = relations.strongest_ties(_STRONGEST)
    if not number:
        return Html("")
    return joined(
        element("p", "strongest ties", look="label"),
        ties_table(ties),
        parts.left_out(number - len(ties), "tie", f"{name}.ties()"),
    )


def _how_to_see_set_aside(relations: Relations, name: str) -> Html:
    if "negated" not in relations.set_aside:
        return Html("")
    return element(
        "p", element("code", f'{name}.relations(polarity="negated")'), " shows what is denied", look="line muted"
    )
