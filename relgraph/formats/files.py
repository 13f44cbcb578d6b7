"""Writing graphs to files, all or nothing, and reading them back."""

from __future__ import annotations

import inspect
import io
import os
import secrets
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from relgraph.errors import FormatError, ReadError, UsageError
from relgraph.formats.registry import Format, by_filename, by_name, info_of, readable

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

Target = str | os.PathLike[str] | IO[bytes] | IO[str]
"""Where to write or read: a path, ``"-"`` for standard output or input, or an open stream."""


def write_graph(graph: RelationGraph, path: Target, format: str | None = None, **options: object) -> None:
    """Write a graph to a file, in the format that its suffix says unless one is named.

    A file is replaced in one step when all of it has been written: a failure leaves the old one as it was.

    Args:
        graph: The graph.
        path: A path, ``"-"`` (standard output) or an open stream, binary or text; the latter need a `format`.
        format: The name of the format.
        **options: Those of the format, which its page lists.

    Raises:
        UnknownFormatError: There is no format of this suffix or name.
        UsageError: The folder is missing, or the format does not have such an option.
        OSError: The disk refuses.
    """
    chosen = choose(path, format)
    _check_options(chosen, options)
    if isinstance(path, str | os.PathLike) and path != "-":
        with atomic_writer(path) as stream:
            chosen.write(graph, stream, **options)
        return
    output = sys.stdout if path == "-" else path
    if info_of(chosen).binary and isinstance(output, io.TextIOBase) and not hasattr(output, "buffer"):
        raise UsageError(f"{chosen.NAME} is no text: give a stream that was opened for bytes")
    with _binary_output(output) as stream:  # type: ignore[arg-type]
        chosen.write(graph, stream, **options)


def read_graph(path: Target, format: str | None = None) -> RelationGraph:
    """Return the graph in a file, in the format that its suffix says unless one is named.

    Args:
        path: A path, ``"-"`` (standard input) or an open stream, binary or text; the latter need a `format`.
        format: The name of the format.

    Raises:
        UnknownFormatError: There is no format of this suffix or name.
        ReadError: There is no such file.
        FormatError: The format cannot be read back (with those that can), or the file is damaged.
    """
    chosen = readable(choose(path, format))
    with opened(path) as stream:
        return chosen.read(stream)


def graph_to_string(graph: RelationGraph, format: str, **options: object) -> str:
    """Return what `write_graph` would write, as text; raises the same errors, and `UsageError` for a binary format."""
    chosen = by_name(format)
    if info_of(chosen).binary:
        raise UsageError(f"{chosen.NAME} is no text: use graph_to_bytes, or write a file")
    return _bytes(graph, chosen, options).decode("utf-8")


def graph_to_bytes(graph: RelationGraph, format: str, **options: object) -> bytes:
    """Return the bytes of the file that `write_graph` would write; raises the same errors."""
    return _bytes(graph, by_name(format), options)


def _bytes(graph: RelationGraph, chosen: Format, options: Mapping[str, object]) -> bytes:
    _check_options(chosen, options)
    stream = io.BytesIO()
    chosen.write(graph, stream, **options)
    return stream.getvalue()


@contextmanager
def opened(path: Target) -> Iterator[IO[bytes]]:
    """Open a file, standard input or a stream for reading bytes; raises `ReadError` if there is no such file."""
    if not isinstance(path, str | os.PathLike) or path == "-":
        yield _binary_input(sys.stdin if path == "-" else path)  # type: ignore[arg-type]
        return
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed below; only opening may fail with these errors
    except FileNotFoundError:
        raise ReadError(f"there is no file {os.fspath(path)}") from None
    except IsADirectoryError:
        raise ReadError(f"{os.fspath(path)} is a folder, not a graph file") from None
    with stream:
        yield stream


@contextmanager
def atomic_writer(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file so that it appears complete or not at all.

    What is written goes to a temporary file in the same folder, which replaces `path` at the end; a failure removes it
    and leaves `path` as it was. Raises `UsageError` if the folder is missing or `path` is a folder, and `FormatError`
    if nothing was written.
    """
    target = Path(os.path.realpath(path))  # a symbolic link stays one: its file is replaced, not the link
    if target.is_dir():
        raise UsageError(f"{target} is a folder; give the name of a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"there is no folder {target.parent}; create it first")
    if target.exists() and not target.is_file():  # a device or pipe (/dev/stdout) must never be replaced by a file
        with target.open("wb") as stream:
            yield stream
        return
    temporary = target.parent / f".relgraph-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            if os.fstat(stream.fileno()).st_size == 0:
                raise FormatError(f"nothing was written for {target}; the file is left as it was")
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def choose(path: Target, name: str | None) -> Format:
    """Return the format of that name, or else the one of the path's suffix; raises what `read_graph` raises."""
    if name is not None:
        return by_name(name)
    if isinstance(path, str | os.PathLike) and path != "-":
        return by_filename(os.path.basename(os.fspath(path)))
    raise UsageError("a stream has no suffix: name its format, e.g. format='jsonl'")


def _check_options(chosen: Format, options: Mapping[str, object]) -> None:
    parameters = inspect.signature(chosen.write).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = [parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
    for name in options:
        if name not in known:
            there_are = f"there are {', '.join(known)}" if known else "it has none"
            raise UsageError(f"{chosen.NAME} has no option {name!r}; {there_are}")


@contextmanager
def _binary_output(stream: IO[bytes] | IO[str]) -> Iterator[IO[bytes]]:
    if not isinstance(stream, io.TextIOBase):
        yield stream  # type: ignore[misc]
    elif hasattr(stream, "buffer"):
        stream.flush()  # what was printed before must stand before
        yield stream.buffer
        stream.buffer.flush()
    else:
        collected = io.BytesIO()
        yield collected
        stream.write(collected.getvalue().decode("utf-8"))


def _binary_input(stream: IO[bytes] | IO[str]) -> IO[bytes]:
    if not isinstance(stream, io.TextIOBase):
        return stream  # type: ignore[return-value]
    if hasattr(stream, "buffer"):
        buffer: IO[bytes] = stream.buffer
        return buffer
    return io.BytesIO(stream.read().encode("utf-8", "surrogatepass"))
