"""What a notebook shows for each kind of value."""

from __future__ import annotations

from functools import singledispatch

from relgraph.display.html.analyses import contradictions_view, profile_view, rows_view
from relgraph.display.html.graphs import graph_view, store_view
from relgraph.display.html.markup import Html, root
from relgraph.display.html.relations import relation_view, relations_view, tie_view, ties_view
from relgraph.display.html.style import style_sheet
from relgraph.graph.contradictions import Contradictions
from relgraph.graph.graph import RelationGraph
from relgraph.graph.profile import Profile
from relgraph.graph.query import Relations, Tie, Ties
from relgraph.graph.rows import Rows
from relgraph.graph.view import RelationView
from relgraph.store import Store


def html_of(value: object) -> str:
    """Return a graph, store, relation, tie, several of these or the result of an analysis as HTML of its own.

    Raises `TypeError` if it is something else.
    """
    return str(root(style_sheet(), _view(value)))


@singledispatch
def _view(value: object) -> Html:
    raise TypeError(f"there is no view of {type(value).__name__}")


_view.register(RelationGraph, graph_view)
_view.register(Store, store_view)
_view.register(Relations, relations_view)
_view.register(RelationView, relation_view)
_view.register(Ties, ties_view)
_view.register(Tie, tie_view)
_view.register(Rows, rows_view)
_view.register(Contradictions, contradictions_view)
_view.register(Profile, profile_view)
