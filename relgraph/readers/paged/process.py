"""Asks the child process that reads PDFs, and ends it when it takes too long.

One child serves all files of a process; it is started at the first one and anew after it had to be ended.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from relgraph.errors import ReadError
from relgraph.readers.paged.glyphs import REQUEST

PATIENCE = 30.0
"""Seconds of computing that one page may take, or the opening of a file; a busy machine makes no difference."""

_OUT_OF_TIME = int(getattr(signal, "SIGPROF", 0))
_WAITING = 10 if _OUT_OF_TIME else 1
"""How many times longer it may take by the clock; where the child cannot be limited in its computing, no longer."""
_SCRIPT = Path(__file__).with_name("glyphs.py")
_lock = threading.Lock()
_child: tuple[int, subprocess.Popen[bytes]] | None = None
"""The child, and the process that it belongs to: after a fork the child is still the parent's."""


def answers(data: bytes) -> list[tuple[Any, ...]]:
    """Return what `glyphs` says about one file, up to ``("end",)`` or an error.

    Raises `ReadError` if the file makes PDFium crash, or take longer than `PATIENCE` for one page.
    """
    with _lock:
        child = _running()
        try:
            _send(child, data)
            found = [_receive(child)]
            while found[-1][0] not in ("end", "error"):
                found.append(_receive(child))
        except BaseException:  # also an interrupt: what the child still has to say belongs to this file
            end()
            raise
        return found


def end() -> None:
    """End the child process of this process, if there is one."""
    global _child  # noqa: PLW0603 (one child a process)
    if _child is not None and _child[0] == os.getpid():
        child = _child[1]
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        child.wait()
    _child = None


def _running() -> subprocess.Popen[bytes]:
    global _child  # noqa: PLW0603 (one child a process)
    if _child is None or _child[0] != os.getpid() or _child[1].poll() is not None:
        end()
        # -P keeps this folder, in which the script lies, out of its sys.path
        command = [sys.executable, "-P", str(_SCRIPT)]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        _child = os.getpid(), child
        atexit.unregister(end)
        atexit.register(end)
    return _child[1]


def _send(child: subprocess.Popen[bytes], data: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(REQUEST.pack(len(data), PATIENCE))
        child.stdin.write(data)
        child.stdin.flush()
    except OSError as error:
        raise ReadError(f"the process that reads PDFs does not run ({error})") from error


def _receive(child: subprocess.Popen[bytes]) -> tuple[Any, ...]:
    assert child.stdout is not None
    late = threading.Event()

    def lose_patience() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(PATIENCE * _WAITING, lose_patience)
    timer.daemon = True
    timer.start()
    try:
        answer: tuple[Any, ...] = pickle.load(child.stdout)
    except (EOFError, pickle.UnpicklingError, OSError):
        slow = late.is_set() or child.wait() == -_OUT_OF_TIME
        why = f"takes longer than {PATIENCE:.0f} seconds for one page" if slow else "makes the PDF library crash"
        raise ReadError(f"this PDF {why}; print it to a new PDF, or save its text as .txt, and read that") from None
    finally:
        timer.cancel()
    return answer


def _forget() -> None:
    """After a fork: the child and its pipes are the parent's, and its lock may be held by a thread that is not here."""
    global _child, _lock
    _child, _lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
