"""When relations hold: the periods that queries ask for, and the days that relations cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from relgraph.errors import UsageError
from relgraph.model import Document, Relation

_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def first_day(value: str | date | None, name: str = "since") -> date | None:
    """Return the first day of an ISO year, month or day, or the date itself; raises `UsageError`."""
    return _parse(value, name)[0] if value is not None else None


def last_day(value: str | date | None, name: str = "until") -> date | None:
    """Return the last day of an ISO year, month or day, or the date itself; raises `UsageError`."""
    return _parse(value, name)[1] if value is not None else None


def _parse(value: object, name: str) -> tuple[date, date]:
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    found = _PERIOD.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found[1]), found[2] and int(found[2]), found[3] and int(found[3])
        last_month = month or 12
        last = day or monthrange(year, last_month)[1]
        return date(year, month or 1, day or 1), date(year, last_month, last)
    except ValueError:
        raise UsageError(
            f"{name}={value!r} is no date; give '2021', '2021-03', '2021-03-15' or a datetime.date"
        ) from None


def days_between(start: date | None, end: date | None, published: date | None) -> tuple[date, date] | None:
    """Return the first and last day that a relation is said to hold, or None if nothing is known.

    These are the days of its time expression, otherwise the day on which its document was published. What began at a
    known time and has no known end runs to the day of publication; what has no known beginning began at any time.
    """
    if start is None and end is None:
        return (published, published) if published else None
    first = start or date.min
    return first, max(first, end or published or date.max)


def days_of(relation: Relation, document: Document) -> tuple[date, date] | None:
    """Return the first and last day that a relation of the document is said to hold, as `days_between` does."""
    when = relation.when
    start, end = (None, None) if when is None else (when.start, when.end)
    return days_between(start, end, document.published)
