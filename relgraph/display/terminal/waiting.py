"""What tells on standard error that something takes a while, and is gone when it is done."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

DELAY = 0.7
"""Seconds after which it is said what is being waited for."""


@contextmanager
def waiting(what: str, stream: TextIO | None = None) -> Iterator[None]:
    """Say what is being done, with a spinner, if it takes longer than a moment and the stream is a terminal."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield
        return
    from relgraph.display.terminal.console import console  # noqa: PLC0415 -- slow to load, and seldom needed

    status = console(stream).status(f"{what} …", spinner_style="")
    timer = threading.Timer(DELAY, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
