"""The files that commands read and write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph
    from relgraph.store import Store

STREAM = "-"
"""What names standard input or output."""

STORES = (".db", ".sqlite", ".sqlite3")
"""The suffixes of files that are stores."""


def read_graph(name: str, format: str | None) -> RelationGraph:
    """Return the graph in a file or store; standard input is JSON Lines unless another format is named."""
    from relgraph import formats
    from relgraph.store import Store, is_store

    if is_store_name(name, format) or (format is None and name != STREAM and is_store(name)):
        with Store(name) as store:
            return store.graph()

    return formats.read_graph(name, format or ("jsonl" if name == STREAM else None))


@contextmanager
def opened(name: str) -> Iterator[RelationGraph | Store]:
    """Open a store to be asked in place, or read the graph in a file or on standard input."""
    from relgraph.store import Store, is_store

    if is_store_name(name, None) or (name != STREAM and is_store(name)):
        with Store(name) as store:
            yield store
    else:
        yield read_graph(name, None)


def is_store_name(name: str, format: str | None) -> bool:
    """Whether a file is a store by its suffix."""
    return format is None and name != STREAM and Path(name).suffix.lower() in STORES


def check_outputs(outputs: Iterable[str], format: str | None) -> None:
    """Fail before the work, not after it, if an output cannot be written."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    for name in outputs:
        if format is None and name == STREAM:
            continue
        if is_store_name(name, format):
            chosen = None
        else:
            chosen = by_name(format) if format is not None else by_filename(os.path.basename(name))
        if chosen is not None and name == STREAM and info_of(chosen).binary and sys.stdout.isatty():
            raise UsageError(f"{chosen.NAME} is no text for a terminal: name a file, or send it to another command")
        if name != STREAM and not Path(name).absolute().parent.is_dir():
            raise UsageError(f"there is no folder {Path(name).parent}; create it first")


def tell_omissions(files: Iterable[tuple[str, str | None]]) -> None:
    """Say on standard error, once a format, what files of these names (or of a named format) do not hold."""
    from relgraph.formats.registry import by_filename, by_name, info_of

    chosen = (
        by_name(format) if format is not None else by_filename(os.path.basename(name))
        for name, format in files
        if not is_store_name(name, format)
    )
    for info in dict.fromkeys(map(info_of, chosen)):
        if info.omits:
            print(f"note: {info.name} does not hold {info.omits}", file=sys.stderr)
