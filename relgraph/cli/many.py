"""How ``extract`` takes many inputs: its options, how far it is, the report, and what an interrupt leaves."""

from __future__ import annotations

import glob
import json
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from relgraph.cli.files import STREAM, is_store_name, must_exist
from relgraph.errors import ReadError, RelgraphError, UsageError

if TYPE_CHECKING:
    from relgraph.corpus import Progress, Report
    from relgraph.display.terminal.progress import Total
    from relgraph.extractor import Extractor
    from relgraph.graph import RelationGraph

INTERRUPTED = 130
"""The exit code of what was interrupted from the keyboard, as shells have it."""


def store_among(outputs: Sequence[str], format: str | None) -> str | None:
    """Return the output that is a store, or None; raises `UsageError` if it cannot be one or others are beside it."""
    stores = [name for name in outputs if is_store_name(name, format)]
    if stores and len(outputs) > 1:
        raise UsageError(f"{stores[0]} is a store and is written alone; write other files of it later")
    if stores and not Path(stores[0]).absolute().parent.is_dir():
        raise UsageError(f"there is no folder {Path(stores[0]).parent}; create it first")
    return stores[0] if stores else None


def columns_of(given: Sequence[str]) -> Mapping[str, Sequence[str]] | None:
    """Return the columns that are named as ``text=body,title=headline``; raises `UsageError` for anything else."""
    pairs = [pair.partition("=") for each in given for pair in each.split(",")]
    if any(not name.strip() or not column.strip() for name, _, column in pairs):
        raise UsageError("--columns takes pairs such as text=body,title=headline")
    named: dict[str, list[str]] = {}
    for name, _, column in pairs:
        named.setdefault(name.strip(), []).append(column.strip())
    return named or None


def check_sources(names: Sequence[str], report_file: Path | None) -> None:
    """Fail before the work if something that is named is not there, or the report cannot be written.

    What is in a folder may still fail on the way.
    """
    if report_file is not None and not report_file.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {report_file.parent}; create it first")
    for name in names:
        if name != STREAM and not glob.has_magic(name):
            must_exist(name)


def graph_of(
    reader: Extractor,
    names: Sequence[str],
    report_file: Path | None = None,
    *,
    quiet: bool = False,
    stopped: str = "nothing was written",
    **options: Any,  # noqa: ANN401
) -> RelationGraph:
    """Return the graph of all inputs; raises `ReadError` if none of them can be read."""
    with (
        _told(names, report_file, stopped, options, quiet=quiet) as progress,
        reader.extract_many(_sources(names), progress=progress, **options) as run,
    ):
        return run.graph()


def graph_of_texts(name: str) -> RelationGraph:
    """Return the graph of a text, or of all in a folder, that a command reads first, and say how to keep it."""
    from relgraph.cli.reading import extractor

    began = time.monotonic()
    graph = graph_of(extractor(), [name], stopped="nothing is shown", columns=None)
    if sys.stderr.isatty():
        made = f"{Path(name).stem or 'graph'}.jsonl"
        took = f"read {name} in {time.monotonic() - began:.0f} s"
        print(f"{took}; to read it only once: relgraph extract {name} -o {made}\n", file=sys.stderr)
    return graph


def fill_store(
    reader: Extractor,
    path: str,
    names: Sequence[str],
    report_file: Path | None,
    *,
    quiet: bool,
    **options: Any,  # noqa: ANN401
) -> None:
    """Read all inputs into a store; raises `ReadError` if none of them can be read."""
    stopped = f"what was done is in {path}, and the same command goes on from there"
    with _told(names, report_file, stopped, options, quiet=quiet) as progress:
        reader.extract_into(path, _sources(names), progress=progress, **options)
    if not quiet:
        print(f"wrote {path}", file=sys.stderr)


@contextmanager
def _told(
    names: Sequence[str], report_file: Path | None, stopped: str, options: Mapping[str, Any], *, quiet: bool
) -> Iterator[Progress]:
    """Give what shows how far the work is; at its end the report is told."""
    from relgraph.display.terminal.progress import shown, tell_report

    last: list[Report] = []
    with nullcontext(_ignored) if quiet else shown(_counting(names, options)) as show:

        def progress(report: Report) -> None:
            last[:] = [report]
            show(report)

        interrupted = False
        try:
            yield progress
        except KeyboardInterrupt:
            interrupted = True
    report = last[0] if last else None
    if report is not None:
        if report_file is not None:
            report_file.write_text(json.dumps(_plain(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        if interrupted or (report.inputs > 1 and not quiet):
            tell_report(report)
    if interrupted:
        print(f"stopped; {stopped}", file=sys.stderr)
        raise typer.Exit(INTERRUPTED)
    if report is not None and report.inputs == len(report.skipped):
        name, reason = report.skipped[0]
        raise ReadError(f"{name}: {reason}" if report.inputs == 1 else "none of this could be read")


def _ignored(report: Report) -> None:
    """Show nothing of how far the work is."""


def _sources(names: Sequence[str]) -> list[Any]:
    return [sys.stdin.buffer if name == STREAM else Path(name) for name in names]


def _counting(names: Sequence[str], options: Mapping[str, Any]) -> Total:
    """Begin to count the inputs, beside the work; return what gives their number as soon as it is known."""
    counted: list[int] = []

    def count() -> None:
        from relgraph.readers import inputs

        with suppress(RelgraphError, OSError):  # the work itself will come to it and say so
            counted.append(sum(1 for _ in inputs(_sources(names), columns=options["columns"])))

    if STREAM not in names:
        threading.Thread(target=count, daemon=True).start()
    return lambda: counted[0] if counted else None


def _plain(report: Report) -> dict[str, Any]:
    plain = asdict(report)
    plain["skipped"] = [each._asdict() for each in report.skipped]
    plain["copies"] = [each._asdict() for each in report.copies]
    return plain
