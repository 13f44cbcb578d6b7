"""What a graph in RDF must be like, as SHACL shapes, and whether a file or a graph is so: `validate`.

The shapes ship as ``relgraph/data/shapes.ttl`` (`relgraph.shacl.shapes.FILE`), for validators other than this one.
"""

from relgraph.shacl.validation import Fault, Report, validate

__all__ = ["Fault", "Report", "validate"]
