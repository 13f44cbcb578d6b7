"""The arguments and options that several commands have: which graph, and which of its relations."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from relgraph.cli.completion import complete_actors, complete_modalities, complete_types
from relgraph.errors import UsageError


def _a_date(given: str | None) -> str | None:
    if given is not None:
        from relgraph.graph.dates import first_day

        try:
            first_day(given)
        except UsageError:
            message = f"{given!r} is no date; give a year, month or day: 2021, 2021-03 or 2021-03-15"
            raise typer.BadParameter(message) from None
    return given


GraphFile = Annotated[
    str,
    typer.Argument(
        help="A graph (.jsonl, .ttl …), a store (.db), or a text, which is read first; '-' is standard input.",
        metavar="FILE",
        show_default=False,
    ),
]
Source = Annotated[
    str | None,
    typer.Option("--source", "-s", help="Who acts: any name.", metavar="ACTOR", autocompletion=complete_actors),
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", "-t", help="Family or type (repeatable).", metavar="TYPE", autocompletion=complete_types),
]
Target = Annotated[str | None, typer.Option(help="Who is acted on.", metavar="ACTOR", autocompletion=complete_actors)]
Either = Annotated[
    str | None,
    typer.Option("--either", "-e", help="Who stands on either side.", metavar="ACTOR", autocompletion=complete_actors),
]
Polarity = Annotated[Literal["affirmed", "negated", "any"], typer.Option(help="Said to be so, or not so.")]
Modalities = Annotated[
    list[str] | None,
    typer.Option(
        help="actual, intended, possible or conditional (repeatable).",
        metavar="MODALITY",
        autocompletion=complete_modalities,
    ),
]
Attributed = Annotated[
    bool | None, typer.Option("--attributed/--unattributed", help="Whether the text says who says so.")
]
SaidBy = Annotated[str | None, typer.Option(help="Who says so.", metavar="NAME", autocompletion=complete_actors)]
Since = Annotated[str | None, typer.Option(help="Year, month or day: 2021-03-15.", metavar="DATE", callback=_a_date)]
Until = Annotated[str | None, typer.Option(help="The same, included.", metavar="DATE", callback=_a_date)]
MinConfidence = Annotated[float, typer.Option(help="From 0 to 1.", metavar="X", min=0, max=1)]
Rollup = Annotated[bool, typer.Option("--rollup/--no-rollup", help="Count a minister's visit as the country's.")]
Search = Annotated[
    str | None, typer.Option(help='Words of the sentence, in a store: "arms NEAR embargo".', metavar="WORDS")
]
Top = Annotated[int, typer.Option("--top", "-n", help="Rows of the table.", min=1, metavar="N")]
