"""The profile of an actor: what ``relgraph profile`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from relgraph.display.terminal.bars import balance_bar, bar
from relgraph.display.terminal.console import family_style, heading, note, paragraph
from relgraph.display.terminal.quotes import quoted
from relgraph.display.terminal.relations import ends, told
from relgraph.display.terminal.table import Column, Row, show_table
from relgraph.graph.table import listed
from relgraph.graph.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from relgraph.graph.profile import Profile
    from relgraph.graph.query import Relations

_BAR, _NAME = 10, 36


def show_profile(out: Console, profile: Profile, top: int) -> None:
    """Print a profile: at most `top` of what there is of each kind, and how much more there is."""
    name = profile.actor.name
    rest = profile.title.removeprefix(name)
    paragraph(out, Text.assemble((name, "bold"), rest) if rest != profile.title else profile.title)
    for label, words in (
        ("names", _few(profile.names[1:], top)),
        ("belongs to", profile.parent.name if profile.parent else ""),
        ("acts through", _few([actor.name for actor in profile.members], top)),
        ("spoken of by", told(profile.speakers, top)),
    ):
        if words:
            paragraph(out, f"{label}: {words}", 2, hang=2)
    _show_counterparts(out, profile, top)
    _show_types(out, profile, top)
    for title, relations in (("Evidence", profile.evidence), ("What it says", profile.says)):
        _show_relations(out, title, relations, top)
    if aside := listed(profile.relations.set_aside):
        out.print()
        note(out, f"set aside: {aside}")


def _show_counterparts(out: Console, profile: Profile, top: int) -> None:
    groups = (
        ("Partners", profile.partners),
        ("Opponents", profile.opponents),
        ("As friendly as hostile", profile.mixed),
    )
    shown = [each for _, found in groups for each in found[:top]]
    most = max((len(each.friendly) + len(each.hostile) for each in shown), default=0)
    least = min(_NAME, max((cell_len(each.actor.name) for each in shown), default=0))
    columns = (Column("name", least=least), Column("friendly", right=True), Column("hostile", right=True), Column(""))
    for title, found in groups:
        rows = [
            Row(
                (
                    each.actor.name,
                    f"{len(each.friendly):,}",
                    f"{len(each.hostile):,}",
                    balance_bar(len(each.friendly), len(each.hostile), most, _BAR),
                )
            )
            for each in found[:top]
        ]
        _show(out, title, columns, rows, number=len(found))


def _show_types(out: Console, profile: Profile, top: int) -> None:
    ways = (("→", profile.outgoing), ("←", profile.incoming), ("↔", profile.mutual))
    counts = sorted(
        ((number, kind, arrow) for arrow, types in ways for kind, number in types),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    most = counts[0][0] if counts else 0
    rows = [
        Row(
            (
                Text.assemble((visible(kind), family_style(kind)), f" {arrow}"),
                f"{number:,}",
                Text(bar(number, most, _BAR), family_style(kind)),
            )
        )
        for number, kind, arrow in counts[:top]
    ]
    columns = (Column("relation", whole=True), Column("times", right=True, whole=True), Column("", whole=True))
    _show(out, "Relations", columns, rows, number=len(counts))


def _show_relations(out: Console, title: str, relations: Relations, top: int) -> None:
    columns = (Column("source"), Column("relation", whole=True), Column("target"), Column("how"))
    rows = [Row((*ends(view), ", ".join(view.qualifiers)), quoted(view)) for view in relations[:top]]
    _show(out, title, columns, rows, number=len(relations), prose="words")


def _show(
    out: Console, title: str, columns: Sequence[Column], rows: Sequence[Row], *, number: int, prose: str = ""
) -> None:
    if not rows:
        return
    heading(out, title)
    show_table(out, columns, rows, prose)
    if number > len(rows):
        note(out, f"… and {number - len(rows):,} more")


def _few(words: Sequence[str], top: int) -> str:
    more = f" … and {len(words) - top:,} more" if len(words) > top else ""
    return ", ".join(words[:top]) + more
