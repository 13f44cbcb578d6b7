"""A relation graph as a networkx graph, with attributes that every graph format can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.graph.conditions import Query
from relgraph.graph.names import Names
from relgraph.graph.query import run_query
from relgraph.graph.view import RelationView
from relgraph.model import Actor

if TYPE_CHECKING:
    import networkx

Attribute = str | int | float | bool


def to_networkx(names: Names, *, rollup: bool = False) -> networkx.MultiDiGraph:
    """Return a new `networkx.MultiDiGraph`: actors by id as nodes, relations as edges whose keys are the relation ids.

    All relations are in it, negated ones too (see the edge attribute `polarity`). Attributes are str, int,
    float or bool; what is not known is left out. With `rollup`, the nodes are the actors at the end of their chains
    (and the sources of affiliations).
    """
    import networkx  # noqa: PLC0415 -- slow to load

    content = names.content
    views = run_query(names, Query(rollup=rollup))
    ids = set(content.roots.values()) if rollup else set(content.actors)
    ids.update(id_ for view in views for id_ in (view.source.id, view.target.id))
    network = networkx.MultiDiGraph()
    for id_ in sorted(ids):
        network.add_node(id_, **_actor_attributes(content.actors[id_], content.roots[id_]))
    for view in views:
        network.add_edge(view.source.id, view.target.id, key=view.id, **_relation_attributes(view))
    return network


def _actor_attributes(actor: Actor, root: str) -> dict[str, Attribute]:
    return _known(
        {
            "name": actor.name,
            "kind": actor.kind,
            "code": actor.code,
            "sector": actor.sector,
            "parent": actor.parent,
            "root": root,
            "aliases": "; ".join(actor.aliases) or None,
        }
    )


def _relation_attributes(view: RelationView) -> dict[str, Attribute]:
    # The ends of the edge say who; an attribute called "source" or "target" would clash with GraphML readers.
    row = {key: value for key, value in view.to_dict().items() if key not in _NOT_ON_EDGES}
    return _known({**row, "family": view.family})


_NOT_ON_EDGES = frozenset({"id", "source", "target", "source_id", "target_id", "source_actor", "target_actor"})


def _known(attributes: dict[str, Attribute | None]) -> dict[str, Attribute]:
    return {key: value for key, value in attributes.items() if value is not None}
