"""Graphs to files and back: `write_graph`, `read_graph`, `graph_to_string`, `graph_to_bytes`, and a list, `formats`.

One module of this folder is one format; other packages add theirs with an entry point of the group ``relgraph.formats``
(`relgraph.formats.registry` says what a format module holds).
"""

from relgraph.formats.files import graph_to_bytes, graph_to_string, read_graph, write_graph
from relgraph.formats.registry import Format, FormatInfo, ReadableFormat, formats

__all__ = [
    "Format",
    "FormatInfo",
    "ReadableFormat",
    "formats",
    "graph_to_bytes",
    "graph_to_string",
    "read_graph",
    "write_graph",
]
