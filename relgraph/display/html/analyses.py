"""Results of analyses as tables, contradictions with both quotes, and the profile of an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from relgraph.display.html import parts
from relgraph.display.html.markup import Html, element, joined
from relgraph.display.html.parts import Column
from relgraph.display.html.quotes import quoted
from relgraph.display.html.relations import relations_view
from relgraph.graph.contradictions import Contradictions, speaker_of
from relgraph.graph.profile import Counterpart, Profile
from relgraph.graph.query import Relations
from relgraph.graph.rows import Rows
from relgraph.graph.table import shortened
from relgraph.graph.view import RelationView

ROWS = 25
_CELL, _QUOTE, _MOST = 300, 320, 8
_NUMBER = re.compile(r"[+−-]?[\d.,]+( \(\d+%\))?")


def rows_view(rows: Rows[Any]) -> Html:
    """Return the result of an analysis as a table under its title."""
    cells = [rows.cells(row) for row in rows[:ROWS]]
    columns = (_column(name, [row[number] for row in cells]) for number, name in enumerate(rows.header))
    return joined(
        parts.heading(rows.title),
        parts.table(columns),
        parts.left_out(len(rows) - ROWS, "row", "to_frame()"),
        _notes(rows),
    )


def _notes(rows: Rows[Any]) -> Html | str:
    return element("p", rows.notes, look="line muted") if rows.notes else ""


def _column(name: str, cells: Sequence[str]) -> Column:
    number = all(_NUMBER.fullmatch(cell) for cell in cells)
    shown = [element("bdi", shortened(cell, _CELL)) if cell else "" for cell in cells]
    return Column(name, shown, look="number" if number else "")


def contradictions_view(found: Contradictions) -> Html:
    """Return contradictions as a table that has what is affirmed beside what is denied, both with their words."""
    shown = found[:ROWS]
    return joined(
        parts.heading(found.title),
        parts.table(
            (
                Column("source", [parts.actor(each.source) for each in shown]),
                Column("relation", [parts.relation_type(each.type, each.symmetric) for each in shown]),
                Column("target", [parts.actor(each.target) for each in shown]),
                Column("affirmed", [_said(each.claim, len(each.affirmed)) for each in shown], look="words"),
                Column("denied", [_said(each.denial, len(each.denied)) for each in shown], look="words"),
            )
        ),
        parts.left_out(len(found) - ROWS, "contradiction", "to_frame()"),
        _notes(found),
    )


def _said(view: RelationView, number: int) -> Html:
    quote = element(
        "span", quoted(view, view.evidence[0], _QUOTE), look="quote", of_text=True, lang=view.document.language
    )
    more = f" and {number - 1:,} more" if number > 1 else ""
    return joined(quote, " ", element("small", element("bdi", shortened(speaker_of(view), 60)), more, look="muted"))


def profile_view(profile: Profile) -> Html:
    """Return the profile of an actor: what it is called, with whom it stands how, and the strongest evidence."""
    return joined(
        parts.heading(profile.title),
        *(_line(label, words) for label, words in profile.facts()),
        _counterparts("partners", profile.partners),
        _counterparts("opponents", profile.opponents),
        _counterparts("as friendly as hostile", profile.mixed),
        _relations("evidence", profile.evidence),
        _relations("what it says", profile.says[:_MOST]),
        parts.notes({}, profile.relations.set_aside),
    )


def _line(label: str, words: str) -> Html:
    return element("p", element("span", label, look="label"), " ", element("bdi", words), look="line")


def _counterparts(label: str, found: Iterable[Counterpart]) -> Html:
    every = list(found)
    shown = every[:_MOST]
    if not shown:
        return Html("")
    most = max(max(len(each.friendly), len(each.hostile)) for each in shown)
    columns = (
        Column("actor", [parts.actor(each.actor) for each in shown]),
        Column("friendly", [parts.size(len(each.friendly), most) if each.friendly else "" for each in shown]),
        Column("hostile", [parts.size(len(each.hostile), most) if each.hostile else "" for each in shown]),
    )
    more = f"… and {len(every) - _MOST:,} more"
    return joined(
        element("p", label, look="label"),
        parts.table(columns),
        element("p", more, look="line muted") if len(every) > _MOST else "",
    )


def _relations(label: str, relations: Relations) -> Html:
    return joined(element("p", label, look="label"), relations_view(relations)) if relations else Html("")
