"""Time in steps: days, months, quarters, years or decades, and how many of some days fall into each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Unit = Literal["day", "month", "quarter", "year", "decade"]

_RARE = 0.05
"""What share of the days, at each end, may be left out for finer steps."""


class _Cut(NamedTuple):
    """How time is cut: the number of the step in which a day lies, and what a step is called."""

    number: Callable[[date], int]
    name: Callable[[int], str]


_CUTS: dict[Unit, _Cut] = {
    "day": _Cut(date.toordinal, lambda number: date.fromordinal(number).isoformat()),
    "month": _Cut(lambda day: 12 * day.year + day.month - 1, lambda number: f"{number // 12:04}-{number % 12 + 1:02}"),
    "quarter": _Cut(
        lambda day: 4 * day.year + (day.month - 1) // 3, lambda number: f"{number // 4:04}-Q{number % 4 + 1}"
    ),
    "year": _Cut(lambda day: day.year, lambda number: f"{number:04}"),
    "decade": _Cut(lambda day: day.year // 10, lambda number: f"{10 * number:04}s"),
}


@dataclass(frozen=True, slots=True)
class Steps:
    """How many days lie in each of the steps from the first to the last one, and before, after and at no known time.

    `unit` is what a step is.
    """

    unit: Unit
    start: int
    counts: tuple[int, ...]
    earlier: int = 0
    later: int = 0
    undated: int = 0

    def name(self, place: int) -> str:
        """Return what a step is called: ``2021-03-15``, ``2021-03``, ``2021-Q1``, ``2021`` or ``2020s``."""
        return _CUTS[self.unit].name(self.start + place)

    @property
    def first(self) -> str:
        """The name of the first step."""
        return self.name(0)

    @property
    def last(self) -> str:
        """The name of the last step."""
        return self.name(len(self.counts) - 1)

    def count(self, days: Iterable[date | None]) -> tuple[int, ...]:
        """Return how many of other days lie in each of the steps."""
        number = _CUTS[self.unit].number
        found = Counter(number(day) for day in days if day is not None)
        return tuple(found[self.start + place] for place in range(len(self.counts)))


def in_steps(days: Iterable[date | None], most: int) -> Steps | None:
    """Return how many days lie in each step of time, in the finest steps of which `most` are enough; None if none does.

    A few far-off days are not shown if the others can be told in finer steps.
    """
    given = list(days)
    known = sorted(day for day in given if day is not None)
    if not known:
        return None
    spare = int(_RARE * len(known))
    full, narrow = (_unit(found, most) for found in (known, known[spare : len(known) - spare]))
    units = list(_CUTS)
    shown = known[spare : len(known) - spare] if units.index(narrow) < units.index(full) else known
    unit = min(full, narrow, key=units.index)
    number = _CUTS[unit].number
    start, end = number(shown[0]), number(shown[-1])
    numbers = Counter(map(number, known))
    return Steps(
        unit,
        start,
        tuple(numbers[each] for each in range(start, end + 1)),
        earlier=sum(found for each, found in numbers.items() if each < start),
        later=sum(found for each, found in numbers.items() if each > end),
        undated=len(given) - len(known),
    )


def _unit(days: list[date], most: int) -> Unit:
    for unit, cut in _CUTS.items():
        if cut.number(days[-1]) - cut.number(days[0]) < most:
            return unit
    return "decade"
