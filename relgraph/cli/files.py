"""The files that commands read and write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

STREAM = "-"
"""What names standard input or output."""


def read_graph(name: str, format: str | None) -> RelationGraph:
    """Return the graph in a file; standard input is JSON Lines unless another format is named."""
    from relgraph import formats

    return formats.read_graph(name, format or ("jsonl" if name == STREAM else None))


def check_outputs(outputs: Iterable[str], format: str | None) -> None:
    """Fail before the work, not after it, if an output cannot be written."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    for name in outputs:
        if format is None and name == STREAM:
            continue
        chosen = by_name(format) if format is not None else by_filename(os.path.basename(name))
        if name == STREAM and info_of(chosen).binary and sys.stdout.isatty():
            raise UsageError(f"{chosen.NAME} is no text for a terminal: name a file, or send it to another command")
        if name != STREAM and not Path(name).absolute().parent.is_dir():
            raise UsageError(f"there is no folder {Path(name).parent}; create it first")


def tell_omissions(files: Iterable[tuple[str, str | None]]) -> None:
    """Say on standard error, once a format, what files of these names (or of a named format) do not hold."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    chosen = (by_name(format) if format is not None else by_filename(os.path.basename(name)) for name, format in files)
    for info in dict.fromkeys(map(info_of, chosen)):
        if info.omits:
            print(f"note: {info.name} does not hold {info.omits}", file=sys.stderr)
