"""The command ``relgraph``: a thin face on the library. Exit codes: 0 done, 1 the input is at fault, 2 the call is.

`relgraph.cli.texts` has the commands that read texts, `relgraph.cli.graphs` those that take graphs.
"""

from relgraph.cli.app import main

__all__ = ["main"]
