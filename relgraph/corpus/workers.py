"""Where work is done: in this process, or in worker processes that may die without taking the run with them."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import IO, Any, Literal, NamedTuple, Protocol

from relgraph.corpus.work import Problem, Work
from relgraph.corpus.worker import START, receive, send
from relgraph.errors import RelgraphError, UsageError

Task = Literal["read", "extract"]

_ONE_THREAD = {
    f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB", "NUMEXPR", "RAYON")
}
"""For the libraries that multiply matrices: one thread in each worker, as there are several workers."""
_STARTS = 3
"""How often a worker is started again that is killed before it is ready."""
_PATIENCE = 5.0
"""Seconds in which a process that has closed its output should be gone."""
_GRACE = 1.0
"""Seconds in which a thread whose worker was ended should be done; not if an interrupt left its result locked."""


class _Given(NamedTuple):
    task: Task
    items: Sequence[Any]
    result: Future[list[Any]]


class Workplace(Protocol):
    """Does tasks; `depth` is how many it can have at a time."""

    depth: int

    def submit(self, task: Task, items: Sequence[Any]) -> Future[list[Any]]:
        """Do a task with some items, now or soon; the result has one for each."""
        ...

    def close(self) -> None:
        """Stop at once, whatever is being done."""
        ...


class Here:
    """Does each task at once, in this process."""

    depth = 1

    def __init__(self, work: Work) -> None:
        self._work = work
        self._prepared = False

    def submit(self, task: Task, items: Sequence[Any]) -> Future[list[Any]]:
        """Do the task."""
        if task == "extract" and not self._prepared:
            self._work.prepare()
            self._prepared = True
        done: Future[list[Any]] = Future()
        done.set_result(getattr(self._work, task)(items))
        return done

    def close(self) -> None:
        """There is nothing to stop."""


class Workers:
    """Gives tasks to `jobs` processes, each of which is started when there is something to do for it."""

    def __init__(self, work: Work, jobs: int) -> None:
        self.depth = jobs
        self._tasks: queue.SimpleQueue[_Given | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._own = threading.local()
        self._work = work
        self._folder = os.getcwd()
        self._workers: list[_Worker] = []
        self._lock = threading.RLock()
        self._closed = False

    def submit(self, task: Task, items: Sequence[Any]) -> Future[list[Any]]:
        """Give the task to the next worker that is free."""
        given = _Given(task, items, Future())
        self._tasks.put(given)
        if len(self._threads) < self.depth:
            # Python does not wait for such a thread at its end, and a worker ends when nobody is there any more.
            thread = threading.Thread(target=self._serve, name="relgraph-worker", daemon=True)
            self._threads.append(thread)
            thread.start()
        return given.result

    def close(self) -> None:
        """End all workers at once."""
        with self._lock:
            self._closed = True
            workers = list(self._workers)
        for worker in workers:
            worker.end()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            if thread is not threading.current_thread():  # which may be the one that collects the garbage
                thread.join(_GRACE)
        for worker in workers:
            worker.wait()

    def _serve(self) -> None:
        while (given := self._tasks.get()) is not None:
            try:
                given.result.set_result(self._do(given.task, given.items))
            except BaseException as error:  # it is raised where the result is asked for
                given.result.set_exception(error)

    def _do(self, task: Task, items: Sequence[Any]) -> list[Any]:
        try:
            return self._mine(task).ask(task, items)
        except WorkerDiedError:
            if self._closed:
                raise
        # Which of them the worker died of, if it was one of them, shows one by one.
        return [self._alone(task, item) for item in items]

    def _alone(self, task: Task, item: object) -> object:
        try:
            return self._mine(task).ask(task, [item])[0]
        except WorkerDiedError as died:
            if self._closed:
                raise
            return Problem(f"the process that worked on it was ended ({died}); is it too large for the memory?")

    def _mine(self, task: Task) -> _Worker:
        """Return the living worker of this thread, ready for such a task."""
        starts = 0
        while True:
            last: _Worker | None = getattr(self._own, "worker", None)
            worker = self._own.worker = self._started(instead=last) if last is None or last.dead else last
            try:
                worker.be_ready(self._work, task)
                return worker
            except WorkerDiedError as died:
                starts += 1
                if self._closed:
                    raise
                if starts == _STARTS or not died.killed:
                    raise RelgraphError(
                        f"a worker process ended before it could work ({died}); what it wrote to standard error says "
                        "why; jobs=1 does without"
                    ) from died

    def _started(self, instead: _Worker | None) -> _Worker:
        with self._lock:
            if self._closed:
                raise WorkerDiedError("the run was stopped")
            if instead is not None:
                self._workers.remove(instead)
            worker = _Worker(self._folder)
            self._workers.append(worker)
        return worker


class WorkerDiedError(RelgraphError):
    """A worker ended before it gave an answer; `killed` if by a signal."""

    def __init__(self, how: str, *, killed: bool = False) -> None:
        super().__init__(how)
        self.killed = killed


class _Worker:
    """One process; after it has died it stays dead."""

    def __init__(self, folder: str) -> None:
        if not sys.executable:
            raise UsageError("this Python does not know its own program, which worker processes need; use jobs=1")
        # In a session of its own, an interrupt from the keyboard ends the run, which then ends its workers.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,
        )
        self.dead = self._begun = self._prepared = False

    def be_ready(self, work: Work, task: Task) -> None:
        """See to it that it has the work and what such a task takes; raises what goes wrong, and `WorkerDiedError`."""
        if not self._begun:
            self._exchange(sys.path, work)
            self._begun = True
        if task == "extract" and not self._prepared:
            self._exchange(("prepare", ()))
            self._prepared = True

    def ask(self, task: Task, items: Sequence[Any]) -> list[Any]:
        """Return the results of a task; raises why no task can be done, and `WorkerDiedError`."""
        results: list[Any] = self._exchange((task, items))
        return results

    def end(self) -> None:
        """Kill it."""
        self._process.kill()

    def wait(self) -> None:
        """Wait until it has ended, and give back what belongs to it."""
        self.dead = True
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not sent yet cannot be any more
                    stream.close()

    def _exchange(self, *messages: object) -> Any:  # noqa: ANN401 -- whatever it answers
        try:
            for message in messages:
                send(_open(self._process.stdin), message)
            answer = receive(_open(self._process.stdout))
        except (OSError, EOFError) as error:
            code = self._exit_code()
            raise WorkerDiedError(_how(code), killed=code < 0) from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _exit_code(self) -> int:
        with suppress(subprocess.TimeoutExpired):  # it says nothing more, but has not gone yet
            self._process.wait(_PATIENCE)
        self.end()
        self.wait()
        return self._process.returncode


def _how(code: int) -> str:
    if code >= 0:
        return f"with exit code {code}"
    known = {each.value: each.name for each in signal.Signals}
    return f"by {known.get(-code, f'signal {-code}')}"


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream
