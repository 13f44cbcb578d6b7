"""The profile of an actor on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.display.terminal import quotation, show_table
from relgraph.graph.table import listed
from relgraph.graph.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from relgraph.graph.profile import Profile
    from relgraph.graph.view import RelationView


def show_profile(out: Console, profile: Profile, top: int) -> None:
    """Print a profile: at most `top` of what there is of each kind, and how much more there is."""
    out.print(profile.title)
    parent = [profile.parent.name] if profile.parent else []
    for label, words in (
        ("names", profile.names[1:]),
        ("belongs to", parent),
        ("acts through", [actor.name for actor in profile.members]),
        ("spoken of by", [f"{name} ×{number}" for name, number in profile.speakers]),
    ):
        if words:
            out.print(visible(f"  {label}: {', '.join(words[:top])}{_more(len(words) - top)}"), soft_wrap=True)
    for title, found in (
        ("Partners", profile.partners),
        ("Opponents", profile.opponents),
        ("As friendly as hostile", profile.mixed),
    ):
        rows = [(each.actor.name, str(len(each.friendly)), str(len(each.hostile))) for each in found]
        _show(out, title, ("name", "friendly", "hostile"), rows, top=top)
    ways = (("→", profile.outgoing), ("←", profile.incoming), ("↔", profile.mutual))
    counts = sorted(
        ((number, f"{kind} {arrow}") for arrow, types in ways for kind, number in types),
        key=lambda each: (-each[0], each[1]),
    )
    _show(out, "Relations", ("relation", "times"), [(label, str(number)) for number, label in counts], top=top)
    for title, relations in (("Evidence", profile.evidence), ("What it says", profile.says)):
        told = [_told(view) for view in relations[:top]]
        _show(out, title, ("source", "relation", "target", "how", "words"), told, top=top, number=len(relations))
    if aside := listed(profile.relations.set_aside):
        out.print(f"\nset aside: {aside}")


def _told(view: RelationView) -> tuple[str, ...]:
    words = f"“{''.join(quotation(view))}”"
    return view.source.name, view.arrow, view.target.name, ", ".join(view.qualifiers), words


def _show(
    out: Console,
    title: str,
    header: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    *,
    top: int,
    number: int | None = None,
) -> None:
    if not rows:
        return
    out.print(f"\n{title}")
    show_table(out, header, [tuple(map(visible, row)) for row in rows[:top]])
    if (more := (len(rows) if number is None else number) - top) > 0:
        out.print(f"… and {more:,} more")


def _more(number: int) -> str:
    return f" … and {number:,} more" if number > 0 else ""
