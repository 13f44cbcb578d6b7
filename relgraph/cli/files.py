"""The files that commands read and write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.display.terminal.waiting import waiting
from relgraph.errors import FormatError, ReadError, UnknownFormatError, UsageError

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph
    from relgraph.store import Store

STREAM = "-"
"""What names standard input or output."""

STORES = (".db", ".sqlite", ".sqlite3")
"""The suffixes of files that are stores."""

_GRAPH_OR_TEXTS = (".jsonl", ".ndjson")
_MARK = b'{"relgraph"'


def read_graph(name: str, format: str | None) -> RelationGraph:
    """Return the graph in a file or store; standard input is JSON Lines unless another format is named."""
    from relgraph import formats
    from relgraph.store import Store, is_store

    if name != STREAM:
        must_exist(name)
    with waiting(f"reading {name}"), naming(name):
        if is_store_name(name, format) or (format is None and name != STREAM and is_store(name)):
            with Store(name) as store:
                return store.graph()
        try:
            return formats.read_graph(name, format or ("jsonl" if name == STREAM else None))
        except UnknownFormatError as error:
            if format is not None or name == STREAM:
                raise
            made = f"{Path(name).stem or 'graph'}.jsonl"
            raise UsageError(f"{name} is no graph; make one of it: relgraph extract {name} -o {made}") from error


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Name the file in the errors of a damaged one."""
    try:
        yield
    except FormatError as error:
        raise error if name in str(error) else FormatError(f"{name}: {error}") from None


@contextmanager
def opened(name: str) -> Iterator[RelationGraph | Store]:
    """Open a store to be asked in place, read the graph in a file or on standard input, or the graph of a text."""
    from relgraph.store import Store, is_store

    if name != STREAM:
        must_exist(name)
    if is_store_name(name, None) or (name != STREAM and is_store(name)):
        with Store(name) as store:
            yield store
    elif name == STREAM or _is_graph(name):
        yield read_graph(name, None)
    else:
        yield _graph_of_texts(name)


def _graph_of_texts(name: str) -> RelationGraph:
    from relgraph.cli.many import graph_of_texts
    from relgraph.readers.containers.base import GRAPH

    try:
        return graph_of_texts(name)
    except ReadError as error:
        if GRAPH not in str(error):
            raise
    return read_graph(name, None)  # which says that this format cannot be read back, and which can


def _is_graph(name: str) -> bool:
    """Whether a file is a graph by its suffix, or where texts have it, too, by how it begins."""
    from relgraph.formats.registry import by_filename, info_of

    if os.path.isdir(name):
        return False
    if name.lower().endswith(_GRAPH_OR_TEXTS):
        with open(name, "rb") as stream:
            return stream.read(len(_MARK)) == _MARK
    try:
        return info_of(by_filename(os.path.basename(name))).readable
    except UnknownFormatError:
        return False


def must_exist(name: str) -> None:
    """Fail if there is no such file or folder; a similar name beside it is told of."""
    if os.path.exists(name):
        return
    folder, wanted = os.path.split(name)
    try:
        beside = os.listdir(folder or ".")
    except OSError:
        beside = []
    close = [os.path.join(folder, each) for each in get_close_matches(wanted, sorted(beside), n=3, cutoff=0.75)]
    meant = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
    raise ReadError(f"there is no file or folder {name!r}{meant}")


def must_be_store(path: Path) -> None:
    """Fail if there is no such file, or it is no store."""
    from relgraph.store import is_store

    must_exist(str(path))
    if path.is_dir():
        raise UsageError(f"{path} is a folder and no store; relgraph extract {path} -o texts.db makes one of its texts")
    if not is_store(path):
        made = path.with_suffix(STORES[0])
        raise UsageError(f"{path} is no store; relgraph convert {path} {made} makes one of a graph")


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
