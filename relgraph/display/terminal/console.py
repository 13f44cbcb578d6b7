"""The console that all is printed on: its width, whether it has colours, and which family has which."""

from __future__ import annotations

import os
import sys
from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from relgraph.display.html.style import family_number
from relgraph.graph.visible import visible

ENDLESS = 10_000
"""The width where there is no terminal: every row of a table is one line, for ``grep`` and the like."""

FRIENDLY, HOSTILE = "green", "red"
"""The colours of what is friendly and what is hostile; the words or shades beside them say it, too."""

_LEAST = 12

# The sixteen colours that each terminal has its own shades of, so that they can be read on its background.
_FAMILIES = ("", "green", "cyan", "yellow", "magenta", "red", "blue", "bright_magenta", "bright_blue", "bright_red")


def console(stream: TextIO | None = None) -> Console:
    """Return a console on a stream, by default standard output.

    It has colours on a terminal that knows them, unless NO_COLOR is set, and elsewhere if FORCE_COLOR is.
    """
    stream = stream or sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else ENDLESS
    colours: Literal["standard"] | None = "standard" if _has_colours(stream) else None
    # Markup is off since texts contain square brackets.
    return Console(
        file=stream,
        color_system=colours,
        no_color=colours is None,
        force_terminal=stream.isatty() or colours is not None,
        highlight=False,
        markup=False,
        emoji=False,
        width=width,
    )


def _has_colours(stream: TextIO) -> bool:
    """Whether to use colours, by the rules of no-color.org and force-color.org, of which the first goes before."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def family_style(type: str) -> str:
    """Return the colour of the family of a type; the name of the type always stands beside it."""
    return _FAMILIES[family_number(type)]


def relation_type(type: str, symmetric: bool) -> Text:
    """Return a type in the colour of its family, with an arrow."""
    return Text.assemble((visible(type), family_style(type)), " ", "↔" if symmetric else "→")


def heading(out: Console, title: str, aside: str = "") -> None:
    """Print an empty line and a heading."""
    out.print()
    paragraph(out, Text.assemble((title, "bold"), (f"  {aside}" if aside else "", "dim")))


def note(out: Console, words: str) -> None:
    """Print what is to be known of the rest, less strongly."""
    paragraph(out, Text(visible(words), style="dim"))


def paragraph(out: Console, words: str | Text, indent: int = 0, *, hang: int = 0, widest: int = ENDLESS) -> None:
    """Print words wrapped between them, indented by some columns, and by `hang` more from the second line on."""
    text = words if isinstance(words, Text) else Text(visible(words))
    width = max(_LEAST, min(out.width, widest) - indent)
    first, *rest = text.wrap(out, width) if text.cell_len <= width or not hang else _hanging(out, text, width, hang)
    for place, line in enumerate((first, *rest)):
        line.rstrip()
        out.print(Text.assemble(" " * (indent + (hang if place else 0)), line), soft_wrap=True)


def _hanging(out: Console, text: Text, width: int, hang: int) -> list[Text]:
    """Return the lines of a text of which all but the first are narrower."""
    first = text.wrap(out, width)[0]
    rest = text[len(first.plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    return [first, *rest.wrap(out, width - hang)]
