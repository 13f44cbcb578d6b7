"""Dates as tables have them: ISO, written out, in numbers, as seconds since 1970."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime

from relgraph.readers.dates import date_in

EARLIEST, LATEST = 1000, 2200
"""Years beyond which a date is a slip or a stop-gap such as 9999-12-31."""

_ISO_DAY = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])")
_DIGITS = re.compile(r"\d{8,13}(?:\.0*)?")


def day_of(value: object, day_first: bool | None) -> date | None:
    """Return the day that a cell gives, or None if it is none, or not one for certain.

    `day_first` says how ``3/4/2021`` is meant, if that is known.
    """
    found: date | None
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, bool):
        found = None
    elif isinstance(value, int | float):
        found = _of_number(value)
    else:
        found = _of_text(str(value).strip(), day_first)
    return found if found is not None and EARLIEST <= found.year <= LATEST else None


def _of_text(text: str, day_first: bool | None) -> date | None:
    iso = _ISO_DAY.match(text)
    if iso is not None:
        return _day(int(iso[1]), int(iso[3]), int(iso[4]))
    if _DIGITS.fullmatch(text):
        return _of_number(float(text))
    return date_in(text[:200], day_first)


def _of_number(number: float) -> date | None:
    """Return the day of 20210503, or of seconds or milliseconds since 1970."""
    if math.isnan(number) or number < 10_000_000:
        return None
    if EARLIEST * 10_000 <= number < (LATEST + 1) * 10_000:
        whole = int(number)
        return _day(whole // 10_000, whole // 100 % 100, whole % 100)
    seconds = number / 1000 if number > 100_000_000_000 else number
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
