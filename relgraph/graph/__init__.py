"""The graph of relations: what it holds, how it is asked, and what its answers look like."""

from relgraph.graph.analysis import Neighbor, Path
from relgraph.graph.graph import RelationGraph
from relgraph.graph.query import Relations, Tie, Ties
from relgraph.graph.view import RelationView

__all__ = ["Neighbor", "Path", "RelationGraph", "RelationView", "Relations", "Tie", "Ties"]
