"""Periods of days, and the arithmetic of the calendar on them.

Functions raise ValueError or OverflowError where the calendar ends (February 30, the year 0).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from relgraph.model import Granularity

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7}
GRANULARITY: dict[str, Granularity] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
}


class Interval(NamedTuple):
    """First and last day, both included; None where that end is open or unknown."""

    start: date | None
    end: date | None
    granularity: Granularity


def bounded(kind: str, found: Interval, published: date | None) -> Interval | None:
    """Return the period that a preposition makes of a date: "since", "from", "after", "before", "until" or "by" it."""
    start, end = found.start, found.end
    if kind in ("since", "from"):
        past = kind == "since" and start is not None and published is not None and start <= published
        return Interval(start, published if past else None, "interval")
    if kind == "after":
        return Interval(end + timedelta(1), None, "interval") if end else None
    if kind == "before":
        return Interval(None, start - timedelta(1), "interval") if start else None
    return Interval(None, end, "interval")


def ordinal(words: str) -> int:
    """Return the number of "3" and "3rd"."""
    return int(words.rstrip("stndrh"))


def one_day(only: date) -> Interval:
    """Return the period of a single day."""
    return Interval(only, only, "day")


def whole_months(year: int, month: int, count: int, granularity: Granularity) -> Interval:
    """Return the period of `count` whole months."""
    first = date(year, month, 1)
    return Interval(first, first + relativedelta(months=count, days=-1), granularity)


def length_of(number: int, unit: str) -> relativedelta | None:
    """Return how long some units of time are, or None for units without a fixed place in the calendar."""
    if unit in DAYS_OF:
        return relativedelta(days=number * DAYS_OF[unit])
    if unit in MONTHS_OF:
        return relativedelta(months=number * MONTHS_OF[unit])
    # a day is the finest that is told apart: "the past 24 hours" are yesterday and today
    return relativedelta(days=-(-number // 24)) if unit == "hour" else None


def shifted(found: Interval, by: relativedelta) -> Interval:
    """Move a period."""
    return found._replace(start=found.start + by if found.start else None, end=found.end + by if found.end else None)


def part_of(whole: Interval, piece: int, pieces: int) -> Interval | None:
    """Return one of the equal pieces of a period, cut between months if the period has enough of them."""
    start, end = whole.start, whole.end
    if start is None or end is None:
        return None
    if start == end:
        return whole
    after = end + timedelta(1) if end < date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day == after.day == 1 and months % pieces == 0:
        first = start + relativedelta(months=months // pieces * (piece - 1))
        last = start + relativedelta(months=months // pieces * piece, days=-1)
        return Interval(first, last, "quarter" if pieces == 4 and months == 12 else "interval")
    days = (end - start).days + 1
    first, last = start + timedelta(days * (piece - 1) // pieces), start + timedelta(days * piece // pieces - 1)
    return Interval(first, last, "interval")
