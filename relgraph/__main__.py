"""``python -m relgraph`` is the command ``relgraph``."""

from relgraph.cli import main

main()
