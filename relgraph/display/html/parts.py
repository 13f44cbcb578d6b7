"""Small pieces that several views are made of: actors, types, qualifiers, documents, counts and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relgraph.display.html.markup import Html, element, joined, link, scrolled
from relgraph.display.html.style import family_look
from relgraph.graph.table import counted, shortened
from relgraph.graph.view import RelationView
from relgraph.model import Actor, Document, TimeRef

_TITLE, _NAME = 100, 60
_BAR = 10


class Column(NamedTuple):
    """A column of a table: its heading, its cells, and how they look."""

    heading: str
    cells: Sequence[Html | str]
    look: str = ""
    of_text: bool = False


def table(columns: Iterable[Column]) -> Html:
    """Return a table of the columns that are not empty; nothing if there is no row."""
    used = [column for column in columns if any(column.cells)]
    if not used:
        return Html("")
    head = element("tr", *(element("th", column.heading, look=column.look, scope="col") for column in used))
    rows = (
        element(
            "tr",
            *(
                element("td", cell, look=column.look, of_text=column.of_text)
                for column, cell in zip(used, cells, strict=True)
            ),
        )
        for cells in zip(*(column.cells for column in used), strict=True)
    )
    body = element("tbody", *rows)
    # A wide table scrolls by itself, not the notebook.
    return scrolled("table", element("table", element("thead", head), body, look="table"))


def actor(shown: Actor, named: Actor | None = None) -> Html:
    """Return the name of an actor; if the text names another one that counts as it, that one's too."""
    name = element(
        "bdi", shortened(shown.name, _NAME), look="actor", title=f"{shown.name}, {shown.kind.replace('_', ' ')}"
    )
    if named is None or named.id == shown.id:
        return name
    as_named = element("bdi", shortened(named.name, _NAME))
    return joined(name, " ", element("small", "as ", as_named, look="muted"))


def relation_type(type: str, symmetric: bool) -> Html:
    """Return a type with the colours of its family and an arrow."""
    arrow = "↔" if symmetric else "→"
    return element(
        "span", element("span", shortened(type, _NAME), look=f"type {family_look(type)}"), " ", arrow, look="kind"
    )


def qualifiers(view: RelationView) -> Html:
    """Return what keeps a relation from being a plain fact of the text."""
    return joined(*(piece for word in view.qualifiers for piece in (" ", element("span", word, look=f"tag {word}"))))


def said_by(view: RelationView) -> Html | str:
    """Return who says so, in the words of the text or by name."""
    return element("bdi", shortened(view.attribution.name, _NAME)) if view.attribution else ""


def time_of(when: TimeRef | None) -> Html | str:
    """Return the time in the words of the text and the days that they mean."""
    if when is None:
        return ""
    text = element("bdi", shortened(when.text, _NAME))
    if period(when.start, when.end) in ("", when.text):
        return text
    return joined(text, " ", element("span", days(when.start, when.end), look="muted"))


def period(first: date | None, last: date | None) -> str:
    """Return the first and last day of something, if they are known."""
    days = [day.isoformat() if day else "" for day in (first, last)]
    if days[0] == days[1]:
        return days[0]
    return " – ".join(days).strip() if all(days) else f"{'since ' if days[0] else 'until '}{days[0] or days[1]}"


def days(first: date | None, last: date | None) -> Html:
    """Return a period of which no day is broken at the end of a line."""
    start, dash, end = period(first, last).partition(" – ")
    pieces = [
        element("span", start + dash.rstrip(), look="days"),
        *([" ", element("span", end, look="days")] if dash else []),
    ]
    return element("small", *pieces)


def document(shown: Document) -> Html:
    """Return the title of a document, as a link if it is on the web, and its day."""
    title = element("bdi", shortened(document_name(shown), _TITLE))
    day = [" ", element("small", shown.published.isoformat(), look="muted days")] if shown.published else []
    return joined(link(shown.source, title, title=shown.source or shown.id), *day)


def document_name(shown: Document) -> str:
    """Return the title of a document, or else the name of its file, or its id."""
    return shown.title or (shown.source or "").replace("\\", "/").rstrip("/").rpartition("/")[2] or shown.id


def size(number: int, most: int) -> Html:
    """Return a number with a bar as long as it is among others."""
    width = max(1, round(_BAR * number / most)) if most else 1
    return joined(element("span", f"×{number:,}", look="number"), element("span", look=f"bar width{width}"))


def notes(included: Mapping[str, int], set_aside: Mapping[str, int]) -> Html:
    """Return how many relations are possible, attributed and the like, and how many were set aside for it."""
    lines = [
        element("p", element("span", label, look="label"), *_tags(counts), look="line")
        for label, counts in (("included", included), ("set aside", set_aside))
        if counts
    ]
    return joined(*lines)


def _tags(counts: Mapping[str, int]) -> list[Html]:
    return [
        joined(" ", element("span", f"{number:,} {word}", look=f"tag {word}"))
        for word, number in counts.items()
        if number
    ]


def heading(name: str, *aside: str) -> Html:
    """Return the first line of a view."""
    return element(
        "p", element("strong", name), *(piece for each in aside if each for piece in (" · ", each)), look="head"
    )


def left_out(number: int, noun: str, how: str) -> Html:
    """Return that there is more than is shown, and how it is seen; nothing if there is not."""
    if number <= 0:
        return Html("")
    return element(
        "p", f"… and {counted(number, f'more {noun}')}: ", element("code", how), " shows more", look="line muted"
    )
