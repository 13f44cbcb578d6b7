"""A worker: a process that takes work from standard input and gives the results on standard output.

Each message is a length and a pickled value. The first ones are the import path of the process that started this one
and the work; then come the tasks, one after the other, each with its answer. The process ends with its input, so that
none outlives the one that started it.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from typing import IO, TYPE_CHECKING, Any

from relgraph.errors import UsageError

if TYPE_CHECKING:
    from relgraph.corpus.work import Work

START = (
    "import sys, pickle, struct; stream = sys.stdin.buffer; "
    "sys.path[:] = pickle.loads(stream.read(*struct.unpack('<Q', stream.read(8)))); "
    "from relgraph.corpus.worker import main; main()"
)
"""The program of a worker. It imports relgraph only, never the script that the user runs, which needs no guard then."""

_LENGTH = struct.Struct("<Q")


def send(stream: IO[bytes], value: object) -> None:
    """Write a message; raises what pickling raises before anything is written, and `OSError` if nobody listens."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:  # noqa: ANN401 -- whatever was sent
    """Return the next message; raises `EOFError` if there is none or only a part of one."""
    head = stream.read(_LENGTH.size)
    data = stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
    if not data or len(data) != _LENGTH.unpack(head)[0]:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Do the work until there is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the run ends its workers
    tasks, answers = sys.stdin.buffer, _only_for_answers()
    try:
        work = _work(tasks, answers)
        while work is not None:
            name, items = receive(tasks)
            send(answers, _done(work, name, items))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nobody is there any more


def _work(tasks: IO[bytes], answers: IO[bytes]) -> Work | None:
    """Return the work; if it cannot be unpacked, answer why and return None."""
    try:
        work: Work = _unpacked(tasks)
    except EOFError:
        raise
    except Exception as error:  # it is raised where the work was given
        send(answers, error)
        return None
    send(answers, None)
    return work


def _done(work: Work, name: str, items: Any) -> Any:  # noqa: ANN401
    """Return the results of a task, or the error because of which no task can be done."""
    try:
        return getattr(work, name)(items)
    except Exception as error:  # it is raised where the work was given
        return error


def _unpacked(tasks: IO[bytes]) -> Any:  # noqa: ANN401
    try:
        return receive(tasks)
    except (AttributeError, ImportError) as error:
        raise UsageError(
            f"worker processes cannot make the extractor ({error}): put what it is made of in a module, or use jobs=1"
        ) from None


def _only_for_answers() -> IO[bytes]:
    """Return standard output, and send whatever else is printed to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers
