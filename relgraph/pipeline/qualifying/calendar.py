"""Which days a time expression means.

Nothing here knows about parses. Seasons are those of the northern hemisphere, weeks begin on Monday, and a period
is given by its first and its last day, both included.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from relgraph.model import Granularity
from relgraph.pipeline.qualifying.periods import (
    DAYS_OF,
    GRANULARITY,
    MONTHS_OF,
    Interval,
    bounded,
    length_of,
    one_day,
    ordinal,
    part_of,
    shifted,
    whole_months,
)
from relgraph.pipeline.qualifying.timewords import time_grammar

_LONGEST = 120
_HAS_YEAR = re.compile(r"(?<![0-9])(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9])")
_RANGE = re.compile(r" (?:and|to|until|till|through) (?:in )?|[-–]")


def depends_on_year(text: str) -> bool:
    """Tell whether the expression names a month or day but no year, which the text around it may supply."""
    rest = _without_preposition(_normal(text))[1]
    if _HAS_YEAR.search(rest):
        return False
    return any(time_grammar().rules[name].fullmatch(rest) for name in ("month_day", "day_month", "month"))


@lru_cache(maxsize=4096)
def resolve(
    text: str, published: date | None = None, *, future: bool = False, year: int | None = None
) -> Interval | None:
    """Return the period that a time expression means, or None if it cannot be known.

    Expressions without a year are read from the day of publication: the last such day or month up to it, or, if
    `future` is set, the next from it. `year` is the year that the text speaks of, if that is known to be another.
    Never raises, whatever the text and dates are.
    """
    words = _normal(text)
    if not words or len(words) > _LONGEST:
        return None
    try:
        found = _Resolver(published, future=future, year=year).expression(words)
    except (ValueError, OverflowError):
        # a day that the calendar does not have: February 30, or one before the year 1
        return None
    if found is None or (found.start is None and found.end is None):
        return None
    if found.start is not None and found.end is not None and found.start > found.end:
        return None
    return found


def _normal(text: str) -> str:
    return " ".join(text.lower().split())


def _without_preposition(words: str) -> tuple[str, str]:
    found = time_grammar().before.fullmatch(words)
    return (found["before"], found["rest"]) if found else ("", words)


class _Resolver:
    """Reads one expression against a publication date; raises ValueError or OverflowError where the calendar ends."""

    def __init__(self, published: date | None, *, future: bool, year: int | None) -> None:
        self._published = published
        self._future = future
        self._year = year
        self._grammar = time_grammar()
        self._units = self._grammar.units

    def expression(self, words: str) -> Interval | None:
        """Read an expression with its prepositions."""
        if words in self._grammar.words.phrases:
            return None
        if words.startswith("between "):
            return self._range(words.removeprefix("between "), distant=True)
        before, rest = _without_preposition(words)
        kind = self._grammar.boundary.get(before)
        if kind == "from":
            found = self._range(rest, distant=True)
            if found is not None:
                return found
        found = self._dated(rest) or self._range(rest)
        return bounded(kind, found, self._published) if found is not None and kind else found

    def _range(self, words: str, *, distant: bool = False) -> Interval | None:
        """Read "March to May 2020". Dates joined by "and" are a period only if they touch, or if `distant` is set."""
        for mark in _RANGE.finditer(words):
            end = self._dated(words[mark.end() :])
            if end is None or end.start is None or end.end is None:
                continue
            start = self._first_of_range(words[: mark.start()], words[mark.end() :], end.start)
            if start is None or start.start is None or start.end is None or start.start > end.end:
                continue
            if " and " in mark[0] and not distant and (end.start - start.end).days > 1:
                continue
            return Interval(start.start, end.end, "interval")
        return None

    def _first_of_range(self, first: str, last: str, end: date) -> Interval | None:
        """Read the first date of a range, which lies before `end` and shares its year if it has none."""
        if _HAS_YEAR.search(first):
            return self._dated(first)
        year = end.year if _HAS_YEAR.search(last) else self._year
        found = _Resolver(self._published, future=self._future, year=year)._dated(first)
        if found is None or found.start is None or found.start <= end:
            return found
        back = relativedelta(days=7) if self._grammar.rules["weekday"].fullmatch(first) else relativedelta(years=1)
        return shifted(found, -back)

    def _dated(self, words: str) -> Interval | None:
        """Read one date, or a part of one: "early March", "the end of 2020", "the start of the year"."""
        for name, rule in self._grammar.rules.items():
            match = rule.fullmatch(words)
            if match is not None:
                reader: Callable[[dict[str, str]], Interval | None] | None = getattr(self, f"_read_{name}", None)
                return reader({key: value for key, value in match.groupdict().items() if value}) if reader else None
        part = self._grammar.part.fullmatch(words)
        if part is None:
            return None
        rest = part["rest"].removeprefix("this ")
        whole = self._unit_around(rest) if rest in self._units else self._dated(part["rest"])
        return part_of(whole, *self._grammar.lexicon.parts[part["part"]]) if whole else None

    # Dates that stand in the calendar

    def _read_iso(self, found: dict[str, str]) -> Interval:
        return one_day(date(int(found["year"]), int(found["month"]), int(found["day"])))

    def _read_numeric(self, found: dict[str, str]) -> Interval | None:
        first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
        if found["mark"] == "." or first > 12 or first == second:
            return one_day(date(year, second, first))
        # 3/4/2021 is in March for some and in April for others
        return one_day(date(year, first, second)) if second > 12 else None

    def _read_month_day(self, found: dict[str, str]) -> Interval | None:
        month, day = self._grammar.months[found["month"]], ordinal(found["day"])
        if "year" in found:
            first = date(int(found["year"]), month, day)
        elif self._year is not None:
            first = date(self._year, month, day)
        elif self._published is not None:
            first = self._nearest(month, day, self._published)
        else:
            return None
        return (
            Interval(first, first.replace(day=ordinal(found["last"])), "interval")
            if "last" in found
            else one_day(first)
        )

    _read_day_month = _read_month_day

    def _nearest(self, month: int, day: int, published: date) -> date:
        """The last such day up to publication, or the next from it; February 29 may be years away."""
        step = 1 if self._future else -1
        for years in range(9):
            try:
                found = date(published.year + step * years, month, day)
            except ValueError:
                continue
            if (found >= published) if self._future else (found <= published):
                return found
        raise ValueError(f"there is no day {day} in month {month}")

    def _read_month_year(self, found: dict[str, str]) -> Interval:
        return whole_months(int(found["year"]), self._grammar.months[found["month"]], 1, "month")

    def _read_month(self, found: dict[str, str]) -> Interval | None:
        month = self._grammar.months[found["month"]]
        if self._year is not None:
            return whole_months(self._year, month, 1, "month")
        return self._nearest_months(month, 1, "month")

    def _nearest_months(self, month: int, count: int, granularity: Granularity) -> Interval | None:
        """The period of months that began last before publication, or the next that has not ended."""
        published = self._published
        if published is None:
            return None
        this_year = whole_months(published.year, month, count, granularity)
        assert this_year.start is not None
        assert this_year.end is not None
        if self._future:
            return (
                this_year if this_year.end >= published else whole_months(published.year + 1, month, count, granularity)
            )
        return (
            this_year if this_year.start <= published else whole_months(published.year - 1, month, count, granularity)
        )

    def _read_month_of_year(self, found: dict[str, str]) -> Interval | None:
        if self._published is None:
            return None
        return whole_months(
            self._published.year + self._step(found["which"]), self._grammar.months[found["month"]], 1, "month"
        )

    def _read_season_year(self, found: dict[str, str]) -> Interval:
        seasons, year = self._grammar.lexicon.seasons, int(found["year"])
        first = whole_months(year, seasons[found["season"]], 3, "season")
        if "last" not in found:
            return first
        last = whole_months(year, seasons[found["last"]], 3, "season")
        return Interval(first.start, last.end, "interval")

    def _read_season_of_year(self, found: dict[str, str]) -> Interval | None:
        if self._published is None:
            return None
        return whole_months(
            self._published.year + self._step(found["which"]),
            self._grammar.lexicon.seasons[found["season"]],
            3,
            "season",
        )

    def _read_season(self, found: dict[str, str]) -> Interval | None:
        month = self._grammar.lexicon.seasons[found["season"]]
        return (
            whole_months(self._year, month, 3, "season")
            if self._year is not None
            else self._nearest_months(month, 3, "season")
        )

    def _read_quarter(self, found: dict[str, str]) -> Interval:
        return whole_months(int(found["year"]), 3 * int(found["quarter"]) - 2, 3, "quarter")

    def _read_years(self, found: dict[str, str]) -> Interval:
        year = int(found["year"])
        if "last" not in found:
            return whole_months(year, 1, 12, "year")
        last = int(found["last"]) if len(found["last"]) == 4 else year // 100 * 100 + int(found["last"])
        return Interval(date(year, 1, 1), date(last, 12, 31), "interval")

    def _read_decade(self, found: dict[str, str]) -> Interval:
        year = int(found["decade"]) * 10 if "decade" in found else 1900 + int(found["short"]) * 10
        return whole_months(year, 1, 120, "decade")

    def _read_century(self, found: dict[str, str]) -> Interval:
        number = int(found["century"]) if "century" in found else self._grammar.lexicon.ordinals[found["ordinal"]]
        return whole_months(100 * (number - 1) + 1, 1, 1200, "interval")

    # Dates that count from the publication

    def _step(self, which: str) -> int:
        words = self._grammar.words
        return -1 if which in words.last else 1 if which in words.next else 0

    def _read_day(self, found: dict[str, str]) -> Interval | None:
        return (
            one_day(self._published + timedelta(self._grammar.lexicon.days[found["name"]])) if self._published else None
        )

    def _read_weekday(self, found: dict[str, str]) -> Interval | None:
        if self._published is None or self._year is not None:
            return None
        distance = (self._published.weekday() + 1 - self._grammar.weekdays[found["weekday"]]) % 7
        return one_day(
            self._published - timedelta(distance) if not self._future else self._published + timedelta(-distance % 7)
        )

    def _read_relative_weekday(self, found: dict[str, str]) -> Interval | None:
        if self._published is None:
            return None
        distance = self._published.weekday() + 1 - self._grammar.weekdays[found["weekday"]]
        step = self._step(found["which"])
        if step == 0:
            return one_day(self._published - timedelta(distance))
        days = -((distance - 1) % 7 + 1) if step < 0 else (-distance - 1) % 7 + 1
        return one_day(self._published + timedelta(days))

    def _read_relative_month(self, found: dict[str, str]) -> Interval | None:
        return self._relative_months(found["which"], self._grammar.months[found["month"]], 1, "month")

    def _read_relative_season(self, found: dict[str, str]) -> Interval | None:
        return self._relative_months(found["which"], self._grammar.lexicon.seasons[found["season"]], 3, "season")

    def _relative_months(self, which: str, month: int, count: int, granularity: Granularity) -> Interval | None:
        published = self._published
        if published is None:
            return None
        step = self._step(which)
        # the last winter that is over may have begun in the December of two years ago
        years = {-1: (0, -1, -2), 0: (0,), 1: (0, 1)}[step]
        for distance in years:
            found = whole_months(published.year + distance, month, count, granularity)
            assert found.start is not None
            assert found.end is not None
            if step == 0 or (found.end < published if step < 0 else found.start > published):
                return found
        return None

    def _read_relative_unit(self, found: dict[str, str]) -> Interval | None:
        unit = self._units[found["unit"]]
        if found["unit"] != unit:
            return None
        return self._unit_around(unit, self._step(found["which"]))

    def _unit_around(self, unit: str, step: int = 0) -> Interval | None:
        """The day, week, month, year … of publication, or the one before or after it."""
        published = self._published
        if published is None:
            return None
        if unit == "weekend":
            saturday = published - timedelta(published.weekday()) + timedelta(5 + 7 * step)
            return Interval(saturday, saturday + timedelta(1), "interval")
        if unit in DAYS_OF:
            days = DAYS_OF[unit]
            first = published - timedelta(published.weekday() if unit == "week" else 0) + timedelta(days * step)
            return Interval(first, first + timedelta(days - 1), GRANULARITY[unit])
        if unit not in MONTHS_OF:
            return None
        count = MONTHS_OF[unit]
        zero = 12 if unit == "century" else 0  # centuries begin with the year 1
        index = (published.year * 12 + published.month - 1 - zero) // count * count + count * step + zero
        return whole_months(index // 12, index % 12 + 1, count, GRANULARITY.get(unit, "interval"))

    def _read_window(self, found: dict[str, str]) -> Interval | None:
        """Read "the past three months": from that long before publication up to it."""
        unit, step = self._units[found["unit"]], self._step(found["which"])
        if "number" not in found and found["unit"] != unit:
            # "in the coming months": nobody knows how many
            return None
        number = self._number(found.get("number", "one"))
        if self._published is None or number is None or step == 0:
            return None
        length = length_of(number, unit)
        if length is None:
            return None
        other = self._published + length if step > 0 else self._published - length
        first, last = sorted((self._published, other))
        return Interval(first, last, "interval")

    def _read_ago(self, found: dict[str, str]) -> Interval | None:
        number, unit = self._number(found["number"]), self._units[found["unit"]]
        if self._published is None or number is None or found.get("qualifier") in self._grammar.words.more:
            return None
        length = length_of(number, unit)
        if length is None:
            return None
        then = _Resolver(self._published - length, future=False, year=None)
        # "a decade ago" means a year, and "a century ago" hardly more
        return then._unit_around(
            {"decade": "year", "century": "decade", "hour": "day", "minute": "day", "quarter": "month"}.get(unit, unit)
        )

    def _read_side(self, found: dict[str, str]) -> Interval | None:
        whole = self._unit_around(self._units[found["unit"]])
        if whole is None:
            return None
        if whole.granularity == "day":
            return whole
        return whole._replace(
            granularity="interval",
            **({"end": self._published} if found["side"] == "earlier" else {"start": self._published}),
        )

    def _number(self, words: str) -> int | None:
        return int(words) if words.isdecimal() else self._grammar.lexicon.numbers.get(words)
