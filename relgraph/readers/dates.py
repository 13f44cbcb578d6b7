"""Dates as pages and press releases write them, near a title or before the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from dateutil import parser

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
WRITTEN_DATE = re.compile(
    rf"\b(?:{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}|{_MONTH} {_DAY},? {_YEAR}|{_YEAR}-[01]\d-[0-3]\d)(?!\d)",
    re.IGNORECASE,
)
NUMERIC_DATE = re.compile(rf"(?<![\d/.])(\d{{1,2}})([/.])(\d{{1,2}})\2({_YEAR}|\d\d)(?![\d/.]\d|\d)")
_DATELINE = re.compile(
    rf"^[A-Z][\w'’.-]+(?:[ ,/]+[A-Z][\w'’.()-]+){{0,5}}[ ,]*"
    rf"\(?(?P<date>{_MONTH} {_DAY},? {_YEAR}|{_DAY} {_MONTH},? {_YEAR})\)?"
    r"\s*(?:\([\w ./-]{2,30}\)\s*)?(?:--?|–|—|:)\s",
    re.IGNORECASE,
)
_NOT_ITSELF = re.compile(
    r"\b(?:published|posted|updated|last|modified|on|at|date|dated|issued|released|created|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|"
    r"fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CET|CEST|BST|IST|MSK|ET)\b|"
    r"[T|,.:·•()–—-]",
    re.IGNORECASE,
)


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but a date (and a time of day, "Published", a weekday)."""
    line = line[:200]
    rest, found = WRITTEN_DATE.subn(" ", line)
    if not found:
        rest, found = NUMERIC_DATE.subn(" ", line)
    return bool(found) and not re.search(r"\w", _NOT_ITSELF.sub(" ", rest))


def date_in(line: str, day_first: bool | None = None) -> date | None:
    """Return the first full date in a line, or None.

    ``3/4/2021`` is a date only if `day_first` says how to read it; ``13/4/2021`` and ``3.4.2021`` always are.
    """
    found = WRITTEN_DATE.search(line)
    if found is not None:
        return _parse(found.group().replace(" of ", " "))
    for numeric in NUMERIC_DATE.finditer(line):
        first, separator, second = int(numeric[1]), numeric[2], int(numeric[3])
        order = True if separator == "." or first > 12 else False if second > 12 else day_first
        if first == second:
            order = True
        if order is not None:
            # two digits of a year would otherwise be read by today's date
            year = numeric[4] if len(numeric[4]) == 4 else f"{20 if int(numeric[4]) < 69 else 19}{numeric[4]}"
            return _parse(f"{first}/{second}/{year}", day_first=order)
    return None


def dateline(paragraph: str) -> date | None:
    """Return the date of a paragraph that begins like ``MOSCOW, May 3, 2021 -``, or None."""
    found = _DATELINE.match(paragraph[:160])
    return _parse(found["date"]) if found is not None else None


def day_comes_first(lines: Iterable[str]) -> bool | None:
    """Return how ``3/4/2021`` is meant in a text, judged by its unmistakable dates; None if they disagree."""
    votes = set()
    for line in lines:
        for numeric in NUMERIC_DATE.finditer(line[:200]):
            first, second = int(numeric[1]), int(numeric[3])
            if first <= 12 < second <= 31:
                votes.add(False)
            elif second <= 12 < first <= 31:
                votes.add(True)
    return votes.pop() if len(votes) == 1 else None


def _parse(text: str, day_first: bool = False) -> date | None:
    try:
        found: datetime = parser.parse(text, dayfirst=day_first)
    except (ValueError, OverflowError):
        return None
    return found.date()
