"""Graphs, relations and texts as HTML for notebooks: no script, no files, and nothing that reaches outside of it."""

from relgraph.display.html.shown import html_of
from relgraph.display.html.text import ShownText

__all__ = ["ShownText", "html_of"]
