"""How far many inputs have come, as a bar on a terminal and else as a line now and then; and the report at the end."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

from relgraph.display.terminal.console import console
from relgraph.graph.table import counted

if TYPE_CHECKING:
    from relgraph.corpus import Report

EVERY = 30.0
"""Seconds between two lines where there is no terminal."""

_OFTEN = 0.1
_REASONS, _NAMES = 10, 3
"""How many reasons a report lists, and how many names for each."""

Total = Callable[[], int | None]
"""Gives how many inputs there are, or None as long as nobody knows."""


@contextmanager
def shown(total: Total, stream: TextIO | None = None) -> Iterator[Callable[[Report], None]]:
    """Give what is to be called with the report after each input; with the context the bar disappears."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield _Lines(total, stream).update
        return
    columns = (
        TextColumn("{task.fields[counts]}", markup=False, table_column=Column(no_wrap=True)),
        BarColumn(bar_width=None),
        _RateAndTime(Column(no_wrap=True)),
    )
    with Progress(*columns, console=console(stream), transient=True, speed_estimate_period=90, expand=True) as progress:
        yield _Bar(total, progress).update


class _Bar:
    def __init__(self, total: Total, progress: Progress) -> None:
        self._total = total
        self._progress = progress
        self._task = progress.add_task("", total=None, counts="loading the model")
        self._drawn = 0.0

    def update(self, report: Report) -> None:
        now = time.monotonic()
        if now - self._drawn >= _OFTEN:
            self._drawn = now
            total = self._total()
            self._progress.update(self._task, completed=report.inputs, total=total, counts=_counts(report, total))


class _RateAndTime(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Return how many inputs are done in a second and how long the others will take, as far as that is known."""
        if not task.speed:
            return Text("")
        left = [] if task.time_remaining is None else [f"{_duration(task.time_remaining)} left"]
        return Text(", ".join([_rate(task.speed), *left]))


class _Lines:
    def __init__(self, total: Total, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._started = self._told = time.monotonic()

    def update(self, report: Report) -> None:
        now = time.monotonic()
        if now - self._told < EVERY:
            return
        self._told = now
        total = self._total()
        speed = (report.inputs - report.known) / (now - self._started)
        left = [f"{_duration((total - report.inputs) / speed)} left"] if total is not None and speed else []
        print(", ".join([_counts(report, total), _rate(speed), *left]), file=self._stream, flush=True)


def tell_report(report: Report, stream: TextIO | None = None) -> None:
    """Print what became of the inputs, and which were skipped, by the reasons."""
    stream = stream or sys.stderr
    took = f" ({_duration(report.seconds)})" if report.seconds >= 1 else ""
    print(f"{report}{took}", file=stream)
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for name, reason in report.skipped:
        by_reason[reason].append(name)
    most = sorted(by_reason.items(), key=lambda item: -len(item[1]))
    for reason, names in most[:_REASONS]:
        further = [f"{len(names) - _NAMES:,} more"] if len(names) > _NAMES else []
        print(f"  skipped {', '.join([*names[:_NAMES], *further])}: {' '.join(reason.split())}", file=stream)
    if len(most) > _REASONS:
        print(f"  and for {counted(len(most) - _REASONS, 'more reason')}", file=stream)


def _counts(report: Report, total: int | None) -> str:
    of = f" of {total:,}" if total is not None else ""
    return f"{report.inputs:,}{of} inputs, {counted(report.relations, 'relation')}"


def _rate(a_second: float) -> str:
    return f"{a_second:,.1f} a second" if a_second >= 1 else f"{60 * a_second:.0f} a minute"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
