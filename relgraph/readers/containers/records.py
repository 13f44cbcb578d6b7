"""The records of a CSV file, and how to go on where one is damaged."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from relgraph.errors import ReadError

LONGEST = 16_000_000
"""Characters of a line, or of a cell."""
_LARGE = 1_000
_MOST = 50
"""How often a quote may swallow a large number of lines before the rest of a file is given up."""


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a record, the line that it begins on, and what is the problem if it cannot be read."""

    line: int
    cells: list[str]
    problem: str | None = None


class Records:
    """Yields the records of a file, whose cells `delimiter` parts.

    A quote that is never closed swallows the lines up to the next one, or to the end. Such a record is given with its
    problem, and reading goes on with the second of these lines.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._lines = _Lines(stream)
        self._swallowed = 0
        self.delimiter = ","
        # the limit is one for the whole process: it is only ever raised, so that no other reader fails by it
        if csv.field_size_limit() < LONGEST:
            csv.field_size_limit(LONGEST)

    def first_line(self) -> str:
        """Return the first line that is not blank, which is still to be read."""
        for line in self._lines:
            if line.strip():
                self._lines.back(1)
                return line
        return ""

    def skip_line(self) -> None:
        """Pass over a line."""
        next(self._lines, None)

    def __iter__(self) -> Iterator[Record]:
        while True:
            self._lines.taken.clear()
            line = self._lines.number + 1
            try:
                cells = next(csv.reader(self._lines, delimiter=self.delimiter, strict=True))
            except StopIteration:
                return
            except csv.Error as error:
                yield self._damaged(line, str(error))
            else:
                if cells:
                    yield Record(line, cells)

    def _damaged(self, line: int, error: str) -> Record:
        taken = self._lines.taken
        if len(taken) == 1 and not self._lines.ended:
            # "He said "no"": one line cannot be misunderstood for long
            return Record(line, next(csv.reader(taken, delimiter=self.delimiter)))
        if not taken:
            return Record(line, [], error)
        self._swallowed += len(taken) > _LARGE
        if self._swallowed > _MOST:
            raise ReadError(f"line {line}: too many quotes are opened and never closed; is this CSV?")
        self._lines.back(len(taken) - 1)
        return Record(line, [], "a quote is opened and not closed as it should be, or not doubled in a cell")


class _Lines(Iterator[str]):
    """The lines of a file, some of which can be given again; `taken` are those since it was cleared."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0
        self.ended = False

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._stream.readline(LONGEST)
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST and not line.endswith(("\n", "\r")):
            while (rest := self._stream.readline(LONGEST)) and not rest.endswith(("\n", "\r")):
                pass
            raise csv.Error(f"the line is longer than {LONGEST // 1_000_000} million characters")
        self.taken.append(line)
        return line

    def back(self, count: int) -> None:
        """Let the last lines be given once more."""
        self.number -= count
        self.ended = False
        self._again.extendleft(reversed(self.taken[len(self.taken) - count :]))
